"""Phrases that name parties: heads, names, backers, lists, quotation marks."""

from __future__ import annotations

import pytest

from tests.read.told import told


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        ("قصفت فرقة السلطان مراد قرية في ريف تل تمر.", "SY", "violence.shelling", {"who": "sy.sna.sultan_murad"}),
        ("اعتقلت قسد شابا في بلدة الشحيل.", "SY", "coercion.arrest", {"who": "sy.sdf"}),
        ('اعتقلت "قسد" شابا في بلدة الشحيل.', "SY", "coercion.arrest", {"who": "sy.sdf"}),
        ("اعتقلت قوات سوريا الديمقراطية (قسد) شابا في بلدة الشحيل.", "SY", "coercion.arrest", {"who": "sy.sdf"}),
        ('حاجز لـ"قسد" تعرض لهجوم في بلدة الشحيل.', "SY", "violence.assault", {"whom": "sy.sdf"}),
        ("اعتقلت ميليشيا لواء القدس شابا في مدينة حلب.", "SY", "coercion.arrest", {"who": "sy.liwa_quds"}),
    ],
)
def test_names_and_their_shapes(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "اعتقلت قوات سوريا الديمقراطية خمسة من داعش في بلدة الشحيل.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "whom": "jih.is", "counts": "arrested:5"},
        ),
        (
            "اعتقلت قوات سوريا الديمقراطية ثلاثة من عناصر تنظيم الدولة في بلدة الشحيل.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "whom": "jih.is", "counts": "arrested:3"},
        ),
    ],
)
def test_counted_members_of_a_party(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        ("قصفت الميليشيات الموالية لإيران بلدة الشحيل.", "SY", "violence.shelling", {"who": "class.militias_pro_iran"}),
        ("قصفت ميليشيات مدعومة من إيران بلدة الشحيل.", "SY", "violence.shelling", {"who": "class.militias_pro_iran"}),
        ("اعتقلت دورية تابعة لقوات سوريا الديمقراطية شابا في بلدة الشحيل.", "SY", "coercion.arrest", {"who": "sy.sdf"}),
        ("قصفت الفصائل الموالية لتركيا بلدة تل تمر.", "SY", "violence.shelling", {"who": "sy.sna"}),
        ("اعتقلت الفصائل الموالية لتركيا شابا في مدينة عفرين.", "SY", "coercion.arrest", {"who": "sy.sna"}),
        (
            "اعتقلت المخابرات العسكرية التابعة لقوات النظام شابا في مدينة درعا.",
            "SY",
            "coercion.arrest",
            {"who": "sy.gov.military_security"},
        ),
    ],
)
def test_backed_and_subordinate_parties(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "اعتقل جهاز الأمن العام في هيئة تحرير الشام شابا في مدينة إدلب.",
            "SY",
            "coercion.arrest",
            {"who": "sy.hts.gss"},
        ),
        (
            "هاجم مسلحون من عشيرة العكيدات مواقع قوات سوريا الديمقراطية في بلدة الشحيل.",
            "SY",
            "violence.assault",
            {"who": "sy.tribe.aqidat", "whom": "sy.sdf"},
        ),
        ("قصفت مدفعية الجيش التركي قرية في ريف تل تمر.", "SY", "violence.shelling", {"who": "tr.army"}),
        (
            "قصفت قوات النظام والميليشيات الإيرانية بلدة كنصفرة.",
            "SY",
            "violence.shelling",
            {"who": "class.militias_pro_iran sy.gov.army_assad"},
        ),
        (
            "اعتقلت قوات سوريا الديمقراطية قياديا في تنظيم الدولة في بلدة الشحيل.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "whom": "jih.is"},
        ),
        ("اعتقل فرع الأمن العسكري شابا في مدينة درعا.", "SY", "coercion.arrest", {"who": "sy.gov.military_security"}),
        ("قصف حزب الله اللبناني بلدة الزعفرانة.", "SY", "violence.shelling", {"who": "lb.hezbollah"}),
        ("قصفت كتائب القسام مدينة عسقلان.", "PS", "violence.shelling", {"who": "ps.qassam"}),
        ("قصفت الميليشيات الإيرانية بلدة الشحيل.", "SY", "violence.shelling", {"who": "class.militias_pro_iran"}),
        (
            "هاجم فصيلا الحمزة والسلطان مراد مدينة عفرين.",
            "SY",
            "violence.assault",
            {"who": "sy.sna.hamza sy.sna.sultan_murad"},
        ),
        (
            "اشتبك فصيل أحرار الشرقية مع فصيل الحمزة في مدينة عفرين.",
            "SY",
            "violence.clash",
            {"sides": "sy.sna.ahrar_sharqiya sy.sna.hamza"},
        ),
        ('اعتقلت قوى الأمن الداخلي "الأسايش" شابا في مدينة القامشلي.', "SY", "coercion.arrest", {"who": "sy.asayish"}),
        ("اعتقلت الأسايش شابا في مدينة القامشلي.", "SY", "coercion.arrest", {"who": "sy.asayish"}),
    ],
)
def test_who_the_phrase_names(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields
