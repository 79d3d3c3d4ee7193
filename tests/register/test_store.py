"""The register gives back what was put in, a second run changes nothing, and it tells what is wrong with it."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from rasid.errors import RegisterError
from rasid.register.schema import MIGRATIONS, check_sqlite, journal_mode
from rasid.register.store import Store
from rasid.register.view import View, Wanted
from tests.factory import claim, read_document

PATH = "observatory/register.sqlite"


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / PATH
    with Store(path) as store:
        assert store.keep(read_document(claim(), claim(type="society.aid", place=None, date=None), warnings=("w",)))
        assert store.keep(read_document(claim(modality="planned"), report_id="r-2", exercise=True))
    return path


def test_what_was_put_in_comes_back(register: Path) -> None:
    with View(register) as view:
        records = view.records(Wanted())
        assert [record.claim for record in records] == [
            claim(), claim(modality="planned"), claim(type="society.aid", place=None, date=None)
        ]  # fmt: skip
        assert [record.document.exercise for record in records] == [False, True, False]
        assert records[0].document == read_document().document
        assert view.claims(records[0].document.id)[1].type == "society.aid"


def test_the_same_report_changes_nothing(register: Path) -> None:
    before = dump(register)
    with Store(register) as store:
        same = read_document(
            claim(), claim(type="society.aid", place=None, date=None), warnings=("w",), origin="elsewhere:4"
        )
        assert store.keep(same) is False
    assert dump(register) == before


def test_another_reading_replaces_the_claims(register: Path) -> None:
    with Store(register) as store:
        assert store.keep(read_document(claim(type="violence.shelling")))
    with View(register) as view:
        assert [record.claim.type for record in view.records(Wanted(report="r-1"))] == ["violence.shelling"]


def test_two_claims_that_say_the_same_are_kept_apart(tmp_path: Path) -> None:
    with Store(tmp_path / PATH) as store:
        assert store.keep(read_document(claim(), claim()))
        assert store.keep(read_document(claim(), claim())) is False
    with View(tmp_path / PATH) as view:
        assert len({record.id for record in view.records(Wanted())}) == 2


@pytest.mark.parametrize(("wanted", "count"), [
    (Wanted(type="violence"), 2),
    (Wanted(type="violence.airstrike"), 2),
    (Wanted(type="violence.air"), 0),
    (Wanted(actor="ru.vks"), 3),
    (Wanted(actor="طائرات"), 3),
    (Wanted(actor="src.sohr"), 0),
    (Wanted(place="البارة"), 2),
    (Wanted(place="الباره"), 2),
    (Wanted(actor="طـائرات روسيه"), 3),
    (Wanted(place="sy.albara"), 2),
    (Wanted(first=date(2022, 4, 23), last=date(2022, 4, 23)), 2),
    (Wanted(first=date(2022, 4, 24)), 0),
    (Wanted(last=date(2022, 4, 22)), 0),
    (Wanted(modality="planned"), 1),
    (Wanted(report="r-2"), 1),
    (Wanted(source="src.sohr"), 3),
    (Wanted(type="violence", actor="%' OR 1=1 --"), 0),
])  # fmt: skip
def test_filters(register: Path, wanted: Wanted, count: int) -> None:
    with View(register) as view:
        assert len(view.records(wanted)) == count


def test_a_register_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="no register there"):
        View(tmp_path / "nothing.sqlite")
    (tmp_path / "text.sqlite").write_text("no database, but long enough to be looked at as if it were one " * 20)
    with pytest.raises(RegisterError, match="cannot be opened"):
        Store(tmp_path / "text.sqlite")
    with pytest.raises(RegisterError, match="cannot be read"):
        View(tmp_path / "text.sqlite")


def test_a_register_of_a_newer_rasid_is_left_alone(register: Path) -> None:
    connection = sqlite3.connect(register)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(RegisterError, match="newer"):
        Store(register)
    with pytest.raises(RegisterError, match="schema"):
        View(register)


def test_the_view_cannot_write(register: Path) -> None:
    with View(register) as view, pytest.raises(sqlite3.OperationalError, match="readonly"):
        view._connection.execute("DELETE FROM claims")


def test_the_linked_sqlite_is_looked_at() -> None:
    with pytest.raises(RegisterError, match=r"3\.36\.0"):
        check_sqlite((3, 36, 0))
    modes = [journal_mode(version) for version in ((3, 40, 1), (3, 51, 2), (3, 51, 3), (3, 52, 0), (3, 53, 0))]
    assert modes == ["DELETE", "DELETE", "WAL", "DELETE", "WAL"]
