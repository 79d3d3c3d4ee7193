"""The measures, by table, and number for number against the founding scorer where it is there."""

from __future__ import annotations

import importlib.util
import json
import math
import random
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rasid.measure.gold import GoldReport, Point, load_gold, read_happening
from rasid.measure.score import date_fits, in_common, near, overlap, score
from rasid.measure.states import States

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
D = date.fromisoformat


def nobody(_a: str, _b: str) -> bool:
    return False


@pytest.mark.parametrize(("gold", "read", "share"), [
    ([(0, 10)], [(0, 10)], 1.0),
    ([(0, 10)], [(5, 25)], 0.5),
    ([(0, 10)], [(10, 20)], 0.0),
    ([(0, 10), (50, 60)], [(52, 54)], 1.0),
    ([(0, 10)], [(0, 401)], 0.0),
    ([(0, 500)], [(0, 10)], 1.0),
    ([], [(0, 10)], 0.0),
])  # fmt: skip
def test_overlap(gold: list[tuple[int, int]], read: list[tuple[int, int]], share: float) -> None:
    assert overlap(gold, read) == pytest.approx(share)


@pytest.mark.parametrize(("there", "read", "fits"), [
    (None, None, True),
    (None, Point("x", 1, 1), False),
    (Point("x", 35.0, 36.0, "town"), Point("x", 35.08, 36.0), True),
    (Point("x", 35.0, 36.0, "town"), Point("x", 35.1, 36.0), False),
    (Point("x", 35.0, 36.0, "governorate"), Point("y", 35.5, 36.0), True),
    (Point("x", None, None), Point("x", 35.5, 36.0), True),
    (Point("x", 35.0, 36.0), Point("y", None, None), False),
])  # fmt: skip
def test_near(there: Point | None, read: Point | None, fits: bool) -> None:
    assert near(there, read) is fits


@pytest.mark.parametrize(("there", "read", "fits"), [
    (None, None, True),
    (("2022-01-01", "2022-01-01"), None, False),
    (("2022-01-01", "2022-01-01"), ("2022-01-01", "2022-01-02"), True),
    (("2022-01-01", "2022-01-01"), ("2022-01-01", "2022-01-03"), False),
    (("2022-01-01", "2022-01-03"), ("2022-01-03", "2022-01-08"), True),
    (("2022-01-01", "2022-01-03"), ("2022-01-04", "2022-01-04"), False),
])  # fmt: skip
def test_date_fits(there: tuple[str, str] | None, read: tuple[str, str] | None, fits: bool) -> None:
    days = [None if pair is None else (D(pair[0]), D(pair[1])) for pair in (there, read)]
    assert date_fits(*days) is fits


class Actor:
    def __init__(self, kind: str, parent: str | None = None) -> None:
        self.kind, self.parent = kind, parent


KIN = States({
    "ru": Actor("state"), "ru.army": Actor("state_force", "ru"), "ru.air": Actor("state_force", "ru"),
    "sy": Actor("state"), "wagner": Actor("militia", "ru"),
})  # fmt: skip


@pytest.mark.parametrize(("there", "read", "count"), [
    ({"ru"}, {"ru.army"}, 1),
    ({"ru.air"}, {"ru.army"}, 1),
    ({"ru"}, {"wagner"}, 0),
    ({"ru"}, {"sy"}, 0),
    ({"ru", "ru.air"}, {"ru.army"}, 1),
    ({"ru", "x"}, {"ru.army", "x"}, 2),
    (set(), {"ru"}, 0),
])  # fmt: skip
def test_a_state_and_its_forces_are_one_party(there: set[str], read: set[str], count: int) -> None:
    assert in_common(frozenset(there), frozenset(read), KIN) == count


def report(*events: dict[str, Any]) -> GoldReport:
    return GoldReport("r", "x" * 100, D("2022-01-02"), None, None, tuple(read_happening(event) for event in events))


def event(kind: str = "violence.shelling", at: int = 0, **more: Any) -> dict[str, Any]:
    return {"type": kind, "evidence": [[at, at + 10]], **more}


def test_an_event_read_twice_counts_as_wrong_once() -> None:
    result = score([report(event())], {"r": [read_happening(event()), read_happening(event())]}, kin=nobody)
    assert result.levels["type"].precision == 0.5
    assert [miss.kind for miss in result.misses] == ["wrong"]


def test_type_group_and_found_are_told_apart() -> None:
    gold = report(event(), event("violence.clash", 20), event("control.capture", 40), event("society.aid", 60))
    read = [event(), event("violence.airstrike", 20), event("violence.ied", 40)]
    result = score([gold], {"r": [read_happening(one) for one in read]}, kin=nobody)
    assert [result.levels[name].hits for name in ("type", "group", "found")] == [1, 2, 3]


def test_counts_that_say_nothing_are_not_marked() -> None:
    gold = report(event(counts={"killed": [3, 3]}))
    read = event(counts={"killed": [3, 3], "wounded": [2, None], "arrested": [0, 0]})
    result = score([gold], {"r": [read_happening(read)]}, kin=nobody)
    assert result.accuracy()["counts"] == 1.0
    assert result.whole.f1 == 1.0


def test_a_report_without_output_counts_as_read_empty() -> None:
    result = score([report(event())], {}, kin=nobody)
    assert result.said()["type"]["recall"] == 0.0


def founding(shared: Path) -> ModuleType:
    pytest.importorskip("scipy")
    spec = importlib.util.spec_from_file_location("founding_score", shared / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoil(events: list[dict[str, Any]], text: str, chance: random.Random) -> list[dict[str, Any]]:
    """Return annotated events as a mediocre reader would have read them."""
    read = []
    for one in events:
        if chance.random() < 0.2:
            continue
        spans = [[start := text.find(quote), start + len(quote)] for quote in one["evidence"]]
        spans = [[start, max(start + 1, end - chance.randrange(30))] for start, end in spans]
        other = json.loads(json.dumps(one)) | {"evidence": spans}
        other["type"] = one["type"] if chance.random() < 0.7 else chance.choice(events)["type"]
        for role in ("initiator", "target", "participant", "sponsor", "attribution"):
            ids = chance.choice(events).get(role) or [] if chance.random() < 0.3 else one.get(role) or []
            other[role] = [{"id": None if item.startswith("~") else item, "text": item} for item in ids]
        if other["place"] and chance.random() < 0.3:
            other["place"]["lat"] += chance.random()
        if chance.random() < 0.2:
            other["date"] = chance.choice(events)["date"]
        if chance.random() < 0.2:
            other["counts"] = {"killed": [2, None], "wounded": [5, 5]}
        read += [other] * chance.choice([1, 1, 1, 2])
    return read


@pytest.mark.parametrize("part", ["learn", "tune", "test"])
def test_the_numbers_are_those_of_the_founding_scorer(part: str, shared: Path, tmp_path: Path) -> None:
    theirs = founding(shared)
    gold_lines, chance = theirs.load(CORPUS / f"{part}.jsonl"), random.Random(part)
    read_lines = [{"id": one["id"], "events": spoil(one["events"], one["text"], chance)} for one in gold_lines]
    expected = theirs.score(gold_lines, read_lines)
    actors = {key: Actor(entry["kind"], entry.get("parent")) for key, entry in theirs.ACTORS.items()}
    read = {line["id"]: [read_happening(one) for one in line["events"]] for line in read_lines}
    assert_same(score(load_gold(CORPUS / f"{part}.jsonl"), read, kin=States(actors)).said(), expected)


def assert_same(ours: Any, theirs: Any, where: str = "") -> None:
    if isinstance(theirs, dict):
        assert set(ours) == set(theirs), where
        for key in theirs:
            assert_same(ours[key], theirs[key], f"{where}/{key}")
    else:
        assert math.isclose(ours, theirs, abs_tol=1e-12), where
