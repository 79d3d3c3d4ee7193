"""Where it happened: back-references to places, words that name none, origins, speakers, names in no gazetteer."""

from __future__ import annotations

import pytest

from tests.read.told import claims_of, told


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        # the town told of, not the one in whose countryside it lies, nor the one where somebody is from
        (
            "قصفت قوات النظام مدينة تلبيسة بريف حمص الشمالي. واعتقلت قوات النظام شابا في المدينة.",
            "coercion.arrest",
            "sy.hs.talbisah",
        ),
        (
            "قصفت قوات النظام مدينة أريحا. وقال نازحون من مدينة الرقة إن هيئة تحرير الشام اعتقلت شابا في المدينة.",
            "coercion.arrest",
            "sy.id.ariha",
        ),
        # a facility is told again by its own word
        (
            "قصفت قوات النظام مخيم الهول. واعتقلت قوات سوريا الديمقراطية شابا في المخيم.",
            "coercion.arrest",
            "sy.hk.hawlcamp",
        ),
        # a governorate told again is the least of places
        (
            "قصفت قوات النظام بلدة كنصفرة. واعتقلت شرطة المحافظة شابا في البلدة.",
            "coercion.arrest",
            "sy.id.kansafra",
        ),
    ],
)
def test_a_place_told_again(text: str, type_: str, place: str) -> None:
    assert told(text, type_, only=["where"]) == {"where": place}


@pytest.mark.parametrize(
    "text",
    [
        "اعتقلت قوات النظام شابا في أحياء مجاورة.",
        "اعتقلت قوات النظام شابا في مخيمات لها.",
        "طالبت قوات النظام الأهالي بتسليم السلاح في بلدة كنصفرة.",
        "قالت فصائل محلية إن الورقة لن تنفع، واعتقلت قوات النظام أربعين شابا.",
    ],
)
def test_words_that_name_no_place(text: str) -> None:
    assert all(claim.place is None for claim in claims_of(text))


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("قصفت قوات النظام من حواجزها في بلدة جورين قرية الزيارة.", "violence.shelling", "sy.hm.ziyarah"),
        ("قصفت قوات النظام قرية تل الخشيبة.", "violence.shelling", "تل الخشيبة"),
    ],
)
def test_where_it_comes_from_and_names_that_go_on(text: str, type_: str, place: str) -> None:
    assert told(text, type_, only=["where"]) == {"where": place}


def test_an_unknown_quarter_has_the_point_of_its_town() -> None:
    (claim,) = claims_of("قصفت قوات النظام حي البرغلية في مدينة أريحا.")
    assert claim.place is not None
    assert (claim.place.id, claim.place.precision) == (None, "neighbourhood")
    assert claim.place.lat == pytest.approx(35.81, abs=0.05)
