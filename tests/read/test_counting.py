"""Casualties and other numbers: how many, and of which happening."""

from __future__ import annotations

from datetime import date

import pytest

from rasid.model.claims import Count, Span
from rasid.read import read
from rasid.read.counting import add_up, reconcile


def counts(text: str) -> dict[str, dict[str, tuple[int, int | None]]]:
    reading = read(text, published=date(2024, 1, 1), source="src.sohr", country="SY")
    return {claim.type: {count.key: (count.low, count.high) for count in claim.counts} for claim in reading.claims}


@pytest.mark.parametrize(
    ("text", "type_", "told"),
    [
        (
            "قُتل ثلاثة مدنيين بينهم طفلان وأصيب 12 آخرون بقصف مدفعي لقوات النظام على بلدة كفرنبل.",
            "violence.shelling",
            {"killed": (3, 3), "wounded": (12, 12)},
        ),
        (
            "4 قتلى و12 جريحاً بغارة جوية روسية على مدينة إدلب.",
            "violence.airstrike",
            {"killed": (4, 4), "wounded": (12, 12), "strikes": (1, 1)},
        ),
        (
            "أدى قصف مدفعي لقوات النظام على بلدة كفرنبل إلى مقتل شاب وإصابة آخر.",
            "violence.shelling",
            {"killed": (1, 1), "wounded": (1, 1)},
        ),
        (
            "مقتل جندي وثلاثة مدنيين بقصف مدفعي لقوات النظام على بلدة كفرنبل.",
            "violence.shelling",
            {"killed": (4, 4)},
        ),
        ("اعتقلت قوات سوريا الديمقراطية شاباً في مدينة الرقة.", "coercion.arrest", {"arrested": (1, 1)}),
        ("اعتقلت قوات سوريا الديمقراطية شابين في مدينة الرقة.", "coercion.arrest", {"arrested": (2, 2)}),
    ],
)
def test_numbers_belong_to_the_happening_that_they_count(
    text: str, type_: str, told: dict[str, tuple[int, int | None]]
) -> None:
    assert counts(text)[type_] == told


def count(low: int, high: int | None, start: int = 0) -> Count:
    return Count("killed", low, high, Span(start, start + 2), "")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ((75, 75), (71, None), (71, 75)),
        ((20, 99), (75, 75), (75, 75)),
        ((40, 40), (40, None), (40, None)),
        ((5, 5), (1, 1), (5, 5)),
        ((3, 3), (4, 4), (3, 4)),
    ],
)
def test_two_figures_of_one_toll_make_what_both_allow(
    one: tuple[int, int | None], other: tuple[int, int | None], told: tuple[int, int | None]
) -> None:
    for first, second in ((one, other), (other, one)):
        found = reconcile(count(*first), count(*second))
        assert (found.low, found.high) == told


def test_other_people_are_added_and_the_same_words_are_not() -> None:
    assert add_up(count(3, 3), count(2, 2, start=9)).low == 5
    assert add_up(count(3, 3), count(3, 3)).low == 3
