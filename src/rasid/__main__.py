"""Run the command line as `python -m rasid`."""

from __future__ import annotations

import sys

from rasid.cli.main import main

sys.exit(main())
