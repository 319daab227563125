"""`--format junit`: a JUnit report, which GitLab, Jenkins and others show as tests: a suite for each file.

A finding is a failed test of its own, because Jenkins and GitLab show one failure a test. Its name has no line number:
by its name they know it again in the next report. An info is a test that passed, with its text as output, since by
default it fails no run. A file without findings is one passed test.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from viterm.findings import Finding, Severity
from viterm.report.advice import advice
from viterm.report.in_checkout import in_checkout
from viterm.report.markup import attributes, content
from viterm.report.spool import spool
from viterm.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from viterm.report.base import FileReport, Options, Write


def write_findings(reports: Iterable[FileReport], write: Write, _options: Options) -> None:
    """Write one document; the suites wait in a temporary file, because the counts of all stand before them."""
    tests = failures = 0
    with spool() as suites:
        for report in in_checkout(reports):
            tests += _tests(report)
            failures += _failures(report)
            for element in _suite(report):
                for line in element.split("\n"):
                    suites.add(line)
        write('<?xml version="1.0" encoding="UTF-8"?>\n')
        write(f"<testsuites{attributes(name='viterm', tests=tests, failures=failures, errors=0)}>\n")
        for line in suites.lines():
            write(line + "\n")
        write("</testsuites>\n")


def _tests(report: FileReport) -> int:
    return max(len(report.findings), 1)


def _failures(report: FileReport) -> int:
    return sum(finding.severity < Severity.INFO for finding in report.findings)


def _suite(report: FileReport) -> Iterator[str]:
    path = report.document.path
    counts = attributes(tests=_tests(report), failures=_failures(report), errors=0, skipped=0)
    yield f"  <testsuite{attributes(name=path)}{counts}{attributes(file=path)}>"
    if not report.findings:
        yield f"    <testcase{attributes(name='no findings', classname=path)}/>"
    for finding, name in _named(report.findings):
        yield f"    <testcase{attributes(name=name, classname=path)}>"
        yield f"      {_outcome(report, finding)}"
        yield "    </testcase>"
    yield "  </testsuite>"


def _named(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a name that no other one of the file has."""
    seen: Counter[str] = Counter()
    for finding in findings:
        name = f"{finding.rule}: {visible(' '.join(finding.found.split()))}"
        seen[name] += 1
        yield finding, f"{name} ({seen[name]})" if seen[name] > 1 else name


def _outcome(report: FileReport, finding: Finding) -> str:
    message, place = advice(finding), report.place(finding.start)
    text = content(f"{place}: {finding.severity.label} {finding.rule}\n{message}")
    if finding.severity is Severity.INFO:
        return f"<system-out>{text}</system-out>"
    return f"<failure{attributes(type=finding.rule, message=message)}>{text}</failure>"
