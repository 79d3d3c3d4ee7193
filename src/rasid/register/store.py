"""The writing side of the register: one writer at a time, and what is there already is left as it is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from rasid.errors import RegisterError
from rasid.ids import canonical, sha256
from rasid.model.claims import ROLES, Claim, Span
from rasid.model.contract import claim_id, stored_of
from rasid.model.documents import Document, ReadDocument
from rasid.register.schema import check_sqlite, journal_mode, migrate

_WAIT = 10.0  # seconds that a writer waits for another one

_DOCUMENT = "INSERT INTO documents VALUES (?,?,?,?,?,?,?,?,?,?,?)"
_CLAIM = f"INSERT INTO claims VALUES ({','.join('?' * 22)})"


class Store:
    """An open register to write in. Use it as a context manager."""

    def __init__(self, path: Path) -> None:
        check_sqlite()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.execute(f"PRAGMA journal_mode = {journal_mode()}")
            self._connection.execute("PRAGMA synchronous = FULL")
            migrate(self._connection)
        except (OSError, sqlite3.Error) as error:
            raise RegisterError(f"{path}: cannot be opened as a register: {error}") from error

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()

    def keep(self, read: ReadDocument) -> bool:
        """Put a report and its claims in; return whether that changed anything.

        The same report read the same way changes nothing; read another way, its claims are replaced as a whole.
        """
        document, digest = read.document, reading_digest(read)
        document_id = document.id
        with self._transaction() as connection:
            row = connection.execute("SELECT reading_sha256 FROM documents WHERE id = ?", [document_id]).fetchone()
            if row is not None and row[0] == digest:
                return False
            connection.execute("DELETE FROM documents WHERE id = ?", [document_id])
            connection.execute(_DOCUMENT, _document_row(document_id, document, digest))
            connection.executemany(
                "INSERT INTO warnings VALUES (?,?,?)",
                [(document_id, number, warning) for number, warning in enumerate(read.reading.warnings, start=1)],
            )
            for number, claim in enumerate(read.reading.claims, start=1):
                _insert_claim(connection, document_id, number, claim, exercise=document.exercise)
        return True

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:
                yield self._connection
        except sqlite3.Error as error:
            raise RegisterError(f"the register could not be written: {error}") from error


def reading_digest(read: ReadDocument) -> str:
    """Return the hash of everything that was read, reasons and trace included."""
    claims = [stored_of(claim) for claim in read.reading.claims]
    return sha256(canonical([claims, list(read.reading.warnings)]).encode("utf-8", "surrogatepass"))


def _document_row(document_id: str, document: Document, digest: str) -> tuple[object, ...]:
    return (
        document_id, document.report_id, document.source, document.published.isoformat(), document.country,
        document.origin, int(document.exercise), document.sha256_bytes, document.sha256_text, document.text, digest,
    )  # fmt: skip


def _insert_claim(
    connection: sqlite3.Connection, document_id: str, number: int, claim: Claim, *, exercise: bool
) -> None:
    key = _own_id(connection, document_id, claim, number)
    connection.execute(_CLAIM, _claim_row(key, document_id, number, claim, exercise=exercise))
    connection.executemany(
        "INSERT INTO evidence VALUES (?,?,?,?)",
        [(key, at, span.start, span.end) for at, span in enumerate(claim.evidence, start=1)],
    )
    connection.executemany(
        "INSERT INTO parties VALUES (?,?,?,?,?,?,?,?)",
        [
            (key, role, at, party.id, party.text, *_ends(party.span), party.reason)
            for role in ROLES
            for at, party in enumerate(getattr(claim, role), start=1)
        ],
    )
    connection.executemany(
        "INSERT INTO counts VALUES (?,?,?,?,?,?,?,?)",
        [
            (key, at, count.key, count.low, count.high, count.text, *_ends(count.span))
            for at, count in enumerate(claim.counts, start=1)
        ],
    )


def _own_id(connection: sqlite3.Connection, document_id: str, claim: Claim, number: int) -> str:
    """Return the claim's id; two claims of one report that say the very same are told apart by their number."""
    key = claim_id(document_id, claim)
    taken = connection.execute("SELECT 1 FROM claims WHERE id = ?", [key]).fetchone()
    return f"{key}-{number}" if taken else key


def _claim_row(key: str, document_id: str, number: int, claim: Claim, *, exercise: bool) -> tuple[object, ...]:
    place, when = claim.place, claim.date
    where: tuple[object, ...] = (None,) * 8
    if place is not None:
        where = (place.id, place.name, place.lat, place.lon, place.precision, *_ends(place.span), place.reason)
    days: tuple[object, ...] = (None,) * 6
    if when is not None:
        days = (when.start.isoformat(), when.end.isoformat(), when.text, *_ends(when.span), when.reason)
    head = (key, document_id, number, int(exercise), claim.type, claim.modality, claim.confidence)
    return (*head, *where, *days, json.dumps(stored_of(claim)["trace"], ensure_ascii=False))


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)
