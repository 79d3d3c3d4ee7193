"""The knowledge as a whole: sound, and the same with and without its compiled copy."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest

from rasid.knowledge import Knowledge, load
from rasid.knowledge.book import DATA, compile_all
from rasid.knowledge.cache import cache_folder, cached, fingerprint
from rasid.knowledge.check import check


def test_the_knowledge_holds() -> None:
    assert check(load()) == []


def test_every_reference_is_looked_at() -> None:
    knowledge = load()
    actor = dataclasses.replace(knowledge.actors["sy.sdf"], backers=("us.nobody",))
    actors = dataclasses.replace(knowledge.actors, actors={**knowledge.actors.actors, "sy.sdf": actor})
    place = dataclasses.replace(knowledge.places["sy.hl.bab"], lat=12.0, lon=5.0)
    places = dataclasses.replace(knowledge.places, places={**knowledge.places.places, "sy.hl.bab": place})
    faults = check(dataclasses.replace(knowledge, actors=actors, places=places))
    assert "actor sy.sdf: 'us.nobody' is no actor" in faults
    assert "place sy.hl.bab: 12.0, 5.0 is outside the region" in faults


def test_two_actors_of_one_name_need_a_rule() -> None:
    knowledge = load()
    twin = dataclasses.replace(knowledge.actors["sy.sdf"], id="sy.twin", rules=())
    keys = {**knowledge.actors.keys, "قسد": ("sy.sdf", "sy.twin")}
    actors = dataclasses.replace(knowledge.actors, actors={**knowledge.actors.actors, "sy.twin": twin}, keys=keys)
    faults = check(dataclasses.replace(knowledge, actors=actors))
    assert "actors sy.sdf and sy.twin share the name 'قسد', and no rule tells them apart" in faults


class TestCache:
    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("RASID_CACHE", str(tmp_path / "cache"))
        return tmp_path / "cache"

    def test_a_copy_is_left_and_read(self, folder: Path) -> None:
        built = cached(DATA, compile_all, Knowledge)
        (copy,) = folder.iterdir()
        assert copy.name == f"{fingerprint(DATA)}.pickle"
        again = cached(DATA, _never, Knowledge)
        assert again.actors == built.actors
        assert again.places == built.places
        assert again.ontology == built.ontology

    def test_a_damaged_copy_is_replaced(self, folder: Path) -> None:
        cached(DATA, lambda _: {"a": 1}, dict)
        (copy,) = folder.iterdir()
        copy.write_bytes(copy.read_bytes()[:-3])
        assert cached(DATA, lambda _: {"b": 2}, dict) == {"b": 2}
        assert cached(DATA, _never, dict) == {"b": 2}

    def test_a_copy_of_something_else_is_replaced(self) -> None:
        cached(DATA, lambda _: [1], list)
        assert cached(DATA, lambda _: {"b": 2}, dict) == {"b": 2}

    def test_a_folder_that_cannot_be_written_is_done_without(self, folder: Path) -> None:
        folder.parent.joinpath("cache").write_text("a file, and no folder", encoding="utf-8")
        assert cached(DATA, lambda _: {"a": 1}, dict) == {"a": 1}


def _never(data: Path) -> dict[str, int]:
    raise AssertionError(f"{data} was compiled again")


def test_the_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("RASID_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "rasid"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache" / "rasid"


def test_the_fingerprint_follows_the_data(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1", encoding="utf-8")
    before = fingerprint(tmp_path)
    (tmp_path / "a.yaml").write_text("a: 2", encoding="utf-8")
    assert fingerprint(tmp_path) != before
    assert os.fspath(tmp_path) not in before
