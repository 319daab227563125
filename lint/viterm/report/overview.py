"""What `viterm find` shows people: for each concept of a file its renderings, how often and where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar, get_args

from viterm.findings import Occurrence, Status
from viterm.report.colour import STATUS_STYLE, Paint, Style
from viterm.report.visible import visible
from viterm.report.wrap import wrap

if TYPE_CHECKING:
    from viterm.document import LineTable
    from viterm.report.base import FileReport

_STATUSES: tuple[Status, ...] = get_args(Status)
_STATUS_CELLS = max(map(len, _STATUSES))
_COUNT_CELLS = 5
_MARGIN = 4 + _STATUS_CELLS + _COUNT_CELLS + 2

Key = TypeVar("Key", bound=Hashable)


def overview(report: FileReport, width: int, paint: Paint) -> Iterator[str]:
    """Yield the lines for one file: the most frequent concepts first, their renderings by status, then by frequency."""
    document = report.document
    yield f"{paint(visible(document.path), Style.STRONG)} ({document.language})"
    for occurrences in _most_first(report.occurrences, lambda o: o.concept):
        first = occurrences[0]
        yield ""
        yield f"  {paint(visible(first.name), Style.STRONG)} {paint(f'({visible(first.concept)})', Style.FAINT)}"
        renderings = _most_first(occurrences, lambda o: (o.status, o.language, o.rendering))
        for places in sorted(renderings, key=lambda group: _STATUSES.index(group[0].status)):
            yield from _rendering(places, document.lines, width - _MARGIN, paint)


def _rendering(occurrences: Sequence[Occurrence], lines: LineTable, width: int, paint: Paint) -> Iterator[str]:
    """Status, number and rendering, and below it the places that one line has room for."""
    first = occurrences[0]
    status = paint(f"{first.status:{_STATUS_CELLS}}", STATUS_STYLE[first.status])
    language = f" ({first.language})" if first.status == "untranslated" else ""
    name, *rest = wrap(visible(first.rendering) + language, width)
    yield f"    {status}{len(occurrences):{_COUNT_CELLS}}  {name}"
    places = ["{}:{}".format(*lines.position(occurrence.start)) for occurrence in occurrences]
    for line in (*rest, paint(_shorten(places, width), Style.FAINT)):
        yield " " * _MARGIN + line


def _shorten(places: Sequence[str], width: int) -> str:
    """Put the places in a row, cut to the width with the number of those left out; the first one always stays."""
    line = "  ".join(places)
    for shown in range(len(places) - 1, 0, -1):
        if len(line) <= width:
            break
        line = "  ".join((*places[:shown], f"… {len(places) - shown} more"))
    return line


def _most_first(occurrences: Iterable[Occurrence], key: Callable[[Occurrence], Key]) -> list[list[Occurrence]]:
    """Group by equal keys, the largest group first; of equal ones the one that comes first in the text."""
    groups: defaultdict[Key, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        groups[key(occurrence)].append(occurrence)
    return sorted(groups.values(), key=len, reverse=True)
