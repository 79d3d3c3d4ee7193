"""Casualties belong to what caused them: found in the sentence, else told just before, else an event of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from rasid.model.claims import Count, Party
from rasid.read.counting import add_up, reconcile
from rasid.read.drafts import Draft
from rasid.read.grid import Grid
from rasid.read.predicates import Predicate
from rasid.read.roles import Setting

_CAUSES = ("violence.", "coercion.raid", "society.riot", "control.capture")
_BREATH = 16
_GUESSED = frozenset({"violence.assault", "violence.attack_civilians"})  # what a death is where no means are told
_OWN_KIND = frozenset({"violence.execution", "violence.assassination"})  # told with who did it, caused by nothing else
_OUTCOME = frozenset(
    ["ادي", "ادت", "اسفر", "اسفرت", "تسبب", "تسببت", "خلف", "خلفت", "اوقع", "اوقعت", "اوقعوا", "موقعه", "موقعا"]
)
_OF_IT = frozenset(["اثره", "اثرها", "اثرهما", "ذلك", "فيه", "فيها", "خلاله", "خلالها", "ضحيته", "ضحيتها"])
_DELIBERATE = frozenset({"أعدم", "تصفية ميدانية", "اغتال", "قطع رأس", "صفى"})
_DIED = frozenset({"توفي", "مات", "فارق الحياة", "لفظ أنفاسه"})


@dataclass(slots=True)
class Casualty:
    """People killed or hurt, as one predicate tells it; `draft` is the event it would make on its own."""

    key: str
    at: int
    draft: Draft
    count: Count | None
    victims: list[Party]
    agents: list[Party]
    resulting: bool = False  # told as the outcome of what stands before ("ما أدى إلى مقتل", "فقُتل", "على إثره")
    there: bool = False  # told of the place that stands before it ("حيث جُرح تسعة")

    @property
    def named(self) -> bool:
        """Whether a noun for the dead or hurt tells it ("القتلى", "جرحى"), no verb and no act."""
        tag = self.draft.predicate.tag
        return self.draft.predicate.noun and tag is not None and tag.kind == "passive"

    @property
    def doers(self) -> list[Party]:
        """Who did it; what stands before a noun for the dead ("تحدثت الوزارة عن 4 قتلى") did nothing."""
        return [] if self.named else self.agents


def attach(
    casualties: Sequence[Casualty], drafts: Sequence[Draft], setting: Setting | None, before: Sequence[Draft]
) -> list[Draft]:
    """Give the casualties of a sentence to what caused them; return the events of those that nothing caused."""
    alone: list[Draft] = []
    for run in _runs(casualties, drafts):
        if run[0].draft.frame.type in _OWN_KIND and run[0].doers:
            for casualty in run:
                _take(run[0].draft, casualty)
            alone.append(run[0].draft)
            continue
        cause = _cause(run, drafts, setting)
        if cause is None:
            cause = _told_before(run, before)
        if cause is None and not any(casualty.doers or _deliberate(casualty) for casualty in run):
            cause = _earlier(run[0], before)
        if cause is not None:
            for casualty in run:
                _give(cause, casualty)
            continue
        able = [casualty for casualty in run if _stands_alone(casualty)]
        if able:
            chosen = next((casualty for casualty in able if casualty.draft.type != casualty.draft.frame.type), able[0])
            for casualty in run:
                _take(chosen.draft, casualty)
            alone.append(chosen.draft)
    return alone


def told_as_outcome(grid: Grid, predicate: Predicate, first: int, last: int) -> bool:
    """Whether words [first, last) tell the dead or hurt of a predicate as the outcome of what stands before it."""
    if predicate.verb and predicate.split.conj == "ف":
        return True
    words = grid.words
    for at in range(max(first, predicate.first - 4), predicate.last):
        form = words[at].form
        if form in _OUTCOME or (form[:1] in ("و", "ف") and form[1:] in _OUTCOME):
            return True
    after = range(predicate.last, min(last, predicate.last + 3))
    return any(words[at].form in _OF_IT for at in after)


def _runs(casualties: Sequence[Casualty], drafts: Sequence[Draft]) -> list[list[Casualty]]:
    """Casualties of one fate: the dead and the hurt told in one breath ("مقتل ثلاثة وإصابة خمسة")."""
    runs: list[list[Casualty]] = []
    for casualty in sorted(casualties, key=lambda one: one.at):
        last = runs[-1][-1] if runs else None
        joined = (
            last is not None
            and last.key != casualty.key
            and casualty.at - last.at <= _BREATH
            and not any(last.at < draft.predicate.first < casualty.at for draft in drafts if _violent(draft))
        )
        if joined:
            runs[-1].append(casualty)
        else:
            runs.append([casualty])
    return runs


def _stands_alone(casualty: Casualty) -> bool:
    """Whether a casualty makes an event of its own where nothing caused it."""
    own = casualty.draft
    if casualty.count is None and (casualty.named or not (casualty.victims or casualty.doers)):
        return False
    if not casualty.victims and not casualty.doers and not own.headline:
        return False
    if own.frame.id.split("/")[-1] in _DIED and own.type in _GUESSED and not casualty.doers:
        return False  # who "died", with no word on how, was not attacked
    return casualty.key == "killed" or bool(casualty.doers) or own.type != own.frame.type


def _give(cause: Draft, casualty: Casualty) -> None:
    _take(cause, casualty)
    _place_toll(cause, casualty)
    if not cause.roles.get("target") and casualty.victims and cause.type != "violence.clash":
        cause.add("target", casualty.victims)
    if not cause.roles.get("initiator") and casualty.doers and cause.frame.subject == "initiator":
        cause.add("initiator", casualty.doers)
    cause.words.extend(
        span for span in casualty.draft.words if span not in cause.words and casualty.draft.sentence != cause.sentence
    )
    cause.tell("counts", casualty.key, "casualties belong to the happening that caused them")


def _place_toll(cause: Draft, casualty: Casualty) -> None:
    """Note of which of several places a toll is told: "قصف البارة وكنصفرة، سقطت على إثره شهيدة في كنصفرة"."""
    if len(cause.places) < 2 or casualty.count is None or casualty.draft.sentence != cause.sentence:
        return
    own = [place for place in casualty.draft.places if place not in cause.places]
    before = [place for place in cause.places if place.last <= casualty.at]
    if own:
        cause.counted_at.setdefault(casualty.key, own[0])
    elif casualty.there and before:
        cause.counted_at.setdefault(casualty.key, before[-1])


def _take(cause: Draft, casualty: Casualty) -> None:
    """Add a toll to what the cause has: other people of the same sentence, or the same people told again."""
    count, known = casualty.count, cause.counts.get(casualty.key)
    if count is None:
        return
    if known is None:
        cause.counts[casualty.key] = count
    else:
        same_sentence = casualty.draft.sentence == cause.sentence
        cause.counts[casualty.key] = add_up(known, count) if same_sentence else reconcile(known, count)


def _cause(run: Sequence[Casualty], drafts: Sequence[Draft], setting: Setting | None) -> Draft | None:
    """The violent happening nearest to the casualties; one that follows in their own clause ("بقصف") comes first."""
    best: tuple[float, Draft] | None = None
    for draft in drafts:
        if draft.casualty or not _violent(draft) or draft.modality not in ("asserted", "attempted"):
            continue
        if any(_other_deed(casualty, draft) for casualty in run):
            continue
        at = draft.predicate.first
        near = run[-1].at if at > run[-1].at else run[0].at
        cost = 0.1 * abs(at - near)
        if setting is not None:
            hard, relative = setting.boundaries(at, near)
            cost += 0.8 * hard + 0.3 * relative
        if not draft.type.startswith("violence."):
            cost += 1.5
        if at > near and (draft.predicate.carrier or draft.predicate).split.conj:
            cost += 2.0
        if at > near + 2 and run[0].resulting:
            cost += 3.0
        if best is None or cost < best[0]:
            best = (cost, draft)
    return best[1] if best is not None and best[0] < 4.5 else None


def _deliberate(casualty: Casualty) -> bool:
    return casualty.draft.frame.id.split("/")[-1] in _DELIBERATE


def _other_deed(casualty: Casualty, cause: Draft) -> bool:
    """Whether a killing is a deed of its own: an execution, or done by others to those whom the cause has as its doers."""
    own = casualty.draft
    if _deliberate(casualty):
        return own.predicate.clause != cause.predicate.clause
    return cause.modality == "attempted" and bool(casualty.doers and casualty.victims) and own.predicate.verb


def _violent(draft: Draft) -> bool:
    """Whether a happening can cause casualties; one named only by who did it ("المهاجمين") is told elsewhere."""
    tag = draft.predicate.tag
    doer = draft.predicate.noun and tag is not None and tag.kind == "active"
    return draft.type.startswith(_CAUSES) and draft.type != "violence.air_defence" and not doer


def _told_before(run: Sequence[Casualty], before: Sequence[Draft]) -> Draft | None:
    """What was told to have cost the very same number of lives, or hurt as many."""
    for casualty in run:
        for draft in before:
            known = draft.counts.get(casualty.key)
            if known and casualty.count and known.low == casualty.count.low > 2 and known.high == casualty.count.high:
                return draft
    return None


def _earlier(casualty: Casualty, before: Sequence[Draft]) -> Draft | None:
    """A violent happening told just before, or in the headline, where the casualty has no place or time of its own."""
    if casualty.draft.places or casualty.draft.date is not None:
        return None
    near = [
        draft
        for draft in takewhile(lambda draft: draft.sentence >= casualty.draft.sentence - 2, reversed(before))
        if draft.type.startswith("violence.")
        and draft.type != "violence.air_defence"
        and not draft.casualty
        and draft.modality == "asserted"
    ]
    if near:
        told = casualty.draft.type if casualty.draft.type not in _GUESSED else ""
        return next((draft for draft in near if draft.type == told), near[0])
    if casualty.count is None or casualty.victims:
        return None
    violent = [draft for draft in before if _violent(draft) and draft.modality == "asserted"]
    alone = [draft for draft in violent if draft.casualty and draft.sentence == casualty.draft.sentence - 1]
    heading = [draft for draft in violent if draft.headline and not draft.casualty]
    return alone[-1] if alone else heading[0] if heading else None


def settle_headlines(drafts: Sequence[Draft]) -> list[Draft]:
    """Fold dead and hurt that the headline tells without a cause into the happening of the body that caused them."""
    kept: list[Draft] = []
    for draft in drafts:
        cause = _told_below(draft, drafts) if draft.casualty and draft.headline else None
        if cause is None:
            if not (draft.casualty and draft.headline) or any(draft.roles.values()):
                kept.append(draft)
            continue
        for key, count in draft.counts.items():
            cause.counts[key] = reconcile(cause.counts[key], count) if key in cause.counts else count
        for role in ("initiator", "target"):
            if not cause.roles.get(role) and draft.roles.get(role) and cause.type != "violence.clash":
                cause.add(role, draft.roles[role])
        cause.words = [*draft.words, *cause.words]
        cause.tell("counts", draft.type, "the headline tells its dead and hurt")
    return kept


def _told_below(headline: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The violent happening with the same toll, or the first one, where the headline names nobody who did it."""
    causes = [draft for draft in drafts if not draft.headline and _violent(draft) and draft.modality == "asserted"]
    for draft in causes:
        if same_toll(headline, draft):
            return draft
    if headline.ids("initiator") or headline.type != headline.frame.type:
        return None
    return next((draft for draft in causes if draft.type.startswith("violence.")), None)


def same_toll(one: Draft, other: Draft) -> bool:
    """Whether two happenings have a number of dead or hurt in common."""
    for key in ("killed", "wounded"):
        mine, theirs = one.counts.get(key), other.counts.get(key)
        if mine and theirs and (mine.low, mine.high) == (theirs.low, theirs.high):
            return True
    return False
