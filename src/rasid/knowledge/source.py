"""Strict YAML: every value keeps the line it stands on, and unknown keys are refused by file and line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from rasid.errors import KnowledgeError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Entry(dict[str, Any]):
    """A mapping of a data file that knows its file and line (1-based) and the line of each key."""

    __slots__ = ("file", "key_lines", "line")

    def __init__(self, file: str, line: int) -> None:
        super().__init__()
        self.file, self.line = file, line
        self.key_lines: dict[str, int] = {}

    def fault(self, what: str, key: str | None = None) -> KnowledgeError:
        """Return an error that names the file, the line of `key` (or of the entry) and what is wrong."""
        line = self.key_lines.get(key, self.line) if key else self.line
        return KnowledgeError(f"{self.file}:{line}: {what}")

    def expect(self, *, required: Iterable[str] = (), optional: Iterable[str] = ()) -> None:
        """Refuse missing and unknown keys."""
        wanted, may = set(required), set(optional)
        for key in self:
            if key not in wanted | may:
                raise self.fault(f"unknown key {key!r}; known keys: {', '.join(sorted(wanted | may))}", key)
        for key in sorted(wanted - self.keys()):
            raise self.fault(f"key {key!r} is missing")


def load_yaml(path: Path) -> Any:
    """Read a YAML file; mappings become `Entry`. Duplicate keys, bad UTF-8 and bad YAML raise KnowledgeError."""
    name = path.name
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{name}:1: not valid UTF-8 at byte {error.start}; save the file as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise KnowledgeError(f"{name}:{line}: not valid YAML: {error.problem}") from error
    return _build(root, name) if root is not None else Entry(name, 1)


def _build(node: yaml.Node, file: str) -> Any:
    if isinstance(node, yaml.MappingNode):
        entry = Entry(file, node.start_mark.line + 1)
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line = key_node.start_mark.line + 1
            if key in entry:
                raise KnowledgeError(f"{file}:{line}: {key!r} stands twice; remove one")
            entry.key_lines[key] = line
            value = _build(value_node, file)
            if isinstance(value, Entry):
                value.line = line
            entry[key] = value
        return entry
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, file) for item in node.value]
    return _scalar(node)


def _scalar(node: yaml.Node) -> Any:
    tag, value = node.tag.rsplit(":", 1)[-1], str(node.value)
    if tag == "int":
        return int(value)
    if tag == "float":
        return float(value)
    if tag == "bool":
        return value.lower() in ("true", "yes", "on")
    return None if tag == "null" else value


def strings(entry: Entry, key: str) -> tuple[str, ...]:
    """Return `entry[key]` as a tuple of strings (empty where absent); anything else raises KnowledgeError."""
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str | int) for item in value):
        raise entry.fault(f"{key!r} must be a list of words", key)
    return tuple(str(item) for item in value)


def choice(entry: Entry, key: str, known: Mapping[str, Any] | Iterable[str], default: str | None = None) -> str:
    """Return `entry[key]`, refusing anything that is not in `known`."""
    value = entry.get(key, default)
    if value not in set(known):
        raise entry.fault(f"{key!r} is {value!r}; known: {', '.join(sorted(set(known)))}", key)
    return str(value)
