"""One pass over the words of a report that finds every entry of every lexicon: a token trie over folded words.

A pattern is a tuple of keys (folded words without the article). The first word of a match may carry clitics, the
following ones only the article; quotation marks may stand between the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rasid.text import Analysis, Word, analyses, without_article

Payload = tuple[str, Any]  # (kind of entry, what the entry is)

_END = ""
_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"  # vowels written on a last letter
_QUOTES = frozenset("\"'«»“”„‟‘’()[]{}#_")


@dataclass(frozen=True, slots=True)
class Hit:
    """A lexicon entry found in the text: words [first, last), its kind and payload, how its first word splits."""

    first: int
    last: int
    kind: str
    payload: Any
    split: Analysis

    @property
    def length(self) -> int:
        """How many words the match spans."""
        return self.last - self.first


class Matcher:
    """The compiled trie of all lexicons; immutable once built."""

    __slots__ = ("_first", "_next", "root")

    def __init__(self, patterns: Iterable[tuple[tuple[str, ...], Payload]]) -> None:
        self.root: dict[str, Any] = {}
        for keys, payload in patterns:
            node = self.root
            for key in keys:
                node = node.setdefault(key, {})
            node.setdefault(_END, []).append(payload)
        self._reset()

    def _reset(self) -> None:
        self._first: dict[str, tuple[tuple[dict[str, Any], Analysis], ...]] = {}
        self._next: dict[str, tuple[str, ...]] = {}

    def __getstate__(self) -> dict[str, Any]:
        return self.root

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.root = state
        self._reset()

    def find(self, words: Sequence[Word]) -> list[Hit]:
        """Return every match, in order of its first word; of one kind only the longest at each first word."""
        hits: list[Hit] = []
        starts = self._starts
        for index, word in enumerate(words):
            if word.kind == "mark":
                continue
            bound = word.text.rstrip(_MARKS).endswith("ة")
            for node, split in starts(word.form):
                if bound and split.suffix:
                    continue  # مصادرة is a noun, and not "its sources"
                self._walk(words, index, node, split, hits)
        return hits

    def _starts(self, form: str) -> tuple[tuple[dict[str, Any], Analysis], ...]:
        """All trie nodes a form can open, one a (node, split), fewest clitics first; cached."""
        known = self._first.get(form)
        if known is None:
            if len(self._first) > 200_000:
                self._first.clear()
            found: list[tuple[dict[str, Any], Analysis]] = []
            seen: set[tuple[int, str, str, str]] = set()
            for split in analyses(form):
                node = self.root.get(split.stem)
                if node is None:
                    continue
                mark = (id(node), split.conj, split.prep, split.suffix)
                if mark not in seen:
                    seen.add(mark)
                    found.append((node, split))
            known = self._first[form] = tuple(found)
        return known

    def _walk(self, words: Sequence[Word], index: int, node: dict[str, Any], split: Analysis, hits: list[Hit]) -> None:
        best: dict[str, Hit | list[Hit]] = {}
        at, total = index + 1, len(words)
        ends = node.get(_END)
        if ends:
            self._keep(best, ends, index, at, split)
        while at < total and len(node) > (_END in node):
            word = words[at]
            if word.kind == "mark":
                if word.form in _QUOTES and at + 1 < total and words[at + 1].kind != "mark":
                    at += 1
                    continue
                break
            for key in self._nexts(word.form):
                following = node.get(key)
                if following is not None:
                    break
            else:
                break
            node, at = following, at + 1
            ends = node.get(_END)
            if ends and not split.suffix:
                self._keep(best, ends, index, at, split)
        for kept in best.values():
            hits.extend(kept if isinstance(kept, list) else [kept])

    @staticmethod
    def _keep(best: dict[str, Any], ends: list[Payload], first: int, last: int, split: Analysis) -> None:
        fresh: dict[str, list[Hit]] = {}
        for kind, payload in ends:
            fresh.setdefault(kind, []).append(Hit(first, last, kind, payload, split))
        best.update(fresh)

    def _nexts(self, form: str) -> tuple[str, ...]:
        """The keys a following word may have: itself, and itself without the article."""
        known = self._next.get(form)
        if known is None:
            bare = without_article(form)
            known = self._next[form] = (form,) if bare == form else (bare, form)
        return known
