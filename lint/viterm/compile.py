"""Compiling: a glossary and a document language give a compiled glossary, with every form of every rendering."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

import regex

from viterm.compiled import Compiled, Forms, Name, Pattern, Words
from viterm.findings import Status, Via
from viterm.fold import fold_word
from viterm.forms import WordForms, word_forms
from viterm.forms.spelling import half_spaces
from viterm.glossary import Concept, Glossary, Rendering
from viterm.language_tags import applicable
from viterm.languages import Language, by_tag
from viterm.loose import fixed_stretch, is_loose

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*")
_WORD_WITH_APOSTROPHE = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ][\p{L}\p{M}\p{N}]+)*")
_NO_PUNCTUATION = regex.compile(r"[\s'-]")

_PIVOT = "en"
"""The language through which machine translation goes, and whose renderings are left standing."""

_SHORTEST_ABBREVIATION = 3


class _Term(NamedTuple):
    """A written term that becomes one pattern."""

    concept: Concept
    rendering: Rendering
    written: str
    language: Language
    status: Status
    inflected: bool
    abbreviation: bool

    @property
    def own(self) -> bool:
        """Whether it is a term of the document's own language."""
        return self.status != "untranslated"

    @property
    def loose(self) -> bool:
        """Whether its blanks come and go."""
        return self.inflected and self.language.boundary == "loose" and is_loose(self.written)


FormSource = Callable[[Iterable[str], Language], dict[str, WordForms]]
"""Gives the forms of words in a language: the analyser itself, or a lock in front of it."""


def compile_glossary(glossary: Glossary, tag: str, forms: FormSource = word_forms) -> Compiled:
    """Compile a glossary for documents in one language.

    Beside the language's own renderings this takes in what is found there by mistake: English renderings and
    Vietnamese names, with the status `untranslated`.
    """
    terms = [term for concept in glossary.concepts.values() for term in _terms(concept, tag)]
    return _Builder(terms, forms).compiled(
        tag, {concept.id: _name(concept, tag) for concept in glossary.concepts.values()}
    )


def inflected_words(glossary: Glossary, tag: str) -> set[str]:
    """The words of a language's own renderings and their context words, of which the forms are looked up."""
    terms = [term for concept in glossary.concepts.values() for term in _terms(concept, tag) if term.own]
    return _wanted(terms).get(by_tag(tag).tag, (by_tag(tag), set[str]()))[1]


def words_of(term: str, language: Language) -> tuple[str, ...]:
    """The words of a term as it is written; in a script without blanks, the stretches between the blanks it has."""
    if language.boundary == "substring":
        return tuple(term.split())
    return tuple(_word_pattern(language).findall(term))


def _word_pattern(language: Language) -> regex.Pattern[str]:
    return _WORD_WITH_APOSTROPHE if language.apostrophe_in_words else _WORD


def _gaps(term: str, language: Language) -> tuple[str, ...]:
    """The punctuation between the words of a term; nothing where it is blanks, hyphens and apostrophes only."""
    if language.boundary == "substring":
        return ()
    gaps = tuple(_NO_PUNCTUATION.sub("", fold_word(gap)) for gap in _word_pattern(language).split(term)[1:-1])
    return gaps if any(gaps) else ()


def _name(concept: Concept, tag: str) -> Name:
    if by_tag(tag).tag == "vi":
        return Name(concept.name, (concept.name,))
    entries = [concept.entries[language] for language in applicable(tag, concept.entries)]
    approved = tuple(rendering.term for entry in entries for rendering in entry.approved)
    proposed = any(entry.basis == "proposed" for entry in entries)
    return Name(concept.name, approved, proposed, entries=max(1, len(entries)))


def _terms(concept: Concept, tag: str) -> Iterable[_Term]:
    language = by_tag(tag)
    own_tags = applicable(tag, concept.entries)
    for entry_tag, entry in concept.entries.items():
        own = entry_tag in own_tags
        if not own and entry_tag != _PIVOT:
            continue
        entry_language = by_tag(entry_tag)
        for rendering in entry.renderings:
            abbreviation = _is_abbreviation(rendering.term, longest=4)
            # A single English word is too often a word of the other language too (emulation, commune, front).
            if not own and len(words_of(rendering.term, entry_language)) < 2 and not abbreviation:
                continue
            # An English wording that counts only in some context is ordinary English: no sign of a term left in.
            if not own and (rendering.near or rendering.before or rendering.after):
                continue
            status: Status = rendering.status if own else "untranslated"
            inflected = rendering.match == "inflected"
            for written in half_spaces(rendering.term):
                yield _Term(concept, rendering, written, entry_language, status, inflected, abbreviation)
            for form in rendering.forms:
                yield _Term(concept, rendering, form, entry_language, status, False, abbreviation)
    yield from _vietnamese_terms(concept, "approved" if language.tag == "vi" else "untranslated")


def _vietnamese_terms(concept: Concept, status: Status) -> Iterable[_Term]:
    vietnamese = by_tag("vi")
    for name in (concept.name, *concept.also):
        abbreviation = _is_abbreviation(name, longest=8)
        words = len(words_of(name, vietnamese))
        # One syllable stands in too many names (xã, tỉnh); two letters in too many codes.
        if status == "untranslated" and (len(name) < _SHORTEST_ABBREVIATION if abbreviation else words < 2):
            continue
        rendering = Rendering(name, "approved")
        yield _Term(concept, rendering, name, vietnamese, status, False, abbreviation)
        stripped = _without_diacritics(name)
        # Without its diacritics a short name could be anything: Dan Van is a person.
        if status == "untranslated" and stripped != name and (abbreviation or words >= 3):
            yield _Term(concept, rendering, stripped, vietnamese, status, False, abbreviation)


def _is_abbreviation(term: str, longest: int) -> bool:
    """Whether a term is written in capitals only; a long one may just be a word in capitals."""
    return term.isalpha() and term.isupper() and 2 <= len(term) <= longest


def _without_diacritics(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _wanted(terms: Iterable[_Term]) -> dict[str, tuple[Language, set[str]]]:
    """The words whose forms are needed, by language."""
    wanted: dict[str, tuple[Language, set[str]]] = {}
    for term in terms:
        _, words = wanted.setdefault(term.language.tag, (term.language, set()))
        if term.inflected:
            words.update(words_of(term.written, term.language))
        for word in (*term.rendering.near, *term.rendering.before, *term.rendering.after, *term.rendering.about):
            words.update(words_of(word, term.language))
    return wanted


def _joins(term: _Term) -> bool:
    """Whether a term may be a part of a compound; a verb is none of a noun's (wiederher|stellen, Erstell|ung)."""
    word = words_of(term.written, term.language)[-1]
    verb = word[:1].islower() and word.endswith(term.language.verbs) if term.language.verbs else False
    return term.language.compounds and term.inflected and not verb


def _tail(term: str, language: Language) -> str:
    """The full stop or other punctuation at a term's end: XIX в."""
    if language.boundary == "substring":
        return ""
    return fold_word(_word_pattern(language).split(term)[-1]).strip()


class _Builder:
    """Gathers the words of all terms, looks up their forms at once and chooses each pattern's anchor."""

    def __init__(self, terms: list[_Term], forms: FormSource) -> None:
        self._terms = terms
        self._frequency = Counter(
            word for term in terms for word in {fold_word(word) for word in words_of(term.written, term.language)}
        )
        self._forms = {tag: forms(words, language) for tag, (language, words) in _wanted(terms).items()}
        self._words = Words()
        self._word_of: dict[tuple[str, str, _Place | None], int] = {}
        self._shortest: dict[int, int] = {}
        self._contexts: dict[tuple[str, tuple[str, ...]], tuple[int, ...]] = {}

    def compiled(self, tag: str, names: dict[str, Name]) -> Compiled:
        patterns = tuple(pattern for term in self._terms if (pattern := self._pattern(term)))
        return Compiled(tag, names, self._words, patterns)

    def _pattern(self, term: _Term) -> Pattern | None:
        written = words_of(term.written, term.language)
        if not written:
            return None
        if term.loose:
            written = (fold_word(term.written),)
            words: tuple[int, ...] = (self._words.add({fixed_stretch(written[0]): Via.EXACT}),)
        else:
            words = tuple(
                self._word(word, term, _Place(len(written) == 1, _has_both_genders(before, term.language)))
                for before, word in zip(("", *written), written, strict=False)
            )
        anchor = max(range(len(written)), key=lambda i: self._rarity(written[i], words[i]))
        rendering = term.rendering
        return Pattern(
            concept=term.concept.id,
            rendering=rendering.term,
            language=term.language.tag,
            status=term.status,
            words=words,
            written=tuple(written),
            anchor=anchor,
            gaps=_gaps(term.written, term.language),
            why=rendering.why,
            substring=term.language.boundary == "substring",
            loose=term.loose,
            sensitive=rendering.case_sensitive or term.abbreviation,
            tail=_tail(term.written, term.language),
            bare_capitals=term.inflected and bool(term.language.bare_capitals or term.language.same_capitals),
            noun_capitals=term.language.noun_capitals and rendering.match == "inflected",
            compounds=_joins(term),
            apostrophe_in_words=term.language.apostrophe_in_words,
            abbreviation=term.abbreviation,
            near=self._context(rendering.near, term.language),
            before=self._context(rendering.before, term.language),
            after=self._context(rendering.after, term.language),
            about=self._context(rendering.about, term.language),
            excluded=tuple(" ".join(fold_word(form).split()) for form in rendering.not_forms),
            files=rendering.files,
            short_parts=self._short_parts(written, words, term) if _joins(term) else (),
        )

    def _short_parts(self, written: tuple[str, ...], words: tuple[int, ...], term: _Term) -> tuple[str, ...]:
        """The short forms of a single word that may be a part of a compound, each with what holds it by chance."""
        if len(written) > 1:
            return ()
        grades, parts = self._words[words[0]], self._forms[term.language.tag][written[0]].parts
        return tuple(" ".join((short, *sorted(parts[short]))) for short in parts if short in grades)

    def _word(self, word: str, term: _Term, place: _Place) -> int:
        if term.inflected:
            return self._index(word, term.language, place)
        return self._kept((term.language.tag, word, None), lambda: rigid_forms(word), _RIGID, _ALONE)

    def _index(self, word: str, language: Language, place: _Place) -> int:
        return self._kept((language.tag, word, place), lambda: self._forms[language.tag][word], language, place)

    def _kept(
        self, key: tuple[str, str, _Place | None], forms: Callable[[], WordForms], language: Language, place: _Place
    ) -> int:
        if key not in self._word_of:
            found = graded(forms(), alone=place.alone, either_gender=place.either_gender)
            self._word_of[key] = self._words.add(found, _in_capitals(found, language))
        return self._word_of[key]

    def _rarity(self, word: str, index: int) -> tuple[int, int]:
        """How rare a word is likely to be in texts: long, in few renderings; short words are mostly function words."""
        if index not in self._shortest:
            # A lock that people have edited may leave a word no form that counts.
            self._shortest[index] = min(map(len, self._words.forms(index)), default=0)
        shortest = self._shortest[index]
        return 3 * min(shortest, 6) - self._frequency[fold_word(word)].bit_length(), shortest

    def _context(self, words: tuple[str, ...], language: Language) -> tuple[int, ...]:
        key = language.tag, words
        if key not in self._contexts:
            parts = dict.fromkeys(part for word in words for part in words_of(word, language))
            self._contexts[key] = tuple(self._index(part, language, _Place(alone=False)) for part in parts)
        return self._contexts[key]


class _Place(NamedTuple):
    """Where a word stands in its rendering: alone, or behind a noun for a man or a woman."""

    alone: bool
    either_gender: bool = False


_ALONE = _Place(alone=True)
_RIGID = Language("", "", inflects=False)


def _has_both_genders(word: str, language: Language) -> bool:
    return bool(language.both_genders) and word.lower().endswith(language.both_genders)


def rigid_forms(word: str) -> WordForms:
    """The one form of a word of a rendering that counts as it is written only (`match: exact`)."""
    return word_forms([word], _RIGID)[word]


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
    return _without_diacritics(form) if language.bare_capitals else form
