"""The terms of a concept: everything written that stands for it in documents of one language.

These are the language's own renderings, and what is found there by mistake: English renderings and Vietnamese names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import regex

from viterm.findings import Status
from viterm.fold import fold_word, without_diacritics
from viterm.forms.spelling import half_spaces
from viterm.glossary import Concept, Entry, Rendering
from viterm.language_tags import applicable
from viterm.languages import Language, by_tag
from viterm.loose import is_loose

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*")
_WORD_WITH_APOSTROPHE = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ][\p{L}\p{M}\p{N}]+)*")
_NO_PUNCTUATION = regex.compile(r"[\s'-]")

_SOURCES = ("en", "vi")
"""The language through which machine translation goes, and the one from which."""

_SHORTEST_ABBREVIATION = 3


Flexion = Literal["inflected", "attached", "written"]
"""Which forms of a term's words count.

All; those onto which the language writes something (Korean particles, Arabic prefixes); the one that is written.
"""


class Term(NamedTuple):
    """What stands for a concept in texts; `words` are those that are `written`."""

    concept: Concept
    rendering: Rendering
    written: str
    words: tuple[str, ...]
    language: Language
    status: Status
    flexion: Flexion
    abbreviation: bool

    @property
    def inflected(self) -> bool:
        """Whether all forms of its words count."""
        return self.flexion == "inflected"

    @property
    def loose(self) -> bool:
        """Whether its blanks come and go."""
        return self.flexion != "written" and self.language.boundary == "loose" and is_loose(self.written)


def words_of(term: str, language: Language) -> tuple[str, ...]:
    """The words of a term as it is written; in a script without blanks, the stretches between the blanks it has."""
    if language.boundary == "substring":
        return tuple(term.split())
    return tuple(_word_pattern(language).findall(term))


def _word_pattern(language: Language) -> regex.Pattern[str]:
    return _WORD_WITH_APOSTROPHE if language.apostrophe_in_words else _WORD


def punctuation(term: Term) -> tuple[tuple[str, ...], str]:
    """What stands between the words of a term, and behind the last one (XIX в.).

    Between them it is nothing where it is blanks, hyphens and apostrophes only.
    """
    if term.language.boundary == "substring" or " ".join(term.words) == term.written:
        return (), ""
    *gaps, tail = map(fold_word, _word_pattern(term.language).split(term.written)[1:])
    gaps = [_NO_PUNCTUATION.sub("", gap) for gap in gaps]
    return tuple(gaps) if any(gaps) else (), tail.strip()


def own_terms(concept: Concept, tag: str) -> Iterator[Term]:
    """The terms of the language of a tag itself; in Vietnamese, the concept's names."""
    for entry_tag in applicable(tag, concept.entries):
        yield from _entry_terms(concept, concept.entries[entry_tag], "")
    if by_tag(tag).tag == "vi":
        yield from _vietnamese_terms(concept, "approved")


def left_in_terms(concept: Concept, tag: str) -> Iterator[Term]:
    """The terms of another language (English, Vietnamese) that translations leave standing."""
    if tag == "vi":
        yield from _vietnamese_terms(concept, "untranslated")
    elif tag in concept.entries:
        yield from _entry_terms(concept, concept.entries[tag], "untranslated")


def left_in_languages(tag: str) -> tuple[str, ...]:
    """The languages of which something may be left standing in documents of a language."""
    return tuple(language for language in _SOURCES if language != by_tag(tag).tag)


def _entry_terms(concept: Concept, entry: Entry, status: Status | Literal[""]) -> Iterator[Term]:
    """The terms of an entry, each with the status of its rendering, or with one for all."""
    language = by_tag(entry.language)
    for rendering in entry.renderings:
        abbreviation = _is_abbreviation(rendering.term, longest=4)
        if status == "untranslated":
            # A single English word is too often a word of the other language too (emulation, commune, front).
            if len(words_of(rendering.term, language)) < 2 and not abbreviation:
                continue
            # An English wording that counts only in some context is ordinary English: no sign of a term left in.
            if rendering.near or rendering.before or rendering.after:
                continue
        exact = rendering.match == "exact"
        as_term: Flexion = "written" if exact else "inflected"
        as_form: Flexion = "written" if exact else "attached"
        spelt = [(term, as_term) for term in half_spaces(rendering.term)]
        spelt += [(form, as_form) for form in rendering.forms]
        for written, flexion in spelt:
            words = words_of(written, language)
            yield Term(concept, rendering, written, words, language, status or rendering.status, flexion, abbreviation)


def _vietnamese_terms(concept: Concept, status: Status) -> Iterator[Term]:
    vietnamese = by_tag("vi")
    for name in (concept.name, *concept.also):
        abbreviation = _is_abbreviation(name, longest=8)
        words = words_of(name, vietnamese)
        # One syllable stands in too many names (xã, tỉnh); two letters in too many codes.
        if status == "untranslated" and (len(name) < _SHORTEST_ABBREVIATION if abbreviation else len(words) < 2):
            continue
        rendering = Rendering(name, "approved")
        yield Term(concept, rendering, name, words, vietnamese, status, "written", abbreviation)
        stripped = without_diacritics(name)
        # Without its diacritics a short name could be anything: Dan Van is a person.
        if status == "untranslated" and stripped != name and (abbreviation or len(words) >= 3):
            words = words_of(stripped, vietnamese)
            yield Term(concept, rendering, stripped, words, vietnamese, status, "written", abbreviation)


def _is_abbreviation(term: str, longest: int) -> bool:
    """Whether a term is written in capitals only; a long one may just be a word in capitals."""
    return term.isalpha() and term.isupper() and 2 <= len(term) <= longest
