"""Whether it happened: negation, intent, attempt, threat and denial, each within its clause."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.read.clauses import Clause
from rasid.read.drafts import Draft
from rasid.read.grid import Grid
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


def modality_of(grid: Grid, predicate: Predicate, clause: Clause, base: str, *, start: int = 0) -> tuple[str, str]:
    """Return the modality and the reason; `base` is the frame's own, `start` the first word of the sentence."""
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
            ):
                reason = (
                    f"{_TERMS_REASON} after '{hit.payload.lemma}'"
                    if hit.payload.kind == "terms"
                    else f"'{hit.payload.lemma}' before it"
                )
                return _INTENT[hit.payload.kind], reason
    if _thwarted(grid, anchor, start):
        return "attempted", "before they could"
    terms = _terms(grid, predicate, start)
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


def _terms(grid: Grid, predicate: Predicate, start: int) -> str:
    """What an agreement or order lays down: verbs of the present after "ينص على", "بموجبه", "على أن" in the sentence."""
    anchor = predicate.carrier or predicate
    if not _present(anchor):
        return ""
    for index in range(start, anchor.first):
        for hit in grid.at(index, "cue_word"):
            if hit.payload.kind == "terms" and hit.last <= anchor.first:
                return str(hit.payload.lemma)
    return ""


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
