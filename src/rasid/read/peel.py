"""Take clitics off a folded form, to look it up in a fixed lexicon: conjunction, one-letter preposition, article."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple


class Peeled(NamedTuple):
    """What is left of a form, and what was taken off it."""

    base: str
    conj: str
    prep: str
    article: bool


@lru_cache(maxsize=1 << 16)
def peel(form: str) -> tuple[Peeled, ...]:
    """Return every way to take clitics off `form`, the form itself first, the article taken off last."""
    found = [*_articled(form, "", "")]
    for conj, rest in (("", form), (form[:1], form[1:])):
        if conj and (conj not in "وف" or len(rest) < 2):
            break
        if conj:
            found += _articled(rest, conj, "")
        if rest[:1] in ("ب", "ل", "ك") and len(rest) > 2:
            found += _articled(rest[1:], conj, rest[0])
            if rest.startswith("لل"):
                found += _articled("ا" + rest[:1] + rest[2:], conj, "ل")
    return tuple(found)


def _articled(form: str, conj: str, prep: str) -> list[Peeled]:
    whole = [Peeled(form, conj, prep, article=False)]
    return [*whole, Peeled(form[2:], conj, prep, article=True)] if form.startswith("ال") and len(form) > 3 else whole


def lookup(form: str, table: Container[str]) -> Peeled | None:
    """Return the first peeling of `form` whose base is in `table`."""
    return next((peeled for peeled in peel(form) if peeled.base in table), None)
