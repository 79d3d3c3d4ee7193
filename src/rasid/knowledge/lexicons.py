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
from rasid.knowledge.words import (
    Connective,
    Cue,
    Direction,
    Facility,
    Held,
    Nationality,
    PartyHead,
    PlaceCue,
    Report,
    Thing,
    Word,
)

HOME = Path(__file__).parent.parent / "data" / "lexicons"

PRECISIONS = ("site", "neighbourhood", "town", "area", "district", "governorate", "country", "route")
BEARINGS = ("", "N", "NE", "E", "SE", "S", "SW", "W", "NW")
REPORT_PARTS = ("verb", "phrase", "quote", "source")
SCOPES = ("verb", "noun", "clause", "sentence", "report")
MODALITIES = ("", "planned", "threatened", "attempted", "denied", "background")
BOUNDARIES = ("always", "verb", "noun", "never")
ORDERS = ("", "before", "after", "same")


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


W = TypeVar("W", bound=Word)


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of one file, each with all that it counts as."""

    known: Mapping[str, frozenset[str]]


def load_lexicons(home: Path = HOME) -> Lexicons:
    """Read all lexicons; a fault raises KnowledgeError that names file and line."""
    kinds = _kinds(home / "kinds.yaml")
    books: dict[str, tuple[Any, ...]] = {
        name: _book(home / f"{name}.yaml", read, kinds[name]) for name, read in _READERS.items()
    }
    index = _index(word for book in books.values() for word in book)
    return Lexicons(**books, index=index, longest=max(len(key.split()) for key in index))


def _index(words: Iterable[Word]) -> Index:
    found: dict[str, list[Hit]] = {}
    for word in words:
        for form in word.forms:
            for key in keys(form):
                found.setdefault(key, []).append(Hit(word, form))
    return MappingProxyType({key: tuple(hits) for key, hits in found.items()})


def _kinds(path: Path) -> dict[str, Kinds]:
    files: dict[str, dict[str, frozenset[str]]] = {name: {} for name in _READERS}
    for kind, entry in load_yaml(path).items():
        entry.expect(required=("gloss", "of", "counts_as"))
        for name in strings(entry, "of"):
            if name not in files:
                raise entry.fault(f"'of' names {name!r}; known: {', '.join(files)}", "of")
            files[name][kind] = frozenset({kind, *strings(entry, "counts_as")})
    return {name: Kinds(known) for name, known in files.items()}


def _book(path: Path, read: Callable[[str, Entry, Kinds], W], kinds: Kinds) -> tuple[W, ...]:
    return tuple(read(name, entry, kinds) for name, entry in load_yaml(path).items())


# --- one reader for each file

_COMMON = ("gloss", "kind")
_OPEN = (*NUMBERS, "feminine", "forms", "verb", "ambiguous", "note")


def _party_head(name: str, entry: Entry, kinds: Kinds) -> PartyHead:
    entry.expect(required=(*_COMMON, "armed"), optional=(*_OPEN, "class", "counts_as", "generic", "title"))
    common = _common(name, entry, kinds)
    common["kinds"] = common["kinds"] | set(strings(entry, "counts_as"))
    return PartyHead(
        **common,
        actor=entry.get("class"),
        armed=_flag(entry, "armed"),
        generic=_flag(entry, "generic"),
        title=_flag(entry, "title"),
    )


def _nationality(name: str, entry: Entry, kinds: Kinds) -> Nationality:
    parts = ("state", "force", "air", "people", "militia")
    entry.expect(required=_COMMON, optional=(*_OPEN, *parts, "country", "names", "adverb"))
    common = _common(name, entry, kinds)
    common["forms"] += plain_forms(strings(entry, "names"), use="name") + plain_forms(
        strings(entry, "adverb"), use="adverb"
    )
    held = {part: _held(entry, part) for part in parts}
    return Nationality(**{**common, **held}, country=entry.get("country"))


def _facility(name: str, entry: Entry, kinds: Kinds) -> Facility:
    entry.expect(required=(*_COMMON, "building", "property"), optional=_OPEN)
    common = _common(name, entry, kinds)
    flags = {flag: _flag(entry, flag) for flag in ("building", "property")}
    common["kinds"] = common["kinds"] | {"facility"} | {flag for flag, holds in flags.items() if holds}
    return Facility(**common, building=flags["building"], property=flags["property"])


def _place_cue(name: str, entry: Entry, kinds: Kinds) -> PlaceCue:
    entry.expect(required=(*_COMMON, "precision"), optional=_OPEN)
    common = _common(name, entry, kinds)
    return PlaceCue(
        **{**common, "kinds": common["kinds"] | {"place"}}, precision=choice(entry, "precision", PRECISIONS)
    )


def _thing(name: str, entry: Entry, kinds: Kinds) -> Thing:
    entry.expect(required=_COMMON, optional=_OPEN)
    return Thing(**_common(name, entry, kinds))


def _direction(name: str, entry: Entry, kinds: Kinds) -> Direction:
    entry.expect(required=_COMMON, optional=(*_OPEN, "bearing", "adjective"))
    common = _common(name, entry, kinds)
    common["forms"] += plain_forms(strings(entry, "adjective"), use="adjective")
    return Direction(**common, bearing=choice(entry, "bearing", BEARINGS, ""))


def _report(name: str, entry: Entry, kinds: Kinds) -> Report:
    entry.expect(required=(*_COMMON, "part", "takes_that"), optional=(*_OPEN, "actor"))
    return Report(
        **_common(name, entry, kinds),
        part=choice(entry, "part", REPORT_PARTS),
        takes_that=_flag(entry, "takes_that"),
        actor=entry.get("actor"),
    )


def _cue(name: str, entry: Entry, kinds: Kinds) -> Cue:
    entry.expect(required=(*_COMMON, "scope"), optional=(*_OPEN, "modality"))
    return Cue(
        **_common(name, entry, kinds),
        scope=choice(entry, "scope", SCOPES),
        modality=choice(entry, "modality", MODALITIES, ""),
    )


def _connective(name: str, entry: Entry, kinds: Kinds) -> Connective:
    entry.expect(required=(*_COMMON, "boundary"), optional=(*_OPEN, "order"))
    return Connective(
        **_common(name, entry, kinds),
        boundary=choice(entry, "boundary", BOUNDARIES),
        order=choice(entry, "order", ORDERS, ""),
    )


_READERS: Mapping[str, Callable[[str, Entry, Kinds], Word]] = {
    "party_heads": _party_head,
    "nationalities": _nationality,
    "facilities": _facility,
    "place_cues": _place_cue,
    "weapons": _thing,
    "nouns": _thing,
    "directions": _direction,
    "reporting": _report,
    "cues": _cue,
    "connectives": _connective,
}


def _common(name: str, entry: Entry, kinds: Kinds) -> dict[str, Any]:
    kind = choice(entry, "kind", kinds.known)
    forms = _forms(entry)
    if not forms:
        raise entry.fault(f"{name!r} has no form; give singular, dual, plural, forms or verb")
    return {
        "id": name,
        "gloss": str(entry["gloss"]),
        "kind": kind,
        "kinds": kinds.known[kind],
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
