"""What the tests of the learned judges share: the happenings of a report before they are weighed, and forests of one split."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.knowledge import load
from rasid.knowledge.forests import Forest, Split
from rasid.read.compile import engine_for
from rasid.read.drafts import Draft
from rasid.read.reader import _Report
from rasid.read.weigh import Judge
from tests.read.told import DAY


def report_of(text: str, country: str = "SY") -> _Report:
    """Return the work on a report of the day that all tests share."""
    return _Report(engine_for(load()), text, DAY, "src.enab", country)


def forest(
    categories: Sequence[str],
    numbers: Sequence[str],
    column: str,
    test: float | Sequence[str],
    *,
    yes: float = 2.0,
    no: float = -2.0,
    bounds: tuple[float, float] = (0.3, 0.6),
) -> Forest:
    """Return a forest that asks one question: is a category one of some words, or a number at most a bound."""
    words = tuple(test) if not isinstance(test, int | float) else ()
    members = frozenset(range(len(words))) if words else None
    bound = float(test) if isinstance(test, int | float) else 0.0
    split = Split((*categories, *numbers).index(column), bound, members, yes, no, 0.0)
    lists = {name: words if name == column else () for name in categories}
    return Forest((*categories, *numbers), lists, *bounds, 0.0, (split,), {})


def judge(*question: object, **answers: object) -> Judge:
    """Return a forest of one split, ready to weigh."""
    return Judge(forest(*question, **answers))  # type: ignore[arg-type]


def cast_of(draft: Draft) -> dict[str, list[str]]:
    """Return who is cast in which role of a happening, roles without anybody left out."""
    return {role: [party.id or "~" for party in parties] for role, parties in draft.roles.items() if parties}
