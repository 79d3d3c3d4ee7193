"""Reports are taken from text and JSON lines; bad ones are told with file and line, and the others go on."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.config import LONGEST_LINE, LONGEST_REPORT
from rasid.model.documents import Document, Failure
from rasid.pipeline.intake import Defaults, Known, take

KNOWN = Known({"src.sohr", "src.enab"}, {"SY", "IQ"})
DAY = Defaults(published=date(2022, 4, 24))
TEXT = "قصفت قوات النظام بلدة البارة"
GOOD = {"id": "good", "text": TEXT, "published": "2022-04-24", "source": "src.sohr", "country": "SY"}


NOTHING = Defaults()


def taken(content: bytes, defaults: Defaults = NOTHING) -> list[Document | Failure]:
    return list(take(io.BytesIO(content), "in.txt", known=KNOWN, defaults=defaults))


def lines(*fields: object) -> bytes:
    return b"\n".join(
        line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode() for line in fields
    )


def test_text_is_one_report_with_its_bytes_as_they_were() -> None:
    (report,) = taken(f"\n{TEXT}\r\n{TEXT}\n".encode(), DAY)
    assert isinstance(report, Document)
    assert (report.report_id, report.text, report.published) == ("in", f"\n{TEXT}\r\n{TEXT}\n", date(2022, 4, 24))


@pytest.mark.parametrize("lead", [b"", b"\n\n", b"\xef\xbb\xbf", b"  "])
def test_json_lines_are_known_by_their_content(lead: bytes) -> None:
    (report,) = taken(lead + lines(GOOD))
    assert isinstance(report, Document)
    assert (report.report_id, report.source, report.country, report.exercise) == ("good", "src.sohr", "SY", False)


def test_annotated_reports_are_exercises() -> None:
    (report,) = taken(lines(GOOD | {"events": []}))
    assert isinstance(report, Document) and report.exercise


BAD = [
    (GOOD | {"text": " \n "}, "empty"),
    (GOOD | {"text": "Shelling was reported."}, "not Arabic"),
    (GOOD | {"text": "123 456"}, "not Arabic"),
    (GOOD | {"text": TEXT * LONGEST_REPORT}, "bytes"),
    (GOOD | {"text": "ب" * (LONGEST_REPORT + 1)}, "characters"),
    (GOOD | {"text": 5}, "'text' is 5"),
    (b'{"id": "x", "text": "\\ud800 ' + TEXT.encode() + b'", "published": "2022-04-24"}', "surrogate"),
    ({key: GOOD[key] for key in ("id", "published")}, "'text' is missing"),
    ({key: GOOD[key] for key in ("text", "published")}, "'id' is missing"),
    ({key: GOOD[key] for key in ("id", "text")}, "no day of publication"),
    (GOOD | {"published": "2022-02-30"}, "2022-02-30"),
    (GOOD | {"published": "24/04/2022"}, "YYYY-MM-DD"),
    (GOOD | {"published": 20220424}, "20220424"),
    (GOOD | {"published": "0022-04-24"}, "between"),
    (GOOD | {"source": "src.soh"}, "did you mean src.sohr"),
    (GOOD | {"source": "~"}, "unknown source"),
    (GOOD | {"country": "Syria"}, "unknown country"),
    (b'{"id": "cut", "text": "' + TEXT.encode(), "no whole JSON object"),
    (b"[1, 2]", "not a JSON object"),
    (b"plain words", "no whole JSON object"),
    (b'{"id": "\xff"}', "not valid UTF-8"),
    (b"[" * 100_000, "JSON"),
    (b'{"id": ' + b"9" * 5000 + b"}", ""),
    (b'{"id": "x' + b"x" * LONGEST_LINE + b'"}', "bytes"),
    (GOOD | {"id": "first"}, "line 1 already"),
]


@pytest.mark.parametrize(("bad", "said"), BAD)
def test_a_bad_line_is_told_and_the_others_go_on(bad: object, said: str) -> None:
    first, failure, last = taken(lines(GOOD | {"id": "first"}, bad, GOOD | {"id": "last"}))
    assert isinstance(first, Document) and isinstance(last, Document)
    assert isinstance(failure, Failure)
    assert failure.origin == "in.txt:2"
    assert said in failure.message


@pytest.mark.parametrize(("content", "line", "said"), [
    (b"", 1, "empty"),
    (b"  \n\n", 1, "empty"),
    (b"Nothing Arabic", 1, "not Arabic"),
    (TEXT.encode() + b"\n\nab\xff", 3, "not valid UTF-8 at byte"),
    (TEXT.encode("utf-16"), 1, "UTF-16"),
    (("ب" * 5_000_000).encode(), 1, "characters"),
    (b"x" * 10_000_000, 1, "characters"),
    (b" " * 10_000_000, 1, ""),
    (b"\n" * 10_000_000, 1, ""),
    ("ب".encode() * LONGEST_LINE + b"x", 1, ""),
])  # fmt: skip
def test_bad_text(content: bytes, line: int, said: str) -> None:
    (failure,) = taken(content, DAY)
    assert isinstance(failure, Failure)
    assert failure.origin == f"in.txt:{line}"
    assert said in failure.message


def test_the_day_of_publication_is_never_guessed() -> None:
    (failure,) = taken(TEXT.encode())
    assert isinstance(failure, Failure) and "--published" in failure.message


def test_a_source_may_be_named_in_words() -> None:
    (report,) = taken(lines(GOOD | {"source": "~صفحة محلية"}))
    assert isinstance(report, Document) and report.source == "~صفحة محلية"


@given(st.binary(max_size=200))
def test_no_bytes_break_it(content: bytes) -> None:
    for item in taken(content, DAY):
        assert isinstance(item, Document | Failure)


PIECES = [b"{", b"}", b'"id"', b":", b'"text"', b",", b"\n", b'"\xd8\xa8"', b"\xff", b"[", b"1"]


@given(st.lists(st.sampled_from(PIECES)))
def test_no_json_breaks_it(parts: list[bytes]) -> None:
    for item in taken(b'{"' + b"".join(parts), DAY):
        assert isinstance(item, Document | Failure)
