"""Rasid reads Arabic reports into sourced, located, dated claims.

    import rasid
    from datetime import date
    reading = rasid.read("قصفت طائرات …", published=date(2022, 4, 24), source="src.sohr", country="SY")

`rasid.read` is a package whose module can be called (docs/decisions/0004-floors-and-names.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["__version__", "read"]

if TYPE_CHECKING:
    from rasid.read import read as read
else:
    from rasid import read
