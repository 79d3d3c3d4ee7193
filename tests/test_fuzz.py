"""No input crashes or hangs the reader: reports with marks, cuts, swaps, repeats and any unicode in them.

Times are CPU seconds of this process, so that a busy machine changes nothing. The limits are some twenty times what the
corpus takes (about 10 microseconds a character): a step that is not linear breaks them, a slow machine does not.
"""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import rasid
from rasid.config import LONGEST_REPORT
from rasid.knowledge.book import DATA
from rasid.model.claims import Claim, Reading, Span
from rasid.model.contract import ROLES, report_of
from rasid.model.documents import Document, Failure
from rasid.pipeline.intake import Defaults, Known, take

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
TEXTS = [json.loads(line)["text"] for line in (CORPUS / "tune.jsonl").read_text(encoding="utf-8").splitlines()]
SCHEMA = Draft202012Validator(json.loads((DATA / "contract" / "reading.schema.json").read_text(encoding="utf-8")))
DAY = date(2022, 4, 24)
MARKS = "\u064b\u064e\u0651\u0640\u200f\u200b\u2068\ufeff"
SECONDS, SECONDS_A_CHARACTER = 0.25, 0.0002
INTAKE = {"known": Known({"src.sohr"}, {"SY"}), "defaults": Defaults(DAY)}

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


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Load the knowledge before anything is timed."""
    rasid.read(TEXTS[0], published=DAY)


def check(text: str) -> None:
    started = time.process_time()
    found = rasid.read(text, published=DAY, source="src.sohr", country="SY")
    taken = time.process_time() - started
    assert taken < SECONDS + SECONDS_A_CHARACTER * len(text), f"{taken:.2f} s for {len(text)} characters"
    assert isinstance(found, Reading) and found.text == text
    for claim in found.claims:
        assert claim.evidence
        assert all(0 <= span.start < span.end <= len(text) for span in spans(claim))
        assert 0 <= claim.confidence <= 1
        assert claim.date is None or claim.date.start <= claim.date.end
        assert all(count.high is None or 0 <= count.low <= count.high for count in claim.counts)
        assert claim.place is None or (claim.place.lat is None) == (claim.place.lon is None)
    SCHEMA.validate(report_of("r", found.claims))


def spans(claim: Claim) -> Iterator[Span]:
    """Give every place of the text that a claim points to."""
    values = [*(party for role in ROLES for party in getattr(claim, role)), *claim.counts, claim.place, claim.date]
    yield from claim.evidence
    yield from (value.span for value in values if value is not None and value.span is not None)


@settings(max_examples=300)
@given(mutated())
def test_mutated_reports(text: str) -> None:
    check(text)


@settings(max_examples=200)
@given(st.text(max_size=200))
@example("")
@example("\u064e" * 5000)
def test_any_text(text: str) -> None:
    check(text)


@settings(max_examples=100)
@given(mutated(), st.binary(max_size=12), st.integers(0, 2000))
def test_broken_bytes_are_told_and_nothing_else_is_lost(text: str, noise: bytes, at: int) -> None:
    fields = {"id": "r", "text": text, "published": "2022-04-24"}
    whole = json.dumps(fields | {"id": "whole", "text": TEXTS[0]}, ensure_ascii=False).encode()
    broken = json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass")
    broken = (broken[:at] + noise + broken[at:]).replace(b"\n", b" ")
    items = list(take(io.BytesIO(whole + b"\n" + broken + b"\n" + whole.replace(b"whole", b"other")), "f", **INTAKE))
    assert all(isinstance(item, Document | Failure) for item in items)
    assert {"whole", "other"} <= {item.report_id for item in items if isinstance(item, Document)}
    assert all(item.origin == "f:2" for item in items if isinstance(item, Failure))


@pytest.mark.parametrize(
    "unit", ["قصف ", "و", "قصفت القوات بلدة البارة، ", "ا\n", "(", "قال المصدر إن ", "\u064e", " الذي", "3 ", "،"]
)
def test_long_texts_end_in_time(unit: str) -> None:
    check(unit * (10_000 // len(unit)))


@pytest.mark.slow
def test_the_longest_report_ends_in_time() -> None:
    check(("\n".join(TEXTS) * 20)[:LONGEST_REPORT])


def test_the_same_words_give_the_same_claims() -> None:
    first, second = (rasid.read(TEXTS[0], published=DAY, country="SY") for _ in range(2))
    assert first == second
