"""What each character is (its shape, one letter a character) and what it folds to.

Both tables fill themselves on demand, one character at a time. No run of characters is ever handed to
`unicodedata.normalize`, which is quadratic on stacked marks: one character can decompose to at most 18.
"""

from __future__ import annotations

import unicodedata

ARABIC_LETTER = "A"
OTHER_LETTER = "L"
DIGIT = "D"
ONE = "O"  # apart from the other digits: it stands for an alef in censored words
MARK = "M"  # a combining mark, or a presentation form of nothing but marks
TATWEEL = "T"
UNSEEN = "Z"  # zero-width, bidi control, NUL and the like
SPACE = "S"
NEWLINE = "N"
UNDERSCORE = "U"
SYMBOL = "P"
JOINER = "X"  # signs with which censored letters are held apart
ELLIPSIS = "E"
STOP = "."
COMMA = ","
DECIMAL = "d"  # the Arabic decimal separator
STAR = "*"

DAMMA = "\u064f"
REPLACEMENT = "\ufffd"
_LAST_KEPT = 0xFFFF  # characters above are worked out anew each time, so that the tables stay small

_SHAPES = {
    "ـ": TATWEEL, "_": UNDERSCORE, ".": STOP, ",": COMMA, "٬": COMMA, "٫": DECIMAL, "…": ELLIPSIS,
    "*": STAR, "٭": STAR, "✱": STAR, "∗": STAR, "1": ONE, "١": ONE, "۱": ONE,
    "٤": DIGIT, "\u0674": MARK, "ۥ": MARK, "ۦ": MARK,
    **dict.fromkeys("\n\r\x0b\x0c\x85\u2028\u2029", NEWLINE),
    **dict.fromkeys("-/|~^+=•·∙⁄", JOINER),
}  # fmt: skip

_LETTERS = {
    **dict.fromkeys("أإآٱٲٳٵ", "ا"),
    **dict.fromkeys("ىئیېۍێےۓؽؾؿٸࢨ", "ي"),
    **dict.fromkeys("ؤۆۇۈۉۊۋۅۄٶٷࢫ", "و"),
    **dict.fromkeys("ةەھہۀۂۃۿ", "ه"),
    **dict.fromkeys("کگڪګڬڭڮڰڱڲڳڴػؼݢࢴ", "ك"),
    **dict.fromkeys("پٮٻڀݐࢠ", "ب"),
    **dict.fromkeys("ٹټٺٽٿ", "ت"),
    **dict.fromkeys("چڃڄڿڇ", "ج"),
    **dict.fromkeys("ځڂڅ", "ح"),
    **dict.fromkeys("ډڈڊڋڌڍڎڏڐ", "د"),
    **dict.fromkeys("ڑړڒڔڕږڗۯ", "ر"),
    **dict.fromkeys("ژڙ", "ز"),
    **dict.fromkeys("ښڛڜ", "س"),
    **dict.fromkeys("ڤڡڢڣڥڦ", "ف"),
    **dict.fromkeys("ٯڧڨ", "ق"),
    **dict.fromkeys("ڵڶڷڸ", "ل"),
    **dict.fromkeys("ںڻڼڽڹ", "ن"),
}

_SIGNS = {
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys(",٬٫，、", "،"),
    **dict.fromkeys(";；", "؛"),
    **dict.fromkeys("?？", "؟"),
    "٪": "%", "…": "..", "_": " ",
}  # fmt: skip

_ARABIC_BLOCKS = (
    (0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF),
    (0xFB50, 0xFDFF), (0xFE70, 0xFEFE), (0x1EE00, 0x1EEFF),
)  # fmt: skip


def _in_arabic_block(code: int) -> bool:
    return any(low <= code <= high for low, high in _ARABIC_BLOCKS)


def _bare(text: str) -> str:
    """Drop the marks, tatweel and spaces of a decomposition."""
    return "".join(c for c in text if c not in "ـ \u0674" and not unicodedata.category(c).startswith("M"))


def _arabic_fold(char: str) -> str:
    """Decompose one character of the Arabic blocks and give the base letter of each part."""
    own = _LETTERS.get(char)
    if own is not None:
        return own
    parts = _bare(unicodedata.normalize("NFKD", char))
    return "".join(_LETTERS.get(part, part) for part in parts)


def _arabic_shape(char: str, category: str) -> str:
    if category.startswith("M"):
        return MARK
    if category.startswith("L") or char == "\ufdfc":
        if " " in unicodedata.normalize("NFKD", char).strip():
            return SYMBOL  # a whole phrase in one character, such as U+FDFA
        return ARABIC_LETTER if char != "\ufe73" and _arabic_fold(char) else MARK
    return _plain_shape(char, category)


def _plain_shape(char: str, category: str) -> str:
    if category.startswith("L"):
        return OTHER_LETTER
    if category == "Nd":
        return DIGIT
    if category in ("Mn", "Me"):
        return MARK
    if category == "Mc":
        return OTHER_LETTER
    if char.isspace():
        return SPACE
    return UNSEEN if category in ("Cf", "Cc") else SYMBOL


def _shape(code: int) -> str:
    char = chr(code)
    known = _SHAPES.get(char)
    if known is not None:
        return known
    category = unicodedata.category(char)
    return _arabic_shape(char, category) if _in_arabic_block(code) else _plain_shape(char, category)


def _other_fold(char: str) -> str:
    """Lower-case a letter of another script and take its accents off, as far as letters remain."""
    folded = char
    for _ in range(3):
        parts = unicodedata.normalize("NFKD", folded.casefold())
        folded = "".join(c for c in parts if not unicodedata.category(c).startswith("M"))
    whole = bool(folded) and all(SHAPES[ord(c)] == OTHER_LETTER for c in folded)
    return folded if whole else char


def _sign_fold(char: str) -> str:
    known = _SIGNS.get(char)
    if known is not None:
        return known
    if "\ud800" <= char <= "\udfff":
        return REPLACEMENT
    if _in_arabic_block(ord(char)) and unicodedata.category(char) == "Lo":
        phrase = unicodedata.normalize("NFKD", char).split()
        return " ".join("".join(_arabic_fold(c) for c in word) for word in phrase)
    parts = unicodedata.normalize("NFKD", char)
    single = len(parts) == 1 and SHAPES[ord(parts)] in (SYMBOL, JOINER)
    return _SIGNS.get(parts, parts) if single else char


def _fold(code: int) -> str:
    char, shape = chr(code), SHAPES[code]
    if shape == ARABIC_LETTER:
        return _arabic_fold(char)
    if shape == OTHER_LETTER:
        return _other_fold(char)
    if shape in (DIGIT, ONE):
        return str(unicodedata.decimal(char))
    if shape in (MARK, TATWEEL, UNSEEN):
        return ""
    if shape == NEWLINE:
        return "\n"
    return " " if shape == SPACE else STAR if shape == STAR else _sign_fold(char)


class _Shapes(dict[int, str]):
    """Code point to shape, for `str.translate`."""

    def __missing__(self, code: int) -> str:
        shape = _shape(code)
        if code <= _LAST_KEPT:
            self[code] = shape
        return shape


class _Folds(dict[int, str]):
    """Code point to what it folds to by itself: nothing, one character or several."""

    def __missing__(self, code: int) -> str:
        folded = _fold(code)
        if code <= _LAST_KEPT:
            self[code] = folded
        return folded


SHAPES = _Shapes()
FOLDS = _Folds()


def bears_damma(char: str) -> bool:
    """Tell whether a mark is a damma, alone or in a presentation form with a shadda."""
    return char == DAMMA or (char >= "\ufb50" and DAMMA in unicodedata.normalize("NFKD", char))
