"""One text in many layouts: wrapped, in a list, with other line ends, spellings and encodings.

A layout changes how a text is written and not what it says, so every layout has to give the same findings.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from viterm.bundled import bundled_glossary
from viterm.compile import compile_glossary
from viterm.document import Document
from viterm.find import Finder
from viterm.findings import Finding
from viterm.fold import fold_word
from viterm.glossary import load_glossary
from viterm.lint import Settings, lint
from viterm.reading import decode, make_document, parse

Paragraphs = Sequence[str]

_WIDTH = 72
_LONG_WORD = re.compile(r"(?<!\S)[^\w\s]*+\w{9,}+[^\w\s]*+(?!\S)")  # one that is no part of an address
_PREFIX = re.compile(r"(?:\r\n?|\n)>? *")
# What would begin a block of its own at the start of a wrapped Markdown line.
_BLOCK_START = re.compile(r"(?:[-+*#>|=~`]|\d+[.)])")


class Layout(NamedTuple):
    """A way to write paragraphs into a file: its name, the file's name and how its bytes come about."""

    name: str
    path: str
    write: Callable[[Paragraphs], bytes]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text, each in one line."""
    return [" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]


def _lines(paragraphs: Paragraphs, end: str = "\n") -> str:
    return (end + end).join(paragraphs) + end


def _wrap(paragraph: str, first: str = "", later: str = "") -> str:
    lines = textwrap.wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)
    kept = lines[:1]
    for line in lines[1:]:
        if (first or later) and _BLOCK_START.match(line):
            kept[-1] += f" {line}"
        else:
            kept.append(line)
    return first + f"\n{later}".join(kept)


def _wrapped(paragraphs: Paragraphs) -> str:
    return _lines([_wrap(paragraph) for paragraph in paragraphs])


def _soft_hyphens(text: str) -> str:
    """A soft hyphen within every four letters of a long word."""
    return _LONG_WORD.sub(lambda word: re.sub(r"(\w{4})(?=\w)", "\\1\u00ad", word[0]), text)


LAYOUTS = (
    Layout("one line a paragraph", "a.txt", lambda text: _lines(text).encode()),
    Layout("wrapped at 72 columns", "a.txt", lambda text: _wrapped(text).encode()),
    Layout("wrapped, with CR LF", "a.txt", lambda text: _wrapped(text).replace("\n", "\r\n").encode()),
    Layout("wrapped, with CR", "a.txt", lambda text: _wrapped(text).replace("\n", "\r").encode()),
    Layout("Markdown list", "a.md", lambda text: _lines([_wrap(one, "- ", "  ") for one in text]).encode()),
    Layout("Markdown list, CR LF", "a.md", lambda text: _lines([_wrap(one, "- ") for one in text], "\r\n").encode()),
    Layout("block quote", "a.md", lambda text: "\n>\n".join(_wrap(one, "> ", "> ") for one in text).encode()),
    Layout("NFD", "a.txt", lambda text: unicodedata.normalize("NFD", _lines(text)).encode()),
    Layout("no-break spaces", "a.txt", lambda text: _lines(text).replace(" ", "\u00a0").encode()),
    Layout("double spaces, wrapped", "a.txt", lambda text: _wrapped(text).replace(" ", "  ").encode()),
    Layout("soft hyphens", "a.txt", lambda text: _soft_hyphens(_lines(text)).encode()),
    Layout("byte order mark", "a.txt", lambda text: _lines(text).encode("utf-8-sig")),
    Layout("UTF-16, little endian", "a.txt", lambda text: b"\xff\xfe" + _lines(text).encode("utf-16-le")),
    Layout("UTF-16, big endian", "a.txt", lambda text: b"\xfe\xff" + _wrapped(text).encode("utf-16-be")),
)


@cache
def bundled_finder(language: str) -> Finder:
    """A finder of the bundled glossary, made once."""
    return Finder(compile_glossary(load_glossary([bundled_glossary()]), language))


def laid_out(layout: Layout, text: Paragraphs, language: str) -> tuple[Document, list[Finding]]:
    """The document of a text in a layout, read from its bytes, and its findings."""
    decoded = decode(layout.write(text), layout.path)
    document = make_document(decoded, parse(decoded, layout.path), shown=layout.path, language=language)
    return document, lint(document, bundled_finder(language).find(document), Settings(names=()))


Row = tuple[str, str, str]


def rows(findings: Sequence[Finding]) -> list[Row]:
    """What a layout must not change: rule, concept and folded text of each finding, in order."""
    return [(finding.rule, finding.concept, fold_word(finding.found)) for finding in findings]


def misplaced(document: Document, findings: Sequence[Finding]) -> Iterator[str]:
    """What stands at the line and column of a finding, where it is not the text that was found."""
    starts = [document.lines.span(line)[0] for line in range(1, len(document.lines) + 1)]
    for finding in findings:
        (line, column), (end_line, end_column) = map(document.lines.position, (finding.start, finding.end))
        source = document.text[starts[line - 1] + column - 1 : starts[end_line - 1] + end_column - 1]
        if " ".join(fold_word(_PREFIX.sub(" ", source)).split()) != fold_word(finding.found):
            yield f"{line}:{column}: {source!r} is not {finding.found!r}"
