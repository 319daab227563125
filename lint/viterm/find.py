"""Finding: a document and a compiled glossary give occurrences.

One Aho-Corasick automaton runs over the folded text for the anchor word of every rendering; each hit is verified word
by word to its left and right. The cost depends on the text and its hits, not on the number of concepts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import ahocorasick_rs
import regex

from viterm.compiled import Compiled, Pattern
from viterm.document import Document, Segment
from viterm.findings import Occurrence, Via
from viterm.fold import unbroken
from viterm.overlaps import without_overlapped
from viterm.patterns import patterns
from viterm.verify import SHORTEST_IN_COMPOUND, FoldedText, Match, verify
from viterm.words import Span

# What may stand around a bracket between a term and its gloss: blanks, quotes, markup and line prefixes.
_AROUND = r"[\s\p{Cf}„“”»«\"'’*_>]*"
_BRACKET = regex.compile(rf"(?r){_AROUND}[(\[（]{_AROUND}")
_WIDEST_GAP = 20
# How many occurrences to look back over: those that overlap the translation, and it.
_FEW = 8


class _Form(NamedTuple):
    """The patterns that a form of an anchor word leads to; `part`: those that may also stand inside a longer word."""

    patterns: list[Pattern]
    part: list[Pattern]


class Finder:
    """Finds a compiled glossary's renderings in documents of its language. Make it once, use it for many documents."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        by_form: dict[str, _Form] = defaultdict(lambda: _Form([], []))
        for pattern in compiled.patterns:
            cut = pattern.substring or pattern.loose
            may_be_part = cut or (pattern.compounds and pattern.anchor == len(pattern.words) - 1)
            for form in compiled.words.forms(pattern.words[pattern.anchor]):
                by_form[form].patterns.append(pattern)
                if may_be_part and (cut or len(form) >= SHORTEST_IN_COMPOUND):
                    by_form[form].part.append(pattern)
        self._forms = tuple(by_form.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_form))

    def find(self, document: Document) -> list[Occurrence]:
        """All occurrences in a document, in order; see `without_overlapped` for what a longer one silences."""
        texts = [FoldedText(segment.text) for segment in document.segments]
        applies = _Applies(document.path, texts, self.compiled)
        occurrences = without_overlapped(
            occurrence
            for segment, text in zip(document.segments, texts, strict=True)
            for occurrence in self._in_segment(segment, text, applies)
        )
        return [
            occurrence for place, occurrence in enumerate(occurrences) if not _is_gloss(place, occurrences, document)
        ]

    def _in_segment(self, segment: Segment, text: FoldedText, applies: _Applies) -> Iterator[Occurrence]:
        for pattern, match in self._matches(text, applies):
            visible = text.folded.source(match.start, match.end)
            yield self._occurrence(pattern, match.via, segment, visible, segment.text[slice(*visible)])
        joined = text.unbroken()
        if joined is None:
            return
        for pattern, match in self._matches(joined, applies):
            if joined.is_broken(match):
                visible = joined.folded.source(match.start, match.end)
                yield self._occurrence(pattern, match.via, segment, visible, unbroken(segment.text[slice(*visible)]))

    def _matches(self, text: FoldedText, applies: _Applies) -> Iterable[tuple[Pattern, Match]]:
        best: dict[tuple[int, int, int], tuple[Pattern, Match]] = {}
        words = text.words(apostrophe_in_words=False)
        for index, start, end in self._automaton.find_matches_as_indexes(text.folded.text, overlapping=True):
            span, form = Span(start, end), self._forms[index]
            for pattern in form.patterns if words.around(start, end) == span else form.part:
                match = verify(pattern, self.compiled.words, text, span)
                if match is None or not applies(pattern):
                    continue
                # Two forms of an anchor may lead to the same place (a form that is the beginning of another).
                key = match.start, match.end, id(pattern)
                if key not in best or match.via < best[key][1].via:
                    best[key] = pattern, match
        return best.values()

    def _occurrence(
        self, pattern: Pattern, via: Via, segment: Segment, visible: tuple[int, int], seen: str
    ) -> Occurrence:
        start, end = segment.source(*visible)
        name = self.compiled.names[pattern.concept]
        return Occurrence(
            start=start,
            end=end,
            concept=pattern.concept,
            name=name.name,
            found=("" if pattern.substring else " ").join(seen.split()),
            rendering=pattern.rendering,
            language=pattern.language,
            status=pattern.status,
            via=via,
            approved=name.approved,
            why=pattern.why,
            proposed=name.proposed,
        )


class _Applies:
    """Whether a pattern counts in a document: by its path, and by what the text is about."""

    def __init__(self, path: str, texts: Sequence[FoldedText], compiled: Compiled) -> None:
        self._path, self._texts, self._words = path, texts, compiled.words
        self._known: dict[tuple[tuple[str, ...], tuple[int, ...], bool, bool], bool] = {}

    def __call__(self, pattern: Pattern) -> bool:
        if not (pattern.files or pattern.about):
            return True
        key = pattern.files, pattern.about, pattern.apostrophe_in_words, pattern.substring
        if key not in self._known:
            self._known[key] = self._covers(pattern.files) and self._is_about(pattern)
        return self._known[key]

    def _covers(self, files: tuple[str, ...]) -> bool:
        return not files or patterns(*files).covers(self._path)

    def _is_about(self, pattern: Pattern) -> bool:
        if not pattern.about:
            return True
        if pattern.substring:
            return any(self._words.any_in(pattern.about, text.folded.text) for text in self._texts)
        all_words = (text.words(apostrophe_in_words=pattern.apostrophe_in_words).all for text in self._texts)
        return any(self._words.any_in(pattern.about, words) for words in all_words)


def _is_gloss(place: int, occurrences: Sequence[Occurrence], document: Document) -> bool:
    """Whether a foreign name stands in brackets right behind its own translation: Vaterländische Front (MTTQ)."""
    occurrence = occurrences[place]
    if occurrence.status != "untranslated":
        return False
    bracket = _BRACKET.match(document.text, max(0, occurrence.start - _WIDEST_GAP), occurrence.start)
    if bracket is None:
        return False
    end = bracket.start()
    for other in reversed(occurrences[max(0, place - _FEW) : place]):
        if other.concept == occurrence.concept and other.status != "untranslated" and other.end <= end <= other.end + 1:
            return True
    return False
