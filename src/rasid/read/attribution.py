"""According to whom: reporting verbs and phrases, who speaks, and how far what they say reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rasid.model.claims import Party
from rasid.read.grid import Grid
from rasid.read.matcher import Hit
from rasid.read.roles import Group, Setting
from rasid.text import Sentence

_VERB_REACH = 12


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of reporting: words [first, last) of what is said, who says it, and its kind (say, deny, accuse, claim …)."""

    first: int
    last: int
    at: int
    speakers: tuple[Party, ...]
    group: Group | None
    kind: str
    whole: bool  # reaches the whole sentence ("بحسب X")


def sayings(grid: Grid, sentence: Sentence, setting: Setting, previous: tuple[Party, ...]) -> list[Saying]:
    """Return the acts of reporting of a sentence; `previous` spoke last before it ("وأضاف")."""
    found: list[Saying] = []
    for index in range(sentence.first, sentence.last):
        for hit in grid.at(index, "reporting"):
            saying = _saying(grid, sentence, setting, hit, previous)
            if saying is not None:
                found.append(saying)
                previous = saying.speakers or previous
                break
    return found


def _saying(grid: Grid, sentence: Sentence, setting: Setting, hit: Hit, previous: tuple[Party, ...]) -> Saying | None:
    entry = hit.payload
    if entry.form == "phrase":
        group = _next_group(setting, hit.last, 4, phrase=True)
        if group is None:
            return None
        return Saying(sentence.first, sentence.last, hit.first, _parties(group), group, entry.kind, whole=True)
    if hit.split.article or hit.split.prep:
        return None
    group = _speaker(grid, setting, hit, sentence)
    if group is None and not previous:
        return None
    speakers = _parties(group) if group is not None else previous
    start = hit.last
    return Saying(start, sentence.last, hit.first, speakers, group, entry.kind, whole=False)


def _speaker(grid: Grid, setting: Setting, hit: Hit, sentence: Sentence) -> Group | None:
    after = _next_group(setting, hit.last, _VERB_REACH, phrase=False)
    before = _previous_group(setting, hit.first)
    if after is not None and after.first - hit.last <= 3:
        return after
    if before is not None and hit.first - before.last <= 2 and not hit.split.conj:
        return before
    if after is not None and _before_that(grid, hit.last, after.first):
        return after
    return before if before is not None and not hit.split.conj and hit.first - before.last <= 6 else None


def _before_that(grid: Grid, first: int, last: int) -> bool:
    """Whether no أن / إن or colon stands between the verb and the phrase."""
    return all(grid.words[index].form not in ("ان", "بان", "انه", "انها", "انهم", ":", "إن") for index in range(first, last))


def _next_group(setting: Setting, start: int, reach: int, *, phrase: bool) -> Group | None:
    for group in setting.groups:
        if start <= group.first <= start + reach and (phrase or group.role in ("", "as")):
            return group
    return None


def _previous_group(setting: Setting, end: int) -> Group | None:
    found = None
    for group in setting.groups:
        if group.last <= end and group.role == "":
            found = group
    return found


def _parties(group: Group) -> tuple[Party, ...]:
    return tuple(party for identity in group.identities for party in identity.parties)


def attribution_at(said: Sequence[Saying], index: int, clause_first: int) -> tuple[Party, ...]:
    """Return whom the words hold responsible for what stands at a word, the nearest first."""
    parties: list[Party] = []
    inside = [s for s in said if s.first <= index < s.last and (s.whole or index >= s.at)]
    for saying in sorted(inside, key=lambda s: (s.whole, -s.at)):
        for party in saying.speakers:
            if all(party.id != other.id or (party.id is None and party.text != other.text) for other in parties):
                parties.append(party)
    return tuple(parties)
