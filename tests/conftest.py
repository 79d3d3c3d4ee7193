"""What all tests share: where the repository stands, where the founding material is, and running the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# Several people and machines run these tests: no deadline for one example, and the same examples every time.
settings.register_profile("rasid", deadline=None, derandomize=True)
settings.load_profile("rasid")

ROOT = Path(__file__).resolve().parent.parent
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the founding material that stands beside the repository, or skip."""
    for folder in (ROOT.parent / "shared", Path(os.environ.get("RASID_SHARED", "/nowhere"))):
        if (folder / "score.py").exists():
            return folder
    pytest.skip("the founding material (../shared) is not beside the repository")


@pytest.fixture
def rasid(tmp_path: Path) -> Run:
    """Run the command line in an empty folder, as somebody at a terminal would."""

    def run(*arguments: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "rasid", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, **environment},
            timeout=120,
            check=False,
        )

    return run
