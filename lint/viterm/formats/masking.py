"""Taking out of a segment what has words in it but is not prose, such as bare URLs and e-mail addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viterm.formats.builder import OBJECT, SegmentBuilder

if TYPE_CHECKING:
    from viterm.document import Segment

# Letters may be of any script (uk.wikipedia.org/wiki/Мова) but those written without spaces: there the sentence goes
# on right after the URL.
_LETTER = r"[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\U0003ffff]"
_INSIDE = rf"(?:{_LETTER}|[-.~!$&'*+,;:=@%/?#|])"
_LAST = rf"(?:{_LETTER}|[-~$&+=@%/#])"  # a full stop, comma or quote at the end belongs to the sentence
_BRACKETED = rf"\({_INSIDE}*\)"
_TAIL = rf"(?:{_INSIDE}|{_BRACKETED})*(?:{_LAST}|{_BRACKETED})"
# What an address can't be without → the address. Looking for it first is a hundred times as fast, and where there is
# none the expression, which is slow to compile, is never needed.
_ADDRESSES = {
    "://": rf"(?i:https?|ftp)://{_TAIL}",
    "www.": rf"(?<![A-Za-z0-9_.-])(?i:www)\.{_TAIL}",
    "@": r"(?<![A-Za-z0-9._%+-])(?i:mailto:)?[A-Za-z0-9._%+-]++@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
}


def without_addresses(segment: Segment) -> Segment:
    """Return the segment with one `OBJECT` for each bare URL and e-mail address."""
    text = segment.text.lower()
    for mark, address in _ADDRESSES.items():
        if mark in text:
            segment = masked(segment, re.compile(address))
    return segment


def masked(segment: Segment, pattern: re.Pattern[str]) -> Segment:
    """Return the segment with one `OBJECT` for each match of a pattern, which matches no empty text."""
    builder = SegmentBuilder()
    done = 0
    for match in pattern.finditer(segment.text):
        builder.extend(segment, done, match.start())
        builder.add(OBJECT, *segment.source(*match.span()))
        done = match.end()
    if not done:
        return segment
    builder.extend(segment, done, len(segment.text))
    return builder.segment()
