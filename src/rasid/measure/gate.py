"""The quality gate: scores of each corpus part, pinned with the hash of its file, that must not fall.

`corpus/floors.json` holds them. A pin may always raise a floor; lowering one takes an explicit flag and a line in the
changelog that begins with `- Floors lowered`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rasid.errors import InputError, UsageError
from rasid.measure.gold import digest
from rasid.measure.score import Score

PARTS = ("learn", "tune", "test")
GRACE = 0.0005
"""A score may stand this much below its floor: rounding, nothing else."""
EXCUSE = "- Floors lowered"

Floors = dict[str, dict[str, Any]]


def pinned_scores(score: Score) -> dict[str, float]:
    """Return the measures that are pinned, rounded down to four digits."""
    values = {f"{name}_f1": rate.f1 for name, rate in score.levels.items()}
    values["whole_f1"] = score.whole.f1
    values |= {f"{role}_f1": rate.f1 for role, rate in sorted(score.roles.items())}
    values |= score.accuracy()
    return {name: math.floor(value * 10_000) / 10_000 for name, value in values.items()}


def load_floors(path: Path) -> Floors:
    """Read the floors; a file that is not there holds none."""
    if not path.exists():
        return {}
    try:
        floors = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InputError(f"{path}: no whole JSON: {error}") from error
    if not isinstance(floors, dict):
        raise InputError(f"{path}: not a JSON object of corpus parts")
    return floors


def falls(floors: Floors, scores: Mapping[str, Mapping[str, float]], corpus: Path) -> Iterator[str]:
    """Give every floor that does not hold, as a sentence."""
    for part, floor in floors.items():
        if floor["sha256"] != digest(corpus / f"{part}.jsonl"):
            yield f"{part}: the reports are not those that were pinned; look at the scores and pin again"
            continue
        for name, least in floor["scores"].items():
            value = scores.get(part, {}).get(name, 0.0)
            if value < least - GRACE:
                yield f"{part}: {name} fell from {least:.4f} to {value:.4f}"


def pin(
    path: Path,
    scores: Mapping[str, Mapping[str, float]],
    corpus: Path,
    *,
    allow_lower: bool = False,
    changelog: Path | None = None,
) -> Floors:
    """Write the scores as the new floors; UsageError where one would fall without leave."""
    old = load_floors(path)
    lower = [
        f"{part}: {name} would fall from {least:.4f} to {scores[part].get(name, 0.0):.4f}"
        for part, floor in old.items()
        if part in scores
        for name, least in floor["scores"].items()
        if scores[part].get(name, 0.0) < least - GRACE
    ]
    if lower and not allow_lower:
        raise UsageError("\n".join([*lower, "nothing was pinned; --allow-lower does it all the same"]))
    if lower and not _excused(changelog):
        raise UsageError(f"lowering a floor takes a line in CHANGELOG.md, under Unreleased: {EXCUSE}: which and why")
    new = old | {
        part: {"sha256": digest(corpus / f"{part}.jsonl"), "scores": dict(values)} for part, values in scores.items()
    }
    path.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
    return new


def _excused(changelog: Path | None) -> bool:
    """Tell whether the changelog's part for the next release owns up to lower floors."""
    if changelog is None or not changelog.exists():
        return False
    unreleased = changelog.read_text(encoding="utf-8").partition("## Unreleased")[2].partition("\n## ")[0]
    return any(line.startswith(EXCUSE) for line in unreleased.splitlines())
