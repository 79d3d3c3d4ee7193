"""The exceptions of Rasid, in one tree.

RasidError
├── KnowledgeError     a data file is wrong: names file, line and what to do
├── InputError         a report or a line of input cannot be taken: names file, line and what to do
├── ReadingError       the reader was called with something it cannot use
├── RegisterError      the register cannot be opened, read or written
└── UsageError         a command was asked for something that does not exist
"""

from __future__ import annotations


class RasidError(Exception):
    """Base of every error that Rasid raises on purpose."""


class KnowledgeError(RasidError):
    """A data file holds something that its loader refuses; the message opens with `file:line:`."""


class InputError(RasidError):
    """A report or an input line cannot be taken."""


class ReadingError(RasidError):
    """The reader was called with arguments it cannot use."""


class RegisterError(RasidError):
    """The register cannot be opened, read or written."""


class UsageError(RasidError):
    """A command was asked for something that does not exist."""
