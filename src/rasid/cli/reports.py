"""What the commands that read reports share: their options, opening files, reading, telling what failed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from rasid.cli import terminal
from rasid.config import OBSERVATORY, REGISTER
from rasid.errors import InputError, UsageError
from rasid.model.claims import Reading
from rasid.model.contract import claim_id
from rasid.model.documents import Document, Failure, Record
from rasid.pipeline.intake import Defaults, Known, check_country, check_date, check_source, plain_texts, take
from rasid.pipeline.run import run
from rasid.pipeline.steps import Parcel, Step, reading


def add_report_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say of reports what they do not say themselves."""
    parser.add_argument("--published", metavar="YYYY-MM-DD", help="day of publication of reports that do not say it")
    parser.add_argument("--source", metavar="ID", help="who published them: src.sohr, or ~name where there is no id")
    parser.add_argument("--country", metavar="CC", help="ISO 3166 code of the country that they are mostly about")


def add_observatory(parser: argparse.ArgumentParser) -> None:
    """Add the option that says where claims are kept."""
    parser.add_argument(
        "--observatory", type=Path, default=OBSERVATORY, metavar="DIR", help=f"where claims are kept (./{OBSERVATORY})"
    )


def register_of(options: argparse.Namespace) -> Path:
    """Return the register's file in the observatory asked for."""
    return Path(options.observatory) / REGISTER


def known() -> Known:
    """Return the sources and countries of the knowledge."""
    from rasid.knowledge import load

    actors = load().actors
    countries = {country for actor in actors for country in actor.countries}
    return Known({actor.id for actor in actors}, countries)


def defaults_of(options: argparse.Namespace, ids: Known) -> Defaults:
    """Check the options of the command line; UsageError names the one that is wrong."""
    try:
        published = check_date(options.published, "--published") if options.published is not None else None
        return Defaults(published, check_source(options.source, ids), check_country(options.country, ids))
    except InputError as error:
        raise UsageError(str(error)) from error


def documents(names: Sequence[str], ids: Known, defaults: Defaults) -> Iterator[Document | Failure]:
    """Give the reports of all files in order; `-` is standard input."""
    for name in names:
        if name == "-":
            yield from take(sys.stdin.buffer, name, known=ids, defaults=defaults)
            continue
        try:
            with open(name, "rb") as stream:
                yield from take(stream, name, known=ids, defaults=defaults)
        except OSError as error:
            yield Failure(name, f"cannot be read: {error.strerror}")


def texts(names: Sequence[str]) -> Iterator[str | Failure]:
    """Give the bare texts of all files in order, whoever wrote them and whenever; `-` is standard input."""
    for name in names:
        if name == "-":
            yield from plain_texts(sys.stdin.buffer, name)
            continue
        try:
            with open(name, "rb") as stream:
                yield from plain_texts(stream, name)
        except OSError as error:
            yield Failure(name, f"cannot be read: {error.strerror}")


def read_all(items: Iterable[Document | Failure], *more: Step, total: int | None = None) -> Iterator[Parcel | Failure]:
    """Give every report read and taken through more steps; what failed is told at once and given too."""
    from rasid.read import read

    for item in run(items, [reading(read), *more], progress=terminal.progress, total=total):
        terminal.clear()
        if isinstance(item, Failure):
            terminal.say(f"rasid: {item}")
        elif item.reading is not None:
            for warning in item.reading.warnings:
                terminal.say(f"rasid: {item.document.origin}: {warning}")
        yield item
    terminal.clear()


def records_of(document: Document, found: Reading) -> list[Record]:
    """Return the claims of one report in its order."""
    return [
        Record(claim_id(document.id, claim), number, claim, document)
        for number, claim in enumerate(found.claims, start=1)
    ]


def day(value: str) -> date:
    """Return the day that an option gives."""
    try:
        return check_date(value, "the day")
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
