"""Who a phrase is: general names by country and day, adjectives of state, weak names after full ones."""

from __future__ import annotations

import pytest

from rasid.read.reader import rehearse
from tests.read.told import DAY, told


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


def parties(text: str, country: str = "SY") -> set[str]:
    """Return whom a report names, as ids, or as "~" with the words of somebody in no book."""
    happenings = rehearse(text, published=DAY, source="src.enab", country=country, implied={})
    return {question.candidate.name for happening in happenings for question in happening.questions}


@pytest.mark.parametrize(
    ("text", "country", "named"),
    [
        ("انفجرت عبوة قرب نقطة للجيش في مدينة نوى.", "SY", {"sy.gov.army_assad"}),
        ("اشتبك مسلحون والجيش في مدينة طرابلس.", "LB", {"class.gunmen", "lb.laf"}),
        ("قصفت مدفعية جيشنا مدينة دوما.", "SY", {"sy.gov.army_assad"}),
    ],
)
def test_clitics_are_no_part_of_a_general_name(text: str, country: str, named: set[str]) -> None:
    assert parties(text, country) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("قصفت قوات النظام بلدة البارة في 20 آب الجاري وأصيب طفل بجراح.", {"sy.gov.army_assad", "class.children"}),
        ("قصفت قوات النظام مدرسة في بلدة البارة.", {"sy.gov.army_assad"}),
        ("انتهى الاشتباك في بلدة البارة باتفاق رعاه الوجهاء.", {"class.tribal_elders"}),
        ("طالب الوفد قوات النظام بالانسحاب من بلدة نوى.", {"sy.gov.army_assad"}),
        ("اعتقلت قوات النظام شاباً في بلدة نوى، مشيراً إلى مصادرة سيارته.", {"sy.gov.army_assad", "class.civilians"}),
        ("داهمت قوات النظام منزلاً في بلدة نوى واعتقلت أطفاله.", {"sy.gov.army_assad", "class.children"}),
        ("اعتقل الجهاز الأمني التابع لهيئة تحرير الشام شاباً في مدينة إدلب.", {"sy.hts", "class.civilians"}),
        ("قصفت قوات النظام العاملة في المنطقة بلدة نوى.", {"sy.gov.army_assad"}),
        ("قصفت قوات النظام بلدة في الداخل اللبناني قرب الحدود الأردنية.", {"sy.gov.army_assad"}),
        ("قصفت قوات النظام بلدة سنجار.", {"sy.gov.army_assad"}),
    ],
)
def test_words_that_only_look_like_somebody(text: str, named: set[str]) -> None:
    assert parties(text) == named


@pytest.mark.parametrize(
    ("text", "country", "named"),
    [
        ("هاجمت وحدات مقاومة سنجار نقطة في بلدة سنوني. وانسحبت الوحدات من البلدة لاحقا.", "IQ", {"iq.ybs"}),
        ("قصف تنظيم بي كي كي بلدة العمادية. واعتقل عناصر التنظيم شابا في البلدة.", "IQ", {"tr.pkk", "class.civilians"}),
        (
            "هاجم مقاتلو مجلس منبج العسكري بلدة العريمة، وقصف الجيش التركي مواقع المجلس.",
            "SY",
            {"sy.mc.manbij", "tr.army"},
        ),
        ("اجتمع ضباط لبنانيون وفرنسيون وأميركيون في بلدة الناقورة.", "LB", {"fr.army", "lb.laf", "us.army"}),
        ("قصفت الطائرات الروسية والسورية بلدة البارة.", "SY", {"ru.vks", "sy.gov.airforce_assad"}),
        ("هاجم تنظيم داعش بلدة بهرز. وقصف الإرهابيون بلدة خانقين.", "IQ", {"jih.is"}),
        ("قصف لواء الصامدين بلدة الشحيل.", "SY", {"~لواء الصامدين"}),
        ("قصفت كتيبة «أسود الوادي» بلدة الشحيل.", "SY", {"~كتيبة « أسود الوادي"}),
        ("قصف لواء فاطميون بلدة الشحيل.", "SY", {"sy.fatemiyoun"}),
    ],
)
def test_named_groups_and_words_that_refer_back(text: str, country: str, named: set[str]) -> None:
    assert parties(text, country) == named
