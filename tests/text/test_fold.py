"""Folding: what becomes of each spelling, and the way back to the raw characters."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.text import fold, fold_word, key, words
from rasid.text.charmap import FOLDS

ODD = 'قفلامء ةىئؤأًُّـ_.*-/,1١٢٫٬#«»"()\n\r\t\u200b\u200c\u200f\u202a\u2066\ufeff\x00\ud800ﻻﷲﷺﹱ…🔴éß'
TEXTS = st.one_of(
    st.text(alphabet=ODD, max_size=40),
    st.text(alphabet=st.characters(), max_size=30),
    st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=30),
    st.text(alphabet=st.characters(categories=["Cs", "Cc", "Cf", "Mn", "Lo"]), max_size=20),
)


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        ("أإآٱا", "ااااا"),
        ("مستشفى", "مستشفي"),
        ("سيطرة", "سيطره"),
        ("مسؤول", "مسوول"),
        ("أعضائه", "اعضايه"),
        ("أعضاء", "اعضا"),
        ("مساءً", "مسا"),
        ("شيء", "شي"),
        ("جزءان", "جزءان"),
        ("ء", "ء"),
        ("قــــصف", "قصف"),
        ("قُصِفَتْ", "قصفت"),
        ("گردستان", "كردستان"),
        ("پیشمرگه", "بيشمركه"),
        ("چژڤ", "جزف"),
        ("ھەولێر", "ههولير"),
        ("١٢٣ ۴۵۶", "123 456"),
        ("ﻗﺼﻒ", "قصف"),
        ("ﻻجئ", "لاجي"),
        ("ﷲ", "الله"),
        ("ق\u200bص\u200dف", "قصف"),
        ("\u202bقصف\u202c", "قصف"),
        ("ق\x00صف", "قصف"),
        ("ي\u0654", "ي"),
        ("PKK", "pkk"),
        ("Élysée", "elysee"),
        ("الأمم_المتحدة", "الامم المتحده"),
        ("قوات   سوريا", "قوات سوريا"),
        ("–", "-"),
        ("ـ", "-"),
        ("\ud800", "\ufffd"),
        ("", ""),
    ],
)
def test_spellings_fold_together(raw: str, form: str) -> None:
    assert fold_word(raw) == form


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        ("مـ ـقـ ـتـ ـل", "مقتل"),
        ("قـ.ـصـ.ـف", "قصف"),
        ("قـ.صف", "قصف"),
        ("استـ ـشهاد", "استشهاد"),
        ("ناسـ ـفة", "ناسفه"),
        ("تـ ـفـ ـجـ ـيـ ـر", "تفجير"),
        ("ق*صف", "قصف"),
        ("قـ*ـصـ*ـف", "قصف"),
        ("مـ ـقـ ـتـ ل", "مقتل"),
        ("د١عش", "داعش"),
        ("د.ا.عش", "داعش"),
    ],
)
def test_censored_words_become_whole(raw: str, form: str) -> None:
    assert [word.form for word in words(f"قبل {raw} بعد")] == ["قبل", form, "بعد"]


@pytest.mark.parametrize(
    ("raw", "forms"),
    [
        ("لـ سانا", ["ل", "سانا"]),
        ("الـ 55", ["ال", "55"]),
        ("عدن ـ «القدس", ["عدن", "-", "«", "القدس"]),
        ("أ.ف.ب", ["ا", ".", "ف", ".", "ب"]),
        ("حلب - إدلب", ["حلب", "-", "ادلب"]),
        ("ليل الجمعة-السبت", ["ليل", "الجمعه", "-", "السبت"]),
        ("بغداد. وقال", ["بغداد", ".", "وقال"]),
    ],
)
def test_normal_text_is_never_joined(raw: str, forms: list[str]) -> None:
    assert [word.form for word in words(raw)] == forms


def test_presentation_forms_fold_as_their_letters_do() -> None:
    for code in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)):
        char = chr(code)
        plain = unicodedata.normalize("NFKD", char)
        if plain != char:
            bare = "".join(c for c in plain if FOLDS[ord(c)] and c != " ")
            assert "".join(FOLDS[code].split()) == "".join(FOLDS[ord(c)] for c in bare), hex(code)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("قوات سوريا الديمقراطية", "قوات سوريا ديمقراطيه"),
        ("حزب الله", "حزب الله"),
        ("إلى", "الي"),
        ("اليد", "يد"),
    ],
)
def test_key_drops_the_article(phrase: str, expected: str) -> None:
    assert key(phrase) == expected


def test_marks_belong_to_the_letter_before() -> None:
    folded = fold("«قُتل»")
    assert folded.text == "«قتل»"
    assert folded.raw_span(1, 2) == (1, 3)
    assert folded.raw_span(1, 4) == (1, 5)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_offsets_map_back(raw: str) -> None:
    folded = fold(raw)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= start < end <= len(raw) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)
    for char, start, end in zip(folded.text, folded.starts, folded.ends, strict=True):
        mine = {part for raw_char in raw[start:end] for part in FOLDS[ord(raw_char)]} | _stand_ins(raw[start:end])
        assert char in mine


def _stand_ins(span: str) -> set[str]:
    """Give what a span may fold to besides the folds of its characters."""
    sources = {"-": "ـ", "ا": "1١۱", ".": "٫.…", ",": ",٬"}
    return {out for out, chars in sources.items() if any(char in span for char in chars)}


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_folding_a_form_changes_nothing(raw: str) -> None:
    fold(raw).text.encode()
    for word in words(raw):
        if word.kind != "mark":
            assert fold_word(word.form) == word.form


@pytest.mark.parametrize("unit", ["قصف ", "ُ", "ـ", "1", "1,111", " ", "قـ ـ", "ق*", "ـ\u200f", "a\u0301", "_", "قُ"])
def test_one_long_line_takes_linear_time(unit: str) -> None:
    raw = unit * (100_000 // len(unit))
    before = time.process_time()
    fold(raw)
    assert time.process_time() - before < 2
