"""When: the time words that belong to a predicate, by clause and nearness."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rasid.model.claims import Interval, Span
from rasid.read.predicates import Predicate
from rasid.read.roles import Setting
from rasid.model.times import TimeMention
from rasid.resolve.times import resolve_time
from rasid.text import Word

WEIGHTS = {"same": 3.0, "clause_boundary": -1.2, "relative_boundary": -0.5, "verb_between": -0.6, "before": -0.2, "opening": 0.9, "word": -0.03}
_AHEAD = frozenset({"planned", "threatened"})
_VAGUE = frozenset({"later", "running", "same", "daypart"})
_SKIP = frozenset({"duration", "clock"})


def choose_time(predicate: Predicate, setting: Setting, times: Sequence[TimeMention], words: Sequence[Word], *, published: date, anchor: Interval | None, modality: str = "asserted") -> Interval | None:
    """Return the days told for a predicate by the nearest fitting time words of its sentence."""
    best: tuple[float, Interval] | None = None
    for mention in times:
        if mention.expression.kind in _SKIP or mention.expression.baseline:
            continue
        score = _score(predicate, setting, mention)
        if best is not None and score <= best[0]:
            continue
        ahead = modality in _AHEAD
        interval = resolve_time(mention.expression, published=published, anchor=anchor, future=ahead)
        if interval is not None and ahead and (interval.end < published or mention.expression.kind in _VAGUE):
            continue  # the day of the announcement
        if interval is not None and score > 0.2:
            span = Span(words[mention.first].start, words[mention.last - 1].end)
            best = (score, Interval(interval.start, interval.end, interval.text, span, interval.reason))
    return best[1] if best is not None else None


def _score(predicate: Predicate, setting: Setting, mention: TimeMention) -> float:
    anchor = predicate.carrier or predicate
    after = mention.first >= anchor.first
    near = mention.first if after else mention.last - 1
    hard, relative = setting.boundaries(near, anchor.first)
    score = WEIGHTS["same"] + WEIGHTS["clause_boundary"] * hard + WEIGHTS["relative_boundary"] * relative
    score += WEIGHTS["verb_between"] * setting.verbs_between(near, anchor.first) + WEIGHTS["word"] * abs(near - anchor.first)
    if not after:
        score += WEIGHTS["before"]
        if mention.first - setting.offset <= 2:
            score += WEIGHTS["opening"]
    return score
