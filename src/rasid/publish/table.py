"""Claims as a table: plain lines of aligned cells, in the order of the letters as they are read.

Where the output goes to a file or another program, a claim is one line. A terminal is too narrow for that: there a claim
has two lines, the second with who says it, its report, the id of the place and the words.

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


_INDENT = "    "
_NARROWEST = 8


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


HAPPENING = (
    Column("date", lambda record: days(record.claim.date), 24),
    Column("event", _type, 40),
    Column("by", _who, 34),
    Column("to", lambda record: names(record.claim.target), 30),
    Column("place", lambda record: record.claim.place.name if record.claim.place else "", 20),
    Column("counts", lambda record: counted(record.claim), 40),
)
GROUNDS = (
    Column("says", lambda record: names(record.claim.attribution), 30),
    Column("report", lambda record: f"{record.document.report_id}#{record.number}", 30),
    Column("place id", lambda record: (record.claim.place.id or "") if record.claim.place else "", 30),
    Column("words", _words, 10_000),
)


def table(records: Sequence[Record], *, width: int | None, show: Show = str) -> Iterator[str]:
    """Give the lines of a table no wider than `width` columns of the terminal (None: a line for each claim)."""
    columns = HAPPENING if width is not None else HAPPENING + GROUNDS
    rows = [[column.cell(record) for column in columns] for record in records]
    widths = _widths(columns, rows, width)
    yield _line([column.head for column in columns], widths, show)
    if width is not None:
        yield cut(_INDENT + " · ".join(column.head for column in GROUNDS), width)
    yield _line(["─" * size for size in widths], widths, str)
    for record, row in zip(records, rows):
        yield _line(row, widths, show)
        if width is not None:
            yield _grounds(record, width, show)


def _widths(columns: Sequence[Column], rows: list[list[str]], width: int | None) -> list[int]:
    """Give each column what it needs up to its limit; where that is too much, the widest give way, never the date."""
    longest = [max([len(column.head), *(size(row[at]) for row in rows)]) for at, column in enumerate(columns)]
    widths = [min(long, column.widest) for long, column in zip(longest, columns)]
    while width is not None and sum(widths) + 2 * (len(widths) - 1) > width and max(widths[1:]) > _NARROWEST:
        widths[widths.index(max(widths[1:]), 1)] -= 1  # a day that is cut says nothing
    return widths


def _grounds(record: Record, width: int, show: Show) -> str:
    """Return the second line of a claim: what does not fit is left out at the end, where the words stand."""
    parts, left = [], width - len(_INDENT)
    for column in GROUNDS:
        if left >= _NARROWEST:
            part = cut(column.cell(record) or "-", min(left, column.widest))
            left -= size(part) + 3
            parts.append(show(part))
    return _INDENT + " · ".join(parts)


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
