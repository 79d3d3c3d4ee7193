"""Learned judges as files: what loads, and how a fault is told."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from rasid.errors import KnowledgeError
from rasid.knowledge import load
from rasid.knowledge.forests import Split, load_forests
from rasid.read import casting

SOUND: dict[str, Any] = {
    "about": "by hand",
    "columns": ["state", "gap", "rank"],
    "categories": {"state": ["nobody proposed", "proposed"]},
    "keep": 0.3,
    "threshold": 0.6,
    "base": -0.5,
    "implied": {"society.protest": ["class.protesters"]},
    "trees": [0.25, [1, 2.5, 0.1, [0, [1, -1], 0.2, -0.2, 0.05], 0.15]],
}


def write(folder: Path, name: str = "casting_target", **changes: Any) -> Path:
    path = folder / f"{name}.json"
    path.write_text(json.dumps(SOUND | changes, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_sound_file_loads(tmp_path: Path) -> None:
    write(tmp_path)
    found = load_forests(tmp_path)
    assert list(found) == ["casting_target"]
    forest = found["casting_target"]
    assert forest.columns == ("state", "gap", "rank")
    assert forest.categories == {"state": ("nobody proposed", "proposed")}
    assert (forest.keep, forest.threshold, forest.base) == (0.3, 0.6, -0.5)
    assert forest.implied == {"society.protest": ("class.protesters",)}
    inner = Split(0, 0.0, frozenset({1, -1}), 0.2, -0.2, 0.05)
    assert forest.trees == (0.25, Split(1, 2.5, None, 0.1, inner, 0.15))


def test_every_file_is_known_by_its_name_and_a_folder_without_any_is_no_fault(tmp_path: Path) -> None:
    assert load_forests(tmp_path) == load_forests(tmp_path / "nowhere") == {}
    write(tmp_path, "casting_initiator")
    write(tmp_path, "casting_target")
    (tmp_path / "README.md").write_text("no forest", encoding="utf-8")
    assert list(load_forests(tmp_path)) == ["casting_initiator", "casting_target"]


def tree(*parts: Any) -> dict[str, Any]:
    return {"trees": [list(parts)]}


@pytest.mark.parametrize(("changes", "said"), [
    (tree(1, 2.5, 0.1, 0.2), "five parts"),
    (tree(1, 2.5, 0.1, 0.2, 0.1, 0.1), "five parts"),
    (tree(1, 2.5, 0.1, [0, 1], 0.2), r"five parts, not \[0, 1\]"),
    ({"trees": ["yes"]}, "five parts, not 'yes'"),
    (tree(3, 2.5, 0.1, 0.2, 0.1), "no column 3"),
    (tree(-1, 2.5, 0.1, 0.2, 0.1), "no column -1"),
    (tree("gap", 2.5, 0.1, 0.2, 0.1), "no column 'gap'"),
    (tree(1, "many", 0.1, 0.2, 0.1), "many"),
    (tree(1, float("inf"), 0.1, 0.2, 0.1), "inf is no number"),
    (tree(0, ["proposed"], 0.1, 0.2, 0.1), "proposed"),
    (tree(1, 2.5, float("nan"), 0.2, 0.1), "nan is no number"),
    (tree(1, 2.5, 0.1, 0.2, None), "NoneType"),
    ({"trees": None}, "NoneType"),
    ({"columns": 3}, "int"),
    ({"categories": ["state"]}, "items"),
    ({"categories": {"state": 3}}, "int"),
    ({"categories": {"gap": ["near", "far"]}}, "not the first columns"),
    ({"implied": []}, "items"),
    ({"keep": "some"}, "some"),
    ({"keep": -0.1}, "from 0 to 1, not -0.1"),
    ({"threshold": 60}, "from 0 to 1, not 60"),
    ({"threshold": float("nan")}, "from 0 to 1, not nan"),
    ({"base": float("-inf")}, "-inf is no number"),
    ({"leaves": 10}, r"missing or unknown: \['leaves'\]"),
])  # fmt: skip
def test_a_fault_names_the_file_and_says_what_to_do(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    path = write(tmp_path, **changes)
    with pytest.raises(KnowledgeError, match=said) as told:
        load_forests(tmp_path)
    assert_says_what_to_do(told.value, path)


@pytest.mark.parametrize("key", SOUND)
def test_every_key_is_asked_for(tmp_path: Path, key: str) -> None:
    path = write(tmp_path)
    path.write_text(json.dumps({name: value for name, value in SOUND.items() if name != key}), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=re.escape(f"missing or unknown: ['{key}']")) as told:
        load_forests(tmp_path)
    assert_says_what_to_do(told.value, path)


@pytest.mark.parametrize(("content", "said"), [
    (b"", "no whole JSON object"),
    (json.dumps(SOUND).encode()[:-2], "no whole JSON object"),
    (b"\xff\xfe", "no whole JSON object"),
    (b"[1, 2]", "no object"),
    (b"null", "no object"),
])  # fmt: skip
def test_what_is_no_object_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "casting_initiator.json"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError, match=said) as told:
        load_forests(tmp_path)
    assert_says_what_to_do(told.value, path)


def assert_says_what_to_do(error: KnowledgeError, path: Path) -> None:
    assert str(error).startswith(f"{path}: ")
    assert str(error).endswith("remove it and make it again with `rasid learn`")


def test_the_bundled_judges_ask_for_what_their_rooms_give() -> None:
    rooms = {f"casting_{role}": casting for role in casting.ROLES}
    for name, forest in load().forests.items():
        assert forest.columns == rooms[name].COLUMNS, f"{name}: make it again with `rasid learn`"
        assert tuple(forest.categories) == rooms[name].CATEGORIES
        assert forest.keep <= forest.threshold
