"""The words of a report with everything the matcher found on them, ready to be asked by position and kind."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.read.matcher import Hit
from rasid.text import Word

OPENING = frozenset("\"'«“‘([{#")
CLOSING = frozenset("\"'»”’)]}")
QUOTES = OPENING | CLOSING
_NOMINAL = frozenset({"head", "name", "place", "facility", "noun", "nation", "cue", "direction"})
_LONE_CLITICS = frozenset({"ل", "ب", "ك", "و", "ول", "وب", "فل", "لل", "ف"})


class Grid:
    """Hits by first word and kind. Names of several words hide what stands inside them."""

    __slots__ = ("_by", "hidden", "words")

    def __init__(self, words: Sequence[Word], hits: Sequence[Hit]) -> None:
        self.words = words
        self._by: list[dict[str, list[Hit]] | None] = [None] * (len(words) + 1)
        self.hidden = _hidden(len(words), hits)
        for hit in hits:
            if hit.kind != "name" and self.hidden[hit.first] > hit.length:
                continue
            if hit.split.future and hit.kind in _NOMINAL:
                continue  # سـ of the future stands before verbs only (سامراء is no "أمراء")
            kinds = self._by[hit.first]
            if kinds is None:
                kinds = self._by[hit.first] = {}
            kinds.setdefault(hit.kind, []).append(hit)

    def at(self, index: int, kind: str) -> Sequence[Hit]:
        """Return the hits of a kind that start at a word."""
        kinds = self._by[index] if index < len(self.words) else None
        return kinds.get(kind, ()) if kinds else ()

    def kinds(self, index: int) -> dict[str, list[Hit]]:
        """Return all hits that start at a word, by kind."""
        return (self._by[index] if index < len(self.words) else None) or {}

    def skip_marks(self, index: int, last: int) -> int:
        """Return the next word at or after `index` that is no quotation mark."""
        words = self.words
        while index < last and words[index].kind == "mark" and words[index].form in QUOTES:
            index += 1
        return index

    def clitic(self, index: int) -> str:
        """Return the lone clitic that stands as a word of its own before a quote (لـ"قسد"), or an empty string."""
        before = index - 1
        while before >= 0 and self.words[before].kind == "mark" and self.words[before].form in OPENING:
            before -= 1
        form = self.words[before].form if before >= 0 else ""
        return form if form in _LONE_CLITICS else ""


def _hidden(total: int, hits: Sequence[Hit]) -> list[int]:
    """For each word, the length of the longest multi-word name of an actor or place over it (0 where none)."""
    cover = [0] * (total + 1)
    for hit in hits:
        if hit.length > 1 and hit.kind in ("name", "place", "idiom"):
            for index in range(hit.first, hit.last):
                if cover[index] < hit.length:
                    cover[index] = hit.length
    return cover
