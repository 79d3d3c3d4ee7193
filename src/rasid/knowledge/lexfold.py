"""Fold lexicon forms with `rasid.text`, or with a stand-in that follows its contract until that is there."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

_LETTERS = str.maketrans("أإآٱىةؤئکگیەھپچژڤ", "ااااي" + "هوي" + "ككيههبجزف")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_DROPPED = {ord("ـ"): None, **dict.fromkeys([*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670])}


def _stand_in(word: str) -> str:
    folded = word.translate(_DROPPED).translate(_LETTERS).translate(_DIGITS)
    return " ".join(part.rstrip("ء") for part in folded.split())


def _chosen() -> Callable[[str], str]:
    text = import_module("rasid.text") if find_spec("rasid.text") else None
    return getattr(text, "fold_word", _stand_in)


fold: Callable[[str], str] = _chosen()
