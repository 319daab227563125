"""HTML that stands in another format: its text, entities, tags and comments, told to a `Prose` in source order.

Not built on `html.parser`: that reports lines and columns instead of offsets, raises AssertionError on `<![x[`, and
reads comments and scripts differently from one Python release to the next.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viterm.document import Segment
    from viterm.formats.prose import Prose

_TAG = r"<(?P<closing>/?)(?P<tag>[A-Za-z][\w:.-]*)"
_TOKEN = re.compile(
    r"<!--(?:-?>|(?P<comment>.*?)(?:--!?>|\Z))"
    r"|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|<![A-Za-z\[][^>]*(?:>|\Z)"
    rf"|{_TAG}(?:=\s*(?:\"[^\"]*\"|'[^']*')|[^<>])*+>"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)",
    re.DOTALL,
)
_TAG_NAME = re.compile(_TAG)


def read_html(html: Segment, prose: Prose) -> None:
    """Read a stretch of HTML; where it has gaps (the prefixes of a block quote), `html` maps around them."""
    done = 0
    for token in _TOKEN.finditer(html.text):
        prose.part(html, done, token.start())
        done = token.end()
        span = html.source(*token.span())
        if token["comment"] is not None:
            prose.comment(token["comment"], *span)
        elif token["tag"]:
            prose.tag(token["tag"].lower(), *span, closing=bool(token["closing"]))
        elif token["entity"] and (visible := unescape(token["entity"])):
            prose.text(visible, *span)
    prose.part(html, done, len(html.text))


def read_inline_html(html: str, start: int, end: int, prose: Prose) -> None:
    """Read the one tag, comment or declaration that the source has at `start`..`end`.

    `html` is the construct without what the source may have between its lines (the prefixes of a block quote).
    """
    tag = _TAG_NAME.match(html)
    if tag:
        prose.tag(tag["tag"].lower(), start, end, closing=bool(tag["closing"]))
    elif html.startswith("<!--"):
        prose.comment(html.removeprefix("<!--").removesuffix("-->"), start, end)
