"""What the words say of time and of number, before anything is counted out: expressions, mentions and quantities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TimeKind = Literal[
    "day", "weekday", "date", "period", "months", "season", "daypart", "ago", "recent", "earlier", "window",
    "running", "offset", "same", "later", "between", "duration", "clock", "unknown",
]  # fmt: skip
Bound = Literal["", "since", "until", "before", "after"]
Calendar = Literal["gregorian", "hijri"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One way of telling when. Fields that its kind does not use keep their defaults.

    day       a day counted from publication (`shift`: -1 is أمس), maybe confirmed by `weekdays`
    weekday   `weekdays` (Monday 0), `which`
    date      `day` to `day_to` of `months`, `year` (None: to be inferred), `which`, `calendar`
    months    a month of any year: `months` (two where the name is ambiguous), `year`, `which`, `part`
    season    as months: `months` from first to last
    period    a `unit` (week, month, year) `shift` units from the current one, or the `year` itself, maybe a `part`
    ago       `low` to `high` `unit`s before publication
    window    the last (`sign` -1) or next (+1) `low` to `high` `unit`s
    recent    مؤخراً · earlier: from the start of the current `unit` to the day before publication
    running   `shift` days from the report's running day · same: the month of the running day, with `day`
    offset    `low` to `high` `unit`s before (`sign` -1) or after (+1) the running day
    later     لاحقاً · daypart: only an hour of the day was said · clock: a clock time · unknown: في وقت سابق
    between   from the first of `ends` to the second; with one end only, `shift` days from it (غداة الجمعة)
    duration  how long, not when: `low` to `high` `unit`s; never resolved

    `bound`: منذ (since), حتى (until), قبل (before), بعد (after) such a time.
    `hour`: the part of the day, `after_midnight` included.
    `tail`: من or على follows ("بعد يومين من …"): if a happening follows, the words tie the two happenings together.
    `baseline`: "the first since …": the time belongs to the comparison, not to the happening.
    `about`: نحو and the like.
    """

    kind: TimeKind
    text: str = ""
    shift: int = 0
    weekdays: tuple[int, ...] = ()
    day: int | None = None
    day_to: int | None = None
    months: tuple[int, ...] = ()
    year: int | None = None
    calendar: Calendar = "gregorian"
    unit: str = ""
    low: float = 0
    high: float | None = 0
    sign: int = -1
    part: str = ""
    hour: str = ""
    which: str = ""
    bound: Bound = ""
    about: bool = False
    tail: bool = False
    baseline: bool = False
    ambiguous: bool = False
    ends: tuple[TimeExpression, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeMention:
    """An expression and the words it stands in: indices, `last` exclusive."""

    first: int
    last: int
    expression: TimeExpression


Role = Literal["count", "name", "calibre", "time", "distance", "weight", "percent", "age", "times", "superseded"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that the words give, as bounds; `high` is None where there is no upper bound.

    `noun` is the index of the counted noun's word (None: the number stands alone), `kind` its kind in counted.yaml
    (None: not in there), `unit` a currency or unit. `implied`: a singular noun stands for one. `role` is "count"
    unless the number counts nothing (a name, a calibre, a date, …). `others`: "three others".
    """

    first: int
    last: int
    low: int
    high: int | None
    noun: int | None = None
    unit: str | None = None
    kind: str | None = None
    role: Role = "count"
    implied: bool = False
    others: bool = False
