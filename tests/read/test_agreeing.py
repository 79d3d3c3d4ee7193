"""Of whom a verb or pronoun can speak."""

from __future__ import annotations

import pytest

from rasid.knowledge.conjugation import FormTag
from rasid.model.claims import Party
from rasid.read.agreeing import shows, speaks_of, tag_of
from tests.read.told import told

_SHE, _HE = FormTag("past", person="3", gender="f", number="s"), FormTag("past", person="3", gender="m", number="s")
_THEY, _BOTH = FormTag("past", person="3", gender="m", number="p"), FormTag("past", person="3", number="d")


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("قوات النظام", "f"),
        ("والهيئة", "f"),
        ("الجيش", "m"),
        ("تنظيم الدولة", "m"),
        ("عناصر من الفرقة", "many"),
        ("مسلحو القرية", "men"),
        ("مهربين", "men"),
        ("", ""),
    ],
)
def test_what_a_first_word_shows(text: str, looks: str) -> None:
    assert shows(text) == looks


@pytest.mark.parametrize(
    ("tag", "parties", "fits"),
    [
        (_SHE, ["القوات"], True),
        (_SHE, ["التحالف"], False),
        (_HE, ["الجيش"], True),
        (_HE, ["مسعفين"], False),
        (_THEY, ["عناصر الأمن"], True),
        (_BOTH, ["الجيش"], False),
        (_BOTH, ["الجيش", "الشرطة"], True),
        (tag_of("ه"), ["القوات"], False),
        (tag_of("نا"), ["القوات"], True),
        (None, ["القوات"], True),
    ],
)
def test_of_whom_it_speaks(tag: FormTag | None, parties: list[str], *, fits: bool) -> None:
    assert speaks_of(tag, [Party("class.gunmen", text, None, "") for text in parties]) is fits


@pytest.mark.parametrize(
    ("text", "type_", "fields"),
    [
        (
            "قوات سوريا الديمقراطية انتشرت في بلدة الشحيل، وقصف التحالف الدولي أطراف البلدة. وفرضت حظراً للتجول.",
            "coercion.siege",
            {"who": "sy.sdf"},
        ),
        (
            "أوقف الجيش اللبناني خمسة مطلوبين في بلدة بريتال. ودهمت القوة منازل في بلدة حورتعلا.",
            "coercion.raid",
            {"who": "lb.laf"},
        ),
        (
            "داهم الجيش اللبناني بلدة بريتال، وأوقف فيها ثمانية بينهم جندي سوري.",
            "coercion.arrest",
            {"who": "lb.laf"},
        ),
        ("دخلت فاطميون بلدة صبيخان أمس. وأقامت حاجزاً في بلدة الصالحية.", "control.base", {"who": "sy.fatemiyoun"}),
    ],
)
def test_who_is_spoken_of(text: str, type_: str, fields: dict[str, str]) -> None:
    country = "LB" if "اللبناني" in text else "SY"
    assert told(text, type_, country=country, only=fields) == fields
