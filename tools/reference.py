"""Write the pages in docs/reference from the code: `python tools/reference.py`; with --check, only compare."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from rasid.cli.main import COMMANDS, overview, parser_of
from rasid.knowledge.book import DATA
from rasid.knowledge.ontology import Ontology, load_ontology
from rasid.publish import csv

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
MADE = "<!-- Made by tools/reference.py; change the code, not this page. -->"


def main() -> int:
    """Write or compare all pages; return 1 where a page is not what the code says."""
    os.environ["COLUMNS"] = "110"
    stale = []
    for name, lines in pages().items():
        path, text = REFERENCE / name, "\n".join([MADE, "", *lines]) + "\n"
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    for name in stale:
        print(f"docs/reference/{name} is not what the code says; run python tools/reference.py")
    return 1 if stale else 0


def pages() -> dict[str, list[str]]:
    """Return the lines of each page by file name."""
    ontology = load_ontology(DATA / "ontology.yaml")
    schema = json.loads((DATA / "contract" / "reading.schema.json").read_text(encoding="utf-8"))
    return {
        "commands.md": list(commands()),
        "event-types.md": list(event_types(ontology)),
        "contract.md": list(contract(schema)),
        "formats.md": list(formats()),
    }


def commands() -> Iterator[str]:
    """Give the page of commands and options."""
    yield from ("# Commands", "", "```text", overview().rstrip(), "```", "")
    yield "Exit codes: 0 all went well; 1 something could not be read or does not hold; 2 the command was used wrongly."
    for name in COMMANDS:
        parser = parser_of(name, import_module(f"rasid.cli.{name}"))
        for action in parser._actions:
            action.help = action.help and action.help.replace("%", "%%")
        yield from ("", f"## rasid {name}", "", "```text", plain_usage(parser.format_usage()).rstrip(), "```", "")
        yield (parser.description or "").strip()
        yield from ("", "| argument | meaning |", "| --- | --- |")
        for action in parser._actions:
            shown = ", ".join(f"`{flag}`" for flag in action.option_strings) or f"`{action.metavar or action.dest}`"
            choices = f" ({', '.join(map(str, action.choices))})" if action.choices else ""
            yield f"| {shown.replace('|', chr(92) + '|')} | {action.help}{choices} |"


def plain_usage(usage: str) -> str:
    """Return a usage line on one line, the same for every version of Python."""
    return " ".join(usage.split())


def event_types(ontology: Ontology) -> Iterator[str]:
    """Give the page of event types."""
    yield from ("# Event types", "", f"{len(ontology.types)} types in {len(ontology.groups)} groups.")
    for group, (english, arabic) in ontology.groups.items():
        yield from ("", f"## {group}: {english} · {arabic}", "")
        yield from ("| type | | | definition |", "| --- | --- | --- | --- |")
        for kind in ontology.types.values():
            if kind.group == group:
                yield f"| `{kind.id}` | {kind.en} | {kind.ar} | {kind.definition} |"
    for title, entries in (("Modality", ontology.modality), ("Roles", ontology.roles)):
        yield from ("", f"## {title}", "", "| | |", "| --- | --- |")
        yield from (f"| `{name}` | {text} |" for name, text in entries.items())
    yield from ("", "## Counts", "", ", ".join(f"`{name}`" for name in ontology.quantities) + ".")


def contract(schema: dict[str, Any]) -> Iterator[str]:
    """Give the page of the reader's contract."""
    yield from ("# The reader's contract", "", schema["description"], "")
    yield "The schema: `src/rasid/data/contract/reading.schema.json` (JSON Schema 2020-12)."
    for title, part in (("Line", schema), ("Event", schema["$defs"]["event"]), ("Party", schema["$defs"]["party"])):
        yield from _properties(title, part)
    place = schema["$defs"]["event"]["properties"]["place"]["oneOf"][1]
    yield from _properties("Place", place)


def _properties(title: str, part: dict[str, Any]) -> Iterator[str]:
    yield from ("", f"## {title}", "", "| key | required | meaning |", "| --- | --- | --- |")
    for key, value in part["properties"].items():
        required = "yes" if key in part["required"] else "no"
        yield f"| `{key}` | {required} | {value.get('description', '')} |"


def formats() -> Iterator[str]:
    """Give the page of the export formats."""
    for title, module in (("CSV", "rasid.publish.csv"), ("GeoJSON", "rasid.publish.geojson")):
        yield from (f"# {title}", "", (import_module(module).__doc__ or "").strip(), "")
    yield from ("## Columns of the CSV", "", ", ".join(f"`{name}`" for name in csv.columns()) + ".", "")
    yield "Beside the file stands `events.csv-metadata.json`: rows, filter, columns, SHA-256 and the exercise notice."


if __name__ == "__main__":
    sys.exit(main())
