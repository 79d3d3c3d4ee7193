"""Write the claims in the observatory as CSV or GeoJSON."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from rasid.cli import filters, terminal
from rasid.errors import RegisterError
from rasid.model.documents import Record
from rasid.publish import csv, geojson


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `rasid export`."""
    parser.add_argument("format", choices=("csv", "geojson"), help="the format")
    parser.add_argument("--output", "-o", metavar="FILE", help="where to (events.FORMAT in the observatory); - prints")
    filters.add_filters(parser)


def run(options: argparse.Namespace) -> int:
    """Write what is asked for and say where."""
    wanted, records = filters.chosen(options)
    if options.output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(_content(options.format, records, wanted.said()))
        return 0
    path = Path(options.output or Path(options.observatory) / f"events.{options.format}")
    written = write(path, options.format, records, wanted.said())
    terminal.say(f"{len(records)} claims: {', '.join(map(str, written))}")
    return 0


def write(path: Path, format_: str, records: Sequence[Record], wanted: Mapping[str, object]) -> list[Path]:
    """Write one export, and what belongs beside it; return the files."""
    content = _content(format_, records, wanted)
    files = {path: content}
    if format_ == "csv":
        files[path.with_name(f"{path.name}-metadata.json")] = csv.note(content, records, wanted)
    for file, data in files.items():
        _replace(file, data)
    return list(files)


def _content(format_: str, records: Sequence[Record], wanted: Mapping[str, object]) -> bytes:
    return csv.to_csv(records) if format_ == "csv" else geojson.to_geojson(records, wanted)


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file and rename, so that nobody ever sees half of it."""
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        os.replace(part, path)
    except OSError as error:
        raise RegisterError(f"{path}: cannot be written: {error.strerror}") from error
