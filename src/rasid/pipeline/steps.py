"""The steps that a report goes through, as a table: what each needs and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from rasid.model.claims import Claim, Reading
from rasid.model.documents import Document, ReadDocument
from rasid.model.ports import Reader


@dataclass(frozen=True, slots=True)
class Parcel:
    """A report on its way. `kept` tells whether the register took in something new."""

    document: Document
    reading: Reading | None = None
    kept: bool | None = None

    def read_document(self) -> ReadDocument:
        """Return the report with its reading; only after the step `read`."""
        assert self.reading is not None
        return ReadDocument(self.document, self.reading)

    def claims(self) -> tuple[Claim, ...]:
        """Return what was read; nothing before the step `read`."""
        return self.reading.claims if self.reading is not None else ()

    def warnings(self) -> tuple[str, ...]:
        """Return what the reader warns of."""
        return self.reading.warnings if self.reading is not None else ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the fields of a parcel that it needs, the one that it fills, and the act itself."""

    name: str
    needs: tuple[str, ...]
    gives: str
    act: Callable[[Parcel], Parcel]


class Keeper(Protocol):
    """Whatever keeps what was read; says whether that changed anything."""

    def keep(self, read: ReadDocument) -> bool: ...


def reading(reader: Reader) -> Step:
    """Return the step that reads the words."""

    def act(parcel: Parcel) -> Parcel:
        document = parcel.document
        found = reader(document.text, published=document.published, source=document.source, country=document.country)
        return replace(parcel, reading=found)

    return Step("read", ("document",), "reading", act)


def keeping(keeper: Keeper) -> Step:
    """Return the step that puts report and claims into the register."""

    def act(parcel: Parcel) -> Parcel:
        return replace(parcel, kept=keeper.keep(parcel.read_document()))

    return Step("keep", ("document", "reading"), "kept", act)


def check_order(steps: Sequence[Step]) -> None:
    """Refuse an order in which a step lacks what it needs; ValueError names both."""
    given = {"document"}
    for step in steps:
        lacking = [need for need in step.needs if need not in given]
        if lacking:
            raise ValueError(f"step {step.name!r} needs {', '.join(lacking)}, which no step before it gives")
        given.add(step.gives)
