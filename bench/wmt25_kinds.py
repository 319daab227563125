"""Why a term was not found in a translation that uses it, as far as the words themselves tell."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import regex

from viterm.compiled import Compiled
from viterm.fold import fold_word
from viterm.term_patterns import Pattern
from wmt25_rows import Row

KINDS = {
    "absent": "no word of the term is there",
    "partly": "only some of its words are there",
    "untranslated": "the translation is the source text",
    "joined": "run together with another word: a blank is missing",
    "inside": "inside a longer word",
    "form": "another form, or a word made from it",
    "apart": "all of its words are there, but not side by side",
    "as written": "it is there, in other letter case",
}
"""The kinds. The first four are of the data: the term is not there, or not as a word."""

FAULTS_OF_DATA = ("absent", "partly", "untranslated", "joined")

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*")
_LONGEST_ENDING = 3  # letters that a form may have more than the term's word
_STEM = 0.6  # of the term's word: what a form of it begins with


def kind_of_miss(term: str, row: Row, compiled: Compiled, concept: str) -> str:
    """The kind of a term that was not found: a key of KINDS."""
    if row.reference.strip() == row.source.strip():
        return "untranslated"
    if _is_joined(term, row.reference):
        return "joined"
    pattern = next(one for one in compiled.patterns if one.concept == concept and one.status == "approved")
    there = [fold_word(word) for word in _WORD.findall(row.reference)]
    kinds = [_of_word(place, pattern, compiled, there) for place in range(len(pattern.words))]
    strange = [kind for kind in kinds if kind]
    if not strange:
        return "as written" if len(kinds) == 1 else "apart"
    if "absent" in strange:
        return "absent" if strange.count("absent") == len(kinds) else "partly"
    return strange[0]


def _of_word(place: int, pattern: Pattern, compiled: Compiled, there: Collection[str]) -> str:
    """What is there of one of the term's words; "" for a form that viterm knows."""
    forms = compiled.words[pattern.words[place]]
    if any(word in forms for word in there):
        return ""
    own = fold_word(pattern.written[place])
    stem = own[: max(_LONGEST_ENDING, round(_STEM * len(own)))]
    if any(word.startswith(stem) and len(word) <= len(own) + _LONGEST_ENDING for word in there):
        return "form"
    return "inside" if any(_holds(word, own, stem) for word in there) else "absent"


def _holds(word: str, own: str, stem: str) -> bool:
    return own in word or word.startswith(stem)


def _is_joined(term: str, reference: str) -> bool:
    """Whether a capital follows inside the same word, or the term begins with one inside a word: MenüNamen."""
    behind = rf"(?i:{regex.escape(term)})(?<=\p{{Ll}})(?=\p{{Lu}}\p{{Ll}})"
    before = rf"(?<=\p{{Ll}}){regex.escape(term[:1].upper() + term[1:])}"
    return bool(regex.search(f"{behind}|{before}", reference))


def by_kind(kinds: Sequence[str]) -> str:
    """The counts of some kinds, as `name 3, name 1`."""
    return ", ".join(f"{KINDS[kind]} {kinds.count(kind)}" for kind in KINDS if kind in kinds)
