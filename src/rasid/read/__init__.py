"""The reader: from the words of one report to its claims.

The module itself can be called, so that `rasid.read(text, published=…)` works while `rasid.read` stays a package.
The parts are imported when the first report is read, which keeps the start of other commands short.
"""

from __future__ import annotations

import sys
from datetime import date
from types import ModuleType

from rasid.model.claims import Reading


def read(text: str, *, published: date, source: str | None = None, country: str | None = None) -> Reading:
    """Read one report; offsets in the result point into `text` as given. Pure: the same words give the same claims."""
    from rasid.read.reader import read as read_report

    reading: Reading = read_report(text, published=published, source=source, country=country)
    return reading


class _CallableModule(ModuleType):
    """A package that reads when it is called."""

    def __call__(self, text: str, *, published: date, source: str | None = None, country: str | None = None) -> Reading:
        return read(text, published=published, source=source, country=country)


sys.modules[__name__].__class__ = _CallableModule
