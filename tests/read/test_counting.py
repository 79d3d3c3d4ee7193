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
        ("اعتقلت قوات سوريا الديمقراطية راعيين في مدينة الرقة.", "coercion.arrest", {"arrested": (2, 2)}),
        ("اعتقلت القوات العشرات في مدينة الرقة.", "coercion.arrest", {"arrested": (20, 99)}),
        ("وأوقفت القوة 9 من المطلوبين في مدينة الرقة.", "coercion.arrest", {"arrested": (9, 9)}),
        (
            "قصفت قوات النظام بلدة كفرنبل فأوقعت ستة جرحى، كما استهدف مسلحون حاجزاً في درعا.",
            "violence.shelling",
            {"wounded": (6, 6)},
        ),
        (
            "لقي اثنان من الجنود مصرعهما في مدينة درعا بانفجار عبوة ناسفة.",
            "violence.ied",
            {"killed": (2, 2)},
        ),
        ("ارتقى طفل شهيداً بقصف مدفعي على بلدة كفرنبل.", "violence.shelling", {"killed": (1, 1)}),
        (
            "مجزرة ارتكبها الطيران الروسي بغارة على بلدة كفرنبل راح ضحيتها سبعة مدنيين.",
            "violence.airstrike",
            {"killed": (7, 7), "strikes": (1, 1)},
        ),
        (
            "قصفت المدفعية تجمعاً في بلدة كفرنبل وأوقعت 12 منهم بين قتيل وجريح.",
            "violence.shelling",
            {},
        ),
        (
            "هاجم مسلحو داعش حاجزاً للجيش في مدينة درعا ما أدى إلى مقتل ستة جنود، بينما قصفت طائرة مسيّرة بلدة كفرنبل.",
            "violence.assault",
            {"killed": (6, 6)},
        ),
        (
            "اندلعت اشتباكات بين الجيش وتنظيم داعش في بلدة كفرنبل سقط فيها خمسة من مقاتلي التنظيم.",
            "violence.clash",
            {"killed": (5, 5)},
        ),
        (
            "شن الطيران الروسي غارتين على بلدة كفرنبل أودت بثمانية مدنيين.",
            "violence.airstrike",
            {"killed": (8, 8), "strikes": (2, 2)},
        ),
        ("عثرت الشرطة في مدينة درعا على ست بنادق وقاذف.", "force.weapons_seized", {"munitions": (7, 7)}),
        ("عثرت الشرطة في مدينة درعا على مسدس ورمانتين.", "force.weapons_seized", {"munitions": (3, 3)}),
        (
            "أفرجت الفصائل في مدينة درعا عن أربعة أسرى مقابل ستة معتقلين.",
            "politics.release",
            {"released": (10, 10)},
        ),
        ("فجّر انتحاريان شاحنتين مفخختين في مدينة درعا.", "violence.suicide_attack", {"vehicles": (2, 2)}),
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
