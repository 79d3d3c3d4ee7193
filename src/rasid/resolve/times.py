"""Count out the days that an expression of time names, from the day of publication or from the report's running day.

The table at the end of the module says which function answers for which kind of expression; None is an answer too.
Weeks run from Sunday to Saturday. All choices follow the annotation guide (`corpus/GUIDE.md`).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from hijridate import Gregorian, Hijri

from rasid.model.claims import Interval
from rasid.model.times import TimeExpression

Days = tuple[date, date]

_DAYS_OF_UNIT = {
    "minute": 0.0,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": 30.44,
    "year": 365.25,
    "decade": 3652.5,
}
_PARTS_OF_MONTH = {"start": (1, 5), "early": (1, 10), "middle": (11, 20), "late": (21, 31), "end": (26, 31)}
_PARTS_OF_YEAR = {"start": (1, 2), "early": (1, 3), "middle": (5, 8), "late": (11, 12), "end": (12, 12)}
_PARTS_OF_WEEK = {"start": (-1, 2), "early": (-1, 2), "middle": (2, 4), "late": (4, 6), "end": (4, 6)}


@dataclass(frozen=True, slots=True)
class _Base:
    """What is counted from: the day of publication, the running day, and whether open dates look ahead."""

    published: date
    anchor: Interval | None
    future: bool


def resolve_time(
    expression: TimeExpression, *, published: date, anchor: Interval | None = None, future: bool = False
) -> Interval | None:
    """Return the days that `expression` names, both ends included, with an English reason; None where it names none.

    `anchor` is the report's running day, for "the same day" and "a day before that"; without one they are None.
    `future`: the clause speaks of what is to come, so a bare weekday or date is the next one, not the last.
    """
    base = _Base(published, anchor, future)
    days = _KINDS[expression.kind](expression, base) if expression.kind in _KINDS else None
    if not days:
        return None
    start, end = _bounded(expression, days, base)
    return Interval(start, end, text=expression.text, reason=_reason(expression, base))


def resolve_linked(expression: TimeExpression, *, main: Interval) -> Interval | None:
    """Return the days of the happening that follows an expression with a `tail`, counted from the clause (`main`).

    بعد يومين من هجوم on the 28th: the attack was on the 26th. غداة معارك: the fighting was the day before.
    """
    if not expression.tail or expression.kind not in ("offset", "ago"):
        return None
    start, end = _moved(replace(expression, sign=-expression.sign), main.start, main.end)
    return Interval(
        start, end, text=expression.text, reason=f"'{expression.text}' counted from {main.start} for what follows it"
    )


def _reason(expression: TimeExpression, base: _Base) -> str:
    running = expression.kind in ("running", "same", "offset", "later") and base.anchor
    since = {"since": ", up to then", "until": ", as an end", "before": ", before it", "after": ", after it"}.get(
        expression.bound, ""
    )
    unsure = "; the month's name is ambiguous" if expression.ambiguous else ""
    if (
        expression.kind in ("date", "months", "season", "period")
        and expression.year
        and expression.calendar == "gregorian"
        and not since
    ):
        return f"'{expression.text}' read as written{unsure}"
    origin = f"the running day {base.anchor.start}" if running and base.anchor else str(base.published)
    return f"'{expression.text}' counted from {origin}{since}{unsure}"


def _bounded(expression: TimeExpression, days: Days, base: _Base) -> Days:
    """Apply منذ: from the start up to publication (the day before, where only a period is named as running)."""
    if expression.bound == "since" and days[0] <= base.published:
        return days[0], base.published
    return days


# Days and weekdays


def _day(expression: TimeExpression, base: _Base) -> Days | None:
    day = base.published + timedelta(expression.shift)
    if expression.weekdays and day.weekday() != expression.weekdays[0]:
        near = sorted(
            (day + timedelta(step) for step in range(-3, 4)), key=lambda other: (abs(other - day), other > day)
        )
        day = next(other for other in near if other.weekday() == expression.weekdays[0])
    return day, day


def _weekday(expression: TimeExpression, base: _Base) -> Days | None:
    first, last = expression.weekdays[0], expression.weekdays[-1]
    if expression.which == "next" or (base.future and not expression.which):
        ahead = (first - base.published.weekday()) % 7
        start = base.published + timedelta(ahead or (7 if expression.which == "next" else 0))
        return start, start + timedelta((last - first) % 7)
    back = (base.published.weekday() - last) % 7
    if expression.which in ("last", "preceding") and back == 0:
        back = 7
    end = base.published - timedelta(back)
    start = end - timedelta((last - first) % 7)
    return _of_the_night(expression, start, end, base)


def _of_the_night(expression: TimeExpression, start: date, end: date, base: _Base) -> Days:
    """Let a night run into the next morning; after midnight of two named days it is the second."""
    if expression.hour == "after_midnight" and len(expression.weekdays) == 2:
        return end, end
    if expression.hour in ("night", "after_midnight") and start == end:
        return start, min(end + timedelta(1), max(base.published, end))
    return start, end


# Dates, months, seasons, periods


def _date(expression: TimeExpression, base: _Base) -> Days | None:
    if expression.day is None:
        return None
    if expression.calendar == "hijri":
        return _hijri_days(expression, base)
    if not expression.months:
        year, month = _shifted(base.published, {"last": -1, "next": 1}.get(expression.which, 0))
        return _span(year, (month,), expression.day, expression.day_to)
    for year in _years(expression, base):
        days = _span(year, expression.months, expression.day, expression.day_to)
        if days and _fits(days, expression, base):
            return days
    return None


def _fits(days: Days, expression: TimeExpression, base: _Base) -> bool:
    if expression.year is not None or expression.which.startswith("year"):
        return True
    if expression.which == "next" or (base.future and not expression.which):
        return days[1] >= base.published
    return days[0] < base.published if expression.which == "last" else days[0] <= base.published


def _years(expression: TimeExpression, base: _Base) -> tuple[int, ...]:
    """Return the years to try, the likeliest first."""
    now = base.published.year
    if expression.year is not None:
        return (expression.year,)
    if expression.which.startswith("year"):
        return (now + int(expression.which[4:]),)
    if expression.which == "next" or (base.future and not expression.which):
        return now, now + 1, now + 2
    return tuple(range(now, now - 9, -1))  # a 29 February may be eight years back


def _span(year: int, months: tuple[int, ...], day: int, day_to: int | None) -> Days | None:
    """Return the days from `day` to `day_to`; of an ambiguous month, from its first reading to its second."""
    years = _ascending(year, months)
    found = [(y, m) for y, m in years if day <= monthrange(y, m)[1]]
    if not found:
        return None
    last_year, last_month = found[-1]
    return date(*found[0], day), date(last_year, last_month, min(day_to or day, monthrange(last_year, last_month)[1]))


def _ascending(year: int, months: tuple[int, ...]) -> list[tuple[int, int]]:
    """Give months their years so that they ascend: December and January are neighbours over the turn of the year."""
    return [(year if month >= months[0] else year + 1, month) for month in months]


def _months(expression: TimeExpression, base: _Base) -> Days | None:
    if expression.calendar == "hijri":
        return _hijri_days(expression, base)
    for year in _years(expression, base):
        spans = _ascending(year, expression.months)
        days = _of_month(*spans[0], expression.part)[0], _of_month(*spans[-1], expression.part)[1]
        if _month_fits(days, expression, base):
            return days if expression.part or base.future or expression.year else (days[0], _capped(days, base))
    return None


def _month_fits(days: Days, expression: TimeExpression, base: _Base) -> bool:
    if expression.year is not None or expression.which.startswith("year"):
        return True
    if expression.which == "last":
        return days[0] < base.published.replace(day=1)
    return _fits(days, expression, base)


def _capped(days: Days, base: _Base) -> date:
    """End a running month or year on the day of publication."""
    return base.published if days[0] <= base.published <= days[1] else days[1]


def _of_month(year: int, month: int, part: str = "") -> Days:
    length = monthrange(year, month)[1]
    first, last = _PARTS_OF_MONTH.get(part, (1, 31))
    return date(year, month, first), date(year, month, min(last, length))


def _shifted(day: date, months: int) -> tuple[int, int]:
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def _season(expression: TimeExpression, base: _Base) -> Days | None:
    first, last = expression.months
    for year in _years(expression, base):
        days = date(year, first, 1), _of_month(year if last >= first else year + 1, last)[1]
        if _fits(days, expression, base):
            return days
    return None


def _hijri_days(expression: TimeExpression, base: _Base) -> Days | None:
    now = Gregorian.fromdate(base.published).to_hijri().year
    for year in (expression.year,) if expression.year else (now, now - 1):
        days = _hijri_span(year, expression)
        if days and (expression.year or days[0] <= base.published):
            return days
    return None


def _hijri_span(year: int, expression: TimeExpression) -> Days | None:
    month = expression.months[0]
    if not 1343 <= year <= 1500:
        return None
    length = Hijri(year, month, 1).month_length()
    first, last = _PARTS_OF_MONTH.get(expression.part, (1, 31))
    if expression.day:
        first, last = expression.day, expression.day_to or expression.day
    if first > length:
        return None
    start, end = (Hijri(year, month, min(day, length)).to_gregorian() for day in (first, last))
    return date(*start.datetuple()), date(*end.datetuple())


def _period(expression: TimeExpression, base: _Base) -> Days | None:
    if expression.unit == "year":
        if expression.calendar == "hijri" and expression.year:
            return _hijri_year(expression.year)
        return _of_year(expression.year or base.published.year + expression.shift, expression.part, base)
    if expression.unit == "month":
        days = _of_month(*_shifted(base.published, expression.shift), expression.part)
        return days if expression.part else (days[0], _capped(days, base))
    sunday = base.published - timedelta((base.published.weekday() + 1) % 7) + timedelta(7 * expression.shift)
    first, last = _PARTS_OF_WEEK.get(expression.part, (0, 6))
    days = sunday + timedelta(first), sunday + timedelta(last)
    return days if expression.part else (days[0], _capped(days, base))


def _of_year(year: int, part: str, base: _Base) -> Days:
    first, last = _PARTS_OF_YEAR.get(part, (1, 12))
    days = date(year, first, 1), _of_month(year, last)[1]
    return days if part else (days[0], _capped(days, base))


def _hijri_year(year: int) -> Days | None:
    if not 1343 <= year < 1500:
        return None
    return date(*Hijri(year, 1, 1).to_gregorian().datetuple()), date(
        *Hijri(year + 1, 1, 1).to_gregorian().datetuple()
    ) - timedelta(1)


# So long ago, lately, soon


def _ago(expression: TimeExpression, base: _Base) -> Days | None:
    if expression.bound == "since":
        days = _moved(expression, base.published, base.published)
        return (
            days[0] if expression.about else _back(base.published, expression.high or 0, expression.unit)
        ), base.published
    return _moved(expression, base.published, base.published)


def _back(day: date, amount: float, unit: str, sign: int = -1) -> date:
    """Move a day by whole units where the amount is whole, keeping the day of the month."""
    if unit in ("month", "year", "decade") and amount == int(amount):
        year, month = _shifted(day, sign * int(amount) * {"month": 1, "year": 12, "decade": 120}[unit])
        return date(year, month, min(day.day, monthrange(year, month)[1])) if 1 <= year <= 9999 else day
    return day + timedelta(
        sign * ceil(amount * _DAYS_OF_UNIT[unit])
        if unit in ("minute", "hour")
        else sign * round(amount * _DAYS_OF_UNIT[unit])
    )


def _moved(expression: TimeExpression, start: date, end: date) -> Days:
    """Move an interval by an amount of time; weeks and longer are rough by a tenth, at least a day, either way."""
    high = expression.low if expression.high is None else expression.high
    far, near = (high, expression.low) if expression.sign < 0 else (expression.low, high)
    first, last = (
        _back(start, far, expression.unit, expression.sign),
        _back(end, near, expression.unit, expression.sign),
    )
    if expression.low != high or expression.unit in ("minute", "hour"):
        return _of_hours(expression, start, end) if expression.unit in ("minute", "hour") else (first, last)
    rough = expression.unit != "day" or expression.about
    slack = timedelta(min(183, max(1, round(high * _DAYS_OF_UNIT[expression.unit] / 10))) if rough else 0)
    return first - slack, min(last + slack, start if expression.sign < 0 else date.max)


def _of_hours(expression: TimeExpression, start: date, end: date) -> Days:
    """Hours stay on the day, or run into its neighbour: ago is today or yesterday, later is the same day."""
    high = expression.high or expression.low
    step = timedelta(round(high * _DAYS_OF_UNIT[expression.unit]))
    if expression.kind == "offset":
        return (
            (start, end)
            if high < 24
            else ((start - step, end - step) if expression.sign < 0 else (start + step, end + step))
        )
    return start - (step or timedelta(1 if expression.low == 0 else 0)), end


def _window(expression: TimeExpression, base: _Base) -> Days | None:
    high = expression.high or expression.low
    if expression.sign > 0:
        return base.published + timedelta(0 if expression.unit in ("minute", "hour") else 1), _back(
            base.published, high, expression.unit, 1
        )
    if expression.unit in ("minute", "hour"):
        return base.published - timedelta(max(1, ceil(high / 24))), base.published
    if expression.about:
        high = {"day": 7, "week": 4, "month": 6, "year": 5, "decade": 3}[expression.unit]
        return _back(base.published, high, expression.unit), base.published - timedelta(
            2 if expression.unit == "day" else 1
        )
    return _back(base.published, high, expression.unit), base.published - timedelta(1)


def _recent(expression: TimeExpression, base: _Base) -> Days | None:
    return base.published - timedelta(30), base.published - timedelta(1)


def _earlier(expression: TimeExpression, base: _Base) -> Days | None:
    days = _period(replace(expression, kind="period"), base)
    return (days[0], max(days[0], base.published - timedelta(1))) if days else None


# Counted from the running day


def _running(expression: TimeExpression, base: _Base) -> Days | None:
    if not base.anchor:
        return None
    step = timedelta(expression.shift)
    return base.anchor.start + step, base.anchor.end + step


def _same(expression: TimeExpression, base: _Base) -> Days | None:
    """Resolve "the 23rd of it" and "the same month" in the month or year of the running day."""
    start = base.anchor.start if base.anchor else None
    if not start:
        return None
    if expression.day is not None:
        year, month = _shifted(start, expression.shift)
        return _span(year, (month,), expression.day, expression.day_to)
    return _period(replace(expression, kind="period"), replace(base, published=start, future=True)) and _whole(
        expression, start
    )


def _whole(expression: TimeExpression, start: date) -> Days:
    if expression.unit == "year":
        return date(start.year + expression.shift, 1, 1), date(start.year + expression.shift, 12, 31)
    if expression.unit == "month":
        return _of_month(*_shifted(start, expression.shift), expression.part)
    sunday = start - timedelta((start.weekday() + 1) % 7) + timedelta(7 * expression.shift)
    return sunday, sunday + timedelta(6)


def _offset(expression: TimeExpression, base: _Base) -> Days | None:
    """Resolve "a day before that"; with a `tail` only what follows is placed (see `resolve_linked`)."""
    if not base.anchor or expression.tail:
        return None
    return _moved(expression, base.anchor.start, base.anchor.end)


def _later(expression: TimeExpression, base: _Base) -> Days | None:
    if not base.anchor:
        return None
    start, end = base.anchor.start, base.anchor.end
    return (start, max(end, base.published - timedelta(1))) if end - start > timedelta(2) else (start, end)


def _daypart(expression: TimeExpression, base: _Base) -> Days | None:
    """Resolve an hour without a day on the day of publication, which fits better than the running day (measured)."""
    return base.published, base.published


def _between(expression: TimeExpression, base: _Base) -> Days | None:
    found = [
        resolve_time(end, published=base.published, anchor=base.anchor, future=base.future) for end in expression.ends
    ]
    known = [interval for interval in found if interval]
    if not known or len(known) < len(expression.ends):
        return None
    if len(known) == 1:
        step = timedelta(expression.shift)
        return known[0].start + step, known[0].end + step
    start, end = known[0].start, known[1].end
    return (start, end) if start <= end else None


_KINDS: dict[str, Callable[[TimeExpression, _Base], Days | None]] = {
    "day": _day,
    "weekday": _weekday,
    "date": _date,
    "months": _months,
    "season": _season,
    "period": _period,
    "ago": _ago,
    "window": _window,
    "recent": _recent,
    "earlier": _earlier,
    "running": _running,
    "same": _same,
    "offset": _offset,
    "later": _later,
    "daypart": _daypart,
    "between": _between,
    # duration, clock and unknown name no day
}
