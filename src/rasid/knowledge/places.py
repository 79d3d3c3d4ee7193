"""The gazetteer: places with coordinates, what contains them and how their names behave, from `data/places/*.tsv`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from rasid.errors import KnowledgeError
from rasid.text import key

COLUMNS = (
    "id", "name_ar", "aliases_ar", "name_en", "kind", "lat", "lon", "within", "precision", "weight", "weak", "note",
)  # fmt: skip
KINDS = frozenset(
    [
        "airbase",
        "airport",
        "area",
        "base",
        "border",
        "bridge",
        "camp",
        "city",
        "country",
        "crossing",
        "dam",
        "depot",
        "district",
        "factory",
        "gasfield",
        "governorate",
        "hospital",
        "island",
        "market",
        "mountain",
        "neighbourhood",
        "oilfield",
        "port",
        "prison",
        "river",
        "road",
        "sea",
        "silo",
        "subdistrict",
        "town",
        "university",
        "village",
    ]
)
ACCURACY = {"exact": 1.0, "near": 3.0, "rough": 15.0}  # kilometres by which the point may be off
_SETTLED = frozenset(("city", "town", "village", "camp"))
_PRECISION = {
    "country": "country", "governorate": "governorate", "district": "district", "subdistrict": "district",
    "city": "town", "town": "town", "village": "town", "camp": "town", "neighbourhood": "neighbourhood",
    "market": "neighbourhood", "road": "route", "area": "area", "sea": "area", "river": "area", "border": "area",
    "mountain": "area", "island": "area", "oilfield": "site", "gasfield": "site",
}  # fmt: skip
UNITS = frozenset(("governorate", "district", "subdistrict"))
SETTLED = frozenset(("city", "town", "village"))
_UNIT_HEADS = frozenset(key(head) for head in ("محافظة", "منطقة", "قضاء", "ناحية", "مديرية", "محلية", "ولاية"))
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Place:
    """One place: WGS84 degrees, `accuracy` of the point (exact, near, rough), `weight` 1 to 5 by how often it is named.

    `weak` maps the key of a name to why that name alone proves little: `cue` (an ordinary word or a person's name:
    needs a cue such as مدينة before it) or `namesake` (a rare bearer of a shared name: loses to the others).
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    name_en: str
    kind: str
    lat: float
    lon: float
    within: str | None
    accuracy: str
    weight: int
    weak: Mapping[str, str]
    note: str
    country: str | None

    @property
    def precision(self) -> str:
        """How precisely a claim is placed that is at this place: site, neighbourhood, town, area, district, …"""
        return _PRECISION.get(self.kind, "site")

    @property
    def settled(self) -> bool:
        """Whether the place is a settlement of its own."""
        return self.kind in _SETTLED


@dataclass(frozen=True, slots=True)
class PlaceBook:
    """All places by id and by key, with containment worked out beforehand."""

    places: Mapping[str, Place]
    keys: Mapping[str, tuple[str, ...]]
    above: Mapping[str, tuple[str, ...]]
    points: Mapping[str, tuple[float, float, float]]
    governorate: Mapping[str, str]

    def __contains__(self, place_id: object) -> bool:
        return place_id in self.places

    def __getitem__(self, place_id: str) -> Place:
        return self.places[place_id]

    def __iter__(self) -> Iterator[Place]:
        return iter(self.places.values())

    def __len__(self) -> int:
        return len(self.places)

    def by_key(self, phrase_key: str) -> tuple[Place, ...]:
        """Return all places that bear a name with this key, the most often named first."""
        return tuple(self.places[place_id] for place_id in self.keys.get(phrase_key, ()))

    def ancestors(self, place_id: str) -> tuple[str, ...]:
        """Return the ids of the places that contain a place, the nearest first."""
        return self.above.get(place_id, ())

    def contains(self, outer: str, inner: str) -> bool:
        """Tell whether `outer` contains `inner` (or is it)."""
        return outer == inner or outer in self.above.get(inner, ())

    def kilometres(self, one: str, other: str) -> float:
        """Return the great-circle distance between two places."""
        (x, y, z), (u, v, w) = self.points[one], self.points[other]
        return _EARTH_KM * 2 * asin(min(1.0, sqrt((x - u) ** 2 + (y - v) ** 2 + (z - w) ** 2) / 2))


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance in kilometres between two points in degrees."""
    a, b = radians(lat1), radians(lat2)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a gazetteer file, cut into cells, that knows where it stands."""

    file: str
    line: int
    cells: Mapping[str, str]

    def fault(self, what: str) -> KnowledgeError:
        return KnowledgeError(f"{self.file}:{self.line}: {what}")


def load_places(folder: Path) -> PlaceBook:
    """Read every `*.tsv` of a folder; the first bad cell raises KnowledgeError with file and line."""
    rows: dict[str, _Row] = {}
    for path in sorted(folder.glob("*.tsv")):
        for row in _rows(path):
            other = rows.setdefault(row.cells["id"], row)
            if other is not row:
                raise row.fault(f"id {row.cells['id']!r} stands already in {other.file}:{other.line}; remove one")
    above = {place_id: _above(place_id, rows) for place_id in rows}
    places = {place_id: _place(row, above[place_id], rows) for place_id, row in rows.items()}
    points = {place.id: _point(place) for place in places.values()}
    units = {place_id: unit for place_id in places if (unit := _governorate(place_id, above[place_id], places))}
    return PlaceBook(places, _keys(places.values()), above, points, units)


def _governorate(place_id: str, above: tuple[str, ...], places: Mapping[str, Place]) -> str | None:
    return next((one for one in (place_id, *above) if places[one].kind == "governorate"), None)


def _point(place: Place) -> tuple[float, float, float]:
    """Return the place on the unit sphere, so that a distance needs no trigonometry but one arcsine."""
    lat, lon = radians(place.lat), radians(place.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def _rows(path: Path) -> Iterator[_Row]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path.name}:1: not valid UTF-8 at byte {error.start}; save the file as UTF-8") from error
    header = False
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if not header:
            header = True
            if tuple(cells) != COLUMNS:
                raise KnowledgeError(f"{path.name}:{number}: the header must be {' '.join(COLUMNS)}, tab-separated")
            continue
        if len(cells) != len(COLUMNS):
            raise KnowledgeError(f"{path.name}:{number}: {len(cells)} columns where {len(COLUMNS)} are expected")
        yield _Row(path.name, number, dict(zip(COLUMNS, (cell.strip() for cell in cells), strict=True)))


def _above(place_id: str, rows: Mapping[str, _Row]) -> tuple[str, ...]:
    chain: list[str] = []
    row = rows[place_id]
    while outer := row.cells["within"]:
        if outer not in rows:
            raise row.fault(f"unknown `within` {outer!r}; it must be the id of a row")
        if outer in chain or outer == place_id:
            raise row.fault(f"`within` goes round in a circle at {outer!r}")
        chain.append(outer)
        row = rows[outer]
    return tuple(chain)


def _place(row: _Row, above: tuple[str, ...], rows: Mapping[str, _Row]) -> Place:
    cells = row.cells
    if not cells["id"] or not cells["name_ar"]:
        raise row.fault("a place needs an id and an Arabic name")
    aliases = tuple(alias.strip() for alias in cells["aliases_ar"].split("|") if alias.strip())
    return Place(
        id=cells["id"],
        name=cells["name_ar"],
        aliases=aliases,
        name_en=cells["name_en"],
        kind=_one_of(row, "kind", KINDS),
        lat=_number(row, "lat", 90),
        lon=_number(row, "lon", 180),
        within=cells["within"] or None,
        accuracy=_one_of(row, "precision", ACCURACY),
        weight=int(_one_of(row, "weight", ("1", "2", "3", "4", "5"))),
        weak={**_weak_units(cells), **_weak(row, (cells["name_ar"], *aliases))},
        note=cells["note"],
        country=_country((cells["id"], *above), rows),
    )


def _one_of(row: _Row, column: str, known: Iterable[str]) -> str:
    value = row.cells[column]
    if value not in known:
        raise row.fault(f"unknown {column} {value!r}; known: {', '.join(sorted(known))}")
    return value


def _number(row: _Row, column: str, limit: float) -> float:
    try:
        value = float(row.cells[column])
    except ValueError as error:
        raise row.fault(f"{column} {row.cells[column]!r} is not a number") from error
    if not -limit <= value <= limit:
        raise row.fault(f"{column} {value} is outside ±{limit}")
    return value


def _weak(row: _Row, names: tuple[str, ...]) -> dict[str, str]:
    """Read `cue`, `namesake` (of all names) or `cue: name|name; namesake: name` (of some)."""
    known = {key(name) for name in names}
    weak: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in row.cells["weak"].split(";"))):
        why, _, some = part.partition(":")
        if why not in ("cue", "namesake"):
            raise row.fault(f"weak {part!r} must be cue or namesake, with names after a colon where only some are weak")
        for name in filter(None, some.split("|")) if some else known:
            if key(name) not in known:
                raise row.fault(f"weak name {name.strip()!r} is no name of this place")
            weak[key(name)] = why
    return weak


def _country(chain: tuple[str, ...], rows: Mapping[str, _Row]) -> str | None:
    return next((outer.upper() for outer in chain if rows[outer].cells["kind"] == "country"), None)


def _unit_keys(kind: str, names: Iterable[str]) -> set[str]:
    """Return the keys of a unit's names without their first word (منطقة الباب → باب)."""
    if kind not in UNITS:
        return set()
    cut = (key(name).partition(" ") for name in names)
    return {rest for head, _, rest in cut if rest and head in _UNIT_HEADS}


def _weak_units(cells: Mapping[str, str]) -> dict[str, str]:
    """A unit's name without the word district or governorate needs a cue, unless the row lists it."""
    names = (cells["name_ar"], *cells["aliases_ar"].split("|"))
    own = {key(name) for name in names}
    return dict.fromkeys(_unit_keys(cells["kind"], names) - own, "cue")


def _keys(places: Iterable[Place]) -> dict[str, tuple[str, ...]]:
    """Index all names; of one key the most often named place first, and a settlement before its unit."""
    found: dict[str, dict[str, tuple[int, bool]]] = {}
    for place in places:
        names = (place.name, *place.aliases)
        for name in {*map(key, names), *_unit_keys(place.kind, names)}:
            found.setdefault(name, {})[place.id] = (-place.weight, place.kind in UNITS)
    return {name: tuple(sorted(ids, key=lambda one: (ids[one], one))) for name, ids in found.items()}
