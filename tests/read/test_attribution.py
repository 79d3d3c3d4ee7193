"""Who is held responsible for what is told."""

from __future__ import annotations

from datetime import date

import pytest

from rasid.read.reader import read

DAY = date(2024, 1, 10)


def told_by(text: str, type_: str, *, source: str = "src.enab", country: str = "SY") -> list[str | None]:
    claims = read(text, published=DAY, source=source, country=country).claims
    return next([party.id for party in claim.attribution] for claim in claims if claim.type == type_)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال مصدر أمني إن مسلحين مجهولين هاجموا حاجزا للجيش في مدينة درعا.", "src.official_unnamed"),
        ("وقال سكان إن قوات النظام قصفت مدينة أريحا.", "src.local"),
        ("قصفت قوات النظام مدينة أريحا، وفق ما أفادت مصادر محلية.", "src.local"),
        ("قصفت قوات النظام مدينة أريحا، على ما أعلن المرصد السوري لحقوق الإنسان.", "src.sohr"),
        ("قصفت قوات النظام مدينة أريحا، طبقا للشهود.", "src.local"),
        ("قصفت قوات النظام مدينة أريحا.", "src.enab"),
        ("قالت مصادر محلية لموقع عنب بلدي إن قوات النظام قصفت مدينة أريحا.", "src.local"),
        ("أوضح غسان العلي أن قوات النظام قصفت مدينة أريحا.", None),
        ("يذكر أن قوات النظام قصفت مدينة أريحا.", "src.enab"),
        ("قصفت قوات النظام مدينة أريحا بما لا يقل عن عشر قذائف.", "src.enab"),
        ("قصفت قوات النظام مدينة أريحا، بحسب ما أفاد به مصدر محلي.", "src.local"),
        ("قال مصدر في القوات المسلحة الأردنية إن قوات النظام قصفت مدينة أريحا.", "jo.army"),
    ],
)
def test_speaker(text: str, speaker: str | None) -> None:
    kinds = ("violence.shelling", "violence.assault")
    claims = read(text, published=DAY, source="src.enab", country="SY").claims
    claim = next(claim for claim in claims if claim.type in kinds)
    assert [party.id for party in claim.attribution] == [speaker]


def test_goes_on_for_who_spoke_last() -> None:
    text = "قال مصدر أمني إن الوضع هادئ. وأضاف أن قوات النظام قصفت مدينة أريحا."
    assert told_by(text, "violence.shelling") == ["src.official_unnamed"]


def test_the_source_again() -> None:
    text = "قال مصدر أمني إن الوضع هادئ. وأشار المصدر إلى أن قوات النظام قصفت مدينة أريحا."
    assert told_by(text, "violence.shelling") == ["src.official_unnamed"]


def test_own_voice_returns() -> None:
    text = "قال مصدر أمني إن الوضع هادئ.\nوقصفت قوات النظام مدينة أريحا."
    assert told_by(text, "violence.shelling") == ["src.enab"]


def test_a_citation_keeps_to_its_side_of_a_contrast() -> None:
    text = "اعتقلت قوات النظام شابا في مدينة درعا، بحسب مصادر محلية، فيما قصفت قوات النظام مدينة أريحا."
    assert told_by(text, "coercion.arrest") == ["src.local"]
    assert told_by(text, "violence.shelling") == ["src.enab"]


def test_an_outlet_that_was_told() -> None:
    text = "قال مصدر أمني لوكالة رويترز إن قوات النظام قصفت مدينة أريحا."
    assert told_by(text, "violence.shelling") == ["src.official_unnamed", "src.reuters"]
    assert told_by(text, "violence.shelling", source="src.reuters") == ["src.official_unnamed"]


def test_two_speakers_in_turn() -> None:
    text = "قالت مصادر محلية إن قوات النظام اعتقلت شابا في درعا، فيما قال المرصد السوري إن قوات النظام قصفت أريحا."
    assert told_by(text, "coercion.arrest") == ["src.local"]
    assert told_by(text, "violence.shelling") == ["src.sohr"]


def test_a_statement_that_opens_the_report_speaks_to_its_end() -> None:
    text = "أصدرت قيادة الجيش بيانا جاء فيه:\nدهمت قوة من الجيش منازل في مدينة درعا. وأوقفت القوة ستة أشخاص."
    assert told_by(text, "coercion.arrest") != ["src.enab"]


def test_a_statement_goes_on_for_who_issued_it() -> None:
    text = "أعلن حزب الله أنه قصف موقعاً في بليدا. وجاء في البيان أن مقاتليه هاجموا قوة إسرائيلية في مارون الراس."
    assert told_by(text, "violence.assault", country="LB") == ["lb.hezbollah"]


def test_the_accused_does_not_speak() -> None:
    text = "وقالت هيئة تحرير الشام إنها فقدت ثلاثة عناصر، وتتهم الجيش بأنه قصف بالمدفعية مدينة أريحا."
    assert told_by(text, "violence.shelling") == ["sy.hts"]
