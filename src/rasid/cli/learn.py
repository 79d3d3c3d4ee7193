"""Learn from annotated reports how to weigh who is cast in which role, and write the judges into the data folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rasid.knowledge import load
from rasid.knowledge.book import DATA
from rasid.measure.gold import Terms, load_gold
from rasid.measure.states import States
from rasid.pipeline import learning

DEFAULT = (Path("corpus/learn.jsonl"), Path("corpus/tune.jsonl"))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `rasid learn`."""
    parser.add_argument(
        "gold", nargs="*", type=Path, metavar="GOLD", help="annotated reports (corpus/learn.jsonl, tune.jsonl)"
    )
    parser.add_argument(
        "--into", type=Path, default=DATA / "learned", metavar="DIR", help="where the judges are written"
    )
    parser.add_argument("--check", action="store_true", help="measure only, write nothing")


def run(options: argparse.Namespace) -> int:
    """Learn, say what was gained on reports not seen, and write."""
    knowledge = load()
    ontology = knowledge.ontology
    terms = Terms(ontology.types, ontology.modality, ontology.quantities, knowledge.actors.actors)
    files = options.gold or list(DEFAULT)
    gold = [report for path in files for report in load_gold(path, terms)]
    about = f"Made by `rasid learn` from {len(gold)} reports of {', '.join(path.name for path in files)}; not written by hand."
    found = learning.learn(gold, kin=States(knowledge.actors.actors), about=about, progress=_say)
    print(f"{'role':12} {'examples':>8} {'rules':>6} {'weighed':>8}   (F1 of parties on reports not seen)")
    for learned in found:
        print(f"{learned.role:12} {learned.examples:8} {learned.rules:6.3f} {learned.weighed:8.3f}")
        if not options.check:
            _say(f"wrote {learning.write(learned, options.into)}")
    return 0


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
