"""What of a text nothing recognised: words that look like predicates, names of parties, names of places.

A predicate that no frame knows is told by where it stands: a verb at the head of a clause or in the shape of the
present, a noun of happening after the words that ask for one (عملية، إثر، خلال). It weighs as much as the kinds of
thing that stand near it: a party, a means, a place. `knowledge.ordinary` holds what was looked at and tells no event.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rasid.knowledge import Knowledge, load
from rasid.read.compile import engine_for
from rasid.read.governing import Governors
from rasid.read.grid import CLOSING, OPENING, Grid
from rasid.read.matcher import Hit
from rasid.read.scene import Scene, lay_out, pieces
from rasid.read.shapes import named_by_head, noun_of_happening, opens_clause, skeleton, verb_shape
from rasid.text import analyses, sentences, words

KINDS = ("predicate", "party", "place")
_REACH = 8
_CONTEXT = 70
_LONGEST_NAME = 3
_GROUPS = frozenset({"group", "unit", "org", "family"})
_MEANS = frozenset(
    {"artillery", "missile", "drone", "aircraft", "small_arms", "explosive", "mine", "weapon", "vehicle"}
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """An unrecognised word or name: `key` is what forms of one word share; `near` how many kinds of thing stand by it."""

    kind: str
    key: str
    shown: str
    near: int
    example: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What was sighted again and again: its commonest form, how often, its weight, and one example in its context."""

    kind: str
    word: str
    count: int
    weight: int
    example: str


def rank(sightings: Iterable[Sighting]) -> list[Gap]:
    """Return the gaps, the weightiest first, then the most frequent; an example is the sighting with most near it."""
    by: dict[tuple[str, str], list[Sighting]] = {}
    for sighting in sightings:
        by.setdefault((sighting.kind, sighting.key), []).append(sighting)
    gaps = [
        Gap(
            kind,
            Counter(one.shown for one in found).most_common(1)[0][0],
            len(found),
            sum(one.near for one in found),
            max(found, key=lambda one: one.near).example,
        )
        for (kind, _), found in by.items()
    ]
    return sorted(gaps, key=lambda gap: (-gap.weight, -gap.count, gap.word))


def sightings(text: str, *, knowledge: Knowledge | None = None) -> Iterator[Sighting]:
    """Give what nothing recognised in a text, sentence by sentence; furniture of pages is left out."""
    knowledge = knowledge or load()
    tokens = words(text)
    hits = engine_for(knowledge).matcher.find(tokens)
    grid = Grid(tokens, hits)
    governors = Governors(grid, hits)
    spans = [
        piece for one in sentences(tokens) if one.kind not in ("furniture", "dateline") for piece in pieces(tokens, one)
    ]
    for number, span in enumerate(spans):
        scene = lay_out(grid, governors, span, number)
        yield from _Look(text, grid, scene, knowledge.ordinary).found()


class _Look:
    """One sentence, looked through."""

    def __init__(self, text: str, grid: Grid, scene: Scene, ordinary: frozenset[str]) -> None:
        self.text, self.grid, self.words, self.scene, self.ordinary = text, grid, grid.words, scene, ordinary
        self.first, self.last = scene.sentence.first, scene.sentence.last
        self.covered = self._covered()

    def found(self) -> Iterator[Sighting]:
        """Give the sightings of the sentence."""
        named: set[int] = set()
        for kind, first, last in (*self._parties(), *self._places()):
            if named.isdisjoint(range(first, last)):
                named.update(range(first, last))
                yield self._sighting(kind, first, last, self._phrase(first, last))
        for index in range(self.first, self.last):
            if index not in named and self._predicate(index):
                yield self._sighting("predicate", index, index + 1, skeleton(self.words[index].form))

    def _covered(self) -> list[bool]:
        """For each word whether anything recognised it; weak names only where they were taken as names."""
        spans = [
            (hit.first, hit.last)
            for index in range(self.first, self.last)
            for kind, hits in self.grid.kinds(index).items()
            for hit in hits
            if _sure(kind, hit)
        ]
        spans += [(index, index + 1) for index in range(self.first, self.last) if self._ordinary(index)]
        scene = self.scene
        spans += [(party.first, party.last) for party in scene.parties] + [
            (time.first, time.last) for time in scene.times
        ]
        spans += [(count.first, count.last) for count in scene.quantities]
        spans += [(place.first, place.last) for place in scene.places if place.candidates]
        known = [False] * (len(self.words) + 1)
        for first, last in spans:
            known[first:last] = [True] * (last - first)
        return known

    def _ordinary(self, index: int) -> bool:
        return any(split.stem in self.ordinary for split in analyses(self.words[index].form))

    def _predicate(self, index: int) -> bool:
        word = self.words[index]
        if self.covered[index] or word.kind != "word" or len(word.form) < 3:
            return False
        return noun_of_happening(self.grid, index, self.first) or self._verb(index)

    def _verb(self, index: int) -> bool:
        shape = verb_shape(self.words[index].text, self.words[index].form)
        if not shape or not (
            opens_clause(self.grid, index, self.first)
            or (shape == "present" and self.scene.headline and self._after_party(index))
        ):
            return False
        following = index + 1
        if following >= self.last or self.words[following].kind == "mark":
            return shape == "present"
        return shape == "present" or self._takes_subject(following)

    def _after_party(self, index: int) -> bool:
        return any(phrase.last == index for phrase in self.scene.parties)

    def _takes_subject(self, index: int) -> bool:
        """Whether a past may stand before this word: a party, a definite noun, a preposition."""
        form = self.words[index].form
        return (
            form.startswith("ال")
            or any(phrase.first == index for phrase in self.scene.parties)
            or bool(self.grid.at(index, "preposition"))
        )

    def _parties(self) -> Iterator[tuple[str, int, int]]:
        """Give names that no actor bears: after the head of a group, or quoted beside a head."""
        for index in range(self.first, self.last):
            heads = [hit for hit in self.grid.at(index, "head") if hit.payload.kind in _GROUPS and not hit.split.suffix]
            if not heads or self.grid.at(index, "facility"):
                continue
            at = max(hit.last for hit in heads)
            quoted = at < self.last and self.words[at].form in OPENING
            if quoted:
                end = next((i for i in range(at + 1, min(at + 6, self.last)) if self.words[i].form in CLOSING), -1)
                if end > at + 1 and not any(self.grid.at(i, "name") for i in range(at, end)):
                    yield "party", index, end + 1
            elif any(not hit.split.article for hit in heads) and named_by_head(self.grid, index):
                end = self._name_end(at)
                if end > at:
                    yield "party", index, end

    def _places(self) -> Iterator[tuple[str, int, int]]:
        """Give the names after قرية, بلدة and the like that no place bears."""
        for phrase in self.scene.places:
            if phrase.cues and not phrase.candidates and not phrase.reference and phrase.name_first >= 0:
                yield "place", phrase.name_first - 1, phrase.name_last

    def _name_end(self, at: int) -> int:
        end = at
        while end < min(self.last, at + _LONGEST_NAME):
            word = self.words[end]
            if (
                word.kind != "word"
                or self.covered[end]
                or self.grid.kinds(end)
                or (end > at and word.form.startswith("و"))
            ):
                break
            end += 1
        return end

    def _sighting(self, kind: str, first: int, last: int, key: str) -> Sighting:
        start, end = self.words[first].start, self.words[last - 1].end
        before = self.text[max(self.words[self.first].start, start - _CONTEXT) : start]
        after = self.text[end : min(self.words[self.last - 1].end, end + _CONTEXT)]
        example = " ".join(f"{before}[{self.text[start:end]}]{after}".split())
        return Sighting(kind, key, self.text[start:end], self._near(first, last), example)

    def _phrase(self, first: int, last: int) -> str:
        return " ".join(word.form for word in self.words[first:last] if word.kind == "word")

    def _near(self, first: int, last: int) -> int:
        """Count the kinds of thing within reach: a party, a means, a place."""
        low, high = max(self.first, first - _REACH), min(self.last, last + _REACH)
        near = [
            phrase for phrase in self.scene.parties if low <= phrase.first < high and (phrase.named or phrase.heads)
        ]
        means = any(hit.payload.kinds & _MEANS for at in range(low, high) for hit in self.grid.at(at, "noun"))
        return bool(near) + means + any(low <= place.first < high and place.candidates for place in self.scene.places)


def _sure(kind: str, hit: Hit) -> bool:
    """Whether a hit is no everyday word that may be a name too, nor a name found only by cutting letters off."""
    if kind not in ("place", "name") or hit.length > 1:
        return True
    weak = hit.payload[1] if kind == "place" else hit.payload.weak
    return hit.split.clitics == 0 and not weak
