"""Findings with a mark of their own, by which a service knows them again in the next report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from viterm.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viterm.findings import Finding
    from viterm.report.base import FileReport


def marked(report: FileReport) -> Iterator[tuple[Finding, str]]:
    """Each finding of a file with its fingerprint and which one of those with the same it is, as `9f86d081884c7d65:2`.

    Together with the path a mark is unique in a report. It holds while other places of the text change.
    """
    seen: Counter[str] = Counter()
    for finding in report.findings:
        same = fingerprint(report.document, finding)
        seen[same] += 1
        yield finding, f"{same}:{seen[same]}"
