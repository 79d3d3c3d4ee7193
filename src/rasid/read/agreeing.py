"""Agreement: whether a verb or pronoun can speak of a party, by the gender and number that its first word shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rasid.knowledge.conjugation import FormTag
from rasid.model.claims import Party
from rasid.text import fold_word

Shows = Literal["", "m", "f", "many", "men"]
"""One masculine body, a feminine or a plural of things, a broken plural of people, a sound plural of men; "" unknown."""

_BODIES = frozenset(
    {
        "جيش", "حزب", "تنظيم", "تحالف", "حشد", "لوا", "فوج", "فيلق", "مجلس", "جهاز", "نظام", "حرس", "طيران", "فصيل", "مكتب",
        "اتحاد", "احتلال", "عدو", "حاجز", "فرع", "قسم", "مركز", "امن", "حلف", "تجمع", "انتقالي", "داعش", "رييس", "قايد", "وزير",
        "ناطق", "متحدث", "ضابط", "مسلح", "جندي", "عنصر", "شرطي",
    }
)  # fmt: skip
_BROKEN = frozenset(
    {
        "عناصر", "جنود", "ضباط", "افراد", "ابنا", "رجال", "شبان", "اهالي", "سكان", "قاده", "اعضا", "مرتزقه", "حراس", "انصار",
        "وجها",
    }
)  # fmt: skip
_THINGS = frozenset(
    {
        "فصايل", "كتايب", "اجهزه", "الويه", "عشاير", "قبايل", "مدافع", "دبابات", "ارتال", "فاطميون", "زينبيون",
    }
)  # fmt: skip
_PRONOUNS = {
    "ه": FormTag("past", person="3", gender="m", number="s"),
    "ها": FormTag("past", person="3", gender="f", number="s"),
    "هم": FormTag("past", person="3", gender="m", number="p"),
    "هما": FormTag("past", person="3", number="d"),
}
_FITTING: dict[Shows, frozenset[str]] = {
    "m": frozenset({"ms", "mp"}),
    "f": frozenset({"fs", "mp"}),
    "many": frozenset({"fs", "mp"}),
    "men": frozenset({"mp"}),
}


def shows(text: str) -> Shows:
    """Return what the first word of a party's name shows of its gender and number."""
    parts = text.strip("\"'“”«»()# ").split()
    word = fold_word(parts[0]) if parts else ""
    for form in (word, word[1:] if word[:1] in "وفلب" else word):
        bare = form.removeprefix("ال")
        if bare in _BODIES:
            return "m"
        if bare in _BROKEN:
            return "many"
        if bare in _THINGS:
            return "f"
    if word.endswith(("ه", "ات")) or word in ("قسد", "اسراييل", "تركيا", "روسيا", "ايران", "امريكا"):
        return "f"
    return "men" if len(word) > 4 and word.endswith(("ون", "ين", "حو", "لو", "يو", "مو", "رو", "بو")) else ""


def tag_of(suffix: str) -> FormTag | None:
    """Return the gender and number of a pronoun, where it shows them."""
    return _PRONOUNS.get(suffix)


def speaks_of(tag: FormTag | None, parties: Sequence[Party]) -> bool:
    """Whether a verb or pronoun behind the parties can speak of them; what shows nothing fits everything."""
    if tag is None or tag.person == "1" or not tag.number or not parties:
        return True
    if len(parties) > 1:
        return not (tag.number == "d" and len(parties) > 2)
    if tag.number == "d":
        return False
    if parties[0].reason == "referred back":
        return True  # its words are those of an earlier sentence
    fitting = _FITTING.get(shows(parties[0].text))
    return fitting is None or not tag.gender or tag.gender + tag.number in fitting
