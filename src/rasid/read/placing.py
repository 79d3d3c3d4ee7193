"""Where: the place phrase that a predicate's happening is at, chosen by how it is governed and how near it stands."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.knowledge.frames import Frame
from rasid.read.predicates import Predicate
from rasid.read.roles import Setting
from rasid.read.sites import PlacePhrase

_LEAVING = (
    "control.withdrawal",
    "society.displacement",
    "coercion.expulsion",
    "force.weapons_transfer",
    "force.patrol",
)
_GOING = ("force.deployment", "control.transfer", "control.capture", "society.aid", "control.base")
WEIGHTS = {
    "same_clause": 3.5,
    "object": 0.3,
    "governed": 0.5,
    "clause_boundary": -0.8,
    "relative_boundary": -0.3,
    "verb_between": -0.7,
    "place_between": -0.35,
    "before": -0.6,
    "later_clause": -2.2,
    "word": -0.03,
    "from": -1.2,
    "from_leaving": 1.2,
    "to": -0.2,
    "to_going": 0.8,
    "to_leaving": -1.5,
    "origin": -2.0,
    "speaker": -3.0,
    "side": -2.0,
    "wide": -0.7,
    "state": -1.5,
    "whole_unit": -3.2,
}


def wide(phrase: PlacePhrase) -> bool:
    """Whether the phrase names a whole country (ids of countries have no dot)."""
    return bool(phrase.candidates) and all("." not in place for place in phrase.candidates)


def choose_phrase(
    predicate: Predicate, type_: str, frame: Frame, setting: Setting, places: Sequence[PlacePhrase]
) -> tuple[PlacePhrase | None, float, str]:
    """Return the best place phrase of the sentence for a predicate, its score and the reason."""
    best: tuple[PlacePhrase | None, float, str] = (None, 0.0, "")
    anchor = predicate.carrier or predicate
    for phrase in places:
        if phrase.joined is not None and phrase.joined in places:
            continue
        score, reason = _score(phrase, predicate, anchor, type_, setting, places)
        if score > best[1] or best[0] is None:
            best = (phrase, score, reason)
    return best


def _score(
    phrase: PlacePhrase,
    predicate: Predicate,
    anchor: Predicate,
    type_: str,
    setting: Setting,
    places: Sequence[PlacePhrase],
) -> tuple[float, str]:
    after = phrase.first >= predicate.first
    near = phrase.first if after else phrase.last - 1
    hard, relative = setting.boundaries(near, predicate.first)
    between = sum(
        1
        for other in places
        if min(near, predicate.first) < other.first < max(near, predicate.first)
        and other is not phrase
        and other.joined is None
    )
    score = WEIGHTS["same_clause"] + WEIGHTS["clause_boundary"] * hard + WEIGHTS["relative_boundary"] * relative
    score += WEIGHTS["verb_between"] * setting.verbs_between(near, predicate.first) + WEIGHTS["place_between"] * between
    score += WEIGHTS["word"] * abs(near - predicate.first)
    if not after:
        score += WEIGHTS["before"]
    elif hard:
        score += WEIGHTS["later_clause"]
    role = phrase.governor.role
    score += _governed(role, type_, after=after)
    if phrase.origin:
        score += WEIGHTS["origin"]
    if role == "side":
        score += WEIGHTS["side"]
    if any(cue.kind == "country" for cue in phrase.cues) or wide(phrase):
        score += WEIGHTS["wide"]
        if role == "" and not phrase.cues and not phrase.directions:
            score += WEIGHTS["state"]  # bare, the country is rather the state
    if phrase.reference in ("governorate", "region", "district", "subdistrict"):
        score += WEIGHTS["whole_unit"]
    if phrase.speaker:
        score += WEIGHTS["speaker"]
    where = "in the same clause" if hard + relative == 0 else "in the same sentence"
    return score, f"{where}, {'after' if after else 'before'} the predicate" + (
        f", after {phrase.governor.words}" if phrase.governor.words else ""
    )


def _governed(role: str, type_: str, *, after: bool) -> float:
    if role == "from":
        return WEIGHTS["from_leaving"] if type_ in _LEAVING else WEIGHTS["from"]
    if role == "to":
        if type_ in _LEAVING:
            return WEIGHTS["to_leaving"]
        return WEIGHTS["to_going"] if type_ in _GOING else WEIGHTS["to"]
    if role in ("in", "by", "on"):
        return WEIGHTS["governed"]
    return WEIGHTS["object"] if role == "" and after else 0.0
