"""The command `rasid`: finds the command asked for, runs it, and turns errors into messages and exit codes.

0: all went well. 1: something could not be read or does not hold. 2: the command was used wrongly.
A command's module is imported only when it is asked for, which keeps every start short.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from importlib import import_module
from types import ModuleType

from rasid import __version__
from rasid.errors import RasidError, UsageError

COMMANDS = {
    "read": "read reports and print the claims",
    "demo": "read the bundled exercises, show the events and write them to ./observatory",
    "explain": "show for each claim of a report why each value is what it is",
    "events": "list the claims in the observatory, by type, actor, place or date",
    "export": "write the claims in the observatory as CSV or GeoJSON",
    "score": "measure a reader's output against annotated reports",
    "learn": "learn from annotated reports how to weigh what the rules propose",
    "knowledge": "check the data files that the reader knows the world from",
    "lexicon": "rank the words of any text that the lexicons lack",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = _run(given)
        sys.stdout.flush()
        return code
    except UsageError as error:
        return _fail(error, 2)
    except RasidError as error:
        return _fail(error, 1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _fail("stopped", 130)


def _run(given: list[str]) -> int:
    if not given or given[0] in ("-h", "--help", "help"):
        print(overview(), end="")
        return 0 if given else 2
    if given[0] in ("-V", "--version"):
        print(f"rasid {__version__}")
        return 0
    name, *rest = given
    if name not in COMMANDS:
        raise UsageError(f"no command {name!r}; commands: {', '.join(COMMANDS)}")
    module = import_module(f"rasid.cli.{name}")
    options = parser_of(name, module).parse_args(rest)
    code: int = module.run(options)
    return code


def parser_of(name: str, module: ModuleType) -> argparse.ArgumentParser:
    """Return the parser of one command."""
    parser = argparse.ArgumentParser(prog=f"rasid {name}", description=module.__doc__, allow_abbrev=False)
    module.add_arguments(parser)
    return parser


def overview() -> str:
    """Return the help of the tool as a whole."""
    lines = ["usage: rasid COMMAND [OPTIONS]", "", "Read Arabic reports into sourced, located, dated claims.", ""]
    lines += [f"  {name:10} {effect}" for name, effect in COMMANDS.items()]
    return "\n".join([*lines, "", "rasid COMMAND --help tells the options of one.", ""])


def _fail(error: object, code: int) -> int:
    for line in str(error).splitlines():
        print(f"rasid: {line}", file=sys.stderr)
    return code
