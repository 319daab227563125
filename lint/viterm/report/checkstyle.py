"""`--format checkstyle`: the XML of Checkstyle, which Jenkins, reviewdog and many more read; all files are listed.

Columns are code points, as in viterm's other reports: readers do not agree on a unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from viterm.report.advice import advice
from viterm.report.in_checkout import in_checkout
from viterm.report.markup import attributes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from viterm.document import Document
    from viterm.findings import Finding
    from viterm.report.base import FileReport, Options, Write

_VERSION = "4.3"  # of the format; what other linters write and every reader knows


def write_findings(reports: Iterable[FileReport], write: Write, _options: Options) -> None:
    """Write one document with an element for each file and, in it, one for each finding."""
    write(f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle{attributes(version=_VERSION)}>\n')
    for report in in_checkout(reports):
        name = attributes(name=report.document.path)
        if not report.findings:
            write(f"  <file{name}/>\n")
            continue
        write(f"  <file{name}>\n")
        for finding in report.findings:
            write(f"    <error{_error(report.document, finding)}/>\n")
        write("  </file>\n")
    write("</checkstyle>\n")


def _error(document: Document, finding: Finding) -> str:
    line, column = document.lines.position(finding.start)
    return attributes(
        line=line,
        column=column,
        severity=finding.severity.label,
        message=advice(finding),
        source=f"viterm.{finding.rule}",
    )
