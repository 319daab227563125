"""Guards: what looks like a term and is a part of something else.

They know no language: what they look for is in the table of languages (`languages`, `word_parts`).
"""

from __future__ import annotations

from functools import cache

import regex

from viterm.word_parts import Derivation
from viterm.words import Span

# Marks and vowels that belong to the letter in front, and a silent consonant with its mark; vowels and the sign of a
# letter below that belong to the letter behind.
_NO_CUT_BEFORE = regex.compile(
    r"[\p{M}\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebd\u0ec8-\u0ece]|[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c"
)
_NO_CUT_AFTER = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4\u17d2")
_LATIN_OR_DIGIT = regex.compile(r"[\p{Latin}\p{Nd}]")
_KATAKANA = regex.compile(r"[\p{Katakana}ー]")
_HAN = regex.compile(r"\p{Han}")
_WIDEST = 8
"""The longest word that `longer` lists, in characters."""


def cuts_cluster(text: str, span: Span) -> bool:
    """Whether a span in a script without blanks cuts a syllable or a run of Katakana, Latin letters or digits."""
    if _NO_CUT_BEFORE.match(text, span.end) or text[span.start - 1 : span.start] in _NO_CUT_AFTER:
        return True
    edges = ((span.start - 1, span.start), (span.end - 1, span.end))
    return any(
        left >= 0 and right < len(text) and run.match(text, left) is not None and run.match(text, right) is not None
        for left, right in edges
        for run in (_LATIN_OR_DIGIT, _KATAKANA)
    )


def is_part_of_longer(text: str, span: Span, longer: str, free: str) -> bool:
    """Whether a listed longer word overlaps the span and sticks out of it.

    `longer`: a pattern of such words. A single Chinese character is a part of a word, whichever, unless what stands on
    either side is in `free` or no Chinese character.
    """
    if span.end - span.start == 1 and _HAN.match(text, span.start):
        sides = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
        return any(_HAN.match(side) and side not in free for side in sides)
    if not longer:
        return False
    found = _pattern(longer).finditer(text, max(0, span.start - _WIDEST), span.end + _WIDEST, overlapped=True)
    return any(
        word.start() < span.end and span.start < word.end() and (word.start() < span.start or span.end < word.end())
        for word in found
    )


def is_other_name(text: str, span: Span, names_behind: str) -> bool:
    """Whether what stands behind the span makes a name of something else of it: 祖国阵线报, a newspaper."""
    return bool(names_behind) and _pattern(names_behind).match(text, span.end) is not None


def is_derived(derivation: Derivation | None, *, tail: str = "", head: str = "") -> bool:
    """Whether the rest of a word behind (or in front of) a term makes another word of it and not a compound."""
    if derivation is None:
        return False
    pattern, rest = (derivation.tails, tail) if tail else (derivation.heads, head)
    return bool(pattern and rest) and _pattern(pattern).fullmatch(rest) is not None


def stands_in(phrase: str, text: str, span: Span, particles: str = "") -> bool:
    """Whether a folded phrase stands in the text so that it holds the span, at its whole length or more.

    `particles`: what may be written onto the phrase, as in `languages.Language`.
    """
    found = _phrase(phrase).finditer(
        text, max(0, span.start - 2 * len(phrase)), span.end + 2 * len(phrase), overlapped=True
    )
    ends = {match.end() for match in found if match.start() <= span.start}
    return any(span.end <= end or (particles and _pattern(particles).fullmatch(text, end, span.end)) for end in ends)


@cache
def _pattern(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)


@cache
def _phrase(phrase: str) -> regex.Pattern[str]:
    """A phrase, whatever the blanks between its words."""
    return regex.compile(r"\s+".join(map(regex.escape, phrase.split())))
