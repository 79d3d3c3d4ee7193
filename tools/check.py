"""Run every check of the repository and end with one plain line: N passed, N failed, N skipped."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

BIN = Path(sys.executable).parent


@dataclass
class Tally:
    """How many checks and tests passed, failed and were skipped."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def note(self, *, ok: bool) -> None:
        """Count one check."""
        self.passed += ok
        self.failed += not ok


def main() -> int:
    """Run the checks that the options leave in; return 1 where one failed."""
    parser = argparse.ArgumentParser(prog="./test", description="Check the whole repository.")
    parser.add_argument("--fast", action="store_true", help="leave out slow tests, coverage and the quality gate")
    parser.add_argument("-k", metavar="EXPRESSION", help="run only the tests that match, and nothing else")
    options = parser.parse_args()
    tally = Tally()
    if options.k is None:
        check("ruff", [str(BIN / "ruff"), "check", "."], tally)
        check("types", [str(BIN / "mypy")], tally)
        check("floors", [str(BIN / "lint-imports")], tally)
    tests(options, tally)
    if options.k is None and not options.fast:
        check("quality gate", [sys.executable, "-m", "rasid", "score", "--gate"], tally)
    print(f"{tally.passed} passed, {tally.failed} failed, {tally.skipped} skipped")
    return 1 if tally.failed else 0


def check(name: str, command: list[str], tally: Tally) -> None:
    """Run one check and say how it went."""
    started = time.monotonic()
    print(f"── {name}", flush=True)
    ok = subprocess.run(command, check=False).returncode == 0
    print(f"   {name}: {'fine' if ok else 'FAILED'} ({time.monotonic() - started:.1f} s)", flush=True)
    tally.note(ok=ok)


def tests(options: argparse.Namespace, tally: Tally) -> None:
    """Run pytest and add its counts."""
    print("── tests", flush=True)
    command = [sys.executable, "-m", "pytest", "-n", "2", "-rs"]
    if options.k is not None:
        command += ["-k", options.k]
    elif options.fast:
        command += ["-m", "not slow"]
    else:
        command += ["--cov", "--cov-report=term", "--cov-fail-under=80"]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "tests.xml"
        code = subprocess.run([*command, f"--junit-xml={report}"], check=False).returncode
        failed = count(report, tally) if report.exists() else 0
    if code and not failed:
        print(f"   pytest ended with code {code}", flush=True)
        tally.note(ok=False)


def count(report: Path, tally: Tally) -> int:
    """Add the counts of a JUnit file; return how many tests failed."""
    failed = 0
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        ran, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
        wrong = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        tally.passed += ran - skipped - wrong
        tally.skipped += skipped
        failed += wrong
    tally.failed += failed
    return failed


if __name__ == "__main__":
    sys.exit(main())
