"""From a word of a rendering to every form in which it may stand.

Used when a glossary is compiled, never during a lint run. The sources of forms, in order of trust:

`written`     the word as the glossary writes it;
`spelling`    another spelling of a form (Gruß, Gruss);
`dictionary`  a word form that shares a lemma with the word, from simplemma's dictionaries;
`compound`    the same for the last part of a compound that the dictionary lacks (Massen|mobilisierungen);
`ending`      an ending that alternates with the word's own in a nominal paradigm (`endings/*.txt`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from viterm.fold import fold_word
from viterm.forms.dictionary import Dictionary, load_dictionary
from viterm.forms.endings import Paradigms, load_paradigms
from viterm.forms.spelling import spellings
from viterm.languages import Language

Origin = Literal["written", "spelling", "dictionary", "compound", "ending"]

ORIGINS: tuple[Origin, ...] = get_args(Origin)


@dataclass(frozen=True, slots=True)
class WordForms:
    """All forms of one word, folded, each with its strongest origin; `known`: the dictionary inflects it."""

    origins: dict[str, Origin]
    known: bool


def word_forms(words: Iterable[str], language: Language) -> dict[str, WordForms]:
    """The forms of each word (as the glossary writes it, letter case included) in a language."""
    wanted = sorted(set(words))
    if not wanted:
        return {}
    dictionary = load_dictionary(language, wanted) if language.inflects else Dictionary({}, {})
    paradigms = load_paradigms(language.tag) if language.inflects else Paradigms(())
    return {word: _forms(word, language, dictionary, paradigms) for word in wanted}


def _forms(word: str, language: Language, dictionary: Dictionary, paradigms: Paradigms) -> WordForms:
    origins: dict[str, Origin] = {}

    def add(forms: Iterable[str], origin: Origin) -> None:
        for form in forms:
            folded = fold_word(form)
            origins.setdefault(folded, origin)
            for spelling in spellings(folded, language.tag):
                origins.setdefault(spelling, "spelling" if origin == "written" else origin)

    add([word], "written")
    add(dictionary.forms.get(word, ()), "dictionary")
    add(dictionary.compound_forms.get(word, ()), "compound")
    add(paradigms.forms(word, language), "ending")
    return WordForms(origins, dictionary.knows(word))
