"""Limits and places that hold for the whole tool."""

from __future__ import annotations

from pathlib import Path

OBSERVATORY = Path("observatory")
"""Where reports and claims are kept unless a command is told otherwise."""

REGISTER = "register.sqlite"
"""The register's file in the observatory."""

LONGEST_REPORT = 200_000
"""Characters; a longer text is no report but a collection of them, or no text at all."""

LONGEST_LINE = 2_000_000
"""Bytes of one JSON line; a longer one is not taken into memory."""

ARABIC_SHARE = 0.3
"""Of a report's letters, at least this share must be Arabic."""

EARLIEST, LATEST = 1990, 2100
"""Years between which a report can have been published."""

EXERCISE = "EXERCISE: written for training and tests; no record of what happened."
"""The mark on everything that comes from an exercise."""
