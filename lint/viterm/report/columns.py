"""Columns as other programs count them: in UTF-16 code units or in UTF-8 bytes."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from viterm.document import Document

_STEP = 256


class Columns:
    """Lines and columns of a document's offsets, both 1-based, columns in a unit of its own; constant time each.

    The number of units is kept for every 256th code point; from there on they are counted. So a line of a megabyte
    costs no more than a short one. A byte order mark is no part of the text and is not counted.
    """

    def __init__(self, document: Document, units: Callable[[str], int]) -> None:
        """Take the document and what counts the units of a piece of text: one for each ASCII character."""
        self._text, self._lines, self._units = document.text, document.lines, units
        steps = (units(self._text[i : i + _STEP]) for i in range(0, len(self._text), _STEP))
        self._counts = None if self._text.isascii() else list(accumulate(steps, initial=0))

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line, column = self._lines.position(offset)
        return line, self._count(offset) - self._count(offset - column + 1) + 1

    def _count(self, offset: int) -> int:
        """Count the units before an offset."""
        if self._counts is None:
            return offset
        step = offset // _STEP
        return self._counts[step] + self._units(self._text[step * _STEP : offset])


def utf16_columns(document: Document) -> Columns:
    """Columns in UTF-16 code units, as JavaScript, Java, .NET and most editors count: an emoji is two."""
    return Columns(document, lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2)


def utf8_columns(document: Document) -> Columns:
    """Columns in bytes of UTF-8, whatever the file's own encoding is: ậ is three, an emoji four."""
    return Columns(document, lambda text: len(text.encode("utf-8", "surrogatepass")))
