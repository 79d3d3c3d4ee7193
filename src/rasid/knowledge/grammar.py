"""Closed classes of grammar (data/grammar/*.yaml): prepositions and the words that tie one party to another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rasid.knowledge.source import Entry, choice, load_yaml, strings
from rasid.text import key

ROLES = ("agent", "sponsor", "with", "against", "side", "between", "in", "from", "to", "on", "link")
RELATIONS = ("belongs", "backed")
CONNECTIVES = ("relative", "cause", "result", "time", "contrast", "coordination", "purpose", "stop")
CUES = ("negation", "intent", "terms", "future", "threat", "attempt", "hedge", "background", "habit", "charge")
DIRECTIONS = ("direction", "nearness", "inside")
EPITHETS = ("epithet",)
SPEAKERS = ("src.local", "src.official_unnamed", "class.activists")
_CLITICS = frozenset({"ل", "ب"})


@dataclass(frozen=True, slots=True)
class Expression:
    """One form: its keys, its role, and the clitic that must open the word after it (or an empty string)."""

    keys: tuple[str, ...]
    role: str
    words: str
    clitic: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """All expressions of grammar."""

    prepositions: tuple[Expression, ...]
    relations: tuple[Expression, ...]
    connectives: tuple[Expression, ...]
    cues: tuple[Expression, ...]
    directions: tuple[Expression, ...]
    speakers: tuple[Expression, ...]
    epithets: tuple[Expression, ...]


def load_grammar(folder: Path) -> Grammar:
    """Read the grammar files; a fault raises KnowledgeError with file and line."""
    return Grammar(
        _expressions(folder / "prepositions.yaml", "role", ROLES),
        _expressions(folder / "relations.yaml", "kind", RELATIONS),
        _expressions(folder / "connectives.yaml", "kind", CONNECTIVES),
        _expressions(folder / "cues.yaml", "kind", CUES),
        _expressions(folder / "directions.yaml", "kind", DIRECTIONS),
        _expressions(folder / "speakers.yaml", "actor", SPEAKERS),
        _expressions(folder / "epithets.yaml", "kind", EPITHETS),
    )


def _expressions(path: Path, field: str, known: tuple[str, ...]) -> tuple[Expression, ...]:
    found: dict[tuple[tuple[str, ...], str], Expression] = {}
    root: Entry = load_yaml(path)
    for name, entry in root.items():
        if not isinstance(entry, Entry):
            raise root.fault(f"{name!r} must be a mapping", name)
        entry.expect(required=(field, "forms"))
        role = choice(entry, field, known)
        for form in strings(entry, "forms"):
            words = form.split()
            clitic = words.pop() if len(words) > 1 and words[-1].rstrip("ـ") in _CLITICS else ""
            keys = tuple(key(word) for word in words)
            found.setdefault((keys, clitic), Expression(keys, role, " ".join(words), clitic))
    return tuple(found.values())
