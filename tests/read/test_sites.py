"""Phrases that name places: cues, containers, lists, vicinity, names that no book holds."""

from __future__ import annotations

import pytest

from tests.read.told import claims_of, in_words, told


@pytest.mark.parametrize(
    ("text", "type_", "places"),
    [
        (
            "قصفت قوات النظام بلدات كنصفرة والبارة بريف إدلب، وقرية العنكاوي بريف حماة.",
            "violence.shelling",
            "sy.hm.ankawi sy.id.bara sy.id.kansafra",
        ),
        (
            "اعتقلت قوات سوريا الديمقراطية شابا في بلدتي الشحيل والبصيرة.",
            "coercion.arrest",
            "sy.dz.basira sy.dz.shuhayl",
        ),
    ],
)
def test_a_list_of_places(text: str, type_: str, places: str) -> None:
    found = [in_words(claim)["where"] for claim in claims_of(text) if claim.type == type_]
    assert " ".join(sorted(found)) == places


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        ("قصفت قوات النظام قرية الصخيرات في ريف حماة.", "SY", "violence.shelling", {"where": "الصخيرات"}),
        ("قصفت قوات النظام قرية المصيطيحة بريف إدلب.", "SY", "violence.shelling", {"where": "المصيطيحة"}),
    ],
)
def test_a_name_that_no_book_holds_stays_a_name(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        ("قصفت قوات النظام قرية الزعفرانة بريف حمص.", "SY", "violence.shelling", {"where": "sy.hs.zafaranah"}),
        (
            "قصفت قوات النظام بلدة كنصفرة في جبل الزاوية بريف إدلب الجنوبي.",
            "SY",
            "violence.shelling",
            {"where": "sy.id.kansafra"},
        ),
        ("انفجرت عبوة ناسفة في حي الوعر بمدينة حمص.", "SY", "violence.ied", {"where": "sy.hs.homs.waer"}),
        ("اعتقلت قوات سوريا الديمقراطية شابا قرب مدينة الرقة.", "SY", "coercion.arrest", {"where": "sy.rq.raqqa"}),
        ("انفجرت عبوة ناسفة بسيارة لقوات النظام شرق مدينة درعا.", "SY", "violence.ied", {"whom": "sy.gov.army_assad"}),
        ("انسحبت قوات النظام من بلدة كنصفرة إلى مدينة حماة.", "SY", "control.withdrawal", {"where": "sy.id.kansafra"}),
        (
            "أرسلت القوات التركية رتلا عسكريا من معبر باب الهوى إلى بلدة كنصفرة.",
            "SY",
            "force.deployment",
            {"where": "sy.id.kansafra"},
        ),
        ("قصفت قوات النظام مخيما للنازحين قرب بلدة سرمدا.", "SY", "violence.shelling", {"where": "sy.id.sarmada"}),
    ],
)
def test_where(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("بلدة كنصفرة", "town"),
        ("أطراف بلدة كنصفرة", "area"),
        ("ريف إدلب الجنوبي", "area"),
        ("شمالي مدينة إدلب", "area"),
    ],
)
def test_precision_is_what_the_words_say(words: str, precision: str) -> None:
    (claim,) = claims_of(f"قصفت قوات النظام {words}.")
    assert claim.place is not None
    assert claim.place.precision == precision


def test_a_name_without_coordinates_has_none() -> None:
    (claim,) = claims_of("قصفت قوات النظام قرية المصيطيحة بريف إدلب.")
    assert claim.place is not None
    assert (claim.place.id, claim.place.lat, claim.place.lon) == (None, None, None)


def test_a_day_of_a_month_is_no_place() -> None:
    assert (
        "tishrin"
        not in told("أجرى التحالف تدريبا بالذخيرة الحية في 25 تشرين الثاني الفائت.", "force.training")["where"]
    )


def test_the_word_for_villages_is_no_village() -> None:
    claims = claims_of("هاجمت قوات الدعم السريع المدنيين في قرى عدة.", "SD")
    assert claims and all(claim.place is None or claim.place.id != "sd.krt.qarri" for claim in claims)
