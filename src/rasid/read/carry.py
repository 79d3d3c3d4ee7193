"""Light verbs: pair each with the happening that it carries ("أقدم X على طرد Y", "اندلعت اشتباكات", "استهدفت غارة Z")."""

from __future__ import annotations

from rasid.read.grid import Grid
from rasid.read.predicates import Predicate

_THAT = frozenset({"ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "وان", ":"})
ASKING = frozenset({"coercion.ultimatum", "coercion.demand"})
_PREPOSITIONS = frozenset({"من", "في", "الي", "علي", "عن", "بعد", "قبل", "خلال", "اثر", "عقب", "ضد", "رغم"})
_REACH = 14
_CASUAL_REACH = 7


def pair_lights(grid: Grid, predicates: list[Predicate]) -> list[Predicate]:
    """Link nouns of happening to the light verbs that carry them; return the predicates that may make events."""
    used: set[int] = set()
    # Those whose pronoun points back ("هجوم شنته X") first: they say who did it, whatever verb stands before the noun.
    order = sorted(enumerate(predicates), key=lambda pair: not (pair[1].verb and pair[1].split.suffix))
    for at, light in order:
        if light.light is None or not (light.verb or light.noun):
            continue
        happening = _happening(grid, predicates, at)
        if happening is None:
            continue
        if light.senses and not _prefers_light(light, happening):
            continue
        if happening.carrier is None:
            happening.carrier = light
            if not any(frame.type in ASKING for frame, _ in light.senses):
                used.add(id(light))  # a threat or demand is an event beside what it threatens or asks for
    return [predicate for predicate in predicates if predicate.senses and id(predicate) not in used]


def _prefers_light(light: Predicate, happening: Predicate) -> bool:
    """A verb that may be an event of its own (استهدف، نفذ) only carries when the happening stands close by."""
    gap = happening.first - light.last if happening.first >= light.last else light.first - happening.last
    exact = light.light is not None and happening.split.prep != "" and happening.split.prep in light.light[0].takes
    return gap <= (7 if exact else 3)


def _happening(grid: Grid, predicates: list[Predicate], at: int) -> Predicate | None:
    light = predicates[at]
    assert light.light is not None
    verb = light.light[0]
    if light.verb and light.split.suffix:
        return _behind_pronoun(predicates, at)
    if verb.happening == "subject":
        return _as_subject(grid, predicates, at)
    for other in predicates[at + 1 :]:
        if any(grid.words[index].form in _THAT for index in range(light.last, other.first)) and not other.verb:
            return None
        if other.first - light.last > _REACH or (other.verb and other.sentence == light.sentence and other.split.conj):
            return None
        if other.noun and other.senses and _governed(grid, light, other):
            return None if _somebody(other) else other
        if (
            other.verb
            and other.senses
            and other.tag is not None
            and other.tag.kind == "present"
            and _after_that(grid, light, other)
        ):
            return other
        if other.verb:
            return None
    return None


def _somebody(other: Predicate) -> bool:
    """Whether the noun is who was abducted or held ("إطلاق سراح مخطوفين"), not a happening."""
    return other.tag is not None and other.tag.kind == "passive"


def _behind_pronoun(predicates: list[Predicate], at: int) -> Predicate | None:
    """ "هجوم شنته X": the pronoun of the light verb stands for the happening before it."""
    light = predicates[at]
    for other in reversed(predicates[:at]):
        if light.first - other.last > _CASUAL_REACH or other.verb or other.sentence != light.sentence:
            return None
        if other.noun and other.senses and other.carrier is None:
            return other
    return None


def _as_subject(grid: Grid, predicates: list[Predicate], at: int) -> Predicate | None:
    light = predicates[at]
    for other in predicates[at + 1 :]:
        if other.first - light.last > 4 or other.verb:
            break
        governed = grid.words[other.first - 1].form in _PREPOSITIONS
        if other.noun and other.senses and not other.split.prep and not governed and other.carrier is None:
            return other
    if light.noun and light.light is not None and light.light[1].kind == "masdar":
        return None  # "استهداف سيارة": the noun of the light verb has its happening behind it
    for other in reversed(predicates[:at]):
        if light.first - other.last > _CASUAL_REACH or other.verb:
            return None
        if other.noun and other.senses and other.sentence == light.sentence:
            return other if other.carrier is None else None
    return None


def _governed(grid: Grid, light: Predicate, other: Predicate) -> bool:
    """Whether the happening stands after one of the prepositions that the light verb takes, or directly."""
    assert light.light is not None
    takes = light.light[0].takes
    before = grid.words[other.first - 1].form if other.first > 0 else ""
    for take in takes:
        if take == "":
            if not other.split.prep and before not in ("في", "من", "الي", "عن", "بعد", "قبل"):
                return True
        elif other.split.prep == take or before == take or (take == "ل" and before.startswith("لل")):
            return True
    if any(
        take in ("ب", "ل") and grid.words[index].form.startswith(take) and len(grid.words[index].form) > 4
        for take in takes
        for index in range(light.last, other.first)
    ):
        return True
    return (
        any(
            take and grid.words[index].form == take
            for take in takes
            for index in range(light.last, min(other.first, light.last + 5))
        )
        and other.first - light.last <= 6
    )


def _after_that(grid: Grid, light: Predicate, other: Predicate) -> bool:
    """ "حاول أن يقتحم": the happening as a verb after أن."""
    before = grid.words[other.first - 1].form
    return before in ("ان", "بان") and other.first - light.last <= 5
