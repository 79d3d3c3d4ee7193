"""Choose the places that a report's names mean, for the whole report at once: places of one report lie together.

Each feature below adds to a candidate's score; its docstring is its public documentation. Names are judged in two
rounds: first each by itself, then again beside what the first round chose for the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from rasid.knowledge import Place, PlaceBook
from rasid.knowledge.places import SETTLED, UNITS
from rasid.text import key as fold_key

key = lru_cache(maxsize=8192)(fold_key)
_CHORD_20_KM = (20 / 6371.0) ** 2  # squared, on the unit sphere
_AWAY = 5  # names from one place to another beyond which they do not stand together
_NOBODY = 1.0  # what a candidate must score to be better than "none of these"
_STRETCHES = frozenset(("area", "district", "subdistrict", "mountain", "neighbourhood", "town", "village"))
# Words that announce a place and say nothing of its kind (شمال X, محيط X, أطراف X, جبهة X, مفرق X).
_NEUTRAL = frozenset(("outskirts", "centre", "side", "street", "junction", "front", "border", "checkpoint", "building"))
_FITS: dict[str, frozenset[str]] = {
    "village": frozenset(("village", "town")),
    "town": frozenset(("town", "city", "village")),
    "city": frozenset(("city", "town")),
    "settlement": SETTLED | {"camp"},
    "district": frozenset(("district", "subdistrict")),
    "subdistrict": frozenset(("subdistrict", "district")),
    "governorate": frozenset(("governorate",)),
    "countryside": frozenset(("governorate", "district", "subdistrict", "area")),
    "neighbourhood": frozenset(("neighbourhood", "camp", "market")),
    "camp": frozenset(("camp", "neighbourhood", "base")),
    "area": _STRETCHES,
    "region": _STRETCHES,
    "desert": _STRETCHES,
    "plain": _STRETCHES,
    "coast": _STRETCHES,
    "quarter": frozenset(("neighbourhood", "camp", "market")),
    "square": frozenset(("neighbourhood", "market")),
    "crossing": frozenset(("crossing", "bridge")),
    "facility": frozenset(
        (
            *("airbase", "airport", "base", "bridge", "crossing", "dam", "depot", "factory", "gasfield", "hospital"),
            *("market", "oilfield", "port", "prison", "silo", "university"),
        )
    ),
    "base": frozenset(("base", "airbase", "airport", "depot")),
    "airport": frozenset(("airport", "airbase")),
    "port": frozenset(("port", "crossing")),
    "field": frozenset(("oilfield", "gasfield")),
    "mountain": frozenset(("mountain", "area")),
    "hill": frozenset(("mountain", "area", "village", "base")),
    "valley": frozenset(("river", "area", "village")),
    "river": frozenset(("river", "area")),
    "lake": frozenset(("sea", "dam", "river", "area")),
    "sea": frozenset(("sea",)),
    "island": frozenset(("island",)),
    "dam": frozenset(("dam",)),
    "university": frozenset(("university",)),
    "farm": frozenset(("village", "area", "town")),
    "road": frozenset(("road",)),
    "country": frozenset(("country",)),
}


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name in a report and what its words say about it.

    `candidates` come from `PlaceBook.by_key`; `cue` is the kind that a word before the name asks for (one of
    `CUES`, or a kind of place); `inside` are the indices of the mentions that the words say contain this one
    (قرية X بريف Y); `placed` that a preposition of place or a list of places stands before it.
    """

    candidates: tuple[Place, ...]
    words: str = ""
    cue: str | None = None
    inside: tuple[int, ...] = ()
    placed: bool = False


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """What was chosen (None: none of these), how sure that is (0 to 1) and why."""

    id: str | None
    score: float
    reason: str


CUES = frozenset(_FITS) | _NEUTRAL


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is the same for all names of a report."""

    book: PlaceBook
    country: str | None
    home: tuple[str, ...]
    mentions: Sequence[PlaceMention]


_Scored = list[tuple[float, Place, list[str]]]


def choose_places(
    mentions: Sequence[PlaceMention], *, book: PlaceBook, country: str | None = None, home: Collection[str] = ()
) -> tuple[PlaceChoice, ...]:
    """Choose a place for each mention, in order.

    `country` is the report's (never the outlet's); `home` ids of places that the outlet or the dateline covers.
    """
    setting = _Setting(book, country, tuple(home), mentions)
    alone = [_sorted([_alone(place, mention, setting) for place in mention.candidates]) for mention in mentions]
    within = _within(mentions)
    held = [_contained(index, alone, within.get(index, ()), setting) for index in range(len(mentions))]
    company = _Company([_best(scored) for scored in held], book)
    return tuple(_choice(_together(index, scored, company, book)) for index, scored in enumerate(held))


def _sorted(scored: _Scored) -> _Scored:
    scored.sort(key=lambda row: (-row[0], row[1].id))
    return scored


def _best(scored: _Scored) -> Place | None:
    return scored[0][1] if scored and scored[0][0] >= _NOBODY else None


def _alone(place: Place, mention: PlaceMention, setting: _Setting) -> tuple[float, Place, list[str]]:
    total, reasons = 0.5 * place.weight, [f"named often ({place.weight})"] if place.weight > 3 else []
    for feature in _FEATURES:
        score, reason = feature(place, mention, setting)
        total += score
        if reason:
            reasons.append(reason)
    return total, place, reasons


def _kind(place: Place, mention: PlaceMention, setting: _Setting) -> tuple[float, str]:
    """The kind of place that the cue word asks for; without a cue, a settlement before its district."""
    if mention.cue is None or mention.cue in _NEUTRAL:
        return (
            (0.8, "") if place.kind in SETTLED else (-0.4, "") if place.kind in UNITS - {"governorate"} else (0.3, "")
        )
    fits = _FITS.get(mention.cue, frozenset((mention.cue,)))
    if place.kind in fits:
        closest = place.kind == mention.cue or (mention.cue == "countryside" and place.kind == "governorate")
        return (2.2 if closest else 1.8), f"a {place.kind}, as the cue says"
    if mention.cue == "countryside" and place.kind in SETTLED:
        return 0.5, f"the countryside of a {place.kind}"
    if mention.cue == "neighbourhood" and place.kind in ("governorate", "country"):
        return -3.5, "the cue says neighbourhood"
    if mention.cue in ("building", "base") and place.kind == "neighbourhood":
        return -2.5, f"the cue says {mention.cue}"
    return -1.5, f"the cue says {mention.cue}"


def _where(place: Place, mention: PlaceMention, setting: _Setting) -> tuple[float, str]:
    """In the report's country; names of countries and seas are free of this."""
    if setting.country is None or place.country is None or place.kind == "country":
        return 0.0, ""
    return (1.5, f"in {place.country}") if place.country == setting.country else (-1.0, f"not in {setting.country}")


def _covered(place: Place, mention: PlaceMention, setting: _Setting) -> tuple[float, str]:
    """In the area that the outlet or the dateline covers."""
    inside = any(setting.book.contains(outer, place.id) for outer in setting.home)
    return (1.0, "in the report's area") if inside else (0.0, "")


def _weakness(place: Place, mention: PlaceMention, setting: _Setting) -> tuple[float, str]:
    """An ordinary word needs a cue, a container or a preposition; a rare bearer loses to its namesakes."""
    why = place.weak.get(key(mention.words)) if place.weak and mention.words else None
    if why == "namesake":
        return -1.0, "a rare bearer of the name"
    if why is None and mention.words.startswith(("أبو ", "ابو ")):
        why = "cue"  # rather what a man is called
    if why == "cue" and mention.cue is None and not mention.inside:
        return (-1.5, "an ordinary word") if mention.placed else (-2.5, "an ordinary word, without a cue")
    return 0.0, ""


def _part(place: Place, mention: PlaceMention, setting: _Setting) -> tuple[float, str]:
    """A neighbourhood that no word announces (صناعة، الثورة، المشروع) is rather the ordinary word."""
    if place.kind != "neighbourhood" or mention.cue is not None or mention.inside or " " in mention.words.strip():
        return 0.0, ""
    return (
        (-0.8, "a neighbourhood with no word that says so")
        if mention.placed
        else (-1.6, "a neighbourhood, unannounced")
    )


def _spelling(place: Place, mention: PlaceMention, setting: _Setting) -> tuple[float, str]:
    """The same letters as the report's, above all with or without the article."""
    if not mention.words or mention.words == place.name or mention.words in place.aliases:
        return 0.2, ""
    articles = {name.startswith("ال") for name in (place.name, *place.aliases) if key(name) == key(mention.words)}
    if not articles or mention.words.startswith("ال") in articles:
        return 0.0, ""
    bare = True in articles and mention.cue is None and not mention.inside and " " not in mention.words
    return (-2.0 if bare else -0.8), "article differs"  # "ورقة" is no الرقة


def _length(place: Place, mention: PlaceMention, setting: _Setting) -> tuple[float, str]:
    """A name of several words is seldom there by chance."""
    return (0.6, "") if " " in mention.words.strip() else (0.0, "")


_FEATURES: tuple[Callable[[Place, PlaceMention, _Setting], tuple[float, str]], ...] = (
    _kind, _where, _covered, _weakness, _part, _spelling, _length,
)  # fmt: skip


def _within(mentions: Sequence[PlaceMention]) -> dict[int, list[int]]:
    """The mentions that lie in each mention, as the words say."""
    within: dict[int, list[int]] = {}
    for index, mention in enumerate(mentions):
        for outer in dict.fromkeys(mention.inside):
            within.setdefault(outer, []).append(index)
    return within


def _contained(index: int, alone: list[_Scored], within: Sequence[int], setting: _Setting) -> _Scored:
    """Contained in a place that the words say contains it, or containing one that they say it contains."""
    outer = [row for other in setting.mentions[index].inside for row in alone[other]]
    inner = [row for other in within for row in alone[other]]
    if not outer and not inner:
        return alone[index]
    return _sorted([_held(row, outer, inner, setting.book) for row in alone[index]])


def _held(
    row: tuple[float, Place, list[str]], outer: _Scored, inner: _Scored, book: PlaceBook
) -> tuple[float, Place, list[str]]:
    score, place, reasons = row
    for _, other, _ in outer:
        if _holds(book, other, place):
            score, reasons = score + 3.0, [*reasons, f"in {other.id}, as the words say"]
            break
    else:
        score -= 2.0 if outer else 0.0
    for _, other, _ in inner:
        if _holds(book, place, other):
            return score + 1.0, place, [*reasons, f"contains {other.id}"]
    return score, place, reasons


def _holds(book: PlaceBook, outer: Place, inner: Place) -> bool:
    """Contains it by the gazetteer, or is the town by which it lies: a village is in a town's countryside."""
    if outer.id == inner.id:
        return False
    if book.contains(outer.id, inner.id):
        return True
    if outer.kind not in SETTLED:
        return False
    above = book.ancestors(outer.id)
    return bool(above) and book.contains(above[0], inner.id) and book.kilometres(outer.id, inner.id) < 40


class _Company:
    """The places that the first round chose for the mentions, countries apart; what lies near what is worked out once."""

    def __init__(self, first: Sequence[Place | None], book: PlaceBook) -> None:
        self._book = book
        self._first = [place.id if place is not None and place.kind != "country" else None for place in first]
        self._at: dict[str, list[int]] = {}
        for index, place_id in enumerate(self._first):
            if place_id is not None:
                self._at.setdefault(place_id, []).append(index)
        self._units = Counter(book.governorate.get(place_id) for place_id in self._at)
        self._closest: dict[tuple[str, str | None], list[str]] = {}

    def _lone(self, index: int) -> str | None:
        """The place of a mention that no other mention names."""
        own = self._first[index]
        return own if own is not None and len(self._at[own]) == 1 else None

    def any(self, index: int) -> bool:
        """Tell whether a mention is in company at all."""
        return len(self._at) > (self._lone(index) is not None)

    def again(self, place_id: str, index: int) -> bool:
        """Tell whether another mention than this names the place."""
        return place_id in self._at and place_id != self._lone(index)

    def nearest(self, place_id: str, index: int) -> str:
        """Return the place of another mention that lies nearest; of several at one point the one named first."""
        lone = self._lone(index)
        closest = self._closest.get((place_id, lone))
        if closest is None:
            chords = {other: _chord(self._book, place_id, other) for other in self._at if other != lone}
            least = min(chords.values())
            closest = [other for other, chord in chords.items() if chord == least]
            self._closest[place_id, lone] = closest
        return min(closest, key=lambda other: next(at for at in self._at[other] if at != index))

    def unit(self, place_id: str, index: int) -> bool:
        """Tell whether another mention's place is in the same governorate."""
        unit, lone = self._book.governorate.get(place_id), self._lone(index)
        return bool(unit) and self._units[unit] > (lone is not None and self._book.governorate.get(lone) == unit)

    def away(self, place_id: str, index: int) -> int:
        """Return how many names away the next place within 20 km is, or _AWAY where that is farther."""
        low, high = max(0, index - _AWAY + 1), min(len(self._first), index + _AWAY)
        return min(
            (
                abs(at - index)
                for at in range(low, high)
                if at != index
                and (other := self._first[at]) is not None
                and _chord(self._book, place_id, other) < _CHORD_20_KM
            ),
            default=_AWAY,
        )


def _together(index: int, scored: _Scored, company: _Company, book: PlaceBook) -> _Scored:
    """Near the report's other places, in the same governorate as they, and the same as the same name elsewhere."""
    if not scored or (len(scored) == 1 and not scored[0][1].weak and scored[0][1].kind != "neighbourhood"):
        return scored
    return _sorted([_beside(row, index, company, book) for row in scored]) if company.any(index) else scored


def _beside(
    row: tuple[float, Place, list[str]], index: int, company: _Company, book: PlaceBook
) -> tuple[float, Place, list[str]]:
    score, place, reasons = row
    if place.kind == "country":
        return row
    if company.again(place.id, index):
        return score + 1.0, place, [*reasons, "named again"]
    nearest = company.nearest(place.id, index)
    distance = book.kilometres(place.id, nearest)
    shared = 0.7 if company.unit(place.id, index) else 0.0
    gain = 1.5 * exp(-distance / 60) - (0.5 if distance > 300 else 0.0) + shared
    gain += 0.1 * (_AWAY - company.away(place.id, index))
    return score + gain, place, [*reasons, f"{distance:.0f} km from {nearest}"]


def _chord(book: PlaceBook, one: str, other: str) -> float:
    (x, y, z), (u, v, w) = book.points[one], book.points[other]
    return (x - u) ** 2 + (y - v) ** 2 + (z - w) ** 2


def _choice(scored: _Scored) -> PlaceChoice:
    if not scored:
        return PlaceChoice(None, 0.9, "no place bears this name")
    best, place, reasons = scored[0]
    if best < _NOBODY:
        return PlaceChoice(None, _sure(_NOBODY - best), f"none of these; the best was {place.id}: {', '.join(reasons)}")
    rival = max(scored[1][0], _NOBODY) if len(scored) > 1 else _NOBODY
    return PlaceChoice(place.id, _sure(best - rival), ", ".join(reasons) or "the only bearer of the name")


def _sure(margin: float) -> float:
    return round(1 / (1 + exp(-1.2 * margin)), 3)
