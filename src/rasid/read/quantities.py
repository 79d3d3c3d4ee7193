"""Find what reports count: numbers with their bounds and counted noun, duals, and singular nouns that stand for one.

Numbers that count nothing (names, calibres, dates, distances, ages) are found too, and flagged by `role`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import floor

from rasid.knowledge.calendar import CountedNoun, Numbers, numbers
from rasid.model.times import Quantity, Role, TimeMention
from rasid.read.numerals import Number, number_at, numeral
from rasid.read.peel import Peeled, lookup, peel
from rasid.read.times import find_times
from rasid.text import Word

_DASHES = frozenset("-–—−")
_GLUED = frozenset(
    ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "فال", "وب", "ول", "س")
)  # clitics written on digits
_SUFFIXES = ("هما", "هم", "هن", "ها", "ه", "نا")
_NEVER_IMPLIED = frozenset(("house", "place", "money"))
_DUAL_MARK = ("َيْن", "َين")


def find_quantities(
    words: Sequence[Word], first: int, last: int, *, times: Sequence[TimeMention] | None = None
) -> tuple[Quantity, ...]:
    """Return the quantities of `words[first:last]`, in order and apart.

    `times` are the sentence's time mentions, if they are known already; a number inside one of them is no count.
    """
    if times is None:
        times = find_times(words, first, last)
    return _Finder(words, first, last, times).all()


@lru_cache(maxsize=1 << 16)
def counted_noun(form: str) -> tuple[CountedNoun, Peeled, bool] | None:
    """Return the countable noun that `form` is, what clings to it, and whether a possessive does."""
    book = numbers()
    for peeled in peel(form):
        if noun := book.nouns.get(peeled.base):
            return noun, peeled, False
    for peeled in peel(form):
        for suffix in _SUFFIXES:
            if (
                not peeled.article
                and peeled.base.endswith(suffix)
                and (noun := _possessed(peeled.base.removesuffix(suffix), book))
            ):
                return noun, peeled, True
    return None


def _possessed(stem: str, book: Numbers) -> CountedNoun | None:
    found = book.nouns.get(stem) or (book.nouns.get(stem[:-1] + "ه") if stem.endswith("ت") else None)
    return found if found and len(stem) > 2 else None


@lru_cache(maxsize=1 << 16)
def _in(form: str, name: str) -> bool:
    return lookup(form, numbers().lists[name]) is not None


@lru_cache(maxsize=1 << 16)
def _sort(form: str) -> str:
    """Say what a word can begin: a number, one_of_them, a noun, or nothing."""
    if numeral(form) or _in(form, "one_of"):
        return "number"
    if _in(form, "one_of_them"):
        return "one_of_them"
    return "noun" if counted_noun(form) else ""


class _Finder:
    """The words of one sentence. Indices are those of `words`."""

    def __init__(self, words: Sequence[Word], first: int, last: int, times: Sequence[TimeMention]) -> None:
        self.words, self.first, self.last = words, first, last
        self.timed = {at: mention for mention in times for at in range(mention.first, mention.last)}
        self.floor = first  # words before it belong to an earlier quantity

    def all(self) -> tuple[Quantity, ...]:
        found: list[Quantity] = []
        at = self.first
        while at < self.last:
            hits = self._at(at)
            found += hits
            at = max(at + 1, hits[-1].last if hits else 0)
            self.floor = at if hits else self.floor
        return tuple(found)

    def _at(self, at: int) -> list[Quantity]:
        word = self.words[at]
        sort = "number" if word.kind == "number" else _sort(word.form) if word.kind == "word" else ""
        if not sort:
            return []
        if sort == "number":
            number = number_at(self.words, at, self.last)
            if number:
                return self._numbered(at, number)
            return self._one_of(at)
        return [Quantity(at, at + 1, 1, 1)] if sort == "one_of_them" else self._noun(at)

    def form(self, at: int) -> str:
        return self.words[at].form if self.first <= at < self.last else ""

    def is_(self, at: int, name: str) -> bool:
        form = self.form(at)
        return bool(form) and _in(form, name)

    def _exact(self, at: int, name: str) -> bool:
        return self.form(at) in numbers().lists[name]

    # Numbers

    def _numbered(self, at: int, number: Number) -> list[Quantity]:
        role = self._role_before(at, number)
        low, high, end = number.low, number.high, number.last
        split: list[Quantity] = []
        if role == "count" and (second := self._range(at, number)):
            if self._superseded(at):
                split = [Quantity(at, number.last, floor(low), floor(high), role="superseded")]
                low = second.low
            else:
                low = low * _scale(low, second)
            high, end = max(low, second.high), second.last
        role = role if role != "count" else self._role_after(end, at, number)
        start, least, most = (
            self._bent(at, end, floor(low), floor(high))
            if role in ("count", "times")
            else (at, floor(low), floor(high))
        )
        if role == "percent":
            end += 1 if self.form(end) not in ("في", "ب") else 2
        noun, others, after = self._counted(at, end, number) if role in ("count", "times") else (None, False, end)
        if role in ("count", "times") and most is not None and self._at_least_after(end, after):
            most = None
        info = counted_noun(self.form(noun)) if noun is not None else None
        kind = info[0].kind if info else None
        unit = (info[0].unit or info[0].kind) if info and kind == "money" else None
        if role == "count" and kind == "strike" and noun is not None and self.is_(noun, "times_units"):
            role = "times"
        return [*split, Quantity(start if not split else at, after, least, most, noun, unit, kind, role, others=others)]

    def _role_before(self, at: int, number: Number) -> Role:
        mention = self.timed.get(at)
        if mention:
            ages = self.form(at - 1) in "(،," or any(
                self.is_(near, "ages") for near in range(max(self.first, at - 3), at)
            )
            return (
                "age"
                if mention.expression.kind == "duration" and mention.expression.unit == "year" and ages
                else "time"
            )
        before = at - 1
        if before < self.first:
            return "count"
        if (
            self.words[before].kind == "word"
            and not self.words[at].gap
            and not number.spelled
            and self.form(before) not in _GLUED
        ):
            return "name"
        if (
            self.form(before) in _DASHES
            and not self.words[at].gap
            and not self.words[before].gap
            and self._glued_name(before - 1)
        ):
            return "name"
        if self.is_(before, "calibre"):
            return "calibre"
        if self.is_(before, "clock"):
            return "time"
        if self.is_(before, "ages") or (self.form(before) == "العمر" and not number.spelled):
            return "age"
        year = not number.spelled and 1900 <= number.low < 2100 and number.last == at + 1
        if year and (self.is_(before, "years_after") or not self._noun_follows(number.last)):
            return "time"
        if self.is_(before, "names") and (not number.spelled or number.article) and not self._noun_follows(number.last):
            return "name"
        return "count"

    def _glued_name(self, at: int) -> bool:
        return at >= self.first and self.words[at].kind == "word"

    def _noun_follows(self, at: int) -> bool:
        return bool(self.form(at)) and counted_noun(self.form(at)) is not None

    def _role_after(self, end: int, at: int, number: Number) -> Role:
        for name, role in (
            ("calibre_units", "calibre"),
            ("distance_units", "distance"),
            ("weight_units", "weight"),
            ("percent", "percent"),
        ):
            if self._exact(end, name) or (
                name == "distance_units" and self.is_(end, name) and not self.form(end).startswith("ب")
            ):
                return role  # type: ignore[return-value]
        if self.form(end) in ("في", "ب") and self.form(end + 1) in ("الميه", "المايه"):
            return "percent"
        if self._exact(end, "time_units"):
            years = self.form(end) in ("عاما", "عام", "سنه", "سنوات", "اعوام")
            return "age" if years and (self.form(at - 1) == "(" or self.form(at - 1) in ("،", ",")) else "time"
        return "count"

    def _range(self, at: int, number: Number) -> Number | None:
        """Return the second number of a range: بين 3 و5, 3-5, من 3 إلى 5, 3 أو 4."""
        after = number.last
        form = self.form(after)
        between = self.form(at - 1) in ("بين", "وبين", "لبين")
        if between and form == "و":
            second = number_at(self.words, after + 1, self.last) if after + 1 < self.last else None
        elif between and form:
            second = number_at(self.words, after, self.last)
            second = second if second and second.conj == "و" else None
        elif (form in _DASHES and self.form(after) and self._plain(at, after)) or form in ("او", "الي", "حتي"):
            second = number_at(self.words, after + 1, self.last) if after + 1 < self.last else None
        else:
            second = None
        if not second or second.prep or (second.conj and not between):
            return None
        return second if second.low * 1.0 > number.low or second.crowd else None

    def _plain(self, at: int, dash: int) -> bool:
        """Tell that a dash between two numbers is no part of a date: 3-5, but not 24-4-2022."""
        return self.form(dash + 2) not in _DASHES and self.form(at - 1) not in _DASHES

    def _superseded(self, at: int) -> bool:
        return self.form(at - 1) == "من" and any(self.is_(near, "rose") for near in range(max(self.first, at - 8), at))

    def _bent(self, at: int, end: int, low: int, high: int) -> tuple[int, int, int | None]:
        """Apply the words before a number: نحو, أكثر من, ما لا يقل عن, أقل من, بين."""
        one, two = self.form(at - 1), self.form(at - 2)
        if self.is_(at - 1, "about") or (self._exact(end, "about_after") and low == high):
            return (at - 1 if self.is_(at - 1, "about") else at), *_about(low, high)
        if self._exact(at - 1, "about_verbs") or (one in ("من", "ال") and self._exact(at - 2, "about_verbs")):
            return at - 1, *_about(low, high)
        if one == "من" and self.is_(at - 2, "more"):
            return at - 2, low + 1, None
        if one == "من" and self.is_(at - 2, "less"):
            return at - 2, min(1, high - 1), high - 1
        if one in ("عن", "علي") and self._exact(at - 2, "not_less") and self._exact(at - 3, "not"):
            return at - 3, low, None
        verb = (
            at - 1
            if self._exact(at - 1, "more_verbs")
            else at - 2
            if one in ("عن", "علي") and self._exact(at - 2, "more_verbs")
            else 0
        )
        if verb:
            return (verb - 1, 1, high) if self._exact(verb - 1, "not") else (verb, low + 1, None)
        if one == "بين":
            return (at - 2 if two in ("ما", "وما") else at - 1), low, high
        return at, low, high

    def _at_least_after(self, end: int, after: int) -> bool:
        """Tell whether على الأقل follows the number or its noun, within four words and before a verb's comma."""
        for at in range(end, min(after + 3, self.last - 1)):
            if self.words[at].kind == "mark" and self.form(at) in "،.؛:":
                return False
            if self.form(at) in ("علي", "في") and self.form(at + 1) == "الاقل":
                return True
        return False

    def _counted(self, at: int, end: int, number: Number) -> tuple[int | None, bool, int]:
        """Return the index of the counted noun, whether the number is "so many others", and where the phrase ends."""
        if (
            number.low in (1, 2)
            and number.spelled
            and number.last == at + 1
            and at > self.floor
            and counted_noun(self.form(at - 1))
        ):
            return at - 1, False, end
        if self._at_least_pair(end):
            end += 2
        if self._exact(end, "about_after"):
            end += 1
        if self._exact(end, "others"):
            return None, True, end + 1
        if self.form(end) == "من" and self.form(end + 1):
            partitive = counted_noun(self.form(end + 1))
            if partitive and (partitive[0].number == "many" or partitive[2]):
                return end + 1, False, end + 2
            article = self.form(end + 1).startswith("ال")
            return (
                (end + 1, False, end + 2)
                if article and self.words[end + 1].kind == "word" and end + 1 not in self.timed
                else (None, False, end)
            )
        form = self.form(end)
        if form and self.words[end].kind == "word" and end not in self.timed:
            noun = counted_noun(form)
            if noun and not noun[1].conj and not noun[1].prep and (not noun[1].article or number.crowd):
                return end, self._exact(end + 1, "others"), end + 1
            if (
                not noun
                and form[0] not in "وفبل"
                and not self._exact(end, "not_counted")
                and (not form.startswith("ال") or number.crowd)
                and self._is_counting(number)
            ):
                return end, False, end + 1
        if (
            number.article
            and not number.crowd
            and at > self.floor
            and self.words[at - 1].kind == "word"
            and not self._exact(at - 1, "not_counted")
        ):
            return at - 1, False, end
        return None, False, end

    def _at_least_pair(self, at: int) -> bool:
        return self.form(at) in ("علي", "في") and self.form(at + 1) == "الاقل"

    def _is_counting(self, number: Number) -> bool:
        return number.low != 1 or not number.spelled

    # Nouns that carry their number

    def _one_of(self, at: int) -> list[Quantity]:
        noun = counted_noun(self.form(at + 1)) if self.form(at + 1) else None
        if (
            not noun
            or not (noun[1].article or noun[2] or noun[0].number == "many")
            or not lookup(self.form(at), numbers().lists["one_of"])
        ):
            return []
        return [Quantity(at, at + 2, 1, 1, at + 1, kind=noun[0].kind)]

    def _noun(self, at: int) -> list[Quantity]:
        found = counted_noun(self.form(at))
        if not found or at in self.timed:
            return []
        noun, clitics, possessed = found
        following = number_at(self.words, at + 1, self.last) if at + 1 < self.last else None
        if following and following.spelled and following.low in (1, 2) and not following.conj and not following.article:
            return []
        marked = any(mark in self.words[at].text for mark in _DUAL_MARK)
        unit = (noun.unit or noun.kind) if noun.kind == "money" else None
        if noun.number == "two" or (noun.number == "two_or_many" and marked):
            role: Role = "times" if self.is_(at, "times_units") or clitics.base in ("مرتين", "مرتان") else "count"
            most = None if self._at_least_pair(at + 1) else 2
            return [Quantity(at, at + 1 if most else at + 3, 2, most, at, unit, noun.kind, role)]
        if (
            noun.number != "one"
            or clitics.article
            or possessed
            or noun.kind in _NEVER_IMPLIED
            or not self._stands_for_one(at, clitics)
        ):
            return []
        return [Quantity(at, at + 1, 1, 1, at, unit, noun.kind, implied=True)]

    def _stands_for_one(self, at: int, clitics: Peeled) -> bool:
        before = self.form(at - 1)
        if (before and self.is_(at - 1, "none_of") and not clitics.conj) or clitics.prep == "ك":
            return False
        adjective = (
            clitics.base.removesuffix("ا") in numbers().lists["adjectives"]
            or clitics.base in numbers().lists["adjectives"]
        )
        if not adjective or clitics.conj or clitics.prep or not before or self.words[at - 1].kind == "mark":
            return True
        if before in ("ان", "بان", "كان"):
            return True
        return lookup(before, numbers().lists["takes_person"]) is not None


def _about(low: int, high: int) -> tuple[int, int]:
    """Widen by a tenth, at least one, either way."""
    return low - max(1, low // 10), high + max(1, high // 10)


def _scale(low: float, second: Number) -> int:
    """Lend the scale of the second number to the first: 3 إلى 5 آلاف."""
    for scale in (1_000_000, 1000):
        if second.low >= scale and second.low % scale == 0 and low < second.low / scale:
            return scale
    return 1
