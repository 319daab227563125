"""Building a segment piece by piece, in source order, while a file is read."""

from __future__ import annotations

from bisect import bisect_right

from viterm.document import Run, Segment

OBJECT = "\ufffc"
"""Object replacement character: stands in a sentence for what is not prose (code, a URL, an image), so that the
words around it don't join."""

BREAK = "\n"
"""How a line break within a block is visible, whatever the source has there."""


class SegmentBuilder:
    """Collects the visible text of one segment and its way back to the source."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._even = False  # the last run maps one to one, so a neighbour that does so too can join it
        self._broken = False  # the last run is a line break that reaches to whatever comes next

    def add(self, visible: str, start: int, end: int) -> None:
        """Add `visible` (not empty) for the source stretch `start`..`end`, one to one if the lengths agree."""
        if self._broken:
            self._runs[-1] = self._runs[-1]._replace(end=max(start, self._runs[-1].end))
            self._broken = self._even = False
        even = len(visible) == end - start
        if even and self._even and self._runs[-1].end == start:
            self._runs[-1] = self._runs[-1]._replace(end=end)
        else:
            self._runs.append(Run(self._length, start, end))
        self._even = even
        self._parts.append(visible)
        self._length += len(visible)

    def line_break(self, start: int, end: int) -> None:
        """Add a line break that stands for the source from `start` through the prefix of the next line (`> `)."""
        self._even = False
        self.add(BREAK, start, end)
        self._broken = True

    def extend(self, segment: Segment, start: int, end: int) -> None:
        """Add the visible span `start`..`end` (it may be empty) of another segment of the same source."""
        if start == end:
            return
        runs = segment.runs
        i = bisect_right(runs, start, key=lambda run: run.visible) - 1
        while i < len(runs) and runs[i].visible < end:
            run = runs[i]
            i += 1
            run_end = runs[i].visible if i < len(runs) else len(segment.text)
            first, last = max(start, run.visible), min(end, run_end)
            if run_end - run.visible == run.end - run.start:
                shift = run.start - run.visible
                self.add(segment.text[first:last], first + shift, last + shift)
            else:
                self.add(segment.text[first:last], run.start, run.end)

    def segment(self) -> Segment:
        """Return the segment, which may be empty."""
        return Segment("".join(self._parts), tuple(self._runs))
