"""Which actor some words mean, with real entries."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rasid.knowledge import load
from rasid.resolve.actors import Choice, choose_actor, generic
from rasid.text import key

BEFORE, AFTER = date(2024, 12, 7), date(2024, 12, 8)


def choose(words: str, published: date = date(2022, 5, 1), country: str | None = "SY", **setting: Any) -> Choice:
    knowledge = load()
    candidates = knowledge.actors.by_key(key(words))
    return choose_actor(candidates, knowledge=knowledge, published=published, country=country, words=words, **setting)


@pytest.mark.parametrize(
    ("words", "published", "country", "setting", "expected"),
    [
        ("قوات حكومة دمشق", BEFORE, "SY", {}, "sy.gov.army_assad"),
        ("قوات حكومة دمشق", AFTER, "SY", {}, "sy.gov.army"),
        ("الحكومة السورية", BEFORE, None, {}, "sy.gov.assad"),
        ("الحكومة السورية", AFTER, None, {}, "sy.gov.transitional"),
        ("القوات الحكومية", AFTER, "YE", {}, "ye.gov.army"),
        ("القوات الحكومية", BEFORE, "SY", {}, "sy.gov.army_assad"),
        ("الجيش الوطني", date(2020, 1, 1), "SY", {}, "sy.sna"),
        ("الجيش الوطني", date(2020, 1, 1), "YE", {}, "ye.gov.army"),
        ("الجيش الوطني", date(2020, 1, 1), "LY", {}, "ly.lna"),
        ("الحرس الجمهوري", date(2015, 1, 1), "YE", {}, "ye.republican_guard"),
        ("الأسايش", date(2022, 1, 1), "IQ", {}, "iq.asayish"),
        ("الأسايش", date(2022, 1, 1), "SY", {}, "sy.asayish"),
        ("قوى الأمن الداخلي", date(2025, 5, 1), "SY", {"place_ids": {"sy.hk.hasaka"}}, "sy.asayish"),
        ("قوى الأمن الداخلي", date(2025, 5, 1), "SY", {"place_ids": {"sy.hs.homs"}}, "sy.gov.internal_security"),
        ("قوى الأمن الداخلي", date(2025, 5, 1), "LB", {}, "lb.isf"),
        ("القوة المشتركة", date(2024, 5, 1), "SD", {}, "sd.joint_force"),
        ("المجلس الانتقالي", date(2020, 5, 1), "YE", {}, "ye.stc"),
        ("المجلس الانتقالي", date(2011, 9, 1), "LY", {}, "ly.ntc"),
        ("الجنجويد", date(2008, 1, 1), "SD", {}, "sd.janjaweed"),
        ("الجنجويد", date(2023, 6, 1), "SD", {}, "sd.rsf"),
        ("دولة الاحتلال", date(2022, 1, 1), "SY", {"speaker": "src.anha"}, "tr.army"),
        ("دولة الاحتلال", date(2024, 1, 1), "PS", {}, "il.gov"),
        ("القوات المسلحة اليمنية", date(2024, 1, 1), "YE", {"speaker": "ye.houthis"}, "ye.houthis"),
        ("الفرقة التاسعة", date(2021, 1, 1), "SY", {"place_ids": {"sy.hl.bab"}}, "sy.sna.9th_division"),
        ("الفرقة التاسعة", date(2021, 1, 1), "SY", {"place_ids": {"sy.da.daraa"}}, "sy.gov.9th_division"),
        ("الأمن العام", date(2023, 1, 1), "SY", {}, "sy.hts.gss"),
        ("الأمن العام", date(2025, 1, 1), "SY", {}, "sy.gov.general_security"),
        ("الأمن العام", date(2025, 1, 1), "LB", {}, "lb.general_security"),
        ("قسد", date(2022, 1, 1), "SY", {}, "sy.sdf"),
    ],
)
def test_shared_names(words: str, published: date, country: str | None, setting: dict[str, Any], expected: str) -> None:
    choice = choose(words, published, country, **setting)
    assert choice.id == expected, choice.reason
    assert choice.reason
    assert 0 < choice.score <= 1


def test_a_weak_name_needs_a_fuller_one() -> None:
    assert choose("التنظيم").id is None
    assert "weak" in choose("التنظيم").reason
    assert choose("التنظيم", near_ids={"jih.is"}).id == "jih.is"
    assert choose("الهيئة", near_ids={"sy.hts"}).id == "sy.hts"
    assert choose("الأناضول", cued=True).id == "src.anadolu"


def test_everyday_words_for_people_stay_a_class() -> None:
    assert choose("رجل").id == "class.civilians"


def test_a_name_out_of_its_days_costs_confidence() -> None:
    then, now = choose("قوات النظام", BEFORE), choose("قوات النظام", date(2025, 6, 1))
    assert then.id == now.id == "sy.gov.army_assad"
    assert now.score < then.score


def test_nobody_bears_the_name() -> None:
    assert choose("جيش لا وجود له").id is None


@pytest.mark.parametrize(
    ("words", "country", "near", "expected"),
    [
        ("الجيش", "LB", frozenset(), "lb.laf"),
        ("الجيش", "SY", frozenset({"il.idf"}), "il.idf"),
        ("الجيش", "SY", frozenset({"il.idf", "sy.gov.army_assad"}), "sy.gov.army_assad"),
        ("النظام", "SY", frozenset(), "sy.gov.assad"),
        ("الجيش", "FR", frozenset(), None),
        ("الكتاب", "SY", frozenset(), None),
    ],
)
def test_generic_words(words: str, country: str, near: frozenset[str], expected: str | None) -> None:
    choice = generic(words, knowledge=load(), published=date(2020, 1, 1), country=country, near_ids=near)
    assert choice.id == expected, choice.reason


def test_a_generic_word_outranks_an_actor_that_lists_it() -> None:
    assert choose("الجيش", country="LB").id == "lb.laf"
    assert choose("الجيش", country="SD").id == "sd.saf"
