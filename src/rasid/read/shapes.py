"""The outer shape of words that no lexicon knows: what may be a verb, where a noun of happening stands."""

from __future__ import annotations

from rasid.read.grid import QUOTES, Grid

_ASKS_FOR_NOUN = frozenset(
    [
        "عمليه", "عمليات", "اثر", "خلال", "بعد", "عقب", "جراء", "نتيجه", "محاوله", "محاولات", "اثناء", "حمله", "حملات",
        "جريمه", "جرائم", "بسبب", "وقوع", "حادث", "حادثه", "حوادث", "اعمال", "بتهمه", "وسط", "استمرار", "تجدد", "قبل",
    ]
)  # fmt: skip
_OPENS_VERB = frozenset(
    [
        "قد", "وقد", "لم", "لن", "ان", "انه", "انها", "انهم", "حيث", "الذي", "التي", "الذين", "كما", "فيما", "بينما",
        "عندما", "بعدما", "حين", "كان", "كانت", "كانوا", "وكان", "وكانت", "ثم", "لا", "ولم", "ولا", "مما", "ما",
        "وفيما", "وكما", "وحيث", "لكن", "اذ", "بات", "باتت", "حتي", "قبل", "بان", "بانه", "بانها",
    ]
)  # fmt: skip
_ENDINGS = ("ون", "وا", "ان", "ين")
_PRONOUNS = ("هما", "ها", "هم", "ه")
_SHORTEST = 3


def verb_shape(text: str, form: str) -> str:
    """Return "present", "past" or "" for a raw word and its folded form: by its first letters, its end, its length."""
    bare = _bare(form)
    raw = text.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650")
    if (
        raw.endswith(("ة", "ات", "ء", "اً", "ًا"))
        or form.startswith(("ال", "وال", "فال", "بال", "لل"))
        or len(bare) < _SHORTEST
    ):
        return ""
    if bare[0] in "يت" and len(bare) > _SHORTEST:
        return "present"
    return "past" if not bare.endswith(("ين", "ون", "يه", "ي")) and len(bare) <= 7 else ""


def opens_clause(grid: Grid, index: int, first: int) -> bool:
    """Whether a verb is expected here: at the head of a sentence, after a comma, a conjunction or a word that opens one."""
    at = index - 1
    while at >= first and grid.words[at].kind == "mark" and grid.words[at].form in QUOTES:
        at -= 1
    if at < first:
        return True
    form = grid.words[index].form
    joined = form[:1] in ("و", "ف") and len(form) > _SHORTEST + 1
    before = grid.words[at]
    return before.form in _OPENS_VERB or joined or (before.kind == "mark" and before.form in ("،", ":", ".", "..", "-"))


def noun_of_happening(grid: Grid, index: int, first: int) -> bool:
    """Whether a noun without article stands where one of happening is asked for (إثر …), and is no adjective."""
    if index <= first or grid.words[index - 1].kind != "word":
        return False
    before, form = grid.words[index - 1].form, grid.words[index].form
    asked = before in _ASKS_FOR_NOUN or (before[:1] in "وفبل" and before[1:] in _ASKS_FOR_NOUN)
    return asked and not form.startswith(("ال", "وال", "بال", "لل", "ان")) and not form.endswith(("يه", "ين"))


def named_by_head(grid: Grid, index: int) -> bool:
    """Whether the word after a head may be a name: a head that follows a number or a demonstrative only counts."""
    before = grid.words[index - 1].form if index else ""
    return before not in ("هذه", "هذا", "تلك", "عده", "كل", "اي", "بعض")


def skeleton(form: str) -> str:
    """Return what the forms of one verb share: no conjunction, future, person, number or pronoun."""
    bare = _bare(form)
    if bare[0] in "يت":
        bare = "ي" + bare[1:]
        bare = next((bare.removesuffix(end) for end in _ENDINGS if bare.endswith(end) and len(bare) > 5), bare)
    elif bare.endswith(("ت", "وا")) and len(bare) > _SHORTEST + 1:
        bare = bare.removesuffix("وا").removesuffix("ت")
    return next((bare.removesuffix(end) for end in _PRONOUNS if bare.endswith(end) and len(bare) > len(end) + 3), bare)


def _bare(form: str) -> str:
    """Return a form without و, ف and the س of the future."""
    if form[:1] in ("و", "ف") and len(form) > _SHORTEST:
        form = form[1:]
    if form[:1] == "س" and len(form) > _SHORTEST + 1 and form[1] in "يت":
        form = form[1:]
    return form
