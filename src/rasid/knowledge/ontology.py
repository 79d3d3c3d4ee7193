"""The event ontology: the types of happening that a report can claim, read from `data/ontology.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasid.knowledge.source import Entry, choice, load_yaml, strings


@dataclass(frozen=True, slots=True)
class EventType:
    """One leaf type. `control` is what it does to who holds the place, seen from the initiator: gain, loss, none."""

    id: str
    group: str
    en: str
    ar: str
    definition: str
    acled: tuple[str, ...] | None = None
    plover: tuple[str | None, ...] | None = None
    symmetric: bool = False
    control: str = "none"


@dataclass(frozen=True, slots=True)
class Ontology:
    """All types, groups (with English and Arabic labels), modalities, roles and count keys."""

    groups: Mapping[str, tuple[str, str]]
    types: Mapping[str, EventType]
    modality: Mapping[str, str]
    roles: Mapping[str, str]
    quantities: tuple[str, ...]

    def __contains__(self, type_id: object) -> bool:
        return type_id in self.types


def load_ontology(path: Path) -> Ontology:
    """Read the ontology file; anything unknown or missing raises KnowledgeError."""
    root: Entry = load_yaml(path)
    root.expect(required=("groups", "types", "modality", "roles", "quantities"))
    groups = {name: _group(_entry(root["groups"], name)) for name in root["groups"]}
    types = {name: _event_type(name, _entry(root["types"], name), groups) for name in root["types"]}
    return Ontology(groups, types, _prose(root["modality"]), _prose(root["roles"]), strings(root, "quantities"))


def _entry(parent: Entry, name: str) -> Entry:
    value = parent[name]
    if not isinstance(value, Entry):
        raise parent.fault(f"{name!r} must be a mapping", name)
    return value


def _group(entry: Entry) -> tuple[str, str]:
    entry.expect(required=("en", "ar"))
    return str(entry["en"]), str(entry["ar"])


def _event_type(name: str, entry: Entry, groups: Mapping[str, Any]) -> EventType:
    entry.expect(required=("en", "ar", "definition", "acled", "plover"), optional=("symmetric", "control"))
    group = name.partition(".")[0]
    if group not in groups:
        raise entry.fault(f"group {group!r} of type {name!r} is not in `groups`")
    return EventType(
        id=name,
        group=group,
        en=str(entry["en"]),
        ar=str(entry["ar"]),
        definition=str(entry["definition"]),
        acled=None if entry["acled"] is None else strings(entry, "acled"),
        plover=_codes(entry, "plover"),
        symmetric=bool(entry.get("symmetric", False)),
        control=choice(entry, "control", ("gain", "loss", "none"), "none"),
    )


def _codes(entry: Entry, name: str) -> tuple[str | None, ...] | None:
    value = entry[name]
    if value is None:
        return None
    if not isinstance(value, list):
        raise entry.fault(f"{name!r} must be a list or null", name)
    return tuple(None if code is None else str(code) for code in value)


def _prose(entry: Entry) -> dict[str, str]:
    return {name: str(text) for name, text in entry.items()}
