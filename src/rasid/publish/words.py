"""Values as people write them."""

from __future__ import annotations

from collections.abc import Iterable

from rasid.model.claims import Claim, Count, Interval, Party


def bounds(count: Count) -> str:
    """Return a count's number: 3, 90-110, at least 16."""
    if count.high is None:
        return f"at least {count.low}"
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def counted(claim: Claim) -> str:
    """Return all counts of a claim: `killed 3, wounded at least 16`."""
    return ", ".join(f"{count.key} {bounds(count)}" for count in claim.counts)


def days(interval: Interval | None) -> str:
    """Return the days of a claim in ISO 8601: one day, or first and last, the last without what both share."""
    if interval is None:
        return ""
    first, last = interval.start.isoformat(), interval.end.isoformat()
    if first == last:
        return first
    shared = 8 if first[:8] == last[:8] else 5 if first[:5] == last[:5] else 0
    return f"{first}/{last[shared:]}"


def names(parties: Iterable[Party]) -> str:
    """Return parties by id, or by their words where they have none."""
    return ", ".join(party.id or f"~{' '.join(party.text.split())}" for party in parties)


def quotes(claim: Claim, text: str) -> tuple[str, ...]:
    """Return the words that a claim rests on, each piece on one line."""
    return tuple(" ".join(text[span.start : span.end].split()) for span in claim.evidence)
