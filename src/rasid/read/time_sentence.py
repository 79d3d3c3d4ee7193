"""The look-ups that reading times needs on the words of one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from rasid.knowledge.calendar import Calendar, calendar
from rasid.model.times import TimeExpression
from rasid.read.numerals import Number, number_at, numeral, ordinal
from rasid.read.peel import Peeled, lookup
from rasid.text import Word

Found = tuple[TimeExpression, int] | None


DASHES = frozenset("-–—−/")
DATE_MARKS = frozenset("-/.–")
OPENING = frozenset('(«“"[”')
QUOTES = frozenset("«»“”\"'()[]")
FEW = {
    "minute": (2, 59),
    "hour": (0, 23),
    "day": (2, 7),
    "week": (2, 4),
    "month": (2, 11),
    "year": (2, 10),
    "decade": (2, 9),
}
NONE = Peeled("", "", "", article=False)


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
def token_of(form: str) -> Peeled:
    """Return the first peeling of a form that can take part in a time, or NONE."""
    return lookup(form, _bases()) or NONE


def may_count(word: Word) -> bool:
    """Tell whether a word is a number, a number word or an ordinal."""
    return word.kind == "number" or (word.kind == "word" and _number_word(word.form))


@lru_cache(maxsize=1 << 16)
def _number_word(form: str) -> bool:
    return numeral(form) is not None or ordinal(form) is not None or lookup(form, {"احد", "احدي"}) is not None


@lru_cache(maxsize=1 << 14)
def is_first(form: str) -> bool:
    """Tell whether a form is أول, as in أول أمس."""
    return lookup(form, {"اول"}) is not None


class TimeSentence:
    """The words of one sentence and the look-ups on them. Indices are those of `words`."""

    def __init__(self, words: Sequence[Word], first: int, last: int, tokens: list[Peeled]) -> None:
        self.words, self.first, self.last, self.tokens = words, first, last, tokens
        self.book: Calendar = calendar()
        self.maps, self.lists = self.book.maps, self.book.lists

    def token(self, at: int) -> Peeled:
        return self.tokens[at - self.first] if self.first <= at < self.last else NONE

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

    def text_(self, first: int, last: int) -> str:
        return "".join((" " if word.gap and at else "") + word.text for at, word in enumerate(self.words[first:last]))

    def _past_opening(self, at: int) -> int:
        return at + 1 if self.form(at) in OPENING else at

    def _past_closing(self, at: int, opened: int) -> int:
        """Take a closing bracket or quote too if an opening one was skipped before `opened`."""
        return at + 1 if self.form(opened - 1) in OPENING and self.form(at) in QUOTES else at

    def _core(self, at: int) -> Found:
        """Read a time at `at`, without what stands before it; the last class of the chain knows how."""
        raise NotImplementedError
