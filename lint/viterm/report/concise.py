"""`--format concise`: one line each, `path:line:column: …`, for grep, editors and short terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viterm.report.colour import SEVERITY_STYLE, STATUS_STYLE, Style, painter
from viterm.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from viterm.report.base import FileReport, Options, Write


def write_findings(reports: Iterable[FileReport], write: Write, options: Options) -> None:
    """Write `path:line:column: severity rule message` for each finding."""
    paint = painter(colour=options.colour)
    for report in reports:
        for finding in report.findings:
            place = paint(report.place(finding.start), Style.STRONG)
            severity = paint(finding.severity.label, SEVERITY_STYLE[finding.severity])
            write(f"{place}: {severity} {finding.rule} {visible(finding.message)}\n")


def write_occurrences(reports: Iterable[FileReport], write: Write, options: Options) -> None:
    """Write `path:line:column: status concept «found» via` for each occurrence."""
    paint = painter(colour=options.colour)
    for report in reports:
        for occurrence in report.occurrences:
            place = paint(report.place(occurrence.start), Style.STRONG)
            status = paint(occurrence.status, STATUS_STYLE[occurrence.status])
            concept, found = visible(occurrence.concept), visible(occurrence.found)
            write(f"{place}: {status} {concept} «{found}» {occurrence.via.label}\n")
