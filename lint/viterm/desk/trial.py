"""Texts to try renderings on: one document, a segment for each text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from viterm.document import Document, Run, Segment

_BETWEEN = "\n\n"


def starts(texts: Sequence[str]) -> list[int]:
    """Where each of some texts starts in their document, and where one behind them all would."""
    return list(accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0))


def trial(texts: Sequence[str], language: str) -> Document:
    """A document of some texts, none of which is a context of another, and without a path that `files` could name."""
    places = zip(texts, starts(texts), strict=False)
    segments = tuple(Segment(text, (Run(0, start, start + len(text)),)) for text, start in places)
    return Document("", language, _BETWEEN.join(texts), segments)
