"""Markdown: CommonMark with tables, footnotes, strikethrough, task lists, alerts and front matter.

Prose is the text of paragraphs, headings, list items, table cells and footnotes, link texts and images' alt texts.
Not prose are front matter, code, link destinations and titles, URLs, HTML tags and comments.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyromark import Options, events_with_range

from viterm.errors import UserError
from viterm.formats import Parsed
from viterm.formats.builder import SegmentBuilder
from viterm.formats.code_points import CodePoints
from viterm.formats.embedded_html import read_html, read_inline_html
from viterm.formats.front_matter import front_matter
from viterm.formats.masking import masked
from viterm.formats.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Generator

    from pyromark.event import Event, Range

# Left off on purpose: metadata blocks, which the parser takes anywhere (a sentence between two rules would be lost);
# mathematics, because of "US$10 … US$20"; smart punctuation, which shows characters that are not in the source;
# heading attributes, which crash the parser in a task list.
_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_GFM
)
_ATTRIBUTES = re.compile(r"\{:?[ \t]*[#.][^{}\r\n]*\}")  # an id or classes, as in `# Heading {#id .class}`
_LONE_CR = re.compile(r"\r(?!\n)")


def read(text: str) -> Parsed:
    """Read Markdown with any line ends; each block of text is a segment of its own.

    Raises UserError where the parser crashes.
    """
    front = front_matter(text)
    # The parser knows a lone CR as a line end in some places only. A lone surrogate has no UTF-8 form. What takes
    # their place is one code point as well.
    body = _LONE_CR.sub("\n", text[front.end :]).encode("utf-8", "replace")
    walk = _Walk(text, CodePoints(body, front.end))
    for event, span in events(body.decode(), _OPTIONS):
        walk.take(event, span["start"], span["end"])
    segments = tuple(masked(segment, _ATTRIBUTES) for segment in walk.prose.segments)
    return Parsed(segments, walk.prose.comments, front.language)


def events(text: str, options: Options) -> Generator[tuple[Event, Range], None, None]:
    """Yield the parser's events with their spans in UTF-8 bytes.

    Raises UserError where the parser crashes: its own error is no Exception and would end a run over many files.
    """
    try:
        yield from events_with_range(text, options=options)
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise UserError("the Markdown parser crashes on this file, which is a fault of the parser") from error


class _Walk:
    """Follows the parser's events, whose spans count UTF-8 bytes, and tells a `Prose` what stands there."""

    def __init__(self, text: str, code_points: CodePoints) -> None:
        self.prose = Prose()
        self._text = text
        self._code_points = code_points
        self._hidden = ""  # the element, if any, whose text is not prose: CodeBlock, or Link for an autolink
        self._html = SegmentBuilder()  # the lines so far of an HTML block

    def take(self, event: Event, start_byte: int, end_byte: int) -> None:
        """Take the next event with its span."""
        start, end = self._code_points.offset(start_byte), self._code_points.offset(end_byte)
        match event:
            case {"Start": tag}:
                self._start(tag, start, end)
            case {"End": tag}:
                self._end(tag)
            case {"Text": str(text)} if start < end and not self._hidden:
                # The text is that of the source, but for entities and the like, which differ in length.
                self.prose.text(self._text[start:end] if len(text) == end - start else text, start, end)
            case "SoftBreak" | "HardBreak":
                self.prose.line_break(start, end)
            case {"Code": _}:
                self.prose.object(start, end)
            case {"Html": _}:
                self._html.add(self._text[start:end], start, end)
            case {"InlineHtml": str(html)}:
                read_inline_html(html, start, end, self.prose)
            case _:  # a rule, a footnote's number, a task's box
                pass

    def _start(self, tag: object, start: int, end: int) -> None:
        match tag:
            case {"Link": {"link_type": "Autolink" | "Email"}}:
                self.prose.object(start, end)
                self._hidden = "Link"
            case {"Image": _}:
                self.prose.begin_image(start, end)
            case {"CodeBlock": _}:
                self.prose.end_block()
                self._hidden = "CodeBlock"
            case {"Link": _} | "Emphasis" | "Strong" | "Strikethrough":
                pass
            case _:
                self.prose.end_block()

    def _end(self, tag: object) -> None:
        if tag == self._hidden:
            self._hidden = ""
        match tag:
            case "Image":
                self.prose.end_image()
            case "Link" | "Emphasis" | "Strong" | "Strikethrough":
                pass
            case "HtmlBlock":
                read_html(self._html.segment(), self.prose)
                self._html = SegmentBuilder()
                self.prose.end_block()
            case _:
                self.prose.end_block()
