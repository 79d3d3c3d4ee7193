"""List the claims in the observatory, by type, actor, place or date."""

from __future__ import annotations

import argparse
import sys

from rasid.cli import filters, terminal
from rasid.config import EXERCISE
from rasid.publish.plain import plain, to_json
from rasid.publish.table import table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `rasid events`."""
    filters.add_filters(parser)
    parser.add_argument("--format", choices=("table", "json"), default="table", help="a table, or JSON with all values")
    terminal.add_bidi(parser)


def run(options: argparse.Namespace) -> int:
    """Print what is asked for."""
    _, records = filters.chosen(options)
    if options.format == "json":
        sys.stdout.write(to_json([{"claim": record.id, **plain(record)} for record in records]))
        return 0
    if any(record.document.exercise for record in records):
        print(EXERCISE)
    if records:
        for line in table(records, width=terminal.width(), show=terminal.shower(options.bidi)):
            print(line)
    print("1 claim" if len(records) == 1 else f"{len(records)} claims")
    return 0
