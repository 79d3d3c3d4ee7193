"""The reading side of the register: it never writes, and a register that is not there is an error with the way out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

from rasid.errors import RegisterError
from rasid.model.claims import ROLES, Claim, Count, Interval, Party, PlaceValue, Span, TraceStep
from rasid.model.documents import Document, Record
from rasid.register.schema import MIGRATIONS, check_sqlite
from rasid.text.fold import fold_word


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims to give. Empty fields let everything through.

    `type` is a type or a whole group, `actor` an id or words of a party, `place` an id or words of a name; `first` and
    `last` are days that the claim's interval must touch.
    """

    type: str | None = None
    actor: str | None = None
    place: str | None = None
    first: date | None = None
    last: date | None = None
    modality: str | None = None
    source: str | None = None
    report: str | None = None

    def said(self) -> dict[str, str]:
        """Return the fields that are set, as plain values."""
        return {key: str(value) for key, value in asdict(self).items() if value is not None}


class View:
    """An open register to read from. Use it as a context manager."""

    def __init__(self, path: Path) -> None:
        check_sqlite()
        if not path.exists():
            raise RegisterError(f"{path}: no register there; `rasid demo` or `rasid read --keep FILE` makes one")
        try:
            self._connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.Error as error:
            raise RegisterError(f"{path}: cannot be read as a register: {error}") from error
        if version != len(MIGRATIONS):
            raise RegisterError(f"{path}: schema {version}, this Rasid reads {len(MIGRATIONS)}; read the reports again")
        self._connection.row_factory = sqlite3.Row
        self._connection.create_function("folded", 1, _folded, deterministic=True)

    def __enter__(self) -> View:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()

    def records(self, wanted: Wanted) -> list[Record]:
        """Return the claims asked for, oldest first; those without a date last."""
        where, values = _conditions(wanted)
        rows = self._connection.execute(
            "SELECT claims.* FROM claims JOIN documents ON documents.id = claims.document"
            f" WHERE {where} ORDER BY date_from IS NULL, date_from, date_to, published, report_id, claims.id",
            values,
        ).fetchall()
        documents: dict[str, Document] = {}
        for row in rows:
            if row["document"] not in documents:
                documents[row["document"]] = self._document(row["document"])
        return [Record(row["id"], row["number"], self._claim(row), documents[row["document"]]) for row in rows]

    def documents(self, name: str | None = None) -> list[Document]:
        """Return all reports, or those with this id (their own or the register's), by day of publication."""
        where, values = ("report_id = ? OR id = ?", [name, name]) if name is not None else ("1", [])
        rows = self._connection.execute(f"SELECT id FROM documents WHERE {where} ORDER BY published, report_id", values)
        return [self._document(row["id"]) for row in rows.fetchall()]

    def claims(self, document_id: str) -> tuple[Claim, ...]:
        """Return what was read in one report, in its order."""
        rows = self._connection.execute("SELECT * FROM claims WHERE document = ? ORDER BY number", [document_id])
        return tuple(self._claim(row) for row in rows.fetchall())

    def actors(self) -> tuple[str, ...]:
        """Return the ids of all parties that some claim names."""
        return tuple(row[0] for row in self._connection.execute(
            "SELECT DISTINCT actor FROM parties WHERE actor IS NOT NULL ORDER BY actor"
        ))  # fmt: skip

    def _document(self, document_id: str) -> Document:
        row = self._connection.execute("SELECT * FROM documents WHERE id = ?", [document_id]).fetchone()
        return Document(
            report_id=row["report_id"],
            text=row["text"],
            published=date.fromisoformat(row["published"]),
            source=row["source"],
            country=row["country"],
            origin=row["origin"],
            exercise=bool(row["exercise"]),
            sha256_bytes=row["sha256_bytes"],
        )

    def _claim(self, row: sqlite3.Row) -> Claim:
        parties: dict[str, tuple[Party, ...]] = {role: tuple(self._parties(row["id"], role)) for role in ROLES}
        return Claim(
            type=row["type"],
            modality=row["modality"],
            evidence=tuple(Span(*pair) for pair in self._pieces("evidence", "start, end", row["id"])),
            **parties,
            place=_place(row),
            date=_date(row),
            counts=tuple(
                Count(key, low, high, _span(start, end), words)
                for key, low, high, words, start, end in self._pieces(
                    "counts", "key, low, high, words, start, end", row["id"]
                )
            ),
            confidence=row["confidence"],
            trace=tuple(TraceStep(*step) for step in json.loads(row["trace"])),
        )

    def _pieces(self, table: str, columns: str, claim: str) -> list[tuple[Any, ...]]:
        rows = self._connection.execute(f"SELECT {columns} FROM {table} WHERE claim = ? ORDER BY number", [claim])
        return [tuple(row) for row in rows.fetchall()]

    def _parties(self, claim: str, role: str) -> Iterator[Party]:
        rows = self._connection.execute(
            "SELECT * FROM parties WHERE claim = ? AND role = ? ORDER BY number", [claim, role]
        )
        for row in rows.fetchall():
            yield Party(row["actor"], row["words"], _span(row["start"], row["end"]), row["reason"])


def _folded(words: str | None) -> str | None:
    """Return words as they are compared: spellings that differ only in hamza, marks and the like are one."""
    return None if words is None else fold_word(words)


def _conditions(wanted: Wanted) -> tuple[str, list[object]]:
    clauses: list[tuple[str, list[object]]] = [("1", [])]
    if wanted.type is not None:
        clauses.append(("(type = ? OR type LIKE ? || '.%')", [wanted.type, wanted.type]))
    if wanted.actor is not None:
        clauses.append((
            "claims.id IN (SELECT claim FROM parties WHERE role <> 'attribution' AND (actor = ? OR instr(folded(words), folded(?))))",
            [wanted.actor, wanted.actor],
        ))  # fmt: skip
    if wanted.place is not None:
        clauses.append(("(place_id = ? OR instr(folded(place_name), folded(?)))", [wanted.place, wanted.place]))
    if wanted.first is not None:
        clauses.append(("date_to >= ?", [wanted.first.isoformat()]))
    if wanted.last is not None:
        clauses.append(("date_from <= ?", [wanted.last.isoformat()]))
    for column, value in (("modality", wanted.modality), ("source", wanted.source)):
        if value is not None:
            clauses.append((f"{column} = ?", [value]))
    if wanted.report is not None:
        clauses.append(("(report_id = ? OR documents.id = ?)", [wanted.report, wanted.report]))
    return " AND ".join(clause for clause, _ in clauses), [value for _, values in clauses for value in values]


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _place(row: sqlite3.Row) -> PlaceValue | None:
    if row["place_name"] is None:
        return None
    span = _span(row["place_start"], row["place_end"])
    where = (row["lat"], row["lon"], row["precision"])
    return PlaceValue(row["place_id"], row["place_name"], *where, span, row["place_reason"])


def _date(row: sqlite3.Row) -> Interval | None:
    if row["date_from"] is None:
        return None
    start, end = date.fromisoformat(row["date_from"]), date.fromisoformat(row["date_to"])
    return Interval(start, end, row["date_text"], _span(row["date_start"], row["date_end"]), row["date_reason"])
