"""Take reports through the steps in order. A report that fails leaves a visible `Failure` and the others go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rasid.errors import RasidError
from rasid.model.documents import Document, Failure
from rasid.model.ports import Progress
from rasid.pipeline.steps import Parcel, Step, check_order


def run(
    documents: Iterable[Document | Failure],
    steps: Sequence[Step],
    *,
    progress: Progress | None = None,
    total: int | None = None,
) -> Iterator[Parcel | Failure]:
    """Give each report after its last step, or why it fell out, in the order of the input."""
    check_order(steps)
    for done, item in enumerate(documents, start=1):
        yield item if isinstance(item, Failure) else _through(Parcel(item), steps)
        if progress is not None:
            progress(done, total)


def _through(parcel: Parcel, steps: Sequence[Step]) -> Parcel | Failure:
    for step in steps:
        try:
            parcel = step.act(parcel)
        except RasidError as error:
            return Failure(parcel.document.origin, str(error))
        except Exception as error:  # noqa: BLE001 - a fault in one report must not stop the others
            return Failure(parcel.document.origin, _unforeseen(parcel.document, step, error))
    return parcel


def _unforeseen(document: Document, step: Step, error: Exception) -> str:
    what = f"{type(error).__name__}: {error}"
    return f"report {document.report_id!r} broke the step {step.name!r} ({what}); please report this with its text"
