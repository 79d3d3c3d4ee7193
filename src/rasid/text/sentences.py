"""Cut a text into sentences and tell which belong to the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasid.text import page
from rasid.text.page import Line
from rasid.text.words import Word

_STOPS = frozenset((".", "..", "!", "؟", "؛"))
_BULLETS = frozenset("•▪▫●○◾◽▶►🔹🔸🔻📌📍")
_OPENERS = {"(": ")", "[": "]", "«": "»", "“": "”", "„": "”"}
_CLOSERS = frozenset(")]»”’'")
_ERAS = frozenset(("ه", "م"))  # هـ and م after a year are no initials
_DOMAINS = frozenset(("نت", "كوم", "اورج", "نيوز"))
_LONGEST_QUOTE = 60  # tokens that a quotation may hold and still stay in one piece


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of words, `last` exclusive, on one raw `line`; `kind` is headline, dateline, body or furniture."""

    first: int
    last: int
    line: int
    kind: str


def sentences(words: Sequence[Word]) -> tuple[Sentence, ...]:
    """Cut the words of a whole text into sentences; every word is in exactly one."""
    lines = page.lines(words)
    return tuple(
        sentence for line, kind in zip(lines, page.kinds(lines), strict=True) for sentence in _of_line(line, kind)
    )


def _of_line(line: Line, kind: str) -> Iterator[Sentence]:
    number = line.tokens[0].line
    if kind in (page.FURNITURE, page.DATELINE):
        yield Sentence(line.first, line.last, number, kind)
        return
    opening = page.dateline_length(line)
    if opening:
        yield Sentence(line.first, line.first + opening, number, page.DATELINE)
    first = opening
    for last in _ends(line.tokens, opening):
        yield Sentence(line.first + first, line.first + last, number, kind)
        first = last


def _ends(tokens: tuple[Word, ...], first: int) -> Iterator[int]:
    """Give where each sentence of a line ends, the last one at the end of the line."""
    quotes = _quote_ends(tokens)
    place = begun = first
    while place < len(tokens):
        word = tokens[place]
        if word.kind == "mark":
            if word.form in _BULLETS and place > begun and tokens[place - 1].kind != "mark":
                yield place
                begun = place
            elif word.form in _STOPS and _stops(tokens, place, begun) and quotes[place] <= place:
                place = _past_closers(tokens, place + 1)
                if place < len(tokens):
                    yield place
                    begun = place
                continue
        place += 1
    if len(tokens) > first:
        yield len(tokens)


def _stops(tokens: tuple[Word, ...], place: int, begun: int) -> bool:
    """Tell whether the sign at `place` ends a sentence."""
    form = tokens[place].form
    if form == ".":
        return _is_full_stop(tokens, place, begun)
    if form == "..":
        return place + 1 == len(tokens) or tokens[place + 1].gap
    return True


def _is_full_stop(tokens: tuple[Word, ...], place: int, begun: int) -> bool:
    if place == begun:
        return False
    before = tokens[place - 1]
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is not None and not after.gap and after.kind != "mark":
        return _is_run_on(before, after)
    if before.kind == "word" and len(before.form) == 1:
        return before.form in _ERAS and place - 2 >= begun and tokens[place - 2].kind == "number"
    return not (before.kind == "number" and place - 1 == begun)


def _is_run_on(before: Word, after: Word) -> bool:
    """Tell whether a space was forgotten after the stop, rather than a name or a number cut by it."""
    arabic = "ء" <= after.form[0] <= "ي"
    long = min(len(before.form), len(after.form)) > 2
    return arabic and long and after.form not in _DOMAINS


def _past_closers(tokens: tuple[Word, ...], place: int) -> int:
    """Step over further stops, closing quotes and brackets that belong to the sentence before."""
    while place < len(tokens) and not tokens[place].gap and _belongs_before(tokens, place):
        place += 1
    return place


def _belongs_before(tokens: tuple[Word, ...], place: int) -> bool:
    form = tokens[place].form
    if form in _STOPS or form in _CLOSERS:
        return True
    return form == '"' and (place + 1 == len(tokens) or tokens[place + 1].gap or tokens[place + 1].kind == "mark")


def _quote_ends(tokens: tuple[Word, ...]) -> list[int]:
    """Give for each token where the last stop inside its quotation lies that must not split it, or -1 outside.

    A quotation longer than `_LONGEST_QUOTE` tokens, or one that is never closed, holds nothing together.
    """
    ends = [-1] * len(tokens)
    opened: list[tuple[str, int]] = []
    for place, word in enumerate(tokens):
        form = word.form
        if opened and form == opened[-1][0]:
            _, start = opened.pop()
            if place - start <= _LONGEST_QUOTE:
                inside = place - 1 if tokens[place - 1].form in _STOPS else place
                ends[start:place] = [inside] * (place - start)
        elif form in _OPENERS:
            opened.append((_OPENERS[form], place))
        elif form == '"':
            opened.append(('"', place))
    return ends
