"""Which renderings a word of a text may belong to: those with it as their anchor and the right word beside it.

Many renderings share an anchor (*party*, *committee*); to verify each of them at each place would cost more than all
else. So they lie under the word that must stand beside the anchor (or the letter, where blanks come and go), and one
look at the text tells which are left.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from viterm.compiled import Compiled, Words
from viterm.compounds import may_be, part_of
from viterm.folded_text import FoldedText
from viterm.languages import LANGUAGES
from viterm.loose import letter_before, letter_behind, letters_beside
from viterm.term_patterns import Pattern
from viterm.words import Span


class _Neighbour(NamedTuple):
    """What stands beside an anchor, behind it (1) or before it (-1): a word, or a letter beyond whatever blanks."""

    side: int
    word: int = -1
    letter: str = ""


class _Anchor:
    """The patterns of one anchor word: `alone`, and `beside` by side and by the forms that must stand there.

    `parts`: as what the patterns may stand inside a longer word.
    """

    def __init__(self, patterns: Sequence[Pattern], words: Words) -> None:
        # They share a word, and so its language.
        self.apostrophe_in_words, self.loose = patterns[0].apostrophe_in_words, patterns[0].loose
        language = LANGUAGES.get(patterns[0].language)
        self.detached = language.detached if language else ""
        self.parts = {part_of(pattern) for pattern in patterns}
        self.alone: list[Pattern] = []
        self.beside: dict[int, dict[str, list[Pattern]]] = {1: {}, -1: {}}
        # Of two neighbours the one with fewer renderings tells more: hardly the *de* of *mobilisation de masse*.
        shared = Counter(neighbour for pattern in patterns for neighbour in _neighbours(pattern))
        chosen = defaultdict[_Neighbour | None, list[Pattern]](list)
        for pattern in patterns:
            chosen[min(_neighbours(pattern), key=lambda one: shared[one], default=None)].append(pattern)
        for neighbour, found in chosen.items():
            if neighbour is None:
                self.alone = found
                continue
            by_form = self.beside[neighbour.side]
            for form in [neighbour.letter] if neighbour.letter else words.forms(neighbour.word):
                by_form[form] = by_form[form] + found if form in by_form else found


def _neighbours(pattern: Pattern) -> list[_Neighbour]:
    """What stands beside a pattern's anchor, of which a text can be asked before anything else is known."""
    if pattern.substring:
        return []
    if pattern.loose:
        sides = zip((-1, 1), letters_beside(pattern.written[0]), strict=True)
        return [_Neighbour(side, letter=letter) for side, letter in sides if letter]
    place, last = pattern.anchor, len(pattern.words) - 1
    gaps = pattern.gaps or ("",) * last
    found = []
    # The last word may be the beginning of a longer one, of which no index knows.
    if place < last and not gaps[place] and not (pattern.compounds and place + 1 == last):
        found.append(_Neighbour(1, pattern.words[place + 1]))
    if place and not gaps[place - 1]:
        found.append(_Neighbour(-1, pattern.words[place - 1]))
    return found


class Candidates:
    """The patterns of a compiled glossary by the forms of their anchors; `forms` are all of these, in a fixed order."""

    def __init__(self, compiled: Compiled) -> None:
        self._words, self._patterns = compiled.words, compiled.patterns
        self._of_word = compiled.patterns.by_anchor()
        by_form: dict[str, list[int]] = {}
        for word in self._of_word:
            for form in compiled.words.forms(word):
                if form in by_form:
                    by_form[form].append(word)
                else:
                    by_form[form] = [word]
        self.forms = list(by_form)
        self._indices = list(by_form.values())
        # Most glossaries are larger than most texts: an anchor is looked into when it first occurs.
        self._anchors: dict[int, _Anchor] = {}
        self._whole: dict[int, list[_Anchor]] = {}
        self._inside: dict[int, list[_Anchor]] = {}

    def at(self, index: int, span: Span, text: FoldedText) -> Iterator[Pattern]:
        """The patterns that the form of an index (in `forms`) may belong to where it stands in a text."""
        if text.words(apostrophe_in_words=False).is_whole(*span):
            for anchor in self._anchors_of(index):
                yield from anchor.alone
                yield from _beside(anchor, span, text)
            return
        form = self.forms[index]
        for anchor in self._anchors_inside(index):
            found = (*anchor.alone, *_beside(anchor, span, text))
            yield from (pattern for pattern in found if may_be(part_of(pattern), form))

    def _anchors_of(self, index: int) -> list[_Anchor]:
        """The anchors of which a form is one."""
        if index not in self._whole:
            self._whole[index] = [self._anchor(word) for word in self._indices[index]]
        return self._whole[index]

    def _anchors_inside(self, index: int) -> list[_Anchor]:
        """Those anchors of a form that have a pattern which may stand inside a longer word."""
        if index not in self._inside:
            form = self.forms[index]
            self._inside[index] = [
                anchor for anchor in self._anchors_of(index) if any(may_be(part, form) for part in anchor.parts)
            ]
        return self._inside[index]

    def _anchor(self, word: int) -> _Anchor:
        if word not in self._anchors:
            self._anchors[word] = _Anchor([self._patterns[index] for index in self._of_word[word]], self._words)
        return self._anchors[word]


def _beside(anchor: _Anchor, span: Span, text: FoldedText) -> Iterator[Pattern]:
    """The patterns of an anchor of which the word or letter beside it stands there."""
    for side, patterns in anchor.beside.items():
        if patterns:
            for seen in _seen(anchor, side, span, text):
                yield from patterns.get(seen, ())


def _seen(anchor: _Anchor, side: int, span: Span, text: FoldedText) -> Iterable[str]:
    """What stands on a side of an anchor in a text."""
    if anchor.loose:
        return [letter_before(text.folded.text, span.start) if side < 0 else letter_behind(text.folded.text, span.end)]
    words = text.words(apostrophe_in_words=anchor.apostrophe_in_words)
    look, place = (words.after, span.end) if side > 0 else (words.before, span.start)
    if not anchor.detached:
        return (neighbour.word,) if (neighbour := look(place, "")) else ()
    return {neighbour.word for ending in ("", anchor.detached) if (neighbour := look(place, "", ending))}
