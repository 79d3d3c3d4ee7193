"""Weighing by a learned forest: its trees are compiled into one Python function, and every answer can be explained."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp

from rasid.knowledge.forests import Forest, Split, Tree

Values = Sequence[float]
_LARGEST = 700.0  # what `exp` can take


class Judge:
    """A forest, ready to weigh."""

    def __init__(self, forest: Forest) -> None:
        self.forest = forest
        self.numbers = {name: {word: at for at, word in enumerate(words)} for name, words in forest.categories.items()}
        self._sum = _compiled(forest)

    def encode(self, words: Sequence[str], numbers: Values) -> list[float]:
        """Return categories and numbers as one row of values, a category by its place in its list (-1: not there)."""
        places = [known.get(word, -1) for known, word in zip(self.numbers.values(), words)]
        return [*places, *numbers]

    def chance(self, values: Values) -> float:
        """Return how likely a yes is, 0 to 1; `values` stand in the order of the forest's columns."""
        return 1 / (1 + exp(min(-self._sum(values), _LARGEST)))

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


def _compiled(forest: Forest) -> Callable[[Values], float]:
    """Write the trees as conditional expressions and compile them: some thirty times as fast as walking the splits.

    The source is made from numbers that the loader has checked, and of nothing else.
    """
    sets: dict[frozenset[int], str] = {}
    lines = ["def weigh(v):", f"    s = {forest.base!r}"]
    lines += [f"    s += {_expression(tree, sets)}" for tree in forest.trees]
    lines.append("    return s")
    space: dict[str, Callable[[Values], float]] = {}
    names = {name: members for members, name in sets.items()}
    exec("\n".join(lines), dict(names), space)
    return space["weigh"]


def _expression(tree: Tree, sets: dict[frozenset[int], str]) -> str:
    if not isinstance(tree, Split):
        return repr(float(tree))
    if tree.members is not None:
        test = f"v[{tree.column}] in {sets.setdefault(tree.members, f'S{len(sets)}')}"
    else:
        test = f"v[{tree.column}] <= {tree.bound!r}"
    return f"({_expression(tree.yes, sets)} if {test} else {_expression(tree.no, sets)})"
