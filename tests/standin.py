"""Words for the tests of times and quantities, cut by `rasid.text` where it is there, else by a stand-in of its contract."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rasid.knowledge.lexfold import fold


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    form: str
    kind: str
    gap: bool


_PIECE = re.compile(r"(\s*)(?:([0-9٠-٩۰-۹]+)|([^\W\d_]+(?:[\u064b-\u065f\u0670ـ]*[^\W\d_]*)*)|(\S))")


def words(raw: str) -> tuple[Word, ...]:
    """Cut `raw` into words, numbers and marks."""
    found = []
    for match in _PIECE.finditer(raw):
        gap, number, word, mark = match.groups()
        text = number or word or mark or ""
        kind = "number" if number else "word" if word else "mark"
        found.append(Word(text, fold(text) or text, kind, bool(gap)))
    return tuple(found)
