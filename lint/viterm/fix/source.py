"""Writing a replacement into the source so that markup, line ends and prefixes stay where they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from viterm.document import Segment
from viterm.findings import Edit

MARKUP = "markup stands within the term"

_BLANKS = regex.compile(r"[ \u00a0]+")
_LINE_END = regex.compile(r"[\r\n]")
# What may lie between two words without being markup: blanks, or a line end with indentation and the mark of a quote.
_PLAIN_GAP = regex.compile(r"[^\S\r\n]*(?:(?:\r\n|\n|\r)[ \t>]*)?|['’-]")


class Source(NamedTuple):
    """A document's text and the segment that a term stands in."""

    text: str
    segment: Segment

    def is_as_seen(self, start: int, end: int) -> bool:
        """Whether a visible span stands in the source letter by letter."""
        first, last = self.segment.source(start, end)
        return self.text[first:last] == self.segment.text[start:end]


def spliced(
    source: Source, found: Sequence[tuple[int, int]], span: tuple[int, int], words: Sequence[str], text: str
) -> tuple[Edit, str] | None:
    """The edit that puts words into the place of the found ones, and what speaks against it, "" if nothing does.

    `found`: the visible spans of the found words; `text`: the new words as one text. Where there are as many words as
    before, each takes the place of one, and all between them stays. Otherwise the text is written as a whole, if
    nothing but blanks and at most one line end lies between the found words.
    None where something between or within the words would be lost.
    """
    start, end = source.segment.source(*span)
    gaps = [
        source.text[source.segment.source(*one)[1] : source.segment.source(*two)[0]] for one, two in pairwise(found)
    ]
    has_markup = not all(source.is_as_seen(*one) for one in found) or not all(map(_PLAIN_GAP.fullmatch, gaps))
    if source.is_as_seen(*span) and not any(map(_LINE_END.search, gaps)):
        return Edit(start, end, _with_blanks_of(gaps, text)), ""
    if len(words) == len(found) and all(words):
        edit = _word_by_word(source, found, span, words)
        return (edit, MARKUP if has_markup else "") if edit else None
    broken = [place for place, gap in enumerate(gaps, start=1) if _LINE_END.search(gap)]
    if has_markup or len(broken) != 1:
        return None
    rewritten = _with_line_end(text, gaps[broken[0] - 1], broken[0] / len(found))
    return (Edit(start, end, rewritten), "") if rewritten else None


def _word_by_word(
    source: Source, found: Sequence[tuple[int, int]], span: tuple[int, int], words: Sequence[str]
) -> Edit | None:
    """Each new word in the place of a found one; None where a word that changes has markup or an entity in it."""
    start, end = source.segment.source(*span)
    parts: list[str] = []
    at = start
    for place, word in zip(found, words, strict=True):
        first, last = source.segment.source(*place)
        same = source.segment.text[slice(*place)] == word
        if not same and not source.is_as_seen(*place):
            return None
        parts += [source.text[at:first], source.text[first:last] if same else word]
        at = last
    return Edit(start, end, "".join([*parts, source.text[at:end]]))


def _with_blanks_of(gaps: Sequence[str], text: str) -> str:
    """The text with no-break spaces where all of the old blanks are such."""
    return text.replace(" ", "\u00a0") if gaps and all(gap == "\u00a0" for gap in gaps) else text


def _with_line_end(text: str, line_end: str, share: float) -> str | None:
    """The text with a line end in place of the blank that is nearest to some share of it; None without a blank."""
    blanks = sorted((abs(blank.start() - share * len(text)), *blank.span()) for blank in _BLANKS.finditer(text))
    if not blanks:
        return None
    _, start, end = blanks[0]
    return text[:start] + line_end + text[end:]
