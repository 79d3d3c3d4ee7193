"""Namesakes: chosen by what contains them, by the kind that is said, by the country of the report."""

from __future__ import annotations

import pytest

from tests.read.told import told


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "قصفت قوات النظام بلدة كنصفرة. واعتقلت قوات النظام شابا في البلدة.",
            "SY",
            "coercion.arrest",
            {"where": "sy.id.kansafra"},
        ),
        (
            "قصفت قوات النظام مدينة أريحا. وسيطرت هيئة تحرير الشام على المدينة.",
            "SY",
            "control.transfer",
            {"where": "sy.id.ariha"},
        ),
    ],
)
def test_a_back_reference_to_a_place(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        ("غارات إسرائيلية على مدينة القصير بريف حمص.", "SY", "violence.airstrike", {"where": "sy.hs.qusayr"}),
        (
            "قتل شاب برصاص مجهولين في بلدة الحسينية بريف دير الزور.",
            "SY",
            "violence.assassination",
            {"where": "sy.dz.husayniya"},
        ),
        (
            "قتل شاب برصاص مجهولين في بلدة الحسينية بريف دمشق.",
            "SY",
            "violence.assassination",
            {"where": "sy.rd.husayniyah"},
        ),
        (
            "قتل شاب برصاص مجهولين في قرية الحسينية بريف الحسكة.",
            "SY",
            "violence.assassination",
            {"where": "sy.hk.husayniya_hk"},
        ),
        ("انفجرت عبوة ناسفة في حي الزهراء بمدينة حمص.", "SY", "violence.ied", {"where": "sy.hs.homs.zahra"}),
        ("قصفت هيئة تحرير الشام بلدة الزهراء بريف حلب.", "SY", "violence.shelling", {"where": "sy.hl.zahraa"}),
        ("انفجرت عبوة ناسفة في مدينة الحوطة بمحافظة لحج.", "YE", "violence.ied", {"where": "ye.lah.hawtah"}),
        ("انفجرت عبوة ناسفة في الحوطة بمحافظة شبوة.", "YE", "violence.ied", {"where": "ye.shb.hawtah_shb"}),
        ("انفجرت عبوة ناسفة في بلدة الحسينية شمالي بغداد.", "IQ", "violence.ied", {"where": "iq.bag.husayniya"}),
        ("قصفت هيئة تحرير الشام بلدة الزهراء.", "SY", "violence.shelling", {"where": "sy.hl.zahraa"}),
        ("قصفت قوات النظام مدينة أريحا.", "SY", "violence.shelling", {"where": "sy.id.ariha"}),
        ("اقتحمت قوات الاحتلال الإسرائيلي مدينة أريحا.", "PS", "coercion.raid", {"where": "ps.jr.jericho"}),
        ("انفجرت عبوة ناسفة في مدينة طرابلس.", "LB", "violence.ied", {"where": "lb.nor.tripoli"}),
    ],
)
def test_which_of_the_namesakes(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields
