"""Which of a document's findings are fixed at once: edits of its source that don't touch one another."""

from __future__ import annotations

from collections.abc import Iterable

from viterm.findings import Edit, Finding


def fixable(findings: Iterable[Finding], text: str, *, unsafe: bool) -> list[Edit]:
    """The edits for some findings on a text, in order of place and apart from one another.

    Of findings that overlap the worst is fixed, and of those as bad the longest; the others have their turn when the
    text is read again. Where one place could become several things, it is left alone, unless `unsafe`, which also takes
    what should not be written unseen.
    """
    wanted = [
        (finding, edit)
        for finding in findings
        if (edit := _edit(finding, unsafe=unsafe)) and text[edit.start : edit.end] != edit.text
    ]
    disputed = set[tuple[int, int]]() if unsafe else _disputed(edit for _, edit in wanted)
    chosen: list[Edit] = []
    for _, edit in sorted(wanted, key=lambda one: (one[0].severity, one[0].start - one[0].end, one[0].start)):
        if (edit.start, edit.end) not in disputed and all(
            edit.end <= other.start or other.end <= edit.start for other in chosen
        ):
            chosen.append(edit)
    return sorted(chosen, key=lambda edit: edit.start)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """A text after some edits, which are in order and don't overlap; all outside them stays."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def _edit(finding: Finding, *, unsafe: bool) -> Edit | None:
    proposal = finding.proposal
    return proposal.edit if proposal and (unsafe or proposal.safe) else None


def _disputed(edits: Iterable[Edit]) -> set[tuple[int, int]]:
    """The spans for which there are several texts."""
    texts: dict[tuple[int, int], set[str]] = {}
    for edit in edits:
        texts.setdefault((edit.start, edit.end), set()).add(edit.text)
    return {span for span, several in texts.items() if len(several) > 1}
