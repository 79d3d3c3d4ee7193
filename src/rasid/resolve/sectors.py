"""Where "south-east of X" is, when X is the capital of a governorate: the middle of what lies that way within it.

Source: the gazetteer itself; the middle is the median of the settlements of the governorate in that sector.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import atan2, cos, degrees, radians
from statistics import median

from rasid.knowledge import PlaceBook
from rasid.knowledge.places import kilometres

_BEARINGS = {"شمال": 0.0, "شرق": 90.0, "جنوب": 180.0, "غرب": 270.0}
_HALF_WIDTH = 34.0  # degrees to either side
_LEAST = 3  # settlements that make a sector
_NEAR_KM = 6.0  # what is closer is the town itself


def bearing_of(directions: Sequence[str]) -> float | None:
    """Return the compass bearing, in degrees, of words such as "جنوب شرقي"; None where they name none or contradict."""
    found = [
        angle for words in directions for word in words.split() for name, angle in _BEARINGS.items() if name in word
    ]
    found = list(dict.fromkeys(found))
    if not found or len(found) > 2:
        return None
    if len(found) == 1:
        return found[0]
    one, other = sorted(found)
    if other - one == 180.0:
        return None
    return (one + other) / 2 if other - one == 90.0 else 315.0


@lru_cache(maxsize=512)
def _members(book_id: int, home: str) -> tuple[tuple[float, float], ...]:
    """The points of the settlements of a governorate."""
    book = _BOOKS[book_id]
    return tuple((place.lat, place.lon) for place in book if place.settled and book.governorate.get(place.id) == home)


_BOOKS: dict[int, PlaceBook] = {}


def sector_centre(book: PlaceBook, place_id: str, directions: Sequence[str]) -> tuple[float, float] | None:
    """Return the middle (degrees) of what lies in a direction from a governorate's capital within the governorate.

    None for any other town, for words that give no bearing, and where too few settlements are known that way.
    """
    place, bearing = book[place_id], bearing_of(directions)
    if bearing is None or place.kind != "city" or place.weight < 5:
        return None
    _BOOKS[id(book)] = book
    return _centre(id(book), place_id, bearing)


@lru_cache(maxsize=2048)
def _centre(book_id: int, place_id: str, bearing: float) -> tuple[float, float] | None:
    place, home = _BOOKS[book_id][place_id], _BOOKS[book_id].governorate.get(place_id)
    inside = []
    for lat, lon in _members(book_id, home) if home is not None else ():
        away = kilometres(place.lat, place.lon, lat, lon)
        angle = degrees(atan2((lon - place.lon) * cos(radians(place.lat)), lat - place.lat)) % 360.0
        apart = abs((angle - bearing + 180.0) % 360.0 - 180.0)
        if away > _NEAR_KM and apart <= _HALF_WIDTH:
            inside.append((lat, lon))
    if len(inside) < _LEAST:
        return None
    return median(lat for lat, _ in inside), median(lon for _, lon in inside)
