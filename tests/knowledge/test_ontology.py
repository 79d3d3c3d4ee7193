"""The ontology as it stands, and what its loader refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.errors import KnowledgeError
from rasid.knowledge import load
from rasid.knowledge.ontology import load_ontology

HEAD = (
    "groups: {v: {en: V, ar: ع}}\nmodality: {asserted: yes it is}\n"
    "roles: {initiator: who}\nquantities: [killed]\ntypes:\n"
)
TYPE = "  v.a: {en: A, ar: أ, definition: d, acled: null, plover: null"


def test_the_ontology_is_read() -> None:
    ontology = load().ontology
    assert "violence.clash" in ontology
    assert ontology.types["violence.clash"].symmetric
    assert ontology.types["violence.clash"].acled == ("Battles", "Armed clash")
    assert ontology.types["society.aid"].plover == ("AID", None)
    assert ontology.types["control.capture"].control == "gain"
    assert ontology.types["violence.clash"].control == "none"
    assert "denied" in ontology.modality
    assert "killed" in ontology.quantities


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (TYPE + ", colour: red}", "unknown key 'colour'"),
        (TYPE + ", control: much}", "'control' is 'much'"),
        ("  w.a: {en: A, ar: أ, definition: d, acled: null, plover: null}", "group 'w'"),
        ("  v.a: {en: A, ar: أ, definition: d, acled: null}", "key 'plover' is missing"),
        ("  v.a: 3", "must be a mapping"),
        ("  v.a: {en: A, ar: أ, definition: d, acled: null, plover: 3}", "must be a list or null"),
    ],
)
def test_a_bad_type_is_refused_with_file_and_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "ontology.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=f"^ontology.yaml:6: .*{says}"):
        load_ontology(path)
