"""What may be a happening: verbs, nouns, their senses; and what only looks like one."""

from __future__ import annotations

import pytest

from tests.read.told import told, types


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("قصف الرعد السماء في بلدة كنصفرة.", "SY"),
        ("ضربت عاصفة مطرية بلدة كنصفرة.", "SY"),
        ("فاز فريق درعا على فريق حماة.", "SY"),
        ("ارتفعت أسعار الخضار في أسواق مدينة درعا.", "SY"),
        ("افتتحت هيئة تحرير الشام مدرسة في بلدة سلقين.", "SY"),
        ("القصف والاعتقال كلمتان.", "SY"),
    ],
)
def test_no_happening(text: str, country: str) -> None:
    assert types(text, country) == []


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        ("قصف الطيران الحربي الروسي بلدة كنصفرة.", "SY", "violence.airstrike", {"who": "ru.vks"}),
        ("قصفت طائرة مسيرة تركية سيارة في مدينة القامشلي.", "SY", "violence.drone_strike", {"who": "tr.army"}),
        ("قصفت قوات النظام بالبراميل المتفجرة بلدة كنصفرة.", "SY", "violence.airstrike", {"who": "sy.gov.army_assad"}),
        (
            "انفجر لغم أرضي من مخلفات الحرب بمدنيين في بلدة كنصفرة.",
            "SY",
            "violence.remnants",
            {"who": "", "whom": "class.civilians"},
        ),
        ("انفجرت سيارة مفخخة في مدينة الباب.", "SY", "violence.ied", {"where": "sy.hl.bab"}),
        ("فجر انتحاري نفسه في مدينة الباب.", "SY", "violence.suicide_attack", {"where": "sy.hl.bab"}),
        (
            "أعدم تنظيم الدولة ثلاثة مدنيين في بادية السخنة.",
            "SY",
            "violence.execution",
            {"who": "jih.is", "whom": "class.civilians"},
        ),
        ("نزحت عشرات العائلات من بلدة كنصفرة.", "SY", "society.displacement", {"where": "sy.id.kansafra"}),
        ("حاصرت قوات النظام مدينة طفس.", "SY", "coercion.siege", {"who": "sy.gov.army_assad"}),
        (
            "أمهلت قوات النظام أهالي مدينة طفس ثلاثة أيام لتسليم السلاح.",
            "SY",
            "coercion.ultimatum",
            {"who": "sy.gov.army_assad", "whom": "class.local_residents"},
        ),
        ("هدمت قوات الاحتلال الإسرائيلي منزلا في مدينة الخليل.", "PS", "coercion.destruction", {"who": "il.idf"}),
        ("أنشأت القوات التركية قاعدة عسكرية في بلدة كنصفرة.", "SY", "control.base", {"who": "tr.army"}),
        ("استقدمت قوات النظام تعزيزات عسكرية إلى بلدة كنصفرة.", "SY", "force.deployment", {"who": "sy.gov.army_assad"}),
        (
            "اعتدى مستوطنون على مزارعين في بلدة حوارة.",
            "PS",
            "violence.attack_civilians",
            {"who": "il.settlers", "whom": "class.farmers"},
        ),
        ("تفجير انتحاري في مدينة الباب.", "SY", "violence.suicide_attack", {"where": "sy.hl.bab"}),
        ("العثور على جثة شاب في بادية السخنة.", "SY", "society.body_found", {"where": "sy.hs.sukhna"}),
        ("فرضت قوات النظام حصارا على مدينة طفس.", "SY", "coercion.siege", {"who": "sy.gov.army_assad"}),
        ("أحرق مستوطنون سيارات فلسطينيين في بلدة حوارة.", "PS", "coercion.destruction", {"who": "il.settlers"}),
        ("جندت قوات سوريا الديمقراطية قاصرين في مدينة القامشلي.", "SY", "force.recruitment", {"who": "sy.sdf"}),
        ("أدخلت الأمم المتحدة قافلة مساعدات إلى مدينة إدلب.", "SY", "society.aid", {"who": "int.un"}),
        ("أسقط الجيش الأمريكي طائرة مسيرة فوق بلدة الشحيل.", "SY", "violence.air_defence", {"who": "us.army"}),
        (
            "ألقى الطيران المروحي براميل متفجرة على بلدة كنصفرة.",
            "SY",
            "violence.airstrike",
            {"where": "sy.id.kansafra"},
        ),
        (
            "استهدف انفجار سيارة مفخخة حاجزا لقوات سوريا الديمقراطية في بلدة الشحيل.",
            "SY",
            "violence.ied",
            {"whom": "sy.sdf"},
        ),
    ],
)
def test_type(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    "text",
    [
        "وجه مصدر قضائي كتابا إلى مدير السجن في مدينة درعا.",
        "نزح سكان بلدة كنصفرة خشية تجدد القصف.",
        "تنحدر امرأة وتسعة أطفال من بلدة كنصفرة.",
        "وصل عشرات الأهالي بعد أن قضوا ليلتهم في بلدة كنصفرة.",
        "توفيت سيدة مسنة في مدينة درعا.",
        "فقد جرى توزيع الخبز في مدينة درعا.",
    ],
)
def test_letters_that_only_look_like_violence(text: str) -> None:
    assert not [type_ for type_ in types(text) if type_.startswith("violence.")]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("استهدف مسلحون مجهولون رجلا في حي القصور بمدينة درعا.", "violence.assassination"),
        ("اقتحم عناصر من قوات النظام منزلا في مدينة درعا.", "coercion.raid"),
        ("هاجم مسلحون مجهولون بقذائف آر بي جي حاجزا لقوات النظام في مدينة درعا.", "violence.assault"),
        ("فجّر انتحاري أمس سيارة مفخخة في مدينة الباب.", "violence.suicide_attack"),
        ("ردت قوات النظام براجمات الصواريخ على بلدة كنصفرة.", "violence.shelling"),
        ("استخدمت قوات النظام الغاز السام ضد مقاتلي المعارضة في بلدة كنصفرة.", "violence.chemical"),
        ("طال الرصاص حاجزا لقوات النظام في مدينة درعا.", "violence.assault"),
    ],
)
def test_the_kind_of_violence(text: str, type_: str) -> None:
    assert type_ in types(text)
