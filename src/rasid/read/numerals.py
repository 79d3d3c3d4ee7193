"""Read one number at a word: digits of any script (already ASCII after folding), number words, and both together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rasid.knowledge.calendar import Numeral, numbers
from rasid.read.peel import Peeled, lookup
from rasid.text import Word, parse_number

_OF_TWELVE = frozenset({"اثنا", "اثنتا"})
_MARKS_OF_THOUSANDS = frozenset(",.،٬")


class Number(NamedTuple):
    """A number: its bounds (equal unless it is a crowd, such as عشرات), its end, and what clung to its first word."""

    low: float
    high: float
    last: int
    spelled: bool = False
    article: bool = False
    conj: str = ""
    prep: str = ""
    crowd: bool = False


@lru_cache(maxsize=1 << 16)
def numeral(form: str) -> tuple[Numeral, Peeled] | None:
    """Return the number word that `form` is, with what clings to it, or None."""
    table = numbers().numerals
    peeled = lookup(form, table)
    return (table[peeled.base], peeled) if peeled else None


def number_at(words: Sequence[Word], at: int, last: int) -> Number | None:
    """Return the number that begins at word `at`, or None."""
    word = words[at]
    if word.kind == "number":
        return _digits(words, at, last)
    return _spelled(words, at, last) if word.kind == "word" else None


def _digits(words: Sequence[Word], at: int, last: int) -> Number | None:
    value = _value(words[at].form)
    if value is None:
        return None
    end = at + 1
    if end + 1 < last and words[end].form in _MARKS_OF_THOUSANDS and words[end + 1].kind == "number":
        value, end = _joined(value, words, end)
    scale = numeral(words[end].form) if end < last else None
    if scale and scale[0].rank == 3 and scale[0].number != "two" and not scale[1].conj:
        return _with_rest(Number(value * scale[0].value, value * scale[0].value, end + 1), scale[0].value, words, last)
    return Number(value, value, end)


def _value(form: str) -> float | None:
    """Read 250, 1,500, 1.500 and 1.5; None for anything else, such as a date written as one word."""
    return parse_number(form.replace("،", ",").replace("٬", ","))


def _joined(value: float, words: Sequence[Word], mark: int) -> tuple[float, int]:
    tail = words[mark + 1]
    if words[mark].gap or tail.gap or not tail.form.isdecimal():
        return value, mark
    if len(tail.form) == 3 and value < 1000:
        return value * 1000 + int(tail.form), mark + 2
    return (float(f"{int(value)}.{tail.form}"), mark + 2) if words[mark].form == "." else (value, mark)


def _spelled(words: Sequence[Word], at: int, last: int) -> Number | None:
    found = numeral(words[at].form)
    if not found:
        return _eleven(words, at, last)
    first, clitics = found
    if clitics.base in _OF_TWELVE and (at + 1 >= last or words[at + 1].form not in numbers().teen):
        return None  # أثناء is folded to the form of اثنا, which stands only before عشر
    whole = Number(0, 0, at, spelled=True, article=clitics.article, conj=clitics.conj, prep=clitics.prep)
    if first.number == "crowd" or (first.rank == 3 and first.number == "many"):
        low, high, end = _crowd(first, words, at, last)
        return whole._replace(low=low, high=high, last=end, crowd=True)
    value, end = _below_scale(first, words, at, last)
    if first.rank == 3:
        value = first.value * (2 if first.number == "two" else 1)
        return _with_rest(whole._replace(low=value, high=value, last=end), first.value, words, last)
    scale = numeral(words[end].form) if end < last else None
    if (
        scale
        and scale[0].rank == 3
        and scale[0].number != "two"
        and not (scale[1].conj or scale[1].prep or scale[1].article)
    ):
        value *= scale[0].value
        return _with_rest(whole._replace(low=value, high=value, last=end + 1), scale[0].value, words, last)
    return whole._replace(low=value, high=value, last=end)


def _eleven(words: Sequence[Word], at: int, last: int) -> Number | None:
    book = numbers()
    peeled = lookup(words[at].form, book.eleven)
    if not peeled or at + 1 >= last or words[at + 1].form not in book.teen:
        return None
    return Number(11, 11, at + 2, spelled=True, article=peeled.article, conj=peeled.conj, prep=peeled.prep)


def _crowd(first: Numeral, words: Sequence[Word], at: int, last: int) -> tuple[int, int, int]:
    low, high = (first.value, first.high or 0) if first.number == "crowd" else (2 * first.value, 10 * first.value - 1)
    scale = numeral(words[at + 1].form) if at + 1 < last else None
    if scale and scale[0].rank == 3 and scale[0].number == "many" and not scale[1].conj:
        return low * scale[0].value, (high + 1) * scale[0].value - 1, at + 2
    return low, high, at + 1


def _below_scale(first: Numeral, words: Sequence[Word], at: int, last: int) -> tuple[int, int]:
    """Add up hundreds, units and tens: مئة وخمسة وعشرون. A unit may stand before عشر (teens) or مئة (hundreds)."""
    book = numbers()
    if first.rank == 3:
        return first.value, at + 1
    value, rank, end = first.value, first.rank, at + 1
    if rank == 0 and end < last:
        after = words[end].form
        if after in book.teen and value < 10:
            return value + 10, end + 1
        hundred = numeral(after)
        if hundred and hundred[0].value == 100 and 3 <= value <= 9 and not any(hundred[1][1:3]):
            value, rank, end = value * 100, 2, end + 1
    while end < last and (added := _added(words, end, last, rank, value)):
        value, rank, end = value + added[0], added[1], added[2]
    return value, end


def _added(words: Sequence[Word], at: int, last: int, rank: int, value: int) -> tuple[int, int, int] | None:
    if rank == 2 and (eleven := _eleven(words, at, last)) and eleven.conj == "و":
        return 11, 1, eleven.last
    found = numeral(words[at].form)
    if not found or found[1].conj != "و" or found[1].prep or found[0].number != "one":
        return None
    part = found[0]
    if rank == 2 and part.rank == 0:
        teen = at + 1 < last and words[at + 1].form in numbers().teen and part.value < 10
        return (part.value + 10, 1, at + 2) if teen else (part.value, 0, at + 1)
    fits = (rank == 2 and part.rank == 1) or (rank == 0 and value % 100 < 10 and part.rank == 1)
    return (part.value, 1, at + 1) if fits else None


def _with_rest(number: Number, scale: int, words: Sequence[Word], last: int) -> Number:
    """Add what follows a scale after و: ألف ومئتين, ألف و200."""
    at = number.last
    if at >= last:
        return number
    if words[at].form == "و" and at + 1 < last and words[at + 1].kind == "number":
        rest = number_at(words, at + 1, last)
    else:
        rest = number_at(words, at, last) if words[at].kind == "word" else None
        rest = rest if rest and rest.conj == "و" and not rest.prep else None
    if not rest or rest.crowd or not 0 < rest.low < scale:
        return number
    return number._replace(low=number.low + rest.low, high=number.high + rest.low, last=rest.last)


@lru_cache(maxsize=1 << 14)
def ordinal(form: str) -> tuple[int, Peeled] | None:
    """Return the ordinal below twelve that `form` is, with what clings to it."""
    table = numbers().ordinals
    peeled = lookup(form, table)
    return (table[peeled.base], peeled) if peeled else None


def ordinal_at(words: Sequence[Word], at: int, last: int) -> tuple[int, int] | None:
    """Return the day of the month that an ordinal with the article names (الحادي والعشرين) and where it ends."""
    found = ordinal(words[at].form)
    if found and found[1].article:
        value, end = 1 if found[0] == 11 else found[0], at + 1
        if end < last and words[end].form in numbers().teen:
            return value + 10, end + 1
        ten = numeral(words[end].form) if end < last else None
        if ten and ten[0].rank == 1 and ten[1].conj == "و" and ten[1].article:
            return value + ten[0].value, end + 1
        return (value, end) if found[0] < 11 else None
    ten = numeral(words[at].form)
    return (ten[0].value, at + 1) if ten and ten[1].article and ten[0].value in (20, 30) else None
