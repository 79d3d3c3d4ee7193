"""Directions of a capital: bearings from words, and the middle of what lies that way."""

from __future__ import annotations

import pytest

from rasid.knowledge import load
from rasid.resolve.sectors import bearing_of, sector_centre
from tests.read.told import claims_of


@pytest.mark.parametrize(
    ("directions", "bearing"),
    [
        (("شمال",), 0.0),
        (("شمالي",), 0.0),
        (("شرقي",), 90.0),
        (("الجنوبي",), 180.0),
        (("غرب",), 270.0),
        (("شمال شرقي",), 45.0),
        (("جنوب", "شرقي"), 135.0),
        (("جنوب غربي",), 225.0),
        (("شمال غرب",), 315.0),
        (("شمال", "شمال"), 0.0),
        (("شمال جنوب",), None),
        (("وسط",), None),
        ((), None),
    ],
)
def test_bearing(directions: tuple[str, ...], bearing: float | None) -> None:
    assert bearing_of(directions) == bearing


@pytest.mark.parametrize(
    ("directions", "north", "east"),
    [("جنوبي", -1, 0), ("شمالي", 1, 0), ("شرقي", 0, 1), ("جنوب شرقي", -1, 1)],
)
def test_the_middle_lies_that_way(directions: str, north: int, east: int) -> None:
    book = load().places
    capital = book["sy.id.idlib"]
    centre = sector_centre(book, capital.id, (directions,))
    assert centre is not None
    assert capital.lat is not None
    assert capital.lon is not None
    assert not north or (centre[0] - capital.lat) * north > 0
    assert not east or (centre[1] - capital.lon) * east > 0
    assert book.kilometres(capital.id, capital.id) == 0


@pytest.mark.parametrize("place_id", ["sy.id.kansafra", "sy.hs.zafaranah"])
def test_a_town_that_is_no_capital_has_no_sectors(place_id: str) -> None:
    assert sector_centre(load().places, place_id, ("شمالي",)) is None


def test_a_capital_without_a_direction_is_itself() -> None:
    assert sector_centre(load().places, "sy.id.idlib", ()) is None


def test_the_reader_places_what_is_told_south_of_a_capital_to_its_south() -> None:
    (at,) = claims_of("قصفت قوات النظام مدينة إدلب.")
    (south,) = claims_of("قصفت قوات النظام ريف إدلب الجنوبي.")
    assert at.place is not None
    assert south.place is not None
    assert at.place.lat is not None
    assert south.place.lat is not None
    assert south.place.lat < at.place.lat
