"""The tables of the register, as small migrations in order; each is applied once, in one transaction.

A migration that has been released is never changed: add the next one.
"""

from __future__ import annotations

import sqlite3

from rasid.errors import RegisterError

OLDEST = (3, 37, 0)  # STRICT tables

MIGRATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "documents and claims",
        (
            """CREATE TABLE documents (
                id TEXT PRIMARY KEY,
                report_id TEXT NOT NULL,
                source TEXT,
                published TEXT NOT NULL,
                country TEXT,
                origin TEXT NOT NULL,
                exercise INTEGER NOT NULL CHECK (exercise IN (0, 1)),
                sha256_bytes TEXT NOT NULL,
                sha256_text TEXT NOT NULL,
                text TEXT NOT NULL,
                reading_sha256 TEXT NOT NULL
            ) STRICT""",
            """CREATE TABLE warnings (
                document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
                number INTEGER NOT NULL,
                warning TEXT NOT NULL,
                PRIMARY KEY (document, number)
            ) STRICT""",
            """CREATE TABLE claims (
                id TEXT PRIMARY KEY,
                document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
                number INTEGER NOT NULL,
                exercise INTEGER NOT NULL CHECK (exercise IN (0, 1)),
                type TEXT NOT NULL,
                modality TEXT NOT NULL,
                confidence REAL NOT NULL,
                place_id TEXT,
                place_name TEXT,
                lat REAL,
                lon REAL,
                precision TEXT,
                place_start INTEGER,
                place_end INTEGER,
                place_reason TEXT,
                date_from TEXT,
                date_to TEXT,
                date_text TEXT,
                date_start INTEGER,
                date_end INTEGER,
                date_reason TEXT,
                trace TEXT NOT NULL CHECK (json_valid(trace)),
                UNIQUE (document, number),
                CHECK ((lat IS NULL) = (lon IS NULL)),
                CHECK ((date_from IS NULL) = (date_to IS NULL)),
                CHECK (date_from <= date_to)
            ) STRICT""",
            """CREATE TABLE evidence (
                claim TEXT NOT NULL REFERENCES claims ON DELETE CASCADE,
                number INTEGER NOT NULL,
                start INTEGER NOT NULL,
                end INTEGER NOT NULL CHECK (end > start),
                PRIMARY KEY (claim, number)
            ) STRICT""",
            """CREATE TABLE parties (
                claim TEXT NOT NULL REFERENCES claims ON DELETE CASCADE,
                role TEXT NOT NULL
                    CHECK (role IN ('initiator', 'target', 'participant', 'sponsor', 'attribution')),
                number INTEGER NOT NULL,
                actor TEXT,
                words TEXT NOT NULL,
                start INTEGER,
                end INTEGER,
                reason TEXT NOT NULL,
                PRIMARY KEY (claim, role, number)
            ) STRICT""",
            """CREATE TABLE counts (
                claim TEXT NOT NULL REFERENCES claims ON DELETE CASCADE,
                number INTEGER NOT NULL,
                key TEXT NOT NULL,
                low INTEGER NOT NULL,
                high INTEGER CHECK (high >= low),
                words TEXT NOT NULL,
                start INTEGER,
                end INTEGER,
                PRIMARY KEY (claim, number)
            ) STRICT""",
            "CREATE INDEX documents_report ON documents (report_id)",
            "CREATE INDEX claims_type ON claims (type)",
            "CREATE INDEX claims_date ON claims (date_from, date_to)",
            "CREATE INDEX parties_actor ON parties (actor)",
        ),
    ),
)


def check_sqlite(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> None:
    """Refuse an SQLite that lacks what the schema needs."""
    if version < OLDEST:
        have, need = (".".join(map(str, number)) for number in (version, OLDEST))
        raise RegisterError(f"this Python is linked with SQLite {have}; the register needs {need} or later")


def journal_mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """Return WAL where the linked SQLite is free of the WAL-reset bug (fixed in 3.51.3 and 3.53), else DELETE."""
    return "WAL" if (3, 51, 3) <= version < (3, 52) or version >= (3, 53) else "DELETE"


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a register to the newest schema; one made by a newer Rasid is refused."""
    done = connection.execute("PRAGMA user_version").fetchone()[0]
    if done > len(MIGRATIONS):
        raise RegisterError(f"the register has schema {done}, made by a newer Rasid; this one knows {len(MIGRATIONS)}")
    for number, (_, statements) in enumerate(MIGRATIONS[done:], start=done + 1):
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
