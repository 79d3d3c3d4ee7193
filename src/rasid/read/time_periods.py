"""Read periods: the last week, early 2022, the summer of 2018, the past days, "earlier today"."""

from __future__ import annotations

from dataclasses import replace

from rasid.model.times import TimeExpression
from rasid.read.numerals import Number, ordinal
from rasid.read.time_days import Days
from rasid.read.time_sentence import (
    FEW,
    Found,
)


class Periods(Days):
    """Readers of periods and of what يوم, شهر and عام introduce."""

    def _unit(self, at: int) -> Found:
        token, (unit, number) = self.token(at), self.book.units[self.base(at)]
        if token.base == "يوم" or (unit == "day" and number == "two"):
            hit = self._day_word(at)
            if hit:
                return hit
        if unit == "hour" and token.article and number == "one":
            return self._clock(at)
        if token.article:
            return self._definite_unit(at, unit, number)
        if number == "one" and unit == "month" and self.base(at + 1) in self.book.months:
            return self._month(at + 1)
        if number == "one" and unit == "year":
            return self._year(at)
        return None

    def _day_word(self, at: int) -> Found:
        """Read what يوم introduces: a weekday, a date, أمس; يومي introduces two of them."""
        token, start = self.token(at), self._past_opening(at + 1)
        if token.article:
            return None
        base = self.base(start)
        if self.base(at) == "يومي":
            hit = self._range_of_days(start) or (self._weekday(start) if base in self.book.weekdays else None)
            if (
                not hit
                and base in self.maps["days"]
                and (one := self._core(start))
                and self.token(one[1]).conj
                and (two := self._core(one[1]))
            ):
                hit = TimeExpression("between", ends=(one[0], two[0])), two[1]
            return (hit[0], self._past_closing(hit[1], start)) if hit else None
        if self.form(at) == "يوما" or (
            not base
            and self.words[start : start + 1]
            and self.words[start].kind != "number"
            and not ordinal(self.form(start))
        ):
            return None
        if base in self.maps["days"] or base in self.book.weekdays:
            hit = self._core(start)
        else:
            hit = self._numeric(start) or self._day_of_month(start)
            if (not hit and base == "") or (not hit and base not in self.book.units and self.words[start : start + 1]):
                hit = self._before_yesterday(start)
        return (hit[0], self._past_closing(hit[1], start)) if hit else None

    def _definite_unit(self, at: int, unit: str, number: str) -> Found:
        amount = {"one": (1, 1), "two": (2, 2)}.get(number)
        end = at + 1
        if unit == "year" and number == "one" and (year := self._year(at)):
            return year
        counted = self._counted_after(end)
        if counted:
            amount, end = (int(counted.low), int(counted.high)), counted.last
        if self.is_(end, "few"):
            end += 1
        which = self.which(end)
        if not which:
            return None
        if amount == (1, 1):
            return self._period(unit, which, end + 1)
        if which not in ("last", "next"):
            return None
        low, high = amount or FEW[unit]
        return TimeExpression(
            "window",
            low=low if amount else 0,
            high=high,
            unit=unit,
            sign=-1 if which == "last" else 1,
            about=not amount,
        ), end + 1

    def _counted_after(self, at: int) -> Number | None:
        if not self.first <= at < self.last:
            return None
        start = at + 1 if self.form(at) in ("ال", "الـ") else at
        number = self.number(start)
        return number if number and (number.article or not number.spelled) and not number.crowd else None

    def _period(self, unit: str, which: str, end: int) -> Found:
        if unit in ("week", "month", "year"):
            if which in ("same", "following", "preceding"):
                shift = {"same": 0, "following": 1, "preceding": -1}[which]
                return TimeExpression("same", unit=unit, shift=shift), end
            return TimeExpression("period", unit=unit, shift={"last": -1, "this": 0, "next": 1}[which]), end
        if unit == "day":
            return self._which_day(which, end)
        return None

    def _year(self, at: int) -> Found:
        year = self._year_number(at + 1)
        return (TimeExpression("period", unit="year", year=year[0], calendar=year[2]), year[1]) if year else None  # type: ignore[arg-type]

    def _demonstrative(self, at: int) -> Found:
        base, start = self.base(at), at + 1
        token = self.token(start)
        if self.maps["days"].get(token.base) == "today":
            return TimeExpression("day" if base in self.lists["this"] else "running"), start + 1
        if self.maps["days"].get(token.base) == "tonight":
            return TimeExpression("day" if base in self.lists["this"] else "running", hour="night"), start + 1
        if not token.article:
            return None
        if token.base in self.maps["dayparts"] and base in self.lists["this"]:
            return TimeExpression("day", hour=self.maps["dayparts"][token.base]), start + 1
        unit = self.book.units.get(token.base)
        if unit and unit[1] == "one" and unit[0] in ("week", "month", "year"):
            if base in self.lists["this"]:
                return TimeExpression("period", unit=unit[0]), start + 1
            return TimeExpression("same", unit=unit[0]), start + 1
        return None

    def _some_time(self, at: int) -> Found:
        """Read وقت سابق, وقت لاحق, وقت متأخر من مساء السبت."""
        follower = self.form(at + 1)
        if self.token(at).article:
            return None
        if follower == "سابق":
            return self._earlier(at + 2)
        if follower == "لاحق":
            return self._later(at + 2)
        if follower in ("متاخر", "مبكر") and self.prep(at + 2) == "of":
            return self._core(at + 3)
        return None

    def _inner(self, at: int) -> Found:
        start = at + 1 if self.prep(at) in ("of", "at") else at
        token = self.token(start)
        if token.conj or token.prep:
            return None
        if token.article and self.maps["dayparts"].get(token.base):
            return TimeExpression("daypart", hour=self.maps["dayparts"][token.base]), start + 1
        return self._core(start)

    def _earlier(self, at: int) -> Found:
        hit = self._inner(at)
        if hit and hit[0].kind == "period" and not hit[0].part and hit[0].year is None and hit[0].shift == 0:
            return replace(hit[0], kind="earlier"), hit[1]
        if hit and hit[0].kind in ("day", "weekday", "date", "daypart", "period", "months"):
            return hit
        return TimeExpression("unknown"), at

    def _later(self, at: int) -> Found:
        hit = self._inner(at)
        if hit and hit[0].kind in ("day", "weekday", "date", "period", "months"):
            return hit
        return TimeExpression("later"), at

    def _season(self, at: int) -> Found:
        if self.token(at).article:
            return None
        name = self.maps["seasons"][self.base(at)]
        months = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}[name]
        expression, end = self._month_tail(TimeExpression("season", months=months), at + 1)
        return (expression, end) if end > at + 1 else None

    def _part(self, at: int) -> Found:
        """Read a part of a period or the middle of a night: منتصف آب, أواخر 2022, مطلع الشهر, منتصف ليل الجمعة."""
        part, start = self.maps["parts"][self.base(at)], at + 1
        if self.token(at).article:
            return None
        if self.maps["dayparts"].get(self.base(start)) in ("night", "daytime"):
            token = self.token(start)
            night = self._core(start) or (
                (TimeExpression("daypart", hour="night"), start + 1) if token.article else None
            )
            return (
                (replace(night[0], hour="night" if night[0].hour in ("night", "") else night[0].hour), night[1])
                if night and part == "middle"
                else None
            )
        if year := self._bare_year(start):
            return TimeExpression("period", unit="year", year=year, part=part), start + 1
        if self.form(start) == "شهر" and self.base(start + 1) in self.book.months:
            start += 1
        hit = self._month(start, led=True) or self._core(start) if not self.token(start).conj else None
        if hit and hit[0].kind in ("months", "period", "same") and not hit[0].part:
            return replace(hit[0], part=part), hit[1]
        unit = self.book.units.get(self.base(start))
        if not hit and unit and self.token(start).article and unit[1] == "one" and unit[0] in ("week", "month", "year"):
            return TimeExpression("period", unit=unit[0], part=part), start + 1
        return None
