"""Choose the places that a report's names mean, for the whole report at once: places of one report lie together.

Each feature below adds to a candidate's score; its docstring is its public documentation. Names are judged in two
rounds: first each by itself, then again beside what the first round chose for the others.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from rasid.knowledge import Place, PlaceBook
from rasid.knowledge.places import SETTLED, UNITS
from rasid.text import key as fold_key

key = lru_cache(maxsize=8192)(fold_key)
_CHORD_20_KM = (20 / 6371.0) ** 2  # squared, on the unit sphere
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
    held = [_contained(index, alone, setting) for index in range(len(mentions))]
    first = [_best(scored) for scored in held]
    return tuple(_choice(_together(index, held[index], first, setting)) for index in range(len(mentions)))


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


def _contained(index: int, alone: list[_Scored], setting: _Setting) -> _Scored:
    """Contained in a place that the words say contains it, or containing one that they say it contains."""
    outer = [row for other in setting.mentions[index].inside for row in alone[other]]
    inner = [row for other, scored in enumerate(alone) if index in setting.mentions[other].inside for row in scored]
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


def _together(index: int, scored: _Scored, first: list[Place | None], setting: _Setting) -> _Scored:
    """Near the report's other places, in the same governorate as they, and the same as the same name elsewhere."""
    if not scored or (len(scored) == 1 and not scored[0][1].weak and scored[0][1].kind != "neighbourhood"):
        return scored
    others: dict[str, int] = {}  # how many names away the nearest mention of each place is
    for other, place in enumerate(first):
        if place is not None and other != index and place.kind != "country":
            others[place.id] = min(abs(other - index), others.get(place.id, abs(other - index)))
    return _sorted([_beside(row, others, setting.book) for row in scored]) if others else scored


def _beside(
    row: tuple[float, Place, list[str]], others: dict[str, int], book: PlaceBook
) -> tuple[float, Place, list[str]]:
    score, place, reasons = row
    if place.kind == "country":
        return row
    if place.id in others:
        return score + 1.0, place, [*reasons, "named again"]
    nearest = min(others, key=lambda other: _chord(book, place.id, other))
    distance = book.kilometres(place.id, nearest)
    unit = book.governorate.get(place.id)
    company = 0.7 if unit and any(book.governorate.get(other) == unit for other in others) else 0.0
    beside = min((away for other, away in others.items() if _chord(book, place.id, other) < _CHORD_20_KM), default=9)
    gain = 1.5 * exp(-distance / 60) - (0.5 if distance > 300 else 0.0) + company + 0.1 * max(0, 5 - beside)
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
