"""What can be asked for is documented, and the pages are what the code says."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import rasid
from rasid.cli.main import COMMANDS
from rasid.cli.reports import records_of
from rasid.knowledge.book import DATA
from rasid.knowledge.ontology import load_ontology
from rasid.publish.table import GROUNDS, HAPPENING
from tests.factory import document


def test_reference_pages_are_up_to_date(root: Path) -> None:
    done = subprocess.run([sys.executable, root / "tools/reference.py", "--check"], capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme_and_the_reference(name: str, root: Path) -> None:
    assert f"rasid {name}" in (root / "README.md").read_text(encoding="utf-8")
    assert f"## rasid {name}" in (root / "docs/reference/commands.md").read_text(encoding="utf-8")


def test_every_event_type_is_documented(root: Path) -> None:
    page = (root / "docs/reference/event-types.md").read_text(encoding="utf-8")
    missing = [kind for kind in load_ontology(DATA / "ontology.yaml").types if f"`{kind}`" not in page]
    assert missing == []


def test_decisions_are_numbered_and_dated(root: Path) -> None:
    notes = sorted((root / "docs/decisions").glob("*.md"))
    assert [note.name[:4] for note in notes] == [f"{number:04}" for number in range(1, len(notes) + 1)]
    assert all("\n20" in note.read_text(encoding="utf-8") for note in notes)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "NOTICE"])
def test_the_papers_are_there(name: str, root: Path) -> None:
    assert len((root / name).read_text(encoding="utf-8")) > 300


def test_links_lead_somewhere(root: Path) -> None:
    for page in [root / "README.md", root / "CONTRIBUTING.md"]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_row_of_the_readme_is_what_the_reader_says(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    said = re.search(r"^> (.+)\n> \(published (\S+) by (\S+), on (\w+);", readme, re.M)
    assert said is not None
    text, published, source, country = said[1], date.fromisoformat(said[2]), said[3], said[4]
    lines = [line for line in readme[said.end() :].split("\n\n")[1].splitlines() if line.startswith("|")]
    heads, _, *rows = ([cell.strip(" `") for cell in line.strip("|").split("|")] for line in lines)
    reading = rasid.read(text, published=published, source=source, country=country)
    cells = {column.head: column.cell for column in HAPPENING + GROUNDS}
    records = records_of(document(text=text, published=published), reading)
    assert [[cells[head](record) for head in heads] for record in records] == rows
    picture = (root / "docs/picture.svg").read_text(encoding="utf-8")
    assert text.split("،")[0] in picture
    assert all(
        part in picture for part in (rows[0][1], rows[0][2], rows[0][3], "34.45 N 40.92 E", "18 to 23 April 2022")
    )


def test_commands_of_the_contributing_page_name_tests(root: Path) -> None:
    page = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    names = "\n".join(str(path.relative_to(root)) for path in (root / "tests").rglob("test_*.py"))
    names += "\n".join(path.read_text(encoding="utf-8") for path in (root / "tests" / "knowledge").glob("test_*.py"))
    for expression in re.findall(r"\./test -k (\"[^\"]+\"|\w+)", page):
        for word in expression.strip('"').split(" or "):
            assert word == "words" or word in names, expression
    assert len(re.findall(r"\./run explain - ", page)) == 5
    for path in re.findall(r"`((?:src|tests|corpus|docs|tools|bench)/[\w/.]+\.\w+)`", page):
        assert path == "corpus/floors.json" or (root / path).exists(), path
