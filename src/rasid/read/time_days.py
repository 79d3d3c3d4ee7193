"""Read days told without a date: اليوم, أمس, weekdays, and the parts of a day."""

from __future__ import annotations

from dataclasses import replace

from rasid.model.times import TimeExpression
from rasid.read.numerals import ordinal, ordinal_at
from rasid.read.peel import lookup
from rasid.read.time_dates import Dates
from rasid.read.time_sentence import (
    DASHES,
    QUOTES,
    Found,
)


class Days(Dates):
    """Readers of days, weekdays and parts of the day."""

    def _outlet(self, at: int) -> bool:
        """Tell whether اليوم at `at` ends the name of an outlet, such as (بغداد اليوم)."""
        name = at - 1
        if not self.first <= name or not lookup(self.words[name].form, self.lists["outlet_before_today"]):
            return False
        peeled = lookup(self.words[name].form, self.lists["outlet_before_today"])
        start = name - 1 if self.form(name - 1) == "دير" else name
        before, after = self.form(start - 1), self.form(at + 1)
        cue = bool(before) and lookup(before, self.lists["outlet_cues"]) is not None
        boxed = (not before or self.words[start - 1].kind == "mark") and (
            not after or self.words[at + 1].kind == "mark"
        )
        return cue or bool(peeled and peeled.prep == "ل") or boxed

    def _day(self, at: int) -> Found:
        token, name = self.token(at), self.maps["days"][self.base(at)]
        after = self.form(at + 1)
        if name == "today":
            if self._outlet(at):
                return None
            if which := self.which(at + 1):
                return self._which_day(which, at + 2)
            named = ordinal(after) if after else None
            if (named and named[1].article) or (lookup(after, self.lists["today_not_before"]) if after else None):
                return None
            if self.form(at - 1) in ("في", "وفي", "ففي") and self.base(at + 1) not in self.book.weekdays:
                return None
        if name == "tonight":
            if which := self.which(at + 1):
                return TimeExpression("day", shift=-1 if which == "last" else 1, hour="night"), at + 2
            return (TimeExpression("day", hour="night"), at + 1)
        if name == "tomorrow" and token.base == "غد" and not token.article and self.base(at - 1) not in self.book.units:
            return None
        shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[name]
        end = at + 1
        if name == "yesterday" and ordinal(after) and ordinal(after)[1].article and ordinal(after)[0] == 1:  # type: ignore[index]
            shift, end = -2, at + 2
        return self._confirmed(TimeExpression("day", shift=shift), end)

    def _which_day(self, which: str, end: int) -> Found:
        shift = {"same": 0, "following": 1, "next": 1, "preceding": -1, "last": -1}.get(which)
        if which == "this":
            return TimeExpression("day"), end
        return (TimeExpression("running", shift=shift), end) if shift is not None else None

    def _weekday(self, at: int) -> Found:
        before, after = self.form(at - 1), self.form(at + 1)
        if before and lookup(before, self.lists["weekday_not_after"]) and not self._between_days(at):
            return None
        if after in self.lists["weekday_not_before"]:
            return None
        days = [self.book.weekdays[self.base(at)]]
        end = at + 1
        while True:
            step = self._past_quotes_and_dash(end)
            token = self.token(step)
            if (
                token.base not in self.book.weekdays
                or token.prep
                or (token.conj != "و" and step == end and not self._night_before(at))
            ):
                break
            days.append(self.book.weekdays[token.base])
            end = step + 1
        which = self.which(end)
        if which and not self.token(end).conj and which in ("last", "this", "next", "preceding"):
            end += 1
        expression = TimeExpression("weekday", weekdays=tuple(days), which=which)
        return self._confirmed_weekday(expression, end)

    def _confirmed_weekday(self, expression: TimeExpression, end: int) -> Found:
        start = self._past_opening(end + 1 if self.form(end) in ("،", ",") else end)
        dated = (
            (self._numeric(start) or self._day_of_month(start))
            if not self.token(start).conj and not self.token(start).prep
            else None
        )
        if dated and dated[0].kind == "date":
            return replace(dated[0], hour=expression.hour), self._past_closing(dated[1], start)
        return self._with_adverb(expression, end)

    def _between_days(self, at: int) -> bool:
        token = self.token(at + 1)
        return self.prep(at - 1) == "between" and token.base in self.book.weekdays and token.conj == "و"

    def _night_before(self, at: int) -> bool:
        return any(self.maps["dayparts"].get(self.base(at - back)) == "night" for back in (1, 2))

    def _past_quotes_and_dash(self, at: int) -> int:
        end = at
        while self.form(end) in QUOTES and self.form(end):
            end += 1
        if self.form(end) not in DASHES:
            return at
        end += 1
        while self.form(end) in QUOTES and self.form(end):
            end += 1
        return end

    def _daypart(self, at: int) -> Found:
        token, hour = self.token(at), self.maps["dayparts"][self.base(at)]
        if token.article:
            return self._definite_daypart(at, hour)
        start = self._past_opening(at + 1)
        if self.form(start) in ("يوم", "نهار", "ذات"):
            start += 1
        inner = self.base(start)
        if self.prep(start) == "of":
            start, inner = start + 1, self.base(start + 1)
        head = inner in self.maps["days"] or inner in self.book.weekdays or inner in self.maps["adverbs"]
        if (head or ordinal_at(self.words, start, self.last) if start < self.last else False) or (
            start < self.last and self.number(start)
        ):
            hit = self._before_yesterday(start) or self._core(start)
            if hit and hit[0].kind in ("day", "weekday", "date", "running", "same"):
                return replace(hit[0], hour=hour), self._past_closing(hit[1], start)
        hit = self._before_yesterday(start)
        if hit:
            return replace(hit[0], hour=hour), hit[1]
        return None

    def _definite_daypart(self, at: int, hour: str) -> Found:
        if which := self.which(at + 1):
            shift = {"last": -1, "next": 1, "following": 1, "preceding": -1}.get(which, 0)
            kind = "running" if which in ("same", "following", "preceding") else "day"
            return TimeExpression(kind, shift=shift, hour=hour), at + 2  # type: ignore[arg-type]
        if (
            self.prep(at - 1) in ("since", "within", "at", "after", "ago", "ahead", "until")
            or self.token(at).prep == "ب"
        ):
            return TimeExpression("daypart", hour=hour), at + 1
        if self.maps["parts"].get(self.base(at - 1)) == "middle":
            return TimeExpression("daypart", hour=hour), at + 1
        return None

    def _adverb(self, at: int) -> Found:
        token = self.token(at)
        if token.article or token.prep:
            return None
        if self.base(at) in self.maps["dayparts"] and self.token(at + 1).article:
            return None
        start = at + 1
        hit = (
            self._core(start)
            if self.base(start) in self.maps["days"] or self.base(start) in self.book.weekdays
            else None
        )
        if hit and not self.token(start).conj and hit[0].kind in ("day", "weekday"):
            return replace(hit[0], hour=self.maps["adverbs"][self.base(at)]), hit[1]
        return TimeExpression("daypart", hour=self.maps["adverbs"][self.base(at)]), at + 1
