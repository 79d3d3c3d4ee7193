"""Annotated reports, and any reader's output, as `Happening`s that can be compared (corpus/GUIDE.md)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rasid.errors import InputError
from rasid.ids import sha256
from rasid.model.claims import ROLES

PRECISIONS = frozenset(["site", "neighbourhood", "town", "area", "district", "governorate", "country", "route"])
UNNAMED = "~"
"""Stands for every party without an id of its own."""

_REPORT_KEYS = {"id", "country", "source", "published", "text", "events"}
_EVENT_KEYS = {"type", "modality", "evidence", "place", "date", "counts", "same", *ROLES}
_LATITUDES, _LONGITUDES = (-5, 60), (-20, 80)


@dataclass(frozen=True, slots=True)
class Point:
    """A place as far as it is compared; `lat` and `lon` in degrees, None where unknown."""

    name: str | None
    lat: float | None
    lon: float | None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """One event, annotated or read, as far as it is compared. `spans` are offsets into the report's text."""

    type: str
    modality: str
    spans: tuple[tuple[int, int], ...]
    parties: Mapping[str, frozenset[str]]
    place: Point | None = None
    days: tuple[date, date] | None = None
    counts: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    same: str | None = None

    @property
    def group(self) -> str:
        """The group of the type: what stands before its dot."""
        return self.type.partition(".")[0]


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One annotated report."""

    id: str
    text: str
    published: date
    source: str | None
    country: str | None
    events: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """The ids that annotations may use."""

    types: Collection[str]
    modalities: Collection[str]
    quantities: Collection[str]
    actors: Collection[str]


def digest(path: Path) -> str:
    """Return the SHA-256 of a corpus file."""
    return sha256(path.read_bytes())


def load_gold(path: Path, terms: Terms | None = None) -> list[GoldReport]:
    """Read annotated reports; InputError lists every fault as `file:line: what`."""
    faults: list[str] = []
    reports: list[GoldReport] = []
    seen: dict[str, int] = {}
    for number, fields in _json_lines(path):
        where = f"{path}:{number}"
        try:
            report = _gold_report(fields)
        except (InputError, KeyError, TypeError, ValueError, AttributeError) as error:
            faults.append(f"{where}: {_said(error)}")
            continue
        faults += [f"{where}: {fault}" for fault in faults_of(fields, terms)]
        if report.id in seen:
            faults.append(f"{where}: the id {report.id!r} stands on line {seen[report.id]} already")
        seen[report.id] = number
        reports.append(report)
    if faults:
        raise InputError("\n".join(faults))
    return reports


def load_read(path: Path) -> dict[str, tuple[Happening, ...]]:
    """Read a reader's output: the happenings of each report by its id. InputError names file and line."""
    found: dict[str, tuple[Happening, ...]] = {}
    for number, fields in _json_lines(path):
        try:
            found[fields["id"]] = tuple(read_happening(event) for event in fields.get("events") or ())
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(f"{path}:{number}: not in the reader's contract: {_said(error)}") from error
    return found


def read_happening(event: Mapping[str, Any]) -> Happening:
    """Return an event of a reader's output in the form that is compared."""
    spans = tuple((int(start), int(end)) for start, end in event.get("evidence") or ())
    return _happening(event, spans, _read_days(event.get("date")))


def _json_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    for number, line in enumerate(content.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except ValueError as error:
            raise InputError(f"{path}:{number}: no whole JSON object: {error}") from error
        if not isinstance(fields, dict):
            raise InputError(f"{path}:{number}: not a JSON object")
        yield number, fields


def _said(error: Exception) -> str:
    return f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)


def _gold_report(fields: Mapping[str, Any]) -> GoldReport:
    for key in sorted(_REPORT_KEYS - fields.keys()):
        raise InputError(f"{key!r} is missing")
    text = fields["text"]
    return GoldReport(
        id=fields["id"],
        text=text,
        published=date.fromisoformat(fields["published"]),
        source=fields["source"],
        country=fields["country"],
        events=tuple(_gold_event(event, text) for event in fields["events"]),
    )


def _gold_event(event: Mapping[str, Any], text: str) -> Happening:
    spans = []
    for quote in event.get("evidence") or ():
        start = text.find(quote)
        if start < 0:
            raise InputError(f"evidence is not in the text: {quote!r}")
        spans.append((start, start + len(quote)))
    when = event.get("date")
    days = None if when is None else (date.fromisoformat(when["from"]), date.fromisoformat(when["to"]))
    return _happening(event, tuple(spans), days)


def _happening(
    event: Mapping[str, Any], spans: tuple[tuple[int, int], ...], days: tuple[date, date] | None
) -> Happening:
    return Happening(
        type=event["type"],
        modality=event.get("modality", "asserted"),
        spans=spans,
        parties={role: _party_ids(event.get(role)) for role in ROLES},
        place=_point(event.get("place")),
        days=days,
        counts={key: (low, high) for key, (low, high) in (event.get("counts") or {}).items()},
        same=event.get("same"),
    )


def _party_ids(items: Iterable[str | Mapping[str, Any]] | None) -> frozenset[str]:
    """Return ids; all that have none count as one unnamed party."""
    ids = [item if isinstance(item, str) else item.get("id") or UNNAMED for item in items or ()]
    bare = {item for item in items or () if isinstance(item, str) and item.startswith(UNNAMED)}
    return frozenset(UNNAMED if id_ in bare else id_ for id_ in ids)


def _point(place: Mapping[str, Any] | None) -> Point | None:
    if place is None:
        return None
    return Point(place.get("name"), place.get("lat"), place.get("lon"), place.get("precision"))


def _read_days(when: Mapping[str, str] | None) -> tuple[date, date] | None:
    if when is None:
        return None
    return date.fromisoformat(when["from"][:10]), date.fromisoformat(when["to"][:10])


def faults_of(fields: Mapping[str, Any], terms: Terms | None = None) -> Iterator[str]:
    """Give what is wrong with an annotated report that could be loaded."""
    text = fields["text"]
    for number, event in enumerate(fields["events"]):
        for fault in _event_faults(event, text, terms):
            yield f"event {number} ({event.get('type')}): {fault}"


def _event_faults(event: Mapping[str, Any], text: str, terms: Terms | None) -> Iterator[str]:
    for key in sorted(event.keys() - _EVENT_KEYS):
        yield f"unknown key {key!r}"
    if not event.get("evidence"):
        yield "no evidence"
    for quote in event.get("evidence") or ():
        if text.count(quote) != 1:
            yield f"evidence stands {text.count(quote)} times in the text; quote more of it: {quote!r}"
    yield from _place_faults(event.get("place"))
    when = event.get("date")
    if when is not None and not when["from"] <= when["to"]:
        yield f"the date runs backwards: {when}"
    for key, (low, high) in (event.get("counts") or {}).items():
        if low is not None and high is not None and low > high:
            yield f"count {key!r} runs backwards: {[low, high]}"
    if terms is not None:
        yield from _unknown_ids(event, terms)


def _place_faults(place: Mapping[str, Any] | None) -> Iterator[str]:
    if place is None:
        return
    if not place.get("name") or place.get("precision") not in PRECISIONS:
        yield f"the place wants a name and a precision ({', '.join(sorted(PRECISIONS))}): {dict(place)}"
    for key, (low, high) in (("lat", _LATITUDES), ("lon", _LONGITUDES)):
        if place.get(key) is None or not low < place[key] < high:
            yield f"the place has no {key} in the region: {dict(place)}"


def _unknown_ids(event: Mapping[str, Any], terms: Terms) -> Iterator[str]:
    if event["type"] not in terms.types:
        yield "unknown type"
    if event.get("modality") not in terms.modalities:
        yield f"unknown modality {event.get('modality')!r}"
    for key in event.get("counts") or {}:
        if key not in terms.quantities:
            yield f"unknown count {key!r}"
    for role in ROLES:
        for actor in event.get(role) or ():
            if not actor.startswith(UNNAMED) and actor not in terms.actors:
                yield f"unknown actor {actor!r} as {role}"
