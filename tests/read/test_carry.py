"""Light verbs and the happenings that they carry."""

from __future__ import annotations

import pytest

from tests.read.told import told


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "تعرضت بلدة كنصفرة لقصف مدفعي من قبل قوات النظام.",
            "SY",
            "violence.shelling",
            {"who": "sy.gov.army_assad", "where": "sy.id.kansafra"},
        ),
        ("تعرضت بلدة كنصفرة لقصف مدفعي.", "SY", "violence.shelling", {"who": "", "where": "sy.id.kansafra"}),
        (
            "تعرض حاجز لقوات النظام لهجوم من قبل تنظيم الدولة في بادية السخنة.",
            "SY",
            "violence.assault",
            {"who": "jih.is", "whom": "sy.gov.army_assad"},
        ),
        ("تعرضت قاعدة أمريكية في حقل العمر لقصف صاروخي.", "SY", "violence.shelling", {"who": ""}),
    ],
)
def test_what_suffers_the_light_verb_is_the_target_or_the_place(
    text: str, country: str, type_: str, fields: dict[str, str]
) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "أقدم عناصر من هيئة تحرير الشام على طرد عائلة من منزلها في بلدة سلقين.",
            "SY",
            "coercion.expulsion",
            {"who": "sy.hts"},
        ),
        (
            "شنّت الطائرات الحربية الروسية غارة على بلدة كنصفرة.",
            "SY",
            "violence.airstrike",
            {"who": "ru.vks", "where": "sy.id.kansafra"},
        ),
        (
            "شن الجيش الوطني السوري هجوما على مواقع قوات سوريا الديمقراطية في ريف منبج.",
            "SY",
            "violence.assault",
            {"who": "sy.sna", "whom": "sy.sdf"},
        ),
        (
            "نفذت قوات سوريا الديمقراطية حملة اعتقالات في بلدة الشحيل.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "where": "sy.dz.shuhayl"},
        ),
        (
            "قامت قوات سوريا الديمقراطية باعتقال شاب في بلدة الشحيل.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "whom": "class.civilians"},
        ),
        (
            "استهدفت غارة إسرائيلية موقعا لحزب الله اللبناني في مدينة القصير.",
            "SY",
            "violence.airstrike",
            {"whom": "lb.hezbollah"},
        ),
        (
            "ارتكبت قوات النظام مجزرة بحق المدنيين في بلدة كنصفرة.",
            "SY",
            "violence.attack_civilians",
            {"who": "sy.gov.army_assad", "whom": "class.civilians"},
        ),
        ("بدأت قوات النظام انسحابها من بلدة كنصفرة.", "SY", "control.withdrawal", {"who": "sy.gov.army_assad"}),
        (
            "واصلت قوات النظام قصف بلدة كنصفرة.",
            "SY",
            "violence.shelling",
            {"who": "sy.gov.army_assad", "where": "sy.id.kansafra"},
        ),
        ("جددت قوات النظام قصفها على بلدة كنصفرة.", "SY", "violence.shelling", {"who": "sy.gov.army_assad"}),
        (
            "هجوم شنته هيئة تحرير الشام على مواقع قوات النظام في بلدة كنصفرة.",
            "SY",
            "violence.assault",
            {"who": "sy.hts"},
        ),
        (
            "أجبر عناصر الحوثي السكان على مغادرة منازلهم في مديرية حيس.",
            "YE",
            "coercion.expulsion",
            {"who": "ye.houthis"},
        ),
        (
            "حاولت قوات النظام التسلل إلى مواقع هيئة تحرير الشام في بلدة كنصفرة.",
            "SY",
            "violence.assault",
            {"who": "sy.gov.army_assad", "how": "attempted"},
        ),
        (
            "شهدت بلدة كنصفرة قصفا مدفعيا من قبل قوات النظام.",
            "SY",
            "violence.shelling",
            {"who": "sy.gov.army_assad", "where": "sy.id.kansafra"},
        ),
        (
            "أقدمت قوات النظام على اعتقال شاب في مدينة درعا.",
            "SY",
            "coercion.arrest",
            {"who": "sy.gov.army_assad", "whom": "class.civilians"},
        ),
        (
            "أقدم مسلحون مجهولون على قتل مدني في مدينة درعا.",
            "SY",
            "violence.assassination",
            {"who": "class.unidentified_gunmen", "whom": "class.civilians"},
        ),
        (
            "شن الطيران الحربي الإسرائيلي غارتين على مدينة القصير.",
            "SY",
            "violence.airstrike",
            {"who": "il.iaf", "counts": "strikes:2"},
        ),
        (
            "شنت طائرات التحالف الدولي سلسلة غارات على مواقع تنظيم الدولة في بادية السخنة.",
            "SY",
            "violence.airstrike",
            {"who": "int.coalition", "whom": "jih.is"},
        ),
        ("طالت غارات روسية بلدة كنصفرة.", "SY", "violence.airstrike", {"who": "ru.vks", "where": "sy.id.kansafra"}),
        ("وقع انفجار عبوة ناسفة في مدينة الباب.", "SY", "violence.ied", {"where": "sy.hl.bab"}),
        (
            "نفذ تنظيم الدولة هجوما على نقطة لقوات النظام في بادية السخنة.",
            "SY",
            "violence.assault",
            {"who": "jih.is", "whom": "sy.gov.army_assad"},
        ),
        (
            "عقد وفد من قوات سوريا الديمقراطية اجتماعا مع القوات الأمريكية في مدينة الحسكة.",
            "SY",
            "politics.meeting",
            {"sides": "sy.sdf us.army"},
        ),
        (
            "نظم أهالي بلدة العزبة مظاهرة ضد قوات سوريا الديمقراطية.",
            "SY",
            "society.protest",
            {"who": "class.local_residents", "whom": "sy.sdf"},
        ),
        ("شنت قوات سوريا الديمقراطية حملة مداهمات في بلدة الشحيل.", "SY", "coercion.raid", {"who": "sy.sdf"}),
        (
            "أطلقت هيئة تحرير الشام صواريخ على مواقع قوات النظام في بلدة كنصفرة.",
            "SY",
            "violence.shelling",
            {"who": "sy.hts", "whom": "sy.gov.army_assad"},
        ),
        ("فتحت قوات النظام نيران رشاشاتها على بلدة كنصفرة.", "SY", "violence.assault", {"who": "sy.gov.army_assad"}),
        (
            "أطلق مسلحون مجهولون النار على عنصر من قوات النظام في بلدة طفس.",
            "SY",
            "violence.assault",
            {"who": "class.unidentified_gunmen", "whom": "sy.gov.army_assad"},
        ),
        ("نفذ الطيران المسير التركي غارة على مدينة القامشلي.", "SY", "violence.drone_strike", {"who": "tr.army"}),
        (
            "بدأت هيئة تحرير الشام هجوما على قوات النظام في ريف حلب.",
            "SY",
            "violence.assault",
            {"who": "sy.hts", "whom": "sy.gov.army_assad"},
        ),
        (
            "دارت اشتباكات عنيفة بين هيئة تحرير الشام وقوات النظام في بلدة كنصفرة.",
            "SY",
            "violence.clash",
            {"sides": "sy.gov.army_assad sy.hts"},
        ),
    ],
)
def test_the_subject_of_the_light_verb_does_it(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields
