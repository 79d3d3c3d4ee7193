"""Words: spans, kinds, gaps, lines and the written passive."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from rasid.text import fold_word, words
from tests.text.test_fold import TEXTS


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("الـ55", ["ال:word", "55:number"]),
        ("الـPKK", ["ال:word", "pkk:word"]),
        ("M4", ["m:word", "4:number"]),
        ("#الأمم_المتحدة", ["#:mark", "الامم:word", "المتحده:word"]),
        ("و قتل", ["و:word", "قتل:word"]),
        ("«قسد»", ["«:mark", "قسد:word", "»:mark"]),
        ("🔴 عاجل", ["🔴:mark", "عاجل:word"]),
        ("25.03.2025", ["25:number", ".:mark", "03:number", ".:mark", "2025:number"]),
        ("19-9-2025", ["19:number", "-:mark", "9:number", "-:mark", "2025:number"]),
        ("1.200 و١٬٢٠٠", ["1.200:number", "و:word", "1,200:number"]),
        ("2,5 و٢٫٥", ["2,5:number", "و:word", "2.5:number"]),
        ("10:28", ["10:number", "::mark", "28:number"]),
        ("5, 6", ["5:number", "،:mark", "6:number"]),
        ("نعم...", ["نعم:word", "..:mark"]),
        ("ــــــ", ["-:mark"]),
        ("-----", ["-:mark"]),
    ],
)
def test_tokens(raw: str, expected: list[str]) -> None:
    assert [f"{word.form}:{word.kind}" for word in words(raw)] == expected


def test_gaps_and_lines() -> None:
    found = words('قال "نعم"\r\n\nثم')
    assert [(word.gap, word.line) for word in found] == [
        (False, 0), (True, 0), (False, 0), (False, 0), (True, 2),
    ]  # fmt: skip


def test_spans_are_tight() -> None:
    raw = "\u200fقُصفَ\u200f "
    (word,) = words(raw)
    assert (word.start, word.end, word.text) == (1, 6, "قُصفَ")


@pytest.mark.parametrize(
    ("raw", "passive"),
    [
        ("قُتل", True),
        ("وقُتل", True),
        ("فقُتلوا", True),
        ("أُصيب", True),
        ("وأُصيب", True),
        ("استُهدف", True),
        ("اعتُقل", True),
        ("اتُّفق", True),
        ("تُرك", True),
        ("مُنع", True),
        ("يُخلي", False),
        ("تُظهر", False),
        ("سيُسحب", False),
        ("قتل", False),
        ("شهدُ", False),
    ],
)
def test_passive(raw: str, passive: bool) -> None:
    assert words(raw)[0].passive is passive


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_words_fold_from_their_slices(raw: str) -> None:
    done = 0
    for word in words(raw):
        assert done <= word.start < word.end <= len(raw)
        assert raw[word.start : word.end] == word.text
        assert fold_word(word.text) == word.form
        assert word.form
        done = word.end
