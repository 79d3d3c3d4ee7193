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
