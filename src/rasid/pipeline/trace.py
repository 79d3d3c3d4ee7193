"""Explain a reading: for each claim what was decided, from which words, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rasid.config import EXERCISE
from rasid.model.claims import ROLES, Claim, Count, Interval, Party, PlaceValue, Span
from rasid.model.documents import Document
from rasid.publish.words import bounds

Show = Callable[[str], str]


def explain(document: Document, claims: Sequence[Claim], *, only: int | None = None, show: Show = str) -> Iterator[str]:
    """Give the lines that explain all claims of a report, or the one with number `only` (from 1).

    `show` turns the report's own words into what a terminal prints.
    """
    yield f"{document.report_id}: published {document.published}, source {document.source or 'not given'}"
    if document.exercise:
        yield EXERCISE
    for number, claim in enumerate(claims, start=1):
        if only in (None, number):
            yield ""
            yield from _claim(number, claim, document.text, show)
    if not claims:
        yield "Nothing was read in this report."


def _claim(number: int, claim: Claim, text: str, show: Show) -> Iterator[str]:
    yield f"{number}. {claim.type} ({claim.modality}, confidence {claim.confidence:.2f})"
    for span in claim.evidence:
        yield f"   words        {_quote(span, text, show)}"
    for role in ROLES:
        for party in getattr(claim, role):
            yield f"   {role:12} {_party(party, show)}"
    if claim.place is not None:
        yield f"   {'place':12} {_place(claim.place, show)}"
    if claim.date is not None:
        yield f"   {'date':12} {_date(claim.date, show)}"
    for count in claim.counts:
        yield f"   {count.key:12} {_count(count, show)}"
    if claim.trace:
        yield "   decided:"
        for step in claim.trace:
            score = f" [{step.score:g}]" if step.score else ""
            yield f"     {step.field:10} {show(step.value or 'none')}: {show(step.reason)}{score}"


def _quote(span: Span, text: str, show: Show) -> str:
    words = " ".join(text[span.start : span.end].split())
    return f"«{show(words)}» {_at(span)}"


def _party(party: Party, show: Show) -> str:
    known = party.id or "(nobody in the actors' list)"
    return f"{known} «{show(' '.join(party.text.split()))}»{_ground(party.span, party.reason, show)}"


def _place(place: PlaceValue, show: Show) -> str:
    where = f"{place.lat:.3f}, {place.lon:.3f}" if place.lat is not None and place.lon is not None else "no coordinates"
    known = f"({place.id or 'no id'}; {where}; {place.precision})"
    return f"{show(place.name)} {known}{_ground(place.span, place.reason, show)}"


def _date(interval: Interval, show: Show) -> str:
    days = interval.start.isoformat()
    if interval.end != interval.start:
        days += f" to {interval.end}"
    words = f" «{show(interval.text)}»" if interval.text else ""
    return f"{days}{words}{_ground(interval.span, interval.reason, show)}"


def _count(count: Count, show: Show) -> str:
    words = f" «{show(count.text)}»" if count.text else ""
    return f"{bounds(count)}{words}{_ground(count.span, '', show)}"


def _ground(span: Span | None, reason: str, show: Show) -> str:
    at = f" {_at(span)}" if span is not None else " (from outside these words)"
    return f"{at}: {show(reason)}" if reason else at


def _at(span: Span) -> str:
    return f"[{span.start}-{span.end}]"
