"""When: the time words that belong to a predicate, by clause and nearness."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from rasid.model.claims import Interval, Span
from rasid.model.times import TimeMention
from rasid.read.predicates import Predicate
from rasid.read.roles import Setting
from rasid.resolve.times import resolve_linked, resolve_time
from rasid.text import Word

WEIGHTS = {
    "same": 3.0,
    "clause_boundary": -1.2,
    "relative_boundary": -0.5,
    "verb_between": -0.9,
    "before": -0.2,
    "opening": 0.9,
    "word": -0.03,
    "since_word": -0.2,  # "the release of a man held since May": the state nearest to it began then
}
_AHEAD = frozenset({"planned", "threatened"})
_VAGUE = frozenset({"later", "running", "same", "daypart"})
_TAIL_REACH = 2
_OWN_REACH = 12
_DATED = frozenset({"date", "day", "weekday", "months"})
_DAYS = frozenset({"date", "weekday", "running"})
_UNKNOWN_REACH = 8
_BY_TERMS = frozenset({"تنفيذا", "وتنفيذا", "تطبيقا", "ضمن", "بموجب", "وبموجب", "وفق", "وفقا", "بنود", "بنودها"})
_BARE_TERMS = frozenset({"ضمن", "بموجب", "وبموجب", "وفق"})
_SKIP = frozenset({"duration", "clock"})


def choose_time(
    predicate: Predicate,
    setting: Setting,
    times: Sequence[TimeMention],
    words: Sequence[Word],
    *,
    published: date,
    anchor: Interval | None,
    modality: str = "asserted",
) -> Interval | None:
    """Return the days told for a predicate by the nearest fitting time words of its sentence."""
    linked = _linked(predicate, setting, times, words, published=published, anchor=anchor)
    if linked is not None:
        return linked
    best: tuple[float, Interval] | None = None
    anchors = _anchors(times, published=published, anchor=anchor)
    for mention in times:
        if mention.expression.kind in _SKIP or mention.expression.baseline:
            continue
        score = _score(predicate, setting, mention)
        if best is not None and score <= best[0]:
            continue
        ahead = modality in _AHEAD
        interval = resolve_time(
            mention.expression,
            published=published,
            anchor=anchors[mention.first],
            future=ahead and mention.first > predicate.first,
        )
        if interval is not None and ahead and (interval.end < published or mention.expression.kind in _VAGUE):
            continue  # the day of the announcement
        if interval is not None and score > 0.2:
            span = Span(words[mention.first].start, words[mention.last - 1].end)
            best = (score, Interval(interval.start, interval.end, interval.text, span, interval.reason))
    return best[1] if best is not None else None


def _anchors(times: Sequence[TimeMention], *, published: date, anchor: Interval | None) -> dict[int, Interval | None]:
    """The day that each time counts from: the one named before it in the sentence ("الجمعة … ثم في اليوم التالي")."""
    found: dict[int, Interval | None] = {}
    for mention in times:
        found[mention.first] = anchor
        expression = mention.expression
        if expression.kind in _DAYS and not expression.tail and not expression.baseline:
            anchor = resolve_time(expression, published=published, anchor=anchor) or anchor
    return found


def _linked(
    predicate: Predicate,
    setting: Setting,
    times: Sequence[TimeMention],
    words: Sequence[Word],
    *,
    published: date,
    anchor: Interval | None,
) -> Interval | None:
    """ "بعد يومين من هجوم": the happening after it, counted back from the day of what stands before it."""
    starts = {predicate.first, predicate.carrier.first if predicate.carrier is not None else predicate.first}
    tie = next(
        (t for t in times if t.expression.tail and any(0 <= start - t.last <= _TAIL_REACH for start in starts)), None
    )
    if tie is None or any(t.expression.kind in _DATED and 0 < t.first - predicate.first <= _OWN_REACH for t in times):
        return None
    others = [t for t in times if t.first < tie.first and t.expression.kind not in _SKIP and not t.expression.tail]
    main = resolve_time(others[-1].expression, published=published, anchor=anchor) if others else None
    main = main or anchor or Interval(published - timedelta(days=1), published)
    interval = resolve_linked(tie.expression, main=main)
    if interval is None:
        return None
    span = Span(words[tie.first].start, words[tie.last - 1].end)
    return Interval(interval.start, interval.end, interval.text, span, interval.reason)


def undated(predicate: Predicate, type_: str, times: Sequence[TimeMention], words: Sequence[Word], first: int) -> str:
    """Return why a happening with no day told cannot be of the day of the report, or an empty string.

    "في وقت سابق" with كان قد; an agreement that is only referred to ("تنفيذا للاتفاق", "بموجب الاتفاق").
    """
    anchor = predicate.carrier or predicate
    had = any(word.form in ("قد", "وقد") for word in words[max(first, anchor.first - 2) : anchor.first])
    if (had or anchor.verb) and any(
        t.expression.kind == "unknown" and abs(t.first - anchor.first) <= _UNKNOWN_REACH for t in times
    ):
        return "'في وقت سابق': no day can be told"
    if type_ == "politics.agreement" and predicate.noun and predicate.carrier is None and not times:
        before = {word.form for word in words[max(first, predicate.first - 2) : predicate.first]}
        if before & _BY_TERMS and (predicate.split.prep or before & _BARE_TERMS):
            return "an agreement that is only referred to"
    return ""


def _score(predicate: Predicate, setting: Setting, mention: TimeMention) -> float:
    anchor = predicate.carrier or predicate
    after = mention.first >= anchor.first
    if not after and any(mention.last <= turn <= anchor.first for turn in setting.turns):
        return -1.0
    near = mention.first if after else mention.last - 1
    hard, relative = setting.boundaries(near, anchor.first)
    score = WEIGHTS["same"] + WEIGHTS["clause_boundary"] * hard + WEIGHTS["relative_boundary"] * relative
    score += WEIGHTS["verb_between"] * setting.verbs_between(near, anchor.first) + WEIGHTS["word"] * abs(
        near - anchor.first
    )
    if after and mention.expression.bound == "since":
        score += WEIGHTS["since_word"] * abs(near - anchor.first)
    if not after:
        score += WEIGHTS["before"]
        if mention.first - setting.offset <= 2:
            score += WEIGHTS["opening"]
    return score
