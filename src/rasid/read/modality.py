"""Whether it happened: negation, intent, attempt, threat and denial, each within its clause."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.read.clauses import Clause
from rasid.read.drafts import Draft
from rasid.read.grid import Grid
from rasid.read.matcher import Hit
from rasid.read.predicates import Predicate

_REACH = 4
_TERMS_REASON = "among the terms"
_INTENT = {
    "intent": "planned",
    "future": "planned",
    "threat": "threatened",
    "attempt": "attempted",
    "planned": "planned",
    "terms": "planned",
}
_ASKED = frozenset({"ب", "ل"})
_CALLS = frozenset({"دعا", "طلب", "أمر", "طالب", "ناشد"})
_ENTRIES = frozenset({"توغل", "تسلل", "تقدم"})
_FOILS = frozenset({"أحبط", "أفشل", "صد", "تصدى"})


def negated(grid: Grid, predicate: Predicate, first: int) -> bool:
    """Tell whether a negation stands directly before the predicate (or before the verb that carries it)."""
    anchor = predicate.carrier or predicate
    for index in range(max(first, anchor.first - 2), anchor.first + 1):
        for hit in grid.at(index, "negation"):
            if hit.last <= anchor.first and anchor.first - hit.last <= 1 and hit.payload.kind == "negation":
                return not _excepted(grid, anchor)
    return False


def _excepted(grid: Grid, anchor: Predicate) -> bool:
    """Whether an exception takes the negation back: "لم يسفر الهجوم إلا عن إصابة عنصرين"."""
    words = grid.words
    for index in range(anchor.last, min(anchor.last + 8, len(words))):
        if words[index].kind == "mark":
            return False
        if words[index].form in ("الا", "سوي"):
            return True
    return False


def charged(grid: Grid, predicate: Predicate, first: int) -> bool:
    """Tell whether a noun only says what somebody is charged with or excused by ("بتهمة قتل", "بذريعة استهداف")."""
    if not predicate.noun or predicate.carrier is not None:
        return False
    return any(
        hit.payload.kind == "charge" and hit.last == predicate.first
        for index in range(max(first, predicate.first - 2), predicate.first)
        for hit in grid.at(index, "cue_word")
    )


def habitual(grid: Grid, predicate: Predicate, clause: Clause) -> bool:
    """Tell whether a present tells what somebody does time and again ("تشن بين الحين والآخر"), no single happening."""
    anchor = predicate.carrier or predicate
    if not _only_present(anchor):
        return False
    return any(
        hit.payload.kind == "habit" for index in range(clause.first, clause.last) for hit in grid.at(index, "cue_word")
    )


def modality_of(
    grid: Grid, predicate: Predicate, clause: Clause, base: str, *, start: int = 0, verbs: Sequence[int] = ()
) -> tuple[str, str]:
    """Return the modality and the reason.

    `base` is the frame's own, `start` the first word of the sentence, `verbs` where its finite verbs stand.
    """
    anchor = predicate.carrier or predicate
    if anchor is not predicate and anchor.light is not None and anchor.light[0].modality != "asserted":
        return _carried(grid, anchor, predicate, base)
    if anchor.split.future or predicate.split.future:
        return "planned", "future"
    for index in range(max(start, anchor.first - _REACH), anchor.first):
        for hit in grid.at(index, "cue_word"):
            inside = hit.first >= clause.first or hit.last > clause.first  # "على أن": the clause opens within it
            if (
                inside
                and hit.payload.kind in _INTENT
                and hit.last <= anchor.first
                and not _asked(hit.split.prep, hit.payload.lemma)
                and not (hit.payload.kind == "terms" and not _lays_down(grid, hit, predicate))
            ):
                reason = (
                    f"{_TERMS_REASON} after '{hit.payload.lemma}'"
                    if hit.payload.kind == "terms"
                    else f"'{hit.payload.lemma}' before it"
                )
                return _INTENT[hit.payload.kind], reason
    if _thwarted(grid, anchor, start):
        return "attempted", "before they could"
    if _threatened(grid, predicate, start, verbs):
        return "threatened", "what a threat is about"
    terms = _terms(grid, predicate, start, verbs)
    return ("planned", f"{_TERMS_REASON} after '{terms}'") if terms else (base, "")


def _carried(grid: Grid, anchor: Predicate, predicate: Predicate, base: str) -> tuple[str, str]:
    """The light verb's modality, unless it only gives the ground ("بطلب من", "استجابة لدعوات") or an entry was repelled."""
    assert anchor.light is not None
    light = anchor.light[0]
    if light.id in _CALLS and anchor.noun and anchor.split.prep in _ASKED:
        return base, ""
    if light.id in _FOILS and any(frame.id in _ENTRIES for frame, _ in predicate.senses):
        return base, ""  # an infiltration that was repelled in a fight took place
    return light.modality, f"'{light.id}'"


def _asked(prep: str, lemma: str) -> bool:
    return prep in _ASKED and lemma in ("طلب", "دعوة")


def _thwarted(grid: Grid, anchor: Predicate, start: int) -> bool:
    """ "قبل أن يتمكن X من …": it did not come to it."""
    forms = [word.form for word in grid.words[max(start, anchor.first - 8) : anchor.first + 1]]
    return any(
        forms[at : at + 2] == ["قبل", "ان"] and at + 2 < len(forms) and forms[at + 2] in _CAN
        for at in range(len(forms) - 2)
    )


_CAN = frozenset({"يتمكن", "تتمكن", "يتمكنوا", "يتمكنا", "تتمكنا"})


def _terms(grid: Grid, predicate: Predicate, start: int, verbs: Sequence[int]) -> str:
    """What an agreement or order lays down, after "ينص على", "بموجبه", "على أن" in the sentence.

    Verbs of the present, and nouns that go on after a term ("على سحب … وتسليم …", "يقضي … بانسحاب") with no verb between.
    """
    anchor = predicate.carrier or predicate
    present = _present(anchor)
    listed = anchor.noun and (anchor.split.conj == "و" or anchor.split.prep == "ب")
    if not present and not listed:
        return ""
    for index in range(start, anchor.first):
        for hit in grid.at(index, "cue_word"):
            if hit.payload.kind != "terms" or hit.last > anchor.first or not _lays_down(grid, hit, predicate):
                continue
            if present or not any(hit.last <= verb < anchor.first and not _related(grid, verb) for verb in verbs):
                return str(hit.payload.lemma)
    return ""


def _related(grid: Grid, verb: int) -> bool:
    """Whether a verb stands in a relative clause ("الاتفاق، الذي جرى …، بانسحاب")."""
    return grid.words[verb - 1].form in _WHICH


def _lays_down(grid: Grid, hit: Hit, predicate: Predicate) -> bool:
    """Whether a cue of terms opens terms, and the predicate is one of them and not the agreement itself.

    "يقضي بتسليم" and not "يقضي تحت التعذيب", who dies; "بموجب اتفاق أبرم" tells of the agreement.
    """
    form = grid.words[hit.first].form.removeprefix("و")
    if form in _DECREES and not _decreed(grid, hit.last):
        return False
    agreement = predicate.noun and all(frame.type == "politics.agreement" for frame, _ in predicate.senses)
    if not agreement:
        return True
    return not (predicate.split.article or (form in _UNDER and predicate.first - hit.last <= 1))


def _decreed(grid: Grid, at: int) -> bool:
    """Whether what is decreed, or the agreement that decrees it, stands at word `at`."""
    if at >= len(grid.words):
        return False
    form = grid.words[at].form
    return (
        form.startswith(("ب", "ال"))
        or form == "ان"
        or any(hit.payload[0].type == "politics.agreement" for hit in grid.at(at, "frame"))
    )


_DECREES = frozenset({"يقضي", "تقضي"})
_UNDER = frozenset({"بموجب"})
_WHICH = frozenset({"الذي", "التي", "الذين", "اللذين", "اللذان"})
_THREATS = frozenset({"هدد", "توعد", "لوح", "أنذر"})
_THREAT_REACH = 10
_PHASES = frozenset({"الشروع", "البد", "مواصله", "استمرار", "استيناف", "تنفيذ", "شن", "توسيع", "تكثيف", "تصعيد"})


def _threatened(grid: Grid, predicate: Predicate, start: int, verbs: Sequence[int]) -> bool:
    """Whether a noun is what a threat names: "هددت X من جهتها بالشروع في إعدام", "ملوحا بمواصلة القصف"."""
    if not predicate.noun:
        return False
    at = predicate.first
    while not grid.words[at].form.startswith("ب") and at > start:
        before = grid.words[at - 1].form
        if before != "في" and before.removeprefix("ب") not in _PHASES:
            return False
        at -= 1
    for index in range(at - 1, max(start, at - _THREAT_REACH) - 1, -1):
        if any(
            hit.payload[0].id.split("/")[-1] in _THREATS for kind in ("frame", "light") for hit in grid.at(index, kind)
        ):
            return not any(index < verb < at for verb in verbs)
    return False


def _present(anchor: Predicate) -> bool:
    """Whether the verb may be read as a present."""
    return anchor.verb and any(
        tag.kind == "present" for _, tag in (*anchor.senses, *([anchor.light] if anchor.light else []))
    )


def _only_present(anchor: Predicate) -> bool:
    """Whether the verb can be nothing but a present, and none of the future."""
    tags = [tag for _, tag in (*anchor.senses, *([anchor.light] if anchor.light else []))]
    return anchor.verb and not anchor.split.future and bool(tags) and all(tag.kind == "present" for tag in tags)


def carry_terms(drafts: Sequence[Draft], lines: Sequence[int]) -> None:
    """Terms told over several sentences of a paragraph: what follows in the present goes on with them.

    `lines` is the line of each sentence.
    """
    line, said = -1, False
    for draft in drafts:
        if any(t.field == "modality" and t.reason.startswith(_TERMS_REASON) for t in draft.trace):
            line, said = lines[draft.sentence], True
        present = _present(draft.predicate.carrier or draft.predicate)
        if said and present and draft.modality == "asserted" and lines[draft.sentence] == line:
            draft.modality, draft.date = "planned", None
            draft.tell("modality", "planned", f"{_TERMS_REASON} told before it")


def clause_at(clauses: Sequence[Clause], index: int) -> Clause:
    """Return the clause that holds a word."""
    for clause in clauses:
        if clause.first <= index < clause.last:
            return clause
    return clauses[-1]
