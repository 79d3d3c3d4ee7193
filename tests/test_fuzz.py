"""No input crashes or hangs the reader: reports with marks, cuts, swaps, repeats and any unicode in them."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import rasid
from rasid.knowledge.book import DATA
from rasid.model.claims import Reading
from rasid.model.contract import report_of

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
TEXTS = [json.loads(line)["text"] for line in (CORPUS / "tune.jsonl").read_text(encoding="utf-8").splitlines()]
SCHEMA = Draft202012Validator(json.loads((DATA / "contract" / "reading.schema.json").read_text(encoding="utf-8")))
DAY = date(2022, 4, 24)
MARKS = "\u064b\u064e\u0651\u0640\u200f\u200b\u2068\ufeff"
SECONDS = 10.0

pieces = st.one_of(
    st.text(max_size=20),
    st.text(st.sampled_from(MARKS + "وفبلكساه0123٤٥%،.:«»()\n\r\t "), max_size=40),
    st.sampled_from(
        ["\u064e" * 500, "ا" * 500, "(" * 200, "\n" * 200, "قصف " * 50, "و" * 300, "٩" * 300, "\x00", "👩\u200d👩"]
    ),
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return an annotated report's text after a few accidents."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 4))):
        at, length = draw(st.integers(0, len(text))), draw(st.integers(0, 120))
        cut, rest = text[at : at + length], text[at + length :]
        kind = draw(st.sampled_from(["insert", "cut", "swap", "repeat", "spread", "end"]))
        if kind == "insert":
            text = text[:at] + draw(pieces) + text[at:]
        elif kind == "cut":
            text = text[:at] + rest
        elif kind == "swap":
            text = text[:at] + rest[:length] + cut + rest[length:]
        elif kind == "repeat":
            text = text[:at] + cut * draw(st.integers(2, 6)) + rest
        elif kind == "spread":
            text = text[:at] + draw(st.sampled_from(MARKS + " ")).join(cut) + rest
        else:
            text = text[:at]
    return text


def check(text: str) -> None:
    started = time.perf_counter()
    found = rasid.read(text, published=DAY, source="src.sohr", country="SY")
    assert time.perf_counter() - started < SECONDS
    assert isinstance(found, Reading) and found.text == text
    for claim in found.claims:
        assert claim.evidence
        for span in claim.evidence:
            assert 0 <= span.start < span.end <= len(text)
    SCHEMA.validate(report_of("r", found.claims))


@settings(max_examples=60)
@given(mutated())
def test_mutated_reports(text: str) -> None:
    check(text)


@settings(max_examples=100)
@given(st.text(max_size=200))
@example("")
@example("\u064e" * 5000)
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["قصف ", "و", "قصفت القوات بلدة البارة، ", "ا\n", "(", "قال المصدر إن ", "\u064e"])
def test_long_texts_end_in_time(unit: str) -> None:
    started = time.perf_counter()
    rasid.read(unit * (10_000 // len(unit)), published=DAY)
    assert time.perf_counter() - started < 30


def test_the_same_words_give_the_same_claims() -> None:
    first, second = (rasid.read(TEXTS[0], published=DAY, country="SY") for _ in range(2))
    assert first == second
