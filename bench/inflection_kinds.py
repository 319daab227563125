"""Why a row went wrong, as far as it can be told from the words themselves.

The first word of a phrase that fits no form of its counterpart decides. No kind judges the treebank: where one letter
differs, it may be its typo or a spelling that viterm lacks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import regex

from inflection_rows import Row
from inflection_score import Result
from plain_terms import glossary_of
from viterm.compile import graded, inflected_words
from viterm.fold import fold_word
from viterm.forms import WordForms
from viterm.forms.dictionary import load_dictionary
from viterm.forms.lock import LockedForms
from viterm.languages import Language, by_tag
from viterm.terms import words_of

MISSES = {
    "words": "another number of words",
    "elision": "a word before an apostrophe against a whole one",
    "short": "one side is short for the other",
    "apart": "the counterpart of another gender, which viterm keeps apart",
    "another": "by the dictionary a form of another word",
    "accent": "an accent more or less",
    "letter": "one letter differs inside the word",
    "ending": "the same stem, but a form that viterm lacks",
    "stem": "no common stem",
    "case": "letter case",
    "rest": "all words are known, but the find does not cover all of the row",
}
"""Kinds of misses, in the order in which they are told apart and shown."""

FALSE_FINDS = {
    "both": "the data has the same pair as a form of the term too",
    "written": "the term itself, letter case aside",
    "spelling": "another spelling",
    "dictionary": "by the dictionary forms of one word",
    "analyser": "by an optional analyser forms of one word",
    "compound": "by the dictionary forms of the last part of a compound",
    "attached": "something written onto a form",
    "ending": "an ending of viterm's",
    "other": "an ending of viterm's, though the dictionary knows another word (in phrases only)",
    "unknown": "not known",
}
"""Kinds of false finds: of all words' origins (`viterm.forms`) the one furthest down counts."""

_VOWEL = regex.compile(r"[aeiouyæøåœаеиоуыэюяєіїёαεηιουω]")
_HAS_VOWELS = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}]")
_APOSTROPHE = regex.compile(r"['’]")
_COMMON_STEM = 0.5  # of the shorter word
_END = 2  # letters at the end in which a difference is one of inflection


@dataclass(frozen=True, slots=True)
class Reasons:
    """What the rows of one language are judged by.

    `forms`: the forms of every word of a term, by origin; `others`: for a word of a term, the words of forms that the
    dictionary knows as another word's; `expected`: every pair of a term and a form of it.
    """

    language: Language
    forms: Mapping[str, WordForms]
    others: Mapping[str, Collection[str]]
    expected: Collection[tuple[str, str]]

    def kind(self, row: Row) -> str:
        """The kind of a row that went wrong: a key of MISSES or FALSE_FINDS."""
        pairs = _pairs(row, self.language)
        return self._of_miss(row, pairs) if row.expected else self._of_false_find(row, pairs)

    def _of_miss(self, row: Row, pairs: list[tuple[str, str]]) -> str:
        if not pairs:
            return "words"
        alone = len(pairs) == 1
        strange = [(word, form) for word, form in pairs if fold_word(form) not in self._accepted(word, alone=alone)]
        if not strange:
            capitals = any(word[:1].isupper() and not form[:1].isupper() for word, form in pairs)
            return "case" if capitals and self.language.noun_capitals else "rest"
        if len(_APOSTROPHE.findall(row.term)) != len(_APOSTROPHE.findall(row.form)):
            return "elision"
        word, form = strange[0]
        if _is_short_for(form, word, row.form) or _is_short_for(word, form, row.term):
            return "short"
        return self._of_word(word, form, alone=alone)

    def _of_word(self, word: str, form: str, *, alone: bool) -> str:
        """The kind of a miss by the word that is to blame."""
        if self._origin(word, form) == "apart":
            return "apart"
        if self._origin(word, form) == "other" or form in self.others.get(word, ()):
            return "another"
        return _likeness(fold_word(form), [fold_word(word), *self._accepted(word, alone=alone)])

    def _of_false_find(self, row: Row, pairs: list[tuple[str, str]]) -> str:
        if (row.term, row.form) in self.expected:
            return "both"
        origins = {self._origin(word, form) for word, form in pairs}
        # The word that is least like the term's tells most.
        return next((kind for kind in reversed(FALSE_FINDS) if kind in origins), "unknown")

    def _origin(self, word: str, form: str) -> str:
        return self.forms[word].origins.get(fold_word(form), "") if word in self.forms else ""

    def _accepted(self, word: str, *, alone: bool) -> Collection[str]:
        return graded(self.forms[word], alone=alone) if word in self.forms else ()


def reasons_of(result: Result, tag: str) -> Reasons:
    """What the rows of one language are judged by."""
    language = by_tag(tag)
    forms = LockedForms([], analysers=False)(inflected_words(glossary_of(result.concepts, tag)[0], tag), language)
    asked: dict[str, set[str]] = {}
    for row in result.wrong():
        for word, form in _pairs(row, language):
            asked.setdefault(word, set()).add(form)
    expected = {(row.term, row.form) for row in result.rows if row.expected}
    return Reasons(language, forms, load_dictionary(language, asked).others if asked else {}, expected)


def _pairs(row: Row, language: Language) -> list[tuple[str, str]]:
    """The words of the term beside those of the form; none where they are not as many."""
    words, forms = words_of(row.term, language), words_of(row.form, language)
    return list(zip(words, forms, strict=True)) if len(words) == len(forms) else []


def _is_short_for(short: str, long: str, text: str) -> bool:
    """Whether a word is an abbreviation of another: letters of it in their order, without vowels or with a full stop.

    `text` is what the short one stands in.
    """
    folded, rest = fold_word(short), iter(fold_word(long)[1:])
    stands_inside = folded[:1] == fold_word(long)[:1] and all(letter in rest for letter in folded[1:])
    without_vowels = bool(_HAS_VOWELS.search(folded)) and not _VOWEL.search(folded)
    looks_short = without_vowels or f"{short}." in text
    return stands_inside and len(short) < len(long) and looks_short


def _likeness(form: str, accepted: list[str]) -> str:
    """How near a form is to those that are accepted."""
    if any(_without_marks(form) == _without_marks(other) for other in accepted):
        return "accent"
    if any(_one_letter_inside(form, other) for other in accepted):
        return "letter"
    longest = max(_common_prefix(form, other) / min(len(form), len(other)) for other in accepted)
    return "ending" if longest >= _COMMON_STEM else "stem"


def _without_marks(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def _one_letter_inside(one: str, other: str) -> bool:
    """Whether two words differ by one letter, or by two that changed places, and not at their ends."""
    start = _common_prefix(one, other)
    end = _common_prefix(one[start:][::-1], other[start:][::-1])
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    swapped = len(left) == 2 and left == right[::-1]
    return end >= _END and (swapped or max(len(left), len(right)) == 1)


def _common_prefix(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
