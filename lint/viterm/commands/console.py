"""Lines for people: on standard output what was asked for, on standard error what went wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from viterm.errors import ProblemsError, UserError
from viterm.report.visible import visible


def print_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output."""
    write_lines(lines, sys.stdout)


def print_error(error: UserError) -> None:
    """Write what went wrong to standard error, in a line, or in one for each problem of a glossary."""
    # Problems begin with their place, which terminals and editors make a link.
    lines = map(str, error.problems) if isinstance(error, ProblemsError) else [f"viterm: {error}"]
    write_lines(lines, sys.stderr)


def print_note(text: str) -> None:
    """Write a line about the run, which is no part of its report, to standard error."""
    write_lines([f"viterm: {text}"], sys.stderr)


def write_lines(lines: Iterable[str], stream: TextIO | None) -> None:
    """Write lines to a stream, with control characters made visible; nowhere if it is closed (`2>&-`)."""
    if stream is not None:
        stream.write("".join(f"{visible(line)}\n" for line in lines))


def pages(lines: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of some pages, with an empty one between two."""
    for number, page in enumerate(lines):
        yield from ["", *page] if number else page


def flush() -> None:
    """Write out what standard output still holds. Raises OSError where that can't be done."""
    if sys.stdout is not None:
        sys.stdout.flush()
