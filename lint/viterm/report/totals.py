"""The line that sums up a run, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viterm.findings import Severity
from viterm.report.colour import Paint, Style

if TYPE_CHECKING:
    from viterm.report.base import Summary


def problems(summary: Summary, paint: Paint) -> str:
    """What `viterm lint` found, as in `2 problems (1 error, 1 warning) of 1 concept in 1 of 3 files`."""
    if not summary.files:
        return "No file was checked."
    if not summary.files_hit:
        return paint(f"No problems in {numbered(summary.files, 'file')}.", Style.GOOD)
    counts = ", ".join(
        numbered(summary.findings[severity], severity.label) for severity in Severity if severity in summary.findings
    )
    total = paint(numbered(sum(summary.findings.values()), "problem"), Style.STRONG)
    return f"{total} ({counts}){_where(summary)}"


def terms(summary: Summary, paint: Paint) -> str:
    """What `viterm find` found, as in `7 occurrences of 2 concepts in 1 of 2 files`."""
    if not summary.files_hit:
        return f"No known terms in {numbered(summary.files, 'file')}."
    return f"{paint(numbered(summary.occurrences, 'occurrence'), Style.STRONG)}{_where(summary)}"


def numbered(number: int, thing: str) -> str:
    """A number of things, as in `1 file` or `1,234 files`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _where(summary: Summary) -> str:
    concepts = f" of {numbered(summary.concepts, 'concept')}" if summary.concepts else ""
    of = f"{summary.files_hit} of " if summary.files > 1 else ""
    return f"{concepts} in {of}{numbered(summary.files, 'file')}"
