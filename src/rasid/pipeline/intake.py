"""Reports from files and streams: plain text or JSON lines, told apart by content; what cannot be taken is a `Failure`.

A fault in one report never stops the others. Every message says what is wrong and what to do; `origin` says where.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from rasid.config import ARABIC_SHARE, EARLIEST, LATEST, LONGEST_LINE, LONGEST_REPORT
from rasid.errors import InputError
from rasid.ids import sha256
from rasid.model.documents import Document, Failure

_JSON_OPENS = re.compile(rb"\s*[\[{]\s*([\"{}\[\]]|$)")
_ARABIC = re.compile(r"[ء-يٮ-ۓە-ۿݐ-ݿࢠ-ࢿﭐ-﷿ﹰ-ﻼ]")
_OTHER_CODINGS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_BOM = b"\xef\xbb\xbf"
_BLANK = b" \t\r\n" + _BOM
_TOO_LONG = f"the text has more than {LONGEST_REPORT:,} characters; split it into its reports"


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for reports that do not say it themselves."""

    published: date | None = None
    source: str | None = None
    country: str | None = None
    exercise: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that a report may name."""

    sources: Collection[str]
    countries: Collection[str]


def take(stream: BinaryIO, name: str, *, known: Known, defaults: Defaults) -> Iterator[Document | Failure]:
    """Give the reports of one file in order."""
    head, line = b"", stream.readline(LONGEST_LINE + 1)
    while line and not line.strip(_BLANK) and len(head) <= LONGEST_LINE:
        head, line = head + line, stream.readline(LONGEST_LINE + 1)
    line = line if head else line.removeprefix(_BOM)
    if _JSON_OPENS.match(line):
        yield from _take_lines(line, stream, name, known, defaults, head.count(b"\n"))
    else:
        yield _take_text(head + line, stream, name, known, defaults)


def plain_texts(stream: BinaryIO, name: str) -> Iterator[str | Failure]:
    """Give the texts of one file: what lines of JSON hold under "text", else the whole as one text of any length."""
    content = stream.read()
    as_json = _JSON_OPENS.match(content.removeprefix(_BOM)) is not None
    for number, line in enumerate(content.split(b"\n") if as_json else [content], start=1):
        if not line.strip():
            continue
        try:
            text = _string(_fields(line), "text") if as_json else _decode(line)
            if text is None:
                raise InputError("'text' is missing; give a JSON object with \"text\" a line")
            yield text
        except InputError as error:
            yield Failure(f"{name}:{number}", str(error))


def _take_text(first: bytes, stream: BinaryIO, name: str, known: Known, defaults: Defaults) -> Document | Failure:
    content = first + stream.read(4 * LONGEST_REPORT + 1)
    if len(content) > 4 * LONGEST_REPORT:  # cut here, perhaps in the middle of a letter: it must not be decoded
        return Failure(f"{name}:1", _TOO_LONG)
    report_id = "report" if name == "-" else Path(name).stem
    try:
        return _document({"id": report_id, "text": _decode(content)}, content, f"{name}:1", known, defaults)
    except _At as fault:
        return Failure(f"{name}:{fault.line}", str(fault))
    except InputError as error:
        return Failure(f"{name}:1", str(error))


def _take_lines(
    first: bytes, stream: BinaryIO, name: str, known: Known, defaults: Defaults, blank: int
) -> Iterator[Document | Failure]:
    lines_of_ids: dict[str, int] = {}
    for number, line in enumerate(_lines(first, stream), start=blank + 1):
        if not line.strip():
            continue
        origin = f"{name}:{number}"
        try:
            document = _document(_fields(line), line.strip(), origin, known, defaults)
            earlier = lines_of_ids.setdefault(document.report_id, number)
            if earlier != number:
                raise InputError(f"the id {document.report_id!r} stands on line {earlier} already; give each its own")
            yield document
        except InputError as error:
            yield Failure(origin, str(error))


def _lines(first: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """Give lines; of one that is too long only as much as shows that it is."""
    line = first
    while line:
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE + 1)
        line = stream.readline(LONGEST_LINE + 1)


def _fields(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise InputError(f"the line has more than {LONGEST_LINE:,} bytes; give one report a line")
    try:
        fields = json.loads(_decode(line).rstrip())
    except json.JSONDecodeError as error:
        raise InputError(f"no whole JSON object ({error.msg} at column {error.colno}); give one a line") from error
    except RecursionError as error:
        raise InputError("the JSON is nested too deeply for a report") from error
    except ValueError as error:  # a number with thousands of digits
        raise InputError(f"no JSON that can be read: {error}") from error
    if not isinstance(fields, dict):
        raise InputError('not a JSON object; give {"id", "text", "published", "source", "country"} on one line')
    return fields


class _At(InputError):
    """A fault at a line of a text file."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def _decode(content: bytes) -> str:
    for mark, coding in _OTHER_CODINGS.items():
        if content.startswith(mark):
            raise InputError(f"the text is in {coding}; save it as UTF-8")
    try:
        return content.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _At(f"not valid UTF-8 at byte {error.start}; save the text as UTF-8", line) from error


def _document(fields: dict[str, Any], content: bytes, origin: str, known: Known, defaults: Defaults) -> Document:
    report_id, text = _string(fields, "id"), _string(fields, "text")
    if report_id is None or text is None:
        raise InputError(f"{'id' if report_id is None else 'text'!r} is missing; a report needs both, as strings")
    check_text(text)
    return Document(
        report_id=report_id,
        text=text,
        published=_published(fields.get("published"), defaults),
        source=check_source(_string(fields, "source") or defaults.source, known),
        country=check_country(_string(fields, "country") or defaults.country, known),
        origin=origin,
        exercise=bool(defaults.exercise or fields.get("exercise") or "events" in fields),
        sha256_bytes=sha256(content),
    )


def _string(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f"{key!r} is {json.dumps(value, ensure_ascii=False)[:40]}; it must be a string")
    return value


def check_text(text: str) -> None:
    """Refuse what is no Arabic report: nothing, too much, broken or another script."""
    if len(text) > LONGEST_REPORT:
        raise InputError(_TOO_LONG)
    if not text.strip():
        raise InputError("the text is empty")
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise InputError("the text holds half a character (a lone surrogate); repair it where it was written")
    letters = sum(map(str.isalpha, text))
    if not letters or len(_ARABIC.findall(text)) < ARABIC_SHARE * letters:
        raise InputError("the text is not Arabic; only Arabic reports are read")


def _published(value: Any, defaults: Defaults) -> date:
    if value is None:
        if defaults.published is None:
            raise InputError("no day of publication; add 'published' or say --published YYYY-MM-DD")
        return defaults.published
    return check_date(value, "published")


def check_date(value: Any, key: str) -> date:
    """Return an ISO 8601 day (a time after it is left out); anything else raises InputError."""
    try:
        day = date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise InputError(f"{key!r} is {value!r}; write a day that exists as YYYY-MM-DD") from error
    if not EARLIEST <= day.year <= LATEST or not isinstance(value, str):
        raise InputError(f"{key!r} is {value!r}; write a day between {EARLIEST} and {LATEST} as YYYY-MM-DD")
    return day


def check_source(source: str | None, known: Known) -> str | None:
    """Refuse a source that nobody knows; words of one's own go behind a tilde (`~local paper`)."""
    if source is None or source in known.sources or (source.startswith("~") and len(source) > 1):
        return source
    near = difflib.get_close_matches(source, known.sources, n=3)
    meant = f"did you mean {' or '.join(near)}? Write" if near else "write"
    raise InputError(f"unknown source {source!r}; {meant} its name after a tilde where it has no id (~name)")


def check_country(country: str | None, known: Known) -> str | None:
    """Refuse what is no ISO 3166 code of a country that the knowledge covers."""
    if country is None or country in known.countries:
        return country
    raise InputError(f"unknown country {country!r}; known: {', '.join(sorted(known.countries))}")
