"""Clauses keep what belongs to one predicate from the next."""

from __future__ import annotations

import pytest

from rasid.knowledge import load
from rasid.read.clauses import clauses_of
from rasid.read.compile import engine_for
from rasid.read.grid import Grid
from rasid.read.predicates import find_predicates
from rasid.text import sentences, words
from tests.read.told import told, types


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "اعتقلت قوات سوريا الديمقراطية شابا في بلدة الشحيل، فيما قصفت القوات التركية قرية في ريف تل تمر.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "where": "sy.dz.shuhayl"},
        ),
        (
            "اعتقلت قوات سوريا الديمقراطية شابا في بلدة الشحيل؛ وقصفت القوات التركية بلدة تل تمر.",
            "SY",
            "violence.shelling",
            {"who": "tr.army", "where": "sy.hk.taltamr"},
        ),
        (
            "قصفت القوات التركية بلدة تل تمر، كما اعتقلت قوات سوريا الديمقراطية شابا في بلدة الشحيل.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "where": "sy.dz.shuhayl"},
        ),
        (
            "قصفت القوات التركية بلدة تل تمر، كما اعتقلت قوات سوريا الديمقراطية شابا في بلدة الشحيل.",
            "SY",
            "violence.shelling",
            {"who": "tr.army", "where": "sy.hk.taltamr"},
        ),
        (
            "اعتقلت قوات سوريا الديمقراطية شابا في بلدة الشحيل لأنه رفض الخدمة.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf"},
        ),
        (
            "قصفت قوات النظام بلدة كنصفرة التي تسيطر عليها هيئة تحرير الشام.",
            "SY",
            "violence.shelling",
            {"who": "sy.gov.army_assad", "where": "sy.id.kansafra"},
        ),
        (
            "قصفت قوات النظام بلدة كنصفرة ردا على هجوم لهيئة تحرير الشام.",
            "SY",
            "violence.shelling",
            {"who": "sy.gov.army_assad"},
        ),
        (
            "قصفت القوات الروسية بلدة كنصفرة، حيث اعتقلت قوات النظام شابا.",
            "SY",
            "coercion.arrest",
            {"who": "sy.gov.army_assad"},
        ),
    ],
)
def test_each_clause_keeps_its_own(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        ("قصفت قوات النظام بلدة كنصفرة التي تسيطر عليها هيئة تحرير الشام.", "control.capture", 0),
        ("قصفت قوات النظام بلدة كنصفرة التي تسيطر عليها هيئة تحرير الشام.", "control.transfer", 0),
    ],
)
def test_what_a_relative_clause_tells_is_no_news(text: str, type_: str, number: int) -> None:
    assert types(text).count(type_) == number


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        (
            "قصفت قوات النظام بلدة كنصفرة، بينما ردت هيئة تحرير الشام بقصف مواقع قوات النظام في مدينة معرة النعمان.",
            "violence.shelling",
            2,
        ),
        ("قصفت قوات النظام بلدة كنصفرة، في حين قصفت القوات التركية بلدة تل تمر.", "violence.shelling", 2),
    ],
)
def test_two_verbs_are_two_happenings(text: str, type_: str, number: int) -> None:
    assert types(text).count(type_) == number


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("قصفت قوات النظام بلدة كنصفرة", ["start"]),
        ("قصفت قوات النظام بلدة كنصفرة واعتقلت شابا", ["start", "coordination"]),
        ("قصفت قوات النظام بلدة كنصفرة: اعتقلت شابا", ["start", "stop"]),
        ("قصفت قوات النظام بلدة كنصفرة والبارة", ["start"]),
    ],
)
def test_what_opens_a_clause(text: str, opens: list[str]) -> None:
    found = words(text)
    hits = engine_for(load()).matcher.find(found)
    grid = Grid(found, hits)
    (sentence,) = sentences(found)
    predicates = find_predicates(grid, sentence.first, sentence.last, 0, set())
    clauses = clauses_of(grid, sentence, predicates)
    assert [clause.opens for clause in clauses] == opens
    assert [clause.first for clause in clauses[1:]] == [clause.last for clause in clauses[:-1]]
    assert (clauses[0].first, clauses[-1].last) == (sentence.first, sentence.last)
