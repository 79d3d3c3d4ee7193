"""What a stage must be able to do, whoever does it."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from rasid.model.claims import Reading


class Reader(Protocol):
    """Anything that reads one report: ours, or another one to compare with."""

    def __call__(
        self, text: str, *, published: date, source: str | None = None, country: str | None = None
    ) -> Reading: ...


class Progress(Protocol):
    """Told after each report how many are done; None where nobody knows how many there are."""

    def __call__(self, done: int, total: int | None) -> None: ...
