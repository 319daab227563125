"""Forms by analogy: what changed at the end of one word changes in the same way at the end of another.

This needs nothing but the forms of the compiled glossary, which say whether the result is a word.
"""

from __future__ import annotations

from collections.abc import Sequence

from viterm.fix.grammar import is_vowel
from viterm.fix.phrase import Word
from viterm.fold import fold_word
from viterm.languages import Language

# Two compounds with so much in common at their ends have one last part: Wettbewerbs|bewegung, Emulations|bewegung.
_SHORTEST_COMMON_TAIL = 5
_SHORTEST_STEM = 2


def transferred(found: Word, target: Word) -> str | None:
    """The target with its end changed as that of the found word is changed from its citation form.

    None where the two don't end alike, or where the glossary knows no such form.
    """
    own, lower = fold_word(found.cited), target.cited.lower()
    if found.seen == own:
        return target.cited
    stem = _common_start(own, found.seen)
    ending, other = own[stem:], found.seen[stem:]
    if stem < _SHORTEST_STEM or not lower.endswith(ending):
        return None
    # What is only added says something of words that end alike, in a vowel or a consonant.
    if not ending and is_vowel(own[-1:]) != is_vowel(lower[-1:]):
        return None
    form = target.cited[: len(lower) - len(ending)] + other
    return _with_final_sigma(form) if fold_word(form) in target.forms else None


def _with_final_sigma(form: str) -> str:
    """A form as it is written, of which the end was taken from a folded text: a Greek word ends in ς."""
    return form[:-1] + "ς" if form.endswith("σ") else form


def copied(found: Word, target: Word) -> str | None:
    """The form that the text has of the target itself, or of a compound with the same last part."""
    if not is_same(found, target):
        return transferred(found, target)
    form = found.text.lower() or found.seen
    return form[:1].upper() + form[1:] if target.cited[:1].isupper() else form


def is_same(one: Word, other: Word) -> bool:
    """Whether two words are one, however they are cited."""
    first, second = fold_word(one.cited), fold_word(other.cited)
    if first == second:
        return True
    # A form that the glossary lists by itself has no other forms.
    known = [word in forms for word, forms in ((first, other.forms), (second, one.forms)) if len(forms) > 1]
    return bool(known) and all(known)


def have_one_head(one: Word, other: Word, language: Language) -> bool:
    """Whether two words are one, or compounds with one and the same last part."""
    if is_same(one, other):
        return True
    ends = fold_word(one.cited)[::-1], fold_word(other.cited)[::-1]
    return language.compounds and _common_start(*ends) >= _SHORTEST_COMMON_TAIL


def by_analogy(target: Sequence[Word], found: Sequence[Word]) -> tuple[str, ...]:
    """Every word as the one in the text that it is a form of, or that stands in its place and ends alike.

    All as they are cited where one of them has no such model: half a form is worse than none.
    """
    words: list[str] = []
    for place, word in enumerate(target):
        same = next((other for other in found if is_same(word, other)), None)
        aligned = found[place] if len(found) == len(target) else None
        model = same or aligned
        form = transferred(model, word) if model else None
        if form is None:
            return tuple(word.cited for word in target)
        words.append(form)
    return tuple(words)


def _common_start(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginnings."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
