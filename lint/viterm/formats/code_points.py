"""Offsets in UTF-8 bytes to offsets in code points."""

from __future__ import annotations

from itertools import accumulate

_STEP = 256
_CONTINUATION = bytes(range(0x80, 0xC0))


def _count(data: bytes) -> int:
    """Count the code points that begin in a piece of UTF-8, wherever it was cut."""
    return len(data.translate(None, _CONTINUATION))


class CodePoints:
    """Turns byte offsets of UTF-8 into code points, in any order, in constant time each.

    The number of code points is kept for every 256th byte; from there on they are counted.
    """

    def __init__(self, data: bytes, base: int = 0) -> None:
        """Take the UTF-8 `data`; `base` code points stand before it."""
        self._data = data
        steps = (_count(data[i : i + _STEP]) for i in range(0, len(data), _STEP))
        self._counts = None if data.isascii() else list(accumulate(steps, initial=base))
        self._base = base

    def offset(self, byte: int) -> int:
        """Return the offset in code points of the character that begins at `byte`, or of the end."""
        if self._counts is None:
            return self._base + byte
        step = byte // _STEP
        return self._counts[step] + _count(self._data[step * _STEP : byte])
