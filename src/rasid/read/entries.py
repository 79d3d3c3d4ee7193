"""What the matcher's hits carry: small records made once from the knowledge, one kind a class."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rasid.knowledge.words import Nationality


@dataclass(frozen=True, slots=True)
class HeadEntry:
    """Head of a party phrase (عناصر، دورية، مدنيين …). `class_id`: who it is when nothing more is named."""

    lemma: str
    kind: str
    class_id: str | None
    armed: bool
    generic: bool
    number: str  # singular | dual | plural
    kinds: frozenset[str] = frozenset()
    feminine: bool = False
    construct: bool = False


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name of an actor; `weak` names count only after a fuller one, or where the context is clear."""

    actor: str
    kind: str
    weak: bool


@dataclass(frozen=True, slots=True)
class NationEntry:
    """An adjective of state, people or group (تركي، حوثية)."""

    word: Nationality

    def actor(self, part: str, day: date) -> str | None:
        """Return who it stands for on a day: part is state, force, air or people."""
        return self.word.actor(part, day)


@dataclass(frozen=True, slots=True)
class FacilityEntry:
    """A kind of site (مقر، حاجز، منزل)."""

    lemma: str
    kind: str
    military: bool
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A word that says what the place after it is (قرية، ريف، محيط)."""

    lemma: str
    kind: str
    precision: str
    plural: bool


@dataclass(frozen=True, slots=True)
class DirectionEntry:
    """شمال، غربي، وسط …: kind direction | nearness | inside."""

    lemma: str
    kind: str


@dataclass(frozen=True, slots=True)
class NounEntry:
    """A noun that says means or matter: its kind feeds the frames' conditions (drone, artillery, aid …)."""

    lemma: str
    kind: str
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RelationEntry:
    """Words that tie a party to another; `clitic` is the preposition that must open the next word."""

    kind: str  # belongs | backed
    clitic: str


@dataclass(frozen=True, slots=True)
class PrepositionEntry:
    """A preposition and what follows it is; `clitic` as in RelationEntry."""

    role: str
    words: str
    clitic: str


@dataclass(frozen=True, slots=True)
class ReportingEntry:
    """A verb, phrase or noun by which somebody is said to have said something."""

    lemma: str
    kind: str  # say | deny | accuse | claim | cite | continue …
    form: str  # verb | participle | phrase
    takes_that: bool = False
    plain: bool = True  # reports even where no أن follows


@dataclass(frozen=True, slots=True)
class CueWord:
    """Negation, intent, hedge, attempt, threat: `kind` as in data/lexicons/cues.yaml."""

    kind: str
    lemma: str


@dataclass(frozen=True, slots=True)
class ConnectiveEntry:
    """A word that opens a clause: relative, cause, result, time, contrast, coordination, purpose."""

    kind: str
    lemma: str


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """A noun that stands for a source when it speaks (مصادر محلية); `actor` is its id."""

    actor: str


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """The head of a phrase that names a source (مصدر، ناطق، صحيفة); `actor`: who it is when nothing more is named."""

    lemma: str
    actor: str | None
