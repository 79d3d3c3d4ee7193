"""What a report tells of which party and of which type, counted once and asked for every happening."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from rasid.read.drafts import Draft

FAR = 9.0  # sentences to the next happening, where there is none
_ROLES = ("initiator", "target", "participant")


class Tally:
    """Happenings of one sort, by number and by sentence; one may count twice, but once in `apart`."""

    __slots__ = ("_order", "apart", "groups", "numbers", "sentences", "total", "types")

    def __init__(self) -> None:
        self.total = 0
        self.numbers: Counter[int] = Counter()
        self.sentences: Counter[int] = Counter()
        self.apart: Counter[int] = Counter()  # by sentence
        self.types: Counter[str] = Counter()
        self.groups: Counter[str] = Counter()
        self._order: list[int] = []

    def add(self, number: int, draft: Draft) -> None:
        """Count a happening."""
        if draft.sentence not in self.sentences:
            insort(self._order, draft.sentence)
        self.total += 1
        self.apart[draft.sentence] += number not in self.numbers
        self.numbers[number] += 1
        self.sentences[draft.sentence] += 1
        self.types[draft.type] += 1
        self.groups[draft.type.split(".")[0]] += 1

    def away(self, sentence: int, own: int, *, default: float = FAR) -> float:
        """Return how many sentences the nearest is away, `own` of that sentence left out."""
        if self.sentences.get(sentence, 0) > own:
            return 0
        at = bisect_left(self._order, sentence)
        after = at + (self._order[at : at + 1] == [sentence])
        near = chain(self._order[max(0, at - 1) : at], self._order[after : after + 1])
        return min((abs(other - sentence) for other in near), default=default)


class History:
    """The roles that each party of a report plays, in which happenings and against whom."""

    def __init__(self, drafts: Sequence[Draft], names: Sequence[Mapping[str, frozenset[str]]]) -> None:
        """Take the happenings, and for each the names in its roles."""
        self._drafts, self._names = drafts, names
        self._parts: dict[str, dict[str, Tally]] = {}
        self._met: dict[tuple[str, str, str, frozenset[str]], int] = {}

    def add(self, name: str, role: str, number: int) -> None:
        """Note a part of a party."""
        parts = self._parts.setdefault(name, {})
        if role not in parts:
            parts[role] = Tally()
        parts[role].add(number, self._drafts[number])

    def of(self, name: str, number: int) -> tuple[float, ...]:
        """Return what a party plays in the other happenings, beside its doers, in the order of the columns of casting."""
        parts = self._parts.get(name)
        if parts is None:
            return _NOTHING
        draft, doers = self._drafts[number], self._names[number].get("initiator", frozenset())
        group, sentence = draft.type.split(".")[0], draft.sentence
        told: list[float] = []
        for role in _ROLES:
            part = parts.get(role)
            if part is None:
                told += _NO_PART
                continue
            own = part.numbers.get(number, 0)
            told += (
                part.total - own,
                part.types.get(draft.type, 0) - own,
                part.groups.get(group, 0) - own,
                part.away(sentence, own),
            )
        return (*told, *self._done(parts, number), *self._between(name, parts, number, doers))

    def _done(self, parts: Mapping[str, Tally], number: int) -> tuple[float, ...]:
        """How often it acts in the same sentence, and whether just before and just after."""
        done = parts.get("initiator")
        if done is None:
            return 0, 0, 0
        numbers, sentence = done.numbers, self._drafts[number].sentence
        return done.apart.get(sentence, 0) - (number in numbers), number - 1 in numbers, number + 1 in numbers

    def _between(self, name: str, parts: Mapping[str, Tally], number: int, doers: frozenset[str]) -> tuple[float, ...]:
        """How often the doers hit it, and whether it fights one of them."""
        if not doers:
            return 0, 0
        hit = self._beside(name, parts, "target", "initiator", doers)
        if hit:
            hit -= parts["target"].numbers.get(number, 0)
        fights = 0 if name in doers else self._beside(name, parts, "participant", "participant", doers)
        if fights and doers & self._names[number].get("participant", frozenset()):
            fights -= parts["participant"].numbers.get(number, 0)
        return hit, fights > 0

    def _beside(self, name: str, parts: Mapping[str, Tally], role: str, others: str, doers: frozenset[str]) -> int:
        """In how many happenings it plays one role and one of the doers another."""
        part = parts.get(role)
        if part is None:
            return 0
        asked = (name, role, others, doers)
        if asked not in self._met:
            self._met[asked] = sum(
                times
                for number, times in part.numbers.items()
                if not doers.isdisjoint(self._names[number].get(others, frozenset()))
            )
        return self._met[asked]


_NO_PART = (0, 0, 0, FAR)
_NOTHING = (*_NO_PART, *_NO_PART, *_NO_PART, 0, 0, 0, 0, 0)
