"""Clauses: stretches of a sentence around its predicates, bounded by connectives, conjunctions before verbs, punctuation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rasid.read.grid import Grid
from rasid.read.predicates import Predicate
from rasid.text import Sentence


@dataclass(frozen=True, slots=True)
class Clause:
    """Words [first, last) and what opens them: start, relative, cause, result, time, contrast, purpose, coordination, comma."""

    first: int
    last: int
    opens: str


def clauses_of(grid: Grid, sentence: Sentence, predicates: Sequence[Predicate]) -> tuple[Clause, ...]:
    """Split a sentence into clauses."""
    verbs = {p.first: p for p in predicates if p.verb}
    cuts: dict[int, str] = {sentence.first: "start"}
    for index in range(sentence.first, sentence.last):
        opens = _opens(grid, index, verbs)
        if opens:
            cuts.setdefault(index, opens)
    starts = sorted(cuts)
    ends = [*starts[1:], sentence.last]
    return tuple(Clause(a, b, cuts[a]) for a, b in zip(starts, ends, strict=True))


def _opens(grid: Grid, index: int, verbs: dict[int, Predicate]) -> str:
    for hit in grid.at(index, "connective"):
        return str(hit.payload.kind)
    verb = verbs.get(index)
    if verb is not None and verb.split.conj:
        return "coordination"
    if grid.at(index, "reporting") and any(
        hit.split.conj and hit.payload.form == "verb" for hit in grid.at(index, "reporting")
    ):
        return "coordination"
    word = grid.words[index]
    if word.kind == "mark" and word.form in ("؛", ";", ":", "…", ".."):
        return "stop"
    return ""
