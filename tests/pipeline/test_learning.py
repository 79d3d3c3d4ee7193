"""Learning the judges: what becomes an example, and that the same reports grow the same forests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from rasid.errors import UsageError
from rasid.knowledge import load
from rasid.knowledge.forests import Forest, load_forests
from rasid.measure.gold import GoldReport, Happening, load_gold
from rasid.measure.states import States
from rasid.model.claims import ROLES
from rasid.pipeline import learning
from rasid.pipeline.learning import Learned, Lesson, implied_by, sentences_of
from rasid.read.weigh import Judge

REPORTS = 12
DAY = date(2024, 1, 10)


def happening(type_: str, *spans: tuple[int, int], **parties: list[str]) -> Happening:
    return Happening(type_, "asserted", spans, {role: frozenset(parties.get(role, ())) for role in ROLES})


def report(text: str, *events: Happening) -> GoldReport:
    return GoldReport("r-1", text, DAY, "src.enab", "SY", events)


def quoted(text: str, type_: str, *quotes: str) -> Happening:
    return happening(type_, *((text.index(quote), text.index(quote) + len(quote)) for quote in quotes))


TOLD = (
    "قصف على البارة\n"
    "قصفت قوات النظام بلدة البارة أمس. وقال سكان إنهم بخير! هل تظاهر العشرات في 3.5 ساعات؟ نعم.\n"
    "واشتبكت الفصائل مع قوات النظام"
)
SHELLED = quoted(TOLD, "violence.shelling", "قصف على البارة", "قصفت قوات النظام بلدة البارة")
MARCHED = quoted(TOLD, "society.protest", "تظاهر العشرات")
CLASHED = quoted(TOLD, "violence.clash", "واشتبكت الفصائل")


def test_sentences_that_tell_of_an_event_become_reports_and_keep_their_spans() -> None:
    found = sentences_of(report(TOLD, SHELLED, MARCHED, CLASHED))
    assert [(one.text.strip(), [event.type for event in one.events]) for one in found] == [
        ("قصف على البارة", ["violence.shelling"]),
        ("قصفت قوات النظام بلدة البارة أمس.", ["violence.shelling"]),
        ("هل تظاهر العشرات في 3.5 ساعات؟", ["society.protest"]),
        ("واشتبكت الفصائل مع قوات النظام", ["violence.clash"]),
    ]
    said = [one.text[start:end] for one in found for event in one.events for start, end in event.spans]
    assert said == ["قصف على البارة", "قصفت قوات النظام بلدة البارة", "تظاهر العشرات", "واشتبكت الفصائل"]
    assert {(one.published, one.source, one.country) for one in found} == {(DAY, "src.enab", "SY")}


def test_no_sentence_is_made_of_a_report_of_one_or_of_words_that_run_over_its_end() -> None:
    alone = "قصفت قوات النظام بلدة البارة أمس."
    assert sentences_of(report(alone, quoted(alone, "violence.shelling", alone))) == []
    across = quoted(TOLD, "violence.shelling", "البارة أمس. وقال سكان")
    assert sentences_of(report(TOLD, across)) == []
    assert sentences_of(report(TOLD)) == []


def test_sentences_of_the_corpus_hold_the_words_of_the_report(root: Path) -> None:
    for whole in load_gold(root / "corpus" / "learn.jsonl")[::10]:
        quotes = {whole.text[start:end] for event in whole.events for start, end in event.spans}
        for one in sentences_of(whole):
            assert one.text in whole.text and "\n" not in one.text
            assert {one.text[start:end] for event in one.events for start, end in event.spans} <= quotes


def test_a_class_of_people_is_implied_where_it_was_annotated_three_times() -> None:
    protest = happening("society.protest", initiator=["class.protesters", "sy.sdf"])
    riot = happening("society.riot", initiator=["class.protesters"], target=["class.police"])
    found = implied_by([report("", protest, riot), report("", protest, riot), report("", protest)])
    assert found == {"initiator": {"society.protest": ["class.protesters"]}, "target": {}, "participant": {}}


class School(NamedTuple):
    """A dozen reports, what was learned from them and where it was written."""

    file: Path
    lessons: Mapping[str, Lesson]
    learned: Mapping[str, Learned]
    folder: Path
    forests: Mapping[str, Forest]


@pytest.fixture(scope="module")
def school(root: Path, tmp_path_factory: pytest.TempPathFactory) -> School:
    folder = tmp_path_factory.mktemp("school")
    lines = (root / "corpus" / "learn.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    file = folder / "dozen.jsonl"
    file.write_text("".join(lines[:REPORTS]), encoding="utf-8")
    gold, kin = load_gold(file), States(load().actors.actors)
    about = f"Made by `rasid learn` from {REPORTS} reports of dozen.jsonl; not written by hand."
    learned = learning.learn(gold, kin=kin, about=about, progress=lambda line: None)
    for one in learned:
        learning.write(one, folder / "learned")
    lessons = {lesson.name: lesson for lesson in learning.lessons_of(gold, kin)}
    return School(
        file, lessons, {one.name: one for one in learned}, folder / "learned", load_forests(folder / "learned")
    )


def test_a_judge_is_grown_for_each_question(school: School) -> None:
    names = ["casting_initiator", "casting_target"]
    assert sorted(school.learned) == sorted(school.lessons) == list(school.forests) == names
    for name, lesson in school.lessons.items():
        assert school.forests[name].columns == lesson.columns
        assert tuple(school.forests[name].categories) == lesson.categories
        assert school.forests[name].implied == {type_: tuple(ids) for type_, ids in lesson.implied.items()}
        assert school.forests[name].keep <= school.forests[name].threshold
        assert school.learned[name].examples == len(lesson.examples) > 50
        assert 0 < school.learned[name].rules <= 1 and 0 < school.learned[name].weighed <= 1


def test_learning_again_in_another_process_gives_the_same_files(school: School, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rasid", "learn", school.file, "--into", tmp_path / "again"],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONHASHSEED": "7", "OMP_NUM_THREADS": "4"},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    first, second = (
        {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
        for folder in (school.folder, tmp_path / "again")
    )
    assert list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] == []


@pytest.mark.parametrize("name", ["casting_initiator", "casting_target"])
def test_the_written_forest_gives_the_chances_of_the_library(school: School, name: str) -> None:
    lesson, judge = school.lessons[name], Judge(school.forests[name])
    models, words = learning._grow(lesson, lesson.examples)
    assert {key: tuple(listed) for key, listed in words.items()} == judge.forest.categories
    unseen = [
        replace(
            example,
            words=("never seen",) * len(example.words),
            numbers=tuple(number + 0.5 for number in example.numbers),
        )
        for example in lesson.examples[:20]
    ]
    examples = [*lesson.examples, *unseen]
    theirs = learning._chances(models, learning._rows(lesson, examples, words))
    ours = [judge.chance(judge.encode(example.words, example.numbers)) for example in examples]
    assert ours == pytest.approx(list(theirs), abs=0.0005)
    assert max(ours) - min(ours) > 0.2, "the forest tells nothing apart"


def test_a_judge_asks_of_no_single_actor(school: School) -> None:
    for name, forest in school.forests.items():
        words = {word for listed in forest.categories.values() for word in listed}
        assert not [word for word in words if word in load().actors.actors and not word.startswith("class.")], name


def test_sentences_are_learned_from_and_not_measured(school: School) -> None:
    for lesson in school.lessons.values():
        asked_about = {example.happening for example in lesson.examples}
        assert lesson.measured < asked_about <= set(lesson.there)
        assert {example.report for example in lesson.examples} <= set(range(REPORTS))


@pytest.mark.parametrize("reports", [0, 1])
def test_too_few_reports_are_told(school: School, reports: int) -> None:
    gold, said = load_gold(school.file)[:reports], []
    with pytest.raises(UsageError, match=f"nothing can be learned from {reports} reports; give more"):
        learning.learn(gold, kin=States(load().actors.actors), about="", progress=said.append)
    assert reports == 0 or any("left out casting_" in line for line in said)
