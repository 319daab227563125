"""From a find to what may stand in its place: each approved rendering in the form of what was found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import regex

from viterm.compiled import Compiled
from viterm.document import Document, Segment
from viterm.findings import Edit, Occurrence, Proposal, Via
from viterm.fix.analogy import have_one_head, transferred
from viterm.fix.grammar_file import load_grammar
from viterm.fix.inflect import Wording, wording
from viterm.fix.letters import OPENING_QUOTES, Front, Seen, in_front, with_capitals
from viterm.fix.phrase import Word
from viterm.fix.readings import Found
from viterm.fix.source import Source, spliced
from viterm.fold import fold_word
from viterm.languages import LINKS, by_tag
from viterm.term_patterns import Pattern
from viterm.words import QUOTES

GUESSED = "the form found is only guessed"
PROPOSED = "the glossary has no more than a proposal"
SEVERAL_NAMES = "the glossary has several preferred renderings"
PART = "the term is a part of a longer word"
UNWRITABLE = "it can't be written here without losing markup or a line end"
QUOTED = "a quotation mark stands inside the term"
PARTICLES = "the particles behind it may have to change"

_BLANK = r"[ \u00a0]"
_WORD = r"[\p{L}\p{M}]+"
_BEFORE = regex.compile(
    rf"(?:(?P<other>{_WORD}){_BLANK}+)?(?P<word>{_WORD})['’]?{_BLANK}*[{OPENING_QUOTES}(（]*{_BLANK}*\Z"
)
_REACH = 60
"""How far to look back for the words in front, in code points."""


class Place(NamedTuple):
    """Where a pattern was found: in which segment, and the visible spans of its words and of all of it."""

    pattern: Pattern
    segment: Segment
    words: tuple[tuple[int, int], ...]
    span: tuple[int, int]

    @property
    def before(self) -> str:
        """The visible text in front."""
        return self.segment.text[max(0, self.span[0] - _REACH) : self.span[0]]

    @property
    def texts(self) -> list[str]:
        """The words as they are seen."""
        return [self.segment.text[slice(*span)] for span in self.words]

    @property
    def is_end_of_word(self) -> bool:
        """Whether a part of the same word stands in front (Provinz|volkskomitee)."""
        return self.before[-1:].isalpha()

    @property
    def is_start_of_word(self) -> bool:
        """Whether a part of the same word stands behind (Massenmobilisierungs|arbeit)."""
        return self.segment.text[self.span[1] : self.span[1] + 1].isalpha()


class _Listed(NamedTuple):
    """A concept's patterns as they are cited, by rendering and language, and its approved ones by rendering."""

    cited: dict[tuple[str, str], Pattern]
    approved: dict[str, Pattern]


class Proposer:
    """Proposes replacements by a compiled glossary. Make it once, use it for many documents."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._language = by_tag(compiled.language)
        self._of_concept = compiled.patterns.by_concept()
        self._listed: dict[str, _Listed] = {}
        self._forms: dict[int, frozenset[str]] = {}
        self._wordings: dict[tuple[Pattern, Found], Wording] = {}

    def proposals(
        self, document: Document, occurrence: Occurrence, place: Place, renderings: Sequence[str]
    ) -> tuple[Proposal, ...]:
        """Each of the renderings in the form of an occurrence."""
        pattern, listed = place.pattern, self._listing(occurrence.concept)
        cited = listed.cited[pattern.rendering, pattern.language]
        # A form that the glossary lists by itself is one of the rendering that it lists it for.
        if len(cited.written) == len(pattern.written):
            place = place._replace(pattern=cited)
        # Vietnamese names that no pattern stands for are proposed as they are.
        return tuple(
            self._proposal(document, occurrence, place, target)
            if (target := listed.approved.get(rendering))
            else Proposal(rendering, rendering, None, PART)
            for rendering in renderings
        )

    def _listing(self, concept: str) -> _Listed:
        if concept not in self._listed:
            listed = self._listed[concept] = _Listed({}, {})
            for pattern in (self._compiled.patterns[index] for index in self._of_concept[concept]):
                listed.cited.setdefault((pattern.rendering, pattern.language), pattern)
                if pattern.status == "approved":
                    listed.approved.setdefault(pattern.rendering, pattern)
        return self._listed[concept]

    def _proposal(self, document: Document, occurrence: Occurrence, place: Place, target: Pattern) -> Proposal:
        worded = self._wording(place, target)
        own = place.pattern.language == target.language
        seen = Seen(place.pattern.written, place.texts, place.before, place.pattern.abbreviation, own)
        words, capitals = with_capitals(worded.words, seen, self._language)
        first = next(filter(None, words), "")
        front, around = in_front(first, place.before, worded.gender, load_grammar(self._language.tag))
        text = _written(target, words)
        quoted = not QUOTES.isdisjoint(occurrence.found)
        edit, markup = (None, QUOTED) if quoted else _edit(document, place, words, text, front)
        doubts = [*self._about(occurrence), *worded.doubts, capitals, around, markup, "" if edit else UNWRITABLE]
        return Proposal(target.rendering, text, edit, "; ".join(filter(None, dict.fromkeys(doubts))))

    def _about(self, occurrence: Occurrence) -> list[str]:
        """What speaks against replacing an occurrence unseen, whatever by."""
        entries = self._compiled.names[occurrence.concept].entries
        about = (
            (GUESSED, occurrence.via is Via.GUESSED),
            (PROPOSED, occurrence.proposed),
            (SEVERAL_NAMES, entries > 1),
        )
        return [doubt for doubt, holds in about if holds]

    def _wording(self, place: Place, target: Pattern) -> Wording:
        if target.loose:
            return Wording((target.rendering,), (PARTICLES,))
        if target.substring:
            return Wording((target.rendering,))
        found = self._found(place, target)
        if place.is_start_of_word or place.is_end_of_word:
            return self._as_part(place, self._words(target), found.words)
        if (target, found) not in self._wordings:
            grammar = load_grammar(self._language.tag)
            self._wordings[target, found] = wording(self._words(target), found, grammar, self._language)
        return self._wordings[target, found]

    def _words(self, pattern: Pattern) -> tuple[Word, ...]:
        return tuple(
            Word(cited, fold_word(cited), self._forms_of(index), gap)
            for cited, index, gap in zip(pattern.written, pattern.words, _gaps(pattern), strict=True)
        )

    def _found(self, place: Place, target: Pattern) -> Found:
        pattern = place.pattern
        words = tuple(
            Word(cited, fold_word(text), self._forms_of(index), gap, text)
            for cited, text, index, gap in zip(
                pattern.written, place.texts, pattern.words, _gaps(pattern), strict=False
            )
        )
        in_front_ = _BEFORE.search(place.before)
        before = tuple(fold_word(word) for word in in_front_.group("other", "word") if word) if in_front_ else ()
        return Found(words, before, pattern.language == target.language, wrong=pattern.status == "forbidden")

    def _forms_of(self, index: int) -> frozenset[str]:
        if index not in self._forms:
            self._forms[index] = frozenset(self._compiled.words.forms(index))
        return self._forms[index]

    def _as_part(self, place: Place, target: Sequence[Word], found: Sequence[Word]) -> Wording:
        """Word for word, the last with what links it to the rest of the longer word; else it is left to people."""
        *before, last = (transferred(old, new) for old, new in zip(found, target, strict=False))
        alike = (
            len(found) == len(target) and None not in before and have_one_head(target[-1], found[-1], self._language)
        )
        if not alike and len(target) + len(found) > 2:
            return Wording(tuple(word.cited for word in target), (PART,))
        word = last or target[-1].cited
        if place.is_start_of_word:
            link = found[-1].seen.removeprefix(fold_word(found[-1].cited))
            word = target[-1].cited + link * (link in LINKS)
        if place.is_end_of_word:
            word = word[:1].lower() + word[1:]
        return Wording((*filter(None, before), word), () if alike else (PART,))


def _edit(
    document: Document, place: Place, words: Sequence[str], text: str, front: Front | None
) -> tuple[Edit | None, str]:
    """How to write a text into the source, with what changes in front; and what speaks against it."""
    made = spliced(Source(document.text, place.segment), place.words, place.span, words, text)
    if made is None or front is None:
        return made or (None, "")
    edit, doubt = made
    start = edit.start - len(front.old)
    if document.text[max(0, start) : edit.start] != front.old:
        return None, doubt
    return Edit(start, edit.end, front.new + edit.text), doubt


@cache
def _gaps(pattern: Pattern) -> tuple[str, ...]:
    """What stands behind each word of a rendering."""
    rendering, gaps, at = pattern.rendering, list[str](), 0
    for place, word in enumerate(pattern.written):
        start = rendering.find(word, at)
        if start < 0:  # a form that the glossary lists by itself
            return (" ",) * len(pattern.written)
        if place:
            gaps.append(rendering[at:start])
        at = start + len(word)
    return (*gaps, rendering[at:])


def _written(pattern: Pattern, words: Sequence[str]) -> str:
    """The rendering with other words in it."""
    if len(words) != len(pattern.written):
        return "".join(words)
    return "".join(word + gap for word, gap in zip(words, _gaps(pattern), strict=True) if word).rstrip()
