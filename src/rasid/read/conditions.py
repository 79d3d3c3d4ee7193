"""The conditions of frames: what kinds of thing stand as subject, object, after a preposition, in the clause, sentence or report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from rasid.knowledge.frames import Condition, Frame

Kinds = frozenset[str]
_NOTHING: Kinds = frozenset()


@dataclass(frozen=True, slots=True)
class KindIndex:
    """Every kind of noun, party or place of a report by the word it stands at, sorted."""

    positions: Sequence[int]
    kinds: Sequence[str]

    def within(self, first: int, last: int) -> Kinds:
        """Return the kinds that stand in words [first, last)."""
        low, high = bisect_left(self.positions, first), bisect_left(self.positions, last)
        return frozenset(self.kinds[low:high])

    @classmethod
    def of(cls, pairs: Sequence[tuple[int, str]]) -> KindIndex:
        """Build an index from (word, kind) pairs in any order."""
        ordered = sorted(pairs)
        return cls([position for position, _ in ordered], [kind for _, kind in ordered])


@dataclass(slots=True)
class Scope:
    """The kinds that a predicate's conditions are tested against."""

    subject: Kinds = _NOTHING
    object: Kinds = _NOTHING
    clause: Kinds = _NOTHING
    sentence: Kinds = _NOTHING
    report: Kinds = _NOTHING
    governed: dict[str, Kinds] = field(default_factory=dict)

    def kinds(self, role: str) -> Kinds:
        """Return the kinds that fill a role of a condition."""
        if role == "subject":
            return self.subject
        if role == "object":
            return self.object
        if role == "with":
            return self.clause
        if role == "sentence":
            return self.sentence
        if role == "report":
            return self.report
        return self.governed.get(role, _NOTHING)


def holds(conditions: Sequence[Condition], scope: Scope) -> bool:
    """Tell whether all conditions hold."""
    return all(_one(condition, scope) for condition in conditions)


def _one(condition: Condition, scope: Scope) -> bool:
    found = scope.kinds(condition.role)
    fits = bool(found & condition.kinds) or ("none" in condition.kinds and not found)
    return fits != condition.negated


def needs_met(frame: Frame, scope: Scope) -> bool:
    """Tell whether one of the frame's needs is met (or it has none)."""
    return not frame.needs or any(holds(conditions, scope) for conditions in frame.needs)


def refined_type(frame: Frame, scope: Scope) -> tuple[str, str]:
    """Return the type of the first refinement that holds, with the reason; else the frame's own."""
    for rule in frame.refine:
        if holds(rule.conditions, scope):
            told = ", ".join(
                f"{'not ' if c.negated else ''}{c.role}: {'/'.join(sorted(c.kinds))}" for c in rule.conditions
            )
            return rule.type, f"'{frame.id}' with {told}"
    return frame.type, f"'{frame.id}'"
