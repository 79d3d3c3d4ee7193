"""Who a phrase is: general names by country and day, adjectives of state, weak names after full ones."""

from __future__ import annotations

import pytest

from tests.read.told import told


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        ("قصف الجيش بلدة حيس.", "YE", "violence.shelling", {"who": "ye.gov.army"}),
        ("قصف الجيش بلدة بنت جبيل.", "LB", "violence.shelling", {"who": "lb.laf"}),
        ("قصف الجيش مدينة أم درمان.", "SD", "violence.shelling", {"who": "sd.saf"}),
        ("اعتقلت الشرطة شابا في مدينة بغداد.", "IQ", "coercion.arrest", {"who": "iq.police"}),
        ("اعتقلت الشرطة العراقية شابا في مدينة بغداد.", "IQ", "coercion.arrest", {"who": "iq.police"}),
        ("قصف الجيش السوري بلدة كنصفرة.", "SY", "violence.shelling", {"who": "sy.gov.army_assad"}),
        ("اعتقلت قوات الأمن شابا في مدينة بغداد.", "IQ", "coercion.arrest", {"who": "iq.isf"}),
    ],
)
def test_a_general_name_means_the_force_of_the_country(
    text: str, country: str, type_: str, fields: dict[str, str]
) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        ("اعتقلت القوات التركية شابا في مدينة عفرين.", "SY", "coercion.arrest", {"who": "tr.army"}),
        ("اعتقلت القوات الأمريكية شابا في بلدة الشحيل.", "SY", "coercion.arrest", {"who": "us.army"}),
        ("اعتقل مسلحون مجهولون شابا في بلدة الشحيل.", "SY", "coercion.arrest", {"who": "class.unidentified_gunmen"}),
        ("قصفت جماعة الحوثي مدينة تعز.", "YE", "violence.shelling", {"who": "ye.houthis"}),
        ("قصفت ميليشيا الحوثي الإرهابية مدينة تعز.", "YE", "violence.shelling", {"who": "ye.houthis"}),
        (
            "اعتقل التنظيم شابا في بلدة الشحيل. وكان تنظيم الدولة قد هاجم البلدة.",
            "SY",
            "coercion.arrest",
            {"who": "jih.is"},
        ),
        ("اعتقلت قوات الاحتلال شابا في مدينة الخليل.", "PS", "coercion.arrest", {"who": "il.idf"}),
        ("اعتقلت قوات الدعم السريع شابا في مدينة نيالا.", "SD", "coercion.arrest", {"who": "sd.rsf"}),
        ("اعتقل الحشد الشعبي شابا في مدينة الموصل.", "IQ", "coercion.arrest", {"who": "iq.pmf"}),
        ("قصفت القوات الروسية بلدة كنصفرة.", "SY", "violence.shelling", {"who": "ru.army"}),
        (
            "قصفت قوات الشرعية مواقع الحوثيين في مدينة مأرب.",
            "YE",
            "violence.shelling",
            {"who": "ye.gov.army", "whom": "ye.houthis"},
        ),
        ("قصفت الدعم السريع مدينة الفاشر.", "SD", "violence.shelling", {"who": "sd.rsf"}),
        ("قصفت القوات الإسرائيلية بلدة عيتا الشعب.", "LB", "violence.shelling", {"who": "il.idf"}),
        ("اعتقلت البيشمركة شابا في مدينة كركوك.", "IQ", "coercion.arrest", {"who": "iq.peshmerga"}),
        (
            "هاجم تنظيم القاعدة نقطة لقوات الحزام الأمني في محافظة أبين.",
            "YE",
            "violence.assault",
            {"who": "ye.aqap", "whom": "ye.security_belt"},
        ),
    ],
)
def test_who_is_meant(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        ("انفجرت عبوة قرب نقطة للجيش في مدينة نوى وقتل جندي.", "SY", "violence.ied", {"whom": "sy.gov.army_assad"}),
        ("اشتبك مسلحون والجيش في مدينة طرابلس.", "LB", "violence.clash", {"sides": "class.gunmen lb.laf"}),
        ("قصفت مدفعية جيشنا مدينة دوما.", "SY", "violence.shelling", {"who": "sy.gov.army_assad"}),
    ],
)
def test_clitics_are_no_part_of_a_general_name(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "type_", "fields"),
    [
        (
            "قصفت قوات النظام بلدة البارة في 20 آب الجاري وأصيب طفل بجراح.",
            "violence.shelling",
            {"whom": "class.children"},
        ),
        ("قصفت قوات النظام مدرسة في بلدة البارة.", "violence.shelling", {"whom": ""}),
        ("داهمت قوات النظام منزلاً في بلدة نوى واعتقلت أطفاله.", "coercion.arrest", {"whom": "class.children"}),
        ("اعتقل الجهاز الأمني التابع لهيئة تحرير الشام شاباً في مدينة إدلب.", "coercion.arrest", {"who": "sy.hts"}),
        ("اعتقلت قوات النظام العاملة في المنطقة شاباً من بلدة نوى.", "coercion.arrest", {"who": "sy.gov.army_assad"}),
        (
            "اعتقل الأمن العسكري شاباً في الداخل السوري قرب بلدة نوى.",
            "coercion.arrest",
            {"who": "sy.gov.military_security"},
        ),
    ],
)
def test_words_that_only_look_like_somebody(text: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "هاجمت وحدات مقاومة سنجار نقطة للجيش في بلدة سنوني. وانسحبت الوحدات من البلدة لاحقا.",
            "IQ",
            "control.withdrawal",
            {"who": "iq.ybs"},
        ),
        (
            "قصف تنظيم بي كي كي بلدة العمادية. واعتقل عناصر التنظيم شابا في البلدة.",
            "IQ",
            "coercion.arrest",
            {"who": "tr.pkk"},
        ),
        (
            "اجتمع ضباط لبنانيون وفرنسيون وأميركيون في بلدة الناقورة.",
            "LB",
            "politics.meeting",
            {"sides": "fr.army lb.laf us.army"},
        ),
        (
            "قصفت الطائرات الروسية والسورية بلدة البارة.",
            "SY",
            "violence.airstrike",
            {"who": "ru.vks sy.gov.airforce_assad"},
        ),
        (
            "هاجم تنظيم داعش بلدة بهرز. وقصف الإرهابيون نقطة للجيش في بلدة خانقين.",
            "IQ",
            "violence.shelling",
            {"who": "jih.is"},
        ),
        ("اعتقل لواء الصامدين شابا في بلدة الشحيل.", "SY", "coercion.arrest", {"who": "~"}),
        ('اعتقلت كتيبة "أسود الوادي" شابا في بلدة الشحيل.', "SY", "coercion.arrest", {"who": "~"}),
        ("اعتقل لواء فاطميون شابا في بلدة الشحيل.", "SY", "coercion.arrest", {"who": "sy.fatemiyoun"}),
    ],
)
def test_named_groups_and_words_that_refer_back(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields
