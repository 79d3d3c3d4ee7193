"""A state and its own forces are one party for the score: a report that says Russia means its army."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

_STATES = ("state", "state_force")


class Affiliated(Protocol):
    """An actor as far as it matters here."""

    @property
    def kind(self) -> str: ...
    @property
    def parent(self) -> str | None: ...


class States:
    """Tells whether two actors are a state and its force, or two forces of one state."""

    def __init__(self, actors: Mapping[str, Affiliated]) -> None:
        self._parents = {key: actor.parent for key, actor in actors.items() if actor.kind in _STATES}

    def __call__(self, a: str, b: str) -> bool:
        """Return whether both count as one party."""
        if a not in self._parents or b not in self._parents:
            return False
        above_a, above_b = self._parents[a], self._parents[b]
        return above_a == b or above_b == a or (above_a is not None and above_a == above_b)
