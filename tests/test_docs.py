"""What can be asked for is documented, and the pages are what the code says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rasid.cli.main import COMMANDS
from rasid.knowledge.book import DATA
from rasid.knowledge.ontology import load_ontology


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
    import re

    for page in [root / "README.md", root / "CONTRIBUTING.md"]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
