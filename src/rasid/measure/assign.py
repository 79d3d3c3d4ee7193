"""The best one-to-one assignment: the Hungarian method by shortest augmenting paths (after Jonker and Volgenant).

Among assignments of equal worth it takes the one that the usual numerical libraries take: columns are looked at from
the last to the first, and of columns that cost the same a free one is preferred. So measured scores can be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

Matrix = Sequence[Sequence[float]]


def best_pairs(worth: Matrix) -> list[tuple[int, int]]:
    """Return (row, column) pairs of highest total worth, each row and column at most once, sorted by row."""
    if not worth or not worth[0]:
        return []
    cost = [[-value for value in row] for row in worth]
    if len(cost) <= len(cost[0]):
        return list(enumerate(_assign(cost)))
    turned = [list(column) for column in zip(*cost)]
    return sorted((row, column) for column, row in enumerate(_assign(turned)))


def _assign(cost: list[list[float]]) -> list[int]:
    """Return the column of each row, at lowest total cost; there are at least as many columns as rows."""
    plan = _Plan(cost)
    for row in range(len(cost)):
        plan.add(row)
    return plan.column_of


class _Plan:
    """A cheapest assignment of the rows taken so far, with the prices (dual variables) that prove it."""

    def __init__(self, cost: list[list[float]]) -> None:
        self.cost = cost
        self.rows, self.columns = len(cost), len(cost[0])
        self.row_price = [0.0] * self.rows
        self.column_price = [0.0] * self.columns
        self.column_of = [-1] * self.rows
        self.row_of = [-1] * self.columns

    def add(self, row: int) -> None:
        """Take in one more row and move others where that is cheaper."""
        reached, distance, before, end = self._shortest_path(row)
        self._reprice(row, reached, distance, distance[end])
        column = end
        while True:
            taker = before[column]
            self.row_of[column] = taker
            self.column_of[taker], column = column, self.column_of[taker]
            if taker == row:
                return

    def _shortest_path(self, start: int) -> tuple[list[int], list[float], list[int], int]:
        """Find the cheapest way from a row to a free column: columns passed, costs, ways back and the end."""
        distance = [inf] * self.columns
        before = [-1] * self.columns
        open_columns = list(range(self.columns - 1, -1, -1))
        reached: list[int] = []
        row, walked = start, 0.0
        while True:
            nearest, at = inf, -1
            for index, column in enumerate(open_columns):
                through = walked + self.cost[row][column] - self.row_price[row] - self.column_price[column]
                if through < distance[column]:
                    distance[column], before[column] = through, row
                free = self.row_of[column] == -1
                if distance[column] < nearest or (distance[column] == nearest and free):
                    nearest, at = distance[column], index
            column = open_columns[at]
            open_columns[at] = open_columns[-1]
            open_columns.pop()
            walked = nearest
            reached.append(column)
            if self.row_of[column] == -1:
                return reached, distance, before, column
            row = self.row_of[column]

    def _reprice(self, start: int, reached: list[int], distance: list[float], total: float) -> None:
        self.row_price[start] += total
        for column in reached:
            if self.row_of[column] != -1:
                self.row_price[self.row_of[column]] += total - distance[column]
            self.column_price[column] -= total - distance[column]
