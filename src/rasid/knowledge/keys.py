"""The key under which lexicons, actors and places are looked up: the folded phrase, without articles."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیئے", "ي"),
        **dict.fromkeys("ةهەھہ", "ه"),
        **dict.fromkeys("کگڭ", "ك"),
        "ؤ": "و",
        "پ": "ب",
        "چ": "ج",
        "ژ": "ز",
        "ڤ": "ف",
        "ـ": None,
        **{chr(0x660 + n): str(n) for n in range(10)},
        **{chr(0x6F0 + n): str(n) for n in range(10)},
    }
)
_WORD = re.compile(r"\w+")


def key(phrase: str) -> str:
    """Return the lookup key of a phrase: folded words, article dropped, joined by one space."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", phrase) if unicodedata.category(c) not in ("Mn", "Cf"))
    return " ".join(_bare(word) for word in _WORD.findall(plain.translate(_LETTERS).lower()))


def _bare(word: str) -> str:
    word = word.removesuffix("ء") or word
    return word[2:] if word.startswith("ال") and len(word) > 3 else word
