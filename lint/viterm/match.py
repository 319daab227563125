"""A match: where a rendering was verified in a folded text."""

from __future__ import annotations

from typing import NamedTuple

from viterm.findings import Via
from viterm.words import Span


class Match(NamedTuple):
    """A verified rendering: its folded span, the weakest evidence among its words, and their spans."""

    span: Span
    via: Via
    words: tuple[Span, ...]
