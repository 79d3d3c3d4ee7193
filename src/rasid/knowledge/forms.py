"""Written forms of lexicon entries: their folded keys, and the accusatives that nobody lists.

Stems before a suffix pronoun (سيارت-ها, أبناؤ-هم) are no matter of this room: `rasid.text.analyses` gives back
the whole word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rasid.knowledge.conjugation import FormTag
from rasid.text import fold_word, without_article
from rasid.text import key as folded_key

NUMBERS = ("singular", "dual", "plural")
_PART_OF_THE_WORD = frozenset(
    {"الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللاتي", "اللواتي", "الله", "الآن", "الا"}
)
_CLITICS = ("ل", "ب")
_NO_TANWIN = ("ة", "ا", "ى", "ء", "ات", "ون", "ين", "ان", "و", "ي")


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of an entry.

    `numbers`: singular, dual, plural, more than one where the letters are the same (مسلحين); empty for what is no noun.
    `construct`: it needs a noun or a suffix after it (مسلحو). `made`: the loader made it (عنصرا).
    `clitic`: the preposition that the next word must carry, "ل" or "ب" (وفقا ل; not part of the key).
    `use`: "" | "verb" | "adverb" | "name". `tag`: what a verb form is.
    """

    text: str
    key: str
    numbers: tuple[str, ...] = ()
    feminine: bool = False
    construct: bool = False
    made: bool = False
    clitic: str = ""
    use: str = ""
    tag: FormTag | None = None


def key(phrase: str) -> str:
    """Return the folded phrase without the article of any word (`key("القوات الروسية")` is "قوات روسيه").

    Unlike `rasid.text.key` it sees the raw letters, so that آلية and ألغام keep their first two.
    """
    return " ".join(
        without_article(fold_word(word)) if _has_article(word) else fold_word(word) for word in phrase.split()
    )


def keys(form: Form) -> tuple[str, ...]:
    """Return the keys to find a form by: in a phrase, the first letters of آلية or الذي may be taken for an article."""
    folded = folded_key(form.text)
    return (form.key,) if " " not in form.key or folded == form.key else (form.key, folded)


def _has_article(word: str) -> bool:
    return word.startswith("ال") and word not in _PART_OF_THE_WORD


def plain_forms(phrases: Iterable[str], *, use: str = "") -> tuple[Form, ...]:
    """Return phrases as they stand, one form for each key."""
    return _distinct(_plain(phrase, use) for phrase in phrases)


def _plain(phrase: str, use: str) -> Form:
    head, _, last = phrase.rpartition(" ")
    if head and last in _CLITICS:
        return Form(head, key(head), use=use, clitic=last)
    return Form(phrase, key(phrase), use=use)


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
    return _distinct([*listed, *made])


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
    found: dict[tuple[str, bool, str], Form] = {}
    for form in forms:
        place = form.key, form.feminine, form.clitic
        known = found.setdefault(place, form)
        extra = tuple(number for number in form.numbers if number not in known.numbers)
        if extra:
            found[place] = replace(known, numbers=known.numbers + extra)
    return tuple(found.values())
