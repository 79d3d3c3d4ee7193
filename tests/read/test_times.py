"""What tells when, and what only looks as if it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.errors import KnowledgeError
from rasid.knowledge.calendar import LEXICONS, calendar, load_months, load_times
from rasid.knowledge.source import load_yaml
from rasid.read.times import find_times
from rasid.text import words


def kinds(raw: str) -> list[str]:
    cut = words(raw)
    return [mention.expression.kind for mention in find_times(cut, 0, len(cut))]


def texts(raw: str) -> list[str]:
    cut = words(raw)
    return [mention.expression.text for mention in find_times(cut, 0, len(cut))]


MONTHS = [
    (system, number, name)
    for system in ("levantine", "egyptian", "maghrebi", "libyan", "hijri")
    for number, names in load_yaml(LEXICONS / "months.yaml")[system].items()
    for name in names
]


@pytest.mark.parametrize("digits", ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"])
@pytest.mark.parametrize(("system", "number", "name"), MONTHS)
def test_every_month_of_every_system_is_read_in_every_script(system: str, number: str, name: str, digits: str) -> None:
    year = "1445" if system == "hijri" else "2022"
    cut = words(f"وقع الهجوم في 16 {name} {year}".translate(str.maketrans("0123456789", digits)))
    (mention,) = find_times(cut, 0, len(cut))
    read = mention.expression
    assert (read.kind, read.day, read.months, read.year) == ("date", 16, (int(number),), int(year))
    assert read.calendar == ("hijri" if system == "hijri" else "gregorian")


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("وصلت القافلة اليوم", "day"),
        ("قصفت الطائرات المدينة أول من أمس", "day"),
        ("جرت الاشتباكات صباح أمس (السبت)", "day"),
        ("ليل الأربعاء – الخميس", "weekday"),
        ("ليل “الخميس - الجمعة”", "weekday"),
        ("يومي السبت والأحد", "weekday"),
        ("في الحادي عشر من الشهر الجاري", "date"),
        ("24-4-2022", "date"),
        ("في 2022/4/24", "date"),
        ("يومي 11 و12 يوليو", "date"),
        ("بين 1 و 5 أيار", "date"),
        ("من 3 حتى 7 آب", "date"),
        ("في الثالث والعشرين منه", "same"),
        ("منتصف آب الفائت", "months"),
        ("مايو (أيار) 2024", "months"),
        ("في آب/أغسطس", "months"),
        ("صيف 2018", "season"),
        ("أواخر عام 2017", "period"),
        ("الأسبوع المقبل", "period"),
        ("قبل نحو شهرين", "ago"),
        ("منذ ثلاثة أيام", "ago"),
        ("خلال الأيام القليلة الماضية", "window"),
        ("خلال الـ 24 ساعة الماضية", "window"),
        ("الأيام الثلاثة الماضية", "window"),
        ("مؤخراً", "recent"),
        ("في الآونة الأخيرة", "recent"),
        ("في وقت سابق من هذا الشهر", "earlier"),
        ("في وقت سابق", "unknown"),
        ("في اليوم التالي", "running"),
        ("قبل ذلك بيوم", "offset"),
        ("غداة معارك عنيفة", "offset"),
        ("بعد ساعات من خروج القافلة", "offset"),
        ("مساءً", "daypart"),
        ("لمدة 48 ساعة", "duration"),
        ("دامت ثلاثة أيام", "duration"),
        ("قرابة 18 شهراً", "duration"),
        ("عند الساعة السادسة", "clock"),
        ("بين حزيران من العام الفائت ومطلع الشهر الحالي", "between"),
    ],
)
def test_each_way_of_telling_when_has_its_kind(raw: str, kind: str) -> None:
    assert kinds(raw) == [kind]


@pytest.mark.parametrize(
    "raw",
    [
        "بغداد اليوم - خاص",
        "وأكد المصدر لـ(بغداد اليوم) أن",
        "قال مراسل حلب اليوم",
        "في اليوم الأول من العملية",
        "اليوم العالمي للمرأة",
        "بعد أداء صلاة الجمعة",
        "في سوق الجمعة",
        "أحد الأحياء",
        "أحد عناصره",
        "على سد تشرين",
        "معبر باب الهوى",
        "مارس التعذيب",
        "فجر انتحاري نفسه",
        "ظهر في التسجيل",
        "قوى الأمن العام",
        "المرحلة الثانية من الخطة",
        "بين الاثنين",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(raw: str) -> None:
    assert kinds(raw) == []


def test_a_city_before_today_is_no_outlet_in_a_sentence() -> None:
    assert texts("قصفت الطائرات مدينة حلب اليوم بعنف") == ["اليوم"]


def test_mentions_carry_bounds_and_cues() -> None:
    cut = words("وهي أعنف معارك منذ آب 2023 وتستمر حتى يوم الجمعة")
    since, until = (mention.expression for mention in find_times(cut, 0, len(cut)))
    assert (since.bound, since.baseline) == ("since", True)
    assert until.bound == "until"


def test_a_month_with_two_readings_is_flagged() -> None:
    cut = words("وقع ذلك في كانون")
    assert find_times(cut, 0, len(cut))[0].expression.ambiguous


def test_only_the_words_asked_for_are_looked_at() -> None:
    cut = words("أمس وصلوا اليوم")
    assert [mention.first for mention in find_times(cut, 1, 3)] == [2]


def test_all_weekdays_are_known() -> None:
    assert set(calendar().weekdays.values()) == set(range(7))


@pytest.mark.parametrize(
    ("spoiled", "message"),
    [("levantine:\n  13: [شهر]\n", "13"), ("lunar: {}\n", "lunar")],
)
def test_the_month_loader_names_the_line(tmp_path: Path, spoiled: str, message: str) -> None:
    path = tmp_path / "months.yaml"
    rest = "".join(f"{name}: {{}}\n" for name in ("egyptian", "maghrebi", "libyan", "hijri", "ambiguous"))
    path.write_text(
        spoiled + ("" if spoiled.startswith("levantine") else "levantine: {}\n") + rest + "guarded: []\n",
        encoding="utf-8",
    )
    with pytest.raises(KnowledgeError, match=rf"months\.yaml:\d+: .*{message}"):
        load_months(path)


def test_the_time_loader_refuses_a_missing_list(tmp_path: Path) -> None:
    path = tmp_path / "times.yaml"
    path.write_text("weekdays: {}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="missing"):
        load_times(path)
