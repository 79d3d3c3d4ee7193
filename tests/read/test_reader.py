"""The whole reader: what one sentence says, shared subjects, modality, and what must hold for any text."""

from __future__ import annotations

from datetime import timedelta
from time import perf_counter

import pytest

import rasid.read
from rasid.errors import ReadingError
from rasid.read.reader import read
from tests.read.told import DAY, claims_of, in_words, told, types


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("لم تقصف قوات النظام بلدة كنصفرة.", "SY"),
    ],
)
def test_not_told(text: str, country: str) -> None:
    assert types(text, country) == []


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "ستنسحب قوات النظام من بلدة كنصفرة.",
            "SY",
            "control.withdrawal",
            {"how": "planned", "who": "sy.gov.army_assad"},
        ),
        (
            "حاولت قوات النظام اقتحام بلدة كنصفرة.",
            "SY",
            "coercion.raid",
            {"how": "attempted", "who": "sy.gov.army_assad"},
        ),
        ("هددت هيئة تحرير الشام باقتحام بلدة كنصفرة.", "SY", "coercion.raid", {"how": "threatened"}),
        (
            "تعتزم قوات سوريا الديمقراطية الإفراج عن معتقلين في مدينة الرقة.",
            "SY",
            "politics.release",
            {"how": "planned", "who": "sy.sdf"},
        ),
        ("نفت قوات النظام قصف بلدة كنصفرة.", "SY", "violence.shelling", {"how": "denied"}),
        (
            "حاولت قوات النظام اقتحام بلدة كنصفرة.",
            "SY",
            "coercion.raid",
            {"how": "attempted", "who": "sy.gov.army_assad"},
        ),
        ("هددت هيئة تحرير الشام باقتحام بلدة كنصفرة.", "SY", "coercion.raid", {"how": "threatened", "who": "sy.hts"}),
        (
            "فشلت قوات النظام في اقتحام بلدة كنصفرة.",
            "SY",
            "coercion.raid",
            {"who": "sy.gov.army_assad", "how": "attempted"},
        ),
        (
            "أفشلت هيئة تحرير الشام محاولة تقدم لقوات النظام في بلدة كنصفرة.",
            "SY",
            "violence.assault",
            {"who": "sy.gov.army_assad", "how": "attempted"},
        ),
        (
            "نفى التحالف الدولي شن غارات على مدينة البوكمال.",
            "SY",
            "violence.airstrike",
            {"how": "denied", "who": "int.coalition"},
        ),
        (
            "يعتزم الجيش التركي إنشاء قاعدة عسكرية في بلدة تل تمر.",
            "SY",
            "control.base",
            {"how": "planned", "who": "tr.army"},
        ),
    ],
)
def test_modality_of_the_happening(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "type_", "places"),
    [
        ("قصفت قوات النظام كنصفرة والبارة في ريف إدلب.", "violence.shelling", "sy.id.bara sy.id.kansafra"),
    ],
)
def test_one_verb_and_several_places(text: str, type_: str, places: str) -> None:
    found = [in_words(claim)["where"] for claim in claims_of(text) if claim.type == type_]
    assert " ".join(sorted(found)) == places


@pytest.mark.parametrize(
    ("text", "types_"),
    [
        # civilians on the move
        ("غادر سكان بلدة سرمين منازلهم مساء الأربعاء.", "society.displacement"),
        ("وخرجت عائلات من بلدة سرمين باتجاه مدينة إدلب.", "society.displacement"),
        ("غادرت أكثر من 40 عائلة بلدة سرمين.", "society.displacement"),
        ("ودفعت المعارك نحو ألف من سكان بلدة سرمين إلى الفرار نحو مدينة إدلب.", "society.displacement"),
        # forces that are not said to be anybody's
        ("وصلت قوة إضافية إلى مدينة الطبقة.", "force.deployment"),
        (
            "فرضت قوات سوريا الديمقراطية حظر تجول في بلدة ذيبان مستقدمة أرتالا من الشدادي.",
            "coercion.siege force.deployment",
        ),
        # crowds
        ("سارت عشرات النساء في مدينة جنين رافعات صور المعتقلين.", "society.protest"),
        ("أغلقت المحال التجارية أبوابها في مدينة جنين التزاما بالإضراب.", "society.strike"),
        ("اعترض أهالي قرية فرفرة دورية للقوات الأمريكية ورموا آلياتها بالحجارة.", "society.riot"),
        # finds
        ("عثر الأهالي في بلدة الباسوطة على جثة رجل عليها آثار طلقات نارية.", "society.body_found"),
        ("ضبط الأمن الداخلي في مدينة هيت بنادق وذخائر معدة للتهريب.", "force.weapons_seized"),
    ],
)
def test_types(text: str, types_: str) -> None:
    assert " ".join(sorted({claim.type for claim in claims_of(text)})) == types_


@pytest.mark.parametrize(
    "text",
    [
        "وأوقفت الشرطة ثلاثة أشخاص بتهمة نبش قبور في بلدة الكرامة.",
        "اعتصم الأهالي في بلدة الكرامة مطالبين بالإفراج عن أبنائهم.",
        "تطور الشجار إلى اشتباكات بالأسلحة الرشاشة في بلدة الكرامة.",
    ],
)
def test_what_is_charged_or_asked_for_is_not_told(text: str) -> None:
    told_types = {claim.type for claim in claims_of(text)}
    assert not told_types & {"society.body_found", "politics.release", "force.weapons_production"}


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        ("دعت الأمم المتحدة إلى وقف القصف في بلدة كنصفرة.", "violence.shelling", 0),
        ("لم تنسحب قوات النظام من بلدة كنصفرة.", "control.withdrawal", 0),
    ],
)
def test_what_is_asked_for_or_denied_in_the_past_did_not_happen(text: str, type_: str, number: int) -> None:
    assert types(text).count(type_) == number


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "داهمت هيئة تحرير الشام بلدة سلقين واعتقلت شابين وصادرت سلاحا.",
            "SY",
            "coercion.arrest",
            {"who": "sy.hts", "where": "sy.id.salqin"},
        ),
        (
            "قصفت قوات النظام بلدة كنصفرة، واستهدفت بالرشاشات بلدة البارة.",
            "SY",
            "violence.shelling",
            {"who": "sy.gov.army_assad", "where": "sy.id.kansafra"},
        ),
        ("اقتحمت قوات الاحتلال الإسرائيلي مدينة جنين وهدمت منزلا.", "PS", "coercion.destruction", {"who": "il.idf"}),
        (
            "هاجم مسلحون مجهولون حاجزا لقوات النظام في مدينة درعا ولاذوا بالفرار.",
            "SY",
            "violence.assault",
            {"who": "class.unidentified_gunmen", "whom": "sy.gov.army_assad"},
        ),
        (
            "شنت الطائرات الحربية الروسية غارات على ريف اللاذقية، وقصفت قوات النظام بالمدفعية بلدة كنصفرة.",
            "SY",
            "violence.shelling",
            {"who": "sy.gov.army_assad", "where": "sy.id.kansafra"},
        ),
        (
            "شنت الطائرات الحربية الروسية غارات على ريف اللاذقية، وقصفت قوات النظام بالمدفعية بلدة كنصفرة.",
            "SY",
            "violence.airstrike",
            {"who": "ru.vks"},
        ),
    ],
)
def test_shared_subject(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        ("غارات إسرائيلية على مطار دمشق الدولي.", "SY", "violence.airstrike", {"who": "il.iaf"}),
        (
            "شن الجيش اليمني هجوما على مواقع الحوثيين في مديرية حيس بإسناد من طيران التحالف العربي.",
            "YE",
            "violence.assault",
            {"who": "ye.gov.army", "whom": "ye.houthis", "backed": "ye.coalition"},
        ),
        (
            "اعتقلت قوات سوريا الديمقراطية شابا بإشراف التحالف الدولي في بلدة الشحيل.",
            "SY",
            "coercion.arrest",
            {"who": "sy.sdf", "backed": "int.coalition"},
        ),
        (
            "اغتال مسلحون مجهولون قياديا في الجيش الوطني السوري في مدينة الباب وفروا.",
            "SY",
            "violence.assassination",
            {"who": "class.unidentified_gunmen", "whom": "sy.sna"},
        ),
    ],
)
def test_agent_and_sponsor(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


REPORTS = [
    "قصفت قوات النظام بلدة كنصفرة بريف إدلب، ما أدى إلى مقتل مدني وإصابة ثلاثة. واعتقلت الأخيرة شابا في مدينة درعا.",
    'قالت مصادر محلية إن حاجزا لـ"قسد" تعرض لهجوم من قبل تنظيم الدولة في بلدة الشحيل بريف دير الزور أمس.',
    "غارات روسية على كنصفرة\nقُتل ٣ مدنيين بغارات شنّتها الطائرات الروسيّة على بلدة كنصفرة، وفق ما أفاد المرصد السوري.",
    "اندلعت اشتباكات بين قوات سوريا الديمقراطية (قسد) والجيش الوطني السوري في ريف منبج.\n\nوتبادل الطرفان القصف.",
]


@pytest.mark.parametrize("text", REPORTS)
def test_every_value_stands_on_words_of_the_text(text: str) -> None:
    claims = claims_of(text)
    assert claims
    for claim in claims:
        assert claim.evidence
        parties = (*claim.initiator, *claim.target, *claim.participant, *claim.sponsor, *claim.attribution)
        for span in (*claim.evidence, *(count.span for count in claim.counts if count.span is not None)):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip() == text[span.start : span.end]
        for party in parties:
            if party.span is not None:
                assert _close(party.text) == _close(text[party.span.start : party.span.end])
        if claim.place is not None and claim.place.span is not None:
            assert claim.place.name in text[claim.place.span.start : claim.place.span.end]
        if claim.date is not None and claim.date.span is not None:
            assert claim.date.text in text


def _close(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("text", REPORTS)
def test_the_same_words_give_the_same_claims(text: str) -> None:
    first = claims_of(text)
    claims_of(REPORTS[0])  # what was read in between leaves no trace
    assert claims_of(text) == first


@pytest.mark.parametrize("text", REPORTS)
def test_every_decision_has_a_reason(text: str) -> None:
    for claim in claims_of(text):
        assert {"type", "date"} <= {step.field for step in claim.trace}
        assert all(step.reason for step in claim.trace)
        assert 0.05 <= claim.confidence <= 0.98


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "،؛.؟!",
        "\u200f\u202b\u202c",
        "ـــــ",
        "\ufeff",
        "\x00\x01",
        "hello world",
        "قصف",
        "في من على",
        "12345 67890",
        "😀" * 50,
        '"' * 200,
        "و" * 500,
        "((((((((((",
        "من قبل",
        "بين",
    ],
)
def test_odd_text_gives_no_claims_and_no_error(text: str) -> None:
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    ("text", "published"), [(None, DAY), (b"", DAY), (1, DAY), ("", None), ("", "2024-01-10"), ("", 20240110)]
)
def test_what_is_no_report_is_refused(text: object, published: object) -> None:
    with pytest.raises(ReadingError, match="must be"):
        read(text, published=published)  # type: ignore[arg-type]


def test_the_package_itself_reads() -> None:
    text = REPORTS[0]
    reading = rasid.read(text, published=DAY, source="src.enab", country="SY")
    assert reading.claims == claims_of(text)
    assert (reading.text, reading.published, reading.source, reading.country) == (text, DAY, "src.enab", "SY")


def test_a_report_with_no_time_word_is_of_its_day_or_the_day_before() -> None:
    (claim,) = claims_of("قصفت قوات النظام بلدة كنصفرة.")
    assert claim.date is not None
    assert (claim.date.start, claim.date.end) == (DAY - timedelta(days=1), DAY)
    assert claim.date.span is None


def test_what_is_planned_has_no_default_day() -> None:
    (claim,) = claims_of("ستنسحب قوات النظام من بلدة كنصفرة.")
    assert claim.date is None


def test_time_grows_with_the_length_of_the_text() -> None:
    paragraph = "\n".join(REPORTS) + "\n"
    claims_of(paragraph)  # caches are warm
    short, long = _seconds(paragraph * 4), _seconds(paragraph * 32)
    assert long < 8 * short * 3 + 0.5


def _seconds(text: str) -> float:
    start = perf_counter()
    claims_of(text)
    return perf_counter() - start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a demand is the demand alone, a threat also what it threatens
        ("طالبت هيئة تحرير الشام قوات سوريا الديمقراطية بالإفراج عن المعتقلين.", ["coercion.demand"]),
        ("هددت قوات النظام باقتحام بلدة كنصفرة.", ["coercion.raid", "coercion.ultimatum"]),
        ("تظاهر العشرات في مدينة إدلب مطالبين بإطلاق سراح المعتقلين.", ["society.protest"]),
        # dawn is no blast, before is no acceptance, a grip is no arrest, an adoption no building
        ("وصلت تعزيزات لقوات النظام فجر الخميس إلى بلدة كنصفرة.", ["force.deployment"]),
        ("بقي الطفل سنوات في قبضة التنظيم.", []),
        ("تبنى تنظيم قاعدة الجهاد العملية.", ["politics.statement"]),
        # who leads a convoy does not advance
        ("سار المشيعون يتقدمهم الشيخ نحو ريف إدلب.", []),
        # the subject of a verb is not its object
        ("اقتحم عناصر من فرقة الحمزة منزلا في مدينة عفرين.", ["coercion.raid"]),
        # taken without a fight
        (
            "دارت اشتباكات في الباغوز. وسيطرت قوات سوريا الديمقراطية على بلدة كنصفرة بلا قتال.",
            ["control.transfer", "violence.clash"],
        ),
        (
            "دارت اشتباكات في الباغوز اليوم. وسيطرت قوات سوريا الديمقراطية على بلدة كنصفرة في آذار 2018.",
            ["control.transfer", "violence.clash"],
        ),
        # the places of a clause that has closed are no list under the next verb
        (
            "قطعت قوات النظام الطريق بين بلدتي كنصفرة والبارة، واعتقلت ثلاثة مدنيين.",
            ["coercion.arrest", "coercion.siege"],
        ),
        # a word in ة carries no pronoun: goods seized are not "his sources"
        ("قامت قوات النظام بمصادرة أموال المدنيين في بلدة كنصفرة.", ["coercion.seizure"]),
        # what a strike destroyed, and what a crowd burnt
        ("قصفت قوات النظام مواقع المسلحين في كنصفرة ودمرت مستودعا لهم.", ["violence.shelling"]),
        ("أضرم أهال النار في مبنى البلدية في مدينة السويداء.", ["society.riot"]),
        # levies, captives, camps
        ("أجبر عناصر الفرقة الرابعة التجار على دفع مبالغ مالية في مدينة دير الزور.", ["coercion.extortion"]),
        ("سبى تنظيم داعش مئات النساء في سنجار.", ["coercion.abduction"]),
        ("جهزت ميليشيا فاطميون معسكرا قرب مدينة تدمر.", ["control.base"]),
        # who is freed is not abducted anew
        ("أطلقت هيئة تحرير الشام سراح خمسة مخطوفين في مدينة إدلب.", ["politics.release"]),
        # a force that nobody knows still acts, and goes on acting
        ("اعترض مسلحون ست شاحنات قرب الرقة ونهبوا حمولتها.", ["coercion.destruction"]),
    ],
)
def test_what_a_sentence_tells(text: str, expected: list[str]) -> None:
    assert types(text) == expected


def test_a_headline_tells_no_day_of_its_own() -> None:
    text = "قوات سوريا الديمقراطية تعتقل ثلاثة مدنيين\nاعتقلت قوات سوريا الديمقراطية يوم السبت الماضي ثلاثة مدنيين في مدينة الرقة."
    assert types(text) == ["coercion.arrest"]


@pytest.mark.parametrize(
    "text",
    [
        "تشن قوات النظام بين الحين والآخر غارات على بلدة البارة.",
        "دأبت مليشيا الحوثي على قصف الأحياء السكنية في تعز.",
        "يجب على الأهالي في بلدة البارة توخي الحذر.",
        "تمت صيانة خط المياه في بلدة البارة.",
        "صدر حكم على شاب من بلدة البارة بتهمة قتل جاره.",
        "نشر رئيس الحكومة صورة على صفحته في بلدة البارة.",
    ],
)
def test_habits_charges_and_everyday_words_are_no_events(text: str) -> None:
    assert claims_of(text) == ()
