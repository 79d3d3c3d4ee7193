"""The steps stand in an order that works, and a report that breaks one leaves a visible record."""

from __future__ import annotations

from datetime import date

import pytest

from rasid.errors import ReadingError
from rasid.model.claims import Reading
from rasid.model.documents import Failure, ReadDocument
from rasid.pipeline.run import run
from rasid.pipeline.steps import Parcel, check_order, keeping, reading
from rasid.pipeline.trace import explain
from tests.factory import claim, document, read_document


def reader(text: str, *, published: date, source: str | None = None, country: str | None = None) -> Reading:
    if "خطأ" in text:
        raise ReadingError("cannot be read")
    if "كسر" in text:
        raise ZeroDivisionError("broken")
    return Reading(text, published, source, country, (claim(),))


class Shelf:
    def __init__(self) -> None:
        self.kept: list[ReadDocument] = []

    def keep(self, read: ReadDocument) -> bool:
        self.kept.append(read)
        return True


def test_a_failure_does_not_stop_the_others() -> None:
    told: list[tuple[int, int | None]] = []
    shelf = Shelf()
    items = [document(), document(text="خطأ"), Failure("x:1", "bad"), document(text="كسر"), document(report_id="r-9")]
    results = list(run(items, [reading(reader), keeping(shelf)], progress=lambda *at: told.append(at), total=5))
    assert [type(result) for result in results] == [Parcel, Failure, Failure, Failure, Parcel]
    assert str(results[1]) == "reports.jsonl:1: cannot be read"
    assert "ZeroDivisionError" in str(results[3]) and "'r-1'" in str(results[3])
    assert [read.document.report_id for read in shelf.kept] == ["r-1", "r-9"]
    assert told[-1] == (5, 5)


def test_a_step_without_what_it_needs_is_refused() -> None:
    with pytest.raises(ValueError, match="'keep' needs reading"):
        check_order([keeping(Shelf()), reading(reader)])


def test_the_explanation_names_words_reasons_and_scores() -> None:
    said = "\n".join(explain(document(exercise=True), read_document().reading.claims))
    for part in ("EXERCISE", "violence.airstrike", "ru.vks", "«طائرات روسية»", "the only one in the area", "[1.5]"):
        assert part in said


def test_one_claim_may_be_explained_alone() -> None:
    said = "\n".join(explain(document(), [claim(), claim(type="society.aid")], only=2))
    assert "society.aid" in said and "violence.airstrike (" not in said


def test_bare_claims_are_explained_too() -> None:
    bare = claim(place=None, date=None, counts=(), trace=())
    assert "place" not in "\n".join(explain(document(), [bare]))
    assert "Nothing" in "\n".join(explain(document(), []))
