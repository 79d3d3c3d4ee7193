"""Claims as plain JSON values for people and programs: the contract's event with its words, its report and its mark."""

from __future__ import annotations

import json
from typing import Any

from rasid.model.contract import event_of
from rasid.model.documents import Record
from rasid.publish.words import quotes


def plain(record: Record) -> dict[str, Any]:
    """Return one claim with everything that a reader of it must know."""
    claim, document = record.claim, record.document
    return {
        "exercise": document.exercise,
        **event_of(claim),
        "words": list(quotes(claim, document.text)),
        "report": document.report_id,
        "number": record.number,
        "published": document.published.isoformat(),
        "source": document.source,
        "country": document.country,
    }


def to_json(value: object) -> str:
    """Return indented JSON with the letters as they are and a line end."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
