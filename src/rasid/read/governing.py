"""What governs a phrase: the preposition before it, as a word, a fixed expression or a clitic."""

from __future__ import annotations

from dataclasses import dataclass

from rasid.read.grid import OPENING, Grid
from rasid.read.matcher import Hit
from rasid.text import Analysis

_CLITIC_ROLES = {"ب": "by", "ل": "for", "لل": "for", "ك": "as"}


_PARTS = frozenset(
    [
        "عدد",
        "عددا",
        "بعض",
        "احد",
        "احدي",
        "عشرات",
        "العشرات",
        "ميات",
        "الميات",
        "الاف",
        "عشره",
        "واحد",
        "واحدا",
        "اثنان",
        "اثنين",
        "ثلاثه",
        "اربعه",
        "خمسه",
        "سته",
        "سبعه",
        "ثمانيه",
        "تسعه",
        "عشرين",
        "ثلاثين",
        "اربعين",
        "خمسين",
        "كل",
        "مزيد",
        "المزيد",
        "مجموعه",
        "كثير",
        "الكثير",
        "عديد",
        "العديد",
        "معظم",
        "غالبيه",
    ]
)


# "About", "more than": words that stand before a number and govern nothing, by the word that may stand before them.
_ABOUT = {
    "نحو": frozenset[str](),
    "من": frozenset({"اكثر", "ازيد", "اقل", "يقرب"}),
    "عن": frozenset({"يقل", "تقل", "يزيد", "تزيد", "لايقل"}),
    "علي": frozenset({"يزيد", "تزيد", "يربو", "تربو"}),
}
_PORTIONS = frozenset({"احدي", "احد", "بعض", "كل", "جميع", "كافه", "معظم", "عده", "مختلف", "كبار", "ميات", "عشرات"})


@dataclass(frozen=True, slots=True)
class Governor:
    """`role`: "" (bare), agent, sponsor, with, against, side, between, in, from, to, on, link, by, for or as."""

    role: str = ""
    words: str = ""
    first: int = -1


BARE = Governor()


class Governors:
    """All prepositions of a report by the word they end before."""

    __slots__ = ("_ending", "_grid")

    def __init__(self, grid: Grid, hits: list[Hit]) -> None:
        self._grid = grid
        self._ending: dict[int, Hit] = {}
        for hit in hits:
            if hit.kind != "preposition" or hit.split.suffix:
                continue
            known = self._ending.get(hit.last)
            if (
                known is None
                or hit.length > known.length
                or (hit.length == known.length and not hit.split.prep and known.split.prep)
            ):
                self._ending[hit.last] = hit

    def of(self, index: int, split: Analysis) -> Governor:
        """Return what governs a phrase that opens at word `index` with that split."""
        lone = self._grid.clitic(index)
        own = split.prep or (lone.lstrip("وف") if lone else "")
        hit = self._before(index)
        if hit is not None and not own and self._about(hit, index):
            hit = self._ending.get(hit.first)  # "من نحو 30 قرية": what stands before "about" governs
        if own:
            if hit is not None and hit.payload.clitic == own:
                return Governor(hit.payload.role, hit.payload.words, hit.first)
            return Governor(_CLITIC_ROLES.get(own, ""), own, index)
        if split.conj or hit is None or hit.payload.clitic:
            return BARE
        if hit.payload.words == "من" and self._counted(hit.first):
            return BARE
        return Governor(hit.payload.role, hit.payload.words, hit.first)

    def _about(self, hit: Hit, index: int) -> bool:
        """Whether "نحو", "أكثر من", "ما لا يقل عن" tells the number that follows and not where or whence."""
        words = self._grid.words
        before = _ABOUT.get(words[hit.last - 1].form)
        if before is None or hit.last >= index or hit.length > 2:
            return False
        return not before or (hit.first > 0 and words[hit.first - 1].form.lstrip("وب") in before)

    def _portion(self, index: int) -> bool:
        word = self._grid.words[index]
        return word.kind == "number" or word.form in _PORTIONS or word.form in _PARTS

    def _counted(self, index: int) -> bool:
        """Whether a number stands before "من" ("خمسة من داعش"): the phrase stands as if bare."""
        word = self._grid.words[index - 1] if index > 0 else None
        return word is not None and (word.kind == "number" or word.form in _PARTS or word.form.lstrip("و") in _PARTS)

    def _before(self, index: int) -> Hit | None:
        before = index
        words = self._grid.words
        while before > 0 and words[before - 1].kind == "mark" and words[before - 1].form in OPENING:
            before -= 1
        steps = 0
        while before > 1 and steps < 3 and self._portion(before - 1):
            before, steps = before - 1, steps + 1  # "قرب إحدى دورياتها", "على 27 متهماً": it governs through a number
        if before > 0 and words[before - 1].form in ("ل", "ب"):
            return self._ending.get(before - 1)
        return self._ending.get(before)
