"""Collecting the prose of a markup document block by block, with the rules for HTML that stands in it."""

from __future__ import annotations

from viterm.document import Comment, Segment
from viterm.formats.builder import OBJECT, SegmentBuilder
from viterm.formats.masking import without_addresses

CODE_TAGS = frozenset({"code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea"})
"""HTML elements whose content is not prose."""

OBJECT_TAGS = frozenset({"audio", "canvas", "embed", "iframe", "img", "input", "object", "video"})
"""HTML elements that stand in a sentence like a word of their own."""

# fmt: off
BLOCK_TAGS = frozenset({
    "address", "article", "aside", "body", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup",
    "html", "main", "nav", "section", "title",
    "blockquote", "center", "details", "dialog", "div", "fieldset", "figcaption", "figure", "form", "hr", "legend",
    "p", "summary", "template",
    "dd", "dir", "dl", "dt", "li", "menu", "ol", "optgroup", "option", "select", "ul",
    "caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
})
# fmt: on
"""HTML elements that end the block of text before them."""


class Prose:
    """The prose and the comments of a document, told piece by piece in source order.

    Offsets are code points of the whole text.
    """

    def __init__(self) -> None:
        self._segments: list[Segment] = []
        self._comments: list[Comment] = []
        self._outer: list[SegmentBuilder] = []
        self._builder = SegmentBuilder()
        self._code = ""  # the HTML element, if any, whose content is being left out,
        self._code_span = (0, 0)  # its span so far,
        self._code_level = 0  # and how many images it stands in

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The finished segments, by where they start."""
        return tuple(sorted(self._segments, key=lambda segment: segment.runs[0].start))

    @property
    def comments(self) -> tuple[Comment, ...]:
        """The comments so far, in source order."""
        return tuple(self._comments)

    def text(self, visible: str, start: int, end: int) -> None:
        """Add visible text for the source stretch `start`..`end`, one to one if the lengths agree."""
        if not self._swallows(end):
            self._builder.add(visible, start, end)

    def line_break(self, start: int, end: int) -> None:
        """Add a line break within the block."""
        if not self._swallows(end):
            self._builder.line_break(start, end)

    def part(self, of: Segment, start: int, end: int) -> None:
        """Add the visible span `start`..`end` (it may be empty) of a segment that was made to be read further."""
        if start < end and not self._swallows(of.source(start, end)[1]):
            self._builder.extend(of, start, end)

    def object(self, start: int, end: int) -> None:
        """Add something that is not prose but has its place in a sentence."""
        self.text(OBJECT, start, end)

    def begin_image(self, start: int, end: int) -> None:
        """Put an image into the sentence; up to `end_image`, what comes is its alt text, a segment of its own."""
        self.object(start, end)
        self._outer.append(self._builder)
        self._builder = SegmentBuilder()

    def end_image(self) -> None:
        """Go back to the sentence in which the image stands."""
        if self._code and self._code_level == len(self._outer):
            self._end_code()
        self._keep(self._builder)
        self._builder = self._outer.pop()

    def tag(self, name: str, start: int, end: int, *, closing: bool) -> None:
        """Add an HTML tag by its name in lower case. Tags that only mark up text leave no trace."""
        if self._code:
            self._code_span = (self._code_span[0], end)
            if closing and name == self._code:
                self._end_code()
        elif name in CODE_TAGS and not closing:
            self._code, self._code_span, self._code_level = name, (start, end), len(self._outer)
        elif name in BLOCK_TAGS:
            self.end_block()
        elif name == "br":
            self.text(" ", start, end)
        elif name in OBJECT_TAGS and not closing:
            self.object(start, end)

    def comment(self, text: str, start: int, end: int) -> None:
        """Add a comment by its inner text and the span of all of it."""
        self._comments.append(Comment(text.strip(), start, end))

    def end_block(self) -> None:
        """End a paragraph, heading, list item, table cell …; an element of code that was left open ends too."""
        if self._code:
            self._end_code()
        self._keep(self._builder)
        self._builder = SegmentBuilder()

    def _swallows(self, end: int) -> bool:
        if self._code:
            self._code_span = (self._code_span[0], end)
        return bool(self._code)

    def _end_code(self) -> None:
        self._code = ""
        self.object(*self._code_span)

    def _keep(self, builder: SegmentBuilder) -> None:
        segment = without_addresses(builder.segment())
        if segment.text.replace(OBJECT, "").strip():
            self._segments.append(segment)
