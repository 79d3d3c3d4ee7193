"""Stand-in for `rasid.text.fold_word` until that room is built."""

from __future__ import annotations

_MARKS = {code: None for code in [0x640, 0x670, 0x200C, 0x200D, 0x200E, 0x200F, *range(0x64B, 0x660)]}
_LETTERS = str.maketrans("أإآٱىةؤئکگیەھپچژڤ", "اااايهويككيههبجزف")


def fold_word(word: str) -> str:
    """Return the folded form of a word or phrase, as the decision on the reader has it."""
    parts = word.translate(_MARKS).translate(_LETTERS).split()
    return " ".join(part[:-1] if part.endswith("ء") and len(part) > 1 else part for part in parts)
