"""Give the written forms of Arabic verbs and nouns, folded, from the third person masculine and the singular.

Only forms that news uses: past and present of he, she, they and we, the jussive, the passive where its consonants
differ, and nouns with their duals, sound plurals and construct forms. Clitics (و ف ب ل ك س ال and pronouns) are not
here: the word analysis strips them. A tag with `bound` marks a form that stands only before a pronoun (قصفو in
قصفوها), one with `jussive` a form that stands only after لم، لا or ل (لم يصب).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from rasid.text import fold_word, without_article

Kind = Literal["past", "present", "masdar", "active", "passive"]
Forms = dict[str, tuple["FormTag", ...]]


@dataclass(frozen=True, slots=True)
class FormTag:
    """What one written form can be: `active` and `passive` are participles, `passive_only` is of finite verbs."""

    kind: Kind
    person: Literal["", "1", "3"] = ""
    gender: Literal["", "m", "f"] = ""
    number: Literal["", "s", "d", "p"] = ""
    passive_only: bool = False
    bound: bool = False
    jussive: bool = False
    companion: bool = False

    @property
    def is_verb(self) -> bool:
        """Tell whether the form is finite."""
        return self.kind in ("past", "present")


def verb_forms(past: str, present: str, *, passive: Iterable[str] = ()) -> Forms:
    """Conjugate a verb given raw (hamza, final ى and a final shadda count) in the third person masculine singular.

    `passive` lists passives that no rule gives; those that a rule gives (هوجم، قيل، أعيد، يُقال، يوضع) are added anyway.
    """
    pairs: list[tuple[str, FormTag]] = []
    if past:
        pairs += _past(past)
    hollow = _is_hollow(_undouble(past)[0])
    if present:
        pairs += _present(present, hollow=hollow)
    for form in (*passive, *_passives(past, present)):
        found = _present(form, hollow=hollow) if _is_present(form) else _past(form)
        known = {folded for folded, _ in pairs}
        pairs += [(folded, replace(tag, passive_only=True)) for folded, tag in found if folded not in known]
    return collect(pairs)


def noun_forms(noun: str, kind: Kind) -> Forms:
    """Inflect a noun or participle, given without article; of a phrase its first word, and an adjective in the dual."""
    head, _, tail = noun.partition(" ")
    if not tail:
        return collect(_noun(head, kind))
    rest = phrase_key(tail)
    return collect((f"{form} {_agree(rest, form, tag)}", tag) for form, tag in _noun(head, kind) if not tag.bound)


def _agree(rest: str, head: str, tag: FormTag) -> str:
    """Put the words after a full dual (عبوتين) into the dual as well; after a construct (عبوتي) they stay."""
    if tag.number != "d" or not head.endswith(("ان", "ين")):
        return rest
    return " ".join((word[:-1] + "ت" if word.endswith("ه") else word) + head[-2:] for word in rest.split())


def phrase_key(phrase: str) -> str:
    """Return the folded phrase without articles, as lexicon keys have it; `phrase` is raw, with at least one word."""
    return " ".join(_bare(word) for word in phrase.split())


def collect(pairs: Iterable[tuple[str, FormTag]]) -> Forms:
    """Group tags by form, in order and without repetition."""
    forms: dict[str, list[FormTag]] = {}
    for form, tag in pairs:
        tags = forms.setdefault(form, [])
        if tag not in tags:
            tags.append(tag)
    return {form: tuple(tags) for form, tags in forms.items()}


def _bare(word: str) -> str:
    """Fold a raw word; an article is one only where the alif bears no hamza (إلقاء keeps its letters)."""
    return without_article(fold_word(word)) if word.startswith("ال") else fold_word(word)


# --- finite verbs


def _past(past: str) -> list[tuple[str, FormTag]]:
    stem, doubled = _undouble(past)
    if stem.endswith(("ى", "ا")) and len(stem) > 2:
        endings = _past_defective(stem)
    elif stem.endswith("ي"):
        endings = [
            stem,
            stem + "ت",
            stem[:-1] + "وا",
            stem[:-1] + "و",
            stem + "ا",
            stem + "تا",
            stem + "ن",
            stem + "نا",
        ]
    else:
        short = _short_past(stem, doubled=doubled)
        women, we = (short, short + "ا") if short.endswith("ن") else (short + "ن", short + "نا")
        endings = [stem, stem + "ت", stem + "وا", stem + "و", stem + "ا", stem + "تا", women, we]
    pairs = list(zip(map(fold_word, endings), _PAST_TAGS, strict=True))
    if stem.endswith("أ"):
        they = fold_word(stem[:-1] + "ؤو")
        pairs += [(they + "ا", _PAST_TAGS[2]), (they, _PAST_TAGS[3])]
    if stem.endswith("ى"):
        pairs.append((fold_word(stem[:-1] + "ا"), replace(_PAST_TAGS[0], bound=True)))
    return pairs


def _past_defective(stem: str) -> list[str]:
    root = stem[:-1]
    weak = root + ("و" if stem.endswith("ا") else "ي")
    return [stem, root + "ت", root + "وا", root + "و", weak + "ا", root + "تا", weak + "ن", weak + "نا"]


def _short_past(stem: str, *, doubled: bool) -> str:
    """Return the stem before a consonant ending: a doubled letter opens (شن → شنن), أصاب shortens to أصب."""
    if doubled or len(stem) == 2:
        return stem + stem[-1]
    if _is_hollow(stem):
        return stem[:-2] + stem[-1]
    return stem


def _present(present: str, *, hollow: bool) -> list[tuple[str, FormTag]]:
    stem, _ = _undouble(present)
    body = stem[1:]
    if body.endswith(("ى", "ي", "و")):
        root = body[:-1]
        weak = root + ("و" if body.endswith("و") else "ي")
        plural, dual, women, short = root + "و", weak + "ا", weak + "ن", root
    else:
        short = body[:-2] + body[-1] if hollow and body[-2] in "اوي" else body
        plural, dual, women = body + "و", body + "ا", short + "ن"
    pairs: list[tuple[str, FormTag]] = []

    def add(form: str, tag: FormTag) -> None:
        pairs.append((fold_word(form), tag))

    for prefix, tag in (("ي", _HE), ("ت", _SHE), ("ن", _WE)):
        add(prefix + body, tag)
        if short != body:
            add(prefix + short, replace(tag, jussive=True))
        if body.endswith("ى"):
            add(prefix + body[:-1] + "ا", replace(tag, bound=True))
    add("ي" + plural + "ن", _THEY)
    add("ي" + plural + "ا", _THEY)
    add("ي" + plural, replace(_THEY, bound=True))
    for prefix, tag in (("ي", _BOTH_M), ("ت", _BOTH_F)):
        add(prefix + dual + "ن", tag)
        add(prefix + dual, tag)
    add("ي" + women, _WOMEN)
    if body.endswith("أ"):
        add("ي" + body[:-1] + "ؤون", _THEY)
        add("ي" + body[:-1] + "ؤوا", _THEY)
    return pairs


def _is_hollow(stem: str) -> bool:
    """Tell whether an alif before the last letter is the middle root letter: قاد، أصاب، اغتال، انقاد، استعاد."""
    if len(stem) < 3 or stem[-2] != "ا" or stem[-1] in "اى":
        return False
    if len(stem) == 3:
        return True
    if len(stem) == 4:
        return stem.startswith("أ")
    if len(stem) == 5:
        return stem.startswith("ا") and (stem[2] == "ت" or stem[1] == "ن")
    return len(stem) == 6 and stem.startswith("است")


def _undouble(form: str) -> tuple[str, bool]:
    """Drop short vowels; return the letters and whether the last one carries a shadda."""
    letters = "".join(letter for letter in form if not "\u064b" <= letter <= "\u0652")
    return letters, form.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0652").endswith("\u0651")


_HE = FormTag("present", "3", "m", "s")
_SHE = FormTag("present", "3", "f", "s")
_WE = FormTag("present", "1", "", "p")
_THEY = FormTag("present", "3", "m", "p")
_WOMEN = FormTag("present", "3", "f", "p")
_BOTH_M = FormTag("present", "3", "m", "d")
_BOTH_F = FormTag("present", "3", "f", "d")
_PAST_TAGS = (
    FormTag("past", "3", "m", "s"),
    FormTag("past", "3", "f", "s"),
    FormTag("past", "3", "m", "p"),
    FormTag("past", "3", "m", "p", bound=True),
    FormTag("past", "3", "m", "d"),
    FormTag("past", "3", "f", "d"),
    FormTag("past", "3", "f", "p"),
    FormTag("past", "1", "", "p"),
)


# --- passives


def _is_present(form: str) -> bool:
    return form.startswith("ي")


def _passives(past: str, present: str) -> list[str]:
    """Return the passives whose consonants differ from the active, raw."""
    past, present = _undouble(past)[0], _undouble(present)[0]
    return [form for form in (*_past_passives(past), *_present_passives(past, present)) if form]


def _past_passives(past: str) -> list[str]:
    if len(past) < 3:
        return []
    if past[-1] in "اى":
        past_of_long = past[0] + "و" + past[2:] if len(past) == 4 and past[1] == "ا" else past
        return [past_of_long[:-1] + "ي"]
    if _is_hollow(past):
        return [past[:-2] + "ي" + past[-1]]
    if len(past) == 4 and past[1] == "ا":
        return [past[0] + "و" + past[2:]]
    if len(past) == 5 and past[0] == "ت" and past[2] == "ا":
        return ["ت" + past[1] + "و" + past[3:]]
    return []


def _present_passives(past: str, present: str) -> list[str]:
    if not past or len(present) < 3:
        return []
    if present[-1] == "و":
        return [present[:-1] + "ى"]
    if present[-2] in "وي" and _is_hollow(past):
        return [present[:-2] + "ا" + present[-1]]
    if present[1] in "أا" and past[0] == "أ" and len(past) == 3:
        return ["يؤ" + present[2:]]
    if past[0] == "و" and len(past) == 3 and len(present) == 3:
        return ["يو" + present[1:]]
    return []


# --- nouns


def _noun(noun: str, kind: Kind) -> list[tuple[str, FormTag]]:
    # No construct dual in ي after a consonant: the same letters are an adjective far more often (هجومي، صاروخي).
    one, two, many = FormTag(kind, number="s"), FormTag(kind, number="d"), FormTag(kind, number="p")
    base = _undouble(noun)[0]
    forms: list[tuple[str, FormTag]] = []
    if base.endswith("ة"):
        root = base[:-1]
        forms = [(base, one), (root + "ت", replace(one, bound=True))]
        forms += [(root + end, two) for end in ("تان", "تين", "تا", "تي")]
        forms += [(root + "ات", many)]
    elif base.endswith("ات"):
        forms = [(base, many)]
    elif base.endswith("اء"):
        root = base[:-1]
        forms = [(base, one), (base[:-1] + "ئ", replace(one, bound=True)), (base[:-1] + "ؤ", replace(one, bound=True))]
        forms += [(root + "ء", replace(one, bound=True)), (base + "ات", many)]
        forms += [(base + end, two) for end in ("ان", "ين", "ا", "ي")]
    elif base.endswith("ى"):
        forms = [(base, one), (base[:-1] + "ا", replace(one, bound=True))]
    else:
        forms = [(base, one), (base + "ا", one), (base + "ان", two), (base + "ين", two)]
        if base.endswith("ي") and len(base) > 3:
            forms.append((base[:-1], one))
    if kind in ("active", "passive"):
        forms += _participle(base, kind)
    return [
        (fold_word(form) if not (form.endswith("ء") and tag.bound) else fold_word(form[:-1]) + "ء", tag)
        for form, tag in forms
    ]


def _participle(base: str, kind: Kind) -> list[tuple[str, FormTag]]:
    man, woman = FormTag(kind, gender="m", number="p"), FormTag(kind, gender="f", number="p")
    if base.endswith(("ة", "ى", "ات", "اء")):
        return []
    root = base[:-1] if base.endswith("ي") else base
    feminine = base + "ة"
    forms = [(feminine, FormTag(kind, gender="f", number="s")), (base + "ات", woman)]
    forms += [(root + end, man) for end in ("ون", "ين", "و", "ي")]
    return forms
