"""The lexicons: small lists of words, each with every written form, and an index of their folded keys.

A key is the folded phrase without articles. `Lexicons.find` looks up the stem of an analysis, or several joined by one
space. Each file has a class here that mirrors its keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from rasid.knowledge.conjugation import verb_forms
from rasid.knowledge.forms import NUMBERS, Form, keys, noun_forms, plain_forms
from rasid.knowledge.source import Entry, choice, load_yaml, strings

HOME = Path(__file__).parent.parent / "data" / "lexicons"

PARTY_KINDS = (
    *("member", "unit", "group", "leader", "vehicle", "aircraft", "drone", "authority", "family", "person", "civil", "body", "org"),
)
NATION_KINDS = ("nation", "movement", "community", "body", "region")
FACILITY_KINDS = (
    *("military_post", "base", "checkpoint", "building", "house", "government", "medical", "school", "worship", "market", "camp"),
    *("crossing", "airport", "port", "prison", "depot", "road", "bridge", "field", "farm", "energy", "vehicle", "site"),
)
PLACE_KINDS = (
    *("village", "town", "city", "district", "subdistrict", "governorate", "region", "neighbourhood", "countryside", "outskirts"),
    *("centre", "side", "road", "street", "square", "junction", "front", "border", "crossing", "camp", "airport", "port", "base"),
    *("checkpoint", "mountain", "hill", "valley", "plain", "desert", "river", "coast", "island", "dam", "field", "farm", "university"),
    *("building", "country"),
)
PRECISIONS = ("site", "neighbourhood", "town", "area", "district", "governorate", "country", "route")
WEAPON_KINDS = (
    *("drone", "aircraft", "artillery", "missile", "rocket", "mortar", "small_arms", "explosive", "mine", "suicide", "chemical"),
    *("grenade", "remnant", "knife", "guided_missile", "barrel_bomb", "cluster", "tank", "ammunition", "weapon", "air_defence"),
    *("drugs", "money", "aid", "tyres", "body", "fuel"),
)

NOUN_KINDS = (
    *("property", "agreement", "talks", "deadline", "fighting", "demonstration", "road", "recruit", "pay", "post", "harm", "casualty"),
)
DIRECTION_KINDS = ("direction", "nearness", "inside", "between", "toward", "from")
BEARINGS = ("", "N", "NE", "E", "SE", "S", "SW", "W", "NW")
REPORT_PARTS = ("verb", "phrase", "quote", "source")
REPORT_KINDS = ("say", "report", "announce", "confirm", "deny", "accuse", "claim", "cite", "continue", "warn", "call")
CUE_KINDS = (
    *("negation", "exception", "intent", "future", "order", "threat", "attempt", "failure", "hedge", "condition", "question"),
    *("background", "habit", "ongoing", "end"),
)
SCOPES = ("verb", "noun", "clause", "sentence", "report")
MODALITIES = ("", "planned", "threatened", "attempted", "denied", "background")
CONNECTIVE_KINDS = (
    *("relative", "content", "result", "cause", "time", "contrast", "coordination", "list", "purpose", "manner", "condition"),
)
BOUNDARIES = ("always", "verb", "noun", "never")
ORDERS = ("", "before", "after", "same")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What every entry has. `kinds` are its kind and all that this kind counts as (`kinds.yaml`)."""

    id: str
    gloss: str
    kind: str
    kinds: frozenset[str]
    forms: tuple[Form, ...]
    ambiguous: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyHead(Word):
    """The head of a party phrase; `actor` is the id it names when nothing more is said, None for what only follows."""

    actor: str | None
    armed: bool
    generic: bool
    title: bool


@dataclass(frozen=True, slots=True)
class Held:
    """An actor in a part, from a day on (included) and until a day (excluded)."""

    id: str
    start: date | None = None
    end: date | None = None

    def on(self, day: date | None) -> bool:
        """Tell whether the actor holds the part on `day`; an unknown day counts as today's holder."""
        if day is None:
            return self.end is None
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nationality(Word):
    """An adjective with whom it stands for; forms of use "name" are the country's own names, of use "adverb" its adverbs."""

    country: str | None
    state: tuple[Held, ...]
    force: tuple[Held, ...]
    air: tuple[Held, ...]
    people: tuple[Held, ...]

    def actor(self, part: str, day: date | None) -> str | None:
        """Return who stands for `part` ("state", "force", "air" or "people") on `day`; air falls back on force, and force on state."""
        for name in {"air": ("air", "force", "state"), "force": ("force", "state")}.get(part, (part,)):
            held: tuple[Held, ...] = getattr(self, name)
            for one in held:
                if one.on(day):
                    return one.id
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility(Word):
    """What a force holds, storms or hits; `kinds` has "building" and "property" where these hold."""

    building: bool
    property: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCue(Word):
    """A word before the name of a place, and how precisely such a place is said."""

    precision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing(Word):
    """A weapon, a good, or another noun that conditions of frames ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction(Word):
    """A direction or nearness word; `bearing` is N, NE … for directions. Forms of use "adjective" follow what they describe."""

    bearing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Word):
    """A word or phrase of attribution. `part`: verb, phrase, quote or source; `actor`: the unnamed source it stands for."""

    part: str
    takes_that: bool
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Word):
    """A word that changes what a clause claims. `scope`: verb, noun, clause, sentence or report; `modality`: "" where it gives none."""

    scope: str
    modality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Connective(Word):
    """A word that opens a clause. `boundary`: always, verb, noun or never; `order`: "" | before | after | same."""

    boundary: str
    order: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found under a key, by one of its forms."""

    word: Word
    form: Form


Index = Mapping[str, tuple[Hit, ...]]


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All lexicons. `longest` is the number of words of the longest key."""

    party_heads: tuple[PartyHead, ...]
    nationalities: tuple[Nationality, ...]
    facilities: tuple[Facility, ...]
    place_cues: tuple[PlaceCue, ...]
    weapons: tuple[Thing, ...]
    nouns: tuple[Thing, ...]
    directions: tuple[Direction, ...]
    reporting: tuple[Report, ...]
    cues: tuple[Cue, ...]
    connectives: tuple[Connective, ...]
    index: Index
    longest: int

    def find(self, key: str) -> tuple[Hit, ...]:
        """Return all entries with this key, in the order of the files."""
        return self.index.get(key, ())


Kinds = Mapping[str, frozenset[str]]
W = TypeVar("W", bound=Word)


def load_lexicons(home: Path = HOME) -> Lexicons:
    """Read all lexicons; a fault raises KnowledgeError that names file and line."""
    kinds = _kinds(home / "kinds.yaml")
    books: dict[str, tuple[Any, ...]] = {name: _book(home / f"{name}.yaml", read, kinds) for name, read in _READERS.items()}
    index = _index(word for book in books.values() for word in book)
    return Lexicons(**books, index=index, longest=max(len(key.split()) for key in index))


def _index(words: Iterable[Word]) -> Index:
    found: dict[str, list[Hit]] = {}
    for word in words:
        for form in word.forms:
            for key in keys(form):
                found.setdefault(key, []).append(Hit(word, form))
    return MappingProxyType({key: tuple(hits) for key, hits in found.items()})


def _kinds(path: Path) -> Kinds:
    found = {}
    for name, entry in load_yaml(path).items():
        entry.expect(required=("gloss", "counts_as"))
        found[name] = frozenset({name, *strings(entry, "counts_as")})
    return found


def _book(path: Path, read: Callable[[str, Entry, Kinds], W], kinds: Kinds) -> tuple[W, ...]:
    return tuple(read(name, entry, kinds) for name, entry in load_yaml(path).items())


# --- one reader for each file

_COMMON = ("gloss", "kind")
_OPEN = (*NUMBERS, "feminine", "forms", "verb", "ambiguous", "note")


def _party_head(name: str, entry: Entry, kinds: Kinds) -> PartyHead:
    entry.expect(required=(*_COMMON, "armed"), optional=(*_OPEN, "class", "generic", "title"))
    return PartyHead(
        **_common(name, entry, kinds, PARTY_KINDS),
        actor=entry.get("class"),
        armed=_flag(entry, "armed"),
        generic=_flag(entry, "generic"),
        title=_flag(entry, "title"),
    )


def _nationality(name: str, entry: Entry, kinds: Kinds) -> Nationality:
    parts = ("state", "force", "air", "people")
    entry.expect(required=_COMMON, optional=(*_OPEN, *parts, "country", "names", "adverb"))
    common = _common(name, entry, kinds, NATION_KINDS)
    common["forms"] += plain_forms(strings(entry, "names"), use="name") + plain_forms(strings(entry, "adverb"), use="adverb")
    held = {part: _held(entry, part) for part in parts}
    return Nationality(**{**common, **held}, country=entry.get("country"))


def _facility(name: str, entry: Entry, kinds: Kinds) -> Facility:
    entry.expect(required=(*_COMMON, "building", "property"), optional=_OPEN)
    common = _common(name, entry, kinds, FACILITY_KINDS)
    flags = {flag: _flag(entry, flag) for flag in ("building", "property")}
    common["kinds"] = common["kinds"] | {"facility"} | {flag for flag, holds in flags.items() if holds}
    return Facility(**common, building=flags["building"], property=flags["property"])


def _place_cue(name: str, entry: Entry, kinds: Kinds) -> PlaceCue:
    entry.expect(required=(*_COMMON, "precision"), optional=_OPEN)
    common = _common(name, entry, kinds, PLACE_KINDS)
    return PlaceCue(**{**common, "kinds": common["kinds"] | {"place"}}, precision=choice(entry, "precision", PRECISIONS))


def _weapon(name: str, entry: Entry, kinds: Kinds) -> Thing:
    entry.expect(required=_COMMON, optional=_OPEN)
    return Thing(**_common(name, entry, kinds, WEAPON_KINDS))


def _noun(name: str, entry: Entry, kinds: Kinds) -> Thing:
    entry.expect(required=_COMMON, optional=_OPEN)
    return Thing(**_common(name, entry, kinds, NOUN_KINDS))


def _direction(name: str, entry: Entry, kinds: Kinds) -> Direction:
    entry.expect(required=_COMMON, optional=(*_OPEN, "bearing", "adjective"))
    common = _common(name, entry, kinds, DIRECTION_KINDS)
    common["forms"] += plain_forms(strings(entry, "adjective"), use="adjective")
    return Direction(**common, bearing=choice(entry, "bearing", BEARINGS, ""))


def _report(name: str, entry: Entry, kinds: Kinds) -> Report:
    entry.expect(required=(*_COMMON, "part", "takes_that"), optional=(*_OPEN, "actor"))
    return Report(
        **_common(name, entry, kinds, REPORT_KINDS),
        part=choice(entry, "part", REPORT_PARTS),
        takes_that=_flag(entry, "takes_that"),
        actor=entry.get("actor"),
    )


def _cue(name: str, entry: Entry, kinds: Kinds) -> Cue:
    entry.expect(required=(*_COMMON, "scope"), optional=(*_OPEN, "modality"))
    return Cue(
        **_common(name, entry, kinds, CUE_KINDS),
        scope=choice(entry, "scope", SCOPES),
        modality=choice(entry, "modality", MODALITIES, ""),
    )


def _connective(name: str, entry: Entry, kinds: Kinds) -> Connective:
    entry.expect(required=(*_COMMON, "boundary"), optional=(*_OPEN, "order"))
    return Connective(
        **_common(name, entry, kinds, CONNECTIVE_KINDS),
        boundary=choice(entry, "boundary", BOUNDARIES),
        order=choice(entry, "order", ORDERS, ""),
    )


_READERS: Mapping[str, Callable[[str, Entry, Kinds], Word]] = {
    "party_heads": _party_head,
    "nationalities": _nationality,
    "facilities": _facility,
    "place_cues": _place_cue,
    "weapons": _weapon,
    "nouns": _noun,
    "directions": _direction,
    "reporting": _report,
    "cues": _cue,
    "connectives": _connective,
}


def _common(name: str, entry: Entry, kinds: Kinds, known: Iterable[str]) -> dict[str, Any]:
    kind = choice(entry, "kind", known)
    forms = _forms(entry)
    if not forms:
        raise entry.fault(f"{name!r} has no form; give singular, dual, plural, forms or verb")
    return {
        "id": name,
        "gloss": str(entry["gloss"]),
        "kind": kind,
        "kinds": kinds.get(kind, frozenset({kind})),
        "forms": forms,
        "ambiguous": _flag(entry, "ambiguous"),
        "note": str(entry.get("note", "")),
    }


def _forms(entry: Entry) -> tuple[Form, ...]:
    forms = noun_forms({number: strings(entry, number) for number in NUMBERS})
    if "feminine" in entry:
        women = entry["feminine"]
        if not isinstance(women, Entry):
            raise entry.fault("'feminine' must hold singular, dual and plural", "feminine")
        women.expect(optional=NUMBERS)
        forms += noun_forms({number: strings(women, number) for number in NUMBERS}, feminine=True)
    forms += plain_forms(strings(entry, "forms"))
    if "verb" in entry:
        forms += _verb(entry)
    return forms


def _verb(entry: Entry) -> tuple[Form, ...]:
    verb = entry["verb"]
    if not isinstance(verb, Entry):
        raise entry.fault("'verb' must hold past and present", "verb")
    verb.expect(required=("past", "present"))
    conjugated = verb_forms(str(verb["past"]), str(verb["present"]))
    return tuple(Form(form, form, use="verb", tag=tag) for form, tags in conjugated.items() for tag in tags)


def _flag(entry: Entry, key: str) -> bool:
    value = entry.get(key, False)
    if not isinstance(value, bool):
        raise entry.fault(f"{key!r} is {value!r}; write true or false", key)
    return value


def _held(entry: Entry, part: str) -> tuple[Held, ...]:
    value = entry.get(part)
    if value is None:
        return ()
    if isinstance(value, str):
        return (Held(value),)
    return tuple(_spell(entry, part, spell) for spell in value)


def _spell(entry: Entry, part: str, spell: Any) -> Held:
    if not isinstance(spell, Entry):
        raise entry.fault(f"{part!r} must be an id or a list of {{id, from, until}}", part)
    spell.expect(required=("id",), optional=("from", "until"))
    return Held(str(spell["id"]), _day(spell, "from"), _day(spell, "until"))


def _day(entry: Entry, key: str) -> date | None:
    if key not in entry:
        return None
    try:
        return date.fromisoformat(str(entry[key]))
    except ValueError as error:
        raise entry.fault(f"{key!r} is {entry[key]!r}; write a day as 2024-12-08", key) from error
