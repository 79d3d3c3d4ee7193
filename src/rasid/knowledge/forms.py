"""Written forms of lexicon entries: their folded keys, the accusatives nobody lists, and the stems before a suffix pronoun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rasid.knowledge.conjugation import FormTag
from rasid.knowledge.folding import fold_word

NUMBERS = ("singular", "dual", "plural")
_PART_OF_THE_WORD = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللاتي", "اللواتي", "الله", "الآن", "الا"})
_NO_TANWIN = ("ة", "ا", "ى", "ء", "ات", "ون", "ين", "ان", "و", "ي")


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of an entry.

    `numbers`: singular, dual, plural, more than one where the letters are the same (مسلحين); empty for what is no noun.
    `construct`: it needs a noun or a suffix after it (مسلحو). `made`: the loader made it (عنصرا).
    `bound`: it is the stem that is left before a suffix pronoun and no word of its own (سيارت-ها, أبناؤ-هم, مستشفا-ها).
    `use`: "" | "verb" | "adverb" | "name". `tag`: what a verb form is.
    """

    text: str
    key: str
    numbers: tuple[str, ...] = ()
    feminine: bool = False
    construct: bool = False
    made: bool = False
    bound: bool = False
    use: str = ""
    tag: FormTag | None = None


def key(phrase: str) -> str:
    """Return the folded phrase without the article of any word (`key("القوات الروسية")` is "قوات روسيه")."""
    return " ".join(fold_word(_without_article(word)) for word in phrase.split())


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 3 and word not in _PART_OF_THE_WORD else word


def plain_forms(phrases: Iterable[str], *, use: str = "") -> tuple[Form, ...]:
    """Return phrases as they stand, one form for each key."""
    return _distinct(Form(phrase, key(phrase), use=use) for phrase in phrases)


def noun_forms(lists: dict[str, tuple[str, ...]], *, feminine: bool = False) -> tuple[Form, ...]:
    """Return the forms of a noun from its lists by number, with the accusatives of what takes one."""
    listed = [
        Form(text, key(text), (number,), feminine, _is_construct(text, texts))
        for number in NUMBERS
        for texts in (lists.get(number, ()),)
        for text in texts
    ]
    made = [
        replace(form, text=text, key=key(text), made=True)
        for form in listed
        if form.numbers != ("dual",)
        for text in _accusative(form.text, plural=form.numbers == ("plural",))
    ]
    bound = [replace(form, key=stem, made=True, bound=True) for form in listed for stem in _bound_stems(form)]
    return _distinct([*listed, *made, *bound])


def _bound_stems(form: Form) -> Iterator[str]:
    if " " in form.text:
        return
    if form.text.endswith("ة"):
        yield form.key[:-1] + "ت"
    elif form.text.endswith("ى"):
        yield form.key[:-1] + "ا"
    elif form.text.endswith("ء"):
        yield from (form.key + letter for letter in "ءوي")


def _is_construct(text: str, texts: tuple[str, ...]) -> bool:
    return text.endswith(("و", "ي", "ا")) and text + "ن" in texts


def _accusative(text: str, *, plural: bool) -> Iterator[str]:
    words = text.split()
    if len(words) > 2 or not all(_takes_tanwin(word, plural=plural) for word in words):
        return
    yield " ".join(word + "ا" for word in words)


def _takes_tanwin(word: str, *, plural: bool) -> bool:
    if not plural and word.endswith("ي"):
        return True
    return not word.endswith(_NO_TANWIN)


def _distinct(forms: Iterable[Form]) -> tuple[Form, ...]:
    """Join forms with one key: the first stands, and gains the numbers of the others."""
    found: dict[tuple[str, bool, bool], Form] = {}
    for form in forms:
        place = form.key, form.feminine, form.bound
        known = found.setdefault(place, form)
        extra = tuple(number for number in form.numbers if number not in known.numbers)
        if extra:
            found[place] = replace(known, numbers=known.numbers + extra)
    return tuple(found.values())
