"""Weighing by a learned forest: its trees are compiled into one Python function, and every answer can be explained.

Most answers are a clear no. So the function can stop as soon as the trees that are left cannot bring the sum to what is
enough; a sum that is enough is always that of all trees.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp, inf, log

from rasid.knowledge.forests import Forest, Split, Tree

Values = Sequence[float]
_Weigh = Callable[[Values, float], float]
_LARGEST = 700.0  # what `exp` can take
_STRETCH = 6  # trees between two looks at whether the rest can still matter
_ROUNDING = 1e-6  # far more than the sums can be off by


class Judge:
    """A forest, ready to weigh."""

    def __init__(self, forest: Forest) -> None:
        self.forest = forest
        self.numbers = {name: {word: at for at, word in enumerate(words)} for name, words in forest.categories.items()}
        self._places = tuple(self.numbers.values())
        self._sum = _compiled(forest)
        self._keep, self._take = _log_odds(forest.keep), _log_odds(forest.threshold)

    def encode(self, words: Sequence[str], numbers: Values) -> list[float]:
        """Return categories and numbers as one row of values, a category by its place in its list (-1: not there)."""
        places = [known.get(word, -1) for known, word in zip(self._places, words)]
        return [*places, *map(float, numbers)]  # one type of number is compared faster than three

    def chance(self, values: Values) -> float:
        """Return how likely a yes is, 0 to 1; `values` stand in the order of the forest's columns."""
        return 1 / (1 + exp(min(-self._sum(values, -inf), _LARGEST)))

    def enough(self, values: Values, *, proposed: bool) -> float | None:
        """Return how likely a yes is where that is enough, else None: faster than the chance, most being a clear no."""
        total = self._sum(values, self._keep if proposed else self._take)
        chance = 1 / (1 + exp(min(-total, _LARGEST)))
        return chance if self.passes(chance, proposed=proposed) else None

    def passes(self, chance: float, *, proposed: bool) -> bool:
        """Tell whether a chance is enough: a proposal of the rules needs less than a new answer."""
        return chance >= (self.forest.keep if proposed else self.forest.threshold)

    def reasons(self, values: Values, limit: int = 3) -> list[tuple[str, float]]:
        """Return the columns that moved the answer most, with the log-odds that each added."""
        moved: dict[str, float] = {}
        for tree in self.forest.trees:
            node = tree
            while isinstance(node, Split):
                after = node.yes if _holds(node, values) else node.no
                told = after.value if isinstance(after, Split) else after
                name = self.forest.columns[node.column]
                moved[name] = moved.get(name, 0.0) + told - node.value
                node = after
        return sorted(moved.items(), key=lambda item: -abs(item[1]))[:limit]


def _holds(split: Split, values: Values) -> bool:
    value = values[split.column]
    return value in split.members if split.members is not None else value <= split.bound


def _log_odds(chance: float) -> float:
    return log(chance / (1 - chance)) if 0 < chance < 1 else -inf


def _compiled(forest: Forest) -> _Weigh:
    """Write the trees as conditional expressions and compile them: some fifty times as fast as walking the splits.

    The function takes the values and the log-odds that are enough; where they are out of reach, it returns what the sum
    stays below. Its source is made from numbers that the loader has checked, and of nothing else.
    """
    lines = ["def weigh(values, enough):", f"    {''.join(f'v{at}, ' for at in range(len(forest.columns)))} = values"]
    lines.append(f"    s = {forest.base!r}")
    rests = _most_to_come(forest.trees)
    for number, (tree, rest) in enumerate(zip(forest.trees, rests), start=1):
        lines.append(f"    s += {_expression(tree)}")
        if number % _STRETCH == 0:
            lines.append(f"    if s + {rest + _ROUNDING!r} < enough: return s + {rest + _ROUNDING!r}")
    lines.append("    return s")
    space: dict[str, _Weigh] = {}
    exec("\n".join(lines), {}, space)
    return space["weigh"]


def _most_to_come(trees: Sequence[Tree]) -> list[float]:
    """Return for each tree the most that those after it can add."""
    rests, rest = list[float](), 0.0
    for tree in reversed(trees):
        rests.append(rest)
        rest += _most(tree)
    return rests[::-1]


def _most(tree: Tree) -> float:
    return max(_most(tree.yes), _most(tree.no)) if isinstance(tree, Split) else tree


def _expression(tree: Tree) -> str:
    if not isinstance(tree, Split):
        return repr(float(tree))
    if tree.members:
        test = f"v{tree.column} in {{{', '.join(map(repr, sorted(tree.members)))}}}"
    else:
        test = "False" if tree.members is not None else f"v{tree.column} <= {tree.bound!r}"
    return f"({_expression(tree.yes)} if {test} else {_expression(tree.no)})"
