"""Hits by word and kind: names of several words hide what stands inside them."""

from __future__ import annotations

import pytest

from rasid.read.grid import Grid
from rasid.read.matcher import Matcher
from rasid.text import words

MATCHER = Matcher(
    [
        (("جيش",), ("head", "army")),
        (("جيش", "وطني", "سوري"), ("name", "SNA")),
        (("وطني",), ("frame", "national")),
        (("سوري",), ("nation", "Syria")),
        (("قسد",), ("name", "SDF")),
    ]
)


def grid(text: str) -> Grid:
    found = words(text)
    return Grid(found, MATCHER.find(found))


def test_a_name_hides_shorter_hits_inside_it() -> None:
    laid = grid("الجيش الوطني السوري")
    assert set(laid.kinds(0)) == {"name"}
    assert laid.kinds(1) == {}
    assert laid.at(2, "nation") == ()


def test_nothing_is_hidden_outside_a_name() -> None:
    laid = grid("الجيش السوري")
    assert [hit.payload for hit in laid.at(0, "head")] == ["army"]
    assert [hit.payload for hit in laid.at(1, "nation")] == ["Syria"]


def test_asking_past_the_end_gives_nothing() -> None:
    laid = grid("الجيش")
    assert laid.at(5, "head") == ()
    assert laid.at(1, "head") == ()


@pytest.mark.parametrize(
    ("text", "clitic"),
    [('لـ"قسد"', "ل"), ('بـ"قسد"', "ب"), ('و"قسد"', "و"), ('في "قسد"', ""), ('"قسد"', "")],
)
def test_a_clitic_that_stands_before_a_quotation_mark(text: str, clitic: str) -> None:
    laid = grid(text)
    at = next(index for index, word in enumerate(laid.words) if word.form == "قسد")
    assert laid.clitic(at) == clitic


def test_quotation_marks_are_skipped_up_to_the_end() -> None:
    laid = grid('"قسد"')
    assert laid.skip_marks(0, len(laid.words)) == 1
    assert laid.skip_marks(2, len(laid.words)) == 3
