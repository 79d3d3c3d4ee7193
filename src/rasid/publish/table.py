"""Claims as a table for the terminal: plain lines of aligned cells, in the order of the letters as they are read.

How Arabic is shown is the terminal's matter (`rasid.cli.terminal`): it hands in `show`, which turns a cell into what is
printed, and cells are measured after that.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rasid.model.documents import Record
from rasid.publish.words import counted, days, names, quotes

Show = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, what it shows of a record, and how wide it may get."""

    head: str
    cell: Callable[[Record], str]
    widest: int


def _who(record: Record) -> str:
    claim = record.claim
    sides = names(claim.participant)
    acts = names(claim.initiator)
    return " + ".join(part for part in (acts, sides) if part)


def _words(record: Record) -> str:
    return " | ".join(quotes(record.claim, record.document.text))


def _type(record: Record) -> str:
    modality = record.claim.modality
    return record.claim.type + ("" if modality == "asserted" else f" ({modality})")


COLUMNS = (
    Column("date", lambda record: days(record.claim.date), 24),
    Column("event", _type, 40),
    Column("by", _who, 34),
    Column("to", lambda record: names(record.claim.target), 30),
    Column("place", lambda record: record.claim.place.name if record.claim.place else "", 20),
    Column("counts", lambda record: counted(record.claim), 26),
    Column("says", lambda record: names(record.claim.attribution), 22),
    Column("report", lambda record: f"{record.document.report_id}#{record.number}", 24),
    Column("words", _words, 400),
)


def table(records: Sequence[Record], *, width: int | None, show: Show = str) -> Iterator[str]:
    """Give the lines of a table no wider than `width` columns of the terminal (None: as wide as it gets)."""
    rows = [[column.cell(record) for column in COLUMNS] for record in records]
    widths = _widths(rows, width)
    yield _line([column.head for column in COLUMNS], widths, show)
    yield _line(["─" * size for size in widths], widths, str)
    for row in rows:
        yield _line(row, widths, show)


def _widths(rows: list[list[str]], width: int | None) -> list[int]:
    """Give each column what it needs up to its limit; what is left goes to the last one."""
    longest = [max([len(column.head), *(size(row[at]) for row in rows)]) for at, column in enumerate(COLUMNS)]
    if width is None:
        return longest
    widths = [min(long, column.widest) for long, column in zip(longest, COLUMNS)]
    left = width - sum(widths[:-1]) - 2 * (len(widths) - 1)
    while left < 24 and max(widths[1:-1]) > 10:  # a day that is cut says nothing
        at = widths.index(max(widths[1:-1]), 1)
        widths[at] -= 1
        left += 1
    widths[-1] = max(10, min(widths[-1], left))
    return widths


def _line(cells: Sequence[str], widths: Sequence[int], show: Show) -> str:
    return "  ".join(_cell(cell, width, show) for cell, width in zip(cells, widths)).rstrip()


def _cell(cell: str, width: int, show: Show) -> str:
    shown = show(cut(cell, width))
    return shown + " " * max(0, width - size(shown))


def size(text: str) -> int:
    """Return how many columns of a terminal a text takes: marks and controls none, wide letters two."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def cut(text: str, width: int) -> str:
    """Return a text that takes at most `width` columns, with an ellipsis where something was left out."""
    if size(text) <= width:
        return text
    used, kept = 0, []
    for letter in text:
        used += _columns(letter)
        if used > width - 1:
            break
        kept.append(letter)
    return "".join(kept).rstrip() + "…"
