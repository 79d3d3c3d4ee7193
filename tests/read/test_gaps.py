"""What nothing recognised in a text."""

from __future__ import annotations

import pytest

from rasid.knowledge import load
from rasid.read.gaps import Gap, Sighting, rank, sightings
from rasid.read.shapes import skeleton, verb_shape


def gaps(text: str, kind: str) -> list[str]:
    return [one.shown for one in sightings(text) if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وزغردت قوات النظام في بلدة البارة أمس.", ["وزغردت"]),
        ("قتل ثلاثة مدنيين إثر زغردة قوات النظام في بلدة البارة.", ["زغردة"]),
        ("قصفت قوات النظام بلدة البارة أمس.", []),
        ("كان الوضع هادئا في بلدة البارة.", []),
    ],
)
def test_predicates_that_no_frame_knows(text: str, found: list[str]) -> None:
    assert gaps(text, "predicate") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('هاجم فصيل "زغاريد النصر" بلدة البارة.', ['فصيل "زغاريد النصر"']),
        ("هاجمت ميليشيا الحوثي بلدة البارة.", []),
        ("قصف الطيران مواقع متفرقة في بلدة البارة.", []),
    ],
)
def test_parties_that_no_actor_is(text: str, found: list[str]) -> None:
    assert gaps(text, "party") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قصفت قوات النظام قرية زغردينو أمس.", ["قرية زغردينو"]),
        ("قصفت قوات النظام قرية البارة أمس.", []),
        ("قصفت قوات النظام قرى مجاورة وجبالا استراتيجية أمس.", []),
        ("كما استخدم الجنود الغاز.", []),
    ],
)
def test_places_that_no_gazetteer_holds(text: str, found: list[str]) -> None:
    assert gaps(text, "place") == found


def test_an_example_stands_in_its_context() -> None:
    one = next(sightings("وزغردت قوات النظام في بلدة البارة أمس."))
    assert one.example == "[وزغردت] قوات النظام في بلدة البارة أمس."
    assert one.near == 2


def test_the_weightiest_come_first() -> None:
    seen = [
        Sighting("predicate", "ا", "الف", 1, "one"),
        Sighting("predicate", "ب", "باء", 1, "two"),
        Sighting("predicate", "ب", "باء", 3, "three"),
    ]
    assert rank(seen) == [Gap("predicate", "باء", 2, 4, "three"), Gap("predicate", "الف", 1, 1, "one")]


@pytest.mark.parametrize(
    ("one", "other"), [("ويزغرد", "تزغردون"), ("زغردت", "وزغردوا"), ("زغردها", "زغرد"), ("سيزغرد", "تزغرد")]
)
def test_forms_of_one_verb_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("word", "shape"), [("يزغرد", "present"), ("زغردت", "past"), ("زغردة", ""), ("الزغاريد", "")])
def test_shapes(word: str, shape: str) -> None:
    assert verb_shape(word, word) == shape


def test_ordinary_words_are_known_in_all_their_forms() -> None:
    assert {"كانت", "يصبح", "اصبحوا"} <= load().ordinary
