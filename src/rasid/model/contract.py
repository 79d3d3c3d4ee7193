"""Claims as plain JSON values and back: the published contract (`data/contract/reading.schema.json`).

`event_of` gives exactly what the contract says; `stored_of` adds what the register keeps besides (reasons, spans and
the trace), and `claim_of` takes either back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from rasid.ids import content_id
from rasid.model.claims import PARTY_ROLES, ROLES, Claim, Count, Interval, Party, PlaceValue, Span, TraceStep

JSON = dict[str, Any]


def event_of(claim: Claim) -> JSON:
    """Return one claim as the contract has it."""
    return {
        "type": claim.type,
        "modality": claim.modality,
        "evidence": [[span.start, span.end] for span in claim.evidence],
        **{role: [{"id": party.id, "text": party.text} for party in getattr(claim, role)] for role in PARTY_ROLES},
        "place": _place_of(claim.place),
        "date": _date_of(claim.date),
        "counts": {count.key: [count.low, count.high] for count in claim.counts},
        "attribution": [{"id": party.id, "text": party.text} for party in claim.attribution],
        "confidence": round(claim.confidence, 4),
    }


def report_of(report_id: str, claims: Iterable[Claim], *, exercise: bool = False) -> JSON:
    """Return one line of `rasid read --format jsonl`."""
    line: JSON = {"id": report_id}
    if exercise:
        line["exercise"] = True
    return line | {"events": [event_of(claim) for claim in claims]}


def claim_id(document_id: str, claim: Claim) -> str:
    """Return the claim's id: what it says, and in which report."""
    return content_id("claim", [document_id, event_of(claim)])


def stored_of(claim: Claim) -> JSON:
    """Return everything of a claim, as plain values."""
    event = event_of(claim) | {"confidence": claim.confidence}
    for role in ROLES:
        event[role] = [_party_of(party) for party in getattr(claim, role)]
    for key, value in (("place", claim.place), ("date", claim.date)):
        if value is not None:
            event[key] |= {"span": _span_of(value.span), "reason": value.reason}
    if claim.date is not None:
        event["date"]["text"] = claim.date.text
    event["counts"] = [
        {"key": count.key, "low": count.low, "high": count.high, "span": _span_of(count.span), "text": count.text}
        for count in claim.counts
    ]
    event["trace"] = [[step.field, step.value, step.reason, step.score] for step in claim.trace]
    return event


def claim_of(event: Mapping[str, Any]) -> Claim:
    """Return the claim that `event_of` or `stored_of` wrote down."""
    parties = {role: tuple(_party(item) for item in event.get(role) or ()) for role in ROLES}
    return Claim(
        type=event["type"],
        modality=event.get("modality", "asserted"),
        evidence=tuple(Span(start, end) for start, end in event.get("evidence") or ()),
        **parties,
        place=_place(event.get("place")),
        date=_date(event.get("date")),
        counts=_counts(event.get("counts") or {}),
        confidence=event.get("confidence", 0.5),
        trace=tuple(TraceStep(*step) for step in event.get("trace") or ()),
    )


def _place_of(place: PlaceValue | None) -> JSON | None:
    if place is None:
        return None
    return {"id": place.id, "name": place.name, "lat": place.lat, "lon": place.lon, "precision": place.precision}


def _date_of(interval: Interval | None) -> JSON | None:
    if interval is None:
        return None
    return {"from": interval.start.isoformat(), "to": interval.end.isoformat()}


def _party_of(party: Party) -> JSON:
    return {"id": party.id, "text": party.text, "span": _span_of(party.span), "reason": party.reason}


def _span_of(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _party(item: Mapping[str, Any]) -> Party:
    return Party(item["id"], item["text"], _span(item.get("span")), item.get("reason", ""))


def _span(pair: list[int] | None) -> Span | None:
    return None if pair is None else Span(*pair)


def _place(item: Mapping[str, Any] | None) -> PlaceValue | None:
    if item is None:
        return None
    where = (item.get("lat"), item.get("lon"), item.get("precision", "town"))
    return PlaceValue(item.get("id"), item["name"], *where, _span(item.get("span")), item.get("reason", ""))


def _date(item: Mapping[str, Any] | None) -> Interval | None:
    if item is None:
        return None
    start, end = date.fromisoformat(item["from"]), date.fromisoformat(item["to"])
    return Interval(start, end, item.get("text", ""), _span(item.get("span")), item.get("reason", ""))


def _counts(items: Mapping[str, Any] | list[Mapping[str, Any]]) -> tuple[Count, ...]:
    if isinstance(items, Mapping):
        return tuple(Count(key, low, high) for key, (low, high) in items.items())
    return tuple(
        Count(item["key"], item["low"], item["high"], _span(item["span"]), item.get("text", "")) for item in items
    )
