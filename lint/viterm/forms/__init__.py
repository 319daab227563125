"""From a word of a rendering to every form in which it may stand.

Used when a glossary is compiled, never during a lint run. The sources of forms, in order of trust:

`written`     the word as the glossary writes it;
`spelling`    another spelling of a form (Gruß, Gruss);
`dictionary`  a word form that shares a lemma with the word, from simplemma's dictionaries;
`analyser`    a form of the word's own noun or adjective, from an optional package (`analysers`), where installed;
`attached`    a form with what the language writes onto a word (Nordic genitive, Korean particles, Spanish pronouns);
`compound`    the same for the last part of a compound that the dictionary lacks (Massen|mobilisierungen);
`ending`      an ending that alternates with the word's own in a nominal paradigm (`endings/*.txt`);
`other`       the same, but the dictionary knows the form as that of another word: it counts in phrases only,
              unless the paradigm fits all that the dictionary knows of the word, or is regular beyond doubt;
`apart`       any of these that differs in gender where that makes another noun (posto, posta): for context words only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from viterm.fold import fold_word
from viterm.forms.analysers import analyser
from viterm.forms.dictionary import NO_DICTIONARY, Dictionary, load_dictionary
from viterm.forms.endings import load_paradigms, prefixed
from viterm.forms.spelling import spellings
from viterm.languages import Language

Origin = Literal["written", "spelling", "dictionary", "analyser", "compound", "attached", "ending", "other", "apart"]

ORIGINS: tuple[Origin, ...] = get_args(Origin)


@dataclass(frozen=True, slots=True)
class WordForms:
    """All forms of one word, folded, each with its strongest origin; `known`: the dictionary inflects it.

    `parts`: its short forms that may be part of a compound, each with the words that hold it by chance (`forms.parts`).
    """

    origins: dict[str, Origin]
    known: bool
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)


def word_forms(words: Iterable[str], language: Language) -> dict[str, WordForms]:
    """The forms of each word (as the glossary writes it, letter case included) in a language."""
    wanted = frozenset(words)
    return dict(_word_forms(wanted, language)) if wanted else {}


# English is looked up for every language that a glossary is compiled for.
@lru_cache(maxsize=8)
def _word_forms(wanted: frozenset[str], language: Language) -> dict[str, WordForms]:
    if not language.inflects:
        return {word: _forms(word, language, NO_DICTIONARY, frozenset(), _ByEnding()) for word in wanted}
    paradigms = load_paradigms(language.tag)
    by_ending = {word: paradigms.forms(word, language) for word in wanted}
    dictionary = load_dictionary(language, by_ending)
    analyse = analyser(language.analyser)
    return {
        word: _forms(
            word,
            language,
            dictionary,
            analyse(word),
            _ByEnding(
                by_ending[word],
                paradigms.fitting(word, _in_its_casing(word, dictionary), language),
                paradigms.apart(fold_word(word)),
                paradigms.with_pronoun(word.lower()),
                paradigms.aspect_prefixes(word.lower()),
            ),
        )
        for word in wanted
    }


def _in_its_casing(word: str, dictionary: Dictionary) -> set[str]:
    """What the dictionary has of a word, but for a namesake's forms (pl straż: no Strażem, which a surname has)."""
    forms = dictionary.forms.get(word, frozenset())
    return {fold_word(form) for form in forms if form[:1].isupper() == word[:1].isupper()}


class _ByEnding(NamedTuple):
    """What the paradigms say of a word: its forms, those that hold against the dictionary, those of another word.

    `with_pronoun`: a verb's forms with a pronoun written onto them; `aspect_prefixes`: what makes its perfective.
    """

    forms: Set[str] = frozenset()
    fitting: Set[str] = frozenset()
    apart: Set[str] = frozenset()
    with_pronoun: Set[str] = frozenset()
    aspect_prefixes: tuple[str, ...] = ()


def _forms(
    word: str, language: Language, dictionary: Dictionary, analysed: Set[str], by_ending: _ByEnding
) -> WordForms:
    origins: dict[str, Origin] = {}

    def add(forms: Iterable[str], origin: Origin) -> None:
        for form in forms:
            folded = fold_word(form)
            origins.setdefault(folded, "apart" if folded in by_ending.apart and origin != "written" else origin)
            for spelling in spellings(folded, language.tag):
                origins.setdefault(spelling, "spelling" if origin == "written" else origin)

    def attach(endings: Iterable[str], origin: Origin, to: Iterable[Origin]) -> None:
        for form in [form for form, origin in origins.items() if origin in to]:
            for ending in endings:
                origins.setdefault(form + ending, origin)

    add([word], "written")
    add(dictionary.forms.get(word, ()), "dictionary")
    add(analysed, "analyser")
    add(dictionary.compound_forms.get(word, ()), "compound")
    others = {form for form in dictionary.others.get(word, ()) if fold_word(form) not in by_ending.fitting}
    sure: tuple[Origin, ...] = ("written", "spelling", "dictionary", "analyser", "compound")
    attach((*language.attached, *language.clitics), "attached", to=sure)
    add(prefixed(set(origins), language), "attached")
    add(by_ending.with_pronoun, "attached")
    add([prefix + form for prefix in by_ending.aspect_prefixes for form in list(origins)], "ending")
    add(by_ending.forms - others, "ending")
    attach(language.attached, "ending", to=("ending",))
    add(by_ending.forms & others, "other")
    return WordForms(origins, dictionary.knows(word) or len(analysed) > 1, dictionary.lookalikes.get(word, {}))
