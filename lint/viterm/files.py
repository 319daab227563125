"""Writing files so that they are old or new, never half."""

from __future__ import annotations

import errno
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


class ChangedError(OSError):
    """A file is not what it was when it was read."""


def replace_unchanged(path: Path, old: bytes, new: bytes) -> None:
    """Put new bytes into the place of a file's old ones, all at once; links and permissions stay as they are.

    Raises ChangedError where the file has other bytes than the old ones, PermissionError where nobody may write to it,
    and OSError where that can't be done. The file then stays as it is, and there is no trace of the new bytes.
    """
    target = Path(os.path.realpath(path))
    mode = target.stat().st_mode
    # To rename a file takes no permission to write to it, and an administrator has every permission.
    if not (mode & 0o222 and os.access(target, os.W_OK)):
        raise PermissionError(errno.EACCES, "it is read-only")
    draft = _draft(target)
    try:
        with draft.open("xb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(stat.S_IMODE(mode))
        if target.read_bytes() != old:
            raise ChangedError(errno.EAGAIN, "it has changed meanwhile")
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


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
    draft = _draft(target)
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as file:
            yield file
        with suppress(FileNotFoundError):
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _draft(target: Path) -> Path:
    """Where the new content of a file lies until it is whole."""
    return target.with_name(f".{os.urandom(8).hex()}.tmp")
