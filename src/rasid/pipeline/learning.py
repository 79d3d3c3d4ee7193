"""Learning: from annotated reports to the judges that weigh what the rules propose (`data/learned/*.json`).

Every report is rehearsed with the rules alone. Each happening gives one example for each question that a judge would be
asked: is this party its initiator, target, participant (`casting_*`)? The
annotation is the answer. A small forest of trees is grown on the examples (scikit-learn's histogram gradient boosting);
its threshold is where reports that a forest has not seen come out best.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from math import exp
from pathlib import Path
from typing import Any

from rasid.errors import UsageError
from rasid.measure.gold import GoldReport, read_happening
from rasid.measure.score import Kin, Rate, counterpart, in_common
from rasid.model.contract import event_of
from rasid.read.casting import CATEGORIES, COLUMNS, ROLES, Implied
from rasid.read.reader import Rehearsed, rehearse

FOLDS = 6
JUDGED = ("initiator", "target")
"""The sides of a meeting or fight are told in its clause: a judge of them gained 0.05, and added sides to meetings that had none."""
_STEP = 0.03
THRESHOLDS = tuple(step / 100 for step in range(8, 62, 3))
_SEEDS = 1
_LEAST_SEEN = 3  # times that a class of people is seen for a role and type before it is weighed unnamed
_LEAST_WORD = 8  # times that a word is seen before a judge may tell it from others
_MOST_WORDS = 250  # in one category: what the library can tell apart
_INDIFFERENT = 0.001  # of F1: below that the lower threshold is taken, which loses less of what the report says
_GROWTH = {
    "max_iter": 60, "learning_rate": 0.1, "max_leaf_nodes": 10, "min_samples_leaf": 15, "l2_regularization": 3.0,
    "max_features": 0.5, "early_stopping": False,
}  # fmt: skip
_OWN_GROWTH = {"casting_target": {"max_leaf_nodes": 24}}
"""Who is hit depends on more at once than who acts: finer trees gain 0.02 of F1 on reports not seen; elsewhere nothing."""


@dataclass(frozen=True, slots=True)
class Example:
    """One question and its annotated answer; `happening` numbers what is asked about within all reports."""

    report: int
    happening: int
    name: str
    words: tuple[str, ...]
    numbers: tuple[float, ...]
    right: bool


@dataclass(slots=True)
class Lesson:
    """All examples for one judge; `there` are the right names of each happening, those that nobody asked for as well."""

    name: str
    categories: tuple[str, ...]
    columns: tuple[str, ...]
    examples: list[Example]
    there: dict[int, frozenset[str]]
    implied: Mapping[str, Sequence[str]]
    measured: set[int] = field(default_factory=set)  # the happenings of whole reports


@dataclass(frozen=True, slots=True)
class Learned:
    """A forest as it is written, and the F1 of what it finds and of what the rules find in reports it had not seen."""

    name: str
    document: Mapping[str, Any]
    examples: int
    rules: float
    weighed: float


_SENTENCE = re.compile(r"[^\n]+?(?:[.؟!](?=\s)|(?=\n)|$)")
Progress = Callable[[str], None]


def learn(gold: Sequence[GoldReport], *, kin: Kin, about: str, progress: Progress) -> list[Learned]:
    """Grow every judge that there are examples enough for.

    UsageError where scikit-learn is not installed, or where the reports are too few for any judge.
    """
    _library()
    progress(f"rehearsing {len(gold)} reports")
    found = []
    for lesson in lessons_of(gold, kin):
        if not _teachable(lesson):
            progress(f"left out {lesson.name}: its {len(lesson.examples)} examples are too few or too much alike")
            continue
        progress(f"growing {lesson.name}: {len(lesson.examples)} examples, {FOLDS} folds")
        found.append(_learned(lesson, kin, about))
    if not found:
        raise UsageError(f"nothing can be learned from {len(gold)} reports; give more annotated reports")
    return found


def write(learned: Learned, folder: Path) -> Path:
    """Write a forest as JSON text, one tree a line."""
    path = folder / f"{learned.name}.json"
    head = {key: value for key, value in learned.document.items() if key != "trees"}
    lines = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    trees = ",\n".join(json.dumps(tree) for tree in learned.document["trees"])
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text("{\n" + ",\n".join(lines) + ',\n"trees": [\n' + trees + "\n]}\n", encoding="utf-8")
    return path


def implied_by(gold: Sequence[GoldReport]) -> Implied:
    """Return the classes of people that are annotated often enough for a role and type to be weighed unnamed."""
    seen = Counter(
        (role, event.type, party)
        for report in gold
        for event in report.events
        for role in ROLES
        for party in event.parties[role]
        if party.startswith("class.")
    )
    found: dict[str, dict[str, list[str]]] = {role: {} for role in ROLES}
    for (role, type_, party), times in sorted(seen.items()):
        if times >= _LEAST_SEEN:
            found[role].setdefault(type_, []).append(party)
    return found


def lessons_of(gold: Sequence[GoldReport], kin: Kin) -> list[Lesson]:
    """Rehearse every report and return what there is to learn for each judge."""
    implied = implied_by(gold)
    casting = {role: Lesson(f"casting_{role}", CATEGORIES, COLUMNS, [], {}, implied[role]) for role in JUDGED}
    first = 0
    for number, whole in enumerate(gold):
        known = {lesson.name: set(lesson.there) for lesson in casting.values()}
        for report in (whole, *sentences_of(whole)):
            for item in _rehearsed(report, implied):
                at = counterpart(read_happening(event_of(item.claim)), report.events, kin)
                if at is not None:
                    _cast_examples(casting, item, report.events[at].parties, number, first + at, kin)
            first += len(report.events)
            if report is whole:
                for lesson in casting.values():
                    lesson.measured.update(lesson.there.keys() - known[lesson.name])
    return [lesson for lesson in casting.values() if any(example.right for example in lesson.examples)]


def sentences_of(report: GoldReport) -> list[GoldReport]:
    """Return each sentence that tells of an event as a report of its own: a judge must do with little around it too."""
    found: list[GoldReport] = []
    for match in _SENTENCE.finditer(report.text):
        start, end = match.span()
        events = []
        for event in report.events:
            spans = tuple((a - start, b - start) for a, b in event.spans if start <= a and b <= end)
            if spans:
                events.append(replace(event, spans=spans))
        if events and end - start < len(report.text) - 1:
            found.append(replace(report, text=match.group(), events=tuple(events)))
    return found


def _rehearsed(report: GoldReport, implied: Implied) -> list[Rehearsed]:
    return rehearse(
        report.text, published=report.published, source=report.source, country=report.country, implied=implied
    )


def _cast_examples(
    casting: Mapping[str, Lesson],
    item: Rehearsed,
    parties: Mapping[str, frozenset[str]],
    report: int,
    happening: int,
    kin: Kin,
) -> None:
    for question in item.questions:
        if question.role not in casting:
            continue
        lesson, there = casting[question.role], parties[question.role]
        lesson.there[happening] = there
        name = "~" if question.candidate.name.startswith("~") else question.candidate.name
        right = name in there or any(kin(name, party) for party in there)
        lesson.examples.append(Example(report, happening, name, question.words, question.numbers, right))


def _learned(lesson: Lesson, kin: Kin, about: str) -> Learned:
    chances = list(_unseen_chances(lesson))
    proposed = [float(_proposed(lesson, example)) for example in lesson.examples]
    rules = _f1(lesson, proposed, (0.5, 0.5), kin)
    tried = {bounds: _f1(lesson, chances, bounds, kin) for bounds in _bounds()}
    best = _steady(tried)
    models, words = _grow(lesson, lesson.examples)
    document = {
        "about": about,
        "columns": list(lesson.columns),
        "categories": words,
        "keep": best[0],
        "threshold": best[1],
        "base": round(sum(float(model._baseline_prediction.ravel()[0]) for model in models) / _SEEDS, 4),
        "implied": {type_: list(ids) for type_, ids in lesson.implied.items()},
        "trees": [_tree(stage[0], 0) for model in models for stage in model._predictors],
    }
    return Learned(lesson.name, document, len(lesson.examples), rules, tried[best])


def _steady(tried: Mapping[tuple[float, float], float]) -> tuple[float, float]:
    """The bounds that do best together with those beside them: a lone peak is chance. Of equals, the lower."""

    def around(bounds: tuple[float, float]) -> float:
        near = [f1 for other, f1 in tried.items() if all(abs(a - b) < 1.5 * _STEP for a, b in zip(bounds, other))]
        return sum(near) / len(near)

    means = {bounds: around(bounds) for bounds in tried}
    return min(bounds for bounds, mean in means.items() if mean >= max(means.values()) - _INDIFFERENT)


def _bounds() -> Iterator[tuple[float, float]]:
    """What keeps a proposal, and what makes a new one: never less than the first."""
    return ((keep, new) for keep in THRESHOLDS for new in THRESHOLDS if new >= keep)


def _proposed(lesson: Lesson, example: Example) -> bool:
    """Whether the rules alone would say yes."""
    return example.words[lesson.categories.index("state")] == "proposed"


def _unseen_chances(lesson: Lesson) -> Iterator[float]:
    """The chance of each example by a forest that has not seen its report, in the order of the examples."""
    chances: dict[int, float] = {}
    folds = _folds(lesson)
    for fold in range(FOLDS):
        apart = [at for at, other in enumerate(folds) if other == fold]
        known = [example for example, other in zip(lesson.examples, folds) if other != fold]
        if not apart:
            continue
        models, words = _grow(lesson, known)
        rows = _rows(lesson, [lesson.examples[at] for at in apart], words)
        with _one_thread():
            chances.update(zip(apart, _chances(models, rows)))
    return (chances[at] for at in range(len(lesson.examples)))


def _folds(lesson: Lesson) -> list[int]:
    """The fold of each example: whole reports, and those of one story, which stand together, in one."""
    total = 1 + max((example.report for example in lesson.examples), default=0)
    return [example.report * FOLDS // total for example in lesson.examples]


def _teachable(lesson: Lesson) -> bool:
    """Whether both answers are among the examples that are left, whichever fold is kept apart."""
    folds = _folds(lesson)
    left = ({example.right for example, at in zip(lesson.examples, folds) if at != fold} for fold in set(folds))
    return bool(folds) and all(answers == {True, False} for answers in left)


def _f1(lesson: Lesson, chances: Sequence[float], bounds: tuple[float, float], kin: Kin) -> float:
    """F1 of parties: whoever passes is named; a state and its forces count as one."""
    read: dict[int, set[str]] = {happening: set() for happening in lesson.measured}
    for example, chance in zip(lesson.examples, chances):
        if chance >= bounds[not _proposed(lesson, example)] and example.happening in lesson.measured:
            read[example.happening].add(example.name)
    rate = Rate()
    for happening, named in read.items():
        there, names = lesson.there[happening], frozenset(named)
        rate.add(in_common(there, names, kin), len(names), len(there))
    return rate.f1


def _library() -> Any:
    try:
        from sklearn import ensemble
    except ImportError as error:
        raise UsageError("learning needs scikit-learn: install rasid with its extra, rasid[learn]") from error
    return ensemble


def _one_thread() -> AbstractContextManager[object]:
    """One thread adds in one order: the same examples grow the same forest; on a busy machine it is also faster."""
    from threadpoolctl import threadpool_limits

    limits: AbstractContextManager[object] = threadpool_limits(1)
    return limits


def _grow(lesson: Lesson, examples: Sequence[Example]) -> tuple[list[Any], dict[str, list[str]]]:
    """Grow as many forests as there are seeds: one alone sways with what it happens to look at."""
    words = {name: _vocabulary(examples, at) for at, name in enumerate(lesson.categories)}
    growth = _GROWTH | _OWN_GROWTH.get(lesson.name, {})
    kinds = [name in lesson.categories for name in lesson.columns]
    rows, answers = _rows(lesson, examples, words), [example.right for example in examples]
    with _one_thread():
        return [
            _library()
            .HistGradientBoostingClassifier(categorical_features=kinds, random_state=seed, **growth)
            .fit(rows, answers)
            for seed in range(_SEEDS)
        ], words


def _chances(models: Sequence[Any], rows: Any) -> list[float]:
    """The chance of each row: the mean of what the forests say, in log-odds."""
    total = sum(model.decision_function(rows) for model in models) / len(models)
    return [1 / (1 + exp(-float(one))) for one in total]


def _vocabulary(examples: Sequence[Example], at: int) -> list[str]:
    """The words of a category that are seen often enough, in order."""
    seen = Counter(example.words[at] for example in examples)
    often = sorted(seen, key=lambda word: (-seen[word], word))[:_MOST_WORDS]
    return sorted(word for word in often if seen[word] >= _LEAST_WORD)


def _rows(lesson: Lesson, examples: Sequence[Example], words: Mapping[str, Sequence[str]]) -> Any:
    """The values as an array (examples, columns); a category by its place in its list, missing where it is not there."""
    import numpy

    numbers = {name: {word: float(at) for at, word in enumerate(words[name])} for name in lesson.categories}
    return numpy.array(
        [
            [
                *(numbers[name].get(word, numpy.nan) for name, word in zip(lesson.categories, example.words)),
                *example.numbers,
            ]
            for example in examples
        ],
        dtype=float,
    )


def _tree(grown: Any, at: int) -> Any:
    """A tree of the library as nested lists: [column, bound or categories, yes, no, value], leaves as numbers."""
    node = grown.nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]) / _SEEDS, 5)
    column = int(node["feature_idx"])
    test: Any = round(float(node["num_threshold"]), 4)
    if node["is_categorical"]:
        bits = grown.raw_left_cat_bitsets[int(node["bitset_idx"])]
        test = [word * 32 + bit for word in range(len(bits)) for bit in range(32) if int(bits[word]) >> bit & 1]
        if node["missing_go_to_left"]:
            test.append(-1)  # a word that is not in the list
    value = round(float(node["value"]) * _GROWTH["learning_rate"] / _SEEDS, 5)
    return [column, test, _tree(grown, int(node["left"])), _tree(grown, int(node["right"])), value]
