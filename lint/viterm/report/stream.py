"""The stream that a report is written to: its encoding and its width."""

from __future__ import annotations

import os
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEFAULT_WIDTH = 80


def safe_stream(stream: TextIO, *, machine: bool) -> TextIO:
    r"""Make the stream unable to fail on a character: ậ on a Windows console, a broken file name anywhere.

    What programs read (`machine`) is UTF-8 with plain line feeds whatever the locale says; what people read keeps the
    encoding of their terminal. What can't be encoded becomes an escape such as `\u1ead`, in UTF-8 a lone surrogate
    only: in JSON that is valid and says the same. Streams without an encoding, as in tests, stay as they are.
    """
    if isinstance(stream, TextIOWrapper):
        if machine:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        else:
            stream.reconfigure(errors="backslashreplace")
    return stream


def stream_width(stream: TextIO, environ: Mapping[str, str]) -> int:
    """Return the width in cells: COLUMNS if it is a positive number, then that of the terminal, then 80."""
    columns = environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or _DEFAULT_WIDTH
    except (OSError, ValueError):  # no terminal; ValueError for a closed or detached stream
        return _DEFAULT_WIDTH
