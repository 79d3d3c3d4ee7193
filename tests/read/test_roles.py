"""Who does it, to whom, and who stands on which side."""

from __future__ import annotations

import pytest

from tests.read.told import claims_of, in_words, told


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "اندلعت اشتباكات بين قوات سوريا الديمقراطية والجيش الوطني السوري في ريف منبج.",
            "SY",
            "violence.clash",
            {"sides": "sy.sdf sy.sna", "who": "", "whom": ""},
        ),
        (
            "اشتبكت قوات سوريا الديمقراطية مع الجيش الوطني السوري في ريف منبج.",
            "SY",
            "violence.clash",
            {"sides": "sy.sdf sy.sna"},
        ),
        (
            "خاضت قوات سوريا الديمقراطية اشتباكات ضد فصائل الجيش الوطني السوري قرب منبج.",
            "SY",
            "violence.clash",
            {"sides": "sy.sdf sy.sna"},
        ),
        (
            "التقى وفد من الاتحاد الأوروبي مع قوات سوريا الديمقراطية في مدينة القامشلي.",
            "SY",
            "politics.meeting",
            {"sides": "int.eu sy.sdf"},
        ),
        (
            "اشتباكات بين الحوثيين والقوات الحكومية في مدينة تعز.",
            "YE",
            "violence.clash",
            {"sides": "ye.gov.army ye.houthis"},
        ),
        (
            "اشتباكات بين الجيش السوداني وقوات الدعم السريع في مدينة أم درمان.",
            "SD",
            "violence.clash",
            {"sides": "sd.rsf sd.saf"},
        ),
        (
            "اندلعت معارك في مدينة الفاشر بين الجيش وقوات الدعم السريع.",
            "SD",
            "violence.clash",
            {"sides": "sd.rsf sd.saf"},
        ),
        (
            "معارك بين تنظيم الدولة وقوات النظام في بادية السخنة.",
            "SY",
            "violence.clash",
            {"sides": "jih.is sy.gov.army_assad"},
        ),
        (
            "توصلت قوات سوريا الديمقراطية والجيش الوطني السوري إلى اتفاق هدنة في مدينة منبج.",
            "SY",
            "politics.agreement",
            {"sides": "sy.sdf sy.sna"},
        ),
        (
            "اتفقت هيئة تحرير الشام مع حركة أحرار الشام على وقف إطلاق النار في بلدة كنصفرة.",
            "SY",
            "politics.agreement",
            {"sides": "sy.ahrar_sham sy.hts"},
        ),
    ],
)
def test_sides_are_equal(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        ("اعتُقل شاب في مدينة الرقة.", "SY", "coercion.arrest", {"who": "", "whom": "class.civilians"}),
        (
            "اعتُقل شاب من قبل قوات سوريا الديمقراطية في مدينة الرقة.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "whom": "class.civilians"},
        ),
        (
            "اعتقل شاب على يد قوات سوريا الديمقراطية في مدينة الرقة.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "whom": "class.civilians"},
        ),
        (
            "تم اعتقال شاب من قبل قوات سوريا الديمقراطية في مدينة الرقة.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "whom": "class.civilians"},
        ),
        (
            "استُهدفت مواقع قوات النظام في بلدة كنصفرة بقذائف الهاون من قبل هيئة تحرير الشام.",
            "SY",
            "violence.shelling",
            {"who": "sy.hts", "whom": "sy.gov.army_assad"},
        ),
        (
            "اغتيل عنصر من قوات النظام على يد مسلحين مجهولين في بلدة طفس.",
            "SY",
            "violence.assassination",
            {"who": "class.unidentified_gunmen", "whom": "sy.gov.army_assad"},
        ),
        (
            "قُتل ثلاثة مدنيين برصاص عناصر تنظيم الدولة في بادية السخنة.",
            "SY",
            "violence.attack_civilians",
            {"who": "jih.is", "whom": "class.civilians", "counts": "killed:3"},
        ),
        (
            "اعتقال شاب على يد قوات سوريا الديمقراطية في مدينة الرقة.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "whom": "class.civilians"},
        ),
        (
            "مقتل عنصر من قوات النظام على يد مسلحين مجهولين في بلدة طفس.",
            "SY",
            "violence.assassination",
            {"who": "class.unidentified_gunmen", "whom": "sy.gov.army_assad"},
        ),
        (
            "مقتل عنصر من قوات سوريا الديمقراطية برصاص تنظيم الدولة في بلدة الشحيل.",
            "SY",
            "violence.assault",
            {"who": "jih.is", "whom": "sy.sdf"},
        ),
        (
            "أُصيب ثلاثة أطفال برصاص قوات النظام في بلدة كنصفرة.",
            "SY",
            "violence.attack_civilians",
            {"who": "sy.gov.army_assad", "whom": "class.children", "counts": "wounded:3"},
        ),
        (
            "طُردت عائلات من منازلها على يد الجيش الوطني السوري في مدينة عفرين.",
            "SY",
            "coercion.expulsion",
            {"who": "sy.sna"},
        ),
        (
            "جرى اعتقال خمسة شبان من قبل قوات النظام في مدينة درعا.",
            "SY",
            "coercion.arrest",
            {"who": "sy.gov.army_assad", "counts": "arrested:5"},
        ),
    ],
)
def test_passive_and_agent(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "اعتقال قوات سوريا الديمقراطية لشاب في مدينة الرقة.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "whom": "class.civilians"},
        ),
        (
            "قصف هيئة تحرير الشام لمواقع قوات النظام في بلدة كنصفرة.",
            "SY",
            "violence.shelling",
            {"who": "sy.hts", "whom": "sy.gov.army_assad"},
        ),
        (
            "قصف قوات النظام بلدة كنصفرة مستمر.",
            "SY",
            "violence.shelling",
            {"who": "sy.gov.army_assad", "where": "sy.id.kansafra"},
        ),
        (
            "ردت هيئة تحرير الشام على قصف قوات النظام لبلدة كنصفرة.",
            "SY",
            "violence.shelling",
            {"who": "sy.gov.army_assad"},
        ),
    ],
)
def test_a_noun_of_happening_has_its_own_agent_and_patient(
    text: str, country: str, type_: str, fields: dict[str, str]
) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "اعتقلت قوات سوريا الديمقراطية شابا في مدينة الرقة.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "whom": "class.civilians"},
        ),
        (
            "قوات سوريا الديمقراطية تعتقل شابا في مدينة الرقة.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "whom": "class.civilians"},
        ),
        (
            "هاجمت هيئة تحرير الشام مواقع لقوات النظام في ريف إدلب.",
            "SY",
            "violence.assault",
            {"who": "sy.hts", "whom": "sy.gov.army_assad"},
        ),
        (
            "هاجمت قوات النظام مواقع لهيئة تحرير الشام في ريف إدلب.",
            "SY",
            "violence.assault",
            {"who": "sy.gov.army_assad", "whom": "sy.hts"},
        ),
        (
            "استهدفت هيئة تحرير الشام بقذائف الهاون مواقع قوات النظام في بلدة كنصفرة.",
            "SY",
            "violence.shelling",
            {"who": "sy.hts", "whom": "sy.gov.army_assad"},
        ),
        (
            "داهمت قوات النظام منازل مدنيين في مدينة درعا واعتقلت أربعة شبان.",
            "SY",
            "coercion.arrest",
            {"who": "sy.gov.army_assad", "whom": "class.civilians", "counts": "arrested:4"},
        ),
        (
            "داهمت قوات النظام منازل مدنيين في مدينة درعا واعتقلت أربعة شبان.",
            "SY",
            "coercion.raid",
            {"who": "sy.gov.army_assad"},
        ),
        (
            "انسحبت قوات النظام من بلدة كنصفرة وسيطرت هيئة تحرير الشام عليها.",
            "SY",
            "control.withdrawal",
            {"who": "sy.gov.army_assad"},
        ),
        (
            "سيطرت هيئة تحرير الشام على بلدة كنصفرة بعد انسحاب قوات النظام منها.",
            "SY",
            "control.withdrawal",
            {"who": "sy.gov.army_assad", "where": "sy.id.kansafra"},
        ),
        (
            "توغلت قوات الاحتلال الإسرائيلي في بلدة جباتا الخشب واعتقلت راعيا.",
            "SY",
            "coercion.arrest",
            {"who": "il.idf"},
        ),
        (
            "اختطف مسلحون مجهولون طبيبا في مدينة إدلب.",
            "SY",
            "coercion.abduction",
            {"who": "class.unidentified_gunmen", "whom": "class.medics"},
        ),
        (
            "أفرجت قوات سوريا الديمقراطية عن عشرين معتقلا في مدينة الحسكة.",
            "SY",
            "politics.release",
            {"who": "sy.sdf", "whom": "class.detainees"},
        ),
        (
            "فرضت هيئة تحرير الشام إتاوات على المزارعين في بلدة سلقين.",
            "SY",
            "coercion.extortion",
            {"who": "sy.hts", "whom": "class.farmers"},
        ),
        (
            "صادرت قوات النظام منازل المدنيين في بلدة كنصفرة.",
            "SY",
            "coercion.seizure",
            {"who": "sy.gov.army_assad", "whom": "class.civilians"},
        ),
        (
            "أسقطت قوات سوريا الديمقراطية طائرة مسيرة تركية في ريف عين العرب.",
            "SY",
            "violence.air_defence",
            {"who": "sy.sdf"},
        ),
        ("طردت قوات سوريا الديمقراطية عائلات من بلدة الشدادي.", "SY", "coercion.expulsion", {"who": "sy.sdf"}),
        (
            "هجرت قوات النظام أهالي بلدة داريا.",
            "SY",
            "coercion.expulsion",
            {"who": "sy.gov.army_assad", "whom": "class.local_residents"},
        ),
        (
            "اغتال مسلحون مجهولون عنصرا من قوات النظام في بلدة طفس.",
            "SY",
            "violence.assassination",
            {"who": "class.unidentified_gunmen", "whom": "sy.gov.army_assad"},
        ),
        (
            "تظاهر العشرات من أهالي بلدة العزبة ضد قوات سوريا الديمقراطية.",
            "SY",
            "society.protest",
            {"who": "class.local_residents", "whom": "sy.sdf"},
        ),
        (
            "قتل عناصر من تنظيم الدولة ثلاثة مدنيين في بادية السخنة.",
            "SY",
            "violence.attack_civilians",
            {"who": "jih.is", "whom": "class.civilians", "counts": "killed:3"},
        ),
        (
            "انسحبت قوات النظام من بلدة كنصفرة وسيطرت هيئة تحرير الشام عليها.",
            "SY",
            "control.transfer",
            {"who": "sy.hts", "whom": "sy.gov.army_assad", "where": "sy.id.kansafra"},
        ),
        (
            "سيطرت هيئة تحرير الشام على بلدة كنصفرة بعد انسحاب قوات النظام منها.",
            "SY",
            "control.transfer",
            {"who": "sy.hts", "whom": "sy.gov.army_assad", "where": "sy.id.kansafra"},
        ),
        (
            "سيطرت هيئة تحرير الشام على بلدة كنصفرة بعد معارك مع قوات النظام.",
            "SY",
            "control.capture",
            {"who": "sy.hts", "whom": "sy.gov.army_assad", "where": "sy.id.kansafra"},
        ),
        ("الشاب الذي اعتقلته قوات سوريا الديمقراطية في مدينة الرقة.", "SY", "coercion.arrest", {"who": "sy.sdf"}),
        (
            "قتل تنظيم الدولة عنصرا من قوات سوريا الديمقراطية في بلدة الشحيل.",
            "SY",
            "violence.assault",
            {"who": "jih.is", "whom": "sy.sdf"},
        ),
        (
            "قتلت قوات سوريا الديمقراطية عنصرا من تنظيم الدولة في بلدة الشحيل.",
            "SY",
            "violence.assault",
            {"who": "sy.sdf", "whom": "jih.is"},
        ),
        (
            "قوات النظام تقصف بلدة كنصفرة وهيئة تحرير الشام ترد.",
            "SY",
            "violence.shelling",
            {"who": "sy.gov.army_assad"},
        ),
        (
            "استُشهد مدني بقصف روسي على بلدة كنصفرة.",
            "SY",
            "violence.shelling",
            {"who": "ru.army", "whom": "class.civilians"},
        ),
        (
            "أُطلق سراح عشرة معتقلين من سجون قوات النظام في مدينة درعا.",
            "SY",
            "politics.release",
            {"whom": "class.detainees"},
        ),
        ("اغتيال قيادي في هيئة تحرير الشام بمدينة إدلب.", "SY", "violence.assassination", {"whom": "sy.hts"}),
        ("هدمت جرافات الاحتلال منزلا في مدينة الخليل.", "PS", "coercion.destruction", {"who": "il.idf"}),
        (
            "صدت هيئة تحرير الشام هجوما لقوات النظام على محور كنصفرة.",
            "SY",
            "violence.assault",
            {"who": "sy.gov.army_assad", "whom": "sy.hts"},
        ),
        ("تقصف طائرات روسية بلدة كنصفرة.", "SY", "violence.airstrike", {"who": "ru.vks"}),
    ],
)
def test_subject_and_object(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "type_", "places"),
    [
        (
            "سيطر الجيش الوطني السوري على قريتي الدندنية وعرب حسن في ريف منبج.",
            "control.transfer",
            "sy.hl.arabhasan sy.hl.dandaniya",
        ),
    ],
)
def test_several_places_are_several_happenings(text: str, type_: str, places: str) -> None:
    found = [in_words(claim)["where"] for claim in claims_of(text) if claim.type == type_]
    assert " ".join(sorted(found)) == places


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "اعتقال شاب من جانب قوات سوريا الديمقراطية في مدينة الرقة.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "whom": "class.civilians"},
        ),
        (
            "شاب اعتقلته قوات سوريا الديمقراطية في مدينة الرقة.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "whom": "class.civilians"},
        ),
        (
            "انفجرت عبوة ناسفة زرعها مجهولون بسيارة عسكرية لقوات سوريا الديمقراطية في البصيرة.",
            "SY",
            "violence.ied",
            {"who": "class.unidentified_gunmen", "whom": "sy.sdf"},
        ),
        (
            "تبنى تنظيم داعش الهجوم على حاجز لقوات سوريا الديمقراطية في الشحيل.",
            "SY",
            "violence.assault",
            {"who": "jih.is", "whom": "sy.sdf"},
        ),
        ("دهمت قوة مسلحة تنتمي إلى الحشد الشعبي منزلا في بغداد.", "IQ", "coercion.raid", {"who": "iq.pmf"}),
        ("هاجم مستوطنون قرية حوارة جنوب نابلس.", "PS", "violence.attack_civilians", {"who": "il.settlers", "whom": ""}),
        (
            "شهدت بغداد أمس مظاهرة فرقتها قوات الأمن.",
            "IQ",
            "violence.attack_civilians",
            {"who": "iq.isf", "where": "iq.bag.baghdad"},
        ),
        (
            "شهدت بغداد أمس مظاهرة فرقتها قوات الأمن.",
            "IQ",
            "society.protest",
            {"who": "class.protesters", "where": "iq.bag.baghdad"},
        ),
        (
            "اندلعت اشتباكات مسلحة بين الجيش السوداني وقوات الدعم السريع في نيالا.",
            "SD",
            "violence.clash",
            {"sides": "sd.rsf sd.saf"},
        ),
        ("اختطفت مليشيا الحوثي شابا في صنعاء.", "YE", "coercion.abduction", {"where": "ye.amn.sanaa"}),
        ("ألقت الشرطة القبض على شخص في سامراء.", "IQ", "coercion.arrest", {"where": "iq.sal.samarra"}),
        ("استهدفت مسيرة حاجزا للجيش في حمص.", "SY", "violence.drone_strike", {"whom": "sy.gov.army_assad"}),
        (
            "اقتحم مستوطنون باحات المسجد الأقصى بحماية شرطة الاحتلال.",
            "PS",
            "coercion.raid",
            {"who": "il.settlers", "backed": "il.police"},
        ),
        ("أغارت مسيرة معادية على سيارة على طريق الناقورة.", "LB", "violence.drone_strike", {"who": "il.idf"}),
    ],
)
def test_makers_claimants_and_pronouns(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields
