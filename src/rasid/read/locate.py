"""Places of a report: every phrase resolved together, so that the places of one report help each other."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.knowledge import PlaceBook
from rasid.model.claims import PlaceValue, Span
from rasid.read.grid import Grid
from rasid.read.sites import PlacePhrase
from rasid.resolve.places import CUES, PlaceChoice, PlaceMention, choose_places

_VICINITY = frozenset({"countryside", "outskirts", "front", "area", "region", "border", "desert", "coast"})


class Locator:
    """Resolves the place phrases of one report and makes values of them."""

    def __init__(self, book: PlaceBook, grid: Grid, phrases: Sequence[PlacePhrase], *, country: str | None) -> None:
        self._book, self._grid = book, grid
        self._mentions: list[PlaceMention] = []
        for phrase in phrases:
            self._add(phrase)
        self._choices: tuple[PlaceChoice, ...] = choose_places(self._mentions, book=book, country=country)

    def _add(self, phrase: PlacePhrase) -> int:
        inside = tuple(self._add(inner) for inner in phrase.containers)
        phrase.index = len(self._mentions)
        cue = phrase.cue.kind if phrase.cue is not None and phrase.cue.kind in CUES else None
        candidates = tuple(self._book[place_id] for place_id in phrase.candidates)
        placed = phrase.governor.role in ("in", "to", "by", "on", "from") or phrase.joined is not None or bool(phrase.directions)
        self._mentions.append(PlaceMention(candidates, self.name(phrase), cue, inside, placed))
        return phrase.index

    def name(self, phrase: PlacePhrase) -> str:
        """Return the words of the name."""
        first, last = (phrase.name_first, phrase.name_last) if phrase.name_first >= 0 and phrase.name_last > phrase.name_first else (phrase.first, phrase.last)
        return " ".join(word.text for word in self._grid.words[first:last] if word.kind != "mark")

    def choice(self, phrase: PlacePhrase) -> PlaceChoice:
        """Return what the phrase was resolved to."""
        return self._choices[phrase.index]

    def value(self, phrase: PlacePhrase) -> PlaceValue | None:
        """Return the place of a phrase: of its name, or where that is not known, by name alone within what contains it."""
        words = self._grid.words
        span = Span(words[phrase.first].start, words[phrase.last - 1].end)
        choice = self.choice(phrase)
        if choice.id is not None:
            place = self._book[choice.id]
            return PlaceValue(place.id, self.name(phrase), place.lat, place.lon, _precision(phrase, place.precision), span, choice.reason)
        if phrase.name_first < 0:
            return None
        cue = phrase.cue
        return PlaceValue(None, self.name(phrase), None, None, cue.precision if cue is not None else "town", span, "a name that no gazetteer here holds")


def _precision(phrase: PlacePhrase, own: str) -> str:
    """How precisely the words say it: "شمالي X" and "ريف X" are areas around it."""
    kinds = {cue.kind for cue in phrase.cues}
    if kinds & _VICINITY or (phrase.directions and not phrase.containers):
        return own if own in ("governorate", "country", "route", "area") else "area"
    return own
