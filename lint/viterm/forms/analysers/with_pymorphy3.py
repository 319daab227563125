"""Russian forms by pymorphy3, whose dictionary is that of OpenCorpora."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from pymorphy3 import MorphAnalyzer

from viterm.fold import fold_word

_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF"})


def forms(word: str) -> Set[str]:
    """The folded forms of a word's own noun, adjective or participle; none where the dictionary lacks the word.

    A word that is a base form has the forms of that one, and not of others that share a form with it.
    """
    analyser = _analyser()
    if not analyser.word_is_known(word.lower()):
        return frozenset()
    readings = [reading for reading in analyser.parse(word) if reading.is_known and reading.tag.POS in _NOMINAL]
    own = [reading for reading in readings if reading.normal_form == word.lower()]
    return {
        fold_word(form.word)
        for reading in own or readings
        for form in reading.lexeme
        # The lexeme of a participle is its verb's.
        if _kind(form.tag) == _kind(reading.tag)
    }


def _kind(tag: object) -> tuple[object, ...]:
    return tuple(getattr(tag, part) for part in ("POS", "tense", "voice"))


@cache
def _analyser() -> MorphAnalyzer:
    """Loading the dictionary takes a quarter of a second."""
    return MorphAnalyzer(lang="ru")
