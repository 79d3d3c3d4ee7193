"""Learning from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Run


def test_check_measures_and_writes_nothing(rasid: Run, root: Path, tmp_path: Path) -> None:
    lines = (root / "corpus" / "learn.jsonl").read_bytes().splitlines(keepends=True)
    (tmp_path / "few.jsonl").write_bytes(b"".join(lines[:3]))
    done = rasid("learn", "few.jsonl", "--check", "--into", "judges")
    assert done.returncode == 0, done.stderr.decode()
    head, *rows = done.stdout.decode().splitlines()
    assert head.split()[:4] == ["judge", "examples", "rules", "weighed"]
    assert [row.split()[0] for row in rows] == ["casting_initiator", "casting_target"]
    assert all(0 <= float(figure) <= 1 for row in rows for figure in row.split()[2:])
    assert [path.name for path in tmp_path.iterdir()] == ["few.jsonl"]
    assert "wrote" not in done.stderr.decode()


def test_too_few_reports_are_told(rasid: Run, root: Path, tmp_path: Path) -> None:
    lines = (root / "corpus" / "learn.jsonl").read_bytes().splitlines(keepends=True)
    (tmp_path / "one.jsonl").write_bytes(lines[0])
    done = rasid("learn", "one.jsonl", "--into", "judges")
    assert done.returncode == 2
    assert "nothing can be learned from 1 reports; give more annotated reports" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "judges").exists()
