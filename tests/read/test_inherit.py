"""What is not said is taken from around it."""

from __future__ import annotations

import pytest

from tests.read.told import told, types


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        ("قوات سوريا الديمقراطية تعتقل شابا\nاعتقلت قوات سوريا الديمقراطية شابا في بلدة الشحيل.", "coercion.arrest", 1),
        (
            "قصفت القوات الروسية مواقع هيئة تحرير الشام في بلدة كنصفرة، وردت الأخيرة بقصف مدينة القرداحة.",
            "violence.shelling",
            2,
        ),
    ],
)
def test_how_many_happenings(text: str, type_: str, number: int) -> None:
    assert types(text).count(type_) == number


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "سيطرت هيئة تحرير الشام على بلدة كنصفرة. وقصفت قوات النظام الهيئة في بلدة البارة.",
            "SY",
            "violence.shelling",
            {"who": "sy.gov.army_assad", "whom": "sy.hts"},
        ),
        (
            "هاجمت هيئة تحرير الشام قوات النظام في بلدة كنصفرة. واعتقلت الهيئة شابين.",
            "SY",
            "coercion.arrest",
            {"who": "sy.hts"},
        ),
        (
            "اجتمع وفد من قوات سوريا الديمقراطية مع القوات الروسية في مدينة القامشلي. ووقع الطرفان اتفاقا.",
            "SY",
            "politics.agreement",
            {"sides": "ru.army sy.sdf"},
        ),
        (
            "هاجمت قوات النظام مواقع هيئة تحرير الشام في بلدة كنصفرة، وسيطرت الأخيرة على بلدة البارة.",
            "SY",
            "control.capture",
            {"who": "sy.hts"},
        ),
        ("قصف الحوثيون مدينة تعز. واختطفت الميليشيا عشرة مدنيين.", "YE", "coercion.abduction", {"who": "ye.houthis"}),
        (
            "سيطرت هيئة تحرير الشام على بلدة كنصفرة. وانسحبت الهيئة من بلدة البارة.",
            "SY",
            "control.withdrawal",
            {"who": "sy.hts", "where": "sy.id.bara"},
        ),
        (
            "هاجم تنظيم الدولة قوات النظام في بادية السخنة. وقتل عناصر التنظيم خمسة جنود.",
            "SY",
            "violence.assault",
            {"who": "jih.is"},
        ),
        (
            "أعلنت قوات سوريا الديمقراطية أن عناصرها اعتقلوا شابا في بلدة الشحيل.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf"},
        ),
        ("قالت قوات سوريا الديمقراطية إنها اعتقلت شابا في بلدة الشحيل.", "SY", "coercion.arrest", {"who": "sy.sdf"}),
        (
            "اندلعت اشتباكات بين قوات النظام وهيئة تحرير الشام في بلدة كنصفرة، وسيطرت الهيئة على البلدة.",
            "SY",
            "control.capture",
            {"who": "sy.hts", "whom": "sy.gov.army_assad", "where": "sy.id.kansafra"},
        ),
    ],
)
def test_back_reference(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        ("قصفت قوات النظام بلدة كنصفرة. وقتل مدني.", "SY", "violence.shelling", {"counts": "killed:1"}),
        (
            "اعتقلت قوات سوريا الديمقراطية طبيبا في بلدة الشحيل ونقلته إلى سجن.",
            "SY",
            "coercion.arrest",
            {"whom": "class.medics"},
        ),
        (
            "هاجم تنظيم الدولة نقطة لقوات النظام في بادية السخنة، وسيطر عليها.",
            "SY",
            "control.capture",
            {"who": "jih.is", "whom": "sy.gov.army_assad"},
        ),
        (
            "اقتحمت قوات الاحتلال مدينة نابلس. واعتقلت ثلاثة شبان.",
            "PS",
            "coercion.arrest",
            {"who": "il.idf", "where": "ps.nb.nablus"},
        ),
        (
            "سيطرت قوات سوريا الديمقراطية على بلدة الشحيل بعد اشتباكات مع تنظيم الدولة.",
            "SY",
            "control.capture",
            {"who": "sy.sdf", "whom": "jih.is"},
        ),
        (
            "درعا.. اعتقال شابين\nاعتقلت قوات النظام شابين في مدينة درعا.",
            "SY",
            "coercion.arrest",
            {"who": "sy.gov.army_assad", "counts": "arrested:2", "where": "sy.da.daraa"},
        ),
    ],
)
def test_taken_from_beside_it(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields
