"""Conditions: whether a rendering that stands in a text counts there.

By its capitals and accents, by the words around it, and by what its own rendering excludes.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from viterm.compiled import Words
from viterm.folded_text import FoldedText
from viterm.guards import stands_in
from viterm.languages import LANGUAGES
from viterm.match import Match
from viterm.term_patterns import Pattern
from viterm.words import Passage, SpacedPassage, Span, UnspacedPassage, WordText

_CONTEXT_WORDS = 8
_CONTEXT_LENGTH = 160
_CONTEXT_LENGTH_UNSPACED = 24
_DOCUMENT_CODE_BEFORE = regex.compile(r"(?:/|\d-?|\d\S*/\S*-)$")
_LONGEST_CODE = 24
_DOCUMENT_CODE_AFTER = regex.compile(r"/|-?\d")
_LINE_END = r"(?:\r\n|(?<!\r)\n|\r(?!\n))"
_PARAGRAPH_END = rf"{_LINE_END}[ \t]*{_LINE_END}"
_PARAGRAPH_END_AFTER = regex.compile(_PARAGRAPH_END)
_PARAGRAPH_END_BEFORE = regex.compile(rf"(?r){_PARAGRAPH_END}")
_VIETNAMESE_ONLY = regex.compile("[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")


def counts(pattern: Pattern, words: Words, text: FoldedText, match: Match) -> bool:
    """Whether a pattern counts where it stands in a text."""
    word_text = text.words(apostrophe_in_words=pattern.apostrophe_in_words)
    span, spans = match.span, match.words
    return (
        _letter_case_fits(pattern, spans, text, word_text)
        and not (pattern.bare_capitals and _lacks_accent(pattern, words, spans, text))
        and not (pattern.abbreviation and _in_document_code(word_text.text, span))
        and not _is_excluded(pattern, word_text.text, span)
        and _context_fits(pattern, words, word_text, span)
        and not (_is_foreign_vietnamese(pattern) and _in_vietnamese(text, span))
    )


def _letter_case_fits(pattern: Pattern, spans: Sequence[Span], text: FoldedText, words: WordText) -> bool:
    if not (pattern.sensitive or pattern.noun_capitals):
        return True
    for span, written in zip(spans, pattern.written, strict=True):
        # The last part of a compound has its capital at the front of the whole word.
        word = text.seen(Span(words.around(*span).start, span.end))
        if pattern.sensitive:
            # Inflection may change the end of a word, so letters are compared as far as the two agree folded.
            if any(a.lower() == b.lower() and a != b for a, b in zip(word, written, strict=False)):
                return False
        elif written[:1].isupper() and not word[:1].isupper():
            return False
    return True


def _lacks_accent(pattern: Pattern, words: Words, spans: Sequence[Span], text: FoldedText) -> bool:
    """Whether a small letter stands without the accent that only a capital may lack."""
    for index, span in zip(pattern.words, spans, strict=True):
        form = text.folded.text[span.start : span.end]
        accented = words.accented(index, form)
        if accented != form:
            seen = zip(text.seen(span), form, accented, strict=False)
            # Turkish İ is the capital of i and not of ı, other than its bare shape says.
            if any(letter.islower() or letter.lower() != bare for letter, bare, whole in seen if bare != whole):
                return True
    return False


def _in_document_code(text: str, span: Span) -> bool:
    """Whether an abbreviation is a part of a document's number: 12-CT/TU, 70-KH/BDVTW, 44/BC-MTTQ-BTT."""
    return bool(
        _DOCUMENT_CODE_BEFORE.search(text, max(0, span.start - _LONGEST_CODE), span.start)
        or _DOCUMENT_CODE_AFTER.match(text, span.end)
    )


def _is_excluded(pattern: Pattern, text: str, span: Span) -> bool:
    language = LANGUAGES.get(pattern.language)
    particles = language.particles if language else ""
    return any(stands_in(phrase, text, span, particles) for phrase in pattern.excluded)


def _context_fits(pattern: Pattern, words: Words, text: WordText, span: Span) -> bool:
    if not (pattern.near or pattern.before or pattern.after):
        return True
    left, right = _context(pattern, text, span)
    return (
        (not pattern.near or words.any_in(pattern.near, left) or words.any_in(pattern.near, right))
        and (not pattern.after or words.any_in(pattern.after, left))
        and (not pattern.before or words.any_in(pattern.before, right))
    )


def _context(pattern: Pattern, text: WordText, span: Span) -> tuple[Passage, Passage]:
    """What stands to the left and right within the paragraph."""
    length = _CONTEXT_LENGTH_UNSPACED if pattern.substring else _CONTEXT_LENGTH
    start, end = max(0, span.start - length), span.end + length
    if before := _PARAGRAPH_END_BEFORE.search(text.text, start, span.start):
        start = before.end()
    if after := _PARAGRAPH_END_AFTER.search(text.text, span.end, end):
        end = after.start()
    if pattern.substring:
        return UnspacedPassage(text.text[start : span.start]), UnspacedPassage(text.text[span.end : end])
    left, right = text.words(start, span.start)[-_CONTEXT_WORDS:], text.words(span.end, end)[:_CONTEXT_WORDS]
    return SpacedPassage(left), SpacedPassage(right)


def _is_foreign_vietnamese(pattern: Pattern) -> bool:
    return pattern.language == "vi" and pattern.status == "untranslated"


def _in_vietnamese(text: FoldedText, span: Span) -> bool:
    """Whether a Vietnamese name stands in a Vietnamese passage (a title, a quotation) and is not left in by mistake."""
    words = text.words(apostrophe_in_words=False).words
    around = words(span.start - 40, span.start)[-3:] + words(span.end, span.end + 40)[:3]
    return sum(1 for word in around if _VIETNAMESE_ONLY.search(word)) >= 3
