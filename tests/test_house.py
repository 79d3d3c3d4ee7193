"""The two commands, the bundled exercises and the limits on what may be committed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

import rasid
from rasid.cli.demo import REPORTS

SCRIPTS = ("run", "test", "tools/environment.sh", ".ci/run")


@pytest.mark.parametrize("script", SCRIPTS)
def test_shell_scripts_are_sound(script: str, root: Path) -> None:
    if shutil.which("shellcheck") is None:
        pytest.skip("shellcheck is not installed (Debian package shellcheck)")
    done = subprocess.run(
        ["shellcheck", "-x", "-s", "bash" if script == ".ci/run" else "sh", root / script],
        capture_output=True,
        cwd=root,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()


def test_an_old_python_is_told(root: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    (copy / "tools").mkdir(parents=True)
    for name in ("run", "tools/environment.sh", "pyproject.toml", "constraints.txt"):
        shutil.copy(root / name, copy / name)
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "cat", "cksum", "dirname", "readlink", "rm"):
        os.symlink(str(shutil.which(name)), tools / name)
    old = tools / "python3"
    old.write_text('#!/bin/sh\ncase "$1" in --version) echo "Python 3.8.1";; *) exit 1;; esac\n')
    old.chmod(0o755)
    environment = {"PATH": str(tools)}
    done = subprocess.run([copy / "run"], capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert "needs Python 3.11 or later; this machine has Python 3.8.1" in done.stderr.decode()


def test_the_second_run_is_quick_from_anywhere(root: Path, tmp_path: Path) -> None:
    if not (root / ".venv" / "stamp").exists():
        pytest.skip("./run has not made its environment here")
    started = time.perf_counter()
    done = subprocess.run([root / "run", "--version"], capture_output=True, cwd=tmp_path, check=False)
    if b"Making" in done.stderr:
        pytest.skip("the environment had to be renewed")
    assert done.stdout.decode() == f"rasid {rasid.__version__}\n"
    assert time.perf_counter() - started < 2


def test_the_exercises_are_annotated_reports_of_the_open_parts(root: Path) -> None:
    known = {}
    for part in ("learn", "tune"):
        for line in (root / "corpus" / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
            report = json.loads(line)
            known[report["id"]] = report
    bundled = [json.loads(line) for line in REPORTS.read_text(encoding="utf-8").splitlines()]
    assert len(bundled) >= 24
    for report in bundled:
        assert report["exercise"] is True and "events" not in report
        assert report["text"] == known[report["id"]]["text"]
    stories = [{event["same"] for event in known[report["id"]]["events"] if event.get("same")} for report in bundled]
    assert sum(any(a & b for b in stories if b is not a) for a in stories) >= 6


def test_no_path_of_a_machine_and_no_registry_is_committed(root: Path) -> None:
    done = subprocess.run(["git", "ls-files"], capture_output=True, cwd=root, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    signs = [f"/{folder}/shared" for folder in ("work", "home")] + ["pypi" + ".org", "files.python" + "hosted"]
    for name in done.stdout.decode().splitlines():
        path = root / name
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not [sign for sign in signs if sign in text], name


def test_reader_is_callable_as_a_package() -> None:
    from rasid.read import read

    assert callable(rasid.read) and callable(read)
    assert rasid.read.__name__ == "rasid.read"
