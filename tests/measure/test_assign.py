"""The assignment is the best one, and among equals the one of the usual library."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.measure.assign import best_pairs


@st.composite
def matrices(draw: st.DrawFn, top: int = 5) -> list[list[float]]:
    rows, columns = draw(st.integers(1, top)), draw(st.integers(1, top))
    values = st.sampled_from([0.0, 0.0, 1.0, 1.5, 2.25, 26.4])
    return [[draw(values) for _ in range(columns)] for _ in range(rows)]


def by_trying(worth: list[list[float]]) -> float:
    if len(worth) > len(worth[0]):
        worth = [list(column) for column in zip(*worth)]
    columns = range(len(worth[0]))
    return max(sum(worth[i][j] for i, j in enumerate(way)) for way in permutations(columns, len(worth)))


@given(matrices())
def test_no_other_assignment_is_worth_more(worth: list[list[float]]) -> None:
    pairs = best_pairs(worth)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs) == min(len(worth), len(worth[0]))
    assert sum(worth[i][j] for i, j in pairs) == pytest.approx(by_trying(worth))


@given(matrices(top=9))
def test_ties_fall_as_in_scipy(worth: list[list[float]]) -> None:
    numpy = pytest.importorskip("numpy")
    optimize = pytest.importorskip("scipy.optimize")
    rows, columns = optimize.linear_sum_assignment(-numpy.array(worth))
    assert best_pairs(worth) == list(zip(rows.tolist(), columns.tolist()))


@pytest.mark.parametrize("worth", [[], [[]], [[], []]])
def test_nothing_to_pair(worth: list[list[float]]) -> None:
    assert best_pairs(worth) == []
