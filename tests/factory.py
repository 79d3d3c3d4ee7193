"""The one factory of the tests: real documents and claims with every field set, changed where a test wants it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from rasid.model.claims import Claim, Count, Interval, Party, PlaceValue, Reading, Span, TraceStep
from rasid.model.contract import claim_id
from rasid.model.documents import Document, ReadDocument, Record

TEXT = "قصفت طائرات روسية أمس أطراف بلدة البارة، ما أدى إلى مقتل ثلاثة مدنيين، وفق المرصد السوري."


def span(words: str, text: str = TEXT) -> Span:
    """Return where some words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def document(**changes: Any) -> Document:
    """Return a report."""
    plain = Document("r-1", TEXT, date(2022, 4, 24), "src.sohr", "SY", "reports.jsonl:1", sha256_bytes="0" * 64)
    return replace(plain, **changes)


def claim(**changes: Any) -> Claim:
    """Return a claim of the report."""
    plain = Claim(
        type="violence.airstrike",
        modality="asserted",
        evidence=(span("قصفت طائرات روسية أمس أطراف بلدة البارة"),),
        initiator=(Party("ru.vks", "طائرات روسية", span("طائرات روسية"), "named"),),
        target=(Party("class.civilians", "مدنيين", span("مدنيين"), "hit"),),
        place=PlaceValue("sy.albara", "البارة", 35.687, 36.536, "town", span("البارة"), "the only one in the area"),
        date=Interval(date(2022, 4, 23), date(2022, 4, 23), "أمس", span("أمس"), "the day before publication"),
        counts=(Count("killed", 3, 3, span("ثلاثة"), "ثلاثة"),),
        attribution=(Party("src.sohr", "المرصد السوري", span("المرصد السوري"), "وفق"),),
        confidence=0.8,
        trace=(TraceStep("type", "violence.airstrike", "قصف with aircraft", 1.5),),
    )
    return replace(plain, **changes)


def read_document(*claims: Claim, warnings: tuple[str, ...] = (), **changes: Any) -> ReadDocument:
    """Return a report with what was read from it."""
    report = document(**changes)
    found = Reading(report.text, report.published, report.source, report.country, claims or (claim(),), warnings)
    return ReadDocument(report, found)


def record(number: int = 1, *, exercise: bool = False, **changes: Any) -> Record:
    """Return a claim as the register gives it."""
    report, said = document(exercise=exercise), claim(**changes)
    return Record(claim_id(report.id, said), number, said, report)
