"""Sentences broken into lines of a width in terminal cells."""

from __future__ import annotations

from viterm.report import cells


def wrap(text: str, width: int) -> list[str]:
    """Break the text into lines of at most `width` cells at spaces; a longer word is broken between characters.

    A character wider than that stands alone. Runs of spaces become one; a no-break space is no space here. At least
    one line comes back.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in filter(None, text.split(" ")):
        needed = cells.width(word)
        if line and used + 1 + needed <= width:
            line, used = f"{line} {word}", used + 1 + needed
            continue
        if line:
            lines.append(line)
        *full, line = [word] if needed <= width else _pieces(word, width)
        lines += full
        used = cells.width(line)
    return [*lines, line]


def _pieces(word: str, width: int) -> list[str]:
    pieces: list[str] = []
    piece, used = "", 0
    for cluster in cells.clusters(word):
        if piece and used + cluster.cells > width:
            pieces.append(piece)
            piece, used = "", 0
        piece += cluster.text
        used += cluster.cells
    return [*pieces, piece]
