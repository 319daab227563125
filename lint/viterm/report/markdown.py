"""`--format markdown`: a table for a job's summary page or a comment on a pull request, worst first.

GitHub takes a mebibyte for the summary of a step, GitLab as much for a comment: the table ends after 500 rows, and long
texts are cut. What is left out is counted; the other formats have it all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viterm.findings import Finding, Severity
from viterm.report.base import Tally
from viterm.report.colour import painter
from viterm.report.in_checkout import in_checkout
from viterm.report.totals import numbered, problems
from viterm.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from viterm.report.base import FileReport, Options, Write

_ROWS = 500
_LONGEST = 120  # code points of a cell: 500 rows of three such cells stay below a mebibyte, even of emoji
_HEAD = "| | place | found | write | rule |\n|---|---|---|---|---|\n"
_MEANINGFUL = re.compile(r"[\\`*_\[\]<>&|~#$]")


def write_findings(reports: Iterable[FileReport], write: Write, _options: Options) -> None:
    """Write a heading that sums up, then a row for each finding, as far as there is room."""
    tally = Tally()
    rows: dict[Severity, list[str]] = {severity: [] for severity in Severity}
    for report in in_checkout(tally.watch(reports)):
        for finding in report.findings:
            if len(rows[finding.severity]) < _ROWS:
                rows[finding.severity].append(_row(report, finding))
    summary = tally.summary()
    write(f"### viterm: {problems(summary, painter(colour=False))}\n")
    shown = [row for of_severity in rows.values() for row in of_severity][:_ROWS]
    if shown:
        write("\n" + _HEAD + "".join(shown))
    more = sum(summary.findings.values()) - len(shown)
    if more:
        write(f"\n… and {numbered(more, 'more finding')}, not shown here.\n")


def _row(report: FileReport, finding: Finding) -> str:
    concept = f" ({finding.concept})" if finding.concept else ""
    cells = (
        finding.severity.label,
        report.place(finding.start),
        finding.found,
        finding.suggestions[0] if finding.suggestions else "",
        f"{finding.rule}{concept}",
    )
    return f"| {' | '.join(map(_cell, cells))} |\n"


def _cell(text: str) -> str:
    """A text that is no more than itself in Markdown, in one line and not too long."""
    line = " ".join(visible(" ".join(text.split())).split())
    cut = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    return _MEANINGFUL.sub(r"\\\g<0>", cut)
