"""Who people are by what they do: protesters, rioters, families that flee."""

from __future__ import annotations

import pytest

from tests.read.told import told


@pytest.mark.parametrize(
    ("text", "type_", "fields"),
    [
        ("خرجت مظاهرة في مدينة إدلب أمس.", "society.protest", {"who": "class.protesters"}),
        ("اعتصم نحو عشرين شخصاً أمام مبنى البلدية في مدينة السلمية.", "society.protest", {"who": "class.protesters"}),
        ("أشعل شبان إطارات السيارات وسط بلدة نوى.", "society.riot", {"who": "class.rioters"}),
        ("نزحت مئات العائلات من بلدة البارة أمس.", "society.displacement", {"whom": "class.local_residents"}),
        ("نزح مدنيون من بلدة البارة أمس.", "society.displacement", {"whom": "class.civilians"}),
        ("فرضت قوات الأمن حظراً للتجوال في مدينة منبج.", "coercion.siege", {"whom": "class.local_residents"}),
        ("ضبطت الشرطة شحنة أسلحة معدة للتهريب في مدينة القصير.", "force.weapons_seized", {"whom": "class.smugglers"}),
        ("أضرم محتجون النيران في مقر لقسد في بلدة ذيبان.", "society.riot", {"whom": "sy.sdf"}),
        ("هاجمت مجموعات خارجة عن القانون حاجزاً لقسد في بلدة ذيبان.", "violence.assault", {"whom": "sy.sdf"}),
    ],
)
def test_people_by_their_deeds(text: str, type_: str, fields: dict[str, str]) -> None:
    assert told(text, type_, only=fields) == fields
