"""One happening told twice is one claim with all its evidence."""

from __future__ import annotations

import pytest

from tests.read.told import claims_of, told


@pytest.mark.parametrize(
    ("text", "type_", "number", "evidence"),
    [
        (
            "قصف مدفعي لقوات النظام على بلدة كنصفرة\nقصفت قوات النظام بالمدفعية بلدة كنصفرة بريف إدلب الجنوبي.",
            "violence.shelling",
            1,
            2,
        ),
        (
            "مقتل ثلاثة مدنيين بغارة روسية على مدينة إدلب\nقتل ثلاثة مدنيين إثر غارة شنتها طائرة روسية على مدينة إدلب.",
            "violence.airstrike",
            1,
            2,
        ),
        ("قصفت قوات النظام بلدة كنصفرة. وقصفت قوات النظام بلدة البارة.", "violence.shelling", 2, 0),
        ("قصفت قوات النظام بلدة كنصفرة. وقصفت هيئة تحرير الشام بلدة كنصفرة.", "violence.shelling", 2, 0),
        ("قصفت قوات النظام أمس بلدة كنصفرة. وقصفت قوات النظام يوم الأحد بلدة كنصفرة.", "violence.shelling", 2, 0),
        ("قصفت قوات النظام بلدة كنصفرة. وأسفر القصف عن مقتل مدني.", "violence.shelling", 1, 0),
        (
            "هاجم مسلحون مجهولون حاجزا لقوات النظام في مدينة درعا. وأدى الهجوم إلى مقتل عنصرين.",
            "violence.assault",
            1,
            0,
        ),
        ("نفت قوات النظام قصف بلدة كنصفرة. وقصفت قوات النظام بلدة كنصفرة.", "violence.shelling", 2, 0),
        (
            "اغتيال عنصر من قوات النظام في طفس\nاغتال مسلحون مجهولون عنصرا من قوات النظام في بلدة طفس.",
            "violence.assassination",
            1,
            2,
        ),
        (
            "اشتباكات في منبج\nاندلعت اشتباكات بين قوات سوريا الديمقراطية والجيش الوطني السوري في مدينة منبج.",
            "violence.clash",
            1,
            2,
        ),
        ("اعتقلت قوات النظام شابا في مدينة درعا. واعتقلت قوات النظام شابين في مدينة طفس.", "coercion.arrest", 2, 0),
        ("انفجرت عبوة ناسفة في مدينة الباب. وأسفر الانفجار عن إصابة طفل.", "violence.ied", 1, 0),
    ],
)
def test_how_many_happenings(text: str, type_: str, number: int, evidence: int) -> None:
    found = [claim for claim in claims_of(text) if claim.type == type_]
    assert len(found) == number
    assert not evidence or len(found[0].evidence) == evidence


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        ("قصفت قوات النظام بلدة كنصفرة. وأسفر القصف عن مقتل مدني.", "SY", "violence.shelling", {"counts": "killed:1"}),
        (
            "هجوم على حاجز لقوات النظام في درعا\nهاجم مسلحون مجهولون حاجزا لقوات النظام في مدينة درعا.",
            "SY",
            "violence.assault",
            {"who": "class.unidentified_gunmen", "whom": "sy.gov.army_assad"},
        ),
        (
            "انفجار عبوة ناسفة في الباب\nانفجرت عبوة ناسفة في مدينة الباب، ما أدى إلى مقتل مدنيين اثنين.",
            "SY",
            "violence.ied",
            {"where": "sy.hl.bab", "counts": "killed:2", "whom": "class.civilians"},
        ),
        (
            "انفجرت عبوة ناسفة في مدينة الباب. وأسفر الانفجار عن إصابة طفل.",
            "SY",
            "violence.ied",
            {"counts": "wounded:1"},
        ),
        (
            "قصفت قوات النظام بلدة كنصفرة. وفي مدينة الباب انفجرت عبوة ناسفة.",
            "SY",
            "violence.ied",
            {"where": "sy.hl.bab"},
        ),
    ],
)
def test_each_telling_adds_what_the_other_lacks(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


@pytest.mark.parametrize(
    ("text", "type_", "not_type"),
    [
        (
            "قصف على مدينة إدلب\nنفذت طائرة حربية روسية غارة على مدينة إدلب.",
            "violence.airstrike",
            "violence.shelling",
        ),
        (
            "استهداف سيارة في مدينة القامشلي\nاستهدفت طائرة مسيرة تركية سيارة في مدينة القامشلي.",
            "violence.drone_strike",
            "violence.assault",
        ),
    ],
)
def test_a_headline_leaves_the_means_to_the_body(text: str, type_: str, not_type: str) -> None:
    found = [claim.type for claim in claims_of(text)]
    assert found.count(type_) == 1
    assert not_type not in found
