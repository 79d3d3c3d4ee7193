"""Places of a report: every phrase resolved together, so that the places of one report help each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rasid.knowledge import Place, PlaceBook
from rasid.model.claims import PlaceValue, Span
from rasid.read.grid import Grid
from rasid.read.sites import NAMING_CUES, SAME_WORD, PlacePhrase
from rasid.resolve.places import CUES, PlaceChoice, PlaceMention, choose_places
from rasid.resolve.sectors import sector_centre
from rasid.text import key

_VICINITY = frozenset({"countryside", "outskirts", "front", "area", "region", "border", "desert", "coast"})


_OWN_CUES = {"مدينه": "city", "بلده": "town", "قريه": "village", "محافظه": "governorate"}  # words that open a name
_SETTLED = frozenset({"city", "town", "village", "camp"})
_TOO_WIDE = frozenset({"country", "governorate", "sea"})
_PARTS = frozenset({"neighbourhood", "building", "street", "square", "junction", "quarter", "university"})  # of a town
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


_JUST = {"region": ("district", "subdistrict", "area"), "town": ("town", "village", "city")}
_REMEMBERED = 40  # places named: a back-reference reaches no further
_ASIDE = {"from": 1.5, "to": 0.5, "countryside": 0.9, "outer": 0.3, "way": 0.3, "headline": -0.5}
_RECENT, _AGAIN, _EXACT, _SAME = -0.3, 0.2, 0.4, 0.6


@dataclass(frozen=True, slots=True)
class _Named:
    """A place that was named: its id (None: in no gazetteer), its kind, its opening words, how far aside it stands."""

    id: str | None
    kind: str
    opens: frozenset[str]
    aside: float
    phrase: PlacePhrase


def _antecedent(phrase: PlacePhrase, word: frozenset[str], named: Sequence[_Named]) -> _Named | None:
    """The likeliest place that a back-reference means: recent, named again, of just that kind, and not aside."""
    kind = phrase.reference
    wanted = _REFERENTS.get(kind, frozenset({kind}))
    fitting = [
        known
        for known in named
        if (known.opens & word or kind not in SAME_WORD) and (known.kind in wanted or known.opens & word)
    ]
    best: tuple[float, _Named | None] = (-9.0, None)
    later: set[object] = set()
    for known in reversed(fitting):
        again = sum(1 for other in fitting if other.id == known.id) if known.id else 1
        score = _RECENT * len(later - {known.id}) + _AGAIN * min(again - 1, 3) - known.aside
        score += _EXACT * (known.kind in _JUST.get(kind, (kind,))) + _SAME * bool(known.opens & word)
        if score > best[0]:
            best = (score, known)
        later.add(known.id)
    return best[1]


class Locator:
    """Resolves the place phrases of one report and makes values of them."""

    def __init__(
        self, book: PlaceBook, grid: Grid, phrases: Sequence[PlacePhrase], *, country: str | None, headline: int = 0
    ) -> None:
        """Resolve `phrases`, all of one report, in order; words before `headline` are the headline's."""
        self._book, self._grid = book, grid
        self._same: dict[int, PlacePhrase] = {}  # back-references to names that no gazetteer holds
        self._mentions: list[PlaceMention] = []
        for phrase in phrases:
            self._add(phrase)
        self._choices: list[PlaceChoice] = list(choose_places(self._mentions, book=book, country=country))
        self._refer(phrases, headline)

    def _refer(self, phrases: Sequence[PlacePhrase], headline_ends: int) -> None:
        """Resolve "المدينة", "المحافظة": the likeliest place named before it of that kind, or what contains it.

        A place that only says where people or things are from, or in whose countryside another lies, is seldom meant;
        one that the headline names, or the report again and again, often is.
        """
        named: list[_Named] = []
        for phrase in phrases:
            if phrase.reference:
                self._settle(phrase, named)
            for inner in (*reversed(phrase.containers), phrase):
                known = self._known_as(inner, outer=inner is not phrase, headline=phrase.first < headline_ends)
                if known is not None:
                    named.append(known)

    def _settle(self, phrase: PlacePhrase, named: Sequence[_Named]) -> None:
        found = _antecedent(phrase, self._opening(phrase), named[-_REMEMBERED:])
        if found is not None and found.id is None:
            self._same[phrase.index] = found.phrase
            return
        place = found.id if found is not None else self._outer(phrase.reference, named)
        if place is not None:
            self._choices[phrase.index] = PlaceChoice(place, 0.6, f"refers back to {self._book[place].name}")

    def _outer(self, kind: str, named: Sequence[_Named]) -> str | None:
        """The unit of a kind that contains the last place named."""
        if kind not in ("governorate", "district", "subdistrict"):
            return None
        wanted = _REFERENTS.get(kind, frozenset({kind}))
        outers = (outer for known in reversed(named) if known.id for outer in self._book.ancestors(known.id))
        return next((outer for outer in outers if self._book[outer].kind in wanted), None)

    def _opening(self, phrase: PlacePhrase) -> frozenset[str]:
        """The words that say what kind of place it is, up to the first of its name, without article and clitics."""
        last = max(phrase.name_first, phrase.first) + 1
        words = [word.text for word in self._grid.words[phrase.first : last] if word.kind == "word"]
        return frozenset(key(word[phrase.clitics :] if at == 0 else word) for at, word in enumerate(words))

    def _known_as(self, phrase: PlacePhrase, *, outer: bool, headline: bool) -> _Named | None:
        """What a phrase leaves for back-references: a place, or a name that no gazetteer holds, and how far it is aside."""
        aside = _ASIDE["from"] if phrase.origin or phrase.governor.role in ("from", "side") else 0.0
        aside += _ASIDE["to"] if phrase.governor.role == "to" else 0.0
        if "countryside" in {cue.kind for cue in phrase.cues}:
            aside += _ASIDE["countryside"]
        elif outer:
            aside += _ASIDE["outer"]
        aside += _ASIDE["way"] if phrase.directions else 0.0
        aside += _ASIDE["headline"] if headline else 0.0
        place_id, opens = self._choices[phrase.index].id, self._opening(phrase)
        if place_id is not None:
            place = self._book[place_id]
            return _Named(place_id, place.kind, opens | {key(place.name.split(" ")[0])}, aside, phrase)
        if phrase.name_first < 0 or phrase.reference or phrase.cue is None:
            return None
        return _Named(None, phrase.cue.kind, opens, aside, phrase)

    def _add(self, phrase: PlacePhrase) -> int:
        inside = tuple(self._add(inner) for inner in phrase.containers)
        phrase.index = len(self._mentions)
        cue = phrase.cue.kind if phrase.cue is not None and phrase.cue.kind in CUES else None
        if phrase.candidates:
            cue = _OWN_CUES.get(self._grid.words[phrase.name_first].form.removeprefix("ال"), cue)
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
        if phrase.index in self._same:
            value = self.value(self._same[phrase.index])
            return None if value is None else replace(value, span=span, reason=f"refers back to {value.name}")
        choice = self.choice(phrase)
        if choice.id is not None:
            place = self._book[choice.id]
            point, reason = (place.lat, place.lon), choice.reason
            sector = None if phrase.reference else sector_centre(self._book, place.id, phrase.directions)
            if sector is not None:
                point = (round(sector[0], 3), round(sector[1], 3))
                reason = f"{' '.join(phrase.directions)} of {place.name}: the middle of what is known that way"
            return PlaceValue(place.id, self.name(phrase), *point, _precision(phrase, place.precision), span, reason)
        if phrase.name_first < 0 or phrase.reference:
            return None
        if phrase.candidates and not (phrase.cues and phrase.cues[-1].kind in NAMING_CUES):
            return None  # a word that names places elsewhere
        precision = phrase.cue.precision if phrase.cue is not None else "town"
        near = self._beside(phrase)
        if near is None:
            return PlaceValue(
                None, self.name(phrase), None, None, precision, span, "a name that no gazetteer here holds"
            )
        reason = f"a name that no gazetteer here holds: the point is that of {near.name}"
        return PlaceValue(None, self.name(phrase), near.lat, near.lon, precision, span, reason)

    def _beside(self, phrase: PlacePhrase) -> Place | None:
        """The place whose point stands for a name in no gazetteer: what contains it, or the town told of last before a site."""
        for inner in phrase.containers:
            choice = self.choice(inner)
            around = "ريف" in self._opening(inner)
            if choice.id is not None and not around and self._book[choice.id].kind not in _TOO_WIDE:
                return self._book[choice.id]
        if phrase.cue is None or phrase.cue.kind not in _PARTS:
            return None
        before = (self._choices[index].id for index in range(phrase.index - 1, -1, -1))
        return next((self._book[at] for at in before if at is not None and self._book[at].kind in _SETTLED), None)


def _precision(phrase: PlacePhrase, own: str) -> str:
    """How precisely the words say it: "شمالي X" and "ريف X" are areas around it."""
    kinds = {cue.kind for cue in phrase.cues}
    if kinds & _VICINITY or (phrase.directions and not phrase.containers):
        return own if own in ("governorate", "country", "route", "area") else "area"
    return own
