"""The JSON contract: a finding or an occurrence as a flat object, its keys in a fixed order.

Lines and columns are 1-based and count code points; `end_column` is the first column after the span.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    from viterm.document import Document
    from viterm.findings import Finding, Occurrence, Proposal


class FixRow(TypedDict):
    """What `--fix` would write in the place of a finding, or `--unsafe-fixes` where it is not `safe`.

    `reason` says why it is not, "" where it is. `edit` is how it is written into the file, None where it can't be.
    """

    replacement: str
    safe: bool
    reason: str
    edit: EditRow | None


class EditRow(TypedDict):
    """A stretch of a file and what is to stand there; it may begin before the finding (d’)."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Place(TypedDict):
    """Where something stands. `language` is the document's."""

    path: str
    language: str
    line: int
    column: int
    end_line: int
    end_column: int


class FindingRow(Place):
    """One row of `viterm lint`; `suggestions` best first, `concept` and `name` empty where no concept is concerned."""

    rule: str
    severity: str
    concept: str
    name: str
    found: str
    rendering: str
    via: str
    suggestions: list[str]
    message: str
    fix: NotRequired[FixRow]


class OccurrenceRow(Place):
    """One row of `viterm find`."""

    status: str
    concept: str
    name: str
    found: str
    rendering: str
    via: str


def finding_row(document: Document, finding: Finding) -> FindingRow:
    """Return the row of a finding in a document."""
    place = _place(document, finding.start, finding.end)
    row: FindingRow = {
        "path": place["path"],
        "language": place["language"],
        "line": place["line"],
        "column": place["column"],
        "end_line": place["end_line"],
        "end_column": place["end_column"],
        "rule": finding.rule,
        "severity": finding.severity.label,
        "concept": finding.concept,
        "name": finding.name,
        "found": finding.found,
        "rendering": finding.rendering,
        "via": finding.via.label,
        "suggestions": list(finding.suggestions),
        "message": finding.message,
    }
    if finding.proposal:
        row["fix"] = _fix(document, finding.proposal)
    return row


def _fix(document: Document, proposal: Proposal) -> FixRow:
    edit: EditRow | None = None
    if proposal.edit:
        line, column = document.lines.position(proposal.edit.start)
        end_line, end_column = document.lines.position(proposal.edit.end)
        edit = {
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
            "text": proposal.edit.text,
        }
    return {"replacement": proposal.text, "safe": proposal.safe, "reason": proposal.doubt, "edit": edit}


def occurrence_row(document: Document, occurrence: Occurrence) -> OccurrenceRow:
    """Return the row of an occurrence in a document."""
    return {
        **_place(document, occurrence.start, occurrence.end),
        "status": occurrence.status,
        "concept": occurrence.concept,
        "name": occurrence.name,
        "found": occurrence.found,
        "rendering": occurrence.rendering,
        "via": occurrence.via.label,
    }


def _place(document: Document, start: int, end: int) -> Place:
    line, column = document.lines.position(start)
    end_line, end_column = document.lines.position(end)
    return {
        "path": document.path,
        "language": document.language,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }
