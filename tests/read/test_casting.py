"""Who is cast in which role: real reports, and judges of one question each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import isfinite
from pathlib import Path

import pytest

from rasid.knowledge import load
from rasid.model.claims import TraceStep
from rasid.read.casting import CATEGORIES, NUMBERS, Implied, Question, Stage, cast
from rasid.read.compile import Engine
from rasid.read.drafts import Draft
from rasid.read.reader import _Report, rehearse
from rasid.read.weigh import Judge
from tests.read.rehearsed import cast_of, forest, judge, report_of
from tests.read.told import DAY

ARMY, CIVILIANS, HTS = "sy.gov.army_assad", "class.civilians", "sy.hts"
SHELLED = "قصفت قوات النظام بلدة البارة أمس، وأصيب مدنيون."
CLASHED = "اشتبكت قوات النظام مع هيئة تحرير الشام في بلدة البارة أمس."
ATTACKED = "هاجمت قوات النظام بلدة البارة. وقالت هيئة تحرير الشام إن الجيش الوطني بعيد."
MARCHED = "تظاهر العشرات في بلدة البارة أمس."


def staged(text: str, implied: Implied | None = None) -> Stage:
    """The parties and happenings of a report, as the rules propose them."""
    report = report_of(text)
    return report.stage(report.propose(), implied or {})


def asks(column: str, test: float | Sequence[str], **answers: object) -> Judge:
    return judge(CATEGORIES, NUMBERS, column, test, **answers)


def always(chance_is: float, **answers: object) -> Judge:
    """A judge that says the same log-odds of everybody."""
    return asks("gap", 0, yes=chance_is, no=chance_is, **answers)


def weighed(text: str, judges: Mapping[str, Judge], implied: Implied | None = None) -> Draft:
    """The one happening of a report after its parties were weighed."""
    stage = staged(text, implied)
    cast(stage, judges)
    assert len(stage.drafts) == 1
    return stage.drafts[0]


def steps(draft: Draft) -> list[TraceStep]:
    return [step for step in draft.trace if "weighed" in step.reason]


def asked(text: str, number: int = 0, implied: Implied | None = None) -> dict[tuple[str, str], Question]:
    return {(one.role, one.candidate.name): one for one in staged(text, implied).questions(number)}


def test_what_the_rules_propose() -> None:
    assert cast_of(staged(SHELLED).drafts[0]) == {"initiator": [ARMY], "target": [CIVILIANS]}
    assert cast_of(staged(CLASHED).drafts[0]) == {"participant": [ARMY, HTS]}
    assert cast_of(staged(MARCHED).drafts[0]) == {}


def test_who_passes_is_kept_and_nothing_is_told_of_it() -> None:
    proposed = asks("state", ["proposed"])
    draft = weighed(SHELLED, {"initiator": proposed, "target": proposed})
    assert cast_of(draft) == {"initiator": [ARMY], "target": [CIVILIANS]}
    assert steps(draft) == []


def test_who_does_not_pass_is_dropped_and_the_trace_says_so() -> None:
    proposed, not_civilians = asks("state", ["proposed"]), asks("class", [CIVILIANS], yes=-2.0, no=-2.0)
    draft = weighed(SHELLED, {"initiator": proposed, "target": not_civilians})
    assert cast_of(draft) == {"initiator": [ARMY]}
    assert steps(draft) == [TraceStep("target", f"not {CIVILIANS}", "weighed and found unlikely", 0.3)]


def test_who_is_new_is_added_with_words_and_reason() -> None:
    draft = weighed(ATTACKED, {"target": asks("near", ["body"])})
    assert cast_of(draft) == {"initiator": [ARMY], "target": [HTS, "sy.sna"]}
    party = draft.roles["target"][0]
    assert party.span is not None and party.reason == "named elsewhere in the report"
    assert ATTACKED[party.span.start : party.span.end] == "هيئة تحرير الشام"
    assert [(step.field, step.value, step.score) for step in steps(draft)] == [
        ("target", HTS, 0.88), ("target", "sy.sna", 0.88),
    ]  # fmt: skip
    assert steps(draft)[0].reason == "weighed against the others: named 1 sentences after"


@pytest.mark.parametrize(("initiator", "target", "found"), [
    (1.0, 2.0, {"target": [CIVILIANS, ARMY]}),
    (2.0, 1.0, {"initiator": [ARMY, CIVILIANS]}),
])  # fmt: skip
def test_who_passes_in_two_roles_keeps_the_likelier(
    initiator: float, target: float, found: dict[str, list[str]]
) -> None:
    draft = weighed(SHELLED, {"initiator": always(initiator), "target": always(target)})
    assert cast_of(draft) == found
    (lost, role) = (ARMY, "initiator") if "target" in found else (CIVILIANS, "target")
    assert (role, f"not {lost}") in {(step.field, step.value) for step in steps(draft)}
    added = next(step for step in steps(draft) if step.value in (ARMY, CIVILIANS))
    assert added.reason == "weighed against the others: in the sentence, after the predicate, bare"


@pytest.mark.parametrize(("bounds", "initiators"), [
    ((0.3, 0.6), [ARMY]),
    ((0.5, 0.51), [ARMY]),
    ((0.3, 0.5), [ARMY, CIVILIANS]),
    ((0.6, 0.6), None),
])  # fmt: skip
def test_a_proposal_of_the_rules_needs_less(bounds: tuple[float, float], initiators: list[str] | None) -> None:
    draft = weighed(SHELLED, {"initiator": always(0.0, bounds=bounds)})
    assert cast_of(draft).get("initiator") == initiators
    assert cast_of(draft)["target"] == [CIVILIANS], "a role without a judge is what the rules say"


PROTESTERS: Implied = {"initiator": {"society.protest": ["class.protesters"]}}


def test_a_class_that_is_implied_may_be_cast_without_being_named() -> None:
    draft = weighed(MARCHED, {"initiator": asks("implied", 0, yes=-2.0, no=2.0), "target": always(2.0)}, PROTESTERS)
    assert cast_of(draft) == {"initiator": ["class.protesters"]}
    party = draft.roles["initiator"][0]
    assert (party.text, party.span, party.reason) == ("", None, "implied by what is told")
    assert steps(draft)[0].reason == "weighed against the others: not named, implied by what is told"


@pytest.mark.parametrize(("implied", "roles"), [
    (PROTESTERS, ["initiator"]),
    ({"target": {"society.protest": ["class.protesters"]}}, ["target"]),
    ({"initiator": {"society.riot": ["class.protesters"]}}, []),
    ({"participant": {"society.protest": ["class.protesters"]}}, []),
    ({}, []),
])  # fmt: skip
def test_a_class_is_implied_for_its_role_and_type_alone(implied: Implied, roles: list[str]) -> None:
    assert [role for role, name in asked(MARCHED, implied=implied) if name == "class.protesters"] == roles


def test_an_implied_class_that_the_report_names_is_no_new_candidate() -> None:
    implied: Implied = {"target": {"violence.shelling": [CIVILIANS]}}
    questions = asked(SHELLED, implied=implied)
    assert len(questions) == len(staged(SHELLED, implied).questions(0)) == 4
    assert not questions["target", CIVILIANS].candidate.implied


def test_sides_of_a_symmetric_type_are_participants() -> None:
    assert {role for role, _ in asked(CLASHED)} == {"participant", "target"}
    judges = {"initiator": always(5.0), "participant": asks("governed", ["side"], yes=-2.0, no=2.0)}
    draft = weighed(CLASHED, judges)
    assert cast_of(draft) == {"participant": [ARMY]}
    assert steps(draft) == [TraceStep("participant", f"not {HTS}", "weighed and found unlikely", 0.3)]


def test_what_a_judge_sees_of_a_candidate() -> None:
    one = asked(SHELLED)["target", CIVILIANS]
    words, numbers = dict(zip(CATEGORIES, one.words)), dict(zip(NUMBERS, one.numbers))
    assert words["state"] == "proposed" and words["type"] == "violence.shelling" and words["class"] == CIVILIANS
    assert words["near"] == "here" and words["side"] == "after" and words["form"] == "verb"
    assert numbers["own"] == 1 and numbers["also"] == 0 and numbers["doers"] == 1 and numbers["doer"] == 0
    assert numbers["civilian"] == 1 and numbers["step"] == 0 and numbers["gap"] > 1
    other = asked(SHELLED)["target", ARMY]
    words, numbers = dict(zip(CATEGORIES, other.words)), dict(zip(NUMBERS, other.numbers))
    assert (words["state"], words["reason"], words["class"]) == ("another proposed", "-", "named")
    assert numbers["also"] == 1 and numbers["doer"] == 1 and numbers["force"] == 1 and numbers["gap"] == 1
    far = asked(ATTACKED)["target", HTS]
    words, numbers = dict(zip(CATEGORIES, far.words)), dict(zip(NUMBERS, far.numbers))
    assert (words["state"], words["near"]) == ("nobody proposed", "body")
    assert numbers["step"] == 1 and numbers["gap"] == -1 and numbers["mentions"] == numbers["total"] == 1


def test_no_column_tells_one_named_actor_from_another() -> None:
    for questions in (asked(SHELLED), asked(CLASHED), asked(ATTACKED)):
        for question in questions.values():
            assert not [word for word in question.words if word.startswith(("sy.", "~", "src."))]


def test_values_are_as_many_as_columns_in_real_reports(root: Path) -> None:
    lines = (root / "corpus" / "learn.jsonl").read_text(encoding="utf-8").splitlines()[::20]
    seen = 0
    for fields in map(json.loads, lines):
        day = date.fromisoformat(fields["published"])
        for item in rehearse(fields["text"], published=day, country=fields["country"], implied=PROTESTERS):
            for question in item.questions:
                assert len(question.words) == len(CATEGORIES)
                assert len(question.numbers) == len(NUMBERS)
                assert all(isinstance(word, str) for word in question.words)
                assert all(isfinite(number) for number in question.numbers)
                seen += 1
    assert seen > 300


def test_the_reader_asks_its_judges() -> None:
    nobody = forest(CATEGORIES, NUMBERS, "gap", 0, yes=-2.0, no=-2.0)
    engine = Engine(replace(load(), forests={"casting_target": nobody}))
    (claim,) = _Report(engine, SHELLED, DAY, "src.enab", "SY").claims()
    assert [party.id for party in claim.initiator] == [ARMY]
    assert claim.target == ()
    assert TraceStep("target", f"not {CIVILIANS}", "weighed and found unlikely", 0.3) in claim.trace
