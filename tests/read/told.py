"""What the tests of the reader share: reading a text and saying in a few words what came out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rasid.knowledge import load
from rasid.model.claims import Claim, Party
from rasid.read.compile import engine_for
from rasid.read.reader import _Report

DAY = date(2024, 1, 10)  # a Wednesday


def claims_of(text: str, country: str = "SY") -> tuple[Claim, ...]:
    """Return the claims of a report of the day that all tests share, as the rules alone propose them.

    What the learned judges make of proposals changes with what they learned: test_casting and the gate measure that.
    """
    return _Report(engine_for(load()), text, DAY, "src.enab", country).claims(judged=False)


def told(text: str, type_: str, *, country: str = "SY", only: Iterable[str] | None = None) -> dict[str, str]:
    """Return the one claim of a type, its fields (or `only` those) as words: ids sorted, "~" for one in no book."""
    found = [claim for claim in claims_of(text, country) if claim.type == type_]
    assert len(found) == 1, f"{len(found)} claims of {type_} in {text}"
    words = in_words(found[0])
    return words if only is None else {name: words[name] for name in only}


def in_words(claim: Claim) -> dict[str, str]:
    """Return a claim as words: who, whom, sides, backed, where (id, or the name of a place without one), how."""
    place = claim.place
    return {
        "who": _ids(claim.initiator),
        "whom": _ids(claim.target),
        "sides": _ids(claim.participant),
        "backed": _ids(claim.sponsor),
        "where": "" if place is None else place.id or place.name,
        "how": claim.modality,
        "counts": " ".join(sorted(f"{c.key}:{c.low if c.low == c.high else (c.low, c.high)}" for c in claim.counts)),
    }


def types(text: str, country: str = "SY") -> list[str]:
    """Return the types of all claims, sorted."""
    return sorted(claim.type for claim in claims_of(text, country))


def _ids(parties: Sequence[Party]) -> str:
    return " ".join(sorted(party.id or "~" for party in parties))
