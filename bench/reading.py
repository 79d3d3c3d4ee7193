"""Measure the reader: reports a second on one core, against a bare scan for the same names, start-up and memory.

    python bench/reading.py [--json FILE]

The bare scan folds the same texts and looks for the same actor and place names with ahocorasick_rs: the least that any
reader of these reports must do. Times are CPU seconds of this process, the best of three rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import rasid
from rasid.knowledge import load
from rasid.measure.gold import GoldReport, load_gold
from rasid.text import fold

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
ROUNDS = 3
STARTS = 5


def main() -> None:
    """Measure, print a table, and write JSON where asked for."""
    parser = argparse.ArgumentParser(description="Measure the reader on the corpus.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    reports = [report for part in ("learn", "tune", "test") for report in load_gold(CORPUS / f"{part}.jsonl")]
    figures = measure(reports)
    for name, value in figures.items():
        print(f"{name:28} {value:,.3f}" if isinstance(value, float) else f"{name:28} {value}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def measure(reports: list[GoldReport]) -> dict[str, float | int | str]:
    """Return all figures by name."""
    texts = [report.text for report in reports]
    read_all(reports[:5])  # caches warm
    reading = best(lambda: read_all(reports))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    scan = scanner()
    scanning = best(lambda: [scan(text) for text in texts])
    return {
        "reports": len(reports),
        "characters": sum(map(len, texts)),
        "reading_seconds": reading,
        "reports_per_second": len(reports) / reading,
        "scan_seconds": scanning,
        "reading_to_scan": reading / scanning,
        "startup_seconds": startup("--version"),
        "startup_reading_seconds": startup("read", "-", "--published", "2022-04-24"),
        "peak_memory_mb": peak,
        "python": platform.python_version(),
        "cores": os.cpu_count() or 0,
    }


def read_all(reports: list[GoldReport]) -> int:
    """Read every report and return how many claims there are."""
    return sum(
        len(rasid.read(one.text, published=one.published, source=one.source, country=one.country).claims)
        for one in reports
    )


def scanner() -> Callable[[str], int]:
    """Return a function that folds a text and counts the names in it, and does nothing else."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    knowledge = load()
    names = {name for actor in knowledge.actors for name in actor.names}
    names |= {name for place in knowledge.places for name in (place.name, *place.aliases)}
    folded = sorted({fold(name).text for name in names} - {""})
    automaton = AhoCorasick(folded, matchkind=MatchKind.LeftmostLongest)
    return lambda text: len(automaton.find_matches_as_indexes(fold(text).text))


def best(act: Callable[[], object]) -> float:
    """Return the CPU seconds of the fastest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        started = time.process_time()
        act()
        times.append(time.process_time() - started)
    return min(times)


def startup(*arguments: str) -> float:
    """Return the median wall seconds of starting the command line, caches warm."""
    command, times = [sys.executable, "-m", "rasid", *arguments], []
    for _ in range(STARTS):
        started = time.perf_counter()
        subprocess.run(command, input="قصفت القوات بلدة البارة".encode(), capture_output=True, check=True)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


if __name__ == "__main__":
    main()
