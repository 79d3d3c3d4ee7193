"""Weighing by a forest: the compiled sum, the encoding, the bounds and the reasons."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.knowledge.forests import Forest, Split, Tree
from rasid.read.weigh import Judge

COLUMNS = 5
CATEGORY = 3  # words of each category
FOREST = Forest(
    columns=("state", "form", "gap", "rank", "hard"),
    categories={"state": ("nobody proposed", "proposed"), "form": ("noun", "passive", "verb")},
    keep=0.3, threshold=0.6, base=0.0, trees=(), implied={},
)  # fmt: skip

said = st.floats(-3, 3).map(lambda value: round(value, 4))
bounds = st.integers(-4, 4).map(float) | said
members = st.frozensets(st.integers(-1, CATEGORY - 1))
splits_by_bound = st.builds(Split, st.integers(0, COLUMNS - 1), bounds, st.none(), said, said, said)
splits_by_word = st.builds(Split, st.integers(0, 1), st.just(0.0), members, said, said, said)
trees = st.recursive(
    said | splits_by_bound | splits_by_word,
    lambda inner: (
        st.builds(Split, st.integers(2, COLUMNS - 1), bounds, st.none(), inner, inner, said)
        | st.builds(Split, st.integers(0, 1), st.just(0.0), members, inner, inner, said)
    ),
    max_leaves=12,
)
forests = st.builds(
    lambda base, grown: replace(FOREST, base=base, trees=tuple(grown)), said, st.lists(trees, max_size=8)
)
rows = st.tuples(
    st.integers(-1, CATEGORY - 1), st.integers(-1, CATEGORY - 1), bounds, bounds, st.booleans()
)  # as the rooms give them: places in a list, numbers, truths


def walked(tree: Tree, row: tuple[float, ...]) -> float:
    """What a tree says, by its definition."""
    if not isinstance(tree, Split):
        return tree
    value = row[tree.column]
    yes = value <= tree.bound if tree.members is None else value in tree.members
    return walked(tree.yes if yes else tree.no, row)


@given(forests, rows)
def test_the_compiled_sum_is_what_walking_the_splits_gives(forest: Forest, row: tuple[float, ...]) -> None:
    sum_ = forest.base + sum(walked(tree, row) for tree in forest.trees)
    assert Judge(forest).chance(row) == pytest.approx(1 / (1 + math.exp(-sum_)), abs=1e-12)


@given(forests, rows)
def test_reasons_add_up_to_the_answer(forest: Forest, row: tuple[float, ...]) -> None:
    judge = Judge(forest)
    told = judge.reasons(row, limit=COLUMNS)
    before = sum(tree.value if isinstance(tree, Split) else tree for tree in forest.trees)
    sum_ = forest.base + before + sum(moved for _, moved in told)
    assert judge.chance(row) == pytest.approx(1 / (1 + math.exp(-sum_)), abs=1e-9)
    assert len({name for name, _ in told}) == len(told)
    assert {name for name, _ in told} <= set(forest.columns)
    assert judge.reasons(row) == told[:3]
    assert [abs(moved) for _, moved in told] == sorted((abs(moved) for _, moved in told), reverse=True)


def test_reasons_name_the_columns_that_were_asked() -> None:
    inner = Split(3, 0.0, None, 2.0, 1.0, 1.2)  # rank: 1.2 before it is asked
    judge = Judge(replace(FOREST, trees=(Split(0, 0.0, frozenset({1}), inner, -1.0, 0.1),)))
    assert judge.reasons([1, 0, 0, 0, 0]) == [("state", pytest.approx(1.1)), ("rank", pytest.approx(0.8))]
    assert judge.reasons([0, 0, 0, 0, 0]) == [("state", pytest.approx(-1.1))]


@pytest.mark.parametrize(("words", "row"), [
    (("proposed", "verb"), [1, 2, 4.0, 0.0, True]),
    (("nobody proposed", "noun"), [0, 0, 4.0, 0.0, True]),
    (("another proposed", "passive"), [-1, 1, 4.0, 0.0, True]),
    (("verb", "proposed"), [-1, -1, 4.0, 0.0, True]),
])  # fmt: skip
def test_words_become_places_in_their_list(words: tuple[str, str], row: list[float]) -> None:
    assert Judge(FOREST).encode(words, (4.0, 0.0, True)) == row


def test_a_word_that_is_in_no_list_goes_where_the_split_says() -> None:
    unlisted = Judge(FOREST).encode(("never seen", "verb"), (0, 0, 0))
    for where, chance in ((frozenset({0, -1}), 0.5), (frozenset({0}), 1 / (1 + math.exp(-1)))):
        judge = Judge(replace(FOREST, trees=(Split(0, 0.0, where, 0.0, 1.0, 0.5),)))
        assert judge.chance(unlisted) == pytest.approx(chance)


@pytest.mark.parametrize(("chance", "proposed", "passes"), [
    (0.30, True, True), (0.29, True, False), (0.30, False, False), (0.59, False, False), (0.60, False, True),
])  # fmt: skip
def test_a_proposal_needs_less_than_a_new_answer(chance: float, proposed: bool, passes: bool) -> None:
    assert Judge(FOREST).passes(chance, proposed=proposed) is passes


@pytest.mark.parametrize(("base", "chance"), [(-1000.0, 0.0), (0.0, 0.5), (1000.0, 1.0)])
def test_a_chance_is_one_however_sure_the_trees_are(base: float, chance: float) -> None:
    assert Judge(replace(FOREST, base=base)).chance([0] * COLUMNS) == pytest.approx(chance, abs=1e-12)
