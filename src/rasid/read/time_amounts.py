"""Read how much time words tell of: يومين, نحو ثلاثة أشهر, 48 ساعة."""

from __future__ import annotations

from rasid.model.times import TimeExpression
from rasid.read.numerals import ordinal
from rasid.read.time_sentence import (
    DASHES,
    FEW,
    Found,
    TimeSentence,
    may_count,
)


class Amounts(TimeSentence):
    """Readers of amounts of time."""

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
        return (*FEW[unit[0]], unit[0], start + 1, True) if unit else None

    def _counted(self, at: int) -> tuple[float, float, str, int, bool] | None:
        start = at + 1 if self.form(at) in ("ال", "ب") and self.form(at) else at
        number = self.number(start)
        if not number:
            return None
        high, end = number.high, number.last
        if (self.form(end) in DASHES or self.form(end) == "او" or self.prep(end) == "to") and (
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
            return (*FEW[unit[0]], unit[0], end, True)
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
        if not may_count(self.words[at]) and self.base(at) not in self.book.units and not self.is_(at, "about"):
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

    def _clock(self, at: int) -> Found:
        following = self.form(at + 1)
        number = self.number(at + 1)
        if number or (following and ordinal(following)):
            return TimeExpression("clock"), number.last if number else at + 2
        return None

    def _tail(self, at: int) -> bool:
        return self.prep(at) in ("of", "on") and not self.is_(at + 1, "this")
