"""Words for forces and governments that name no country, from `data/lexicons/generic_actors.yaml`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rasid.knowledge.conditions import Conditions, load_conditions
from rasid.knowledge.source import Entry, load_yaml, strings
from rasid.text import key


@dataclass(frozen=True, slots=True)
class Meaning:
    """One actor that a generic word may mean, and when it does."""

    id: str
    when: Conditions


@dataclass(frozen=True, slots=True)
class Generic:
    """A concept such as the army or the government, with its meanings in order."""

    name: str
    words: tuple[str, ...]
    gloss: str
    means: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class GenericBook:
    """All generic words by key."""

    concepts: Mapping[str, Generic]
    keys: Mapping[str, str]

    def __contains__(self, word_key: object) -> bool:
        return word_key in self.keys

    def by_key(self, word_key: str) -> Generic | None:
        """Return the concept of a word, or None where the word is not generic."""
        name = self.keys.get(word_key)
        return self.concepts[name] if name else None

    def meaning(
        self,
        word_key: str,
        *,
        country: str | None,
        day: date,
        places: Collection[str] = (),
        speakers: Collection[str] = (),
    ) -> str | None:
        """Return the id of the actor that a word means in a country on a day, or None."""
        concept = self.by_key(word_key)
        for meaning in concept.means if concept else ():
            if meaning.when.hold(country=country, day=day, places=places, speakers=speakers):
                return meaning.id
        return None


def load_generics(path: Path) -> GenericBook:
    """Read the generic words; a word under two concepts raises KnowledgeError."""
    root: Entry = load_yaml(path)
    concepts: dict[str, Generic] = {}
    keys: dict[str, str] = {}
    for name, entry in root.items():
        if not isinstance(entry, Entry):
            raise root.fault(f"{name!r} must be a mapping", name)
        concepts[name] = _concept(name, entry)
        for word_key in {key(word) for word in concepts[name].words}:
            if keys.setdefault(word_key, name) != name:
                raise entry.fault(f"{word_key!r} stands under {keys[word_key]!r} already", "words")
    return GenericBook(concepts, keys)


def _concept(name: str, entry: Entry) -> Generic:
    entry.expect(required=("words", "gloss", "means"))
    means = entry["means"]
    if not isinstance(means, list):
        raise entry.fault("'means' must be a list", "means")
    return Generic(name, strings(entry, "words"), str(entry["gloss"]), tuple(_meaning(item, entry) for item in means))


def _meaning(item: Any, entry: Entry) -> Meaning:
    if not isinstance(item, Entry):
        raise entry.fault("each meaning must be a mapping", "means")
    item.expect(required=("id",), optional=("country", "within", "speaker", "from", "until"))
    return Meaning(str(item["id"]), load_conditions(item))
