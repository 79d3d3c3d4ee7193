"""Annotated reports are checked, and every fault names its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rasid.errors import InputError
from rasid.knowledge import load
from rasid.measure.gold import Terms, load_gold, load_read

TEXT = "قصفت القوات بلدة البارة ثم قصفت القوات بلدة كنصفرة"
EVENT: dict[str, Any] = {
    "type": "violence.shelling", "modality": "asserted", "evidence": ["قصفت القوات بلدة البارة"],
    "initiator": ["sy.gov.army_assad"], "target": ["~فلان"], "participant": [], "sponsor": [],
    "place": {"name": "البارة", "lat": 35.69, "lon": 36.54, "precision": "town"},
    "date": {"from": "2022-04-23", "to": "2022-04-23"}, "counts": {"killed": [1, None]}, "attribution": ["src.sohr"],
}  # fmt: skip
REPORT: dict[str, Any] = {
    "id": "r", "country": "SY", "source": "src.sohr", "published": "2022-04-24", "text": TEXT, "events": [EVENT],
}  # fmt: skip


@pytest.fixture(scope="module")
def terms() -> Terms:
    knowledge = load()
    ontology = knowledge.ontology
    return Terms(ontology.types, ontology.modality, ontology.quantities, knowledge.actors.actors)


def written(folder: Path, *lines: object) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(("change", "said"), [
    ({"type": "violence.nothing"}, "unknown type"),
    ({"modality": "sworn"}, "unknown modality"),
    ({"mood": 1}, "unknown key 'mood'"),
    ({"evidence": []}, "no evidence"),
    ({"evidence": ["قصفت القوات بلدة"]}, "stands 2 times"),
    ({"evidence": ["ليس هنا"]}, "not in the text"),
    ({"place": {"name": "x", "lat": None, "lon": 36.0, "precision": "town"}}, "no lat"),
    ({"place": {"name": "x", "lat": 35.0, "lon": 36.0, "precision": "street"}}, "precision"),
    ({"date": {"from": "2022-04-24", "to": "2022-04-23"}}, "backwards"),
    ({"date": {"from": "2022-04-44", "to": "2022-04-23"}}, "day"),
    ({"counts": {"killed": [3, 1]}}, "backwards"),
    ({"counts": {"eaten": [3, 3]}}, "unknown count"),
    ({"initiator": ["xx.nobody"]}, "unknown actor"),
])  # fmt: skip
def test_faults_name_file_and_line(change: dict[str, Any], said: str, terms: Terms, tmp_path: Path) -> None:
    path = written(tmp_path, REPORT, REPORT | {"id": "s", "events": [EVENT | change]})
    with pytest.raises(InputError) as caught:
        load_gold(path, terms)
    assert f"{path}:2: " in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize(("line", "said"), [
    ("{", "no whole JSON"), ("[]", "not a JSON object"), ('{"id": 1}', "missing"),
])  # fmt: skip
def test_broken_lines(line: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        load_gold(path)


def test_an_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r":2: the id 'r' stands on line 1"):
        load_gold(written(tmp_path, REPORT, REPORT))


def test_output_out_of_contract_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r":2: not in the reader's contract"):
        load_read(written(tmp_path, {"id": "r", "events": []}, {"id": "s", "events": [{"evidence": [[0, 1]]}]}))


@pytest.mark.parametrize("part", ["learn", "tune", "test"])
def test_the_corpus_holds(part: str, root: Path, terms: Terms) -> None:
    assert load_gold(root / "corpus" / f"{part}.jsonl", terms)


def test_a_story_stands_in_one_part_only(root: Path) -> None:
    homes: dict[str, set[str]] = {}
    for part in ("learn", "tune", "test"):
        for report in load_gold(root / "corpus" / f"{part}.jsonl"):
            for event in report.events:
                if event.same:
                    homes.setdefault(event.same, set()).add(part)
    assert {key: parts for key, parts in homes.items() if len(parts) > 1} == {}
