"""Load the month names, the words of time and the words of number into flat dictionaries keyed by folded form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from rasid.knowledge.source import Entry, load_yaml, strings
from rasid.text import fold_word as fold

LEXICONS = Path(__file__).resolve().parent.parent / "data" / "lexicons"

_SYSTEMS = ("levantine", "egyptian", "maghrebi", "libyan", "hijri")
_UNITS = ("minute", "hour", "day", "week", "month", "year", "decade")
_PARTS_OF_DAY = ("dawn", "morning", "noon", "afternoon", "evening", "night", "daytime")
_TIME_LISTS = (
    "weekday_not_after",
    "weekday_not_before",
    "few",
    "this",
    "that",
    "running",
    "recently",
    "recently_phrases",
    "later",
    "earlier",
    "several",
    "before_that",
    "after_that",
    "about",
    "more",
    "less",
    "time",
    "clock",
    "half",
    "quarter",
    "today_not_before",
    "outlet_before_today",
    "outlet_cues",
    "daypart_names",
    "baseline",
    "and_half",
    "of_it",
    "era",
)
_TIME_MAPS: dict[str, tuple[str, ...]] = {
    "days": ("today", "yesterday", "tomorrow", "tonight"),
    "dayparts": _PARTS_OF_DAY,
    "adverbs": _PARTS_OF_DAY,
    "seasons": ("spring", "summer", "autumn", "winter"),
    "which": ("last", "this", "next", "same", "following", "preceding"),
    "parts": ("start", "early", "middle", "late", "end"),
    "prepositions": (
        "ago",
        "since",
        "from",
        "after",
        "ahead",
        "until",
        "to",
        "within",
        "between",
        "of",
        "at",
        "on",
        "day_after",
        "day_before",
    ),
}


class MonthName(NamedTuple):
    """One spelling of a month: the folded words after the first, the months it may be (two: ambiguous), its system."""

    rest: tuple[str, ...]
    months: tuple[int, ...]
    system: str
    guarded: bool

    @property
    def hijri(self) -> bool:
        return self.system == "hijri"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The words of time. Keys are folded; `months` by first word, longest names first."""

    months: dict[str, tuple[MonthName, ...]]
    weekdays: dict[str, int]
    units: dict[str, tuple[str, str]]  # form → (unit, "one" | "two" | "many")
    maps: dict[str, dict[str, str]]  # days, dayparts, adverbs, seasons, which, parts, prepositions: form → name
    lists: dict[str, frozenset[str]]


def load_months(path: Path) -> dict[str, tuple[MonthName, ...]]:
    """Read months.yaml; unknown systems and month numbers, and names given to two months of one system, are refused."""
    root = load_yaml(path)
    root.expect(required=(*_SYSTEMS, "ambiguous", "guarded"))
    guarded = {fold(name) for name in strings(root, "guarded")}
    found: dict[str, list[MonthName]] = {}
    taken: dict[tuple[str, ...], tuple[str, tuple[int, ...]]] = {}
    for system, name, months, entry, key in _month_names(root):
        first, *rest = fold(name).split()
        known = taken.setdefault((first, *rest), (system, months))
        if known[1] != months:
            raise entry.fault(f"{name!r} stands for month {known[1]} ({known[0]}) and {months}", key)
        item = MonthName(tuple(rest), months, system, fold(name) in guarded)
        if item.rest not in [other.rest for other in found.setdefault(first, [])]:
            found[first].append(item)
    return {first: tuple(sorted(names, key=lambda name: -len(name.rest))) for first, names in found.items()}


def _month_names(root: Entry) -> Iterator[tuple[str, str, tuple[int, ...], Entry, str]]:
    for system in _SYSTEMS:
        for number in root[system]:
            if not number.isdecimal() or not 1 <= int(number) <= 12:
                raise root[system].fault(f"{number!r} is no month; months are 1 to 12", number)
            for name in strings(root[system], number):
                yield system, name, (int(number),), root[system], number
    for name, months in root["ambiguous"].items():
        if not isinstance(months, list) or not all(isinstance(m, int) and 1 <= m <= 12 for m in months):
            raise root["ambiguous"].fault(f"{name!r} needs a list of months from 1 to 12", name)
        yield "levantine", name, tuple(months), root["ambiguous"], name


def load_times(
    path: Path,
) -> tuple[dict[str, int], dict[str, tuple[str, str]], dict[str, dict[str, str]], dict[str, frozenset[str]]]:
    """Read times.yaml into weekdays, units, named maps and word lists; unknown keys are refused by line."""
    root = load_yaml(path)
    root.expect(required=("weekdays", "units", *_TIME_MAPS, *_TIME_LISTS))
    root["weekdays"].expect(required=[str(number) for number in range(7)])
    root["units"].expect(required=_UNITS)
    weekdays = {fold(form): int(number) for number in root["weekdays"] for form in strings(root["weekdays"], number)}
    units: dict[str, tuple[str, str]] = {}
    for unit, entry in root["units"].items():
        entry.expect(required=("one", "two", "many"))
        units |= {fold(form): (unit, number) for number in entry for form in strings(entry, number)}
    maps = {name: _named(root[name], names) for name, names in _TIME_MAPS.items()}
    return weekdays, units, maps, {name: frozenset(map(fold, strings(root, name))) for name in _TIME_LISTS}


def _named(entry: Entry, names: tuple[str, ...]) -> dict[str, str]:
    entry.expect(required=names)
    found: dict[str, str] = {}
    for name in names:
        for form in strings(entry, name):
            found.setdefault(fold(form), name)
    return found


@cache
def calendar(folder: Path = LEXICONS) -> Calendar:
    """Return the calendar of `folder`, read once."""
    return Calendar(load_months(folder / "months.yaml"), *load_times(folder / "times.yaml"))


class Numeral(NamedTuple):
    """A number word: `rank` 0 units, 1 tens, 2 hundreds, 3 a scale; `high` only where it is an unnamed number."""

    value: int
    rank: int
    number: str = "one"  # of a scale: one, two, many
    high: int | None = None


class CountedNoun(NamedTuple):
    """A form of a countable noun: its kind, `number` one, two or many (`two_or_many`: unvowelled -ين), and its unit."""

    kind: str
    number: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """The words of number and the nouns that are counted, keyed by folded form."""

    numerals: dict[str, Numeral]
    teen: frozenset[str]
    eleven: frozenset[str]
    ordinals: dict[str, int]
    lists: dict[str, frozenset[str]]
    nouns: dict[str, CountedNoun]


_NUMBER_LISTS = (
    "about",
    "about_verbs",
    "about_after",
    "more",
    "more_verbs",
    "less",
    "not_less",
    "at_least",
    "not",
    "none_of",
    "rose",
    "one_of",
    "one_of_them",
    "others",
    "names",
    "calibre",
    "calibre_units",
    "clock",
    "ages",
    "distance_units",
    "weight_units",
    "percent",
    "time_units",
    "years_after",
    "times_units",
    "takes_person",
    "adjectives",
    "not_counted",
)
_KINDS = (
    "person",
    "fighter",
    "killed",
    "wounded",
    "detained",
    "vehicle",
    "munition",
    "strike",
    "family",
    "money",
    "house",
    "place",
)


def load_numbers(path: Path) -> dict[str, Any]:
    """Read numbers.yaml into the fields of `Numbers` other than the nouns."""
    root = load_yaml(path)
    root.expect(
        required=("units", "teen", "eleven", "tens", "hundreds", "scales", "crowds", "ordinals", *_NUMBER_LISTS)
    )
    numerals: dict[str, Numeral] = {}
    for rank, table in enumerate(("units", "tens", "hundreds")):
        for value in root[table]:
            if not value.isdecimal():
                raise root[table].fault(f"{value!r} is no number", value)
            numerals |= {fold(form): Numeral(int(value), rank) for form in strings(root[table], value)}
    for value, entry in root["scales"].items():
        entry.expect(required=("one", "two", "many"))
        for number in ("two", "many", "one"):
            numerals |= {fold(form): Numeral(int(value), 3, number) for form in strings(entry, number)}
    for form, bounds in root["crowds"].items():
        if not isinstance(bounds, list) or len(bounds) != 2:
            raise root["crowds"].fault(f"{form!r} needs two bounds", form)
        numerals[fold(form)] = Numeral(bounds[0], 0, "crowd", bounds[1])
    ordinals = {fold(form): int(value) for value in root["ordinals"] for form in strings(root["ordinals"], value)}
    return {
        "numerals": numerals,
        "teen": frozenset(map(fold, strings(root, "teen"))),
        "eleven": frozenset(map(fold, strings(root, "eleven"))),
        "ordinals": ordinals,
        "lists": {name: frozenset(map(fold, strings(root, name))) for name in _NUMBER_LISTS},
    }


def load_counted(path: Path) -> dict[str, CountedNoun]:
    """Read counted.yaml and make duals; an unknown kind or key, or a noun given twice, is refused by line."""
    root = load_yaml(path)
    root.expect(required=_KINDS)
    found: dict[str, CountedNoun] = {}
    singular: set[str] = set()
    for kind in _KINDS:
        for entry in root[kind]:
            entry.expect(required=("one", "many"), optional=("dual", "sound", "unit"))
            if fold(entry["one"]) in singular:
                raise entry.fault(f"{entry['one']!r} stands twice; remove one", "one")
            singular.add(fold(entry["one"]))
            for form, number in _forms(entry):
                found.setdefault(form, CountedNoun(kind, number, entry.get("unit")))
    return found


def _forms(entry: Entry) -> Iterator[tuple[str, str]]:
    """Give each folded form of a noun with its number: one, two, many or two_or_many."""
    one, many = str(entry["one"]), strings(entry, "many")
    yield fold(one), "one"
    yield fold(one + "ا"), "one"
    base = one[:-1] + "ت" if one.endswith("ة") else one
    for form in strings(entry, "dual") or (base + "ان", base + "ين"):
        yield fold(form), "two_or_many" if entry.get("sound") and form.endswith("ين") else "two"
    if base != one:
        yield from ((fold(base + ending), "two") for ending in ("ا", "ي"))
    for form in many:
        yield fold(form), "many"
        if form.endswith("ون"):
            yield fold(form[:-2] + "ي"), "many"
            yield fold(form[:-1]), "many"


@cache
def numbers(folder: Path = LEXICONS) -> Numbers:
    """Return the number words and counted nouns of `folder`, read once."""
    return Numbers(**load_numbers(folder / "numbers.yaml"), nouns=load_counted(folder / "counted.yaml"))
