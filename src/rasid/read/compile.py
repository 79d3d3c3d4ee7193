"""The matcher's patterns, made once from the knowledge, and the questions that the reader asks of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from rasid.knowledge import ActorBook, Knowledge, PlaceBook
from rasid.knowledge.forms import Form
from rasid.knowledge.words import Facility, Nationality, PartyHead, PlaceCue, Report, Thing, Word
from rasid.read.entries import (
    ConnectiveEntry,
    CueEntry,
    CueWord,
    DirectionEntry,
    FacilityEntry,
    HeadEntry,
    NameEntry,
    NationEntry,
    NounEntry,
    PrepositionEntry,
    RelationEntry,
    ReportingEntry,
    SourceEntry,
    SpeakerEntry,
)
from rasid.read.matcher import Hit, Matcher, Payload
from rasid.read.weigh import Judge
from rasid.text import analyses, key

Pattern = tuple[tuple[str, ...], Payload]

_STATE_KINDS = frozenset({"state", "state_force", "police"})
_MILITARY = frozenset({"military_post", "base", "checkpoint"})


CROWDS = frozenset({"society.protest", "society.riot", "society.strike"})


class Engine:
    """Everything the reader needs, compiled; one for each knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.actors: ActorBook = knowledge.actors
        self.places: PlaceBook = knowledge.places
        self.matcher = Matcher(patterns(knowledge))
        self.judges = {
            role: Judge(forest)
            for role in ("initiator", "target", "participant")
            if (forest := knowledge.forests.get(f"casting_{role}")) is not None
        }
        self._openings: dict[str, frozenset[str]] = {}
        self.symmetric_types = frozenset(type_.id for type_ in knowledge.ontology.types.values() if type_.symmetric)

    def symmetric(self, type_: str) -> bool:
        """Tell whether the parties of a type are all participants."""
        return type_ in self.symmetric_types

    def related(self, one: str, other: str) -> bool:
        """Tell whether two actors are the same or one is part of or stands behind the other."""
        if one == other:
            return True
        if one not in self.actors or other not in self.actors:
            return False
        return other in self.actors.relatives(one) or one in self.actors.relatives(other)

    def one_side(self, one: str, other: str) -> bool:
        """Tell whether two actors are forces of one state, or one is part of the other: they do not fight each other."""
        if one == other:
            return True
        if one not in self.actors or other not in self.actors:
            return False
        if other in self.actors.above.get(one, ()) or one in self.actors.above.get(other, ()):
            return True
        first, second = self.actors[one], self.actors[other]
        return {first.kind, second.kind} <= _STATE_KINDS and first.parent is not None and first.parent == second.parent

    def opening_words(self, actor_id: str) -> frozenset[str]:
        """Return the first word of each name of several words that an actor bears ("هيئة" of هيئة تحرير الشام)."""
        known = self._openings.get(actor_id)
        if known is None:
            names = self.actors[actor_id].names if actor_id in self.actors else ()
            known = self._openings[actor_id] = frozenset(key(name).split()[0] for name in names if " " in name)
        return known

    def civilian(self, actor_id: str | None) -> bool:
        """Tell whether an actor is a class of civilians."""
        return actor_id is not None and actor_id in self.actors and self.actors[actor_id].kind == "civilian"

    def noun_kinds(self, hit: Hit) -> frozenset[str]:
        """Return the kinds that a hit of a noun, head or facility feeds to conditions."""
        payload = hit.payload
        return payload.kinds if isinstance(payload, HeadEntry | FacilityEntry | NounEntry) else frozenset()

    def nation_force(self, nation: NationEntry, type_: str, day: date) -> str | None:
        """Return who an adjective of state is beside a happening of a type."""
        if type_ in CROWDS:
            return nation.actor("people", day)
        part = "air" if type_ in ("violence.airstrike",) else "state" if type_.startswith("politics.") else "force"
        return nation.actor(part, day)

    def state_of(self, country: str | None, day: date) -> str | None:
        """Return the state that governs a country on a day, where its adjective tells."""
        nations = self.knowledge.lexicons.nationalities
        return next(
            (
                nation.actor("state", day)
                for nation in nations
                if country is not None and nation.country == country and nation.kind == "nation"
            ),
            None,
        )

    @staticmethod
    @lru_cache(maxsize=1 << 14)
    def keys(form: str) -> frozenset[str]:
        """Return every key that a folded form can have, clitics off."""
        return frozenset(split.stem for split in analyses(form) if not split.suffix) | {form}


@lru_cache(maxsize=2)
def _engine(knowledge_id: int) -> Engine:
    return Engine(_KNOWN[knowledge_id])


_KNOWN: dict[int, Knowledge] = {}


def engine_for(knowledge: Knowledge) -> Engine:
    """Return the compiled engine of a knowledge, made once."""
    _KNOWN[id(knowledge)] = knowledge
    return _engine(id(knowledge))


def patterns(knowledge: Knowledge) -> Iterator[Pattern]:
    """Give every pattern of the trie."""
    heads = {
        name for name, hits in knowledge.lexicons.index.items() if any(isinstance(hit.word, PartyHead) for hit in hits)
    }
    yield from _actors(knowledge.actors, heads)
    yield from _generics(knowledge)
    cues = {
        name
        for name, hits in knowledge.lexicons.index.items()
        if " " not in name and any(isinstance(hit.word, PlaceCue) for hit in hits)
    }
    yield from _places(knowledge.places, cues)
    yield from _frames(knowledge)
    yield from _lexicons(knowledge)
    yield from _grammar(knowledge)


def _actors(book: ActorBook, heads: set[str]) -> Iterator[Pattern]:
    for name, ids in book.keys.items():
        words = tuple(name.split())
        for actor_id in ids:
            actor = book[actor_id]
            common = actor.kind == "civilian" or actor_id in ("class.gunmen", "class.soldiers_unspecified")
            if common and len(words) == 1 and name in heads:
                continue  # heads of phrases: party_heads.yaml has them with their number
            yield words, ("name", NameEntry(actor_id, actor.kind, name in actor.weak))


def _generics(knowledge: Knowledge) -> Iterator[Pattern]:
    known = set(knowledge.actors.keys)
    for name in knowledge.generics.keys:
        if name not in known:
            yield tuple(name.split()), ("name", NameEntry("", "generic", True))


def _places(book: PlaceBook, cues: set[str]) -> Iterator[Pattern]:
    """Names with the ids of all that bear them; "مدينة X" stands for every X, not only for one that lists it so."""
    for name, own in book.keys.items():
        first, _, rest = name.partition(" ")
        if _composed(book, first, rest, own):
            continue
        ids = tuple(dict.fromkeys((*own, *book.keys.get(rest, ())))) if first in cues else own
        weak = all(book[place_id].weak.get(name) == "cue" for place_id in own)
        yield tuple(name.split()), ("place", (ids, weak, _articled(book, name, own)))


def _articled(book: PlaceBook, name: str, ids: tuple[str, ...]) -> bool:
    """Whether all that bear a name of one word have its article, so that without it ("وقت قصير") it proves little."""
    if " " in name:
        return False
    bearers = [one for place_id in ids for one in (book[place_id].name, *book[place_id].aliases) if key(one) == name]
    return all(one.startswith("ال") for one in bearers)


_BEARINGS = ("شمال", "جنوب", "شرق", "غرب")


def _composed(book: PlaceBook, first: str, rest: str, own: tuple[str, ...]) -> bool:
    """Whether a name is a bearing and a town ("شرقي حمص"), which the reader puts together itself."""
    if not first.startswith(_BEARINGS) or any(book[place_id].kind != "area" for place_id in own):
        return False
    return any(book[place_id].settled for place_id in book.keys.get(rest, ()))


def _frames(knowledge: Knowledge) -> Iterator[Pattern]:
    for form, senses in knowledge.frames.by_form.items():
        for sense in senses:
            yield tuple(form.split()), ("frame", sense)
    for form, lights in knowledge.lights.by_form.items():
        for light in lights:
            yield tuple(form.split()), ("light", light)


def _lexicons(knowledge: Knowledge) -> Iterator[Pattern]:
    for name, hits in knowledge.lexicons.index.items():
        words = tuple(name.split())
        for hit in hits:
            if isinstance(hit.word, Report):
                yield from ((words, payload) for payload in _reports(hit.word, hit.form))
                continue
            payload = _entry(hit.word, hit.form)
            if payload is not None:
                yield words, payload
                if payload[0] == "nation" and not name.endswith(("ه", "ا", "ن")):
                    yield (*words[:-1], words[-1] + "ا"), payload


def _entry(word: Word, form: Form) -> Payload | None:
    number = "singular" if "singular" in form.numbers else form.numbers[0] if form.numbers else ""
    if isinstance(word, PartyHead):
        return "head", HeadEntry(
            word.id,
            word.kind,
            word.actor,
            word.armed,
            word.generic,
            number,
            word.kinds,
            form.feminine or (number == "singular" and form.key.endswith("ه")),
            form.construct,
        )
    if isinstance(word, Nationality):
        return None if form.use == "name" else ("nation", NationEntry(word))
    if isinstance(word, Facility):
        return "facility", FacilityEntry(word.id, word.kind, word.kind in _MILITARY, word.kinds)
    if isinstance(word, PlaceCue):
        return "cue", CueEntry(word.id, word.kind, word.precision, number not in ("", "singular"))
    if isinstance(word, Thing):
        return "noun", NounEntry(word.id, word.kind, word.kinds)
    return None


def _reports(word: Report, form: Form) -> Iterator[Payload]:
    """Verbs of reporting by their finite forms and participles, citations, and heads of source phrases."""
    if word.part == "verb":
        finite = form.tag is not None and form.tag.is_verb
        if finite or form.text.endswith(("ا", "ة", "ين")):
            plain = word.takes_that or not word.ambiguous
            yield (
                "reporting",
                ReportingEntry(word.id, word.kind, "verb" if finite else "participle", word.takes_that, plain),
            )
    elif word.part == "phrase" and word.kind in ("cite", "continue"):
        yield "reporting", ReportingEntry(word.id, word.kind, "phrase")
    elif word.part == "source":
        yield "source", SourceEntry(word.id, word.actor)
        if word.actor is not None and " " in form.key:
            yield "speaker", SpeakerEntry(word.actor)


def _grammar(knowledge: Knowledge) -> Iterator[Pattern]:
    grammar = knowledge.grammar
    for item in grammar.prepositions:
        yield item.keys, ("preposition", PrepositionEntry(item.role, item.words, item.clitic))
    for item in grammar.relations:
        yield item.keys, ("relation", RelationEntry(item.role, item.clitic))
    for item in grammar.connectives:
        yield item.keys, ("connective", ConnectiveEntry(item.role, item.words))
    for item in grammar.cues:
        kind = "negation" if item.role == "negation" else "cue_word"
        yield item.keys, (kind, CueWord(item.role, item.words))
    for item in grammar.directions:
        yield item.keys, ("direction", DirectionEntry(item.words, item.role))
    for word in ("مجتمعون", "مجتمعين", "متفاوضون", "حاضرون", "مشاركون", "مشاركين"):
        yield (word,), ("latter", HeadEntry(word, "group", None, armed=False, generic=True, number="plural"))
    for word in ("اخير", "اخيره", "اخيران", "اخيرين", "اخيرتان", "اخيرتين"):
        yield (
            (word,),
            (
                "latter",
                HeadEntry(
                    word, "group", None, armed=False, generic=True, number="dual" if word.endswith("ن") else "singular"
                ),
            ),
        )
    for item in grammar.epithets:
        yield item.keys, ("stop", None)
    for item in grammar.speakers:
        yield item.keys, ("speaker", SpeakerEntry(item.role))
