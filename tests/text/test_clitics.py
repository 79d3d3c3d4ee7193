"""Clitics: the candidates that the reader looks up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.text import Analysis, analyses, fold_word


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("للجيش", Analysis("", "ل", False, True, "جيش", "")),
        ("للجنة", Analysis("", "ل", False, True, "لجنه", "")),
        ("للجنة", Analysis("", "ل", False, False, "لجنه", "")),
        ("وللقوات", Analysis("و", "ل", False, True, "قوات", "")),
        ("بالقصف", Analysis("", "ب", False, True, "قصف", "")),
        ("كالحزب", Analysis("", "ك", False, True, "حزب", "")),
        ("فالحزب", Analysis("ف", "", False, True, "حزب", "")),
        ("والجيش", Analysis("و", "", False, True, "جيش", "")),
        ("وبقصف", Analysis("و", "ب", False, False, "قصف", "")),
        ("وسيقتل", Analysis("و", "", True, False, "يقتل", "")),
        ("سيطرتها", Analysis("", "", False, False, "سيطره", "ها")),
        ("سيطرتها", Analysis("", "", False, False, "سيطرت", "ها")),
        ("لسيطرتهما", Analysis("", "ل", False, False, "سيطره", "هما")),
        ("رماها", Analysis("", "", False, False, "رمي", "ها")),
        ("مستشفاها", Analysis("", "", False, False, "مستشفي", "ها")),
        ("أعضائه", Analysis("", "", False, False, "اعضا", "ه")),
        ("أعضائه", Analysis("", "", False, False, "اعضاي", "ه")),
        ("أبناؤهم", Analysis("", "", False, False, "ابنا", "هم")),
        ("بناءها", Analysis("", "", False, False, "بنا", "ها")),
        ("قتلوه", Analysis("", "", False, False, "قتلوا", "ه")),
        ("قواتنا", Analysis("", "", False, False, "قوات", "نا")),
        ("لها", Analysis("", "", False, False, "ل", "ها")),
        ("وعليه", Analysis("و", "", False, False, "علي", "ه")),
    ],
)
def test_candidates(raw: str, expected: Analysis) -> None:
    assert expected in analyses(fold_word(raw))


@pytest.mark.parametrize("form", ["الله", "الي", "يد", "و", "ء"])
def test_short_words_keep_their_article_and_letters(form: str) -> None:
    assert not any(analysis.article or analysis.prep or analysis.conj for analysis in analyses(form))


@given(st.text(alphabet="والبكفسيتنهم", max_size=8))
def test_plainest_first_and_no_two_alike(form: str) -> None:
    found = analyses(form)
    assert found[0] == Analysis("", "", False, False, form, "")
    assert len(set(found)) == len(found)
    assert all(analysis.stem for analysis in found[1:])
    counts = [analysis.clitics for analysis in found]
    assert counts == sorted(counts)
