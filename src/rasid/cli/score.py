"""Measure a reader's output, ours or another's, against annotated reports; pin and guard the corpus scores."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from rasid.cli import reports, terminal
from rasid.errors import UsageError
from rasid.knowledge import Knowledge, load
from rasid.measure import gate
from rasid.measure.gold import GoldReport, Happening, Terms, load_gold, load_read, read_happening
from rasid.measure.score import Score, score
from rasid.measure.states import States
from rasid.model.contract import event_of
from rasid.model.documents import Document, Failure
from rasid.publish.plain import to_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `rasid score`."""
    parser.add_argument("gold", nargs="?", type=Path, metavar="GOLD", help="annotated reports, a JSON object a line")
    parser.add_argument("read", nargs="?", type=Path, metavar="READ", help="a reader's output; without: ours, read now")
    parser.add_argument("--json", action="store_true", help="print the whole result as JSON")
    parser.add_argument("--misses", action="store_true", help="list each event that was missed or read wrongly")
    parser.add_argument("--gate", action="store_true", help="read the corpus and fail where a score fell")
    parser.add_argument("--pin", action="store_true", help="read the corpus and make its scores the new floors")
    parser.add_argument("--allow-lower", action="store_true", help="with --pin: floors may fall (CHANGELOG says it)")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), metavar="DIR", help="the corpus (./corpus)")


def run(options: argparse.Namespace) -> int:
    """Score, pin or guard."""
    if options.pin or options.gate:
        return _pin(options) if options.pin else _gate(options.corpus)
    if options.gold is None:
        raise UsageError("say which annotated reports: rasid score GOLD [READ]")
    knowledge = load()
    gold = load_gold(options.gold, _terms(knowledge))
    found, failed = _read(gold, str(options.gold)) if options.read is None else (load_read(options.read), 0)
    result = score(gold, found, kin=States(knowledge.actors.actors))
    if options.json:
        said = result.said() | ({"misses": [asdict(miss) for miss in result.misses]} if options.misses else {})
        sys.stdout.write(to_json(said))
    else:
        for line in _lines(result, misses=options.misses):
            print(line)
    return 1 if failed else 0


def _terms(knowledge: Knowledge) -> Terms:
    ontology = knowledge.ontology
    return Terms(ontology.types, ontology.modality, ontology.quantities, knowledge.actors.actors)


def _read(gold: Sequence[GoldReport], origin: str) -> tuple[dict[str, tuple[Happening, ...]], int]:
    """Read the texts of annotated reports with our reader; return what was read and how many failed."""
    documents = [
        Document(report.id, report.text, report.published, report.source, report.country, f"{origin}: {report.id}")
        for report in gold
    ]
    found, failed = {}, 0
    for item in reports.read_all(documents, total=len(documents)):
        if isinstance(item, Failure):
            failed += 1
        else:
            found[item.document.report_id] = tuple(read_happening(event_of(claim)) for claim in item.claims())
    return found, failed


def _lines(result: Score, *, misses: bool) -> Iterator[str]:
    rates = {**result.levels, "whole": result.whole, **result.roles}
    for name, rate in rates.items():
        yield f"{name:12} precision {rate.precision:.3f}  recall {rate.recall:.3f}  F1 {rate.f1:.3f}"
    for name, share in result.accuracy().items():
        yield f"{name:12} accuracy {share:.3f}"
    if misses:
        yield from ("  ".join((miss.report, miss.kind, miss.type, miss.words)) for miss in result.misses)
    types = result.levels["type"]
    mean = result.said()["type"]["mean_of_reports"]
    yield (
        f"{result.reports} reports, {types.there} events: type F1 {types.f1:.3f} (mean of reports {mean:.3f}),"
        f" whole-event F1 {result.whole.f1:.3f}"
    )


def _corpus_scores(corpus: Path, parts: Sequence[str]) -> Mapping[str, Mapping[str, float]]:
    knowledge = load()
    kin, scores = States(knowledge.actors.actors), {}
    for part in parts:
        path = corpus / f"{part}.jsonl"
        gold = load_gold(path, _terms(knowledge))
        found, failed = _read(gold, str(path))
        if failed:
            raise UsageError(f"{path}: {failed} reports could not be read; see above")
        scores[part] = gate.pinned_scores(score(gold, found, kin=kin))
    return scores


def _pin(options: argparse.Namespace) -> int:
    corpus: Path = options.corpus
    scores = _corpus_scores(corpus, gate.PARTS)
    changelog = corpus.parent / "CHANGELOG.md"
    gate.pin(corpus / "floors.json", scores, corpus, allow_lower=options.allow_lower, changelog=changelog)
    for part, values in scores.items():
        print(f"{part}: type_f1 {values['type_f1']:.4f}, whole_f1 {values['whole_f1']:.4f}")
    return 0


def _gate(corpus: Path) -> int:
    floors = gate.load_floors(corpus / "floors.json")
    if not floors:
        terminal.say(f"no floors are pinned in {corpus / 'floors.json'}; rasid score --pin does it")
        return 0
    scores = _corpus_scores(corpus, list(floors))
    fallen = list(gate.falls(floors, scores, corpus))
    for line in fallen:
        print(line)
    if not fallen:
        held = ", ".join(f"{part} type_f1 {values['type_f1']:.4f}" for part, values in scores.items())
        print(f"every floor holds: {held}")
    return 1 if fallen else 0
