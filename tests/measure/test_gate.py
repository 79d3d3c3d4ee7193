"""Floors hold, rise freely and fall only with leave."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.errors import UsageError
from rasid.measure.gate import falls, load_floors, pin


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "learn.jsonl").write_text("{}\n")
    pin(tmp_path / "floors.json", {"learn": {"type_f1": 0.7, "place": 0.8}}, tmp_path)
    return tmp_path


def scores(value: float) -> dict[str, dict[str, float]]:
    return {"learn": {"type_f1": value, "place": 0.8}}


def test_what_is_pinned_holds(corpus: Path) -> None:
    assert list(falls(load_floors(corpus / "floors.json"), scores(0.7), corpus)) == []
    assert list(falls(load_floors(corpus / "floors.json"), scores(0.9), corpus)) == []


def test_a_fall_is_told(corpus: Path) -> None:
    said = list(falls(load_floors(corpus / "floors.json"), scores(0.69), corpus))
    assert said == ["learn: type_f1 fell from 0.7000 to 0.6900"]
    assert len(list(falls(load_floors(corpus / "floors.json"), {}, corpus))) == 2


def test_other_reports_want_another_pin(corpus: Path) -> None:
    (corpus / "learn.jsonl").write_text("{ }\n")
    assert "pin again" in next(falls(load_floors(corpus / "floors.json"), scores(0.9), corpus))


def test_raising_is_free_and_lowering_is_not(corpus: Path) -> None:
    floors, changelog = corpus / "floors.json", corpus / "CHANGELOG.md"
    pin(floors, scores(0.75), corpus)
    with pytest.raises(UsageError, match="would fall"):
        pin(floors, scores(0.7), corpus)
    changelog.write_text("## Unreleased\n- Added things\n\n## 0.1\n- Floors lowered: long ago\n")
    with pytest.raises(UsageError, match=r"CHANGELOG"):
        pin(floors, scores(0.7), corpus, allow_lower=True, changelog=changelog)
    changelog.write_text("## Unreleased\n- Floors lowered: learn, harder reports\n")
    pin(floors, scores(0.7), corpus, allow_lower=True, changelog=changelog)
    assert load_floors(floors)["learn"]["scores"]["type_f1"] == 0.7
