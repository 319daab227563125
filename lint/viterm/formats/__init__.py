"""Readers: one per file format, each a pure function from decoded text to the prose in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from viterm.document import Comment, Segment


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a reader finds in a text.

    `segments` are its stretches of prose in source order, `comments` the format's comments, and `language` what
    the file itself declares, as it writes it (`de`, `pt_BR`), or None. All offsets are code points of the text.
    """

    segments: tuple[Segment, ...]
    comments: tuple[Comment, ...] = ()
    language: str | None = None


Reader = Callable[[str], Parsed]
"""Decoded text without a byte order mark → what is in it. Raises UserError, without a path, if it can't be read."""


class Format(NamedTuple):
    """A format: the suffixes of its files, in lower case, and the module whose `read` is its `Reader`."""

    suffixes: tuple[str, ...]
    module: str


READERS: dict[str, Format] = {
    "markdown": Format((".md", ".markdown", ".mdown", ".mkd"), "viterm.formats.markdown"),
    "plain": Format((".txt", ".text"), "viterm.formats.plain"),
}
"""Every format viterm reads. A reader's module is imported when the first file of its format is read."""

_FORMAT_OF = {suffix: name for name, known in READERS.items() for suffix in known.suffixes}


def format_of(path: str | PurePath) -> str | None:
    """Return the name in `READERS` of a path's format by its suffix in any case, or None if no format has it."""
    return _FORMAT_OF.get(PurePath(path).suffix.lower())


def reader_for(path: str | PurePath) -> Reader:
    """Return the reader for a path; a file with an unknown suffix, or none, is read as plain text."""
    reader: Reader = import_module(READERS[format_of(path) or "plain"].module).read
    return reader
