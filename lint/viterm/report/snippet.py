"""The source lines of a span as a terminal can show them: windowed to a width, harmless, with the span set apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viterm.report import cells
from viterm.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viterm.document import Document
    from viterm.report.cells import Cluster

MIN_WIDTH = 8
"""The smallest width in cells that a window can have."""

_CUT = "…"
_LONG_WORD = 12  # cells; a word of up to this length is never torn


@dataclass(frozen=True, slots=True)
class Row:
    """One source line: what stands before, in and after the marked span, ready to print.

    Together the three take at most the asked width in cells; what was left out is an ellipsis in `before`, `after`
    or, where the span itself is too long, at the end of `marked`.
    """

    number: int
    before: str
    marked: str
    after: str

    @property
    def caret(self) -> tuple[int, int]:
        """How many cells stand before the span, and how many it takes: one at least, to point at a place."""
        return cells.width(self.before), max(1, cells.width(self.marked))


def snippet(document: Document, start: int, end: int, width: int) -> tuple[Row, ...]:
    """Return the lines that a span runs over, in `width` cells: all of one or two, else the first and the last.

    An empty span points at a place. Indentation is left out. `width` is at least `MIN_WIDTH`.
    """
    rows = []
    lines = document.lines
    first, last = lines.position(start)[0], lines.position(max(start, end - 1))[0]
    for number in dict.fromkeys((first, last)):
        line_start, line_end = lines.span(number)
        line = document.text[line_start:line_end]
        rows.append(_row(number, line, max(start - line_start, 0), end - line_start, width))
    # A span may begin with the line break before its words: a line that holds none of them tells nothing.
    return tuple(row for row in rows if row.marked) or (rows[0],)


def _row(number: int, line: str, start: int, end: int, width: int) -> Row:
    start, end = _visible_span(line, start, end)
    marked = _head(line[start:end], width - 2)
    room = width - max(1, cells.width(marked))
    before, after = line[:start].lstrip(), line[end:].rstrip()
    if marked != visible(line[start:end]):
        after = ""  # the ellipsis in `marked` stands for it too
    right = min(_needed(after, room), room - room // 2)
    left = _tail(before, room - right)
    return Row(number, left, marked, _head(after, room - cells.width(left)))


def _visible_span(line: str, start: int, end: int) -> tuple[int, int]:
    """Clip the span to the line, without white space around it, and never with half a character at its edges."""
    start, end = min(start, len(line)), min(max(start, end), len(line))
    while start < end and line[start].isspace():
        start += 1
    while start < end and line[end - 1].isspace():
        end -= 1
    while 0 < start < len(line) and _joins(line[start]):
        start -= 1
    while 0 < end < len(line) and _joins(line[end]):
        end += 1
    return start, end


def _joins(char: str) -> bool:
    # A soft hyphen is not shown, and then what follows it stands beside what precedes it.
    return char == "\xad" or cells.joins(char)


def _needed(text: str, room: int) -> int:
    """Count the cells that all of the text would take; `room` if it is certainly too long."""
    return room if len(text) > _reach(room) else cells.width(visible(text))


def _head(text: str, room: int) -> str:
    """Return the beginning of the text that fits `room` cells, with an ellipsis if that is not all."""
    if not room:  # then the text is invisible, or there would be room
        return ""
    near = text[: _reach(room)]
    kept, whole = _fit(tuple(cells.clusters(visible(near))), room, more=len(near) < len(text))
    return "".join(cluster.text for cluster in kept) + _CUT * (not whole)


def _tail(text: str, room: int) -> str:
    """Return the end of the text that fits `room` cells, after an ellipsis if that is not all."""
    near = text[-_reach(room) :]
    kept, whole = _fit(tuple(cells.clusters(visible(near)))[::-1], room, more=len(near) < len(text))
    return _CUT * (not whole) + "".join(cluster.text for cluster in reversed(kept))


def _reach(room: int) -> int:
    """How many code points to look at for `room` cells: lines can be megabytes long. Vietnamese in NFD needs 1.5."""
    return 2 * room + 1


def _fit(clusters: Sequence[Cluster], room: int, *, more: bool) -> tuple[Sequence[Cluster], bool]:
    """As many clusters from the front as fit, and whether that is all; if not, one cell is left for an ellipsis.

    With `more`, the text goes on after these clusters, and so the last one may be torn.
    """
    if more:
        clusters = clusters[:-1]
    elif sum(cluster.cells for cluster in clusters) <= room:
        return clusters, True
    used = count = 0
    while count < len(clusters) and used + clusters[count].cells < room:
        used += clusters[count].cells
        count += 1
    return _at_word_edge(clusters[:count], used), False


def _at_word_edge(kept: Sequence[Cluster], used: int) -> Sequence[Cluster]:
    """Go back to a space, if that costs few of the `used` cells; a script without spaces is cut anywhere."""
    lost = 0
    for count in range(len(kept), 0, -1):
        if kept[count - 1].text.isspace():
            return kept[:count]
        lost += kept[count - 1].cells
        if lost > max(used // 3, _LONG_WORD):
            break
    return kept
