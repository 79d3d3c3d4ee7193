"""What reports count, and numbers that count nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.errors import KnowledgeError
from rasid.knowledge.calendar import load_counted, numbers
from rasid.model.times import Quantity
from rasid.read.numerals import number_at
from rasid.read.quantities import find_quantities
from rasid.text import words


def quantities(raw: str) -> tuple[Quantity, ...]:
    cut = words(raw)
    return find_quantities(cut, 0, len(cut))


UNITS = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
TENS = ["", "", "عشرين", "ثلاثون", "أربعين", "خمسون", "ستين", "سبعون", "ثمانين", "تسعون"]
HUNDREDS = ["", "مئة", "مئتين", "ثلاثمئة", "أربعمائة", "خمسمئة", "ستمائة", "سبع مئة", "ثمانمئة", "تسع مائة"]


def spelled(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    if rest <= 10:
        below = UNITS[rest]
    elif rest < 20:
        below = ("أحد" if rest == 11 else "اثنا" if rest == 12 else UNITS[rest - 10]) + " عشر"
    else:
        below = " و".join(part for part in (UNITS[rest % 10], TENS[rest // 10]) if part)
    return " و".join(part for part in (HUNDREDS[hundreds], below) if part)


@pytest.mark.parametrize("value", range(1, 1000))
def test_every_number_below_a_thousand_is_read_from_words(value: int) -> None:
    cut = words(spelled(value))
    number = number_at(cut, 0, len(cut))
    assert number and (number.low, number.high, number.last) == (value, value, len(cut))


@pytest.mark.parametrize("digits", ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"])
def test_digits_of_every_script_are_read(digits: str) -> None:
    (quantity,) = quantities("1,250 جندياً".translate(str.maketrans("0123456789", digits)))
    assert (quantity.low, quantity.high, quantity.kind) == (1250, 1250, "fighter")


@pytest.mark.parametrize(
    ("raw", "low", "high", "kind"),
    [
        ("ثلاثة مدنيين", 3, 3, "person"),
        ("15 ألف شخص", 15000, 15000, "person"),
        ("3 آلاف مقاتل", 3000, 3000, "fighter"),
        ("ألف ومئتين وخمسين لغماً", 1250, 1250, "munition"),
        ("ألفي مقاتل", 2000, 2000, "fighter"),
        ("1.5 مليون دولار", 1500000, 1500000, "money"),
        ("أكثر من خمسين شهيداً", 51, None, "killed"),
        ("ما يزيد على 150 من المدنيين", 151, None, "person"),
        ("ما لا يقل عن 15 عنصراً", 15, None, "fighter"),
        ("38 قتيلاً على الأقل", 38, None, "killed"),
        ("ستة على الأقل", 6, None, None),
        ("صاروخين على الأقل", 2, None, "munition"),
        ("أقل من 50 مسلحاً", 1, 49, "fighter"),
        ("لا يتجاوز 20 شخصاً", 1, 20, "person"),
        ("نحو مئة مقاتل", 90, 110, "fighter"),
        ("قرابة 15 جريحاً", 14, 16, "wounded"),
        ("ما يقارب 5 سيارات", 4, 6, "vehicle"),
        ("بين 3 و5 جنود", 3, 5, "fighter"),
        ("ما بين 2500 و3000 شخص", 2500, 3000, "person"),
        ("3-5 عناصر", 3, 5, "fighter"),
        ("ثلاثة أو أربعة صواريخ", 3, 4, "munition"),
        ("20 إلى 25 ألف دولار", 20000, 25000, "money"),
        ("عشرات البراميل", 20, 99, "munition"),
        ("مئات من مقاتليها", 200, 999, "fighter"),
        ("آلاف المدنيين", 2000, 9999, "person"),
        ("عشرات الآلاف من النازحين", 20000, 99999, "person"),
        ("شخصان", 2, 2, "person"),
        ("قذيفتين", 2, 2, "munition"),
        ("سيارتي إسعاف", 2, 2, "vehicle"),
        ("مدنيَين", 2, 2, "person"),
        ("شرطيين اثنين", 2, 2, "fighter"),
        ("عنصر واحد", 1, 1, "fighter"),
        ("أحد عناصره", 1, 1, "fighter"),
        ("إحدى السيارات", 1, 1, "vehicle"),
        ("اثنين من مقاتليه", 2, 2, "fighter"),
        ("الشبان الثلاثة", 3, 3, "person"),
        ("25 عائلة", 25, 25, "family"),
        ("ثلاث غارات", 3, 3, "strike"),
    ],
)
def test_numbers_have_these_bounds(raw: str, low: int, high: int | None, kind: str | None) -> None:
    (quantity,) = quantities(raw)
    assert (quantity.low, quantity.high, quantity.kind, quantity.role, quantity.implied) == (
        low,
        high,
        kind,
        "count",
        False,
    )


@pytest.mark.parametrize(
    ("raw", "roles"),
    [
        ("اللواء 444", ["name"]),
        ("الفرقة 17", ["name"]),
        ("طريق M4", ["name"]),
        ("إف-16", ["name"]),
        ("كوردستان24", ["name"]),
        ("عيار 120 ملم", ["calibre"]),
        ("الساعة 6", ["time"]),
        ("في 16 نيسان", ["time"]),
        ("لمدة 48 ساعة", ["time"]),
        ("عام 2017", ["time"]),
        ("13 كم غربي", ["distance"]),
        ("40 بالمئة", ["percent"]),
        ("يبلغ من العمر 30 عاماً", ["age"]),
        ("قصفت 18 مرة", ["times"]),
        ("ارتفعت الحصيلة من 3 إلى 5 قتلى", ["superseded", "count"]),
    ],
)
def test_numbers_that_count_nothing_say_so(raw: str, roles: list[str]) -> None:
    assert [quantity.role for quantity in quantities(raw)] == roles


@pytest.mark.parametrize("raw", ["شاب", "مدني", "قتيل", "جندياً", "بغارة"])
def test_a_singular_noun_implies_one(raw: str) -> None:
    (quantity,) = quantities(raw)
    assert (quantity.low, quantity.high, quantity.implied) == (1, 1, True)


@pytest.mark.parametrize(
    "raw",
    [
        "عدد من الجرحى",
        "بضعة عناصر",
        "مدنيين",
        "كل شخص",
        "دون أي قتيل",
        "المدني",
        "هجوم انتحاري",
        "الفصل الثالث",
        "مصدر عسكري",
    ],
)
def test_what_gives_no_number_gives_none(raw: str) -> None:
    assert quantities(raw) == ()


def test_others_are_marked() -> None:
    assert [(quantity.low, quantity.others) for quantity in quantities("قتل مدنيان وأصيب 23 آخرون")] == [
        (2, False),
        (23, True),
    ]


def test_a_list_of_counts_keeps_its_nouns_apart() -> None:
    found = quantities("9 قتلى و31 جريحاً بينهم ثمانية ضباط")
    assert [(quantity.low, quantity.kind) for quantity in found] == [(9, "killed"), (31, "wounded"), (8, "fighter")]


def test_money_has_a_unit() -> None:
    assert quantities("8 دولارات أميركية")[0].unit == "USD"


def test_the_noun_loader_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "counted.yaml"
    path.write_text("person:\n  - {one: شخص, few: []}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"counted\.yaml:1: key 'detained' is missing"):
        load_counted(path)


def test_no_counted_noun_is_a_number_word() -> None:
    assert not numbers().nouns.keys() & numbers().numerals.keys()
