"""Digits: fold them to ASCII, and read groups of them (1.200, 1,200, ١٢٠٠, 2,5)."""

from __future__ import annotations

from rasid.text.fold import fold_word

_LONGEST = 18  # digits; longer ones are no quantities


def fold_digits(text: str) -> str:
    """Give the text with every decimal digit of any script as an ASCII digit, all else as it was."""
    return "".join(str(_digit(char)) if char.isdecimal() else char for char in text)


def _digit(char: str) -> int:
    return int(char)


def parse_number(text: str) -> int | float | None:
    """Read a group of digits, folded or raw; None where it is none or is too long to be a quantity.

    A group of exactly three digits after a separator makes thousands (1.200 and 1,200 are 1200), unless it follows a
    zero (0.125); other separators are decimal (2,5 and 2.5).
    """
    digits = fold_word(text)
    if not 0 < sum(char.isdigit() for char in digits) <= _LONGEST:
        return None
    groups = digits.replace(",", ".").split(".")
    if not all(group.isdecimal() for group in groups):
        return None
    if len(groups) == 1:
        return int(digits)
    return _separated(digits, groups)


def _separated(digits: str, groups: list[str]) -> int | float | None:
    """Read digits that hold at least one separator."""
    marks = [char for char in digits if char in ".,"]
    decimal = len(marks) > 1 and marks[-1] != marks[0]
    whole = groups[:-1] if decimal else groups
    if _thousands(whole) and (decimal or len(groups) > 1):
        number = int("".join(whole))
        return float(f"{number}.{groups[-1]}") if decimal else number
    return float(".".join(groups)) if len(groups) == 2 else None


def _thousands(groups: list[str]) -> bool:
    head, *rest = groups
    return 0 < len(head) <= 3 and head[0] != "0" and all(len(group) == 3 for group in rest)
