"""Find the words that tell when (or how long), with what they mean; counting out the days is `resolve.times`.

A small recursive reader over dictionary look-ups, in a chain of classes: amounts, dates, days, periods and, here, all
of them. `_any` reads what stands before a time (منذ, قبل, بين …), `_core` the time itself.
Every reader takes a word index and returns an expression with the index after it, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rasid.model.times import Bound, TimeExpression, TimeMention
from rasid.read.time_periods import Periods
from rasid.read.time_sentence import (
    NONE,
    Found,
    may_count,
    token_of,
)
from rasid.text import Word


def find_times(words: Sequence[Word], first: int, last: int) -> tuple[TimeMention, ...]:
    """Return the times told in `words[first:last]`, in order and apart; durations and clock times included, by kind."""
    tokens = [token_of(word.form) if word.kind == "word" else NONE for word in words[first:last]]
    return _Finder(words, first, last, tokens).all()


class _Finder(Periods):
    """All readers together: what stands before a time, and which reader a word calls for."""

    def all(self) -> tuple[TimeMention, ...]:
        found: list[TimeMention] = []
        at = self.first
        while at < self.last:
            hit = self._any(at) if self.tokens[at - self.first].base or may_count(self.words[at]) else None
            if hit:
                found.append(TimeMention(at, hit[1], replace(hit[0], text=self.text_(at, hit[1]))))
            at = hit[1] if hit else at + 1
        return tuple(found)

    def _any(self, at: int) -> Found:
        prep = self.prep(at)
        reader: Callable[[int], Found] | None = {
            "ago": self._ago,
            "since": self._since,
            "after": self._after,
            "until": self._until,
            "from": self._from,
            "within": self._within,
            "between": self._between,
            "of": self._from_to,
            "to": self._until if self.form(at) == "حتي" else None,
            "day_after": self._eve,
            "day_before": self._eve,
            "ahead": self._ahead,
        }.get(prep)
        if reader:
            return reader(at)
        if self.token(at).prep == "ل" and self.maps["prepositions"].get(self.base(at)) is None and self._outlet(at):
            return None
        if self.is_(at, "before_that") or self.is_(at, "after_that"):
            return self._before_that(at)
        return self._core(at) or self._duration(at)

    def _bounded(self, at: int, bound: Bound) -> Found:
        hit = self._core(at)
        return (replace(hit[0], bound=bound), hit[1]) if hit and hit[0].kind not in ("duration", "clock") else None

    def _ago(self, at: int) -> Found:
        if self.is_(at + 1, "that"):
            return self._before_that(at)
        if self.maps["days"].get(self.base(at + 1)) == "yesterday":
            return TimeExpression("day", shift=-2), at + 2
        amount = self._amount(at + 1)
        if not amount:
            return self._bounded(at + 1, "before")
        expression, end = amount
        if self.is_(end, "that"):
            return replace(expression, kind="offset", sign=-1), end + 1
        return replace(expression, kind="ago", tail=self._tail(end)), end

    def _since(self, at: int) -> Found:
        baseline = any(self.form(near) in self.lists["baseline"] for near in range(max(self.first, at - 8), at))
        if self.is_(at + 1, "that"):
            return TimeExpression("running", bound="since", baseline=baseline), at + 3 if self.form(at + 2) else at + 2
        amount = self._amount(at + 1)
        hit: Found = (
            (replace(amount[0], kind="ago", bound="since"), amount[1]) if amount else self._bounded(at + 1, "since")
        )
        if not hit and (year := self._bare_year(at + 1)):
            hit = TimeExpression("period", unit="year", year=year, bound="since"), at + 2
        return (replace(hit[0], baseline=baseline), hit[1]) if hit else None

    def _after(self, at: int) -> Found:
        if self.maps["days"].get(self.base(at + 1)) == "tomorrow":
            return TimeExpression("day", shift=2), at + 2
        if self.maps["dayparts"].get(self.base(at + 1)) == "noon" and not self.token(at + 1).conj:
            hit = self._core(at + 1)
            return (replace(hit[0], hour="afternoon"), hit[1]) if hit else None
        if (
            self.maps["parts"].get(self.base(at + 1)) == "middle"
            and (hit := self._core(at + 1))
            and hit[0].hour == "night"
        ):
            return replace(hit[0], hour="after_midnight"), hit[1]
        if self.is_(at + 1, "that"):
            return self._before_that(at)
        if amount := self._amount(at + 1):
            return replace(amount[0], kind="offset", sign=1, tail=self._tail(amount[1])), amount[1]
        return self._bounded(at + 1, "after")

    def _before_that(self, at: int) -> Found:
        """Read قبل ذلك بيوم, قبلها بساعات, بعد ذلك بيومين."""
        sign = 1 if self.prep(at) == "after" or self.is_(at, "after_that") else -1
        start = at + 2 if self.is_(at + 1, "that") else at + 1
        if self.token(start).prep != "ب" and self.form(start) != "ب" and self.form(start - 1) != "ب":
            return None
        amount = self._amount(start + 1 if self.form(start) == "ب" else start)
        return (replace(amount[0], kind="offset", sign=sign), amount[1]) if amount else None

    def _until(self, at: int) -> Found:
        return self._bounded(at + 1, "until")

    def _from(self, at: int) -> Found:
        return self._bounded(at + 2, "since") if self.prep(at + 1) == "of" else None

    def _ahead(self, at: int) -> Found:
        return self._core(at + 1)

    def _within(self, at: int) -> Found:
        hit = self._core(at + 1)
        if hit and hit[0].kind != "unknown":
            return hit
        amount = self._amount(at + 1)
        if not amount:
            return None
        which = self.which(amount[1])
        if which in ("last", "next"):
            return replace(amount[0], kind="window", low=amount[0].low, sign=-1 if which == "last" else 1), amount[
                1
            ] + 1
        return amount

    def _eve(self, at: int) -> Found:
        sign = 1 if self.prep(at) == "day_after" else -1
        hit = self._core(at + 1)
        if hit and hit[0].kind in ("day", "weekday", "date"):
            return TimeExpression("between", ends=(hit[0],), shift=sign), hit[1]
        return TimeExpression("offset", low=1, high=1, unit="day", sign=sign, tail=True), at + 1

    def _between(self, at: int) -> Found:
        hit = self._range_of_days(at + 1)
        if hit:
            return hit
        one = self._core(at + 1)
        if not one or self.token(one[1]).conj != "و":
            return None
        two = self._core(one[1])
        return (TimeExpression("between", ends=(one[0], two[0])), two[1]) if two else None

    def _from_to(self, at: int) -> Found:
        """Read من 3 حتى 7 آب, من الأحد إلى الثلاثاء; after من alone the time itself."""
        hit = self._range_of_days(at + 1)
        if hit:
            return hit
        one = self._core(at + 1)
        if one and self.prep(one[1]) in ("to", "until") and (two := self._core(one[1] + 1)):
            return TimeExpression("between", ends=(one[0], two[0])), two[1]
        return None

    def _core(self, at: int) -> Found:
        if not self.first <= at < self.last:
            return None
        if self.words[at].kind == "number":
            return self._numeric(at) or self._day_of_month(at)
        base = self.base(at)
        if not base:
            return self._day_of_month(at) if may_count(self.words[at]) else None
        maps = self.maps
        if base in maps["days"]:
            return self._day(at)
        if base in self.book.weekdays:
            return self._weekday(at)
        for table, reader in (
            ("parts", self._part),
            ("dayparts", self._daypart),
            ("adverbs", self._adverb),
            ("prepositions", self._at),
        ):
            if base in maps[table] and (hit := reader(at)):
                return hit
        return self._rest(at, base)

    def _rest(self, at: int, base: str) -> Found:
        for known, reader in (
            (base in self.book.months, self._month),
            (base in self.book.units, self._unit),
            (base in self.maps["seasons"], self._season),
            (base in self.lists["this"] or base in self.lists["that"], self._demonstrative),
            (base in self.lists["time"], self._some_time),
        ):
            if known and (hit := reader(at)):
                return hit
        if base in self.lists["running"]:
            return TimeExpression("running"), at + 1
        if base in self.lists["recently"]:
            return TimeExpression("recent"), at + 1
        for phrase in self.lists["recently_phrases"]:
            head, tail = phrase.split()
            if self.form(at + 1) == tail and base in (head, head.removeprefix("ال")):
                return TimeExpression("recent"), at + 2
        if base in self.lists["later"] and not self.token(at).article:
            return self._later(at + 1)
        if base in self.lists["earlier"] and not self.token(at).article:
            return self._earlier(at + 1)
        return self._ordinal_first(at)

    def _at(self, at: int) -> Found:
        return self._core(at + 1) if self.prep(at) == "at" and self.form(at) != "يوم" else None

    def _ordinal_first(self, at: int) -> Found:
        return self._day_of_month(at)
