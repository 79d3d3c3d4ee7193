"""The options that choose claims in the observatory."""

from __future__ import annotations

import argparse
import difflib

from rasid.cli import reports
from rasid.errors import UsageError
from rasid.model.documents import Record
from rasid.register.view import View, Wanted


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the filters of `rasid events` and `rasid export`."""
    parser.add_argument("--type", metavar="TYPE", help="a type of event, or a whole group (violence)")
    parser.add_argument("--actor", metavar="ID|WORDS", help="who acts, suffers or takes part: an id, or words")
    parser.add_argument("--place", metavar="ID|WORDS", help="where: an id, or words of a name")
    parser.add_argument("--from", dest="first", type=reports.day, metavar="DAY", help="not before this day")
    parser.add_argument("--to", dest="last", type=reports.day, metavar="DAY", help="not after this day")
    parser.add_argument("--modality", metavar="MODALITY", help="asserted, planned, threatened, denied, attempted …")
    parser.add_argument("--source", metavar="ID", help="only reports that this source published")
    parser.add_argument("--report", metavar="ID", help="only this report")
    reports.add_observatory(parser)


def chosen(options: argparse.Namespace) -> tuple[Wanted, list[Record]]:
    """Return what the options ask for and the claims that they let through; UsageError where they name what is not."""
    wanted = _wanted(options)
    with View(reports.register_of(options)) as view:
        _check_actor(view, options.actor)
        return wanted, view.records(wanted)


def _wanted(options: argparse.Namespace) -> Wanted:
    from rasid.knowledge.book import DATA
    from rasid.knowledge.ontology import load_ontology

    ontology = load_ontology(DATA / "ontology.yaml")
    _check("type", options.type, [*ontology.groups, *ontology.types])
    _check("modality", options.modality, list(ontology.modality))
    if options.first is not None and options.last is not None and options.first > options.last:
        raise UsageError(f"--from {options.first} lies after --to {options.last}")
    return Wanted(
        type=options.type,
        actor=options.actor,
        place=options.place,
        first=options.first,
        last=options.last,
        modality=options.modality,
        source=options.source,
        report=options.report,
    )


def _check_actor(view: View, actor: str | None) -> None:
    """Refuse an id that no claim names, with those that come near."""
    if actor is not None and actor.isascii() and "." in actor:
        _check("actor", actor, list(view.actors()))


def _check(name: str, value: str | None, known: list[str]) -> None:
    if value is None or value in known:
        return
    near = difflib.get_close_matches(value, known, n=3) or sorted(known)[:60]
    raise UsageError(f"no {name} {value!r} here; there is {', '.join(near) or 'none yet'}")
