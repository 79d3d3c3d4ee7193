"""Claims go to JSON and back, and what is printed fits the published schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from rasid.ids import canonical, content_id
from rasid.knowledge.book import DATA
from rasid.knowledge.ontology import load_ontology
from rasid.model.contract import claim_id, claim_of, event_of, report_of, stored_of
from rasid.publish import csv
from tests.factory import claim, document

SCHEMA = json.loads((DATA / "contract" / "reading.schema.json").read_text(encoding="utf-8"))
BARE = {"place": None, "date": None, "counts": (), "target": (), "trace": ()}


@pytest.mark.parametrize("changes", [{}, BARE, {"confidence": 1.0}])
def test_what_the_register_stores_comes_back_whole(changes: dict[str, object]) -> None:
    said = claim(**changes)
    assert claim_of(json.loads(json.dumps(stored_of(said)))) == said


def test_the_contract_keeps_ids_words_and_offsets() -> None:
    event = event_of(claim())
    assert event["initiator"] == [{"id": "ru.vks", "text": "طائرات روسية"}]
    assert event["evidence"] == [[0, 39]]
    assert event["date"] == {"from": "2022-04-23", "to": "2022-04-23"}
    assert event["counts"] == {"killed": [3, 3]}
    assert claim_of(event).place == claim_of(stored_of(claim(place=claim_of(event).place))).place


@pytest.mark.parametrize("changes", [{}, BARE])
def test_a_line_fits_the_schema(changes: dict[str, object]) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    line = report_of("r-1", [claim(**changes)], exercise=bool(changes))
    Draft202012Validator(SCHEMA).validate(line)
    assert ("exercise" in line) == bool(changes)


def test_the_schema_and_the_csv_know_the_ontology() -> None:
    ontology = load_ontology(DATA / "ontology.yaml")
    event = SCHEMA["$defs"]["event"]["properties"]
    assert event["type"]["enum"] == list(ontology.types)
    assert event["modality"]["enum"] == list(ontology.modality)
    assert event["counts"]["propertyNames"]["enum"] == list(ontology.quantities) == list(csv.COUNTS)


def test_ids_are_of_content() -> None:
    assert content_id("x", {"b": 1, "a": "ع"}) == content_id("x", {"a": "ع", "b": 1})
    assert canonical({"b": 1, "a": "ع"}) == '{"a":"ع","b":1}'
    assert claim_id("doc", claim()) == claim_id("doc", claim(trace=()))
    assert claim_id("doc", claim()) != claim_id("doc", claim(modality="planned"))
    assert document().id == document(origin="elsewhere:9").id
    assert document().id != document(exercise=True).id


def test_the_schema_stands_in_the_package(root: Path) -> None:
    assert (root / "src/rasid/data/contract/reading.schema.json").exists()
