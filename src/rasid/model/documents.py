"""A report as it came in, what was read from it, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rasid.ids import content_id, sha256
from rasid.model.claims import Claim, Reading


@dataclass(frozen=True, slots=True)
class Document:
    """One report. `report_id` is the id that it came with; `origin` says where it was read: `file:line`.

    `exercise` marks a report that was written for training or tests and records nothing that happened.
    """

    report_id: str
    text: str
    published: date
    source: str | None = None
    country: str | None = None
    origin: str = ""
    exercise: bool = False
    sha256_bytes: str = ""

    @property
    def sha256_text(self) -> str:
        """The hash of the text in UTF-8."""
        return sha256(self.text.encode("utf-8", "surrogatepass"))

    @property
    def id(self) -> str:
        """The id by content: one text, published that day by that source, read as fact or as exercise."""
        said = [self.report_id, self.sha256_text, self.published.isoformat(), self.source, self.country, self.exercise]
        return content_id("doc", said)


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be taken or read: where it stands and why."""

    origin: str
    message: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.message}" if self.origin else self.message


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A report together with what was read from it."""

    document: Document
    reading: Reading


@dataclass(frozen=True, slots=True)
class Record:
    """One claim as the register gives it back: its id, its number in the report (from 1) and its report."""

    id: str
    number: int
    claim: Claim
    document: Document
