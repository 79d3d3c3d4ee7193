"""What a terminal needs: Arabic in the right order, the width, and progress on standard error.

A terminal either orders and joins Arabic letters itself (then words are only set apart with isolates, so that they do
not pull the columns around them along) or it does not (then it gets them in the order of the screen, in joined forms).
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TextIO

Show = Callable[[str], str]
_FIRST_STRONG_ISOLATE, _POP = "\u2068", "\u2069"
_VTE_WITH_BIDI = 5800


def add_bidi(parser: argparse.ArgumentParser) -> None:
    """Add the option that says who puts Arabic in order."""
    parser.add_argument(
        "--bidi",
        choices=("auto", "on", "off"),
        default="auto",
        help="order and join Arabic letters here (on), leave it to the terminal (off), or find out (auto)",
    )


def shower(mode: str, stream: TextIO | None = None) -> Show:
    """Return what turns a text into what is printed on a stream (standard output)."""
    stream = stream or sys.stdout
    if mode == "auto":
        if not stream.isatty():
            return str
        mode = "off" if orders_arabic(os.environ) else "on"
    return visual if mode == "on" else isolated


def orders_arabic(environment: Mapping[str, str]) -> bool:
    """Tell whether the terminal is one of those known to order Arabic itself."""
    vte = environment.get("VTE_VERSION", "0")
    return (
        (vte.isdigit() and int(vte) >= _VTE_WITH_BIDI)
        or "KONSOLE_VERSION" in environment
        or environment.get("TERM", "").startswith("mlterm")
        or environment.get("TERM_PROGRAM") == "Apple_Terminal"
    )


def isolated(text: str) -> str:
    """Return a text set apart from what stands around it, where it holds Arabic."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP}" if _is_arabic(text) else text


def visual(text: str) -> str:
    """Return a text in the order of the screen, its letters joined."""
    if not _is_arabic(text):
        return text
    shape, order = _shaping()
    return str(order(shape(text)))


def width() -> int | None:
    """Return the terminal's width, None where the output goes elsewhere."""
    return shutil.get_terminal_size((120, 24)).columns if sys.stdout.isatty() else None


def progress(done: int, total: int | None) -> None:
    """Say on standard error how far it is, where somebody looks."""
    if sys.stderr.isatty():
        said = f"{done} of {total}" if total else str(done)
        print(f"\r{said} reports", end="", file=sys.stderr, flush=True)


def clear() -> None:
    """Take the progress away again, so that nothing is printed behind it."""
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def say(message: str) -> None:
    """Print one line on standard error."""
    clear()
    print(message, file=sys.stderr)


def _is_arabic(text: str) -> bool:
    return any("\u0590" <= letter <= "\u08ff" or "\ufb50" <= letter <= "\ufefc" for letter in text)


@cache
def _shaping() -> tuple[Callable[[str], Any], Callable[[str], Any]]:
    """Import the two only when they are needed."""
    from arabic_reshaper import ArabicReshaper
    from bidi import get_display

    return ArabicReshaper({"delete_harakat": True, "delete_tatweel": False}).reshape, get_display
