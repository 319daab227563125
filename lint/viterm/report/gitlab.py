"""`--format gitlab`: a Code Quality report, which GitLab shows in merge requests; it has lines but no columns."""

from __future__ import annotations

from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING

from viterm.findings import Finding, Severity
from viterm.report.advice import advice
from viterm.report.array import array
from viterm.report.in_checkout import in_checkout
from viterm.report.marked import marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from viterm.document import Document
    from viterm.report.base import FileReport, Options, Write

# Of GitLab's five; critical and blocker are for programs that do harm.
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write_findings(reports: Iterable[FileReport], write: Write, _options: Options) -> None:
    """Write one array with an object for each finding."""
    rows = (
        dumps(_issue(report.document, finding, mark), ensure_ascii=False)
        for report in in_checkout(reports)
        for finding, mark in marked(report)
    )
    for piece in array(rows):
        write(piece)
    write("\n")


def _issue(document: Document, finding: Finding, mark: str) -> dict[str, object]:
    return {
        "description": advice(finding),
        "check_name": finding.rule,
        # GitLab compares the reports of two branches by nothing else, so the path has to be in it.
        "fingerprint": sha256(f"{document.path}\0{mark}".encode("utf-8", "surrogatepass")).hexdigest()[:32],
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": document.path,
            "lines": {
                "begin": document.lines.position(finding.start)[0],
                "end": document.lines.position(finding.end)[0],
            },
        },
    }
