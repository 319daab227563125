"""Verifying a hit: whether the rendering really stands around its anchor word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import regex

from viterm.compiled import Forms, Words
from viterm.compounds import first_part, is_first, is_link, is_part
from viterm.conditions import counts
from viterm.findings import Via
from viterm.folded_text import FoldedText
from viterm.guards import cuts_cluster, is_other_name, is_part_of_longer
from viterm.languages import LANGUAGES, Language
from viterm.loose import match_loose
from viterm.match import Match
from viterm.term_patterns import Pattern
from viterm.words import BLANK, QUOTES, Neighbour, Span, WordText

_ANY_LANGUAGE = Language("", "", inflects=False)
_BLANK = regex.compile(BLANK)
_BLANK_BEFORE = regex.compile(rf"(?r){BLANK}")


def verify(pattern: Pattern, words: Words, text: FoldedText, anchor: Span) -> Match | None:
    """The match of a pattern whose anchor word, or a part of a compound, stands at `anchor`; None if it is none."""
    word_text = text.words(apostrophe_in_words=pattern.apostrophe_in_words)
    language = LANGUAGES.get(pattern.language, _ANY_LANGUAGE)
    if pattern.substring:
        match = _unspaced(pattern, words, word_text.text, anchor, language)
    elif pattern.loose:
        match = _loose(pattern, word_text, anchor, language)
    else:
        match = _spaced(pattern, words, word_text, anchor, language)
    return match if match and counts(pattern, words, text, match) else None


def _loose(pattern: Pattern, text: WordText, anchor: Span, language: Language) -> Match | None:
    found = match_loose(
        pattern.written[0], text, anchor, particles=language.particles, names_behind=language.names_behind
    )
    return Match(found.span, found.via, (found.span,)) if found else None


def _unspaced(pattern: Pattern, words: Words, text: str, anchor: Span, language: Language) -> Match | None:
    spans = _stretches(pattern, words, text, anchor)
    if spans is None:
        return None
    span, via = Span(spans[0].start, spans[-1].end), words[pattern.words[pattern.anchor]][text[slice(*anchor)]]
    return None if _is_cut_out(text, span, language) else Match(span, via, tuple(spans))


def _spaced(pattern: Pattern, words: Words, text: WordText, anchor: Span, language: Language) -> Match | None:
    found = _spans(pattern, words, text, anchor, language)
    if found is None or not _quotes_fit(text.text, found[0], pattern.gaps):
        return None
    spans, via = found
    tail = len(pattern.tail) if pattern.tail and text.text.startswith(pattern.tail, spans[-1].end) else 0
    return Match(Span(spans[0].start, spans[-1].end + tail), via, tuple(spans))


def _stretches(pattern: Pattern, words: Words, text: str, anchor: Span) -> list[Span] | None:
    """The spans of a pattern's stretches in a script without blanks; a blank or line break may stand between two."""
    spans = [anchor]
    for index in reversed(pattern.words[: pattern.anchor]):
        blank = _BLANK_BEFORE.match(text, 0, spans[0].start)
        end = blank.start() if blank else spans[0].start
        form = next((form for form in words[index] if text.endswith(form, 0, end)), None)
        if form is None:
            return None
        spans.insert(0, Span(end - len(form), end))
    for index in pattern.words[pattern.anchor + 1 :]:
        blank = _BLANK.match(text, spans[-1].end)
        start = blank.end() if blank else spans[-1].end
        form = next((form for form in words[index] if text.startswith(form, start)), None)
        if form is None:
            return None
        spans.append(Span(start, start + len(form)))
    return spans


def _is_cut_out(text: str, span: Span, language: Language) -> bool:
    """Whether a span in a script without blanks is a part of something else."""
    return (
        cuts_cluster(text, span)
        or is_part_of_longer(text, span, language.longer, language.free)
        or is_other_name(text, span, language.names_behind)
    )


def _spans(
    pattern: Pattern, words: Words, text: WordText, anchor: Span, language: Language
) -> tuple[list[Span], Via] | None:
    """The spans of the pattern's words around its anchor, and the weakest evidence among them."""
    last = len(pattern.words) - 1
    forms, form = words[pattern.words[pattern.anchor]], text.text[anchor.start : anchor.end]
    via = forms[form]
    whole = text.around(*anchor)
    if via is Via.GUESSED and pattern.compounds and is_link(form, forms) and is_first(anchor, whole, text.text):
        via = Via.COMPOUND
    if whole != anchor:
        # An ending that is only guessed may be the beginning of the next part: kommune|styre, not kommunest|yre.
        sure = via < Via.GUESSED or anchor.end == whole.end
        part_of_last = pattern.compounds and pattern.anchor == last and sure
        if not (part_of_last and is_part(anchor, whole, text.text, language, pattern)):
            return None
        via = max(via, Via.COMPOUND)
    # Of a compound only the term's own part is marked: that is what there is to replace.
    spans = [anchor]
    for position in range(pattern.anchor - 1, -1, -1):
        gap, forms = pattern.gaps[position] if pattern.gaps else "", words[pattern.words[position]]
        neighbour = _known(text.before, spans[0].start, gap, language.detached, forms)
        if neighbour is None or neighbour.word not in forms:
            return None
        spans.insert(0, neighbour.span)
        via = max(via, forms[neighbour.word])
    for position in range(pattern.anchor + 1, last + 1):
        gap, forms = pattern.gaps[position - 1] if pattern.gaps else "", words[pattern.words[position]]
        neighbour = _known(text.after, spans[-1].end, gap, language.detached, forms)
        if neighbour is None:
            return None
        span, grade = neighbour.span, forms.get(neighbour.word)
        if grade is None and pattern.compounds and position == last:
            span, grade = first_part(text.text, span, forms, language, pattern)
        if grade is None:
            return None
        spans.append(span)
        via = max(via, grade)
    return spans, via


def _quotes_fit(text: str, spans: Sequence[Span], own: Sequence[str]) -> bool:
    """Whether a quotation mark inside a term has its partner at the term's end: the model “Skillful Mass Mobilization”.

    One word that is set off is said with a wink: the “People's” Council. `own` is the punctuation of the term itself.
    """
    gaps = [text[one.end : next_.start] for one, next_ in pairwise(spans)]
    wanted = own or ("",) * len(gaps)
    marked = [at for at, gap in enumerate(gaps, start=1) if not wanted[at - 1] and not QUOTES.isdisjoint(gap)]
    if len(marked) != 1:
        return not marked
    start, end = spans[0].start, spans[-1].end
    first, last = text[max(0, start - 2) : start].rstrip()[-1:] in QUOTES, text[end : end + 2].lstrip()[:1] in QUOTES
    quoted = text[start : spans[marked[0] - 1].end] if first else text[spans[marked[0]].start : end]
    return first is not last and len(quoted.split()) > 1


def _known(
    neighbour: Callable[[int, str, str], Neighbour | None], place: int, gap: str, detached: str, forms: Forms
) -> Neighbour | None:
    """The word beside a place; where that is none of the forms, the one beyond an ending that stands apart."""
    plain = neighbour(place, gap, "")
    if not detached or (plain and plain.word in forms):
        return plain
    return neighbour(place, gap, detached) or plain
