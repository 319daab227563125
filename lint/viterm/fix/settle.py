"""Fixing a document until nothing is left to fix, so that a second run changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from viterm.document import Document
from viterm.errors import UserError
from viterm.findings import Edit, Finding
from viterm.fix.edits import apply, fixable

_MOST_ROUNDS = 10
"""A fix may make room for another one, but not for ever."""


class Fixed(NamedTuple):
    """A document after its fixes, and how many findings it had before and has now."""

    document: Document
    before: int
    after: int


def settled(
    document: Document,
    findings: Callable[[Document], Sequence[Finding]],
    reread: Callable[[Document, str], Document],
    *,
    unsafe: bool = False,
) -> Fixed:
    """Fix a document until nothing changes any more.

    `findings` gives what is to be fixed in a document, `reread` the document with another text. An edit after which the
    text reads otherwise than it should (it has become markup, say) is not made. Where fixes undo one another, the
    document stays as it was.
    """
    original, found = document, list(findings(document))
    before, seen = len(found), {document.text}
    for _ in range(_MOST_ROUNDS):
        edited = _edited(document, fixable(found, document.text, unsafe=unsafe), reread)
        if edited is None:
            return Fixed(document, before, len(found))
        if edited.text in seen:
            break
        seen.add(edited.text)
        document, found = edited, list(findings(edited))
    return Fixed(original, before, before)


def _edited(document: Document, edits: Sequence[Edit], reread: Callable[[Document, str], Document]) -> Document | None:
    """The document after those of the edits that do no harm; None where there are none."""
    harmless = _harmless(document, edits, reread)
    return _made(document, harmless, reread) if harmless else None


def _harmless(document: Document, edits: Sequence[Edit], reread: Callable[[Document, str], Document]) -> Sequence[Edit]:
    """All of the edits if they do no harm together, or else those of either half."""
    if not edits or _made(document, edits, reread):
        return edits
    middle = len(edits) // 2
    if not middle:
        return ()
    return [*_harmless(document, edits[:middle], reread), *_harmless(document, edits[middle:], reread)]


def _made(document: Document, edits: Sequence[Edit], reread: Callable[[Document, str], Document]) -> Document | None:
    """The document after some edits; None where it reads otherwise than it should."""
    try:
        edited = reread(document, apply(document.text, edits))
    except UserError:
        return None
    grown = sum(len(edit.text) - (edit.end - edit.start) for edit in edits)
    reads_alike = (
        len(edited.segments) == len(document.segments)
        and [comment.text for comment in edited.comments] == [comment.text for comment in document.comments]
        and _visible(edited) == _visible(document) + grown
    )
    return edited if reads_alike else None


def _visible(document: Document) -> int:
    """How much of a document a reader sees, in code points."""
    return sum(len(segment.text) for segment in document.segments)
