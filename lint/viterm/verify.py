"""Verifying a hit: whether the rendering really stands around its anchor word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import regex

from viterm.compiled import Forms, Pattern, Words
from viterm.findings import Via
from viterm.fold import Folded, fold, fold_unbroken, unbroken
from viterm.guards import (
    cuts_cluster,
    is_derived,
    is_other_name,
    is_part_of_longer,
    stands_in,
)
from viterm.languages import LANGUAGES, LINKS, SHORTEST_COMPOUND, SHORTEST_IN_COMPOUND, Language
from viterm.loose import match_loose
from viterm.words import BLANK, QUOTES, Neighbour, Passage, SpacedPassage, Span, UnspacedPassage, WordText

_ANY_LANGUAGE = Language("", "", inflects=False)
_CONTEXT_WORDS = 8
_CONTEXT_LENGTH = 160
_CONTEXT_LENGTH_UNSPACED = 24
_SHORTEST_REST = 3
_BLANK = regex.compile(BLANK)
_BLANK_BEFORE = regex.compile(rf"(?r){BLANK}")


class Match(NamedTuple):
    """A verified rendering: its folded span, the weakest evidence among its words, and their spans."""

    start: int
    end: int
    via: Via
    words: tuple[Span, ...] = ()


class FoldedText:
    """The text of a segment as it is seen, folded, and cut into words."""

    def __init__(self, visible: str, folded: Folded | None = None) -> None:
        self.visible = visible
        self.folded: Folded = folded or fold(visible)
        self._words: dict[bool, WordText] = {}

    def words(self, *, apostrophe_in_words: bool) -> WordText:
        """The words, as languages with or without apostrophes in them cut them."""
        if apostrophe_in_words not in self._words:
            self._words[apostrophe_in_words] = WordText(self.folded.text, apostrophe_in_words=apostrophe_in_words)
        return self._words[apostrophe_in_words]

    def unbroken(self) -> FoldedText | None:
        """The text with the words joined that a hyphen breaks at a line end; None where there is none such."""
        folded = fold_unbroken(self.visible)
        return FoldedText(self.visible, folded) if folded else None

    def is_broken(self, match: Match) -> bool:
        """Whether a hyphen at a line end stands within a match."""
        seen = self.seen(Span(match.start, match.end))
        return unbroken(seen) != seen

    def seen(self, span: Span) -> str:
        """The visible text of a folded span."""
        start, end = self.folded.source(*span)
        return self.visible[start:end]


def verify(pattern: Pattern, words: Words, text: FoldedText, anchor: Span) -> Match | None:
    """The match of a pattern whose anchor word, or a part of a compound, stands at `anchor`; None if it is none."""
    word_text = text.words(apostrophe_in_words=pattern.apostrophe_in_words)
    language = LANGUAGES.get(pattern.language, _ANY_LANGUAGE)
    if pattern.substring:
        stretches = _stretches(pattern, words, word_text.text, anchor)
        if stretches is None or _is_cut_out(word_text.text, Span(stretches[0].start, stretches[-1].end), language):
            return None
        via = words[pattern.words[pattern.anchor]][word_text.text[slice(*anchor)]]
        match, spans = Match(stretches[0].start, stretches[-1].end, via), stretches
    elif pattern.loose:
        loose = match_loose(
            pattern.written[0], word_text, anchor, particles=language.particles, names_behind=language.names_behind
        )
        if loose is None:
            return None
        match, spans = Match(*loose.span, loose.via), [loose.span]
    else:
        found = _spans(pattern, words, word_text, anchor, language)
        if found is None:
            return None
        spans, via = found
        if not _quotes_fit(word_text.text, spans, pattern.gaps):
            return None
        tail = len(pattern.tail) if pattern.tail and word_text.text.startswith(pattern.tail, spans[-1].end) else 0
        match = Match(spans[0].start, spans[-1].end + tail, via)
    fits = (
        _letter_case_fits(pattern, spans, text, word_text)
        and not (pattern.bare_capitals and _lacks_accent(pattern, words, spans, text))
        and not (pattern.abbreviation and _in_document_code(word_text.text, match))
        and not _is_excluded(pattern, word_text.text, Span(match.start, match.end), language)
        and _context_fits(pattern, words, word_text, match)
        and not (_is_foreign_vietnamese(pattern) and _in_vietnamese(text, match))
    )
    return match._replace(words=tuple(spans)) if fits else None


def _is_excluded(pattern: Pattern, text: str, span: Span, language: Language) -> bool:
    return any(stands_in(phrase, text, span, language.particles) for phrase in pattern.excluded)


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
    if via is Via.GUESSED and pattern.compounds and _is_link(form, forms) and _is_first(anchor, whole, text.text):
        via = Via.COMPOUND
    if whole != anchor:
        # An ending that is only guessed may be the beginning of the next part: kommune|styre, not kommunest|yre.
        sure = via < Via.GUESSED or anchor.end == whole.end
        part_of_last = pattern.compounds and pattern.anchor == last and sure
        joined = _is_compound if len(form) >= SHORTEST_IN_COMPOUND else _is_short_part
        if not (part_of_last and joined(anchor, whole, text.text, language, pattern)):
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
            span, grade = _first_part(text.text, span, forms, language, pattern)
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


def may_be_part(form: str, pattern: Pattern) -> bool:
    """Whether a form of a pattern's anchor may stand inside a longer word."""
    if pattern.substring or pattern.loose:
        return True
    is_last = pattern.compounds and pattern.anchor == len(pattern.words) - 1
    return is_last and (len(form) >= SHORTEST_IN_COMPOUND or form in lookalikes(pattern.short_parts))


@cache
def lookalikes(short_parts: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """`Pattern.short_parts` as short form → the words that hold it by chance."""
    rows = (row.split() for row in short_parts)
    return {short: tuple(words) for short, *words in rows}


def _is_compound(part: Span, whole: Span, text: str, language: Language, pattern: Pattern) -> bool:
    """Whether the part is the first part of a longer word (Massenmobilisierung|s|arbeit) or, alone, a later one."""
    before, after = part.start - whole.start, whole.end - part.end
    if after:
        is_link = text[part.end : whole.end] in LINKS and text[whole.end : whole.end + 1] == "-"
        if not is_link and (after < _SHORTEST_REST or _is_derived(part, whole, text, language)):
            return False
    if before == 0:
        return True
    head = text[whole.start : part.start]
    return len(pattern.words) == 1 and before >= _SHORTEST_REST and not is_derived(language.derivation, head=head)


def _is_short_part(part: Span, whole: Span, text: str, language: Language, pattern: Pattern) -> bool:
    """Whether a short word is the first or the last part of a longer one, and not by chance (Datei|typ, W|ort)."""
    word, short = text[whole.start : whole.end], text[part.start : part.end]
    at_edge = part.start == whole.start or part.end == whole.end
    if not at_edge or len(word) < SHORTEST_COMPOUND:
        return False
    chance = lookalikes(pattern.short_parts).get(short)
    if chance is None or (word.startswith(chance) if part.start == whole.start else word.endswith(chance)):
        return False
    return _is_compound(part, whole, text, language, pattern)


def _is_derived(part: Span, whole: Span, text: str, language: Language) -> bool:
    """Whether the part is the beginning of another word (Genossen|schaft), however its end is cut (Mitglieds|chaft)."""
    ends = [part.end, *(part.end - len(link) for link in LINKS if text.endswith(link, part.start, part.end))]
    return any(is_derived(language.derivation, tail=text[end : whole.end]) for end in ends)


def _is_first(part: Span, whole: Span, text: str) -> bool:
    return part.start == whole.start and (part.end < whole.end or text[part.end : part.end + 1] == "-")


def _is_link(form: str, forms: Forms) -> bool:
    """Whether what looks like a guessed ending is a surer form and the link of a compound (Massenmobilisierung|s|…)."""
    return any(form.endswith(link) and forms.get(form.removesuffix(link), Via.GUESSED) < Via.GUESSED for link in LINKS)


def _first_part(text: str, whole: Span, forms: Forms, language: Language, pattern: Pattern) -> tuple[Span, Via | None]:
    """The longest form that begins the word and leaves room for another part; the word and None where there is none."""
    for end in range(whole.end - 1, whole.start + SHORTEST_IN_COMPOUND - 1, -1):
        part = Span(whole.start, end)
        form = text[whole.start : end]
        known = form in forms and (forms[form] < Via.GUESSED or _is_link(form, forms))
        if known and _is_compound(part, whole, text, language, pattern):
            return part, Via.COMPOUND
    return whole, None


def _letter_case_fits(pattern: Pattern, spans: list[Span], text: FoldedText, words: WordText) -> bool:
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


def _lacks_accent(pattern: Pattern, words: Words, spans: list[Span], text: FoldedText) -> bool:
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


_DOCUMENT_CODE_BEFORE = regex.compile(r"(?:/|\d-?|\d\S*/\S*-)$")
_LONGEST_CODE = 24
_DOCUMENT_CODE_AFTER = regex.compile(r"/|-?\d")


def _in_document_code(text: str, match: Match) -> bool:
    """Whether an abbreviation is a part of a document's number: 12-CT/TU, 70-KH/BDVTW, 44/BC-MTTQ-BTT."""
    return bool(
        _DOCUMENT_CODE_BEFORE.search(text, max(0, match.start - _LONGEST_CODE), match.start)
        or _DOCUMENT_CODE_AFTER.match(text, match.end)
    )


_LINE_END = r"(?:\r\n|(?<!\r)\n|\r(?!\n))"
_PARAGRAPH_END = rf"{_LINE_END}[ \t]*{_LINE_END}"
_PARAGRAPH_END_AFTER = regex.compile(_PARAGRAPH_END)
_PARAGRAPH_END_BEFORE = regex.compile(rf"(?r){_PARAGRAPH_END}")


def _context_fits(pattern: Pattern, words: Words, text: WordText, match: Match) -> bool:
    if not (pattern.near or pattern.before or pattern.after):
        return True
    left, right = _context(pattern, text, match)
    return (
        (not pattern.near or words.any_in(pattern.near, left) or words.any_in(pattern.near, right))
        and (not pattern.after or words.any_in(pattern.after, left))
        and (not pattern.before or words.any_in(pattern.before, right))
    )


def _context(pattern: Pattern, text: WordText, match: Match) -> tuple[Passage, Passage]:
    """What stands to the left and right within the paragraph."""
    length = _CONTEXT_LENGTH_UNSPACED if pattern.substring else _CONTEXT_LENGTH
    start, end = max(0, match.start - length), match.end + length
    if before := _PARAGRAPH_END_BEFORE.search(text.text, start, match.start):
        start = before.end()
    if after := _PARAGRAPH_END_AFTER.search(text.text, match.end, end):
        end = after.start()
    if pattern.substring:
        return UnspacedPassage(text.text[start : match.start]), UnspacedPassage(text.text[match.end : end])
    left, right = text.words(start, match.start)[-_CONTEXT_WORDS:], text.words(match.end, end)[:_CONTEXT_WORDS]
    return SpacedPassage(left), SpacedPassage(right)


_VIETNAMESE_ONLY = regex.compile("[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")


def _is_foreign_vietnamese(pattern: Pattern) -> bool:
    return pattern.language == "vi" and pattern.status == "untranslated"


def _in_vietnamese(text: FoldedText, match: Match) -> bool:
    """Whether a Vietnamese name stands in a Vietnamese passage (a title, a quotation) and is not left in by mistake."""
    words = text.words(apostrophe_in_words=False).words
    around = words(match.start - 40, match.start)[-3:] + words(match.end, match.end + 40)[:3]
    return sum(1 for word in around if _VIETNAMESE_ONLY.search(word)) >= 3
