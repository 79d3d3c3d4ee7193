"""Learning: from annotated reports to the judges that weigh who is cast in which role (`data/learned/casting_*.json`).

Every report is rehearsed with the rules alone. Each happening that has an annotated counterpart of its type gives one
example for each question its judge would be asked; whether the annotation names the candidate is the answer. A small
forest of trees is grown on them (scikit-learn's histogram gradient boosting), and the threshold is where the parties
of reports that a forest has not seen come out best.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasid.errors import UsageError
from rasid.measure.gold import GoldReport, read_happening
from rasid.measure.score import Kin, Rate, counterpart, in_common
from rasid.model.contract import event_of
from rasid.read.casting import CATEGORIES, COLUMNS, ROLES, Implied
from rasid.read.reader import rehearse

FOLDS = 6
THRESHOLDS = tuple(step / 100 for step in range(16, 62, 2))
_LEAST_SEEN = 3  # times a class of people is annotated for a role and type before it may be implied
_GROWTH = {
    "max_iter": 110, "learning_rate": 0.06, "max_leaf_nodes": 10, "min_samples_leaf": 15, "l2_regularization": 3.0,
    "max_features": 0.5, "random_state": 0, "early_stopping": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """One question and its annotated answer; `happening` numbers the annotated event within all reports."""

    report: int
    happening: int
    name: str
    words: tuple[str, ...]
    numbers: tuple[float, ...]
    right: bool


@dataclass(slots=True)
class Lesson:
    """All examples of one role, and how many parties the annotation names (those no candidate stands for as well)."""

    role: str
    examples: list[Example]
    parties: dict[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Learned:
    """A forest as it is written, and the F1 of its parties and of the rules' on reports it had not seen."""

    role: str
    document: Mapping[str, Any]
    examples: int
    rules: float
    weighed: float


Progress = Callable[[str], None]


def learn(gold: Sequence[GoldReport], *, kin: Kin, about: str, progress: Progress) -> list[Learned]:
    """Grow a judge for every role; UsageError where scikit-learn is not installed."""
    _library()
    implied = implied_by(gold)
    progress(f"rehearsing {len(gold)} reports")
    lessons = lessons_of(gold, implied, kin)
    found = []
    for lesson in lessons:
        progress(f"growing the judge for {lesson.role}: {len(lesson.examples)} examples, {FOLDS} folds")
        found.append(_learned(lesson, implied.get(lesson.role, {}), kin, about))
    return found


def write(learned: Learned, folder: Path) -> Path:
    """Write a forest as JSON text, one tree a line."""
    path = folder / f"casting_{learned.role}.json"
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


def lessons_of(gold: Sequence[GoldReport], implied: Implied, kin: Kin) -> list[Lesson]:
    """Rehearse every report and return what there is to learn of each role."""
    lessons = {role: Lesson(role, [], {}) for role in ROLES}
    first = 0
    for number, report in enumerate(gold):
        rehearsed = rehearse(
            report.text, published=report.published, source=report.source, country=report.country, implied=implied
        )
        for item in rehearsed:
            at = counterpart(read_happening(event_of(item.claim)), report.events, kin)
            if at is None:
                continue
            for question in item.questions:
                there = report.events[at].parties[question.role]
                lesson = lessons[question.role]
                lesson.parties[first + at] = there
                name = "~" if question.candidate.name.startswith("~") else question.candidate.name
                right = name in there or any(kin(name, party) for party in there)
                lesson.examples.append(Example(number, first + at, name, question.words, question.numbers, right))
        first += len(report.events)
    return [lesson for lesson in lessons.values() if any(example.right for example in lesson.examples)]


def _learned(lesson: Lesson, implied: Mapping[str, Sequence[str]], kin: Kin, about: str) -> Learned:
    chances = list(_unseen_chances(lesson))
    state = CATEGORIES.index("state")
    rules = _f1(lesson, [float(example.words[state] == "proposed") for example in lesson.examples], 0.5, kin)
    weighed, threshold = max((_f1(lesson, chances, bound, kin), -bound) for bound in THRESHOLDS)
    model, words = _grow(lesson.examples)
    document = {
        "about": about,
        "columns": list(COLUMNS),
        "categories": words,
        "threshold": -threshold,
        "base": round(float(model._baseline_prediction.ravel()[0]), 4),
        "implied": {type_: list(ids) for type_, ids in implied.items()},
        "trees": [_tree(stage[0], 0) for stage in model._predictors],
    }
    return Learned(lesson.role, document, len(lesson.examples), rules, weighed)


def _unseen_chances(lesson: Lesson) -> Iterator[float]:
    """The chance of each example by a forest that has not seen its report, in the order of the examples."""
    chances: dict[int, float] = {}
    total = 1 + max(example.report for example in lesson.examples)
    folds = [example.report * FOLDS // total for example in lesson.examples]  # reports of one story stand together
    for fold in range(FOLDS):
        apart = [at for at, other in enumerate(folds) if other == fold]
        known = [example for example, other in zip(lesson.examples, folds) if other != fold]
        if not apart:
            continue
        model, words = _grow(known)
        rows = _rows([lesson.examples[at] for at in apart], words)
        chances.update(zip(apart, model.predict_proba(rows)[:, 1].tolist()))
    return (chances[at] for at in range(len(lesson.examples)))


def _f1(lesson: Lesson, chances: Sequence[float], bound: float, kin: Kin) -> float:
    read: dict[int, set[str]] = {happening: set() for happening in lesson.parties}
    for example, chance in zip(lesson.examples, chances):
        if chance >= bound:
            read[example.happening].add(example.name)
    rate = Rate()
    for happening, there in lesson.parties.items():
        names = frozenset(read[happening])
        rate.add(in_common(there, names, kin), len(names), len(there))
    return rate.f1


def _library() -> Any:
    try:
        from sklearn import ensemble
    except ImportError as error:
        raise UsageError("learning needs scikit-learn: install rasid with its extra, rasid[learn]") from error
    return ensemble


def _grow(examples: Sequence[Example]) -> tuple[Any, dict[str, list[str]]]:
    words = {name: sorted({example.words[at] for example in examples}) for at, name in enumerate(CATEGORIES)}
    forest = _library().HistGradientBoostingClassifier(
        categorical_features=[name in CATEGORIES for name in COLUMNS], **_GROWTH
    )
    return forest.fit(_rows(examples, words), [example.right for example in examples]), words


def _rows(examples: Sequence[Example], words: Mapping[str, Sequence[str]]) -> Any:
    """The values as an array (examples, columns); a category by its place in its list, missing where it is not there."""
    import numpy

    numbers = {name: {word: float(at) for at, word in enumerate(words[name])} for name in CATEGORIES}
    return numpy.array(
        [
            [
                *(numbers[name].get(word, numpy.nan) for name, word in zip(CATEGORIES, example.words)),
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
        return round(float(node["value"]), 4)
    column = int(node["feature_idx"])
    test: Any = round(float(node["num_threshold"]), 4)
    if node["is_categorical"]:
        bits = grown.raw_left_cat_bitsets[int(node["bitset_idx"])]
        test = [word * 32 + bit for word in range(len(bits)) for bit in range(32) if int(bits[word]) >> bit & 1]
    value = round(float(node["value"]) * _GROWTH["learning_rate"], 4)
    return [column, test, _tree(grown, int(node["left"])), _tree(grown, int(node["right"])), value]
