"""The founding report: at least 12 events of the right type, at most 4 read wrongly, six types fully right."""

from __future__ import annotations

from pathlib import Path

import pytest

import rasid
from rasid.knowledge import load
from rasid.measure.gold import GoldReport, Happening, load_gold, read_happening
from rasid.measure.score import PARTY_ROLES, date_fits, in_common, near, pair, score
from rasid.measure.states import States
from rasid.model.contract import event_of

FULLY = (
    "coercion.expulsion", "coercion.ultimatum", "coercion.seizure", "control.withdrawal", "force.weapons_production",
    "politics.meeting",
)  # fmt: skip


@pytest.fixture(scope="module")
def kin() -> States:
    return States(load().actors.actors)


@pytest.fixture(scope="module")
def gold(shared: Path) -> GoldReport:
    (report,) = load_gold(shared / "gold" / "seed.jsonl")
    return report


@pytest.fixture(scope="module")
def read(gold: GoldReport) -> list[Happening]:
    found = rasid.read(gold.text, published=gold.published, source=gold.source, country=gold.country)
    return [read_happening(event_of(claim)) for claim in found.claims]


def test_at_least_twelve_are_read_and_at_most_four_wrongly(
    gold: GoldReport, read: list[Happening], kin: States
) -> None:
    rate = score([gold], {gold.id: read}, kin=kin).levels["type"]
    assert rate.hits >= 12
    assert rate.read - rate.hits <= 4


@pytest.mark.parametrize("kind", FULLY)
def test_six_types_are_fully_right(kind: str, gold: GoldReport, read: list[Happening], kin: States) -> None:
    pairs = {i: j for i, j in pair(gold.events, read, kin) if gold.events[i].type == read[j].type}
    for i, event in enumerate(gold.events):
        if event.type == kind:
            assert i in pairs, f"missed: {gold.text[slice(*event.spans[0])]}"
            other = read[pairs[i]]
            for role in PARTY_ROLES[:3]:
                there, said = event.parties[role], other.parties[role]
                assert in_common(there, said, kin) == len(there) == len(said), role
            assert near(event.place, other.place)
            assert date_fits(event.days, other.days)
            assert event.counts == other.counts


def test_the_retelling_has_the_same_events(root: Path, gold: GoldReport) -> None:
    (retold,) = [one for one in load_gold(root / "corpus" / "learn.jsonl") if one.id == "founding-retold"]
    assert [event.type for event in retold.events] == [event.type for event in gold.events]
    words, ours = gold.text.split(), retold.text.split()
    runs = {tuple(words[at : at + 6]) for at in range(len(words) - 5)}
    assert not [at for at in range(len(ours) - 5) if tuple(ours[at : at + 6]) in runs]
