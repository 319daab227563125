"""Output formats. Each is one module here with `write_findings` and, where `viterm find` has it, `write_occurrences`.

A new format is one file and one row in `FORMATS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal, cast

from viterm.errors import UserError
from viterm.report.base import FileReport, Options, Summary, Tally, Write, Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FORMATS", "FileReport", "Format", "Options", "Summary", "Tally", "Write", "Writer", "names", "writer"]

Command = Literal["lint", "find"]


@dataclass(frozen=True, slots=True)
class Format:
    """An output format: its module, imported when it is chosen, and one line of help.

    `find` says whether `viterm find` has it too, `machine` whether a program reads it and so expects UTF-8.
    """

    module: str
    help: str
    find: bool
    machine: bool


FORMATS: Mapping[str, Format] = {
    "text": Format("viterm.report.text", "source line, what is wrong, what to write", find=True, machine=False),
    "concise": Format("viterm.report.concise", "one line each, for grep and editors", find=True, machine=False),
    "json": Format("viterm.report.json", "one JSON object", find=True, machine=True),
    "jsonl": Format("viterm.report.jsonl", "one JSON object a line", find=True, machine=True),
    "sarif": Format(
        "viterm.report.sarif", "SARIF 2.1.0, for GitHub code scanning and editors", find=False, machine=True
    ),
    "github": Format("viterm.report.github", "annotations of a GitHub Actions job", find=False, machine=True),
    "gitlab": Format("viterm.report.gitlab", "a Code Quality report of GitLab", find=False, machine=True),
    "rdjson": Format("viterm.report.rdjson", "for reviewdog, with suggestions", find=False, machine=True),
    "junit": Format("viterm.report.junit", "test results, for GitLab, Jenkins and others", find=False, machine=True),
    "checkstyle": Format(
        "viterm.report.checkstyle", "Checkstyle's XML, for Jenkins and others", find=False, machine=True
    ),
    "markdown": Format(
        "viterm.report.markdown", "a table for the summary of a job or a comment", find=False, machine=True
    ),
}


def names(command: Command) -> list[str]:
    """Return the names of the formats that a command can write."""
    return [name for name, format_ in FORMATS.items() if command == "lint" or format_.find]


def writer(name: str, command: Command) -> Writer:
    """Return the writer of a format for a command's results; raise `UserError` for a name the command doesn't have."""
    if name not in names(command):
        raise UserError(f"viterm {command} has no format {name!r}; it has {', '.join(names(command))}")
    function = "write_findings" if command == "lint" else "write_occurrences"
    return cast("Writer", getattr(import_module(FORMATS[name].module), function))
