"""Fold spellings together, and keep the way back: each folded character knows its raw span."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import NamedTuple

from rasid.text.charmap import FOLDS, JOINER, MARK, ONE, SHAPES, STAR, TATWEEL, UNSEEN, bears_damma
from rasid.text.scan import LATIN, NUMBER, WORD, scan

_HAMZA = "ء"
_RUNS = (JOINER, STAR)  # signs of which a long run is one token, folded to the first
_CACHE_SIZE = 1 << 16
_CACHED_LENGTH = 48
_ARTICLE = "ال"
_NO_ARTICLE = frozenset(("الله", "اللهم"))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text: `starts[i]` and `ends[i]` are the raw code-point span of `text[i]`, both never falling.

    A mark, tatweel or other dropped character inside a word belongs to the span of the letter before it.
    """

    text: str
    starts: array[int]
    ends: array[int]

    def raw_span(self, first: int, last: int) -> tuple[int, int]:
        """Give the raw span of the folded stretch [first, last), which must not be empty."""
        return self.starts[first], self.ends[last - 1]


class Piece(NamedTuple):
    """The folded form of one token.

    `starts` and `ends` count from the start of the token; `damma` is the letter that first bears one, or -1; `plain`
    means that each raw character gave just one folded character.
    """

    form: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    damma: int
    plain: bool


_pieces: dict[str, Piece] = {}


def piece(text: str, group: int) -> Piece:
    """Fold one token of `scan`, remembering short ones; the same text is always in the same group."""
    found = _pieces.get(text)
    if found is not None:
        return found
    made = _make_piece(text, group)
    if len(text) <= _CACHED_LENGTH:
        if len(_pieces) >= _CACHE_SIZE:
            _pieces.clear()
        _pieces[text] = made
    return made


def _make_piece(text: str, group: int) -> Piece:
    if group == WORD:
        return _arabic_piece(text)
    if group == LATIN:
        return _spread(text, [FOLDS[ord(char)] for char in text])
    if group == NUMBER:
        return _spread(text, [{"٫": ".", "٬": ",", ",": ",", ".": "."}.get(c) or FOLDS[ord(c)] for c in text])
    return _sign_piece(text)


def _sign_piece(text: str) -> Piece:
    shape = text.translate(SHAPES)
    if shape[0] == TATWEEL:
        return Piece("-", (0,), (len(text),), -1, False)
    if shape[0] in _RUNS and len(text) > 1:
        return Piece(FOLDS[ord(text[0])], (0,), (len(text),), -1, False)
    if len(text) > 1 or text == "…":
        half = len(text) // 2
        return Piece("..", (0, half), (max(half, 1), len(text)), -1, False)
    return _spread(text, [FOLDS[ord(text)]])


def _arabic_piece(text: str) -> Piece:
    """Fold an Arabic word: letters only, and no hamza at the end unless the word is nothing else."""
    folded = [_in_word(char) for char in text]
    letters = len("".join(folded).rstrip(_HAMZA)) or 1
    made = _spread(text, folded, limit=letters)
    return made._replace(damma=_damma(text, folded)) if len(made.form) < len(text) else made


def _in_word(char: str) -> str:
    shape = SHAPES[ord(char)]
    if shape == "A":
        return FOLDS[ord(char)]
    return "ا" if shape == ONE else ""


def _damma(text: str, folded: list[str]) -> int:
    letters = -1
    for char, form in zip(text, folded, strict=True):
        letters += len(form)
        if not form and SHAPES[ord(char)] == MARK and bears_damma(char):
            return letters
    return -1


def _spread(text: str, folded: list[str], *, limit: int | None = None) -> Piece:
    """Lay the folded characters over the raw ones; those past `limit` are dropped."""
    form = "".join(folded)[:limit]
    starts = [index for index, part in enumerate(folded) for _ in part][: len(form)]
    ends = [_next_start(starts, place, len(text)) for place in range(len(starts))]
    starts[0] = 0
    return Piece(
        form, tuple(starts), tuple(ends), -1, all(len(part) == 1 for part in folded) and len(form) == len(text)
    )


def _next_start(starts: list[int], place: int, end: int) -> int:
    """Give the end of a folded character's raw span: where the next raw character that was kept begins."""
    here = starts[place]
    for later in starts[place + 1 : place + 20]:  # one character folds to 18 at most
        if later != here:
            return later
    return end


def fold(raw: str) -> Folded:
    """Fold a whole text, white space included (one for one, line ends as \\n, underscores as spaces)."""
    parts: list[str] = []
    starts, ends = array("q"), array("q")
    done = 0
    for start, end, group, _, _ in scan(raw):
        if done + 1 == start and raw[done] == " ":
            parts.append(" ")
            starts.append(done)
            ends.append(start)
        elif done < start:
            _fold_between(raw, done, start, parts, starts, ends)
        folded = piece(raw[start:end], group)
        parts.append(folded.form)
        if folded.plain:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start + offset for offset in folded.starts])
            ends.extend([start + offset for offset in folded.ends])
        done = end
    _fold_between(raw, done, len(raw), parts, starts, ends)
    return Folded("".join(parts), starts, ends)


def _fold_between(raw: str, start: int, end: int, parts: list[str], starts: array[int], ends: array[int]) -> None:
    """Fold what stands between two tokens: white space is kept, stray marks go."""
    for place in range(start, end):
        code = ord(raw[place])
        if SHAPES[code] not in (MARK, UNSEEN):
            parts.append(FOLDS[code])
            starts.append(place)
            ends.append(place + 1)


def fold_word(word: str) -> str:
    """Give the folded form of a word or phrase, its words one space apart."""
    tokens = scan(word)
    if len(tokens) == 1:
        start, end, group, _, _ = tokens[0]
        return piece(word[start:end], group).form
    return " ".join(fold(word).text.split())


def key(phrase: str) -> str:
    """Give the lexicon key of a phrase: folded, and without the article of any word ("الله" keeps it)."""
    return " ".join(without_article(word) for word in fold_word(phrase).split(" "))


def without_article(form: str) -> str:
    """Drop the article from a folded word, if two letters or more remain."""
    if len(form) > 3 and form.startswith(_ARTICLE) and form not in _NO_ARTICLE:
        return form[2:]
    return form
