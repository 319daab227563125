"""Writing files so that they are old or new, never half."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO


def write_atomically(path: Path, text: str) -> None:
    """Write a text file in UTF-8 with line feeds, as `replacing` does; makes the folder where it is missing.

    Raises OSError, and then leaves no trace.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(text)


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A file to write text to, in UTF-8 with line feeds, which takes the path's place when the block is done.

    Until then it lies beside it under another name; when the block fails, it goes and the old file stays. A link stays
    a link, permissions stay as they are, and what is no file, such as a pipe, is written to as it comes.

    Raises OSError: before the block where nothing can be written there.
    """
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    target = Path(os.path.realpath(path))
    draft = target.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as file:
            yield file
        with suppress(FileNotFoundError):
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
