"""Terms whose blanks come and go, with particles written onto them: Korean 조국전선, 조국 전선에서는.

A blank between two words of a term may be missing; inside a word one may stand where two syllables or more are left on
either side. Between the members of a list a comma stands for a dot in the middle, and the other way round.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import NamedTuple

import regex

from viterm.findings import Via
from viterm.words import BLANK, Span, WordText

_LISTED = "[,·ㆍ・]"
_BETWEEN = regex.compile(rf" *{_LISTED} *|[ -]+")
_TERM = regex.compile(rf"[\p{{Hangul}}\p{{N}}]+(?:(?:{_BETWEEN.pattern})[\p{{Hangul}}\p{{N}}]+)*")
_SHORTEST_PART = 2
_SHORTEST_IN_COMPOUND = 4
"""Syllables: shorter terms are too often a part of another word (전선 in 전선주)."""


class LooseMatch(NamedTuple):
    """Where a term stands, with its particles, and by what evidence."""

    span: Span
    via: Via


def is_loose(term: str) -> bool:
    """Whether a term is written so that its blanks may come and go: Hangul words and digits, or lists of such."""
    return bool(_TERM.fullmatch(term.strip())) and bool(regex.search(r"\p{Hangul}", term))


def fixed_stretch(term: str) -> str:
    """The longest stretch of a folded term in which no blank can come or go."""
    return _pieces(term)[_anchor(term)].text


def letters_beside(term: str) -> tuple[str, str]:
    """The letters before and behind a folded term's fixed stretch, whatever stands between; "" where there is none."""
    pieces, anchor = _pieces(term), _anchor(term)
    before = pieces[anchor - 1].text[-1] if anchor else ""
    return before, pieces[anchor + 1].text[0] if anchor + 1 < len(pieces) else ""


def letter_before(text: str, start: int) -> str:
    """The letter before a place, beyond all that may part two pieces of a term; "" where there is none."""
    found = _LETTER_BEFORE.match(text, 0, start)
    return found[1] if found else ""


def letter_behind(text: str, end: int) -> str:
    """The letter behind a place, as `letter_before`."""
    found = _LETTER_BEHIND.match(text, end)
    return found[1] if found else ""


def match_loose(
    term: str, text: WordText, anchor: Span, *, particles: str, names_behind: str = ""
) -> LooseMatch | None:
    """The term around its fixed stretch; None where it does not stand there or is a part of another word.

    `particles` and `names_behind`: as in `languages.Language`.
    """
    span = _around(term, text.text, anchor)
    if span is None:
        return None
    whole = text.around(*span)
    head, tail = text.text[whole.start : span.start], text.text[span.end : whole.end]
    long = sum(len(piece.text) for piece in _pieces(term)) >= _SHORTEST_IN_COMPOUND
    words = _words(term)
    only_particles, word_behind = _tails(particles, names_behind)
    # A first word that is a particle too ends the word in front: 아직도 노동조합 has no province (도) in it.
    if head and not (long and len(head) >= _SHORTEST_PART and not only_particles.fullmatch(words[0])):
        return None
    if only_particles.fullmatch(tail):
        via = Via.COMPOUND if head else Via.INFLECTED if tail else Via.EXACT
        return LooseMatch(Span(span.start, whole.end), via)
    # A last word of one syllable is the beginning of another word rather than a part of a compound: 구|성원.
    joined = long and len(words[-1]) >= _SHORTEST_PART and word_behind.fullmatch(tail)
    return LooseMatch(span, Via.COMPOUND) if joined else None


class _Gap(NamedTuple):
    """What may stand between two pieces, read onwards and backwards."""

    onwards: regex.Pattern[str]
    backwards: regex.Pattern[str]


def _gap(pattern: str) -> _Gap:
    return _Gap(regex.compile(pattern), regex.compile(f"(?r){pattern}"))


_BETWEEN_WORDS = _gap(rf"[ \t]*-?{BLANK}")
_IN_LIST = _gap(rf"[ \t]*{_LISTED}{BLANK}")
_INSIDE_WORD = _gap(BLANK)


_ANY_GAP = rf"(?:[ \t\r\n-]|{_LISTED})*+"
_LETTER_BEHIND, _LETTER_BEFORE = regex.compile(rf"{_ANY_GAP}(.)"), regex.compile(rf"(?r)(.){_ANY_GAP}")


class _Piece(NamedTuple):
    """A stretch of a term in which nothing comes and goes, and what may stand in front of it."""

    text: str
    gap: _Gap


@cache
def _words(term: str) -> tuple[str, ...]:
    return tuple(_BETWEEN.split(term.strip()))


@cache
def _pieces(term: str) -> tuple[_Piece, ...]:
    pieces: list[_Piece] = []
    for between, word in zip(["", *_BETWEEN.findall(term.strip())], _words(term), strict=True):
        middle = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        in_front = _IN_LIST if between.strip(" -") else _BETWEEN_WORDS
        for start, end in pairwise([0, *middle, len(word)]):
            pieces.append(_Piece(word[start:end], _INSIDE_WORD if start else in_front))
    return tuple(pieces)


@cache
def _anchor(term: str) -> int:
    pieces = _pieces(term)
    return max(range(len(pieces)), key=lambda index: (len(pieces[index].text), -index))


def _around(term: str, text: str, stretch: Span) -> Span | None:
    """Where the whole term stands around its fixed stretch; None where it doesn't."""
    pieces, anchor = _pieces(term), _anchor(term)
    start, end = stretch
    # Mostly there is no gap: pieces neither begin nor end with what may stand in one.
    for place in range(anchor, 0, -1):
        before = pieces[place - 1].text
        if not text.endswith(before, 0, start):
            start -= _length(pieces[place].gap.backwards.match(text, 0, start))
            if not text.endswith(before, 0, start):
                return None
        start -= len(before)
    for piece in pieces[anchor + 1 :]:
        if not text.startswith(piece.text, end):
            end += _length(piece.gap.onwards.match(text, end))
            if not text.startswith(piece.text, end):
                return None
        end += len(piece.text)
    return Span(start, end)


def _length(match: regex.Match[str] | None) -> int:
    return len(match[0]) if match else 0


@cache
def _tails(particles: str, names_behind: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """Nothing but particles; another word with or without them, which is not what makes a name of something else."""
    other = rf"(?!{names_behind})" if names_behind else ""
    # One syllable with particles behind it is no word but a suffix: 조국전선사에서.
    return regex.compile(particles), regex.compile(rf"{other}(?!.(?:{particles})$)..+")
