"""Finding: a document and a compiled glossary give occurrences.

One Aho-Corasick automaton runs over the folded text for the anchor word of every rendering; each hit is verified word
by word to its left and right. The cost depends on the text and its hits, not on the number of concepts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

import ahocorasick_rs
import regex

from viterm.compiled import Compiled, Pattern
from viterm.document import Document, Segment
from viterm.findings import Occurrence, Via
from viterm.fold import Folded, fold
from viterm.languages import LINKS
from viterm.overlaps import without_overlapped

# Scripts without blanks between words: their letters neither continue nor begin a word of another script.
_LETTER = r"[[\p{L}\p{N}]--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]]"
_WORD = rf"{_LETTER}(?:{_LETTER}|\p{{M}})*"
# Between two words of a term: blanks and at most one line break, a hyphen, or an apostrophe; other punctuation only
# where the term itself has it.
_BLANK = r"[ \t]*(?:\r\n?|\n)?[ \t]*"
_GAP = rf"(?:'|[ \t]*-?{_BLANK}-?[ \t]*)"

_CONTEXT_WORDS = 8
_CONTEXT_LENGTH = 160
# Parts of compounds: shorter ones are too often something else (Fort|schritt, etter|middag).
_SHORTEST_IN_COMPOUND = 6
_SHORTEST_REST = 3

_VIETNAMESE_ONLY = regex.compile("[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_DOCUMENT_CODE_BEFORE = regex.compile(r"(?:/|\d-?)$")
_DOCUMENT_CODE_AFTER = regex.compile(r"/|-?\d")


class Span(NamedTuple):
    """A half-open stretch of a folded text."""

    start: int
    end: int


class _Scanner:
    """Words to the left and right of a place in one folded text."""

    def __init__(self, *, apostrophe_in_words: bool) -> None:
        self._word = rf"{_WORD}(?:'{_WORD})*" if apostrophe_in_words else _WORD
        self._any_word = regex.compile(f"(?V1){self._word}")
        inside = rf"(?:{_LETTER}|\p{{M}})"
        self._rest = regex.compile(rf"(?V1)(?:'?{inside})+" if apostrophe_in_words else rf"(?V1){inside}+")
        self._start = regex.compile(rf"(?V1)(?r)(?:{inside}'?)+" if apostrophe_in_words else rf"(?V1)(?r){inside}+")
        self._by_gap: dict[str, tuple[regex.Pattern[str], regex.Pattern[str]]] = {}

    def after(self, text: str, end: int, gap: str) -> Span | None:
        """The next word, if nothing but the gap lies between; "" is the usual gap, else the punctuation in it."""
        match = self._patterns(gap)[0].match(text, end)
        return Span(*match.span("word")) if match else None

    def before(self, text: str, start: int, gap: str) -> Span | None:
        """The previous word, if nothing but the gap lies between."""
        match = self._patterns(gap)[1].match(text, 0, start)
        return Span(*match.span("word")) if match else None

    def words(self, text: str) -> list[str]:
        """All words of a text."""
        return [match[0] for match in self._any_word.finditer(text)]

    def _patterns(self, gap: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
        if gap not in self._by_gap:
            between = _BLANK.join(["", *map(regex.escape, gap), ""]) if gap else _GAP
            self._by_gap[gap] = (
                regex.compile(rf"(?V1){between}(?P<word>{self._word})"),
                regex.compile(rf"(?V1)(?r)(?P<word>{self._word}){between}"),
            )
        return self._by_gap[gap]

    def word_around(self, text: str, start: int, end: int) -> Span:
        """The whole word that the stretch is a part of."""
        left = self._start.match(text, 0, start)
        right = self._rest.match(text, end)
        return Span(left.start() if left else start, right.end() if right else end)


_SCANNERS = {flag: _Scanner(apostrophe_in_words=flag) for flag in (False, True)}


class _Match(NamedTuple):
    """A verified pattern in a folded text."""

    start: int
    end: int
    via: Via


class Finder:
    """Finds a compiled glossary's renderings in documents of its language. Make it once, use it for many documents."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        by_form: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in compiled.patterns:
            for form in compiled.words[pattern.words[pattern.anchor]]:
                by_form[form].append(pattern)
        self._patterns = tuple(by_form.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_form))

    def find(self, document: Document) -> list[Occurrence]:
        """All occurrences in a document, in order; see `without_overlapped` for what a longer one silences."""
        occurrences = without_overlapped(
            occurrence
            for segment in document.segments
            for occurrence in self._in_segment(segment, document)
        )
        return [occurrence for occurrence in occurrences if not _is_gloss(occurrence, occurrences, document)]

    def _in_segment(self, segment: Segment, document: Document) -> Iterator[Occurrence]:
        folded = fold(segment.text)
        best: dict[tuple[int, int, str, str, str], tuple[Pattern, Via]] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(folded.text, overlapping=True):
            for pattern in self._patterns[index]:
                match = self._verify(pattern, segment.text, folded, Span(start, end), document.path)
                if match is None:
                    continue
                key = (match.start, match.end, pattern.concept, pattern.rendering, pattern.language)
                if key not in best or match.via < best[key][1]:
                    best[key] = pattern, match.via
        for (start, end, *_), (pattern, via) in best.items():
            yield self._occurrence(pattern, via, segment, folded.source(start, end))

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

    def _verify(self, pattern: Pattern, visible: str, folded: Folded, anchor: Span, path: str) -> _Match | None:
        text = folded.text
        matched = self._words(pattern, text, anchor)
        if matched is None:
            return None
        spans, via = matched
        start, end = spans[0].start, spans[-1].end
        if not _letter_case_fits(pattern, spans, visible, folded):
            return None
        if pattern.abbreviation and (
            _DOCUMENT_CODE_BEFORE.search(text, max(0, start - 4), start) or _DOCUMENT_CODE_AFTER.match(text, end)
        ):
            return None
        if pattern.excluded and " ".join(text[start:end].split()) in pattern.excluded:
            return None
        if pattern.files and not any(fnmatchcase(path, glob) for glob in pattern.files):
            return None
        if not _context_fits(pattern, text, start, end):
            return None
        if pattern.language == "vi" and pattern.status == "untranslated" and _in_vietnamese(text, start, end):
            return None
        return _Match(start, end, via)

    def _words(self, pattern: Pattern, text: str, anchor: Span) -> tuple[list[Span], Via] | None:
        """The spans of the pattern's words around its anchor, and the weakest evidence among them."""
        forms = [self.compiled.words[word] for word in pattern.words]
        via = forms[pattern.anchor][text[anchor.start : anchor.end]]
        if pattern.substring:
            return None if _cuts_cluster(text, anchor) else ([anchor], via)
        scanner = _SCANNERS[pattern.apostrophe_in_words]
        whole = scanner.word_around(text, *anchor)
        if whole != anchor:
            last = pattern.anchor == len(forms) - 1
            if not (pattern.compounds and last and _is_compound(anchor, whole, text, alone=len(forms) == 1)):
                return None
            via = max(via, Via.COMPOUND)
        # Of a compound only the term's own part is marked: that is what there is to replace.
        spans = [anchor]
        for position in range(pattern.anchor - 1, -1, -1):
            span = scanner.before(text, spans[0].start, pattern.gaps[position] if pattern.gaps else "")
            grade = forms[position].get(text[span.start : span.end]) if span else None
            if span is None or grade is None:
                return None
            spans.insert(0, span)
            via = max(via, grade)
        for position in range(pattern.anchor + 1, len(forms)):
            span = scanner.after(text, spans[-1].end, pattern.gaps[position - 1] if pattern.gaps else "")
            if span is None:
                return None
            grade = forms[position].get(text[span.start : span.end])
            if grade is None and pattern.compounds and position == len(forms) - 1:
                span, grade = _first_part(text, span, forms[position])
            if grade is None:
                return None
            spans.append(span)
            via = max(via, grade)
        return spans, via


def _is_compound(part: Span, whole: Span, text: str, *, alone: bool) -> bool:
    """Whether the part is the first part of a longer word (Massenmobilisierung|s|arbeit) or, alone, its last one."""
    if part.end - part.start < _SHORTEST_IN_COMPOUND:
        return False
    before, after = part.start - whole.start, whole.end - part.end
    if before == 0:
        return after >= _SHORTEST_REST or _is_link_before_hyphen(text, part.end, whole.end)
    return alone and after == 0 and before >= _SHORTEST_REST


def _is_link_before_hyphen(text: str, start: int, end: int) -> bool:
    return text[start:end] in LINKS and text[end : end + 1] == "-"


def _first_part(text: str, whole: Span, forms: dict[str, Via]) -> tuple[Span, Via | None]:
    """The longest form that begins the word and leaves room for another part; the word and None where there is none."""
    for end in range(whole.end - 1, whole.start + _SHORTEST_IN_COMPOUND - 1, -1):
        part = Span(whole.start, end)
        if text[whole.start : end] in forms and _is_compound(part, whole, text, alone=False):
            return part, Via.COMPOUND
    return whole, None


def _letter_case_fits(pattern: Pattern, spans: list[Span], visible: str, folded: Folded) -> bool:
    if not (pattern.sensitive or pattern.noun_capitals):
        return True
    scanner = _SCANNERS[pattern.apostrophe_in_words]
    for span, written in zip(spans, pattern.written, strict=True):
        start, end = folded.source(scanner.word_around(folded.text, *span).start, span.end)
        word = visible[start:end]
        if pattern.sensitive:
            # Inflection may change the end of a word, so letters are compared as far as the two agree folded.
            if any(a.lower() == b.lower() and a != b for a, b in zip(word, written, strict=False)):
                return False
        elif written[:1].isupper() and not word[:1].isupper():
            return False
    return True


def _context_fits(pattern: Pattern, text: str, start: int, end: int) -> bool:
    if not (pattern.near or pattern.before or pattern.after):
        return True
    left = text[max(0, start - _CONTEXT_LENGTH) : start].rpartition("\n\n")[2]
    right = text[end : end + _CONTEXT_LENGTH].partition("\n\n")[0]
    scanner = _SCANNERS[pattern.apostrophe_in_words]
    words_left, words_right = scanner.words(left)[-_CONTEXT_WORDS:], scanner.words(right)[:_CONTEXT_WORDS]
    return (
        (not pattern.near or _any_word(words_left + words_right, pattern.near))
        and (not pattern.after or _any_word(words_left, pattern.after))
        and (not pattern.before or _any_word(words_right, pattern.before))
    )


def _any_word(words: list[str], wanted: tuple[str, ...]) -> bool:
    return any(word in wanted for word in words)


def _in_vietnamese(text: str, start: int, end: int) -> bool:
    """Whether a Vietnamese name stands in a Vietnamese passage (a title, a quotation) and is not left in by mistake."""
    words = _SCANNERS[False].words
    around = words(text[max(0, start - 40) : start])[-3:] + words(text[end : end + 40])[:3]
    return sum(1 for word in around if _VIETNAMESE_ONLY.search(word)) >= 3


_NO_CUT_BEFORE = regex.compile(r"[\p{M}\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebc\u0ec8-\u0ece]")
_LATIN_OR_DIGIT = regex.compile(r"[\p{Latin}\p{Nd}]")
_KATAKANA = regex.compile(r"[\p{Katakana}ー]")


def _cuts_cluster(text: str, span: Span) -> bool:
    """Whether a span in a script without blanks ends inside a syllable or cuts a run of Katakana, Latin or digits."""
    if _NO_CUT_BEFORE.match(text, span.end):
        return True
    edges = ((span.start - 1, span.start), (span.end - 1, span.end))
    return any(
        left >= 0 and right < len(text) and run.match(text, left) is not None and run.match(text, right) is not None
        for left, right in edges
        for run in (_LATIN_OR_DIGIT, _KATAKANA)
    )


def _is_gloss(occurrence: Occurrence, all_occurrences: Iterable[Occurrence], document: Document) -> bool:
    """Whether a foreign name stands in brackets right behind its own translation: Vaterländische Front (MTTQ)."""
    if occurrence.status != "untranslated":
        return False
    before = document.text[: occurrence.start].rstrip(" „“”»«\"'")
    if not before.endswith(("(", "[", "（")):
        return False
    end = len(before[:-1].rstrip(" „“”»«\"'*_"))
    return any(
        other.concept == occurrence.concept and other.status != "untranslated" and other.start < end <= other.end + 1
        for other in all_occurrences
    )
