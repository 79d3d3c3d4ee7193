"""What a clause claims of a happening: that it was, is planned, was tried, is denied."""

from __future__ import annotations

from datetime import date

import pytest

from rasid.read.reader import read


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("قصفت قوات النظام مدينة أريحا.", "violence.shelling", "asserted"),
        ("ينص الاتفاق على أن تفرج قوات النظام عن معتقلين في مدينة درعا.", "politics.release", "planned"),
        ("بموجب الاتفاق، تنسحب قوات النظام من مدينة درعا.", "control.withdrawal", "planned"),
        ("ستفرج قوات النظام عن معتقلين في مدينة درعا.", "politics.release", "planned"),
        ("نفت قوات سوريا الديمقراطية قصف مدينة عفرين.", "violence.shelling", "denied"),
        ("هددت قوات النظام من جهتها بالبدء في قصف بلدة سرمين.", "violence.shelling", "threatened"),
        ("ويقضي الاتفاق، الذي جرى بوساطة روسية، بانسحاب قوات النظام من بلدة طفس.", "control.withdrawal", "planned"),
        ("دخلت الشرطة بلدة طفس بموجب اتفاق مع اللجنة المركزية.", "politics.agreement", "asserted"),
        ("معتقل يقضي تحت التعذيب على يد قوات سوريا الديمقراطية في مدينة الحسكة.", "violence.torture", "asserted"),
        ("ومن المفترض أن تفرج قوات سوريا الديمقراطية عن خمسين معتقلا.", "politics.release", "planned"),
    ],
)
def test_modality(text: str, type_: str, modality: str) -> None:
    claims = read(text, published=date(2024, 1, 10), source="src.enab", country="SY").claims
    assert [claim.modality for claim in claims if claim.type == type_] == [modality]


def test_terms_go_on_in_the_paragraph() -> None:
    text = "بموجب الاتفاق، تنسحب قوات النظام من مدينة درعا. كما تسلم قوات النظام دبابة إلى هيئة تحرير الشام."
    claims = read(text, published=date(2024, 1, 10), source="src.enab", country="SY").claims
    assert {claim.modality for claim in claims} == {"planned"}
    assert all(claim.date is None for claim in claims)


def test_an_exception_takes_the_negation_back() -> None:
    def types(text: str) -> list[str]:
        return [claim.type for claim in read(text, published=date(2024, 1, 10), source="src.enab", country="SY").claims]

    assert types("لم تقصف قوات النظام بلدة كفرنبل.") == []
    assert types("لم تقصف قوات النظام إلا بلدة كفرنبل.") == ["violence.shelling"]
