"""`--format text`: the reports for people.

For `viterm lint`: what is wrong, where in the line, and what to write. For `viterm find`: how each concept is rendered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from viterm.findings import Finding
from viterm.report import cells
from viterm.report.base import FileReport, Options, Tally, Write
from viterm.report.colour import SEVERITY_STYLE, Paint, Style, painter
from viterm.report.overview import overview
from viterm.report.snippet import Row, snippet
from viterm.report.totals import problems, terms
from viterm.report.visible import visible
from viterm.report.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NARROWEST, _WIDEST = 40, 120  # cells; narrower can't hold a term, wider is hard to read
_WRITE = "write: "
_SUGGESTIONS = 3  # more are a wall of words; `viterm explain` has them all


def write_findings(reports: Iterable[FileReport], write: Write, options: Options) -> None:
    """Write each finding with its source line, then a line that sums up."""
    paint, width, tally = painter(colour=options.colour), _width(options), Tally()
    for report in tally.watch(reports):
        for finding in report.findings:
            write("\n".join(_finding(report, finding, width, paint)) + "\n\n")
    write(problems(tally.summary(), paint) + "\n")


def write_occurrences(reports: Iterable[FileReport], write: Write, options: Options) -> None:
    """Write for each file a table of its concepts and their renderings, then a line that sums up."""
    paint, width, tally = painter(colour=options.colour), _width(options), Tally()
    for report in tally.watch(reports):
        if report.occurrences:
            write("\n".join(overview(report, width, paint)) + "\n\n")
    write(terms(tally.summary(), paint) + "\n")


def _width(options: Options) -> int:
    return min(max(options.width, _NARROWEST), _WIDEST)


def _finding(report: FileReport, finding: Finding, width: int, paint: Paint) -> Iterator[str]:
    style = SEVERITY_STYLE[finding.severity]
    yield from _head(report.place(finding.start), finding, width, paint)
    line_digits = len(str(report.document.lines.position(finding.end)[0]))
    margin = line_digits + 5
    rows = snippet(report.document, finding.start, finding.end, width - margin)
    yield from _source(rows, line_digits, style, paint)
    for line in _advice(finding, width - margin, paint):
        yield " " * margin + line


def _head(place: str, finding: Finding, width: int, paint: Paint) -> Iterator[str]:
    """Yield place, severity, rule and concept in one line, or in two where one is too narrow."""
    severity, rule = finding.severity.label, finding.rule
    concept = f" ({visible(finding.concept)})" if finding.concept else ""
    what = f"{paint(severity, SEVERITY_STYLE[finding.severity])} {rule}{paint(concept, Style.FAINT)}"
    if cells.width(f"{place}: {severity} {rule}{concept}") <= width:
        yield f"{paint(place, Style.STRONG)}: {what}"
    else:
        yield f"{paint(place, Style.STRONG)}:"
        yield f"  {what}"


def _source(rows: Iterable[Row], digits: int, style: Style, paint: Paint) -> Iterator[str]:
    """Yield the source lines with carets under the span; a gap in the line numbers shows where lines are left out."""
    for row in rows:
        indent, length = row.caret
        yield paint(f"  {row.number:>{digits}} | ", Style.FAINT) + row.before + paint(row.marked, style) + row.after
        yield paint(f"  {'':{digits}} | ", Style.FAINT) + " " * indent + paint("^" * length, style)


def _advice(finding: Finding, width: int, paint: Paint) -> Iterator[str]:
    """Yield the message, then the best suggestion and after it the others."""
    yield from wrap(visible(finding.message), width)
    if not finding.suggestions:
        return
    best, *others = map(visible, finding.suggestions[:_SUGGESTIONS])
    lines = [paint(line, Style.GOOD) for line in wrap(best, width - len(_WRITE))]
    if others:
        rest = f"(or: {', '.join(others)})"
        if len(lines) == 1 and len(_WRITE) + cells.width(f"{best}  {rest}") <= width:
            lines[0] += f"  {rest}"
        else:
            lines += wrap(rest, width - len(_WRITE))
    yield _WRITE + lines[0]
    for line in lines[1:]:
        yield " " * len(_WRITE) + line
