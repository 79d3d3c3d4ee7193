"""The lexicons load, their ids exist, and no form stands twice without saying so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from rasid.errors import KnowledgeError
from rasid.knowledge.forms import key
from rasid.knowledge.frames import KINDS
from rasid.knowledge.lexicons import HOME, Lexicons, load_lexicons
from rasid.knowledge.source import load_yaml
from rasid.knowledge.words import Nationality, Word
from rasid.text import analyses, fold_word

ACTORS = HOME.parent / "actors.yaml"
BOOKS = (
    "party_heads",
    "nationalities",
    "facilities",
    "place_cues",
    "weapons",
    "nouns",
    "directions",
    "reporting",
    "cues",
    "connectives",
)


@cache
def lexicons() -> Lexicons:
    return load_lexicons()


@cache
def actors() -> frozenset[str]:
    return frozenset(load_yaml(ACTORS))


def ids(word: Word) -> Iterator[str]:
    yield from filter(None, [getattr(word, "actor", None)] if not isinstance(word, Nationality) else [])
    for part in ("state", "force", "air", "people", "militia"):
        yield from (held.id for held in getattr(word, part, ()))


@pytest.mark.parametrize("book", BOOKS)
def test_ids_are_actors(book: str) -> None:
    assert {(word.id, one) for word in getattr(lexicons(), book) for one in ids(word) if one not in actors()} == set()


@pytest.mark.parametrize("book", BOOKS)
def test_no_form_stands_twice_unless_it_is_called_ambiguous(book: str) -> None:
    holders: dict[object, list[Word]] = defaultdict(list)
    for word in getattr(lexicons(), book):
        for one in {(form.key, form.clitic, form.use == "adjective") for form in word.forms if not form.made}:
            holders[one].append(word)
    shared = {one: words for one, words in holders.items() if len(words) > 1}
    assert {
        one: [word.id for word in words] for one, words in shared.items() if not all(word.ambiguous for word in words)
    } == {}


@pytest.mark.parametrize("book", BOOKS)
def test_no_form_is_given_twice_in_one_entry(book: str) -> None:
    def listed(entry: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
        for number in ("singular", "dual", "plural", "forms"):
            yield from ((number, key(str(form))) for form in entry.get(number, []))

    for name, entry in load_yaml(HOME / f"{book}.yaml").items():
        forms = list(listed(entry))
        assert [form for form in forms if forms.count(form) > 1] == [], name


@pytest.mark.parametrize("book", [*BOOKS, "kinds"])
def test_every_file_says_where_it_comes_from_and_what_it_lacks(book: str) -> None:
    head = (HOME / f"{book}.yaml").read_text(encoding="utf-8").partition("\n\n")[0]
    assert "Apache-2.0" in head
    assert "Known gaps" in head


@pytest.mark.parametrize(
    ("phrase", "word", "number"),
    [
        ("مسلحو", "مسلح", ("plural",)),
        ("مسلحين", "مسلح", ("dual", "plural")),
        ("القياديين", "قيادي", ("dual", "plural")),
        ("قريتي", "قرية", ("dual",)),
        ("عنصراً", "عنصر", ("singular", "dual")),
        ("طائرتان مسيرتان", "طائرة مسيرة", ("dual",)),
        ("المليشيات", "ميليشيا", ("plural",)),
        ("القوات", "قوات", ("plural",)),
    ],
)
def test_forms_are_found(phrase: str, word: str, number: tuple[str, ...]) -> None:
    found = {hit.word.id: hit.form.numbers for hit in lexicons().find(key(phrase))}
    assert set(found[word]) == set(number)


@pytest.mark.parametrize(
    ("word", "entry"),
    [
        ("سيارتها", "سيارة"),
        ("أبناؤهم", "أبناء"),
        ("لميليشياتها", "ميليشيا"),
        ("مستشفاها", "مشفى"),
        ("الآليات", "آلية"),
        ("وبالألغام", "لغم"),
    ],
)
def test_every_analysis_of_the_text_room_finds_its_entry(word: str, entry: str) -> None:
    stems = {analysis.stem for analysis in analyses(fold_word(word))}
    assert entry in {hit.word.id for stem in stems for hit in lexicons().find(stem)}


def test_a_phrase_says_which_preposition_it_wants() -> None:
    assert {(hit.word.id, hit.form.clitic) for hit in lexicons().find("وفقا")} == {("وفق", "ل"), ("وفق", "")}


@pytest.mark.parametrize(
    ("adjective", "part", "day", "actor"),
    [
        ("سورية", "force", date(2024, 12, 7), "sy.gov.army_assad"),
        ("السوريين", "force", date(2024, 12, 8), "sy.gov.army"),
        ("سوري", "state", None, "sy.gov.transitional"),
        ("الروسي", "air", date(2020, 1, 1), "ru.vks"),
        ("تركية", "air", date(2020, 1, 1), "tr.army"),
        ("حوثيون", "force", date(2020, 1, 1), "ye.houthis"),
        ("الألمان", "force", date(2020, 1, 1), "de.gov"),
        ("كردي", "state", date(2020, 1, 1), None),
        ("الإيرانية", "militia", date(2020, 1, 1), "class.militias_pro_iran"),
    ],
)
def test_an_adjective_stands_for_somebody_on_a_day(
    adjective: str, part: str, day: date | None, actor: str | None
) -> None:
    [word] = {
        hit.word
        for hit in lexicons().find(key(adjective))
        if isinstance(hit.word, Nationality) and hit.form.use != "name"
    }
    assert word.actor(part, day) == actor


def test_an_unknown_key_is_refused_with_its_line(tmp_path: Path) -> None:
    for path in HOME.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    bad = tmp_path / "weapons.yaml"
    bad.write_text("# head\nسيف:\n  gloss: sword\n  kind: knife\n  colour: red\n  singular: [سيف]\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"weapons\.yaml:5: unknown key 'colour'"):
        load_lexicons(tmp_path)


def test_an_unknown_kind_and_an_entry_without_forms_are_refused(tmp_path: Path) -> None:
    for path in HOME.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    bad = tmp_path / "weapons.yaml"
    bad.write_text("سيف:\n  gloss: sword\n  kind: blade\n  singular: [سيف]\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"weapons\.yaml:3: 'kind' is 'blade'"):
        load_lexicons(tmp_path)
    bad.write_text("سيف:\n  gloss: sword\n  kind: knife\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"weapons\.yaml:1: 'سيف' has no form"):
        load_lexicons(tmp_path)


def test_every_kind_that_a_frame_may_ask_for_is_reachable() -> None:
    reached = {kind for hits in lexicons().index.values() for hit in hits for kind in hit.word.kinds}
    assert KINDS - {"none"} - reached == set()


def test_every_kind_is_used_where_it_says() -> None:
    kinds = load_yaml(HOME / "kinds.yaml")
    said = {(book, kind) for kind, entry in kinds.items() for book in entry["of"]}
    used = {(book, word.kind) for book in BOOKS for word in getattr(lexicons(), book)}
    assert said == used
