"""Whether it is a happening, and of which type: real reports, and judges of one question each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import isfinite
from pathlib import Path

import pytest

from rasid.knowledge import load
from rasid.read.compile import Engine, engine_for
from rasid.read.drafts import Draft
from rasid.read.reader import _Report, rehearse
from rasid.read.sifting import CATEGORIES, NUMBERS, retype, sift
from rasid.read.weigh import Judge
from tests.read.rehearsed import cast_of, forest, judge, report_of
from tests.read.told import DAY

ARMY, HTS = "sy.gov.army_assad", "sy.hts"
ASSAULT, CLASH, SHELLING = "violence.assault", "violence.clash", "violence.shelling"
ATTACKED = "هاجمت قوات النظام هيئة تحرير الشام في بلدة البارة أمس."
CLASHED = "اشتبكت قوات النظام مع هيئة تحرير الشام في بلدة البارة أمس. وقصفت قوات النظام بلدة البارة."
TAKEN_FOR = {ASSAULT: [CLASH, SHELLING]}
SYMMETRIC = engine_for(load()).symmetric_types


def proposed(text: str) -> list[Draft]:
    return report_of(text).propose()


def asks(column: str, test: float | Sequence[str], **answers: object) -> Judge:
    return judge(CATEGORIES, NUMBERS, column, test, **answers)


def sifted(text: str, one: Judge, taken_for: Mapping[str, Sequence[str]] = TAKEN_FOR) -> list[Draft]:
    report = report_of(text)
    drafts = report.propose()
    return sift(drafts, report.queries(drafts, taken_for), one, symmetric=SYMMETRIC)


def test_what_the_rules_propose() -> None:
    assert [(one.type, cast_of(one)) for one in proposed(ATTACKED)] == [
        (ASSAULT, {"initiator": [ARMY], "target": [HTS]}),
    ]
    assert [(one.type, cast_of(one)) for one in proposed(CLASHED)] == [
        (CLASH, {"participant": [ARMY, HTS]}),
        (SHELLING, {"initiator": [ARMY]}),
    ]


def test_what_is_likely_stays_as_it_was_told() -> None:
    (before,), (after,) = proposed(ATTACKED), sifted(ATTACKED, asks("own_type", 0, yes=-2.0, no=2.0))
    assert (after.type, cast_of(after), after.trace) == (before.type, cast_of(before), before.trace)
    assert after.chance == pytest.approx(0.88, abs=0.01)


def test_below_the_bound_a_happening_is_dropped_and_the_others_stay() -> None:
    no_shelling = asks("type", [SHELLING], yes=-2.0, no=2.0)
    assert [one.type for one in sifted(CLASHED, no_shelling, {})] == [CLASH]
    assert sifted(CLASHED, asks("headline", 1, yes=-2.0, no=-2.0), {}) == []


@pytest.mark.parametrize(("bounds", "types"), [((0.3, 0.6), [ASSAULT]), ((0.6, 0.6), []), ((0.5, 0.55), [ASSAULT])])
def test_the_proposed_type_needs_less(bounds: tuple[float, float], types: list[str]) -> None:
    undecided = asks("headline", 1, yes=0.0, no=0.0, bounds=bounds)
    assert [one.type for one in sifted(ATTACKED, undecided)] == types


def test_another_type_wins_where_it_is_likelier() -> None:
    (draft,) = sifted(ATTACKED, asks("type", [CLASH], yes=2.0, no=0.0))
    assert (draft.type, cast_of(draft)) == (CLASH, {"participant": [ARMY, HTS]})
    step = draft.trace[-1]
    assert (step.field, step.value, step.reason) == ("type", CLASH, "weighed against what it is taken for")
    assert step.score == pytest.approx(0.88, abs=0.01) and draft.chance == pytest.approx(0.88, abs=0.01)


def test_another_type_wins_where_the_proposed_one_does_not_pass() -> None:
    (draft,) = sifted(ATTACKED, asks("own_type", 0, yes=2.0, no=-2.0), {ASSAULT: [SHELLING]})
    assert (draft.type, cast_of(draft)) == (SHELLING, {"initiator": [ARMY], "target": [HTS]})


def test_a_type_is_weighed_only_where_it_was_taken_for_it() -> None:
    report = report_of(ATTACKED)
    drafts = report.propose()
    for taken_for, types in (
        ({}, [ASSAULT]),
        (TAKEN_FOR, [ASSAULT, CLASH, SHELLING]),
        ({SHELLING: [CLASH]}, [ASSAULT]),
    ):
        (found,) = report.queries(drafts, taken_for)
        assert [query.type for query in found] == types
        assert [query.numbers[0] for query in found] == [type_ == ASSAULT for type_ in types]
        assert [query.words[1] for query in found] == [f"{ASSAULT} {type_}" for type_ in types]


def test_sides_become_doer_and_victim_and_back() -> None:
    (draft,) = proposed(ATTACKED)
    retype(draft, CLASH, symmetric=SYMMETRIC)
    assert (draft.type, cast_of(draft)) == (CLASH, {"participant": [ARMY, HTS]})
    assert "initiator" not in draft.roles and "target" not in draft.roles
    retype(draft, ASSAULT, symmetric=SYMMETRIC)
    assert (draft.type, cast_of(draft)) == (ASSAULT, {"initiator": [ARMY], "target": [HTS]})
    assert "participant" not in draft.roles


def test_parties_stay_where_both_types_are_of_one_kind() -> None:
    (draft,) = proposed(ATTACKED)
    retype(draft, SHELLING, symmetric=SYMMETRIC)
    assert (draft.type, cast_of(draft)) == (SHELLING, {"initiator": [ARMY], "target": [HTS]})
    clash = proposed(CLASHED)[0]
    retype(clash, next(iter(SYMMETRIC - {CLASH})), symmetric=SYMMETRIC)
    assert cast_of(clash) == {"participant": [ARMY, HTS]}


def test_sides_of_whom_nobody_is_known_stay_unknown() -> None:
    (draft,) = proposed("وقعت اشتباكات في بلدة البارة أمس.")
    assert cast_of(draft) == {}
    retype(draft, ASSAULT, symmetric=SYMMETRIC)
    assert (draft.type, cast_of(draft)) == (ASSAULT, {})


def test_what_the_judge_sees_of_a_happening() -> None:
    report = report_of(CLASHED)
    (clash,), (shelling,) = report.queries(report.propose(), {})
    words, numbers = dict(zip(CATEGORIES, clash.words)), dict(zip(NUMBERS, clash.numbers))
    assert (words["before"], words["after"], words["form"], words["tense"]) == ("^", "party", "verb", "past")
    assert (words["roles"], words["side"], words["doer"]) == ("p", "named", "nobody")
    assert (words["place"], words["date"], words["speaker"]) == ("town", "told", "outlet")
    assert (words["earlier"], words["later"]) == ("-", f"{SHELLING} ")
    assert (numbers["sentence"], numbers["sentences"], numbers["happenings"], numbers["in_sentence"]) == (0, 2, 2, 1)
    assert (numbers["days"], numbers["ago"], numbers["conjoined"], numbers["clause_force"]) == (0, 1, 0, 1)
    words, numbers = dict(zip(CATEGORIES, shelling.words)), dict(zip(NUMBERS, shelling.numbers))
    assert (words["earlier"], words["later"], words["roles"]) == (f"{CLASH} ", "-", "i")
    assert (numbers["sentence"], numbers["conjoined"], numbers["doers"], numbers["victims"]) == (1, 1, 1, 0)
    assert (numbers["killed"], numbers["counts"]) == (-1, 0)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("خطف مسلحون مدنيا في بلدة البارة أمس.", "^", "مسلحون"),
        ("قصفت هيئة تحرير الشام بلدة البارة أمس.", "^", "party"),
        ("هيئة تحرير الشام تقصف البارة أمس.", "party", "place"),
        ("هيئة تحرير الشام تقصف بلدة البارة أمس.", "party", "بلده"),
        ("في البارة قصفت 3 طائرات مواقع قوات النظام.", "place", "number"),
    ],
)
def test_of_a_name_beside_the_predicate_only_its_kind_is_seen(text: str, before: str, after: str) -> None:
    report = report_of(text)
    (query,) = report.queries(report.propose(), {})[0]
    words = dict(zip(CATEGORIES, query.words))
    assert (words["before"], words["after"]) == (before, after)


def test_values_are_as_many_as_columns_in_real_reports(root: Path) -> None:
    lines = (root / "corpus" / "learn.jsonl").read_text(encoding="utf-8").splitlines()[::20]
    seen = 0
    for fields in map(json.loads, lines):
        day = date.fromisoformat(fields["published"])
        for item in rehearse(fields["text"], published=day, country=fields["country"], implied={}, taken_for=TAKEN_FOR):
            for query in item.queries:
                assert len(query.words) == len(CATEGORIES)
                assert len(query.numbers) == len(NUMBERS)
                assert all(isinstance(word, str) for word in query.words)
                assert all(isfinite(number) for number in query.numbers)
                seen += 1
    assert seen > 50


def test_the_reader_sifts_before_it_casts() -> None:
    clash = replace(forest(CATEGORIES, NUMBERS, "type", [CLASH]), implied={ASSAULT: (CLASH,)})
    engine = Engine(replace(load(), forests={"sifting": clash}))
    (claim,) = _Report(engine, ATTACKED, DAY, "src.enab", "SY").claims()
    assert (claim.type, [party.id for party in claim.participant]) == (CLASH, [ARMY, HTS])
    nothing = Engine(replace(load(), forests={"sifting": forest(CATEGORIES, NUMBERS, "type", ["society.riot"])}))
    assert _Report(nothing, ATTACKED, DAY, "src.enab", "SY").claims() == ()
