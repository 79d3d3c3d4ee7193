"""Who appears in reports: forces, governments, groups, outlets and classes of people, from `data/actors.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rasid.knowledge.conditions import Conditions, load_conditions, load_day
from rasid.knowledge.source import Entry, choice, load_yaml, strings
from rasid.text import key

KINDS = frozenset(
    [
        "state",
        "state_force",
        "police",
        "militia",
        "foreign_militia",
        "rebel",
        "jihadist",
        "tribe",
        "political",
        "council",
        "company",
        "civilian",
        "unidentified",
        "international",
        "ngo",
        "source",
    ]
)
_OPTIONAL = ("alt", "country", "in", "parent", "backers", "from", "to", "weak", "ambiguous", "note")
_RULE = ("words", "id", "where", "within", "speaker", "from", "until", "note")


@dataclass(frozen=True, slots=True)
class Rule:
    """When some of an actor's names (their keys) mean the actor `id`; without conditions: when no other rule speaks."""

    words: frozenset[str]
    id: str
    when: Conditions
    note: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor. `names` are Arabic, the main one first; `weak` are keys of names that alone prove little."""

    id: str
    en: str
    names: tuple[str, ...]
    kind: str
    alt: tuple[str, ...] = ()
    country: str | None = None
    operates: tuple[str, ...] = ()
    parent: str | None = None
    backers: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    weak: frozenset[str] = frozenset()
    rules: tuple[Rule, ...] = ()
    note: str = ""

    @property
    def countries(self) -> tuple[str, ...]:
        """Where the actor is at home or operates; empty for those that are everywhere."""
        home = (self.country,) if self.country else ()
        return tuple(dict.fromkeys((*home, *self.operates)))

    def exists(self, day: date) -> bool:
        """Tell whether the actor existed on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class ActorBook:
    """All actors by id and by key of name, with relations worked out beforehand."""

    actors: Mapping[str, Actor]
    keys: Mapping[str, tuple[str, ...]]
    above: Mapping[str, tuple[str, ...]]
    kin: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __contains__(self, actor_id: object) -> bool:
        return actor_id in self.actors

    def __getitem__(self, actor_id: str) -> Actor:
        return self.actors[actor_id]

    def __iter__(self) -> Iterator[Actor]:
        return iter(self.actors.values())

    def __len__(self) -> int:
        return len(self.actors)

    def by_key(self, phrase_key: str) -> tuple[Actor, ...]:
        """Return all actors that bear a name with this key."""
        return tuple(self.actors[actor_id] for actor_id in self.keys.get(phrase_key, ()))

    def ancestors(self, actor_id: str) -> tuple[str, ...]:
        """Return the ids of parent, grandparent and so on."""
        return self.above.get(actor_id, ())

    def relatives(self, actor_id: str) -> frozenset[str]:
        """Return ancestors, backers, children and siblings under the same force."""
        return self.kin.get(actor_id, frozenset())


def load_actors(path: Path) -> ActorBook:
    """Read the actor file; anything unknown or missing raises KnowledgeError with file and line."""
    root: Entry = load_yaml(path)
    actors = {actor_id: _actor(actor_id, root) for actor_id in root}
    above = {actor_id: _above(actor_id, actors, root) for actor_id in actors}
    return ActorBook(actors, _keys(actors.values()), above, _kin(actors, above))


def _actor(actor_id: str, root: Entry) -> Actor:
    entry = root[actor_id]
    if not isinstance(entry, Entry):
        raise root.fault(f"{actor_id!r} must be a mapping", actor_id)
    entry.expect(required=("en", "ar", "kind"), optional=_OPTIONAL)
    names = strings(entry, "ar")
    if not names:
        raise entry.fault(f"{actor_id!r} has no Arabic name", "ar")
    return Actor(
        id=actor_id,
        en=str(entry["en"]),
        names=names,
        kind=choice(entry, "kind", KINDS),
        alt=strings(entry, "alt"),
        country=_text(entry, "country"),
        operates=strings(entry, "in"),
        parent=_text(entry, "parent"),
        backers=strings(entry, "backers"),
        start=load_day(entry, "from", last=False),
        end=load_day(entry, "to", last=True),
        weak=_own(entry, "weak", names),
        rules=tuple(_rule(item, entry, names) for item in _list(entry, "ambiguous")),
        note=_text(entry, "note") or "",
    )


def _text(entry: Entry, name: str) -> str | None:
    value = entry.get(name)
    return None if value is None else str(value)


def _list(entry: Entry, name: str) -> list[Any]:
    value = entry.get(name, [])
    if not isinstance(value, list):
        raise entry.fault(f"{name!r} must be a list", name)
    return value


def _own(entry: Entry, name: str, names: tuple[str, ...]) -> frozenset[str]:
    """Read the keys of some of an actor's names: a list of them, or `all`."""
    known = {key(own) for own in names}
    if entry.get(name) == "all":
        return frozenset(known)
    found = frozenset(key(word) for word in strings(entry, name))
    if found - known:
        raise entry.fault(f"{name!r} holds {', '.join(sorted(found - known))!r}, which is no name of this actor", name)
    return found


def _rule(item: Any, entry: Entry, names: tuple[str, ...]) -> Rule:
    if not isinstance(item, Entry):
        raise entry.fault("'ambiguous' must be a list of mappings", "ambiguous")
    item.expect(required=("words", "id"), optional=_RULE)
    return Rule(_own(item, "words", names), str(item["id"]), load_conditions(item), _text(item, "note") or "")


def _above(actor_id: str, actors: Mapping[str, Actor], root: Entry) -> tuple[str, ...]:
    chain: list[str] = []
    actor = actors[actor_id]
    while actor.parent is not None:
        entry: Entry = root[actor.id]
        if actor.parent not in actors:
            raise entry.fault(f"unknown parent {actor.parent!r}", "parent")
        if actor.parent in chain or actor.parent == actor_id:
            raise entry.fault(f"parents go round in a circle at {actor.parent!r}", "parent")
        chain.append(actor.parent)
        actor = actors[actor.parent]
    return tuple(chain)


def _keys(actors: Iterable[Actor]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for actor in actors:
        for name in actor.names:
            found.setdefault(key(name), {})[actor.id] = None
    return {name: tuple(ids) for name, ids in found.items()}


def _kin(actors: Mapping[str, Actor], above: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    kin: dict[str, set[str]] = {actor_id: {*above[actor_id], *actors[actor_id].backers} for actor_id in actors}
    for actor_id, chain in above.items():
        for ancestor in chain:
            kin[ancestor].add(actor_id)
        if chain:
            kin[actor_id].update(other for other in actors if actors[other].parent == chain[0] and other != actor_id)
    return {actor_id: frozenset(ids) for actor_id, ids in kin.items()}
