"""The command line: arguments in, exit code out. Its commands are in `viterm.commands`."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence

from viterm import __version__
from viterm.commands import explain, glossary, init, run
from viterm.commands.console import flush, print_error
from viterm.commands.exit_codes import CLEAN, FAILED, FOUND, INTERRUPTED
from viterm.errors import UserError
from viterm.report.stream import safe_stream

_COMMANDS = (run, explain, init, glossary)
_ALLOCATIONS_PER_SWEEP = 200_000


def entry() -> None:
    """The `viterm` command."""
    # A glossary is hundreds of thousands of small objects without cycles, which Python would go over again and again.
    gc.set_threshold(_ALLOCATIONS_PER_SWEEP, 50, 50)
    sys.exit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; see `commands.exit_codes`."""
    for stream in (sys.stdout, sys.stderr):
        safe_stream(stream, machine=False)
    try:
        code = _run(argv)
        flush()
    except OSError as error:
        return _cut_short(error)
    return code


def _run(argv: Sequence[str] | None) -> int:
    try:
        arguments = _parser().parse_args(argv)
        code: int = arguments.run(arguments)
    except UserError as error:
        print_error(error)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as stop:  # argparse has given help, or said what is wrong
        return FAILED if stop.code else CLEAN
    return code


def _cut_short(error: OSError) -> int:
    """End a run that can't write any further: the disk is full, or nobody reads on."""
    try:
        flush()
    except OSError:
        # What is left goes nowhere, or else Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return FOUND
    print_error(UserError(f"can't write: {error.strerror}"))
    return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="viterm",
        description="Check how the fixed concepts of Vietnamese public life are rendered in translations.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"viterm {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.add(commands)
    return parser
