"""When a rule of the data holds: countries, places, speakers and days, of which all that are given must fit."""

from __future__ import annotations

import calendar
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from rasid.knowledge.source import Entry, strings


@dataclass(frozen=True, slots=True)
class Conditions:
    """Countries (`where`, ISO 3166), ids of places (`within`), ids of speakers, and the days `start` to `end`."""

    where: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None

    @property
    def weight(self) -> int:
        """How much the conditions ask for: of two rules that hold, the one that asks for more speaks."""
        days = (self.start is not None) + (self.end is not None)
        return 8 * bool(self.speaker) + 4 * bool(self.within) + 2 * bool(self.where) + days

    def hold(self, *, country: str | None, day: date, places: Collection[str], speakers: Collection[str]) -> bool:
        """Tell whether every condition that is given fits."""
        return (
            (not self.where or country in self.where)
            and (not self.within or any(place in places for place in self.within))
            and (not self.speaker or any(speaker in speakers for speaker in self.speaker))
            and (self.start is None or self.start <= day)
            and (self.end is None or day <= self.end)
        )


def load_conditions(entry: Entry) -> Conditions:
    """Read the conditions of a rule: `where` (a list) or `country` (one), `within`, `speaker`, `from` and `until`."""
    where = (str(entry["country"]),) if "country" in entry else strings(entry, "where")
    return Conditions(
        where=where,
        within=strings(entry, "within"),
        speaker=strings(entry, "speaker"),
        start=load_day(entry, "from", last=False),
        end=load_day(entry, "until", last=True),
    )


def load_day(entry: Entry, name: str, *, last: bool) -> date | None:
    """Read `2014`, `2014-05` or `2014-05-30` as its first or last day; None where the key is absent."""
    value = entry.get(name)
    if value is None:
        return None
    try:
        parts = [int(part) for part in str(value).split("-")]
        month = parts[1] if len(parts) > 1 else (12 if last else 1)
        day = parts[2] if len(parts) > 2 else (calendar.monthrange(parts[0], month)[1] if last else 1)
        return date(parts[0], month, day)
    except (ValueError, calendar.IllegalMonthError) as error:
        what = f"{name!r} is {value!r}; write a year, a month or a day (2024, 2024-12, 2024-12-08)"
        raise entry.fault(what, name) from error
