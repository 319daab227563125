"""Lines of a report that must wait: in memory while they are few, else in a temporary file."""

from __future__ import annotations

from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_MEMORY = 1 << 20  # bytes
_ENCODING = ("utf-8", "surrogatepass")  # names of files may have halves of characters


class Spool:
    """Takes lines and gives them back in their order."""

    def __init__(self, file: IO[bytes]) -> None:
        """Take the file that keeps them."""
        self._file = file

    def add(self, line: str) -> None:
        """Take a line: it has no line feed, neither inside nor at its end. Raises OSError where the disk is full."""
        self._file.write(line.encode(*_ENCODING) + b"\n")

    def lines(self) -> Iterator[str]:
        """Give back the lines. After that no more may be added."""
        self._file.seek(0)
        for line in self._file:
            yield line.decode(*_ENCODING)[:-1]


@contextmanager
def spool() -> Iterator[Spool]:
    """A spool, whose temporary file goes at the end of the block."""
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
        yield Spool(file)
