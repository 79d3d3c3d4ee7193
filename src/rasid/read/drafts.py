"""A draft: one happening as one predicate of the report tells it, before places, times and merging."""

from __future__ import annotations

from dataclasses import dataclass, field

from rasid.knowledge.frames import Frame
from rasid.model.claims import Count, Interval, Party, PlaceValue, TraceStep
from rasid.read.predicates import Predicate
from rasid.read.sites import PlacePhrase


@dataclass(slots=True)
class Draft:
    """Mutable while the report is read; `words` are the evidence as word spans [first, last)."""

    type: str
    predicate: Predicate
    frame: Frame
    sentence: int
    modality: str = "asserted"
    words: list[tuple[int, int]] = field(default_factory=list)
    roles: dict[str, list[Party]] = field(default_factory=dict)
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    places: list[PlacePhrase] = field(default_factory=list)
    place: PlaceValue | None = None
    place_inherited: bool = False
    date: Interval | None = None
    date_inherited: bool = False
    timeless: bool = False  # no day can be told: none is inherited
    counts: dict[str, Count] = field(default_factory=dict)
    counted_at: dict[str, PlacePhrase] = field(default_factory=dict)  # the one of several places that a toll is told of
    attribution: list[Party] = field(default_factory=list)
    trace: list[TraceStep] = field(default_factory=list)
    margin: float = 0.0
    manned: bool = False  # an armed force is its subject, though not said whose
    spoken: bool = False  # a subject or object stands in its words, though nobody known
    headline: bool = False
    turned: bool = False  # stands after "but" in its sentence: the time told before it is not its own
    casualty: bool = False
    generic: bool = False  # a word such as "attack" or "operation" that another in the clause makes precise

    def add(self, role: str, parties: list[Party]) -> None:
        """Add parties to a role, each id once."""
        known = self.roles.setdefault(role, [])
        for party in parties:
            if all(
                (party.id, party.text if party.id is None else "") != (other.id, other.text if other.id is None else "")
                for other in known
            ):
                known.append(party)

    def ids(self, role: str) -> set[str]:
        """Return the ids in a role; somebody unknown is "~"."""
        return {party.id or "~" for party in self.roles.get(role, ())}

    def tell(self, field_: str, value: str, reason: str, score: float = 0.0) -> None:
        """Write a decision into the trace."""
        self.trace.append(TraceStep(field_, value, reason, score))
