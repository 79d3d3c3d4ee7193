"""Casualties belong to the happening that caused them: found in the sentence, else told just before, else of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rasid.model.claims import Count, Party
from rasid.read.counting import add_up, reconcile
from rasid.read.drafts import Draft
from rasid.read.roles import Setting

_CAUSES = ("violence.", "coercion.raid", "society.riot", "control.capture", "coercion.destruction")
_RESULT = frozenset({"result", "cause", "time", "relative", "coordination"})


@dataclass(slots=True)
class Casualty:
    """People killed or hurt, as one predicate tells it; `draft` is the event it would make on its own."""

    key: str
    at: int
    draft: Draft
    count: Count | None
    victims: list[Party]
    agents: list[Party]


def attach(casualty: Casualty, drafts: Sequence[Draft], setting: Setting | None, before: Sequence[Draft]) -> Draft | None:
    """Give a casualty to the happening that caused it; return its own draft where nothing caused it."""
    cause = _cause(casualty, drafts, setting)
    if cause is None and not casualty.agents:
        cause = _earlier(casualty, before)
    if cause is None:
        own = casualty.draft
        if not casualty.victims and not casualty.agents and (casualty.count is None or not own.kinds.get("weapons")):
            return None
        if casualty.count is not None:
            own.counts[casualty.key] = casualty.count
        return own if casualty.key == "killed" or casualty.agents or own.type != casualty.draft.frame.type else None
    if casualty.count is not None:
        _take(cause, casualty, casualty.count)
    if not cause.roles.get("target") and casualty.victims and cause.type != "violence.clash":
        cause.add("target", casualty.victims)
    if not cause.roles.get("initiator") and casualty.agents and cause.frame.subject == "initiator":
        cause.add("initiator", casualty.agents)
    cause.words.extend(span for span in casualty.draft.words if span not in cause.words and casualty.draft.sentence != cause.sentence)
    cause.tell("counts", casualty.key, "casualties belong to the happening that caused them")
    return None


def _take(cause: Draft, casualty: Casualty, count: Count) -> None:
    """Add a toll to what the cause has: other people of the same sentence, or the same people told again."""
    known = cause.counts.get(casualty.key)
    if known is None:
        cause.counts[casualty.key] = count
    else:
        same_sentence = casualty.draft.sentence == cause.sentence
        cause.counts[casualty.key] = add_up(known, count) if same_sentence else reconcile(known, count)


def _cause(casualty: Casualty, drafts: Sequence[Draft], setting: Setting | None) -> Draft | None:
    best: tuple[float, Draft] | None = None
    for draft in drafts:
        if draft.casualty or not draft.type.startswith(_CAUSES) or draft.modality not in ("asserted", "attempted"):
            continue
        cost = 0.1 * abs(draft.predicate.first - casualty.at)
        if setting is not None:
            hard, relative = setting.boundaries(draft.predicate.first, casualty.at)
            cost += 0.8 * hard + 0.3 * relative
        if best is None or cost < best[0]:
            best = (cost, draft)
    return best[1] if best is not None and best[0] < 4.5 else None


def _earlier(casualty: Casualty, before: Sequence[Draft]) -> Draft | None:
    """A violent happening told just before (or in the headline), when the casualty's own words give neither place nor time."""
    if casualty.draft.places or casualty.draft.date is not None:
        return None
    for draft in reversed(before):
        if draft.type.startswith("violence.") and not draft.casualty and draft.sentence >= casualty.draft.sentence - 2 and draft.modality == "asserted":
            return draft
    return None
