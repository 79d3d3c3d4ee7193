"""The dead and the hurt belong to what caused them."""

from __future__ import annotations

from datetime import date

import pytest

from rasid.read import read
from tests.read.told import told


@pytest.mark.parametrize(
    ("text", "country", "type_", "fields"),
    [
        (
            "أسفر قصف قوات النظام على بلدة كنصفرة عن مقتل مدني وإصابة ثلاثة.",
            "SY",
            "violence.shelling",
            {"counts": "killed:1 wounded:3", "whom": "class.civilians", "who": "sy.gov.army_assad"},
        ),
        (
            "قتل مدنيان وأصيب خمسة آخرون بانفجار عبوة ناسفة في مدينة الباب.",
            "SY",
            "violence.ied",
            {"counts": "killed:2 wounded:5", "whom": "class.civilians"},
        ),
        (
            "قتل ثلاثة عناصر من قوات النظام باشتباكات مع هيئة تحرير الشام في بلدة كنصفرة.",
            "SY",
            "violence.clash",
            {"counts": "killed:3"},
        ),
        (
            "مقتل عنصرين من قسد وإصابة آخر بهجوم لداعش على حاجز في بلدة البصيرة.",
            "SY",
            "violence.assault",
            {"who": "jih.is", "whom": "sy.sdf", "counts": "killed:2 wounded:1"},
        ),
        (
            "قتل عنصران من الدفاع الوطني بهجوم لداعش على نقطتهما في بلدة كنصفرة.",
            "SY",
            "violence.assault",
            {"who": "jih.is", "whom": "sy.ndf"},
        ),
        (
            "قتل طفل برصاص قوات النظام في بلدة كنصفرة.",
            "SY",
            "violence.attack_civilians",
            {"who": "sy.gov.army_assad", "whom": "class.children", "counts": "killed:1"},
        ),
        (
            "قتل مدني في قصف لقوات النظام على بلدة كنصفرة، وأصيب طفل بانفجار لغم في مدينة الباب.",
            "SY",
            "violence.shelling",
            {"counts": "killed:1", "where": "sy.id.kansafra"},
        ),
        (
            "أصيب طفلان جراء انفجار قنبلة عنقودية من مخلفات قوات النظام في بلدة كنصفرة.",
            "SY",
            "violence.remnants",
            {"counts": "wounded:2", "who": ""},
        ),
        (
            "انفجرت عبوة ناسفة في مدينة الباب، ما أدى إلى مقتل مدنيين اثنين.",
            "SY",
            "violence.ied",
            {"counts": "killed:2", "whom": "class.civilians"},
        ),
        (
            "انفجر لغم أرضي بسيارة مدنية في بلدة كنصفرة، ما تسبب بإصابة طفلين.",
            "SY",
            "violence.ied",
            {"counts": "wounded:2"},
        ),
        (
            "قتل مدني إثر قصف قوات النظام بلدة كنصفرة.",
            "SY",
            "violence.shelling",
            {"who": "sy.gov.army_assad", "whom": "class.civilians"},
        ),
        (
            "مقتل مدني وإصابة طفل في قصف مدفعي على بلدة كنصفرة.",
            "SY",
            "violence.shelling",
            {"counts": "killed:1 wounded:1", "who": ""},
        ),
        (
            "اعتقلت قوات النظام شابا في بلدة كنصفرة. وقتل مدني بغارة روسية على بلدة البارة.",
            "SY",
            "violence.airstrike",
            {"counts": "killed:1 strikes:1", "where": "sy.id.bara"},
        ),
        (
            "أدى انفجار لغم من مخلفات تنظيم الدولة إلى مقتل طفل في بادية السخنة.",
            "SY",
            "violence.remnants",
            {"counts": "killed:1", "whom": "class.children"},
        ),
        (
            "قتل أربعة أشخاص من عائلة واحدة بقصف على بلدة كنصفرة.",
            "SY",
            "violence.shelling",
            {"counts": "killed:4", "whom": "class.civilians"},
        ),
        (
            "أصيبت امرأة برصاص قناص من قوات النظام في بلدة كنصفرة.",
            "SY",
            "violence.attack_civilians",
            {"who": "sy.gov.army_assad", "whom": "class.women", "counts": "wounded:1"},
        ),
    ],
)
def test_a_toll_and_its_cause(text: str, country: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, country=country, only=fields) == fields


def test_an_assassination_is_no_toll_of_the_bomb_before_it() -> None:
    text = "قُتل شرطيان بانفجار عبوة ناسفة في مدينة درعا، فيما اغتال مسلحون مجهولون قيادياً في مدينة طفس."
    claims = read(text, published=date(2024, 1, 1), source="src.sohr", country="SY").claims
    told = {claim.type: {count.key: count.low for count in claim.counts} for claim in claims}
    assert told["violence.ied"] == {"killed": 2}
    assert told["violence.assassination"] == {"killed": 1}


def test_an_execution_is_no_toll_of_another_happening() -> None:
    text = "انفجرت عبوة ناسفة في مدينة الباب، فيما أعدم تنظيم داعش ثلاثة مدنيين في مدينة تدمر."
    assert told(text, "violence.execution", only=("who", "counts")) == {"who": "jih.is", "counts": "killed:3"}
    assert told(text, "violence.ied", only=("counts",)) == {"counts": ""}
