"""Plain text: all of it is prose, except bare URLs and e-mail addresses."""

from __future__ import annotations

from viterm.document import Run, Segment
from viterm.formats import Parsed
from viterm.formats.masking import without_addresses


def read(text: str) -> Parsed:
    """Read the whole text as one segment, paragraph ends included; plain text has no comments."""
    if not text:
        return Parsed(())
    return Parsed((without_addresses(Segment(text, (Run(0, 0, len(text)),))),))
