"""Words in a folded text: the ones around a place, and what may lie between two words of one term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from itertools import product
from typing import NamedTuple, Protocol

import regex

# Scripts without blanks between words: their letters neither continue nor begin a word of another script.
_LETTER = r"[[\p{L}\p{N}]--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]]"
_INSIDE = rf"(?:{_LETTER}|\p{{M}})"
_WORD = rf"{_LETTER}{_INSIDE}*"
# Between two words of a term: blanks and at most one line break, a hyphen, or an apostrophe; other punctuation only
# where the term itself has it.
BLANK = r"[ \t]*(?:\r\n?|\n)?[ \t]*"
"""Blanks and at most one line break, or nothing."""
# A stray blank may stand behind an elided word: d' émulation, dell' emulazione.
_ELIDED = rf"(?<=(?<!{_INSIDE})(?:{_LETTER}{{1,2}}|{_LETTER}+(?:ll|qu)))"
QUOTES = frozenset('„“”"«»‹›')
"""What sets a name off within a term: the model “Skillful Mass Mobilization”."""
_QUOTE = f"[{''.join(sorted(QUOTES))}]"
# An English genitive of the plural has its apostrophe and a blank: Farmers' Union. A quotation mark may stand beside a
# blank, French ones between two; whether its partner stands at the term's end is not seen here.
_GAP = (
    rf"(?:'|(?:{_ELIDED}|(?<=s))'{BLANK}|[ \t]*-?{BLANK}-?[ \t]*"
    rf"|[ \t]*{_QUOTE}(?=[ \t\r\n]){BLANK}|(?=[ \t\r\n]){BLANK}{_QUOTE}[ \t]*)"
)


_CONTINUING = regex.compile(f"(?V1){_INSIDE}")


@cache
def _continues(character: str) -> bool:
    """Whether a character beside a letter belongs to the same word."""
    return _CONTINUING.match(character) is not None


class Span(NamedTuple):
    """A half-open stretch of a text."""

    start: int
    end: int


class Neighbour(NamedTuple):
    """A word beside a place: its text and where it stands."""

    word: str
    span: Span


class _Patterns:
    """The regular expressions for one way of writing words."""

    def __init__(self, *, apostrophe_in_words: bool) -> None:
        self.word = rf"{_WORD}(?:'{_WORD})*" if apostrophe_in_words else _WORD
        self.any = regex.compile(f"(?V1){self.word}")
        self.rest = regex.compile(rf"(?V1)(?:'?{_INSIDE})+" if apostrophe_in_words else rf"(?V1){_INSIDE}+")
        self.start = regex.compile(rf"(?V1)(?r)(?:{_INSIDE}'?)+" if apostrophe_in_words else rf"(?V1)(?r){_INSIDE}+")


@cache
def _after(word: str, gap: str, detached: str) -> regex.Pattern[str]:
    """The next word behind a gap."""
    return regex.compile(rf"(?V1){_ending(detached)}{_between(gap)}(?P<word>{word})")


@cache
def _before(word: str, gap: str, detached: str) -> regex.Pattern[str]:
    """The previous word in front of a gap, read backwards."""
    return regex.compile(rf"(?V1)(?r)(?P<word>{word}){_ending(detached)}{_between(gap)}")


def _ending(detached: str) -> str:
    return rf"(?:{detached})(?!{_INSIDE})" if detached else ""


def _between(gap: str) -> str:
    return BLANK.join(["", *map(regex.escape, gap), ""]) if gap else _GAP


@cache
def _patterns(*, apostrophe_in_words: bool) -> _Patterns:
    return _Patterns(apostrophe_in_words=apostrophe_in_words)


class WordText:
    """One folded text and its words, each place looked at once however many terms ask.

    `apostrophe_in_words`: as in `languages.Language`. A `gap` is the punctuation that must stand between two words, ""
    for the usual blank, hyphen or apostrophe; `detached`: an ending
    that must stand behind the first of them, as in `languages.Language`; "" for none.
    """

    def __init__(self, text: str, *, apostrophe_in_words: bool) -> None:
        self.text = text
        self._patterns = _patterns(apostrophe_in_words=apostrophe_in_words)
        self._after: dict[tuple[int, str, str], Neighbour | None] = {}
        self._before: dict[tuple[int, str, str], Neighbour | None] = {}
        self._around: dict[tuple[int, int], Span] = {}

    def after(self, end: int, gap: str, detached: str = "", /) -> Neighbour | None:
        """The next word, if nothing but the gap lies between, or the gap and a detached ending in front of it."""
        key = end, gap, detached
        if key not in self._after:
            self._after[key] = _neighbour(_after(self._patterns.word, gap, detached).match(self.text, end))
        return self._after[key]

    def before(self, start: int, gap: str, detached: str = "", /) -> Neighbour | None:
        """The previous word, if nothing but the gap lies between, or the gap and a detached ending in front of it."""
        key = start, gap, detached
        if key not in self._before:
            self._before[key] = _neighbour(_before(self._patterns.word, gap, detached).match(self.text, 0, start))
        return self._before[key]

    def around(self, start: int, end: int) -> Span:
        """The whole word that a stretch of letters is a part of."""
        key = start, end
        if key not in self._around:
            left = self._patterns.start.match(self.text, 0, start)
            right = self._patterns.rest.match(self.text, end)
            self._around[key] = Span(left.start() if left else start, right.end() if right else end)
        return self._around[key]

    def is_whole(self, start: int, end: int) -> bool:
        """Whether a stretch of letters is no part of a longer word, apostrophes aside."""
        text = self.text
        return not (start and _continues(text[start - 1])) and not (end < len(text) and _continues(text[end]))

    @cached_property
    def passage(self) -> Passage:
        """Every word of the text."""
        return SpacedPassage(self.words(0, len(self.text)))

    def words(self, start: int, end: int) -> list[str]:
        """All words within a stretch, in order; one that it cuts is there in part."""
        return [match[0] for match in self._patterns.any.finditer(self.text, max(0, start), end)]


class Passage(Protocol):
    """A stretch of folded text that may be asked for a phrase."""

    def has(self, phrase: Sequence[Mapping[str, object]]) -> bool:
        """Whether a phrase stands in it, given each of its words by its forms."""


class SpacedPassage:
    """A passage by its words, in order."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._all = frozenset(words)

    def has(self, phrase: Sequence[Mapping[str, object]]) -> bool:
        """Whether the words of a phrase follow one another in it."""
        # Some words have thousands of forms: two sets are compared by the smaller one.
        if any(forms.keys().isdisjoint(self._all) for forms in phrase):
            return False
        starts = range(len(self._words) - len(phrase) + 1) if len(phrase) > 1 else ()
        return len(phrase) == 1 or any(
            all(word in forms for word, forms in zip(self._words[start:], phrase, strict=False)) for start in starts
        )


class UnspacedPassage:
    """A passage in a script without blanks between words."""

    def __init__(self, text: str) -> None:
        self._text = text

    def has(self, phrase: Sequence[Mapping[str, object]]) -> bool:
        """Whether the stretches of a phrase follow one another in it; a blank between two comes and goes."""
        if len(phrase) == 1:
            return any(form in self._text for form in phrase[0])
        text = "".join(self._text.split())
        return any("".join(forms) in text for forms in product(*phrase))


def _neighbour(match: regex.Match[str] | None) -> Neighbour | None:
    return Neighbour(match["word"], Span(*match.span("word"))) if match else None
