"""Cut raw text into tokens: the one place that knows where a word begins and ends.

Works on the shape of the text (`charmap`), one letter a character, so that one short pattern covers all scripts.
Every quantifier that could give back is possessive: the scan is linear in the length of the text.
"""

from __future__ import annotations

import re

from rasid.text.charmap import SHAPES

WORD = 1  # groups of the pattern below
LATIN = 2
NUMBER = 3
SIGN = 4
LINE = 5

_PIECE = r"A[AMTZ]*+"
_LEAD = r"(?:T[TMZ]*+)"
_AFTER_TATWEEL = r"(?:(?<=T)|(?<=T[MZ]))"
_HELD_APART = rf"[S.*XUMZ]{{1,4}}+{_LEAD}{_PIECE}"
# A censored word goes on where tatweel stands on both sides of the break (مـ ـقـ ـتـ ـل, قـ.ـصـ.ـف),
# where tatweel and a dot or star hold two letters together (قـ.صف), or where a star stands between letters (ق*صف).
_JOINS = (
    rf"(?:(?:{_AFTER_TATWEEL}{_HELD_APART}(?:{_HELD_APART}|(?<=T)S{_PIECE})*+"
    rf"|{_AFTER_TATWEEL}[.*]{_PIECE}|\*{{1,3}}+{_PIECE})*+)"
)
_ALEF_ONE = r"A{1,4}OAA[AMTZ]*+"  # د١عش
_DOTTED = r"(?:A\.){2}AA(?![AMTO.])"  # د.ا.عش, and no initials, which end in a single letter
_TOKEN = re.compile(
    rf"S*+(?:({_ALEF_ONE}|{_DOTTED}|{_LEAD}?+{_PIECE}{_JOINS})"
    r"|(L[LMZ]*+)"
    r"|((?<![DO][.,d])(?:[DO]{1,3}+(?:,[DO]{3})++(?:[.d][DO]++)?+(?![.,d]?[DO])"
    r"|[DO]{1,3}+(?:\.[DO]{3})++(?:[,d][DO]++)?+(?![.,d]?[DO])"
    r"|[DO]++[.,d][DO]++(?![.,d][DO]))|[DO]++)"
    r"|(T[TMZ]*+|[.E]{2,}+|[X*]{4,}+|[^MZNUS])"
    r"|(N)|[MZU]++|\Z)"
)


# One token: raw start and end, its group in the pattern, whether white space stands before it, its 0-based line.
# A bare tuple, because making one takes a third of the time of anything with names.
Token = tuple[int, int, int, bool, int]


def scan(raw: str) -> list[Token]:
    """Cut the raw text into words, numbers and signs; white space, stray marks and underscores are left out."""
    shape = raw.translate(SHAPES)
    tokens: list[Token] = []
    gap, line = False, 0
    for match in _TOKEN.finditer(shape):
        group = match.lastindex
        if group is None:
            gap = gap or shape.startswith("S", match.start())
            continue
        start, end = match.span(group)
        if group == LINE:
            gap = True
            line += not raw.startswith("\r\n", start)
            continue
        while shape[end - 1] == "Z":
            end -= 1
        tokens.append((start, end, group, gap or start != match.start(), line))
        gap = False
    return tokens
