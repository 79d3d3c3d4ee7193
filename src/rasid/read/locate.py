"""Places of a report: every phrase resolved together, so that the places of one report help each other."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.knowledge import PlaceBook
from rasid.model.claims import PlaceValue, Span
from rasid.read.grid import Grid
from rasid.read.sites import PlacePhrase
from rasid.resolve.places import CUES, PlaceChoice, PlaceMention, choose_places
from rasid.resolve.sectors import sector_centre

_VICINITY = frozenset({"countryside", "outskirts", "front", "area", "region", "border", "desert", "coast"})


_OWN_CUES = {"مدينه": "city", "بلده": "town", "قريه": "village", "محافظه": "governorate"}  # words that open a name
_SETTLED = frozenset({"city", "town", "village", "camp"})
_REFERENTS = {
    "city": frozenset({"city", "town"}),
    "town": frozenset({"town", "village", "city"}),
    "village": frozenset({"village", "town"}),
    "region": _SETTLED | {"district", "subdistrict", "area", "neighbourhood"},
    "district": frozenset({"district", "subdistrict"}),
    "subdistrict": frozenset({"subdistrict", "district"}),
    "base": frozenset({"base", "airbase"}),
    "airport": frozenset({"airport", "airbase"}),
}


class Locator:
    """Resolves the place phrases of one report and makes values of them."""

    def __init__(self, book: PlaceBook, grid: Grid, phrases: Sequence[PlacePhrase], *, country: str | None) -> None:
        self._book, self._grid = book, grid
        self._mentions: list[PlaceMention] = []
        for phrase in phrases:
            self._add(phrase)
        self._choices: list[PlaceChoice] = list(choose_places(self._mentions, book=book, country=country))
        self._refer(phrases)

    def _refer(self, phrases: Sequence[PlacePhrase]) -> None:
        """Resolve "المدينة", "المحافظة": the last place before it of that kind, or what contains it."""
        seen: list[str] = []
        for phrase in phrases:
            if phrase.reference:
                found = self._antecedent(phrase.reference, seen)
                if found is not None:
                    self._choices[phrase.index] = PlaceChoice(found, 0.6, f"refers back to {self._book[found].name}")
            for inner in (*reversed(phrase.containers), phrase):
                choice = self._choices[inner.index]
                if choice.id is not None:
                    seen.append(choice.id)

    def _antecedent(self, kind: str, seen: Sequence[str]) -> str | None:
        wanted = _REFERENTS.get(kind, frozenset({kind}))
        for place_id in reversed(seen):
            if self._book[place_id].kind in wanted:
                return place_id
        if kind in ("governorate", "district", "subdistrict"):
            for place_id in reversed(seen):
                for outer in self._book.ancestors(place_id):
                    if self._book[outer].kind in wanted:
                        return outer
        return None

    def _add(self, phrase: PlacePhrase) -> int:
        inside = tuple(self._add(inner) for inner in phrase.containers)
        phrase.index = len(self._mentions)
        cue = phrase.cue.kind if phrase.cue is not None and phrase.cue.kind in CUES else None
        if cue is None and phrase.candidates:
            cue = _OWN_CUES.get(self._grid.words[phrase.name_first].form.removeprefix("ال"))
        candidates = tuple(self._book[place_id] for place_id in phrase.candidates)
        placed = (
            phrase.governor.role in ("in", "to", "by", "on", "from")
            or phrase.joined is not None
            or bool(phrase.directions)
        )
        self._mentions.append(PlaceMention(candidates, self.name(phrase), cue, inside, placed))
        return phrase.index

    def name(self, phrase: PlacePhrase) -> str:
        """Return the words of the name."""
        first, last = (
            (phrase.name_first, phrase.name_last)
            if phrase.name_first >= 0 and phrase.name_last > phrase.name_first
            else (phrase.first, phrase.last)
        )
        words = [word.text for word in self._grid.words[first:last] if word.kind != "mark"]
        if words and first == phrase.first and phrase.clitics:
            words[0] = words[0][phrase.clitics :]
        return " ".join(words)

    def ids(self) -> frozenset[str]:
        """Return the ids of all places that the report names."""
        return frozenset(choice.id for choice in self._choices if choice.id is not None)

    def known(self, phrase: PlacePhrase) -> bool:
        """Tell whether the phrase leads to a place: resolved, or at least named."""
        return self.value(phrase) is not None

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
            point, reason = (place.lat, place.lon), choice.reason
            sector = None if phrase.reference else sector_centre(self._book, place.id, phrase.directions)
            if sector is not None:
                point = (round(sector[0], 3), round(sector[1], 3))
                reason = f"{' '.join(phrase.directions)} of {place.name}: the middle of what is known that way"
            return PlaceValue(place.id, self.name(phrase), *point, _precision(phrase, place.precision), span, reason)
        if phrase.name_first < 0 or phrase.reference or (phrase.candidates and not phrase.cues):
            return None
        cue = phrase.cue
        return PlaceValue(
            None,
            self.name(phrase),
            None,
            None,
            cue.precision if cue is not None else "town",
            span,
            "a name that no gazetteer here holds",
        )


def _precision(phrase: PlacePhrase, own: str) -> str:
    """How precisely the words say it: "شمالي X" and "ريف X" are areas around it."""
    kinds = {cue.kind for cue in phrase.cues}
    if kinds & _VICINITY or (phrase.directions and not phrase.containers):
        return own if own in ("governorate", "country", "route", "area") else "area"
    return own
