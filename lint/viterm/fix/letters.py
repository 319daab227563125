"""Capitals, and what a word in front of a term loses or gains by the term's first letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import regex

from viterm.fix.grammar import Elision, Grammar
from viterm.languages import Language

CAPITALS = "it is not clear which letters are capitals here"
WORD_IN_FRONT = "“{}” in front may have to change"

OPENING_QUOTES = '«„“"‹‚‘「『'
"""What a quotation may begin with, in one language or another."""

_APOSTROPHES = "'’"
_BLANK = r"[ \u00a0]"
_SENTENCE_START = regex.compile(r"(?:\A|[.!?:;…]|[\r\n])[\s\p{Pi}\p{Pf}\"'*_#>-]*\Z")
_QUOTED = regex.compile(rf"[{OPENING_QUOTES}]{_BLANK}*\Z")
_FRONT = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}{_APOSTROPHES}])(?P<word>\p{{L}}+)(?P<gap>[{_APOSTROPHES}]|{_BLANK}+)"
    rf"(?P<quote>[{OPENING_QUOTES}]{_BLANK}*)?\Z"
)
_CONTENT = 4
"""From how many letters on a word takes a capital in a title."""


class Seen(NamedTuple):
    """The found words as the glossary cites them and as they stand in the text, and the text in front of them.

    `abbreviation`: the term is written in capitals anyway; `own`: it is of the text's own language.
    """

    cited: Sequence[str]
    texts: Sequence[str]
    before: str
    abbreviation: bool
    own: bool


class Front(NamedTuple):
    """A word in front that changes, with what stands behind it: as it is, and as it has to be."""

    old: str
    new: str


def with_capitals(words: Sequence[str], seen: Seen, language: Language) -> tuple[tuple[str, ...], str]:
    """The words with the capitals of what they replace, and what speaks against them, "" if nothing does."""
    if _is_in_capitals(seen):
        return tuple(_in_capitals(word, language) for word in words), CAPITALS if language.same_capitals else ""
    long = [
        (cited[:1].isupper(), text[:1].isupper())
        for cited, text in zip(seen.cited, seen.texts, strict=False)
        if len(cited) >= _CONTENT
    ]
    tells = seen.own and not language.noun_capitals
    if tells and all(text for _, text in long) and sum(not cited for cited, _ in long) > 1:
        return tuple(_raised(word) if len(word) >= _CONTENT else word for word in _with_first_raised(words)), ""
    mixed = tells and any(text and not cited for cited, text in long[1:])
    raised, doubt = _first_letter(words, seen)
    return raised, CAPITALS if mixed else doubt


def _first_letter(words: Sequence[str], seen: Seen) -> tuple[tuple[str, ...], str]:
    """The first letter a capital where the found one is one and its citation form is not, or a sentence begins."""
    if not seen.texts[0][:1].isupper():
        return tuple(words), ""
    if (seen.own and not seen.cited[0][:1].isupper()) or _SENTENCE_START.search(seen.before):
        return _with_first_raised(words), ""
    raised = _with_first_raised(words)
    if raised == tuple(words) or not _QUOTED.search(seen.before):
        return tuple(words), ""
    # A title begins with a capital; a term in quotes need not.
    return raised, CAPITALS


def in_front(first: str, before: str, gender: str, grammar: Grammar | None) -> tuple[Front | None, str]:
    """How the word in front changes before a first word, and what speaks against it, "" if nothing does.

    `gender`: that of the term, if it is known.
    """
    match = _FRONT.search(before) if grammar and first else None
    if grammar is None or match is None:
        return None, ""
    word, written = match["word"], match["word"].lower() + ("'" if match["gap"] in _APOSTROPHES else "")
    pairs = [one for one in grammar.elisions if written in (one.full, one.short)]
    if not pairs:
        return None, ""
    letter = first[:1].lower()
    short, doubt = letter in grammar.vowels, WORD_IN_FRONT.format(word)
    unsure = doubt if letter in grammar.unsure else ""
    if short == (written == pairs[0].short):
        return None, unsure
    fitting = [one for one in pairs if not one.genders or gender in one.genders]
    if match["quote"] or len(fitting) != 1:
        return None, doubt
    return Front(match[0], _rewritten(word, match["gap"], fitting[0], before, short=short)), unsure


def _rewritten(word: str, gap: str, pair: Elision, before: str, *, short: bool) -> str:
    new = pair.short if short else pair.full
    new = _raised(new) if word[:1].isupper() else new
    if not new.endswith("'"):
        return new + (" " if gap in _APOSTROPHES else gap)
    return new[:-1] + ("’" if "’" in before else "'")


def _is_in_capitals(seen: Seen) -> bool:
    text = "".join(seen.texts)
    return text.isupper() and len(text) > 1 and not seen.abbreviation and text != "".join(seen.cited)


def _in_capitals(word: str, language: Language) -> str:
    if language.script != "Grek":
        return word.upper()
    # Greek capitals have no accent; the diaeresis stays.
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.upper()).replace("\u0301", ""))


def _with_first_raised(words: Sequence[str]) -> tuple[str, ...]:
    first = next((place for place, word in enumerate(words) if word), 0)
    return tuple(_raised(word) if place == first else word for place, word in enumerate(words))


def _raised(word: str) -> str:
    return word[:1].upper() + word[1:]
