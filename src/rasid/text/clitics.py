"""Split clitics off a folded word: all ways, the plainest first. The reader keeps those its lexicons know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rasid.text.fold import without_article

_SUFFIXES = ("هما", "ها", "هم", "هن", "نا", "كم", "ه", "ي", "ك")
_PREPOSITIONS = "بلك"
_PRESENT = "اينت"  # the letters that open a present: أ ي ن ت
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a folded form: conjunction, preposition, future س, article, stem, suffix pronoun."""

    conj: str
    prep: str
    future: bool
    article: bool
    stem: str
    suffix: str

    @property
    def clitics(self) -> int:
        """Count what was split off."""
        return bool(self.conj) + bool(self.prep) + self.future + self.article + bool(self.suffix)


@lru_cache(maxsize=1 << 16)
def analyses(form: str) -> tuple[Analysis, ...]:
    """Give all ways to split clitics off a folded form, fewest clitics first; the first one splits nothing."""
    found = dict.fromkeys(whole for front in _fronts(form) for whole in _with_suffixes(front))
    return tuple(sorted(found, key=lambda analysis: analysis.clitics))


def _fronts(form: str) -> Iterator[Analysis]:
    """Give the ways to split the front of a word, suffixes still on."""
    yield from _after_conjunction("", form)
    if form[:1] in ("و", "ف") and len(form) > _SHORTEST:
        yield from _after_conjunction(form[0], form[1:])


def _after_conjunction(conj: str, rest: str) -> Iterator[Analysis]:
    yield Analysis(conj, "", False, False, rest, "")
    yield from _with_article(conj, "", rest)
    if rest[:1] == "س" and len(rest) > 3 and rest[1] in _PRESENT:
        yield Analysis(conj, "", True, False, rest[1:], "")
    if rest[:1] and rest[0] in _PREPOSITIONS and len(rest) > _SHORTEST:
        yield from _after_preposition(conj, rest[0], rest[1:])


def _after_preposition(conj: str, prep: str, rest: str) -> Iterator[Analysis]:
    yield Analysis(conj, prep, False, False, rest, "")
    yield from _with_article(conj, prep, rest)
    if prep == "ل" and rest[0] == "ل":
        yield Analysis(conj, prep, False, True, rest, "")  # للجنة = ل + ال + لجنة
        if len(rest) > _SHORTEST:
            yield Analysis(conj, prep, False, True, rest[1:], "")  # للجيش = ل + ال + جيش


def _with_article(conj: str, prep: str, rest: str) -> Iterator[Analysis]:
    stem = without_article(rest)
    if stem != rest:
        yield Analysis(conj, prep, False, True, stem, "")


def _with_suffixes(front: Analysis) -> Iterator[Analysis]:
    """Give an analysis as it stands, then with each pronoun that its stem may end in."""
    yield front
    if front.article:
        return
    for suffix in _SUFFIXES:
        if front.stem.endswith(suffix):
            for stem in _stems(front.stem.removesuffix(suffix)):
                yield Analysis(front.conj, front.prep, front.future, False, stem, suffix)


def _stems(base: str) -> Iterator[str]:
    """Give what a word may have been before its pronoun was put on."""
    if len(base) < _SHORTEST:
        if base in ("ب", "ل"):
            yield base  # به, لها
        return
    if base[-1] == "ت":
        yield base[:-1] + "ه"  # سيطرتها
    yield base
    if base[-1] == "ا":
        yield base[:-1] + "ي"  # رماها, مستشفاها
    elif base.endswith(("اي", "او", "ء")):
        yield base[:-1]  # أعضائه, أبناؤهم, بناءها
    elif base[-1] == "و":
        yield base + "ا"  # قتلوه
