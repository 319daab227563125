"""`--format json`: one object with all rows, one row a line, written as the results come."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING

from viterm.report.array import array
from viterm.report.rows import FindingRow, OccurrenceRow, finding_row, occurrence_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from viterm.report.base import FileReport, Options, Write


def write_findings(reports: Iterable[FileReport], write: Write, options: Options) -> None:
    """Write the object of `viterm lint`."""
    _write("findings", (finding_row(report.document, f) for report in reports for f in report.findings), write, options)


def write_occurrences(reports: Iterable[FileReport], write: Write, options: Options) -> None:
    """Write the object of `viterm find`."""
    rows = (occurrence_row(report.document, o) for report in reports for o in report.occurrences)
    _write("occurrences", rows, write, options)


def _write(key: str, rows: Iterator[FindingRow] | Iterator[OccurrenceRow], write: Write, options: Options) -> None:
    head = {"version": 1, "tool": f"viterm {options.version}", "files": options.files}
    write(f'{dumps(head)[:-1]}, "{key}": ')
    for piece in array(dumps(row, ensure_ascii=False) for row in rows):
        write(piece)
    write("}\n")
