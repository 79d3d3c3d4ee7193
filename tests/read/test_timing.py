"""Which day a happening gets."""

from __future__ import annotations

from datetime import date

import pytest

from rasid.read.reader import read

DAY = date(2024, 1, 10)  # a Wednesday


def day_of(text: str, type_: str) -> tuple[date, date] | None:
    claims = read(text, published=DAY, source="src.enab", country="SY").claims
    claim = next(claim for claim in claims if claim.type == type_)
    return (claim.date.start, claim.date.end) if claim.date is not None else None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("قصفت قوات النظام أمس مدينة أريحا.", date(2024, 1, 9), date(2024, 1, 9)),
        ("قصفت قوات النظام مدينة أريحا.", date(2024, 1, 9), date(2024, 1, 10)),
        (
            "اعتقلت قوات النظام شاباً يوم الأحد الماضي، ثم قصفت قوات النظام في اليوم التالي مدينة أريحا.",
            date(2024, 1, 8),
            date(2024, 1, 8),
        ),
        ("قصفت قوات النظام أمس مدينة أريحا المحاصرة منذ سبعة أعوام.", date(2024, 1, 9), date(2024, 1, 9)),
        ("وعقد الاجتماع أمس بعد يومين من قصف مدينة أريحا.", date(2024, 1, 7), date(2024, 1, 7)),
    ],
)
def test_day(text: str, first: date, last: date) -> None:
    assert day_of(text, "violence.shelling") == (first, last)


def test_no_day_can_be_told() -> None:
    assert day_of("وكانت قوات النظام قد قصفت في وقت سابق مدينة أريحا.", "violence.shelling") is None


def test_what_is_planned_is_not_of_the_day_it_was_announced() -> None:
    assert day_of("أعلنت قوات النظام أمس أنها ستفرج عن معتقلين في مدينة درعا.", "politics.release") is None
