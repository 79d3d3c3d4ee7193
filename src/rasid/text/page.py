"""Tell the lines of a page apart: headline, dateline, body and furniture, by their make-up alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rasid.text import furniture
from rasid.text.words import Word

HEADLINE = "headline"
DATELINE = "dateline"
BODY = "body"
FURNITURE = "furniture"

_SEPARATORS = frozenset("-/|:")
_NAVIGATION = frozenset(">›»«‹<")
_BULLETS = frozenset("-•*▪▫●○◾◽▶►🔹🔸🔻🔴·")
_LONGEST_HEADLINE = 30
_LONGEST_RELATED = 16
_LONGEST_LIST = 8
_LOOK_AHEAD = 18  # tokens in which a dateline must have ended


@dataclass(frozen=True, slots=True)
class Line:
    """One raw line with words or marks: `plain` are the forms of its words, `stopped` if it ends in a full stop."""

    first: int
    last: int
    tokens: tuple[Word, ...]
    plain: tuple[str, ...]
    stopped: bool

    @property
    def separated(self) -> bool:
        """Tell whether a dash, slash, bar or colon stands in the line."""
        return any(word.form in _SEPARATORS for word in self.tokens)

    @property
    def bulleted(self) -> bool:
        """Tell whether the line opens with a bullet."""
        return self.tokens[0].form in _BULLETS


def lines(words: Sequence[Word]) -> list[Line]:
    """Group words by raw line."""
    made: list[Line] = []
    first = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or words[index].line != words[first].line:
            made.append(_line(words, first, index))
            first = index
    return made


def _line(words: Sequence[Word], first: int, last: int) -> Line:
    tokens = tuple(words[first:last])
    plain = tuple(word.form for word in tokens if word.kind == "word")
    return Line(first, last, tokens, plain, _stopped(tokens))


def _stopped(tokens: tuple[Word, ...]) -> bool:
    for word in reversed(tokens):
        if word.kind != "mark":
            return False
        if word.form == ".":
            return True
    return False


def kinds(page: Sequence[Line]) -> list[str]:
    """Give the kind of each line."""
    found: list[str] = []
    related = 0
    headed = begun = False
    for place, line in enumerate(page):
        related = 0 if line.stopped or len(line.plain) > _LONGEST_RELATED else related
        if related:
            found.append(FURNITURE)
            related -= 1
            continue
        found.append(_kind(line, headed=headed, begun=begun, more=place + 1 < len(page)))
        headed, begun = headed or found[-1] == HEADLINE, begun or found[-1] == BODY
        if found[-1] == FURNITURE and _opens_list(line):
            related = _LONGEST_LIST
    return _mark_trailing(page, found)


def _kind(line: Line, *, headed: bool, begun: bool, more: bool) -> str:
    if _is_furniture(line) or (_is_navigation(line) and not begun) or (headed and not begun and _is_caption(line)):
        return FURNITURE
    if is_dateline(line, headed=headed, begun=begun):
        return DATELINE
    fits = more and not line.stopped and len(line.plain) <= _LONGEST_HEADLINE
    return HEADLINE if fits and not headed and not begun else BODY


def _mark_trailing(page: Sequence[Line], found: list[str]) -> list[str]:
    """Make furniture of unstopped short lines at the end of a page whose body lines end in full stops."""
    stopped = [place for place, line in enumerate(page) if found[place] == BODY and line.stopped]
    if HEADLINE not in found or len(stopped) < 2:
        return found
    for place in range(stopped[-1] + 1, len(page)):
        if (
            found[place] == BODY
            and len(page[place].plain) <= _LONGEST_RELATED
            and page[place].tokens[-1].kind != "mark"
        ):
            found[place] = FURNITURE
    return found


def _is_furniture(line: Line) -> bool:
    plain = line.plain
    if not plain:
        return not any(word.kind == "number" for word in line.tokens)
    return (
        plain in furniture.WHOLE_LINES
        or _opens_with(plain, furniture.OPENINGS)
        or _is_signature(line)
        or _is_share(line)
        or _is_hashtags(line)
        or _is_source(line)
    )


def _opens_with(plain: tuple[str, ...], phrases: frozenset[tuple[str, ...]]) -> bool:
    return any(plain[:length] in phrases for length in (1, 2, 3))


def _opens_list(line: Line) -> bool:
    """Tell whether headlines of other reports follow: the cue stands alone on its line."""
    return line.plain in furniture.LIST_OPENINGS


def _is_signature(line: Line) -> bool:
    return len(line.tokens) <= 7 and len(line.plain) <= 4 and max(map(len, line.plain)) <= 1


def _is_share(line: Line) -> bool:
    networks = sum(form in furniture.NETWORKS for form in line.plain)
    return networks >= 2 and len(line.plain) <= 2 * networks + 4 and not line.stopped


def _is_hashtags(line: Line) -> bool:
    """Tell whether every word belongs to a hashtag or goes with hashtags."""
    tagged = seen = False
    for word in line.tokens:
        tagged = word.form == "#" or (tagged and not word.gap and word.kind != "mark")
        seen = seen or tagged
        if word.kind != "mark" and not tagged and word.form not in furniture.HASHTAG_FILLERS:
            return False
    return seen


def _is_source(line: Line) -> bool:
    """Tell whether the line names the source of the report: "المصدر: ..." and no sentence."""
    return line.plain[0] in furniture.SOURCE and len(line.plain) <= 5 and not line.stopped


def _is_navigation(line: Line) -> bool:
    if not 0 < len(line.plain) <= 8 or line.stopped:
        return False
    arrows = sum(word.form in _NAVIGATION and word.gap for word in line.tokens)
    if line.plain[0] == "الرييسيه" or (arrows >= 2 and all(word.form != "»" or word.gap for word in line.tokens)):
        return True
    bars = any(word.form == "|" for word in line.tokens)
    numbers = any(word.kind == "number" for word in line.tokens)
    return bars and len(line.plain) <= 5 and not numbers and not _names_outlet(line.plain)


def _is_caption(line: Line) -> bool:
    """Tell whether the line is a caption: it ends with a credit in brackets."""
    return not line.stopped and line.tokens[-1].form == ")" and 2 < len(line.plain) <= 20


def _names_outlet(plain: tuple[str, ...]) -> bool:
    if not furniture.OUTLETS.isdisjoint(plain):
        return True
    pairs = pairwise(plain)
    triples = zip(plain, plain[1:], plain[2:], strict=False)
    return any(pair in furniture.OUTLET_PHRASES for pair in pairs) or any(
        triple in furniture.OUTLET_PHRASES for triple in triples
    )


def is_dateline(line: Line, *, headed: bool, begun: bool) -> bool:
    """Tell whether a whole line is a dateline: outlet and town, a date, or a town alone under the headline."""
    count = len(line.plain)
    if line.stopped or count > 7 or line.bulleted or any(word.form in "؟!" for word in line.tokens):
        return False
    if _is_date(line):
        return True
    if _names_outlet(line.plain) and (count <= 3 or (line.separated and count <= 6 and _parts_short(line, 4))):
        return True
    if line.tokens[-1].form == ":" and count <= 3:
        return True
    if not headed or begun:
        return False
    return count <= 2 or (line.separated and _parts_short(line, 3) and line.tokens[-1].form != ":")


def _parts_short(line: Line, most: int) -> bool:
    """Tell whether separators cut the line into parts of few words."""
    run = 0
    for word in line.tokens:
        run = 0 if word.form in _SEPARATORS else run + (word.kind == "word")
        if run > most:
            return False
    return True


def _is_date(line: Line) -> bool:
    numbers = sum(word.kind == "number" for word in line.tokens)
    others = sum(form not in furniture.DATE_WORDS for form in line.plain)
    dated = len(line.plain) - others
    return numbers >= 1 and numbers + dated >= 3 and others <= (2 if dated or numbers >= 3 else 0)


def dateline_length(line: Line) -> int:
    """Count the tokens of a dateline that opens the line and is followed by its sentence; 0 where there is none."""
    outside, depth, marked = 0, 0, False
    tokens = line.tokens[:_LOOK_AHEAD]
    for place, word in enumerate(tokens):
        form = word.form
        if form in ("(", ")"):
            depth += 1 if form == "(" else -1
            marked = True
        elif word.kind == "number":
            marked = True
        elif word.kind == "word":
            outside += depth <= 0
        elif form in ".؟!؛،..":
            return 0
        elif depth <= 0 and form in "-/|" and _is_break(line, place):
            return _closed(line, place, outside=outside, marked=marked)
        elif form == ":":
            return place + 1 if _glued_outlet(line, place) else 0
    return 0


def _is_break(line: Line, place: int) -> bool:
    """Tell whether white space stands beside the sign; a slash needs it behind."""
    after = place + 1 < len(line.tokens) and line.tokens[place + 1].gap
    return after or (line.tokens[place].gap and line.tokens[place].form != "/")


def _closed(line: Line, place: int, *, outside: int, marked: bool) -> int:
    """Count the tokens of the dateline that the sign at `place` ends or continues; 0 where it is none."""
    before = [word.form for word in line.tokens[:place] if word.kind == "word"]
    after = line.tokens[place + 1 :]
    named = _names_outlet(tuple(before))
    if not before or outside > (5 if marked or named else 3) or not after:
        return 0
    colon = _outlet_colon(line, place)
    if colon:
        return colon
    if not marked and not named and _is_pair(before, after[0]):
        return 0
    bar = place + 2 if line.tokens[place].form == after[0].form == "|" else place + 1
    return bar if len(line.tokens) - bar >= 3 else 0


def _is_pair(before: list[str], after: Word) -> bool:
    """Tell whether the dash ties two words (الروسي – التركي, طريق حلب – دمشق)."""
    both = before[-1].startswith("ال") and after.form.startswith("ال")
    return both or not furniture.NO_DATELINE.isdisjoint(before)


def _outlet_colon(line: Line, place: int) -> int:
    """Count up to a colon that ends an outlet's name after the sign (عدن ـ «القدس العربي»:)."""
    for later in range(place + 1, min(place + 8, len(line.tokens))):
        if line.tokens[later].form == ":":
            name = tuple(word.form for word in line.tokens[place + 1 : later] if word.kind == "word")
            return later + 1 if _names_outlet(name) else 0
    return 0


def _glued_outlet(line: Line, place: int) -> bool:
    """Tell whether "town-outlet:" stands before the colon (حمص-سانا:)."""
    tokens = line.tokens[:place]
    plain = tuple(word.form for word in tokens if word.kind == "word")
    return len(plain) <= 5 and any(word.form in "-/" for word in tokens) and _names_outlet(plain)
