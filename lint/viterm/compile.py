"""Compiling: a glossary and a document language give a compiled glossary, with every form of every rendering."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from viterm.compiled import Compiled, Forms, Name, Subject, Words
from viterm.findings import Via
from viterm.fold import fold_word, without_diacritics
from viterm.forms import WordForms, word_forms
from viterm.glossary import Concept, Glossary, Rendering
from viterm.language_tags import applicable
from viterm.languages import Language, by_tag
from viterm.loose import fixed_stretch
from viterm.term_patterns import Pattern, PatternList, Phrases
from viterm.terms import (
    Flexion,
    Term,
    left_in_languages,
    left_in_terms,
    own_terms,
    punctuation,
    words_of,
)

FormSource = Callable[[Iterable[str], Language], dict[str, WordForms]]
"""Gives the forms of words in a language: the analyser itself, or a lock in front of it."""


class Compiler:
    """Compiles a glossary for one language after another; what is left standing in all of them is looked at once."""

    def __init__(self, glossary: Glossary, forms: FormSource = word_forms) -> None:
        self._glossary = glossary
        self._forms = forms
        self._left_in = cache(self._compile_left_in)

    def compiled(self, tag: str) -> Compiled:
        """The glossary for documents in one language.

        Beside the language's own renderings this takes in what is found there by mistake: English renderings and
        Vietnamese names, with the status `untranslated`.
        """
        concepts = self._glossary.concepts.values()
        left_in = self._left_in(left_in_languages(tag))
        terms = [term for concept in concepts for term in own_terms(concept, tag)]
        builder = _Builder(terms, self._forms, left_in, _here(self._glossary, tag))
        patterns = PatternList([*builder.patterns(), *left_in.patterns])
        names = {concept.id: _name(concept, tag) for concept in concepts}
        return Compiled(tag, names, builder.words, patterns, builder.subjects())

    def _compile_left_in(self, tags: tuple[str, ...]) -> _LeftIn:
        concepts = self._glossary.concepts.values()
        terms = [term for concept in concepts for tag in tags for term in left_in_terms(concept, tag)]
        builder = _Builder(terms, self._forms)
        return _LeftIn(builder.patterns(), builder.words, tuple(builder.named))


class _LeftIn(NamedTuple):
    """What is left standing in documents of any language: patterns, their words, their subjects with the names."""

    patterns: tuple[Pattern, ...]
    words: Words
    subjects: tuple[tuple[str, Phrases], ...]


def compile_glossary(glossary: Glossary, tag: str, forms: FormSource = word_forms) -> Compiled:
    """Compile a glossary for documents in one language, as `Compiler` does."""
    return Compiler(glossary, forms).compiled(tag)


def inflected_words(glossary: Glossary, tag: str) -> set[str]:
    """The words of a language's own renderings and their context words, of which the forms are looked up."""
    terms = [term for concept in glossary.concepts.values() for term in own_terms(concept, tag)]
    here = _here(glossary, tag)
    return _wanted(terms, here)[here.language.tag][1]


class _Here(NamedTuple):
    """The language of a document, and in it the words of the subjects that what is left standing there asks for."""

    language: Language
    subjects: Mapping[str, tuple[str, ...]]


def _here(glossary: Glossary, tag: str) -> _Here:
    others = left_in_languages(tag)
    entries = [entry for concept in glossary.concepts.values() for entry in concept.entries.values()]
    names = {rendering.subject for entry in entries if entry.language in others for rendering in entry.renderings}
    words = {name: glossary.subject_words(name, tag) for name in sorted(names)}
    return _Here(by_tag(tag), {name: found for name, found in words.items() if found})


def _name(concept: Concept, tag: str) -> Name:
    if by_tag(tag).tag == "vi":
        return Name(concept.name, (concept.name,))
    entries = [concept.entries[language] for language in applicable(tag, concept.entries)]
    approved = tuple(rendering.term for entry in entries for rendering in entry.approved)
    proposed = any(entry.basis == "proposed" for entry in entries)
    return Name(concept.name, approved, proposed, entries=max(1, len(entries)))


def _wanted(terms: Iterable[Term], here: _Here | None = None) -> dict[str, tuple[Language, set[str]]]:
    """The words whose forms are needed, by language."""
    wanted: dict[str, tuple[Language, set[str]]] = {}
    contexts: dict[str, set[str]] = {}
    if here:
        wanted[here.language.tag] = here.language, set()
        contexts[here.language.tag] = {word for words in here.subjects.values() for word in words}
    for term in terms:
        language, rendering = term.language, term.rendering
        _, words = wanted.setdefault(language.tag, (language, set()))
        if term.inflected:
            words.update(term.words)
        context = contexts.setdefault(language.tag, set())
        context.update(rendering.near, rendering.before, rendering.after, rendering.about)
    for tag, context in contexts.items():
        language, words = wanted[tag]
        words.update(part for word in context for part in words_of(word, language))
    return wanted


def _joins(term: Term) -> bool:
    """Whether a term may be a part of a compound; a verb is none of a noun's (wiederher|stellen, Erstell|ung)."""
    word = term.words[-1]
    verb = word[:1].islower() and word.endswith(term.language.verbs) if term.language.verbs else False
    return term.language.compounds and term.inflected and not verb


class _Builder:
    """Makes patterns of some terms: looks up the forms of all their words at once and chooses each one's anchor.

    The words and subjects come behind those of `left_in`, whose patterns can then stand beside them.
    """

    def __init__(
        self,
        terms: Sequence[Term],
        forms: FormSource,
        left_in: _LeftIn | None = None,
        here: _Here | None = None,
    ) -> None:
        self._terms = terms
        self._here = here
        self.words = Words(left_in.words.rows if left_in else ())
        self.named = {subject: index for index, subject in enumerate(left_in.subjects if left_in else [("", ())])}
        self._first_own = len(self.named)
        self._frequency = Counter(word for term in terms for word in {fold_word(word) for word in term.words})
        self._inflected = {tag: forms(words, language) for tag, (language, words) in _wanted(terms, here).items()}
        self._word_of: dict[tuple[str, str, Flexion, _Place], int] = {}
        self._stretches: dict[str, int] = {}
        self._shortest: dict[int, int] = {}
        self._contexts: dict[tuple[str, tuple[str, ...]], Phrases] = {}

    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns of all terms that have a word."""
        return tuple(pattern for term in self._terms if (pattern := self._pattern(term)))

    def subjects(self) -> tuple[Subject, ...]:
        """What the patterns ask of texts; what is left in may stand in one that tells it in its own language."""
        return tuple(
            Subject(phrases, self._phrases_here(name) if index < self._first_own else ())
            for (name, phrases), index in self.named.items()
        )

    def _phrases_here(self, subject: str) -> Phrases:
        return self._phrases(self._here.subjects.get(subject, ()), self._here.language) if self._here else ()

    def _pattern(self, term: Term) -> Pattern | None:
        written = term.words
        if not written:
            return None
        if term.loose:
            written = (fold_word(term.written),)
            words: tuple[int, ...] = (self._stretch(fixed_stretch(written[0])),)
        else:
            words = tuple(
                self._word(word, term.language, _place(before, term), term.flexion)
                for before, word in zip(("", *written), written, strict=False)
            )
        anchor = max(range(len(written)), key=lambda i: self._rarity(written[i], words[i]))
        rendering, compounds = term.rendering, _joins(term)
        gaps, tail = punctuation(term) if not term.loose else ((), "")
        return Pattern(
            concept=term.concept.id,
            rendering=rendering.term,
            language=term.language.tag,
            status=term.status,
            words=words,
            written=tuple(written),
            anchor=anchor,
            gaps=gaps,
            why=rendering.why,
            substring=term.language.boundary == "substring",
            loose=term.loose,
            sensitive=rendering.case_sensitive or term.abbreviation,
            tail=tail,
            bare_capitals=term.inflected and bool(term.language.bare_capitals or term.language.same_capitals),
            noun_capitals=term.language.noun_capitals and rendering.match == "inflected",
            compounds=compounds,
            apostrophe_in_words=term.language.apostrophe_in_words,
            abbreviation=term.abbreviation,
            near=self._phrases(rendering.near, term.language),
            before=self._phrases(rendering.before, term.language),
            after=self._phrases(rendering.after, term.language),
            about=self._subject(rendering, term.language),
            excluded=tuple(" ".join(fold_word(form).split()) for form in rendering.not_forms),
            files=rendering.files,
            short_parts=self._short_parts(words[0], term) if compounds and len(words) == 1 else (),
        )

    def _short_parts(self, index: int, term: Term) -> tuple[str, ...]:
        """The short forms of a single word that may be a part of a compound, each with what holds it by chance."""
        grades, parts = self.words[index], self._inflected[term.language.tag][term.words[0]].parts
        return tuple(" ".join((short, *sorted(parts[short]))) for short in parts if short in grades)

    def _word(self, word: str, language: Language, place: _Place, flexion: Flexion = "inflected") -> int:
        key = language.tag, word, flexion, place
        if key not in self._word_of:
            if flexion == "inflected":
                forms = self._inflected[language.tag][word]
            else:
                forms = attached_forms(word, language) if flexion == "attached" else rigid_forms(word)
            found = graded(forms, alone=place.alone, either_gender=place.either_gender)
            self._word_of[key] = self.words.add(found, _in_capitals(found, language) if flexion == "inflected" else {})
        return self._word_of[key]

    def _stretch(self, stretch: str) -> int:
        """The index of a stretch of text that is found wherever it stands."""
        if stretch not in self._stretches:
            self._stretches[stretch] = self.words.add({stretch: Via.EXACT})
        return self._stretches[stretch]

    def _rarity(self, word: str, index: int) -> tuple[int, int]:
        """How rare a word is likely to be in texts: long, in few renderings; short words are mostly function words."""
        if index not in self._shortest:
            # A lock that people have edited may leave a word no form that counts.
            self._shortest[index] = min(map(len, self.words.forms(index)), default=0)
        shortest = self._shortest[index]
        return 3 * min(shortest, 6) - self._frequency[fold_word(word)].bit_length(), shortest

    def _subject(self, rendering: Rendering, language: Language) -> int:
        subject = rendering.subject, self._phrases(rendering.about, language)
        return self.named.setdefault(subject if rendering.about else ("", ()), len(self.named))

    def _phrases(self, phrases: tuple[str, ...], language: Language) -> Phrases:
        key = language.tag, phrases
        if key not in self._contexts:
            place = _Place(alone=False)
            split = dict.fromkeys(words_of(phrase, language) for phrase in phrases)
            self._contexts[key] = tuple(
                tuple(self._word(word, language, place) for word in words) for words in split if words
            )
        return self._contexts[key]


class _Place(NamedTuple):
    """Where a word stands in its rendering: alone, or behind a noun for a man or a woman."""

    alone: bool
    either_gender: bool = False


def _place(before: str, term: Term) -> _Place:
    """The place of a term's word that has another one, or "", before it."""
    if not term.inflected:
        return _Place(alone=False)  # what is not inflected is never guessed
    endings = term.language.both_genders
    return _Place(len(term.words) == 1, bool(endings) and before.lower().endswith(endings))


def rigid_forms(word: str) -> WordForms:
    """The one form of a word of a rendering that counts as it is written only (`match: exact`), in any language."""
    return attached_forms(word, Language("", "", inflects=False))


def attached_forms(word: str, language: Language) -> WordForms:
    """A word of a listed form, and with it what the language writes onto any form (particles, prefixes)."""
    return word_forms([word], replace(language, inflects=False))[word]


def graded(forms: WordForms, *, alone: bool, either_gender: bool = False) -> Forms:
    """Grade the forms by origin: what a phrase confirms by its other words is only guessed for a single word.

    `alone`: the word is a whole rendering; `either_gender`: what differs in gender counts, too. Forms that don't count
    are left out.
    """
    grades: dict[str, Via] = {}
    for form, origin in forms.origins.items():
        if origin in ("written", "spelling"):
            grades[form] = Via.EXACT
        elif (origin != "apart" or either_gender) and (origin not in ("ending", "other") or not alone):
            grades[form] = Via.INFLECTED
        elif origin == "ending":
            grades[form] = Via.GUESSED
    return grades


def _in_capitals(forms: Forms, language: Language) -> dict[str, str]:
    """Forms that stand for another one in capitals only: europeen → européen, Turkish sinif → sınıf."""
    if not (language.bare_capitals or language.same_capitals):
        return {}
    # Of several forms with one bare shape the surest counts, and so comes last.
    surest_last = sorted(forms, key=lambda form: -forms[form])
    bare = ((_as_from_capitals(form, language), form) for form in surest_last)
    return {stripped: form for stripped, form in bare if stripped not in forms and len(stripped) == len(form)}


def _as_from_capitals(form: str, language: Language) -> str:
    for letter, other in language.same_capitals:
        form = form.replace(letter, other)
    return without_diacritics(form) if language.bare_capitals else form
