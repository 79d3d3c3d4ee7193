"""The actors and the generic words as they stand, and what their loaders refuse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rasid.errors import KnowledgeError
from rasid.knowledge import ActorBook, load
from rasid.knowledge.actors import load_actors
from rasid.knowledge.generics import load_generics
from rasid.text import key


@pytest.fixture(scope="module")
def book() -> ActorBook:
    return load().actors


def read(folder: Path, text: str) -> ActorBook:
    path = folder / "actors.yaml"
    path.write_text(text, encoding="utf-8")
    return load_actors(path)


GOOD = "a:\n  en: A\n  ar: [الأول, الجيش الأول]\n  kind: rebel\n"


@pytest.mark.parametrize(
    ("more", "line", "says"),
    [
        ("  colour: red\n", 5, "unknown key 'colour'"),
        ("  parent: b\n", 5, "unknown parent 'b'"),
        ("  parent: a\n", 5, "circle"),
        ("  from: early\n", 5, "'from' is 'early'"),
        ("  to: 2024-02-31\n", 5, "'to' is '2024-02-31'"),
        ("  weak: [الثاني]\n", 5, "no name of this actor"),
        ("  ambiguous: [{words: [الأول]}]\n", 5, "key 'id' is missing"),
        ("  ambiguous: [{words: [الأول], id: b, colour: red}]\n", 5, "unknown key 'colour'"),
        ("b: {en: B, ar: [], kind: rebel}\n", 5, "has no Arabic name"),
        ("b: {en: B, ar: [ب], kind: knight}\n", 5, "'kind' is 'knight'"),
        ("b: [1]\n", 5, "must be a mapping"),
    ],
)
def test_a_bad_entry_is_refused_with_file_and_line(tmp_path: Path, more: str, line: int, says: str) -> None:
    with pytest.raises(KnowledgeError, match=f"^actors.yaml:{line}: .*{says}"):
        read(tmp_path, GOOD + more)


def test_years_months_and_days(tmp_path: Path) -> None:
    book = read(tmp_path, GOOD + "  from: 2014-05\n  to: 2024\n")
    assert (book["a"].start, book["a"].end) == (date(2014, 5, 1), date(2024, 12, 31))
    assert book["a"].exists(date(2014, 5, 1))
    assert not book["a"].exists(date(2025, 1, 1))


def test_weak_all(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD + "  weak: all\n")["a"].weak == {"اول", "جيش اول"}


def test_names_meet_after_folding(book: ActorBook) -> None:
    assert [actor.id for actor in book.by_key(key("قوات سوريا الديمقراطية"))] == ["sy.sdf"]
    assert {actor.id for actor in book.by_key(key("القوات الحكومية"))} == {
        "sy.gov.army_assad",
        "sy.gov.army",
        "ye.gov.army",
    }


def test_relations(book: ActorBook) -> None:
    assert book.ancestors("sy.gov.4th_division") == ("sy.gov.army_assad", "sy.gov.assad")
    assert "ir.irgc" in book.relatives("sy.gov.4th_division")
    assert "sy.gov.4th_division" in book.relatives("sy.gov.army_assad")
    assert book["sy.gov.army_assad"].end == date(2024, 12, 8)


@pytest.mark.parametrize(
    ("word", "country", "day", "expected"),
    [
        ("الجيش", "SY", date(2024, 12, 7), "sy.gov.army_assad"),
        ("الجيش", "SY", date(2024, 12, 8), "sy.gov.army"),
        ("الجيش", "LB", date(2023, 1, 1), "lb.laf"),
        ("الجيش", "SD", date(2023, 5, 1), "sd.saf"),
        ("الشرطة", "IQ", date(2020, 1, 1), "iq.police"),
        ("وزارة الداخلية", "SY", date(2025, 3, 1), "sy.gov.interior"),
        ("التحالف", "YE", date(2018, 1, 1), "ye.coalition"),
        ("حرس الحدود", "JO", date(2022, 1, 1), "jo.army"),
        ("الجيش", "FR", date(2022, 1, 1), None),
        ("الجيش", None, date(2022, 1, 1), None),
    ],
)
def test_generic_words(word: str, country: str | None, day: date, expected: str | None) -> None:
    assert load().generics.meaning(key(word), country=country, day=day) == expected


def test_a_generic_word_of_two_concepts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "generic.yaml"
    path.write_text(
        "a: {words: [الجيش], gloss: a, means: []}\nb: {words: [جيش], gloss: b, means: []}\n", encoding="utf-8"
    )
    with pytest.raises(KnowledgeError, match=r"^generic\.yaml:2: 'جيش' stands under 'a' already"):
        load_generics(path)
