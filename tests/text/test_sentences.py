"""Sentences: where they end, and which belong to the report."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings

from rasid.text import sentences, words
from tests.text.test_fold import TEXTS


def cut(raw: str) -> list[tuple[str, str]]:
    found = words(raw)
    return [(part.kind, raw[found[part.first].start : found[part.last - 1].end]) for part in sentences(found)]


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("قتل جندي. وجرح آخر.", ["قتل جندي.", "وجرح آخر."]),
        ("قتل جندي.وجرح آخر.", ["قتل جندي.", "وجرح آخر."]),
        ("ماذا جرى؟ لا شيء!", ["ماذا جرى؟", "لا شيء!"]),
        ("تباينت الحصيلة؛ إذ قتل اثنان", ["تباينت الحصيلة؛", "إذ قتل اثنان"]),
        ("دفع 2.5 مليون و1.200 ليرة.", ["دفع 2.5 مليون و1.200 ليرة."]),
        ("قالت أ. ف. ب. إن د. المعالج قتل.", ["قالت أ. ف. ب. إن د. المعالج قتل."]),
        ("أوقف (ع.م.) في بلدته.", ["أوقف (ع.م.) في بلدته."]),
        ("عام 1440 هـ. وقتل آخر", ["عام 1440 هـ.", "وقتل آخر"]),
        ("على بعد 5 كم. وقتل آخر", ["على بعد 5 كم.", "وقتل آخر"]),
        ("قصف عنيف.. قتيلان وجريح", ["قصف عنيف..", "قتيلان وجريح"]),
        ("قصف عنيف..وقتيلان", ["قصف عنيف..وقتيلان"]),
        ("واشنطن تضرب... و«القوة» تتوعد", ["واشنطن تضرب...", "و«القوة» تتوعد"]),
        ("قال موقع الجزيرة.نت إن القصف مستمر.", ["قال موقع الجزيرة.نت إن القصف مستمر."]),
        ("1. قتل جندي", ["1. قتل جندي"]),
        ("قال: «قتل جندي. وجرح آخر». وانسحب.", ["قال: «قتل جندي. وجرح آخر».", "وانسحب."]),
        ('قال: "قتل جندي." وانسحب.', ['قال: "قتل جندي."', "وانسحب."]),
        ('قال "نعم. لا" ثم "كلا". وانسحب.', ['قال "نعم. لا" ثم "كلا".', "وانسحب."]),
        ('كسرت " علامة. فلم تغلق. أبدا', ['كسرت " علامة.', "فلم تغلق.", "أبدا"]),
        ("قتل جندي • جرح آخر", ["قتل جندي", "• جرح آخر"]),
    ],
)
def test_where_sentences_end(raw: str, parts: list[str]) -> None:
    assert cut(raw) == [("body", part) for part in parts]


BODY = "قصفت القوات البلدة صباح اليوم وأصابت ثلاثة مدنيين."
HEAD = "قصف على البلدة وإصابة ثلاثة"


@pytest.mark.parametrize(
    "line",
    [
        "درعا – تجمع أحرار حوران",
        "إسطنبول / الأناضول",
        "أنقرة | TRT عربي",
        "بغداد: «الشرق الأوسط»",
        "دير الزور-سانا",
        "أمستردام – 14 يوليو 2025 – راديو دبنقا",
        "28 أكتوبر 2021",
        "الأحد 11 ديسمبر/كانون الأول 2016",
        "29.12.2024 إسطنبول",
        "بغداد",
        "متابعات",
        "العربية.نت",
    ],
)
def test_whole_datelines(line: str) -> None:
    assert cut(f"{HEAD}\n{line}\n{BODY}") == [("headline", HEAD), ("dateline", line), ("body", BODY)]


@pytest.mark.parametrize(
    "opening",
    [
        "بيروت (رويترز) -",
        "(رويترز) –",
        "الفاشر 19-9-2025 (سونا) –",
        "السويداء (سوريا) (أ ف ب) –",
        "نابلس 8-11-2025 وفا –",
        "القاهرة 31 ديسمبر كانون الأول (رويترز) -",
        "أربيل (كوردستان 24)-",
        "طرابلس –",
        "حمص-سانا:",
        "عدن ـ «القدس العربي»:",
        "شفق نيوز/",
        "ديالى/ بغداد اليوم:",
    ],
)
def test_datelines_that_open_a_line(opening: str) -> None:
    assert cut(f"{opening} {BODY}") == [("dateline", opening), ("body", BODY)]


@pytest.mark.parametrize(
    "line",
    [
        "الاتفاق الروسي – التركي ينص على وقف القصف في البلدة كلها.",
        "طريق حلب – دمشق مقطوع منذ ساعات بسبب القصف على البلدة.",
        "المرصد السوري: قصفت القوات البلدة صباح اليوم وأصابت مدنيين.",
        "محافظة حلب: قصفت القوات البلدة صباح اليوم وأصابت مدنيين.",
        "شارك عشرات المقاتلين في الهجوم على البلدة صباح اليوم.",
        "المصدر الأمني قال إن القوات قصفت البلدة صباح اليوم وانسحبت.",
    ],
)
def test_body_lines_stay_whole(line: str) -> None:
    assert cut(f"{HEAD}\n{line}") == [("headline", HEAD), ("body", line)]


@pytest.mark.parametrize(
    "line",
    [
        "الرئيسية > أخبار > سوريا",
        "أخبار | سورية",
        "شارك على: واتساب | تيليجرام | فيسبوك",
        "فيسبوك تويتر واتساب نسخ الرابط",
        "🔴 #عاجل",
        "#عفرين #مشفى_الشفاء",
        "آخر تحديث: 26 أكتوبر 2021 - 22:41",
    ],
)
def test_furniture_may_precede_the_headline(line: str) -> None:
    assert cut(f"{line}\n{HEAD}\n{BODY}") == [("furniture", line), ("headline", HEAD), ("body", BODY)]


@pytest.mark.parametrize(
    "lines",
    [
        ["TT"],
        ["مقاتلون عند مدخل البلدة (إنترنت)"],
        ["صورة أرشيفية: دبابة قرب البلدة"],
        ["+ الخط -", "ع ع ع"],
    ],
)
def test_furniture_under_the_headline(lines: list[str]) -> None:
    found = cut("\n".join([HEAD, *lines, BODY]))
    assert [kind for kind, _ in found] == ["headline", *["furniture"] * len(lines), "body"]


@pytest.mark.parametrize(
    "lines",
    [
        ["اقرأ أيضاً: قتلى بقصف على بلدة أخرى"],
        ["الأكثر قراءة", "- انهيار جديد للعملة في المدينة", "- اعتقال ثلاثة تجار"],
        ["ذات صلة", "قتلى بقصف على بلدة أخرى"],
        ["الوسوم: إدلب، قصف"],
        ["المصدر: وكالات"],
        ["انتهى"],
        ["قصف جديد على بلدة أخرى"],
    ],
)
def test_furniture_under_the_body(lines: list[str]) -> None:
    found = cut("\n".join([HEAD, BODY, BODY, *lines]))
    assert [kind for kind, _ in found] == ["headline", "body", "body", *["furniture"] * len(lines)]


def test_a_post_without_stops_is_a_headline_and_body() -> None:
    raw = "قصف عنيف على البلدة\nسبعة قتلى حتى الآن\nالسكان ينزحون"
    assert [kind for kind, _ in cut(raw)] == ["headline", "body", "body"]


@pytest.mark.parametrize("unit", ["#حلب\n", "قصف.\n", "«", '" ', "قصف. ", "(قصف. ", "اقرأ أيضا\n"])
def test_many_lines_and_quotes_take_linear_time(unit: str) -> None:
    found = words(unit * (100_000 // len(unit)))
    before = time.process_time()
    sentences(found)
    assert time.process_time() - before < 2


def test_a_single_line_is_body() -> None:
    assert cut(HEAD) == [("body", HEAD)]
    assert cut(" \n ") == []


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_every_word_is_in_one_sentence_of_its_line(raw: str) -> None:
    found = words(raw)
    parts = sentences(found)
    assert [index for part in parts for index in range(part.first, part.last)] == list(range(len(found)))
    assert all(part.first < part.last for part in parts)
    assert all(found[index].line == part.line for part in parts for index in range(part.first, part.last))
