"""Find the words that tell when (or how long), with what they mean; counting out the days is `resolve.times`.

A small recursive reader over dictionary look-ups: `_prefixed` reads what stands before a time (منذ, قبل, بين …), `_core` the time itself.
Every reader takes a word index and returns an expression with the index after it, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from rasid.knowledge.calendar import Calendar, MonthName, calendar
from rasid.model.times import Bound, TimeExpression, TimeMention
from rasid.read.numerals import Number, number_at, numeral, ordinal, ordinal_at
from rasid.read.peel import Peeled, lookup
from rasid.text import Word

Found = tuple[TimeExpression, int] | None

_DASHES = frozenset("-–—−/")
_DATE_MARKS = frozenset("-/.–")
_OPENING = frozenset('(«“"[”')
_QUOTES = frozenset("«»“”\"'()[]")
_FEW = {
    "minute": (2, 59),
    "hour": (0, 23),
    "day": (2, 7),
    "week": (2, 4),
    "month": (2, 11),
    "year": (2, 10),
    "decade": (2, 9),
}
_NONE = Peeled("", "", "", False)


def find_times(words: Sequence[Word], first: int, last: int) -> tuple[TimeMention, ...]:
    """Return the times told in `words[first:last]`, in order and apart; durations and clock times included, by kind."""
    tokens = [_token(word.form) if word.kind == "word" else _NONE for word in words[first:last]]
    return _Finder(words, first, last, tokens).all()


@cache
def _bases() -> frozenset[str]:
    """Return every base that can take part in a time."""
    book = calendar()
    tables: list[set[str]] = [set(book.months), set(book.weekdays), set(book.units)]
    tables += [set(names) for names in book.maps.values()]
    skipped = (
        "outlet_before_today",
        "outlet_cues",
        "daypart_names",
        "weekday_not_after",
        "weekday_not_before",
        "baseline",
        "today_not_before",
    )
    tables += [set(forms) for name, forms in book.lists.items() if name not in skipped]
    tables.append({phrase.split()[0] for phrase in book.lists["recently_phrases"]})
    return frozenset[str]().union(*tables)


@lru_cache(maxsize=1 << 16)
def _token(form: str) -> Peeled:
    return lookup(form, _bases()) or _NONE


def _may_count(word: Word) -> bool:
    return word.kind == "number" or (word.kind == "word" and _number_word(word.form))


@lru_cache(maxsize=1 << 16)
def _number_word(form: str) -> bool:
    return numeral(form) is not None or ordinal(form) is not None or lookup(form, {"احد", "احدي"}) is not None


@lru_cache(maxsize=1 << 14)
def _is_first(form: str) -> bool:
    return lookup(form, {"اول"}) is not None


class _Finder:
    """The words of one sentence and the look-ups on them. Indices are those of `words`."""

    def __init__(self, words: Sequence[Word], first: int, last: int, tokens: list[Peeled]) -> None:
        self.words, self.first, self.last, self.tokens = words, first, last, tokens
        self.book: Calendar = calendar()
        self.maps, self.lists = self.book.maps, self.book.lists

    def all(self) -> tuple[TimeMention, ...]:
        found: list[TimeMention] = []
        at = self.first
        while at < self.last:
            hit = self._any(at) if self.tokens[at - self.first].base or _may_count(self.words[at]) else None
            if hit:
                found.append(TimeMention(at, hit[1], replace(hit[0], text=self._text(at, hit[1]))))
            at = hit[1] if hit else at + 1
        return tuple(found)

    # Looking at words

    def token(self, at: int) -> Peeled:
        return self.tokens[at - self.first] if self.first <= at < self.last else _NONE

    def base(self, at: int) -> str:
        return self.token(at).base

    def form(self, at: int) -> str:
        return self.words[at].form if self.first <= at < self.last else ""

    def is_(self, at: int, name: str) -> bool:
        return self.base(at) in self.lists[name]

    def prep(self, at: int) -> str:
        return self.maps["prepositions"].get(self.base(at), "")

    def which(self, at: int) -> str:
        return self.maps["which"].get(self.base(at), "")

    def number(self, at: int) -> Number | None:
        return number_at(self.words, at, self.last) if self.first <= at < self.last else None

    def _text(self, first: int, last: int) -> str:
        return "".join((" " if word.gap and at else "") + word.text for at, word in enumerate(self.words[first:last]))

    def _past_opening(self, at: int) -> int:
        return at + 1 if self.form(at) in _OPENING else at

    def _past_closing(self, at: int, opened: int) -> int:
        """Take a closing bracket or quote too if an opening one was skipped before `opened`."""
        return at + 1 if self.form(opened - 1) in _OPENING and self.form(at) in _QUOTES else at

    # What stands before a time

    def _any(self, at: int) -> Found:
        prep = self.prep(at)
        reader: Callable[[int], Found] | None = {
            "ago": self._ago, "since": self._since, "after": self._after, "until": self._until, "from": self._from,
            "within": self._within, "between": self._between, "of": self._from_to, "to": self._until if self.form(at) == "حتي" else None,
            "day_after": self._eve, "day_before": self._eve, "ahead": self._ahead,
        }.get(prep)  # fmt: skip
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

    def _tail(self, at: int) -> bool:
        return self.prep(at) in ("of", "on") and not self.is_(at + 1, "this")

    # The time itself

    def _core(self, at: int) -> Found:
        if not self.first <= at < self.last:
            return None
        if self.words[at].kind == "number":
            return self._numeric(at) or self._day_of_month(at)
        base = self.base(at)
        if not base:
            return self._day_of_month(at) if _may_count(self.words[at]) else None
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
            (base in self.book.months, self._month), (base in self.book.units, self._unit), (base in self.maps["seasons"], self._season),
            (base in self.lists["this"] or base in self.lists["that"], self._demonstrative), (base in self.lists["time"], self._some_time),
        ):  # fmt: skip
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

    # Days

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
            return (TimeExpression("day", hour="night"), at + 1) if not self._follows_noun(at) else None
        if name == "tomorrow" and token.base == "غد" and not token.article and self.base(at - 1) not in self.book.units:
            return None
        shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[name]
        end = at + 1
        if name == "yesterday" and ordinal(after) and ordinal(after)[1].article and ordinal(after)[0] == 1:  # type: ignore[index]
            shift, end = -2, at + 2
        return self._confirmed(TimeExpression("day", shift=shift), end)

    def _follows_noun(self, at: int) -> bool:
        return self.form(at + 1) in ("و",)

    def _which_day(self, which: str, end: int) -> Found:
        shift = {"same": 0, "following": 1, "next": 1, "preceding": -1, "last": -1}.get(which)
        if which == "this":
            return TimeExpression("day"), end
        return (TimeExpression("running", shift=shift), end) if shift is not None else None

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
        while self.form(end) in _QUOTES and self.form(end):
            end += 1
        if self.form(end) not in _DASHES:
            return at
        end += 1
        while self.form(end) in _QUOTES and self.form(end):
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

    def _before_yesterday(self, at: int) -> Found:
        """Read أول أمس and أول من أمس."""
        if not self.form(at) or not _is_first(self.form(at)):
            return None
        end = at + 2 if self.prep(at + 1) == "of" else at + 1
        if self.maps["days"].get(self.base(end)) != "yesterday":
            return None
        return self._confirmed(TimeExpression("day", shift=-2), end + 1)

    # Units and periods

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
        if (
            self.form(at) == "يوما"
            or (not base
            and self.words[start : start + 1]
            and self.words[start].kind != "number"
            and not ordinal(self.form(start)))
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
        low, high = amount or _FEW[unit]
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

    # Months and dates

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

    def _day_of_month(self, at: int) -> Found:
        """Read a day with its month: 16 نيسان, الحادي عشر من الشهر الجاري, الثالث والعشرين منه."""
        if not self.first <= at < self.last or not _may_count(self.words[at]):
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
        if not _may_count(self.words[at]):
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
            calendar_name = "hijri" if name.hijri else "gregorian"
            base = TimeExpression(
                "date",
                day=day,
                day_to=day_to,
                months=name.months,
                calendar=calendar_name,
                ambiguous=len(name.months) > 1,
            )  # type: ignore[arg-type]
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
            or self.form(start) in _DASHES
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
        if at + 4 < self.last and self.form(at + 1) in _DATE_MARKS and self.form(at + 3) == self.form(at + 1):
            parts = [self.form(at), self.form(at + 2), self.form(at + 4)]
            return _date_of(parts, at + 5)
        return None

    # Amounts of time

    def _clock(self, at: int) -> Found:
        following = self.form(at + 1)
        number = self.number(at + 1)
        if number or (following and ordinal(following)):
            return TimeExpression("clock"), number.last if number else at + 2
        return None

    def _amount(self, at: int) -> tuple[TimeExpression, int] | None:
        """Read how much time: يومين, ثلاثة أيام, نحو شهرين, عدة أسابيع, أكثر من عام, 24 ساعة."""
        about = more = less = False
        while True:
            if self.is_(at, "about"):
                about, at = True, at + 1
            elif (self.is_(at, "more") or self.is_(at, "less")) and self.prep(at + 1) == "of":
                more, less, at = self.is_(at, "more"), self.is_(at, "less"), at + 2
            else:
                break
        read = self._several(at) or self._counted(at) or self._named_amount(at)
        if not read:
            return None
        low, high, unit, end, vague = read
        if self.form(end) in self.lists["and_half"]:
            low, high, end = low + 0.5, high + 0.5, end + 1
            if self.base(end) in self.book.units and self.book.units[self.base(end)][0] == unit:
                end += 1
        if more:
            high = high * 1.5
        if less:
            low = 0
        return TimeExpression("duration", low=low, high=high, unit=unit, about=about or vague), end

    def _several(self, at: int) -> tuple[float, float, str, int, bool] | None:
        if not self.is_(at, "several"):
            return None
        start = at + 2 if self.prep(at + 1) == "of" else at + 1
        unit = self.book.units.get(self.base(start))
        return (*_FEW[unit[0]], unit[0], start + 1, True) if unit else None

    def _counted(self, at: int) -> tuple[float, float, str, int, bool] | None:
        start = at + 1 if self.form(at) in ("ال", "ب") and self.form(at) else at
        number = self.number(start)
        if not number:
            return None
        high, end = number.high, number.last
        if (self.form(end) in _DASHES or self.form(end) == "او" or self.prep(end) == "to") and (
            second := self.number(end + 1)
        ):
            high, end = second.high, second.last
        unit = self.book.units.get(self.base(end))
        if not unit or self.token(end).conj or self.token(end).prep or (self.token(end).article and not number.crowd):
            return None
        if unit[0] == "year" and self.which(end + 1) in ("this",):
            return None
        return number.low, high, unit[0], end + 1, number.crowd

    def _named_amount(self, at: int) -> tuple[float, float, str, int, bool] | None:
        token = self.token(at)
        unit = self.book.units.get(token.base)
        if not unit or token.article or token.conj:
            return None
        if unit[1] == "many":
            end = at + 2 if self.is_(at + 1, "few") else at + 1
            return (*_FEW[unit[0]], unit[0], end, True)
        if unit[1] == "one" and (
            self._core(at) or (self.form(at + 1) in ("من",) and self.base(at + 2) in self.book.months)
        ):
            return None
        value = 2 if unit[1] == "two" else 1
        end = (
            at + 2
            if self.form(at + 1) in ("واحد", "واحده") or (value == 2 and self.form(at + 1) in ("اثنين", "اثنتين"))
            else at + 1
        )
        return value, value, unit[0], end, False

    def _duration(self, at: int) -> Found:
        """Read an amount that stands without a preposition of time: how long, not when."""
        if self.token(at).conj and self.base(at) not in self.book.units:
            return None
        if not _may_count(self.words[at]) and self.base(at) not in self.book.units and not self.is_(at, "about"):
            return None
        if (
            self.words[at].kind != "number"
            and not self.number(at)
            and self.prep(at - 1) != "within"
            and not self.is_(at, "about")
        ):
            unit = self.book.units.get(self.base(at))
            if not unit or unit[1] != "two" or self.token(at).article:
                return None
        amount = self._amount(at)
        return (amount[0], amount[1]) if amount else None


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
