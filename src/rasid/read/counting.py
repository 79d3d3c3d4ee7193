"""How many: the numbers of a sentence, each given to the happening and the quantity it counts."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.model.claims import Count, Span
from rasid.read.drafts import Draft
from rasid.read.grid import Grid
from rasid.read.predicates import Predicate
from rasid.model.times import Quantity

PERSONS = frozenset({"person", "civil", "fighter", "force", "family", "member", "people", "leader", "detained"})
_BY_TYPE = {
    "coercion.arrest": "arrested",
    "coercion.abduction": "abducted",
    "politics.release": "released",
    "society.displacement": "displaced",
    "society.protest": "people",
    "society.riot": "people",
    "society.strike": "people",
    "politics.meeting": "people",
    "force.recruitment": "people",
    "force.training": "fighters",
    "control.withdrawal": "fighters",
    "force.deployment": "fighters",
    "violence.clash": "fighters",
    "violence.assault": "fighters",
    "force.defection": "fighters",
    "control.transfer": "fighters",
    "society.body_found": "killed",
    "violence.execution": "killed",
}
_BY_NOUN = {"strike": "strikes", "munition": "munitions", "vehicle": "vehicles", "money": "money", "killed": "killed", "wounded": "wounded"}
_TAKES = {
    "strikes": ("violence.",),
    "munitions": ("violence.shelling", "violence.airstrike", "violence.drone_strike", "violence.air_defence", "force.weapons", "violence.ied"),
    "vehicles": ("force.", "control.", "coercion.destruction", "society.aid", "coercion.raid"),
    "money": ("coercion.extortion", "force.recruitment", "coercion.destruction"),
    "fighters": ("control.withdrawal", "force.", "violence.clash", "violence.assault", "control.transfer"),
}
_CLAUSE_REACH = 10


def casualty_count(grid: Grid, predicate: Predicate, key: str, quantities: Sequence[Quantity], stops: Sequence[int]) -> Count | None:
    """Return the number of dead or hurt that a casualty predicate tells, from the number nearest to it."""
    best: tuple[int, Quantity] | None = None
    for quantity in quantities:
        if quantity.role != "count":
            continue
        distance = _distance(predicate, quantity, stops)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, quantity)
    return as_count(grid, key, best[1]) if best else None


def _distance(predicate: Predicate, quantity: Quantity, stops: Sequence[int]) -> int | None:
    """Words between them; None where another casualty predicate stands between, or the number counts no people."""
    if quantity.noun is not None and predicate.first <= quantity.noun < predicate.last:
        return 0
    if quantity.kind and quantity.kind not in PERSONS and quantity.kind not in ("killed", "wounded"):
        return None
    if quantity.first >= predicate.last:
        gap = quantity.first - predicate.last
        between = any(predicate.first < stop < quantity.first for stop in stops)
        return gap if gap <= _CLAUSE_REACH and not between else None
    gap = predicate.first - quantity.last
    between = any(quantity.last <= stop < predicate.first for stop in stops)
    return gap + 3 if predicate.verb and 0 <= gap <= 4 and not between and not quantity.implied else None


def as_count(grid: Grid, key: str, quantity: Quantity) -> Count:
    """Turn a quantity into a count with its words."""
    words = grid.words[quantity.first : quantity.last]
    return Count(key, quantity.low, quantity.high, Span(words[0].start, words[-1].end), " ".join(word.text for word in words))


def other_counts(grid: Grid, drafts: Sequence[Draft], quantities: Sequence[Quantity], taken: set[int]) -> None:
    """Give each number that no casualty took to the nearest happening of the sentence that such a number belongs to."""
    for quantity in quantities:
        if quantity.role != "count" or quantity.first in taken:
            continue
        best: tuple[int, Draft, str] | None = None
        for draft in drafts:
            key = _key(draft, quantity)
            if key is None or key in draft.counts:
                continue
            after = quantity.first - draft.predicate.last
            distance = after if after >= 0 else (draft.predicate.first - quantity.last) + 4
            if distance <= _CLAUSE_REACH and (best is None or distance < best[0]):
                best = (distance, draft, key)
        if best is not None:
            best[1].counts[best[2]] = as_count(grid, best[2], quantity)


def _key(draft: Draft, quantity: Quantity) -> str | None:
    kind = quantity.kind or ""
    if kind in PERSONS or (not kind and quantity.noun is None and not quantity.implied):
        key = _BY_TYPE.get(draft.type)
        if key is None or (key == "fighters" and (quantity.implied or kind not in ("fighter", "force", "member"))) or (key == "people" and quantity.implied):
            return None
        return key if kind or key in ("arrested", "abducted", "released") else None
    named = _BY_NOUN.get(kind)
    if named is None:
        return None
    if draft.type == "society.body_found" and named == "killed":
        return named
    return named if draft.type.startswith(_TAKES.get(named, ("-",))) and not (quantity.implied and named == "vehicles" and draft.type != "force.weapons_seized") else None
