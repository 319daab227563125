"""Word forms by inverting a lemmatiser's dictionary.

simplemma's dictionaries map a written form to one lemma. Two forms that share a lemma are taken for forms of one word.
A form may be read in several casings, and a lemma stands for itself, so a word has a set of lemmas, never one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from viterm.fold import fold_word
from viterm.forms.parts import lookalikes
from viterm.guards import is_derived
from viterm.languages import LINKS, SHORTEST_IN_COMPOUND, Language

_SHORTEST_HEAD = 2
_SHORTEST_TAIL = 3
_SHORTEST_LONE_TAIL = 5


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The part of a dictionary that a glossary needs: word → forms, for whole words and for compounds by their tail.

    A word that the dictionary does not know has no entry in `forms`; only such a word may have one in
    `compound_forms`. `others` are those of the asked candidates that the dictionary knows as forms of other words only.
    `lookalikes`: of the short forms of a word that may be part of a compound, those that hold it by chance.
    """

    forms: Mapping[str, frozenset[str]]
    compound_forms: Mapping[str, frozenset[str]]
    others: Mapping[str, frozenset[str]]
    lookalikes: Mapping[str, Mapping[str, frozenset[str]]]

    def knows(self, word: str) -> bool:
        """Whether the dictionary has other forms of the word than the word itself."""
        return len(self.forms.get(word, ())) > 1 or len(self.compound_forms.get(word, ())) > 1


NO_DICTIONARY = Dictionary({}, {}, {}, {})


def load_dictionary(language: Language, candidates: Mapping[str, Iterable[str]]) -> Dictionary:
    """Look up all words at once: inverting a dictionary takes one pass over up to 1.4 million forms.

    `candidates`: for each word, forms of which the dictionary is asked whether they belong to other words.
    """
    if not language.dictionary:
        return NO_DICTIONARY
    lemma_of = _dictionary(language.dictionary)
    lemmas = {word: _lemmas(word, lemma_of, language) for word in candidates}
    tails = {
        word: tail
        for word, found in lemmas.items()
        if not found and language.compounds and (tail := _tail(word, lemma_of, language))
    }
    tail_lemmas = {tail: _lemmas(tail, lemma_of, language) for tail in tails.values()}
    wanted = set[str]().union(*lemmas.values(), *tail_lemmas.values())
    forms_of: dict[str, set[str]] = defaultdict(set)
    for form in lemma_of:
        lemma = lemma_of[form]
        if lemma in wanted:
            forms_of[lemma].add(form)

    def forms(word: str, found: Iterable[str], nominal: Container[str]) -> frozenset[str]:
        """`nominal`: what the paradigms give; of a verb's forms only these are the noun's (hr pitanja, no pitaju)."""
        forms = set[str]()
        for lemma in found:
            verb = lemma.endswith(language.infinitives) and lemma.lower() != word.lower()
            forms |= {form for form in forms_of[lemma] | {lemma} if not verb or form in nominal}
        return frozenset(form for form in forms | {word} if _may_be_form(form, word, language))

    def own_lemmas(candidates: Iterable[str]) -> set[str]:
        """What the word itself forms is no other word, even if the dictionary calls it a lemma, but for a verb's."""
        if not language.inflected_lemmas:
            return set()
        return {form for form in candidates if not lemma_of.get(form, "").endswith(language.infinitives)}

    known = {word: forms(word, found, set(candidates[word])) for word, found in lemmas.items() if found}
    return Dictionary(
        known,
        {
            word: frozenset(
                word[: -len(tail)] + form.lower()
                for form in forms(tail, tail_lemmas[tail], {form[len(word) - len(tail) :] for form in candidates[word]})
            )
            for word, tail in tails.items()
        },
        {
            word: frozenset(
                form for form in forms if _is_other(form, word, lemmas[word] | own_lemmas(forms), lemma_of, language)
            )
            for word, forms in candidates.items()
            if lemmas[word]
        },
        _lookalikes(
            {word: forms | {form for form in candidates[word] if form in lemma_of} for word, forms in known.items()},
            lemma_of,
            language,
        ),
    )


def _lookalikes(
    known: Mapping[str, frozenset[str]], lemma_of: Mapping[str, str], language: Language
) -> dict[str, dict[str, frozenset[str]]]:
    """For each word its short forms that may be part of a compound, with the words that hold them by chance."""

    def is_noun(word: str) -> bool:
        return word.isalpha() and (word[:1].isupper() or not language.noun_capitals)

    def is_last_part(rest: str) -> bool:
        noun = rest.capitalize() if language.noun_capitals else rest
        # What is short and has no other form is an abbreviation or a name (Stand|ard).
        inflected = len(rest) > _SHORTEST_TAIL or any(lemma_of.get(noun + ending) == noun for ending in LINKS)
        return inflected and noun in lemma_of

    own = {word: set(map(fold_word, forms)) for word, forms in known.items() if is_noun(word) and not word.isupper()}
    shorts = {
        word: {form for form in forms if language.shortest_part <= len(form) < SHORTEST_IN_COMPOUND and form.isalpha()}
        for word, forms in own.items()
    }
    all_own: dict[str, set[str]] = defaultdict(set)
    for word, found in shorts.items():
        for short in found:
            all_own[short] |= own[word]
    if not all_own:
        return {}
    among = lookalikes(
        all_own,
        filter(is_noun, lemma_of),
        is_first_part=lambda rest: _is_first_part(rest, lemma_of),
        is_last_part=is_last_part,
    )
    return {word: {short: among[short] for short in sorted(found)} for word, found in shorts.items() if found}


def _is_other(form: str, word: str, lemmas: set[str], lemma_of: Mapping[str, str], language: Language) -> bool:
    found = _lemmas(form, lemma_of, language)
    if not found or found & lemmas:
        return False
    # Where a longer form has its lemma inside the word, the dictionary has cut the word's own end as well: the Turkish
    # insanlığı → insan is a form of insanlık.
    longer = len(form) > len(word) and form.startswith(word[:-1])
    return not (longer and any(len(lemma) < len(word) - 1 and word.startswith(lemma) for lemma in found))


@lru_cache(maxsize=2)
def _dictionary(code: str) -> Mapping[str, str]:
    """Written form → lemma. Unpacking takes up to two seconds, a dictionary up to 300 MB: the last two are kept."""
    # The package is imported only when a glossary is compiled.
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    return DefaultDictionaryFactory(cache_max_size=0).get_dictionary(code)


def _lemmas(word: str, lemma_of: Mapping[str, str], language: Language) -> set[str]:
    """The lemmas of a word in any casing; in a language with noun capitals the word's own casing decides."""
    casings = {word} if language.noun_capitals else {word, word.lower(), word[:1].upper() + word[1:].lower()}
    if word.isupper() and language.noun_capitals:
        casings.add(word.capitalize())
    found = {lemma for casing in casings if (lemma := lemma_of.get(casing)) is not None}
    # A lemma has itself for a lemma, even where its form has a more frequent reading (geschickt → schicken).
    return found | {casing for casing in casings if casing in lemma_of} if found else found


def _tail(word: str, lemma_of: Mapping[str, str], language: Language) -> str:
    """The last part of an unknown compound: the longest known one behind a known first part, else a long known one."""
    fallback = ""
    for cut in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1):
        tail = word[cut:].capitalize() if language.noun_capitals and word[:1].isupper() else word[cut:].lower()
        if tail not in lemma_of:
            continue
        if _is_first_part(word[:cut], lemma_of):
            return tail
        if not fallback and len(tail) >= _SHORTEST_LONE_TAIL:
            fallback = tail
    return fallback


def _is_first_part(head: str, lemma_of: Mapping[str, str]) -> bool:
    """Whether a first part is a word, with or without a linking element."""
    bare = [head, *(head[: -len(link)] for link in LINKS if head.endswith(link))]
    return any(casing in lemma_of for part in bare for casing in (part, part.lower(), part.capitalize()))


def _may_be_form(form: str, word: str, language: Language) -> bool:
    """Keep out what a shared lemma drags in: verb forms, forms in the other casing, phrases, what derives from it."""
    if " " in form or (language.noun_capitals and form[:1].isupper() != word[:1].isupper()):
        return False
    if (
        form.startswith(word)
        and language.derivation
        and is_derived(language.derivation, tail=form[len(word) :].lower())
    ):
        return False
    prefix = language.participle_prefix
    if prefix and form.lower().startswith(prefix) != word.lower().startswith(prefix):
        return False
    return not (form.endswith(language.verbal_endings) and not word.endswith(language.verbal_endings))
