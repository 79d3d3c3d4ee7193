"""Show for each claim of a report why each value is what it is: words, ids, reasons, scores."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from rasid.cli import reports, terminal
from rasid.errors import UsageError
from rasid.model.claims import Claim
from rasid.model.documents import Document, Failure
from rasid.pipeline.trace import explain


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `rasid explain`."""
    parser.add_argument("report", metavar="FILE|ID", help="a file, - , or a report's id in the observatory")
    parser.add_argument("claim", nargs="?", type=int, metavar="NUMBER", help="only the claim with this number")
    reports.add_report_options(parser)
    reports.add_observatory(parser)
    terminal.add_bidi(parser)


def run(options: argparse.Namespace) -> int:
    """Print the explanation and return 1 where a report could not be read."""
    failed = shown = 0
    show = terminal.shower(options.bidi)
    for item in _found(options):
        if isinstance(item, Failure):
            failed += 1
            continue
        document, claims = item
        if options.claim is not None and not 1 <= options.claim <= len(claims):
            raise UsageError(f"report {document.report_id!r} has no claim {options.claim}; it has {len(claims)}")
        if shown:
            print()
        for line in explain(document, claims, only=options.claim, show=show):
            print(line)
        shown += 1
    return 1 if failed else 0


def _found(options: argparse.Namespace) -> Iterator[tuple[Document, tuple[Claim, ...]] | Failure]:
    if options.report != "-" and not Path(options.report).exists():
        yield from _kept(options)
        return
    ids = reports.known()
    for item in reports.read_all(reports.documents([options.report], ids, reports.defaults_of(options, ids))):
        yield item if isinstance(item, Failure) else (item.document, item.claims())


def _kept(options: argparse.Namespace) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    from rasid.register.view import View

    register = reports.register_of(options)
    if not register.exists():
        raise UsageError(f"{options.report!r} is no file, and there is no register at {register} to look it up in")
    with View(register) as view:
        documents = view.documents(options.report)
        if not documents:
            raise UsageError(f"{options.report!r} is neither a file nor a report in {register}")
        for document in documents:
            yield document, view.claims(document.id)
