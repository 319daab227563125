"""Compounds: whether a term is a part of a longer word, in a language that writes words together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from viterm.compiled import Forms
from viterm.findings import Via
from viterm.guards import is_derived
from viterm.languages import LINKS, SHORTEST_COMPOUND, SHORTEST_IN_COMPOUND, Language
from viterm.term_patterns import Pattern
from viterm.words import Span

_SHORTEST_REST = 3


class Part(NamedTuple):
    """As what a term may stand inside a longer word: `anywhere`, or as its part, the short ones as listed.

    `short_parts` as in `Pattern`.
    """

    anywhere: bool = False
    short_parts: tuple[str, ...] = ()


def part_of(pattern: Pattern) -> Part | None:
    """As what a pattern's anchor may stand inside a longer word; None where it is never a part of one."""
    if pattern.substring or pattern.loose:
        return Part(anywhere=True)
    is_last = pattern.anchor == len(pattern.words) - 1
    return Part(short_parts=pattern.short_parts) if pattern.compounds and is_last else None


def may_be(part: Part | None, form: str) -> bool:
    """Whether a form of an anchor is long enough to be such a part, or known to be one."""
    if part is None:
        return False
    return part.anywhere or len(form) >= SHORTEST_IN_COMPOUND or form in _lookalikes(part.short_parts)


def is_part(part: Span, whole: Span, text: str, language: Language, pattern: Pattern) -> bool:
    """Whether what stands inside a whole word is a part of a compound, and not there by chance."""
    joined = _is_compound if part.end - part.start >= SHORTEST_IN_COMPOUND else _is_short_part
    return joined(part, whole, text, language, pattern)


@cache
def _lookalikes(short_parts: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
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
    chance = _lookalikes(pattern.short_parts).get(short)
    if chance is None or (word.startswith(chance) if part.start == whole.start else word.endswith(chance)):
        return False
    return _is_compound(part, whole, text, language, pattern)


def _is_derived(part: Span, whole: Span, text: str, language: Language) -> bool:
    """Whether the part is the beginning of another word (Genossen|schaft), however its end is cut (Mitglieds|chaft)."""
    ends = [part.end, *(part.end - len(link) for link in LINKS if text.endswith(link, part.start, part.end))]
    return any(is_derived(language.derivation, tail=text[end : whole.end]) for end in ends)


def is_first(part: Span, whole: Span, text: str) -> bool:
    """Whether a part begins a word that goes on behind it, or behind a hyphen."""
    return part.start == whole.start and (part.end < whole.end or text[part.end : part.end + 1] == "-")


def is_link(form: str, forms: Forms) -> bool:
    """Whether what looks like a guessed ending is a surer form and the link of a compound (Massenmobilisierung|s|…)."""
    return any(form.endswith(link) and forms.get(form.removesuffix(link), Via.GUESSED) < Via.GUESSED for link in LINKS)


def first_part(text: str, whole: Span, forms: Forms, language: Language, pattern: Pattern) -> tuple[Span, Via | None]:
    """The longest form that begins the word and leaves room for another part; the word and None where there is none."""
    for end in range(whole.end - 1, whole.start + SHORTEST_IN_COMPOUND - 1, -1):
        part = Span(whole.start, end)
        form = text[whole.start : end]
        known = form in forms and (forms[form] < Via.GUESSED or is_link(form, forms))
        if known and _is_compound(part, whole, text, language, pattern):
            return part, Via.COMPOUND
    return whole, None
