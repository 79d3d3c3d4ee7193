"""Look for words that the lexicons lack: `gaps` ranks what nothing recognised in texts that need no annotation."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from rasid.cli import reports, terminal
from rasid.errors import UsageError
from rasid.model.documents import Failure

_KINDS = ("predicate", "party", "place")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `rasid lexicon`."""
    parser.add_argument("act", choices=("gaps",), help="what to do")
    parser.add_argument("files", nargs="+", metavar="FILE", help="plain text, or a JSON object with text a line; or -")
    parser.add_argument("--kind", choices=_KINDS, help="only gaps of this kind")
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="how many gaps to print (50)")
    parser.add_argument(
        "--format", choices=("table", "jsonl"), default="table", help="a table, or a JSON object a line"
    )
    terminal.add_bidi(parser)


def run(options: argparse.Namespace) -> int:
    """Rank the gaps, print them, and return 1 where a text could not be taken."""
    from rasid.read.gaps import Sighting, rank, sightings

    if options.limit < 1:
        raise UsageError(f"--limit is {options.limit}; say how many gaps to print")
    found: list[Sighting] = []
    failed = False
    for item in reports.texts(options.files):
        if isinstance(item, Failure):
            terminal.say(f"rasid: {item}")
            failed = True
        else:
            found += [one for one in sightings(item) if options.kind in (None, one.kind)]
    show = terminal.shower(options.bidi)
    for gap in rank(found)[: options.limit]:
        if options.format == "jsonl":
            print(json.dumps(asdict(gap), ensure_ascii=False))
        else:
            print(f"{gap.weight:5} {gap.count:5}  {gap.kind:9}  {show(gap.word)}\n{'':24}{show(gap.example)}")
    return 1 if failed else 0
