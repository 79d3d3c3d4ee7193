"""What the entries of the lexicons are: one class for each file, mirroring its keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rasid.knowledge.forms import Form


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
    """An adjective with whom it stands for; forms of use "name" are the country's names, "adverb" its adverbs."""

    country: str | None
    state: tuple[Held, ...]
    force: tuple[Held, ...]
    air: tuple[Held, ...]
    people: tuple[Held, ...]
    militia: tuple[Held, ...]

    def actor(self, part: str, day: date | None) -> str | None:
        """Return who stands for `part` (state, force, air, people or militia) on `day`.

        Air falls back on force, and force on state.
        """
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
    """A word of direction or nearness; `bearing` is N, NE … or "". Forms of use "adjective" follow their noun."""

    bearing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Word):
    """A word of attribution. `part`: verb, phrase, quote or source; `actor`: the unnamed source that it stands for."""

    part: str
    takes_that: bool
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Word):
    """A word that changes what a clause claims.

    `scope`: verb, noun, clause, sentence or report; `modality`: "" where it gives none outright.
    """

    scope: str
    modality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Connective(Word):
    """A word that opens a clause. `boundary`: always, verb, noun or never; `order`: "" | before | after | same."""

    boundary: str
    order: str
