"""Whether it happened: negation, intent, attempt, threat and denial, each within its clause."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.read.clauses import Clause
from rasid.read.grid import Grid
from rasid.read.predicates import Predicate

_REACH = 4
_INTENT = {"intent": "planned", "future": "planned", "threat": "threatened", "attempt": "attempted", "planned": "planned"}


def negated(grid: Grid, predicate: Predicate, first: int) -> bool:
    """Tell whether a negation stands directly before the predicate (or before the verb that carries it)."""
    anchor = predicate.carrier or predicate
    for index in range(max(first, anchor.first - 2), anchor.first + 1):
        for hit in grid.at(index, "negation"):
            if hit.last <= anchor.first and anchor.first - hit.last <= 1 and hit.payload.kind == "negation":
                return True
    return False


def modality_of(grid: Grid, predicate: Predicate, clause: Clause, base: str) -> tuple[str, str]:
    """Return the modality and the reason; `base` is the frame's own."""
    anchor = predicate.carrier or predicate
    if anchor is not predicate and anchor.light is not None and anchor.light[0].modality != "asserted":
        return anchor.light[0].modality, f"'{anchor.light[0].id}'"
    if anchor.split.future or predicate.split.future:
        return "planned", "future"
    for index in range(max(clause.first, anchor.first - _REACH), anchor.first):
        for hit in grid.at(index, "cue_word"):
            if hit.payload.kind in _INTENT and hit.last <= anchor.first:
                return _INTENT[hit.payload.kind], f"'{hit.payload.lemma}' before it"
    return base, ""


def clause_at(clauses: Sequence[Clause], index: int) -> Clause:
    """Return the clause that holds a word."""
    for clause in clauses:
        if clause.first <= index < clause.last:
            return clause
    return clauses[-1]
