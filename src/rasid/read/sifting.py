"""Whether what the rules propose is a happening, and of which type: weighed once more with the whole report in view.

Frames propose; many a word names an event only sometimes (a threat in passing, a habit, a charge, a name), or names
one of two kinds by what stands around it (taken with or without a fight, killed by whom). A learned judge
(`data/learned/sifting.json`) weighs the proposed type and those that it was seen to be taken for.
No column names a report, a person, a place, a number of the text, or an actor other than a class of people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rasid.model.claims import PARTY_ROLES
from rasid.read.casting import class_of, name_of
from rasid.read.conditions import KindIndex
from rasid.read.drafts import Draft
from rasid.read.scene import Scene
from rasid.read.weigh import Judge
from rasid.text import Word

CATEGORIES = (
    "type", "pair",  # the type that is weighed, and what it would be taken for; the rest is of the happening
    "proposed", "frame", "form", "tense", "modality", "before", "after", "opens", "roles", "doer", "victim", "side",
    "place", "date", "speaker", "earlier", "later", "why",
)  # fmt: skip
KINDS = (
    "weapon", "drone", "aircraft", "artillery", "missile", "explosive", "mine", "suicide", "chemical", "grenade", "remnant",
    "small_arms", "building", "property", "money", "aid", "drugs", "body", "agreement", "road", "vehicle", "recruit",
    "demonstration", "deadline", "place", "detainee", "pay", "people", "civilian", "force", "state", "fighting",
    "facility", "leader", "unknown_gunmen", "tribe",
)  # fmt: skip
NUMBERS = (
    "own_type",  # of the type that is weighed: 1 where it is the proposed one
    "headline", "sentence", "sentences", "happenings", "in_sentence", "same_before", "same_after", "same_here",
    "same_distance", "margin", "turned", "casualty", "killed", "wounded", "counts", "days", "ago", "words", "article",
    "conjoined", "suffixed", "doers", "victims",
    *(f"clause_{kind}" for kind in KINDS), *(f"sentence_{kind}" for kind in KINDS),
)  # fmt: skip
COLUMNS = (*CATEGORIES, *NUMBERS)
_FAR = 20.0
_UNKNOWN_DAYS = 999.0


@dataclass(frozen=True, slots=True)
class Query:
    """Is this a happening of this type? `words` stand in the order of CATEGORIES, `numbers` of NUMBERS."""

    type: str
    words: tuple[str, ...]
    numbers: tuple[float, ...]


def queries(
    drafts: Sequence[Draft],
    scenes: Sequence[Scene],
    words: Sequence[Word],
    *,
    kinds: KindIndex,
    published: date,
    source: str | None,
    taken_for: Mapping[str, Sequence[str]],
) -> list[list[Query]]:
    """Return for each happening the types that it may be of, the proposed one first, with all that is to be weighed."""
    found: list[list[Query]] = []
    for number, draft in enumerate(drafts):
        told, seen = _told(number, drafts, scenes, words, source), _seen(number, drafts, scenes, kinds, published)
        types = (draft.type, *(type_ for type_ in taken_for.get(draft.type, ()) if type_ != draft.type))
        found.append(
            [Query(type_, (type_, f"{draft.type} {type_}", *told), (type_ == draft.type, *seen)) for type_ in types]
        )
    return found


def sift(
    drafts: Sequence[Draft], asked: Sequence[Sequence[Query]], judge: Judge, *, symmetric: frozenset[str]
) -> list[Draft]:
    """Return the happenings that the judge finds likely, each of its likeliest type; the trace tells what changed."""
    kept: list[Draft] = []
    for draft, options in zip(drafts, asked):
        weighed = [(judge.chance(judge.encode(query.words, query.numbers)), query.type) for query in options]
        passed = [one for one in weighed if judge.passes(one[0], proposed=one[1] == draft.type)]
        if not passed:
            continue
        chance, type_ = max(passed)
        draft.chance = chance
        if type_ != draft.type:
            retype(draft, type_, symmetric=symmetric)
            draft.tell("type", type_, "weighed against what it is taken for", round(chance, 2))
        kept.append(draft)
    return kept


def retype(draft: Draft, type_: str, *, symmetric: frozenset[str]) -> None:
    """Make a happening one of another type; sides become doer and victim, and the reverse, where the type asks for it."""
    was, now = draft.type in symmetric, type_ in symmetric
    draft.type = type_
    if now and not was:
        both = [*draft.roles.pop("initiator", []), *draft.roles.pop("target", [])]
        draft.add("participant", both)
    elif was and not now:
        sides = draft.roles.pop("participant", [])
        draft.add("initiator", sides[:1])
        draft.add("target", sides[1:])


def _told(
    number: int, drafts: Sequence[Draft], scenes: Sequence[Scene], words: Sequence[Word], source: str | None
) -> tuple[str, ...]:
    draft = drafts[number]
    predicate, scene = draft.predicate, scenes[draft.sentence]
    anchor = predicate.carrier or predicate
    light = "light " if anchor is not predicate else ""
    form = light + ("passive" if predicate.passive else "verb" if anchor.verb else "noun")
    first, last = min(anchor.first, predicate.first), max(anchor.last, predicate.last)
    before = _beside(first - 1, scene, words) if first > scene.sentence.first else "^"
    after = _beside(last, scene, words) if last < scene.sentence.last else "$"
    clause = scene.clauses[predicate.clause].opens if scene.clauses else ""
    speaker = draft.attribution[0].id or "~" if draft.attribution else "none"
    earlier = drafts[number - 1] if number else None
    later = drafts[number + 1] if number + 1 < len(drafts) else None
    return (
        draft.type,
        draft.frame.id,
        form + ("+" + predicate.split.prep if predicate.split.prep else ""),
        predicate.tag.kind if predicate.tag is not None else "",
        draft.modality,
        before,
        after,
        str(clause),
        "+".join(role[0] for role in PARTY_ROLES if draft.roles.get(role)),
        _first(draft, "initiator"),
        _first(draft, "target"),
        _first(draft, "participant"),
        "none" if draft.place is None else "inherited" if draft.place_inherited else draft.place.precision,
        "none" if draft.date is None else "inherited" if draft.date_inherited else "told",
        "outlet" if speaker == source else class_of(speaker) if speaker.startswith(("class.", "~")) else "other",
        f"{earlier.type} {'here' if earlier.sentence == draft.sentence else ''}" if earlier else "-",
        f"{later.type} {'here' if later.sentence == draft.sentence else ''}" if later else "-",
        next((step.reason for step in reversed(draft.trace) if step.field == "type"), ""),
    )


def _beside(index: int, scene: Scene, words: Sequence[Word]) -> str:
    """The word beside a predicate; of a name or number only what it is, for a judge is to learn how it is told, not of whom."""
    if words[index].kind == "number":
        return "number"
    for place in scene.places:
        if place.name_first <= index < place.name_last or (not place.cues and place.first <= index < place.last):
            return "place"
    for party in scene.parties:
        if party.first < index < party.last or (index == party.first and party.named and not party.heads):
            return "party"
    return words[index].form


def _first(draft: Draft, role: str) -> str:
    parties = draft.roles.get(role)
    return class_of(name_of(parties[0])) if parties else "nobody"


def _seen(
    number: int, drafts: Sequence[Draft], scenes: Sequence[Scene], kinds: KindIndex, published: date
) -> tuple[float, ...]:
    draft = drafts[number]
    scene, predicate = scenes[draft.sentence], draft.predicate
    same = [at for at, other in enumerate(drafts) if at != number and other.type == draft.type]
    span = scene.clauses[predicate.clause] if scene.clauses else scene.sentence
    clause = kinds.within(min(span.first, predicate.first), max(span.last, predicate.last))
    sentence = kinds.within(scene.sentence.first, scene.sentence.last)
    killed, wounded = draft.counts.get("killed"), draft.counts.get("wounded")
    return (
        draft.headline,
        draft.sentence,
        len(scenes),
        len(drafts),
        sum(other.sentence == draft.sentence for other in drafts),
        sum(at < number for at in same),
        sum(at > number for at in same),
        sum(drafts[at].sentence == draft.sentence for at in same),
        min((abs(drafts[at].sentence - draft.sentence) for at in same), default=_FAR),
        draft.margin,
        draft.turned,
        draft.casualty,
        killed.low if killed is not None else -1.0,
        wounded.low if wounded is not None else -1.0,
        len(draft.counts),
        (draft.date.end - draft.date.start).days if draft.date is not None else -1.0,
        (published - draft.date.end).days if draft.date is not None else _UNKNOWN_DAYS,
        scene.sentence.last - scene.sentence.first,
        predicate.split.article,
        predicate.split.conj != "",
        predicate.split.suffix != "",
        len(draft.roles.get("initiator", ())),
        len(draft.roles.get("target", ())),
        *(kind in clause for kind in KINDS),
        *(kind in sentence for kind in KINDS),
    )
