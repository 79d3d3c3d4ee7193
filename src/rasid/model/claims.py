"""What a report says: claims, their values, the words they rest on and why each value is what it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

PARTY_ROLES = ("initiator", "target", "participant", "sponsor")
ROLES = (*PARTY_ROLES, "attribution")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the raw text: code-point offsets, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who acts, suffers, takes part or speaks.

    `id` is a key of `data/actors.yaml`, or None for somebody who is not in it; `text` are the raw words,
    `span` where they stand (None where the party was inherited from outside the text, such as the outlet).
    """

    id: str | None
    text: str
    span: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """Where a claim happened: WGS84 degrees, and how precisely the words say it.

    `precision`: site, neighbourhood, town, area, district, governorate, country or route.
    `lat` and `lon` are None where the place has a name and no known coordinates.
    """

    id: str | None
    name: str
    lat: float | None
    lon: float | None
    precision: str
    span: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """The days in which a claim happened, both ends included."""

    start: date
    end: date
    text: str = ""
    span: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A number that the words give, as bounds; `high` None where there is no upper bound."""

    key: str
    low: int
    high: int | None
    span: Span | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One decision of the reader: the field decided, the value, the reason, what it cost or scored."""

    field: str
    value: str
    reason: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Claim:
    """What one report says of one happening."""

    type: str
    modality: str
    evidence: tuple[Span, ...]
    initiator: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()
    participant: tuple[Party, ...] = ()
    sponsor: tuple[Party, ...] = ()
    place: PlaceValue | None = None
    date: Interval | None = None
    counts: tuple[Count, ...] = ()
    attribution: tuple[Party, ...] = ()
    confidence: float = 0.5
    trace: tuple[TraceStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one report. Evidence offsets point into `text`, exactly as it was given."""

    text: str
    published: date
    source: str | None
    country: str | None
    claims: tuple[Claim, ...] = ()
    warnings: tuple[str, ...] = field(default=())
