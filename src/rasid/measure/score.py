"""How well a reader's output fits annotated reports.

A happening that was read can only stand for an annotated one where their evidence overlaps, and the reverse; the
pairing of highest worth counts. `found` asks for a pair, `group` for one of the type's group, `type` for the type
itself. The fields are measured over the pairs of equal type. What is read twice counts as wrong once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import Any

from rasid.measure.assign import best_pairs
from rasid.measure.gold import GoldReport, Happening, Point
from rasid.model.claims import PARTY_ROLES, ROLES

Kin = Callable[[str, str], bool]
"""Tells whether two actors count as one party: a state and its own forces."""

NEAR_KM = 10.0
REACH_KM = {"governorate": 60.0, "country": 400.0, "district": 25.0, "area": 30.0, "route": 25.0}
EARTH_KM = 6371.0
LONGEST_EVIDENCE = 400
"""Characters; a longer piece of evidence points at nothing."""
LEAST_OVERLAP = 0.3
_UNSAID = {(0, 0), (1, None), (2, None)}
"""Counts that say nothing: an explicit zero, a bare singular or plural."""


@dataclass(slots=True)
class Rate:
    """Hits among what was read and what is there."""

    hits: int = 0
    read: int = 0
    there: int = 0

    def add(self, hits: int, read: int, there: int) -> None:
        """Count some more."""
        self.hits, self.read, self.there = self.hits + hits, self.read + read, self.there + there

    @property
    def precision(self) -> float:
        """The share of what was read that is right."""
        return self.hits / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was read."""
        return self.hits / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def said(self) -> dict[str, float]:
        """Return the three as plain values."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}


@dataclass(frozen=True, slots=True)
class Miss:
    """An annotated event that was missed, or one read wrongly: `kind` is missed or wrong."""

    report: str
    kind: str
    type: str
    words: str


@dataclass(slots=True)
class Score:
    """All measures of one reader over some annotated reports."""

    reports: int = 0
    levels: dict[str, Rate] = field(default_factory=lambda: {name: Rate() for name in ("found", "group", "type")})
    whole: Rate = field(default_factory=Rate)
    roles: dict[str, Rate] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    types: dict[str, Rate] = field(default_factory=dict)
    per_report: list[float] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)

    def accuracy(self) -> dict[str, float]:
        """Return the share of right values of place, date, modality and counts."""
        return {name: self.right[name] / self.asked[name] for name in sorted(self.asked)}

    def said(self) -> dict[str, Any]:
        """Return everything but the misses as plain values."""
        result: dict[str, Any] = {name: rate.said() for name, rate in self.levels.items()}
        result["type"]["mean_of_reports"] = sum(self.per_report) / max(1, len(self.per_report))
        result["whole"] = self.whole.said()
        result |= {role: rate.said() for role, rate in sorted(self.roles.items())}
        result |= {"accuracy": self.accuracy(), "reports": self.reports, "events": self.levels["type"].there}
        result["types"] = {name: rate.said() | {"gold": rate.there} for name, rate in sorted(self.types.items())}
        return result


def score(gold: Sequence[GoldReport], read: Mapping[str, Sequence[Happening]], *, kin: Kin) -> Score:
    """Measure a reader's output, given by report id; a report that is not in it counts as read empty."""
    total = Score(reports=len(gold))
    for report in gold:
        _add_report(total, report, read.get(report.id, ()), kin)
    total.whole.read, total.whole.there = total.levels["type"].read, total.levels["type"].there
    return total


def _add_report(total: Score, report: GoldReport, read: Sequence[Happening], kin: Kin) -> None:
    for rate in total.levels.values():
        rate.add(0, len(read), len(report.events))
    for event in report.events:
        total.types.setdefault(event.type, Rate()).there += 1
    for event in read:
        total.types.setdefault(event.type, Rate()).read += 1
    pairs = pair(report.events, read, kin)
    same_type = [(i, j) for i, j in pairs if report.events[i].type == read[j].type]
    total.misses += _misses(report, read, {i for i, _ in same_type}, {j for _, j in same_type})
    if report.events or read:
        total.per_report.append(Rate(len(same_type), len(read), len(report.events)).f1)
    total.levels["found"].hits += len(pairs)
    total.levels["group"].hits += sum(report.events[i].group == read[j].group for i, j in pairs)
    total.levels["type"].hits += len(same_type)
    for i, j in same_type:
        total.types[read[j].type].hits += 1
        total.whole.hits += _add_fields(total, report.events[i], read[j], kin)


def _misses(report: GoldReport, read: Sequence[Happening], seen: set[int], right: set[int]) -> Iterator[Miss]:
    for kind, events, fine in (("missed", report.events, seen), ("wrong", read, right)):
        for number, event in enumerate(events):
            if number not in fine:
                start, end = event.spans[0] if event.spans else (0, 0)
                yield Miss(report.id, kind, event.type, report.text[start:end])


def _add_fields(total: Score, event: Happening, other: Happening, kin: Kin) -> bool:
    """Measure the fields of a pair; return whether all are right (sponsor and attribution are not asked for)."""
    whole = True
    for role in ROLES:
        there, read = event.parties[role], other.parties[role]
        hits = in_common(there, read, kin)
        total.roles.setdefault(role, Rate()).add(hits, len(read), len(there))
        whole &= hits == len(there) == len(read) or role in ("sponsor", "attribution")
    checks = [
        ("place", near(event.place, other.place)),
        ("date", date_fits(event.days, other.days)),
        ("modality", event.modality == other.modality),
    ]
    checks += [("counts", fits) for fits in _count_fits(event, other)]
    for name, fits in checks:
        total.asked[name] += 1
        total.right[name] += fits
    return whole and all(fits for _, fits in checks)


def _count_fits(event: Happening, other: Happening) -> Iterator[bool]:
    said = {key: bounds for key, bounds in other.counts.items() if bounds not in _UNSAID}
    for key in event.counts.keys() | said.keys():
        yield key in said and event.counts.get(key) == said[key]


def pair(gold: Sequence[Happening], read: Sequence[Happening], kin: Kin) -> list[tuple[int, int]]:
    """Return which read event stands for which annotated one, as index pairs (annotated, read)."""
    worth = [[_worth(event, other, kin) for other in read] for event in gold]
    return [(i, j) for i, j in best_pairs(worth) if worth[i][j] > 0]


def counterpart(read: Happening, gold: Sequence[Happening], kin: Kin) -> int | None:
    """Return the annotated happening of the same type that one read on its own fits best; None where none overlaps."""
    worth = [_worth(event, read, kin) if event.type == read.type else 0.0 for event in gold]
    best = max(worth, default=0.0)
    return worth.index(best) if best > 0 else None


def _worth(event: Happening, other: Happening, kin: Kin) -> float:
    """Say what a pair is worth: the type above all, then its group, then what fields share; 0 where words differ."""
    common = overlap(event.spans, other.spans)
    if common <= LEAST_OVERLAP:
        return 0.0
    parties = sum(in_common(event.parties[role], other.parties[role], kin) for role in PARTY_ROLES)
    fields = parties + near(event.place, other.place) + date_fits(event.days, other.days)
    return 1 + common + 4 * (event.group == other.group) + 20 * (event.type == other.type) + fields


def overlap(gold: Sequence[tuple[int, int]], read: Sequence[tuple[int, int]]) -> float:
    """Return the highest share that two pieces of evidence have in common, of the shorter one's characters."""
    shares = [0.0]
    for start, end in gold:
        for other_start, other_end in read:
            common = min(end, other_end) - max(start, other_start)
            if common > 0 and other_end - other_start <= LONGEST_EVIDENCE:
                shares.append(common / max(1, min(end - start, other_end - other_start)))
    return max(shares)


def in_common(there: frozenset[str], read: frozenset[str], kin: Kin) -> int:
    """Return how many parties both name, a state and its forces counting as one."""
    count = len(there & read)
    left = set(read - there)
    for party in sorted(there - read):
        match = next((other for other in sorted(left) if kin(party, other)), None)
        if match is not None:
            left.discard(match)
            count += 1
    return count


def near(there: Point | None, read: Point | None) -> bool:
    """Tell whether a place was read rightly: within the reach of the annotated precision, or both unknown."""
    if there is None or read is None:
        return there is read
    if there.lat is None or there.lon is None or read.lat is None or read.lon is None:
        return there.name == read.name
    reach = REACH_KM.get(there.precision or "", NEAR_KM)
    return kilometres((there.lat, there.lon), (read.lat, read.lon)) <= reach


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points given as latitude and longitude in degrees."""
    north_a, north_b = radians(a[0]), radians(b[0])
    up, along = north_b - north_a, radians(b[1] - a[1])
    half = sin(up / 2) ** 2 + cos(north_a) * cos(north_b) * sin(along / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def date_fits(there: tuple[date, date] | None, read: tuple[date, date] | None) -> bool:
    """Tell whether a date was read rightly: the intervals touch, and the one read is not over twice as wide."""
    if there is None or read is None:
        return there is read
    touch = read[0] <= there[1] and there[0] <= read[1]
    return touch and (read[1] - read[0]).days <= 2 * (there[1] - there[0]).days + 1
