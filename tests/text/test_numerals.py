"""Digits and groups of digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.text import fold_digits, parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12), ("١٢٠٠", 1200), ("1.200", 1200), ("1,200", 1200), ("١٬٢٠٠", 1200), ("2,5", 2.5), ("٢٫٥", 2.5),
        ("1.200.000", 1_200_000), ("1,200.5", 1200.5), ("1.200,5", 1200.5), ("0.125", 0.125), ("0", 0), ("007", 7),
        ("25.03.2025", None), ("12,34,5", None), ("قصف", None), ("", None), (".", None), ("1" * 5000, None),
    ],
)  # fmt: skip
def test_groups_of_digits(text: str, number: float | None) -> None:
    assert parse_number(text) == number


def test_fold_digits_changes_nothing_else() -> None:
    assert fold_digits("في ١٢ و۳۴ قُتل") == "في 12 و34 قُتل"


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    parse_number(text)
    assert len(fold_digits(text)) == len(text)
