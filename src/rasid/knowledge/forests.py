"""Learned judges: small forests of decision trees, kept as text in `data/learned/` and made again by `rasid learn`.

A forest weighs named values (its columns) and says how likely an answer is. A column with categories holds the number
of a word in a list; what is not in the list is -1. Splits are plain: a number is at most a bound, or a category is one
of a set.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from rasid.errors import KnowledgeError

_KEYS = {"about", "columns", "categories", "keep", "threshold", "base", "implied", "trees"}


@dataclass(frozen=True, slots=True)
class Split:
    """One question of a tree: the column, a bound (or a set of categories), and the two answers.

    `value` is what the tree would say here (log-odds) if it asked no further: the steps from value to value are the
    reasons of the answer.
    """

    column: int
    bound: float
    members: frozenset[int] | None
    yes: Split | float
    no: Split | float
    value: float


Tree = Split | float


@dataclass(frozen=True, slots=True)
class Forest:
    """A learned judge. `base` is the log-odds before any tree; what the rules propose is kept at `keep` (0 to 1) or
    more, anything else is taken at `threshold` or more.

    `implied` are answers to weigh that nothing in the report need name, by type of event.
    """

    columns: tuple[str, ...]
    categories: Mapping[str, tuple[str, ...]]
    keep: float
    threshold: float
    base: float
    trees: tuple[Tree, ...]
    implied: Mapping[str, tuple[str, ...]]


def load_forests(folder: Path) -> dict[str, Forest]:
    """Read every forest of a folder by the name of its file; KnowledgeError names the file and the fault."""
    return {path.stem: _forest(path) for path in sorted(folder.glob("*.json"))}


def _forest(path: Path) -> Forest:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise KnowledgeError(
            f"{path}: no whole JSON object: {error}; remove it and make it again with `rasid learn`"
        ) from error
    if not isinstance(found, dict) or set(found) != _KEYS:
        wrong = sorted(set(found) ^ _KEYS) if isinstance(found, dict) else "no object"
        raise KnowledgeError(
            f"{path}: these keys are missing or unknown: {wrong}; remove it and make it again with `rasid learn`"
        )
    try:
        return _linked(found)
    except (TypeError, ValueError, AttributeError) as error:
        raise KnowledgeError(f"{path}: {error}; remove it and make it again with `rasid learn`") from error


def _linked(found: Mapping[str, Any]) -> Forest:
    columns = tuple(found["columns"])
    categories = {name: tuple(words) for name, words in found["categories"].items()}
    if tuple(categories) != columns[: len(categories)]:
        raise ValueError("the categories are not the first columns, in their order")
    return Forest(
        columns,
        categories,
        _chance(found["keep"]),
        _chance(found["threshold"]),
        _number(found["base"]),
        tuple(_tree(tree, len(columns)) for tree in found["trees"]),
        {type_: tuple(ids) for type_, ids in found["implied"].items()},
    )


def _number(found: Any) -> float:
    value = float(found)
    if not isfinite(value):
        raise ValueError(f"{found!r} is no number to weigh with")
    return value


def _chance(found: Any) -> float:
    value = float(found)
    if not 0 <= value <= 1:
        raise ValueError(f"a bound is from 0 to 1, not {found!r}")
    return value


def _tree(found: Any, columns: int) -> Tree:
    if isinstance(found, int | float):
        return _number(found)
    if not isinstance(found, list) or len(found) != 5:
        raise ValueError(f"a split has five parts, not {found!r}")
    column, test, yes, no, value = found
    if not isinstance(column, int) or not 0 <= column < columns:
        raise ValueError(f"there is no column {column!r}")
    members = frozenset(int(member) for member in test) if isinstance(test, list) else None
    bound = 0.0 if members is not None else _number(test)
    return Split(column, bound, members, _tree(yes, columns), _tree(no, columns), _number(value))
