"""Read the bundled exercises, keep them in the observatory, show the events and write them as CSV and GeoJSON."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import rasid
from rasid.cli import reports, terminal
from rasid.cli.export import write
from rasid.config import EXERCISE
from rasid.model.documents import Failure
from rasid.pipeline.intake import Defaults
from rasid.pipeline.steps import Parcel, keeping
from rasid.publish.table import table
from rasid.register.store import Store
from rasid.register.view import View, Wanted

REPORTS = Path(rasid.__file__).parent / "data" / "demo" / "reports.jsonl"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `rasid demo`."""
    reports.add_observatory(parser)
    terminal.add_bidi(parser)


def run(options: argparse.Namespace) -> int:
    """Read, keep, show and write; return 1 where a report could not be read."""
    total = sum(1 for line in REPORTS.open("rb") if line.strip())
    ids, defaults = reports.known(), Defaults(exercise=True)
    with Store(reports.register_of(options)) as store:
        items = reports.documents([str(REPORTS)], ids, defaults)
        read = list(reports.read_all(items, keeping(store), total=total))
    parcels = [item for item in read if not isinstance(item, Failure)]
    _show(parcels, options)
    return 1 if len(parcels) < len(read) else 0


def _show(parcels: list[Parcel], options: argparse.Namespace) -> None:
    show, folder = terminal.shower(options.bidi), Path(options.observatory)
    with View(reports.register_of(options)) as view:
        records = [record for record in view.records(Wanted()) if record.document.exercise]
    print(EXERCISE)
    for line in table(records, width=terminal.width(), show=show):
        print(line)
    print()
    for parcel in parcels:
        print(_summary(parcel, show))
    print()
    wanted = {"exercise": True}
    files = [file for kind in ("csv", "geojson") for file in write(folder / f"events.{kind}", kind, records, wanted)]
    new = sum(bool(parcel.kept) for parcel in parcels)
    print(f"{len(parcels)} reports, {len(records)} claims, kept in {reports.register_of(options)} ({new} new).")
    print(f"Written: {', '.join(map(str, files))}")
    print("Next: rasid events --type violence · rasid explain " + (parcels[0].document.report_id if parcels else "ID"))


def _summary(parcel: Parcel, show: terminal.Show) -> str:
    """Say in one line what a report holds: its id, day, source, headline, and how many events of which kind."""
    document = parcel.document
    groups = Counter(claim.type.partition(".")[0] for claim in parcel.claims())
    told = ", ".join(f"{count} {group}" for group, count in sorted(groups.items())) or "nothing"
    words = " ".join(document.text.strip().split("\n")[0].split())
    headline = words if len(words) <= 60 else words[:59] + "…"
    return f"{document.report_id} {document.published} {document.source or '-'}: {told} · {show(headline)}"
