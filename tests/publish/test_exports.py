"""Exports say what they are, are safe to open, and are the same bytes every time."""

from __future__ import annotations

import csv as standard
import io
import json
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.config import EXERCISE
from rasid.model.claims import Count, Interval, Party, PlaceValue
from rasid.publish.csv import columns, note, safe, to_csv
from rasid.publish.geojson import to_geojson
from rasid.publish.table import cut, size, table
from rasid.publish.words import days
from tests.factory import claim, record


def rows(content: bytes) -> list[dict[str, str]]:
    return list(standard.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("cell", ["=1+1", "+966", "-1", "@x", "\t=1", " =1", "\u200f=1", "＝1", "\r=1", "\n=1"])
def test_a_formula_is_made_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["بلدة", "", "a=b", -36.5, 0, None])
def test_other_cells_are_left_alone(cell: str | float | None) -> None:
    assert safe(cell) == cell


@given(st.text(max_size=8))
def test_no_text_cell_opens_as_a_formula(cell: str) -> None:
    shown = "".join(x for x in str(safe(cell)) if not x.isspace() and unicodedata.category(x) not in ("Cc", "Cf"))
    assert not shown.startswith(("=", "+", "-", "@"))


def test_csv_has_numbers_as_numbers_and_marks_each_row() -> None:
    west = PlaceValue(None, "=x", 15.0, -16.5, "town")
    content = to_csv([record(exercise=True, place=west), record(2, counts=(Count("killed", 16, None),))])
    first, second = rows(content)
    assert tuple(first) == columns()
    assert (first["lon"], first["place_name"], first["exercise"]) == ("-16.5", "'=x", "exercise")
    assert (second["killed_low"], second["killed_high"], second["exercise"]) == ("16", "", "")
    assert content.startswith(b"\xef\xbb\xbf") and b"\r\n" in content


def test_the_note_beside_the_csv() -> None:
    records = [record(exercise=True), record()]
    said = json.loads(note(to_csv(records), records, {"type": "violence"}))
    assert (said["rows"], said["exercises"], said["filter"]) == (2, 1, {"type": "violence"})
    assert said["notice"] == EXERCISE
    assert "notice" not in json.loads(note(b"", [record()], {}))


def test_geojson_has_null_for_what_has_no_place() -> None:
    said = json.loads(to_geojson([record(exercise=True), record(2, place=None)], {}))
    assert (said["rows"], said["exercises"], said["notice"]) == (2, 1, EXERCISE)
    located, bare = said["features"]
    assert located["geometry"] == {"type": "Point", "coordinates": [36.536, 35.687]}
    assert located["properties"]["words"] == ["قصفت طائرات روسية أمس أطراف بلدة البارة"]
    assert bare["geometry"] is None


def test_the_same_claims_give_the_same_bytes() -> None:
    assert to_csv([record()]) == to_csv([record()])
    assert to_geojson([record()], {"a": 1}) == to_geojson([record()], {"a": 1})


@pytest.mark.parametrize(("last", "said"), [
    (date(2022, 4, 18), "2022-04-18"),
    (date(2022, 4, 23), "2022-04-18/23"),
    (date(2022, 5, 1), "2022-04-18/05-01"),
    (date(2023, 4, 18), "2022-04-18/2023-04-18"),
])  # fmt: skip
def test_days(last: date, said: str) -> None:
    assert days(Interval(date(2022, 4, 18), last)) == said
    assert days(None) == ""


def test_a_table_keeps_to_the_width() -> None:
    records = [record(), record(2, initiator=(Party(None, "مجموعة لم يعرف اسمها من المسلحين"),), date=None)]
    for width in (60, 80, 100, 140, 220):
        lines = list(table(records, width=width))
        assert all(size(line) <= width for line in lines)
        assert next(line for line in lines if "r-1#1" in line).startswith("    src.sohr · r-1#1 · sy.albara · قصفت")
    assert [line for line in table(records, width=None) if "البارة" in line and "r-1#1" in line]


@given(st.text(max_size=30), st.integers(1, 20))
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert size(cut(text, width)) <= width


def test_columns_line_up_with_marks_and_wide_letters() -> None:
    assert size("قَصْف") == 3
    assert size("漢") == 2
    assert claim().type in "".join(table([record()], width=200))
