"""Prove that the knowledge is sound: references resolve, shared names can be told apart, points are plausible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from rasid.knowledge.actors import Actor, ActorBook
from rasid.knowledge.book import Knowledge
from rasid.knowledge.conditions import Conditions
from rasid.knowledge.frames import check_frames
from rasid.knowledge.places import SETTLED, Place, PlaceBook
from rasid.text import key

_REACH = {"governorate": 450.0, "district": 200.0, "subdistrict": 120.0, "city": 30.0, "town": 20.0, "village": 15.0}
_SAME_KM = 2.5
_LAT, _LON = (8.0, 43.5), (9.0, 64.0)  # the region: Libya to Iran, Sudan to Turkey


def check(knowledge: Knowledge) -> list[str]:
    """Return a line for each fault; an empty list means that the knowledge holds."""
    return [
        *_actor_references(knowledge),
        *_shared_names(knowledge.actors),
        *_rules_elsewhere(knowledge),
        *_points(knowledge.places),
        *_twins(knowledge.places),
        *_lone_weak(knowledge.places),
        *check_frames(knowledge.frames, knowledge.ontology.types),
        *_light_words(knowledge),
        *_lexicon_actors(knowledge),
    ]


def _actor_references(knowledge: Knowledge) -> Iterator[str]:
    for actor in knowledge.actors:
        for other in (*actor.backers, *(rule.id for rule in actor.rules)):
            if other not in knowledge.actors:
                yield f"actor {actor.id}: {other!r} is no actor"
        for rule in actor.rules:
            yield from _conditions(f"actor {actor.id}", rule.when, knowledge)
        if actor.start and actor.end and actor.start > actor.end:
            yield f"actor {actor.id}: ends {actor.end} before it begins {actor.start}"
        for country in actor.countries:
            if len(country) != 2 or not country.isupper():
                yield f"actor {actor.id}: {country!r} is no ISO 3166 code"


def _conditions(who: str, when: Conditions, knowledge: Knowledge) -> Iterator[str]:
    yield from (f"{who}: {place!r} is no place" for place in when.within if place not in knowledge.places)
    yield from (f"{who}: {speaker!r} is no actor" for speaker in when.speaker if speaker not in knowledge.actors)
    yield from (f"{who}: {code!r} is no ISO 3166 code" for code in when.where if len(code) != 2 or not code.isupper())


def _shared_names(book: ActorBook) -> Iterator[str]:
    for name, ids in book.keys.items():
        for one, other in combinations(ids, 2):
            if not _apart(name, book[one], book[other]):
                yield f"actors {one} and {other} share the name {name!r}, and no rule tells them apart"


def _apart(name: str, one: Actor, other: Actor) -> bool:
    """Two bearers can be told apart by a rule, by their countries or by their days."""
    if any(name in rule.words for actor in (one, other) for rule in actor.rules):
        return True
    if one.countries and other.countries and not {*one.countries} & {*other.countries}:
        return True
    return bool(
        (one.end and other.start and one.end < other.start) or (other.end and one.start and other.end < one.start)
    )


def _rules_elsewhere(knowledge: Knowledge) -> Iterator[str]:
    for concept in knowledge.generics.concepts.values():
        for meaning in concept.means:
            if meaning.id not in knowledge.actors:
                yield f"generic {concept.name}: {meaning.id!r} is no actor"
            yield from _conditions(f"generic {concept.name}", meaning.when, knowledge)


def _points(book: PlaceBook) -> Iterator[str]:
    for place in book:
        inside = _LAT[0] <= place.lat <= _LAT[1] and _LON[0] <= place.lon <= _LON[1]
        if not inside and _regional(place, book):
            yield f"place {place.id}: {place.lat}, {place.lon} is outside the region"
        outer = book[place.within] if place.within else None
        reach = _REACH.get(outer.kind) if outer else None
        if outer and reach and book.kilometres(place.id, outer.id) > reach:
            yield f"place {place.id}: {book.kilometres(place.id, outer.id):.0f} km from {outer.id}, which contains it"


def _regional(place: Place, book: PlaceBook) -> bool:
    """Whether the place lies in a country of which we know the governorates."""
    return book.governorate.get(place.id) is not None


def _twins(book: PlaceBook) -> Iterator[str]:
    """Two rows for one settlement: the same main name, both settled, a short walk apart."""
    for ids in book.keys.values():
        for one, other in combinations((book[place_id] for place_id in ids), 2):
            same = key(one.name) == key(other.name) and {one.kind, other.kind} <= SETTLED
            if same and one.within != other.id != one.id and book.kilometres(one.id, other.id) < _SAME_KM:
                yield f"places {one.id} and {other.id} ({one.name}) seem to be one settlement"


def _lone_weak(book: PlaceBook) -> Iterator[str]:
    for place in book:
        for name, why in place.weak.items():
            if why == "namesake" and len(book.keys.get(name, ())) < 2:
                yield f"place {place.id}: {name!r} is weak as a namesake, and nothing else bears it"


def _light_words(knowledge: Knowledge) -> Iterator[str]:
    for light in knowledge.lights.lights:
        if light.modality and light.modality not in knowledge.ontology.modality:
            yield f"light verb {light.id}: {light.modality!r} is no modality"


def _lexicon_actors(knowledge: Knowledge) -> Iterator[str]:
    heads = ((head.id, (head.actor,)) for head in knowledge.lexicons.party_heads)
    nations = (
        (nation.id, tuple(held.id for part in (nation.state, nation.force, nation.air, nation.people) for held in part))
        for nation in knowledge.lexicons.nationalities
    )
    pairs: Iterable[tuple[str, tuple[str | None, ...]]] = (*heads, *nations)
    for word, ids in pairs:
        yield from (f"lexicon {word}: {one!r} is no actor" for one in ids if one and one not in knowledge.actors)
