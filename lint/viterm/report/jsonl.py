"""`--format jsonl`: one row a line and nothing else."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING

from viterm.report.rows import finding_row, occurrence_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from viterm.report.base import FileReport, Options, Write


def write_findings(reports: Iterable[FileReport], write: Write, _options: Options) -> None:
    """Write one line for each finding."""
    for report in reports:
        for finding in report.findings:
            write(dumps(finding_row(report.document, finding), ensure_ascii=False) + "\n")


def write_occurrences(reports: Iterable[FileReport], write: Write, _options: Options) -> None:
    """Write one line for each occurrence."""
    for report in reports:
        for occurrence in report.occurrences:
            write(dumps(occurrence_row(report.document, occurrence), ensure_ascii=False) + "\n")
