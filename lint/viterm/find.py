"""Finding: a document and a compiled glossary give occurrences.

One Aho-Corasick automaton runs over the folded text for the anchor word of every rendering; each hit is verified word
by word to its left and right. The cost depends on the text and its hits, not on the number of concepts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import ahocorasick_rs

from viterm.compiled import Compiled, Pattern
from viterm.document import Document, Segment
from viterm.findings import Occurrence, Via
from viterm.overlaps import without_overlapped
from viterm.verify import FoldedText, Match, verify
from viterm.words import Span

_QUOTES = " \t\r\n„“”»«\"'*_"


class Finder:
    """Finds a compiled glossary's renderings in documents of its language. Make it once, use it for many documents."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        by_form: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in compiled.patterns:
            for form in compiled.words.forms(pattern.words[pattern.anchor]):
                by_form[form].append(pattern)
        self._patterns = tuple(by_form.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_form))

    def find(self, document: Document) -> list[Occurrence]:
        """All occurrences in a document, in order; see `without_overlapped` for what a longer one silences."""
        occurrences = without_overlapped(
            occurrence for segment in document.segments for occurrence in self._in_segment(segment, document.path)
        )
        return [occurrence for occurrence in occurrences if not _is_gloss(occurrence, occurrences, document)]

    def _in_segment(self, segment: Segment, path: str) -> Iterator[Occurrence]:
        text = FoldedText(segment.text)
        best: dict[tuple[int, int, Pattern], Match] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(text.folded.text, overlapping=True):
            for pattern in self._patterns[index]:
                match = verify(pattern, self.compiled.words, text, Span(start, end), path)
                # Two forms of an anchor may lead to the same place (a form that is the beginning of another).
                if match and match.via <= best.get((match.start, match.end, pattern), match).via:
                    best[match.start, match.end, pattern] = match
        for (_, _, pattern), match in best.items():
            yield self._occurrence(pattern, match.via, segment, text.folded.source(match.start, match.end))

    def _occurrence(self, pattern: Pattern, via: Via, segment: Segment, visible: tuple[int, int]) -> Occurrence:
        start, end = segment.source(*visible)
        name = self.compiled.names[pattern.concept]
        return Occurrence(
            start=start,
            end=end,
            concept=pattern.concept,
            name=name.name,
            found=" ".join(segment.text[slice(*visible)].split()),
            rendering=pattern.rendering,
            language=pattern.language,
            status=pattern.status,
            via=via,
            approved=name.approved,
            why=pattern.why,
        )


def _is_gloss(occurrence: Occurrence, occurrences: Sequence[Occurrence], document: Document) -> bool:
    """Whether a foreign name stands in brackets right behind its own translation: Vaterländische Front (MTTQ)."""
    if occurrence.status != "untranslated":
        return False
    before = document.text[max(0, occurrence.start - 20) : occurrence.start].rstrip(_QUOTES)
    if not before.endswith(("(", "[", "（")):
        return False
    skipped = len(document.text[max(0, occurrence.start - 20) : occurrence.start]) - len(before[:-1].rstrip(_QUOTES))
    end = occurrence.start - skipped
    return any(
        other.concept == occurrence.concept and other.status != "untranslated" and other.end <= end <= other.end + 1
        for other in occurrences
    )
