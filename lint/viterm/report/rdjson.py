"""`--format rdjson`: the format of reviewdog, which puts findings and suggestions into reviews.

Its columns are bytes of UTF-8, and the end of a range is the first place after it.
"""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING

from viterm.about import address
from viterm.report.advice import advice
from viterm.report.array import array
from viterm.report.base import Tally
from viterm.report.columns import Columns, utf8_columns
from viterm.report.in_checkout import in_checkout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from viterm.findings import Finding
    from viterm.report.base import FileReport, Options, Write


def write_findings(reports: Iterable[FileReport], write: Write, _options: Options) -> None:
    """Write one object; the worst severity comes last, when it is known."""
    tally = Tally()
    source = _with_url({"name": "viterm"}, address())
    write(f'{{"source": {dumps(source)}, "diagnostics": ')
    for piece in array(_diagnostics(tally.watch(in_checkout(reports)))):
        write(piece)
    if found := tally.summary().findings:
        write(f', "severity": "{min(found).name}"')
    write("}\n")


def _diagnostics(reports: Iterable[FileReport]) -> Iterator[str]:
    for report in reports:
        columns = utf8_columns(report.document)
        for finding in report.findings:
            yield dumps(_diagnostic(report.document.path, columns, finding), ensure_ascii=False)


def _diagnostic(path: str, columns: Columns, finding: Finding) -> dict[str, object]:
    start, end = _position(columns, finding.start), _position(columns, finding.end)
    diagnostic: dict[str, object] = {
        "message": advice(finding),
        "location": {"path": path, "range": {"start": start, "end": end}},
        "severity": finding.severity.name,
        "code": _with_url({"value": finding.rule}, address(f"docs/rules.md#{finding.rule}")),
    }
    # Each would be a box to apply it in the review, so the best one only; the message has the others.
    best = [{"range": {"start": start, "end": end}, "text": text} for text in finding.suggestions[:1]]
    return {**diagnostic, "suggestions": best} if best else diagnostic


def _position(columns: Columns, offset: int) -> dict[str, int]:
    line, column = columns.position(offset)
    return {"line": line, "column": column}


def _with_url(named: dict[str, str], url: str | None) -> dict[str, str]:
    return {**named, "url": url} if url else named
