"""Read dates: days of a month, months and years, written in words, in digits, or both."""

from __future__ import annotations

from dataclasses import replace

from rasid.knowledge.calendar import MonthName
from rasid.model.times import TimeExpression
from rasid.read.numerals import ordinal, ordinal_at
from rasid.read.time_amounts import Amounts
from rasid.read.time_sentence import (
    DASHES,
    DATE_MARKS,
    Found,
    is_first,
    may_count,
)


class Dates(Amounts):
    """Readers of dates."""

    def _month_name(self, at: int) -> tuple[MonthName, int] | None:
        token = self.token(at)
        if token.prep == "ك" or (token.prep and len(token.base) < 3):  # باب and كاب are no آب
            return None
        for name in self.book.months.get(token.base, ()):
            end = at + 1 + len(name.rest)
            if all(self.form(at + 1 + n) == part for n, part in enumerate(name.rest)):
                return name, end
        return None

    def _month_with_alias(self, at: int) -> tuple[MonthName, int] | None:
        """Read a month and the other names it is given: آب/أغسطس, مايو (أيار), سبتمبر أيلول."""
        found = self._month_name(at)
        if not found:
            return None
        name, end = found
        start = end
        while self.form(start) in ("/", "(", "-", "–", "\\") and self.form(start):
            start += 1
        other = self._month_name(start) if not self.token(start).conj else None
        if other and other[0].system != name.system and other[0].months == name.months:
            end = other[1] + 1 if self.form(start - 1) == "(" and self.form(other[1]) == ")" else other[1]
        return name, end

    def _month(self, at: int, *, led: bool = False) -> Found:
        """Read a month without a day; a guarded name needs a cue beside it (`led`: one stood before)."""
        found = self._month_with_alias(at)
        if not found or self.token(at).article:
            return None
        name, end = found
        expression, after = self._month_tail(TimeExpression("months", months=name.months), end)
        cue = led or after > end or end > at + 1 + len(name.rest) or self._month_cue(at, name)
        if name.guarded and not cue:
            return None
        calendar_name = "hijri" if name.hijri else "gregorian"
        return replace(expression, ambiguous=len(name.months) > 1, calendar=calendar_name), after  # type: ignore[arg-type]

    def _month_cue(self, at: int, name: MonthName) -> bool:
        if name.system == "libyan":
            return self.form(at - 1) == "شهر"
        return (
            self.prep(at - 1) in ("at", "within", "since", "until")
            or self.form(at - 1) in ("شهر", "بشهر", "لشهر")
            or self.token(at).prep == "ب"
        )

    def _month_tail(self, expression: TimeExpression, at: int) -> tuple[TimeExpression, int]:
        """Read what tells the year of a month: 2022, الفائت, من العام الماضي, عام 2017, 1445 هـ."""
        start = at
        while self.form(start) in ("،", ",", "/", "-") and self._year_number(start + 1):
            start += 1
        if year := self._year_number(start):
            hijri = "hijri" if year[2] == "hijri" or (expression.calendar == "hijri") else "gregorian"
            return replace(expression, year=year[0], calendar=hijri), year[1]  # type: ignore[arg-type]
        if self.form(start).isdecimal() and len(self.form(start)) == 4 and 1300 <= int(self.form(start)) < 1500:
            return replace(expression, year=int(self.form(start)), calendar="hijri"), start + 1
        which = self.which(at)
        if which in ("last", "this", "next") and not self.token(at).conj:
            return replace(expression, which=which), at + 1
        start = at + 1 if self.prep(at) == "of" else at
        if (
            self.book.units.get(self.base(start), ("", ""))[0] != "year"
            and not self.is_(start, "this")
            and not self.is_(start, "that")
        ):
            return expression, at
        hit = self._core(start) if self.token(start).conj == "" else None
        if hit and hit[0].kind == "period" and hit[0].unit == "year":
            if hit[0].year:
                return replace(expression, year=hit[0].year), hit[1]
            return replace(expression, which={-1: "year-1", 0: "year+0", 1: "year+1"}[hit[0].shift]), hit[1]
        return (expression, hit[1]) if hit and hit[0].kind == "same" else (expression, at)

    def _year_number(self, at: int) -> tuple[int, int, str] | None:
        form = self.form(at)
        if not form.isdecimal() or len(form) != 4:
            return None
        value, era = int(form), self.form(at + 1) in self.lists["era"]
        if 1300 <= value < 1500 and era:
            return value, at + 2, "hijri"
        end = at + 2 if self.form(at + 1) == "م" else at + 1
        return (value, end, "gregorian") if 1900 <= value < 2100 else None

    def _bare_year(self, at: int) -> int | None:
        found = self._year_number(at)
        return found[0] if found and found[2] == "gregorian" else None

    def _day_of_month(self, at: int) -> Found:
        """Read a day with its month: 16 نيسان, الحادي عشر من الشهر الجاري, الثالث والعشرين منه."""
        if not self.first <= at < self.last or not may_count(self.words[at]):
            return None
        hit = self._range_of_days(at) or self._before_yesterday(at)
        if hit:
            return hit
        day = self._day_number(at)
        return self._dated(day[0], None, day[1], spelled=day[2]) if day else None

    def _day_number(self, at: int) -> tuple[int, int, bool] | None:
        if not self.first <= at < self.last:
            return None
        form = self.form(at)
        if not may_count(self.words[at]):
            return None
        if form.isdecimal() and len(form) <= 2 and 1 <= int(form) <= 31:
            return int(form), at + 1, False
        found = ordinal_at(self.words, at, self.last) if self.words[at].kind == "word" else None
        if found:
            return found[0], found[1], True
        first = ordinal(form) if self.words[at].kind == "word" else None
        return (1, at + 1, True) if first and first[0] == 1 and not first[1].conj else None

    def _dated(self, day: int, day_to: int | None, at: int, *, spelled: bool = False) -> Found:
        """Read the month that belongs to a day which was read up to `at`."""
        start = at + 1 if self.prep(at) == "of" else at
        if self.form(at) in self.lists["of_it"]:
            return TimeExpression("same", unit="month", day=day, day_to=day_to), at + 1
        if self.form(start) in ("شهر", "يوم"):
            start += 1
        month = self._month_with_alias(start)
        if month and not self.token(start).article and (start > at or not spelled or day > 1 or not month[0].guarded):
            name, end = month
            base = TimeExpression(
                "date",
                day=day,
                day_to=day_to,
                months=name.months,
                calendar="hijri" if name.hijri else "gregorian",
                ambiguous=len(name.months) > 1,
            )
            return self._with_adverb(*self._month_tail(base, end))
        token = self.token(start)
        if self.is_(start, "this") and self.book.units.get(self.base(start + 1), ("", ""))[0] == "month":
            return TimeExpression("date", day=day, day_to=day_to, which="this"), start + 2
        if token.article and self.book.units.get(token.base) == ("month", "one"):
            which = self.which(start + 1)
            if which in ("same", "preceding", "following"):
                return TimeExpression(
                    "same",
                    unit="month",
                    day=day,
                    day_to=day_to,
                    shift={"same": 0, "preceding": -1, "following": 1}[which],
                ), start + 2
            if which or start > at:
                return TimeExpression(
                    "date", day=day, day_to=day_to, which=which or "this"
                ), start + 2 if which else start + 1
        if self.which(start) == "this" and start == at and self.prep(at - 2) == "at" and not spelled:
            return TimeExpression("date", day=day, day_to=day_to, which="this"), start + 1
        return None

    def _range_of_days(self, at: int) -> Found:
        """Read two days of one month: 11 و12 يوليو, 10-12 تموز, 3 حتى 7 آب."""
        one = self._day_number(at)
        if not one:
            return None
        start = one[1]
        joined = (
            self.token(start).conj == "و"
            or self.form(start) in DASHES
            or self.form(start) == "و"
            or self.prep(start) in ("to", "until")
        )
        if not joined:
            two = self._day_number(start) if self.form(start).startswith("و") else None
        else:
            two = self._day_number(start + 1) or self._day_number(start)
        if not two or two[0] <= one[0]:
            return None
        return self._dated(one[0], two[0], two[1])

    def _numeric(self, at: int) -> Found:
        """Read 24-4-2022, 2022/4/24 and 19.9.2025, as one word or as five."""
        form = self.form(at)
        if not form or self.words[at].kind != "number":
            return None
        parts = _split(form)
        if len(parts) == 3:
            return _date_of(parts, at + 1)
        if at + 4 < self.last and self.form(at + 1) in DATE_MARKS and self.form(at + 3) == self.form(at + 1):
            parts = [self.form(at), self.form(at + 2), self.form(at + 4)]
            return _date_of(parts, at + 5)
        return None

    def _before_yesterday(self, at: int) -> Found:
        """Read أول أمس and أول من أمس."""
        if not self.form(at) or not is_first(self.form(at)):
            return None
        end = at + 2 if self.prep(at + 1) == "of" else at + 1
        if self.maps["days"].get(self.base(end)) != "yesterday":
            return None
        return self._confirmed(TimeExpression("day", shift=-2), end + 1)

    def _confirmed(self, expression: TimeExpression, at: int) -> Found:
        """Add the weekday, the date and the hour that may follow: أمس السبت, اليوم (الثلاثاء) 26 تشرين الأول."""
        start = self._past_opening(
            at + 1 if self.form(at) in ("،", ",") and self.base(at + 1) in self.book.weekdays else at
        )
        if self.base(start) in self.book.weekdays and not self.token(start).conj and not self.token(start).prep:
            end = start + 1
            expression, at = (
                replace(expression, weekdays=(self.book.weekdays[self.base(start)],)),
                self._past_closing(end, start),
            )
        start = self._past_opening(at + 1 if self.form(at) in ("،", ",") else at)
        dated = (self._numeric(start) or self._day_of_month(start)) if not self.token(start).conj else None
        if dated and dated[0].kind == "date":
            return replace(dated[0], hour=expression.hour), self._past_closing(dated[1], start)
        return self._with_adverb(expression, at)

    def _with_adverb(self, expression: TimeExpression, at: int) -> Found:
        token = self.token(at)
        if (
            token.base in self.maps["adverbs"]
            and not (token.conj or token.prep or token.article)
            and not expression.hour
        ):
            return replace(expression, hour=self.maps["adverbs"][token.base]), at + 1
        return expression, at


def _split(form: str) -> list[str]:
    for mark in "-/.":
        if mark in form:
            return form.split(mark)
    return [form]


def _date_of(parts: list[str], end: int) -> Found:
    if not all(part.isdecimal() for part in parts) or not (len(parts[0]) == 4 or len(parts[2]) in (2, 4)):
        return None
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        numbers.reverse()
    day, month, year = numbers
    if len(parts[2]) == 2 and len(parts[0]) <= 2:
        year += 2000
    if month > 12 >= day:
        day, month = month, day
    hijri = 1300 <= year < 1500
    if not (1 <= day <= 31 and 1 <= month <= 12 and (hijri or 1900 <= year < 2100)):
        return None
    return TimeExpression("date", day=day, months=(month,), year=year, calendar="hijri" if hijri else "gregorian"), end
