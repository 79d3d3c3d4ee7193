"""The gazetteer as it stands, and what its loader refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.errors import KnowledgeError
from rasid.knowledge import PlaceBook, load
from rasid.knowledge.places import COLUMNS, kilometres, load_places
from rasid.text import key

HEADER = "\t".join(COLUMNS)
COUNTRY = "sy\tسوريا\t\tSyria\tcountry\t35\t38.5\t\trough\t5\t\t"


@pytest.fixture(scope="module")
def book() -> PlaceBook:
    return load().places


def town(**cells: str) -> str:
    row = dict(zip(COLUMNS, ["sy.x", "البلد", "", "X", "town", "35", "38", "sy", "exact", "2", "", ""], strict=True))
    return "\t".join({**row, **cells}.values())


def read(folder: Path, *rows: str) -> PlaceBook:
    (folder / "a.tsv").write_text("\n".join(["# where from", HEADER, COUNTRY, *rows]), encoding="utf-8")
    return load_places(folder)


@pytest.mark.parametrize(
    ("row", "line", "says"),
    [
        (town() + "\t", 4, "13 columns where 12"),
        (town(lat="north"), 4, "'north' is not a number"),
        (town(lat="135"), 4, "outside"),
        (town(kind="hamlet"), 4, "unknown kind 'hamlet'"),
        (town(id="sy"), 4, "stands already in a.tsv:3"),
        (town(within="sy.y"), 4, "unknown `within` 'sy.y'"),
        (town(within="sy.x"), 4, "circle"),
        (town(precision="good"), 4, "unknown precision"),
        (town(weight="6"), 4, "unknown weight"),
        (town(weak="maybe"), 4, "must be cue or namesake"),
        (town(weak="cue: الولد"), 4, "is no name of this place"),
        (town(name_ar=""), 4, "needs an id and an Arabic name"),
    ],
)
def test_a_bad_row_is_refused_with_file_and_line(tmp_path: Path, row: str, line: int, says: str) -> None:
    with pytest.raises(KnowledgeError, match=f"^a.tsv:{line}: .*{says}"):
        read(tmp_path, row)


def test_a_wrong_header_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("id\tname\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"^a\.tsv:1: the header"):
        load_places(tmp_path)


def test_weak_names_can_be_some_or_all(tmp_path: Path) -> None:
    book = read(
        tmp_path, town(aliases_ar="مدينة البلد", weak="cue: البلد"), town(id="sy.z", name_ar="الورد", weak="namesake")
    )
    assert book["sy.x"].weak == {"بلد": "cue"}
    assert book["sy.z"].weak == {"ورد": "namesake"}


def test_names_meet_after_folding(book: PlaceBook) -> None:
    assert book.by_key(key("إدلب"))[0].id == "sy.id.idlib"
    assert book.by_key(key("ادلب")) == book.by_key(key("إدلب"))
    assert book.by_key("لا مكان كهذا") == ()


def test_a_district_can_be_found_without_the_word_district(book: PlaceBook) -> None:
    ids = {place.id for place in book.by_key(key("الباب"))}
    assert {"sy.hl.bab", "sy.hl.d.bab"} <= ids


def test_containment_and_countries(book: PlaceBook) -> None:
    assert book.ancestors("sy.hl.bab")[-1] == "sy"
    assert book.contains("sy.hl", "sy.hl.bab")
    assert not book.contains("sy.id", "sy.hl.bab")
    assert book["ps.jn.jenin"].country == "PS"
    assert book.governorate["sy.hl.bab"] == "sy.hl"


def test_distances_agree_with_the_haversine(book: PlaceBook) -> None:
    one, other = book["sy.hl.aleppo"], book["sy.dm.damascus"]
    expected = kilometres(one.lat, one.lon, other.lat, other.lon)
    assert book.kilometres(one.id, other.id) == pytest.approx(expected, rel=1e-6)
    assert 300 < expected < 320


def test_precision_of_a_claim_follows_the_kind(book: PlaceBook) -> None:
    assert book["sy.hl.bab"].precision == "town"
    assert book["sy.hl"].precision == "governorate"
    assert book["sy.hs.t4"].precision == "site"
