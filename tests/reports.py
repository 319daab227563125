"""Small documents and results for the tests of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viterm.document import Document
from viterm.findings import Finding, Occurrence, Severity, Status, Via
from viterm.report import FileReport, Options, writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from viterm.report import Command

WHY = (
    "“Mobilisierung qualifizierter Massen” is wrong for dân vận khéo: "
    "the adjective belongs to the work, not to the masses."
)


def document(text: str, *, path: str = "a.de.txt", language: str = "de") -> Document:
    """A document without segments: reports need none."""
    return Document(path, language, text, ())


def span(text: str, found: str, nth: int = 1) -> tuple[int, int]:
    """Where the nth `found` stands in the text."""
    start = -1
    for _ in range(nth):
        start = text.index(found, start + 1)
    return start, start + len(found)


def finding(
    text: str,
    found: str,
    message: str = WHY,
    suggestions: Sequence[str] = (),
    *,
    rule: str = "forbidden-term",
    severity: Severity = Severity.ERROR,
    concept: str = "dan-van-kheo",
    name: str = "dân vận khéo",
    nth: int = 1,
) -> Finding:
    """A finding on the nth `found` of the text."""
    squeezed = " ".join(found.split())
    return Finding(
        *span(text, found, nth),
        severity,
        rule,
        concept,
        name,
        squeezed,
        squeezed,
        Via.EXACT,
        tuple(suggestions),
        message,
    )


def occurrence(
    start: int,
    end: int,
    rendering: str,
    status: Status = "approved",
    *,
    concept: str = "dan-van-kheo",
    name: str = "dân vận khéo",
    found: str = "",
    language: str = "de",
    via: Via = Via.EXACT,
) -> Occurrence:
    """An occurrence at a place; what is found is the rendering unless said otherwise."""
    return Occurrence(start, end, concept, name, found or rendering, rendering, language, status, via)


def report(
    format_name: str,
    reports: Iterable[FileReport],
    *,
    command: Command = "lint",
    files: int = 1,
    colour: bool = False,
    width: int = 80,
) -> str:
    """The whole output of a format."""
    pieces: list[str] = []
    options = Options(version="1.2.3", files=files, colour=colour, width=width)
    writer(format_name, command)(reports, pieces.append, options)
    return "".join(pieces)
