"""Text as XML has to write it."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

# https://www.w3.org/TR/xml/#charsets: no escape makes other characters legal.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_ATTRIBUTES = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def content(text: str) -> str:
    """The text between two tags; a character that XML can't have becomes U+FFFD."""
    return escape(_legal(text), {"\r": "&#13;"})


def attributes(**values: str | int) -> str:
    """Attributes in double quotes with a blank before each, in the order given; line ends and tabs survive."""
    return "".join(f' {name}="{escape(_legal(str(value)), _IN_ATTRIBUTES)}"' for name, value in values.items())


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
