"""`--format github`: commands that make a GitHub Actions job show annotations, worst first.

GitHub shows ten errors, ten warnings and ten notices of a step. It keeps columns only where the place is within one
line, and documents no unit for them: here they are UTF-16 code units, as in its SARIF.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from viterm.findings import Finding, Severity
from viterm.paths import STDIN
from viterm.report.advice import advice
from viterm.report.columns import Columns, utf16_columns
from viterm.report.in_checkout import in_checkout
from viterm.report.worst_first import worst_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from viterm.report.base import FileReport, Options, Write

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# What the runner turns back (its ActionCommand class).
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def write_findings(reports: Iterable[FileReport], write: Write, _options: Options) -> None:
    """Write one command a line for each finding."""
    for command in worst_first(_commands(in_checkout(reports))):
        write(command + "\n")


def _commands(reports: Iterable[FileReport]) -> Iterator[tuple[Severity, str]]:
    for report in reports:
        columns = utf16_columns(report.document)
        for finding in report.findings:
            yield finding.severity, _command(report, columns, finding)


def _command(report: FileReport, columns: Columns, finding: Finding) -> str:
    message, place = advice(finding), _place(report.document.path, columns, finding)
    if report.document.path == STDIN:  # no file to show it in
        message, place = f"{report.place(finding.start)}: {message}", {}
    concept = f" ({finding.concept})" if finding.concept else ""
    properties = {**place, "title": f"viterm {finding.rule}{concept}"}
    written = ",".join(f"{name}={value.translate(_IN_PROPERTIES)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {written}::{message.translate(_IN_MESSAGES)}"


def _place(path: str, columns: Columns, finding: Finding) -> dict[str, str]:
    line, column = columns.position(finding.start)
    end_line, end_column = columns.position(finding.end)
    lines = {"file": path, "line": str(line), "endLine": str(end_line)}
    if line != end_line:
        return lines
    return {**lines, "col": str(column), "endColumn": str(end_column)}
