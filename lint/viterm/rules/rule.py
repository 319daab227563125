"""What a rule is, and the pieces that rules share."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType

from viterm.document import Document
from viterm.findings import Finding, Occurrence, Severity

Check = Callable[[Document, Sequence[Occurrence]], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name, usual severity, page (what `viterm explain` prints) and check."""

    name: str
    severity: Severity
    page: str
    check: Check

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]

    @classmethod
    def of(cls, module: ModuleType) -> Rule:
        """The rule of a module: its `NAME`, `SEVERITY`, docstring and `check`."""
        return cls(module.NAME, module.SEVERITY, inspect.cleandoc(module.__doc__ or ""), module.check)


def finding(rule: str, severity: Severity, occurrence: Occurrence, message: str) -> Finding:
    """A finding on an occurrence; what to write instead is the concept's approved renderings, in its form if known."""
    proposals = occurrence.proposals
    return Finding(
        start=occurrence.start,
        end=occurrence.end,
        severity=severity,
        rule=rule,
        concept=occurrence.concept,
        name=occurrence.name,
        found=occurrence.found,
        rendering=occurrence.rendering,
        via=occurrence.via,
        suggestions=tuple(dict.fromkeys(one.text for one in proposals)) or occurrence.approved,
        message=message,
        proposal=next(iter(proposals), None),
    )


def no_error_by_itself(severity: Severity, occurrence: Occurrence) -> Severity:
    """The severity, or a warning where an occurrence can't be called an error."""
    return severity if occurrence.certain else max(severity, Severity.WARNING)


def with_reason(sentence: str, why: str) -> str:
    """A sentence without its full stop, and the glossary's reason, if there is one."""
    return f"{sentence}: {why.rstrip('.')}." if why else f"{sentence}."
