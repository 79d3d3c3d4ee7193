"""Claims as CSV for spreadsheets and programs, with a note beside the file that says what it holds.

UTF-8 with a byte order mark (spreadsheets show Arabic only with one), RFC 4180 line ends, one claim a row, the same
bytes for the same claims. A text cell that a spreadsheet would take for a formula gets an apostrophe in front; numbers
stay numbers.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence

from rasid.config import EXERCISE
from rasid.ids import sha256
from rasid.model.claims import ROLES
from rasid.model.documents import Record
from rasid.publish.plain import to_json
from rasid.publish.words import quotes

Cell = str | int | float | None
COUNTS = (
    "killed", "wounded", "arrested", "abducted", "released", "displaced", "people", "fighters", "vehicles", "strikes",
    "munitions", "money",
)  # fmt: skip
_FORMULA = "=+-@＝＋－＠"


def to_csv(records: Sequence[Record]) -> bytes:
    """Return the rows of some claims, in the order given."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    rows = [_row(number, record) for number, record in enumerate(records, start=1)]
    writer.writerow(columns())
    writer.writerows([safe(cell) for cell in row.values()] for row in rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8", "replace")


def note(content: bytes, records: Sequence[Record], wanted: Mapping[str, object]) -> bytes:
    """Return what stands beside the file: rows, filter, columns, hash and whether it holds exercises."""
    exercises = sum(record.document.exercise for record in records)
    said: dict[str, object] = {"rows": len(records), "filter": dict(wanted), "exercises": exercises}
    if exercises:
        said["notice"] = EXERCISE
    said |= {"columns": list(columns()), "sha256": sha256(content)}
    return to_json(said).encode()


def columns() -> tuple[str, ...]:
    """Return the names of the columns."""
    parties = [f"{role}_{part}" for role in ROLES for part in ("ids", "words")]
    counts = [f"{key}_{end}" for key in COUNTS for end in ("low", "high")]
    return (
        "row", "claim", "exercise", "type", "modality", "date_from", "date_to", *parties[:8],
        "place_id", "place_name", "lat", "lon", "precision", *counts, *parties[8:],
        "confidence", "evidence", "evidence_offsets", "report", "published", "source", "country",
    )  # fmt: skip


def safe(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula; numbers are left alone."""
    if not isinstance(cell, str):
        return cell
    start = next((letter for letter in cell if not _unseen(letter)), "")
    return f"'{cell}" if (start and start in _FORMULA) or cell[:1] in ("\t", "\r") else cell


def _unseen(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf")


def _row(number: int, record: Record) -> dict[str, Cell]:
    claim, document = record.claim, record.document
    row: dict[str, Cell] = dict.fromkeys(columns())
    row |= {"row": number, "claim": record.id, "exercise": "exercise" if document.exercise else ""}
    row |= {"type": claim.type, "modality": claim.modality, "confidence": round(claim.confidence, 4)}
    if claim.date is not None:
        row |= {"date_from": claim.date.start.isoformat(), "date_to": claim.date.end.isoformat()}
    for role in ROLES:
        parties = getattr(claim, role)
        row[f"{role}_ids"] = "|".join(party.id or "~" for party in parties)
        row[f"{role}_words"] = "|".join(" ".join(party.text.split()) for party in parties)
    if claim.place is not None:
        place = claim.place
        row |= {"place_id": place.id, "place_name": place.name, "lat": place.lat, "lon": place.lon}
        row["precision"] = place.precision
    for count in claim.counts:
        row |= {f"{count.key}_low": count.low, f"{count.key}_high": count.high}
    row["evidence"] = " | ".join(quotes(claim, document.text))
    row["evidence_offsets"] = "|".join(f"{span.start}-{span.end}" for span in claim.evidence)
    row |= {"report": document.report_id, "published": document.published.isoformat()}
    return row | {"source": document.source, "country": document.country}
