"""A text file as viterm sees it: decoded text, its language, and the stretches of prose in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Run(NamedTuple):
    """A piece of a segment: visible text from offset `visible` on stands at `start`..`end` of the source.

    Where visible and source length agree the mapping is one to one; else the whole source stretch stands for the
    whole visible one (an entity such as `&amp;`, a line break with its block-quote prefix).
    """

    visible: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of prose in which a term may stand: the text as a reader sees it and its way back to the source.

    `text` is the visible text; within it a line break is a space or a line break, never a paragraph's end.
    `runs` are in order and cover `text` without gaps.
    """

    text: str
    runs: tuple[Run, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the visible span `start`..`end` (not empty)."""
        return self._offset(start, last=False), self._offset(end - 1, last=True)

    def _offset(self, visible: int, *, last: bool) -> int:
        i = bisect_right(self.runs, visible, key=lambda run: run.visible) - 1
        run = self.runs[i]
        length = (self.runs[i + 1].visible if i + 1 < len(self.runs) else len(self.text)) - run.visible
        if length == run.end - run.start:
            return run.start + visible - run.visible + last
        return run.end if last else run.start


class Comment(NamedTuple):
    """A comment of the source format, where ignore comments may stand: its inner text and source span."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """The decoded text of one file, its language, its prose and its comments.

    `language` is a canonical BCP 47 tag. Offsets are code points of `text`, which keeps a byte order mark out and
    line ends as they are.
    """

    path: str
    language: str
    text: str
    segments: tuple[Segment, ...]
    comments: tuple[Comment, ...] = ()

    @cached_property
    def lines(self) -> LineTable:
        """The line table of `text`, made on first use."""
        return LineTable(self.text)


class LineTable:
    """Offsets to lines and columns and back; both 1-based, columns in code points.

    A line ends at CR LF, LF or CR and at nothing else (`str.splitlines` would also split at U+2028, form feeds …).
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def __len__(self) -> int:
        """Number of lines; a text that ends with a line end has an empty last line."""
        return len(self._starts)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, line: int) -> tuple[int, int]:
        """The half-open span of a line's text, without its line end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return start, start + len(self._text[start:end].rstrip("\r\n"))

    def line(self, line: int) -> str:
        """A line's text, without its line end."""
        start, end = self.span(line)
        return self._text[start:end]
