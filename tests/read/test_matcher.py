"""The trie over folded words: what matches, which match is kept, how the first word splits."""

from __future__ import annotations

import pickle

import pytest

from rasid.read.matcher import Matcher
from rasid.text import words

PATTERNS = [
    (("قوات",), ("head", "forces")),
    (("قوات", "نظام"), ("name", "army")),
    (("قوات", "نظام", "سابق"), ("name", "old army")),
    (("نظام",), ("name", "state")),
    (("شحيل",), ("place", "Shuhayl")),
]


def found(text: str, matcher: Matcher | None = None) -> list[tuple[int, int, str, str]]:
    hits = (matcher or Matcher(PATTERNS)).find(words(text))
    return [(hit.first, hit.last, hit.kind, hit.payload) for hit in hits]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قوات", [(0, 1, "head", "forces")]),
        ("القوات", [(0, 1, "head", "forces")]),
        ("قوات النظام", [(0, 1, "head", "forces"), (0, 2, "name", "army"), (1, 2, "name", "state")]),
        (
            "قوات النظام السابق",
            [(0, 1, "head", "forces"), (0, 3, "name", "old army"), (1, 2, "name", "state")],
        ),
        ('قوات "النظام"', [(0, 1, "head", "forces"), (0, 3, "name", "army"), (2, 3, "name", "state")]),
        ("قوات، النظام", [(0, 1, "head", "forces"), (2, 3, "name", "state")]),
        ("قُوَّات", [(0, 1, "head", "forces")]),
        ("مدرسة", []),
        ("", []),
    ],
)
def test_the_longest_of_each_kind_at_each_word(text: str, told: list[tuple[int, int, str, str]]) -> None:
    assert sorted(found(text)) == sorted(told)


@pytest.mark.parametrize(
    ("text", "conj", "prep", "article"),
    [
        ("الشحيل", "", "", True),
        ("والشحيل", "و", "", True),
        ("بالشحيل", "", "ب", True),
        ("للشحيل", "", "ل", True),
        ("وبالشحيل", "و", "ب", True),
    ],
)
def test_clitics_of_the_first_word(text: str, conj: str, prep: str, article: bool) -> None:
    (hit,) = Matcher(PATTERNS).find(words(text))
    assert (hit.split.conj, hit.split.prep, hit.split.article) == (conj, prep, article)


def test_a_copy_of_the_trie_finds_the_same() -> None:
    matcher = Matcher(PATTERNS)
    copy = pickle.loads(pickle.dumps(matcher))
    assert found("قوات النظام في الشحيل", copy) == found("قوات النظام في الشحيل", matcher)
