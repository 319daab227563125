"""Finding: a document and a compiled glossary give occurrences.

One Aho-Corasick automaton runs over the folded text for the anchor word of every rendering; each hit is verified word
by word to its left and right. The cost depends on the text and its hits, not on the number of concepts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import ahocorasick_rs
import regex

from viterm.candidates import Candidates
from viterm.compiled import Compiled
from viterm.document import Document, Segment
from viterm.findings import Occurrence, Via, ranked
from viterm.fix.propose import Place, Proposer
from viterm.fold import unbroken
from viterm.folded_text import FoldedText
from viterm.languages import by_tag
from viterm.match import Match
from viterm.overlaps import without_overlapped
from viterm.patterns import patterns
from viterm.term_patterns import Pattern, Phrases
from viterm.verify import verify
from viterm.words import Passage, Span, UnspacedPassage

# What may stand around a bracket between a term and its gloss: blanks, quotes, markup and line prefixes.
_AROUND = r"[\s\p{Cf}„“”»«\"'’*_>]*"
# In front of the gloss its language may be named: (in vietnamita: …).
_LANGUAGE = r"(?:\p{L}[\p{L}\p{M}'’. ]{0,29}\s?[:：])?"
_BRACKET = regex.compile(rf"(?r){_AROUND}[(\[（]{_LANGUAGE}{_AROUND}")
_WIDEST_GAP = 50
# How many occurrences to look back over: those that overlap the translation, and it.
_FEW = 8


class Finder:
    """Finds a compiled glossary's renderings in documents of its language. Make it once, use it for many documents.

    `propose`: whether occurrences that a rule may speak of come with what to write instead, which takes time.
    """

    def __init__(self, compiled: Compiled, *, propose: bool = True) -> None:
        self.compiled = compiled
        self._proposer = Proposer(compiled) if propose else None
        self._candidates = Candidates(compiled)
        self._automaton = ahocorasick_rs.AhoCorasick(self._candidates.forms)

    def find(self, document: Document) -> list[Occurrence]:
        """All occurrences in a document, in order; see `without_overlapped` for what a longer one silences."""
        texts = [FoldedText(segment.text) for segment in document.segments]
        applies = _Applies(document.path, texts, self.compiled)
        places = {
            occurrence: place
            for segment, text in zip(document.segments, texts, strict=True)
            for occurrence, place in self._in_segment(segment, text, applies)
        }
        occurrences = without_overlapped(places)
        occurrences = [
            occurrence for place, occurrence in enumerate(occurrences) if not _is_gloss(place, occurrences, document)
        ]
        return _with_proposals(self._proposer, document, occurrences, places) if self._proposer else occurrences

    def _in_segment(self, segment: Segment, text: FoldedText, applies: _Applies) -> Iterator[tuple[Occurrence, Place]]:
        for pattern, match in self._matches(text, applies):
            place = _place(pattern, match, segment, text)
            yield self._occurrence(match.via, place, segment.text[slice(*place.span)], applies), place
        joined = text.unbroken()
        if joined is None:
            return
        for pattern, match in self._matches(joined, applies):
            if joined.is_broken(match.span):
                place = _place(pattern, match, segment, joined)
                yield self._occurrence(match.via, place, unbroken(segment.text[slice(*place.span)]), applies), place

    def _matches(self, text: FoldedText, applies: _Applies) -> Iterable[tuple[Pattern, Match]]:
        best: dict[tuple[int, int, int], tuple[Pattern, Match]] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(text.folded.text, overlapping=True):
            span = Span(start, end)
            for pattern in self._candidates.at(index, span, text):
                match = verify(pattern, self.compiled.words, text, span)
                if match is None or not applies(pattern):
                    continue
                # Two forms of an anchor may lead to the same place (a form that is the beginning of another).
                key = *match.span, id(pattern)
                if key not in best or match.via < best[key][1].via:
                    best[key] = pattern, match
        return best.values()

    def _occurrence(self, via: Via, place: Place, seen: str, applies: _Applies) -> Occurrence:
        pattern = place.pattern
        start, end = place.segment.source(*place.span)
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
            is_name=applies.is_about(pattern),
        )


def _with_proposals(
    proposer: Proposer, document: Document, occurrences: Sequence[Occurrence], places: Mapping[Occurrence, Place]
) -> list[Occurrence]:
    """The occurrences that some rule may speak of with what to write instead, first the document's own name."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for one in occurrences:
        if one.status == "approved":
            used[one.concept][one.rendering] += 1
    return [
        one
        if one.status == "approved" and len(used[one.concept]) < 2
        else replace(
            one,
            proposals=proposer.proposals(document, one, places[one], ranked(one.approved, used[one.concept])),
        )
        for one in occurrences
    ]


def _place(pattern: Pattern, match: Match, segment: Segment, text: FoldedText) -> Place:
    """Where a match stands as it is seen."""
    source = text.folded.source
    return Place(pattern, segment, tuple(source(*span) for span in match.words), source(*match.span))


class _Applies:
    """Whether a pattern counts in a document: by its path, and by what the text is about."""

    def __init__(self, path: str, texts: Sequence[FoldedText], compiled: Compiled) -> None:
        self._path, self._texts, self._compiled = path, texts, compiled
        self._covered: dict[tuple[str, ...], bool] = {}
        self._about: dict[tuple[int, bool, bool], bool] = {}

    def __call__(self, pattern: Pattern) -> bool:
        # What is right in some texts is no mistake in others.
        return self._covers(pattern.files) and (pattern.status == "approved" or self.is_about(pattern))

    def _covers(self, files: tuple[str, ...]) -> bool:
        if files not in self._covered:
            self._covered[files] = not files or patterns(*files).covers(self._path)
        return self._covered[files]

    def is_about(self, pattern: Pattern) -> bool:
        """Whether the text is about what the pattern asks for."""
        key = pattern.about, pattern.apostrophe_in_words, pattern.substring
        if key not in self._about:
            phrases, here = self._compiled.subjects[pattern.about]
            language = by_tag(self._compiled.language)
            self._about[key] = (
                not pattern.about
                or self._has(phrases, substring=pattern.substring, apostrophe_in_words=pattern.apostrophe_in_words)
                or self._has(
                    here,
                    substring=language.boundary == "substring",
                    apostrophe_in_words=language.apostrophe_in_words,
                )
            )
        return self._about[key]

    def _has(self, phrases: Phrases, *, substring: bool, apostrophe_in_words: bool) -> bool:
        passages: Iterable[Passage] = (
            UnspacedPassage(text.folded.text)
            if substring
            else text.words(apostrophe_in_words=apostrophe_in_words).passage
            for text in self._texts
        )
        return bool(phrases) and any(self._compiled.words.any_in(phrases, passage) for passage in passages)


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
