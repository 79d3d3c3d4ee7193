"""Check the data files that the reader knows the world from: every reference must hold."""

from __future__ import annotations

import argparse

from rasid.knowledge import load
from rasid.knowledge.check import check


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `rasid knowledge`."""
    parser.add_argument("act", choices=("check",), help="what to do")


def run(options: argparse.Namespace) -> int:
    """Print what is wrong and return 1 where something is."""
    knowledge = load()
    faults = check(knowledge)
    for fault in faults:
        print(fault)
    print(f"{len(knowledge.actors)} actors, {len(knowledge.ontology.types)} event types, {len(faults)} faults")
    return 1 if faults else 0
