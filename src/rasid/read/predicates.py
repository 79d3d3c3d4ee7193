"""Predicates: the words that name a happening (frames) or carry one (light verbs), with all that they may mean."""

from __future__ import annotations

from dataclasses import dataclass, field

from rasid.knowledge.conjugation import FormTag
from rasid.knowledge.frames import COMPANION_AFTER, Frame, LightVerb
from rasid.read.grid import Grid
from rasid.read.matcher import Hit
from rasid.text import Analysis, analyses, without_article

_NOUN_BEFORE = frozenset(
    {
        "في",
        "من",
        "الي",
        "علي",
        "عن",
        "بعد",
        "قبل",
        "خلال",
        "اثر",
        "عقب",
        "جرا",
        "نتيجه",
        "بسبب",
        "اثنا",
        "وسط",
        "عمليه",
        "عمليات",
        "حمله",
        "محاوله",
        "منذ",
        "بين",
        "ضد",
        "مع",
        "تحت",
        "حول",
        "غداه",
        "لدي",
        "رغم",
        "بهدف",
        "بغيه",
        "كل",
        "اي",
        "بد",
        "استمرار",
        "تجدد",
        "حادثه",
        "حوادث",
        "جريمه",
        "موجه",
        "سلسله",
        "وقوع",
        "تصاعد",
        "ثمانيه",
        "ثلاث",
        "ثلاثه",
        "اربع",
        "خمس",
        "ست",
        "سبع",
        "عده",
        "ميات",
        "عشرات",
    }
)


_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650"
_ANTECEDENT = 4


@dataclass(slots=True)
class Predicate:
    """Words [first, last); `senses` are the frames it may be, `light` the light verb it may be."""

    first: int
    last: int
    split: Analysis
    sentence: int
    senses: list[tuple[Frame, FormTag]] = field(default_factory=list)
    light: tuple[LightVerb, FormTag] | None = None
    verb: bool = False
    noun: bool = False
    passive: bool = False  # can only be read as passive
    clause: int = 0
    carrier: Predicate | None = None
    negated: bool = False

    @property
    def tag(self) -> FormTag | None:
        """The form's tag, of its first sense."""
        return self.senses[0][1] if self.senses else (self.light[1] if self.light else None)


def find_predicates(grid: Grid, first: int, last: int, sentence: int, taken: set[int]) -> list[Predicate]:
    """Return the predicates of words [first, last) that stand in no name; the longest at each word."""
    found: list[Predicate] = []
    index = first
    while index < last:
        predicate = _at(grid, index, first, sentence) if index not in taken else None
        if predicate is None:
            index += 1
            continue
        found.append(predicate)
        index = predicate.last
    return found


def _at(grid: Grid, index: int, first: int, sentence: int) -> Predicate | None:
    frames = [hit for hit in grid.at(index, "frame") if _usable(grid, hit)]
    lights = [
        hit
        for hit in grid.at(index, "light")
        if not hit.split.article
        and not (hit.payload[1].is_verb and hit.split.prep)
        and not _written_otherwise(grid.words[hit.last - 1].text, hit)
        and hit.split.prep != "ك"
        and (not hit.split.future or hit.payload[1].kind == "present")
    ]
    if not frames and (grid.at(index, "preposition") or any(hit.length == 1 for hit in grid.at(index, "connective"))):
        return None
    if not frames and not lights:
        return None
    longest = max(hit.last for hit in (*frames, *lights))
    frames = [hit for hit in frames if hit.last == longest]
    lights = [hit for hit in lights if hit.last == longest]
    lead = (frames or lights)[0]
    predicate = Predicate(lead.first, lead.last, lead.split, sentence)
    for hit in frames:
        frame, tag = hit.payload
        if tag.companion and not _companion(grid, hit, frame):
            continue
        predicate.senses.append((frame, tag))
    if lights:
        predicate.light = lights[0].payload
        if not predicate.senses:
            predicate.split = lights[0].split
    if not predicate.senses and predicate.light is None:
        return None
    _read_form(grid, predicate, index, first)
    return predicate if (predicate.verb or predicate.noun or predicate.light) else None


def _usable(grid: Grid, hit: Hit) -> bool:
    """Whether the clitics fit the form: no article or preposition on a verb, no future on a noun."""
    tag: FormTag = hit.payload[1]
    split = hit.split
    bound = tag.bound and not split.suffix
    if bound or split.prep == "ك" or _written_otherwise(grid.words[hit.last - 1].text, hit):
        return False
    if tag.is_verb:
        return (
            not split.article
            and split.suffix != "ي"  # a verb takes ني
            and split.prep in ("", "ل")
            and (tag.kind == "present" or not split.prep)
            and (not split.future or tag.kind == "present")
        )
    return not split.future


def _written_otherwise(text: str, hit: Hit) -> bool:
    """Whether the last letter as it was written is another than the reading asks for: جرحى is no "he hurt me"."""
    bare = text.rstrip(_VOWELS)
    if hit.length > 1:
        return False
    suffix, tag = hit.split.suffix, hit.payload[1]
    if bare.endswith("ة") and suffix == "ه":
        return True
    if suffix == "ي" and (tag.is_verb or bare.endswith("ى")):
        return True  # the object "me" is ني
    return bool(tag.is_verb and tag.number == "d" and bare.endswith("اء"))


def _companion(grid: Grid, hit: Hit, frame: Frame) -> bool:
    """Whether one of the nouns that the form asks for stands among the words that follow it."""
    words = grid.words
    if hit.split.suffix and hit.payload[1].is_verb and _antecedent(grid, hit, frame):
        return True
    end = min(len(words), hit.last + COMPANION_AFTER)
    for index in range(hit.last, end):
        word = words[index]
        if word.kind == "mark" and word.form in (".", "؛"):
            return False
        if any(split.stem in frame.companions for split in analyses(word.form)):
            return True
        following = words[index + 1].form if index + 1 < end else ""
        if following and any(
            f"{split.stem} {without_article(following)}" in frame.companions for split in analyses(word.form)
        ):
            return True
    return False


def _antecedent(grid: Grid, hit: Hit, frame: Frame) -> bool:
    """Whether the pronoun on a verb stands for one of the nouns asked for ("مظاهرة فرقتها الشرطة").

    A device that somebody planted is told by its blast; who planted it is then read as its maker.
    """
    if frame.type == "violence.ied":
        return False
    for word in grid.words[max(0, hit.first - _ANTECEDENT) : hit.first]:
        if any(split.stem in frame.companions for split in analyses(word.form)):
            return True
    return False


def _read_form(grid: Grid, predicate: Predicate, index: int, first: int) -> None:
    """Decide between verb and noun where the letters allow both."""
    tags = [tag for _, tag in predicate.senses] or ([predicate.light[1]] if predicate.light else [])
    may_verb, may_noun = any(t.is_verb for t in tags), any(not t.is_verb for t in tags)
    if may_verb and may_noun:
        noun = (
            grid.words[index].text.rstrip(_VOWELS).endswith("ء")
            or predicate.split.article
            or predicate.split.prep != ""
            or _noun_before(grid, index, first)
        )
        predicate.noun, predicate.verb = noun, not noun
    else:
        predicate.verb, predicate.noun = may_verb, may_noun
    if predicate.senses:
        kept = [(f, t) for f, t in predicate.senses if t.is_verb == predicate.verb]
        predicate.senses = kept or predicate.senses
    verbs = [t for t in tags if t.is_verb]
    predicate.passive = predicate.verb and (
        (bool(verbs) and all(t.passive_only for t in verbs)) or grid.words[index].passive
    )


def _noun_before(grid: Grid, index: int, first: int) -> bool:
    before = index - 1
    while before >= first and grid.words[before].kind == "mark" and grid.words[before].form in "\"'«“‘(":
        before -= 1
    if before < first:
        return False
    word = grid.words[before]
    return (
        word.form in _NOUN_BEFORE
        or word.kind == "number"
        or any(form in _NOUN_BEFORE for form in (word.form[1:],) if word.form[:1] in "وفبل")
    )
