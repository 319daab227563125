"""What every output format is given: results file by file, a way to write, and a few options."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viterm.report.visible import visible

if TYPE_CHECKING:
    from viterm.document import Document
    from viterm.findings import Finding, Occurrence, Severity

Write = Callable[[str], object]
"""Takes the next piece of output; `stream.write` is one."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """The results of one file in the order of the text: findings of `viterm lint` or occurrences of `viterm find`."""

    document: Document
    findings: Sequence[Finding] = ()
    occurrences: Sequence[Occurrence] = ()

    def place(self, offset: int) -> str:
        """`path:line:column` of an offset, which terminals and editors make a link."""
        line, column = self.document.lines.position(offset)
        return f"{visible(self.document.path)}:{line}:{column}"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line decided for a report.

    `version` is viterm's own; `files` the number of files to be checked, known before the first one is read;
    `width` that of the terminal in cells.
    """

    version: str
    files: int
    colour: bool = False
    width: int = 80


Writer = Callable[[Iterable[FileReport], Write, Options], None]
"""Writes a whole report, taking one file's results at a time and keeping none of them."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run found.

    `files` were checked, `files_hit` of them had a finding or an occurrence; `concepts` is the number of distinct
    concepts in these. `findings` counts by severity; a severity that did not occur is missing.
    """

    files: int
    files_hit: int
    concepts: int
    occurrences: int
    findings: Mapping[Severity, int]

    def at_least(self, severity: Severity) -> int:
        """Count the findings of this severity or a worse one."""
        return sum(count for found, count in self.findings.items() if found <= severity)


class Tally:
    """Counts results as they stream by: `for report in tally.watch(reports): …`, then `tally.summary()`."""

    def __init__(self) -> None:
        self._files = self._files_hit = self._occurrences = 0
        self._concepts: set[str] = set()
        self._findings: Counter[Severity] = Counter()

    def watch(self, reports: Iterable[FileReport]) -> Iterator[FileReport]:
        """Pass the reports on, each counted before."""
        for report in reports:
            self._files += 1
            self._files_hit += bool(report.findings or report.occurrences)
            self._occurrences += len(report.occurrences)
            self._findings.update(finding.severity for finding in report.findings)
            # A finding about an ignore comment belongs to no concept.
            self._concepts.update(finding.concept for finding in report.findings if finding.concept)
            self._concepts.update(occurrence.concept for occurrence in report.occurrences)
            yield report

    def summary(self) -> Summary:
        """Return the counts so far."""
        return Summary(self._files, self._files_hit, len(self._concepts), self._occurrences, dict(self._findings))
