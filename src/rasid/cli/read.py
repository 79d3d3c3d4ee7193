"""Read reports (text, or one JSON object a line: id, text, published, source, country) and print the claims."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from typing import Any

from rasid.cli import reports, terminal
from rasid.config import EXERCISE
from rasid.model.contract import report_of
from rasid.model.documents import Failure, Record
from rasid.pipeline.steps import Parcel, Step, keeping
from rasid.publish.plain import plain, to_json
from rasid.publish.table import table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `rasid read`."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file with reports, or - for standard input")
    reports.add_report_options(parser)
    parser.add_argument(
        "--format",
        choices=("table", "json", "jsonl"),
        default="table",
        help="a table; one JSON document with words and reports; or the published contract, a report a line",
    )
    parser.add_argument("--keep", action="store_true", help="keep reports and claims in the observatory as well")
    reports.add_observatory(parser)
    terminal.add_bidi(parser)


def run(options: argparse.Namespace) -> int:
    """Read, print, and return 1 where a report could not be read."""
    ids = reports.known()
    items = reports.documents(options.files, ids, reports.defaults_of(options, ids))
    read: list[Parcel] = []
    failures: list[Failure] = []
    with contextlib.ExitStack() as stack:
        for item in reports.read_all(items, *_steps(options, stack)):
            if isinstance(item, Failure):
                failures.append(item)
            elif options.format == "jsonl":
                _print_line(item)
            else:
                read.append(item)
    if options.format == "json":
        sys.stdout.write(to_json({"reports": [_report(item) for item in read], "failed": [*map(_failure, failures)]}))
    elif options.format == "table":
        _print_table(read, options.bidi)
    return 1 if failures else 0


def _steps(options: argparse.Namespace, stack: contextlib.ExitStack) -> list[Step]:
    if not options.keep:
        return []
    from rasid.register.store import Store

    return [keeping(stack.enter_context(Store(reports.register_of(options))))]


def _print_line(item: Parcel) -> None:
    line = report_of(item.document.report_id, item.claims(), exercise=item.document.exercise)
    print(json.dumps(line, ensure_ascii=False), flush=True)


def _report(item: Parcel) -> dict[str, Any]:
    document = item.document
    events = [{"claim": record.id, **plain(record)} for record in _records(item)]
    said: dict[str, Any] = {"id": document.report_id, "document": document.id, "exercise": document.exercise}
    if document.exercise:
        said["notice"] = EXERCISE
    return said | {"text": document.text, "events": events, "warnings": list(item.warnings())}


def _failure(failure: Failure) -> dict[str, str]:
    return {"origin": failure.origin, "message": failure.message}


def _records(item: Parcel) -> list[Record]:
    return reports.records_of(item.document, item.read_document().reading)


def _print_table(read: list[Parcel], bidi: str) -> None:
    if any(item.document.exercise for item in read):
        print(EXERCISE)
    records = [record for item in read for record in _records(item)]
    if records:
        for line in table(records, width=terminal.width(), show=terminal.shower(bidi)):
            print(line)
    elif read:
        print("Nothing was read in these reports.")
