"""From a file to a document: bytes to text, text to prose, and a word to the user where that can't be done.

A caller that has to learn the language from the file itself takes the steps one by one: `read_text`, `parse`,
`declared_language`, `make_document`. One that knows it takes `read_document`.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from viterm.document import Document, LineTable
from viterm.errors import UserError
from viterm.formats import reader_for

if TYPE_CHECKING:
    from pathlib import Path

    from viterm.formats import Parsed

_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_WESTERN = frozenset("äöüßàâæçèéêëîïôœùûÿáíóúñãõåøìò«»„“”‘’–—…€§°·¡¿ºª\N{NO-BREAK SPACE}")


def read_document(path: Path, shown: str, language: str) -> Document:
    """Read a file whose language is known.

    `shown` is the path as reports and messages show it, `language` a canonical BCP 47 tag.
    Raises UserError if the file can't be read, decoded or parsed.
    """
    text = read_text(path, shown)
    return make_document(text, parse(text, shown), shown=shown, language=language)


def read_text(path: Path, shown: str) -> str:
    """Read and decode a file. Raises UserError if that can't be done."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(f"{shown}: {(error.strerror or str(error)).lower()}") from error
    return decode(data, shown)


def decode(data: bytes, shown: str) -> str:
    """Decode UTF-8, or UTF-16 with a byte order mark; the mark goes, line ends stay as they are.

    Raises UserError, with the place of the first wrong byte, for anything else and for NUL bytes.
    """
    for mark, codec in _UTF_16.items():
        if data.startswith(mark):
            return _decode_utf_16(data.removeprefix(mark), codec, shown)
    body = data.removeprefix(codecs.BOM_UTF8)
    nul = body.find(b"\0")
    if nul >= 0:
        raise _binary(body[:nul].decode(errors="replace"), shown)
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        line, column = _end_of(body[: error.start].decode())
        hint = " (it looks like Windows-1252)" if _looks_western(body) else ""
        place = f"byte 0x{body[error.start]:02X} at line {line}, column {column}"
        raise UserError(f"{shown}: not UTF-8 ({place}); save it as UTF-8{hint}") from error


def encode(text: str, like: bytes) -> bytes:
    """Encode a text as some data that `decode` understands, byte order mark included."""
    for mark, codec in _UTF_16.items():
        if like.startswith(mark):
            return mark + text.encode(codec)
    return (codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b"") + text.encode()


def parse(text: str, shown: str) -> Parsed:
    """Read the prose of a text in the format that the suffix of `shown` stands for; any other is plain text.

    Raises UserError if the format's reader can't make sense of it.
    """
    try:
        return reader_for(shown)(text)
    except UserError as error:
        raise UserError(f"{shown}: {error}") from error


def declared_language(parsed: Parsed) -> str | None:
    """Return the language tag that the file itself declares, with hyphens (`pt-BR` for `pt_BR`), or None.

    The tag is not checked further: it may be no known language.
    """
    return parsed.language.replace("_", "-") if parsed.language else None


def make_document(text: str, parsed: Parsed, *, shown: str, language: str) -> Document:
    """Put a document together from a text and what `parse` found in it."""
    return Document(shown, language, text, parsed.segments, parsed.comments)


def _decode_utf_16(body: bytes, codec: str, shown: str) -> str:
    try:
        text = body.decode(codec)
    except UnicodeDecodeError as error:
        line, column = _end_of(body[: error.start].decode(codec))
        place = f"line {line}, column {column}"
        raise UserError(f"{shown}: begins as UTF-16, but isn't at {place}; save it as UTF-8") from error
    before, nul, _ = text.partition("\0")
    if nul:
        raise _binary(before, shown)
    return text


def _binary(before: str, shown: str) -> UserError:
    line, _ = _end_of(before)
    return UserError(f"{shown}: looks binary (NUL byte at line {line}); viterm reads text in UTF-8")


def _end_of(text: str) -> tuple[int, int]:
    return LineTable(text).position(len(text))


def _looks_western(data: bytes) -> bool:
    """Tell whether all letters beyond ASCII would be Western European ones, had they been written as Windows-1252."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return all(character.lower() in _WESTERN for character in text if not character.isascii())
