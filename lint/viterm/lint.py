"""Linting: a document's occurrences and the settings give its findings. A pure function; shells read and report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from viterm.document import Document
from viterm.findings import Finding, Occurrence, Severity
from viterm.rules import RULES
from viterm.suppress import apply

if TYPE_CHECKING:
    import regex


@dataclass(frozen=True, slots=True)
class IgnoredText:
    """Stretches of text in which some rules, or all where none is named, have nothing to say."""

    pattern: regex.Pattern[str]
    rules: frozenset[str] = frozenset()

    def silences(self, rule: str) -> bool:
        """Whether the rule has nothing to say there."""
        return not self.rules or rule in self.rules


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run reports.

    `severity`: rule → its severity instead of the usual one, None for a rule that is off.
    `select`: where not empty, only findings of these rules or concepts; `ignore`: none of these.
    `names`: every rule and concept that an ignore comment may name.
    """

    names: Collection[str]
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    ignored_text: Sequence[IgnoredText] = ()


def lint(document: Document, occurrences: Sequence[Occurrence], settings: Settings) -> list[Finding]:
    """The findings of a document, in order of place.

    Ignore comments are weighed against what all rules say, so that a run with fewer rules does not call them unused.
    """
    findings = [finding for rule in RULES.values() for finding in rule.check(document, occurrences)]
    for ignored in settings.ignored_text:
        findings = _outside(ignored, findings, document.text)
    findings = apply(document, sorted(findings), settings.names)
    return sorted(_with_severity(_selected(findings, settings), settings))


def _selected(findings: Iterable[Finding], settings: Settings) -> Iterable[Finding]:
    for finding in findings:
        names = {finding.rule, finding.concept}
        if not names & settings.ignore and (not settings.select or names & settings.select):
            yield finding


def _with_severity(findings: Iterable[Finding], settings: Settings) -> Iterable[Finding]:
    for finding in findings:
        severity = settings.severity.get(finding.rule, finding.severity)
        if severity is not None:
            yield replace(finding, severity=severity)


def _outside(ignored: IgnoredText, findings: list[Finding], text: str) -> list[Finding]:
    """The findings that an ignored text leaves."""
    spans = [match.span() for match in ignored.pattern.finditer(text)]
    return [finding for finding in findings if not (ignored.silences(finding.rule) and _within(finding.start, spans))]


def _within(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    i = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return i >= 0 and offset < spans[i][1]
