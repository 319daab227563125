"""`viterm glossary check`: what viterm can do for each language of a glossary, and which words it doesn't know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from viterm.compile import FormSource
from viterm.forms import Origin, WordForms
from viterm.forms.endings import load_paradigms
from viterm.glossary import Glossary
from viterm.languages import LANGUAGES, Language, by_tag
from viterm.terms import words_of

_SHOWN = 5
_SHORTEST_TELLING = 5  # shorter words are mostly function words
_BY_ENDING: frozenset[Origin] = frozenset({"ending", "other"})


def notes(glossary: Glossary) -> Iterator[str]:
    """A line for each language of which viterm doesn't inflect the words, though some other tool might."""
    for tag in glossary.languages:
        if note := _note(by_tag(tag)):
            yield f"{tag}: {note}"


def coverage(glossary: Glossary, forms: FormSource) -> Iterator[str]:
    """A line for each language: how many words, and of those that the dictionary doesn't know how many and which.

    The words named are those in the most renderings, where it pays most to write `forms`. Raises UserError for a broken
    lock.
    """
    for tag in glossary.languages:
        language = by_tag(tag)
        if note := _note(language):
            yield f"{tag}: {note}"
        elif not language.inflects:
            yield f"{tag}: words have one form"
        else:
            words = _words(glossary, tag, language)
            yield f"{tag}: {_counts(words, forms(words, language), language)}"


def _note(language: Language) -> str:
    """Why the words of a language are not inflected; nothing where they are, or where words have one form."""
    if language.tag not in LANGUAGES:
        return "not among viterm's languages; found as written only"
    if language.boundary == "substring":
        return "no blanks between words; found as substrings, as written"
    if language.dictionary or not language.inflects or load_paradigms(language.tag).paradigms:
        return ""
    return f"no dictionary; found as written{', with particles' if language.attached else ' only'}"


def _words(glossary: Glossary, tag: str, language: Language) -> Counter[str]:
    """The words of a language's renderings, each with how many have it; without abbreviations and numbers."""
    entries = (concept.entries.get(tag) for concept in glossary.concepts.values())
    return Counter(
        word
        for entry in entries
        if entry
        for rendering in entry.renderings
        if rendering.match == "inflected"
        for word in set(words_of(rendering.term, language))
        if not (word.isupper() or word.isnumeric())
    )


def _counts(words: Counter[str], forms: dict[str, WordForms], language: Language) -> str:
    if not words:
        return "no words to inflect"
    number = f"{len(words):,} word{'' if len(words) == 1 else 's'}"
    unknown = [word for word in words if not forms[word].known]
    unknown.sort(key=lambda word: (len(word) < _SHORTEST_TELLING, -words[word], word))
    with_endings = {word for word in unknown if not _BY_ENDING.isdisjoint(forms[word].origins.values())}
    by_ending = [word for word in unknown if word in with_endings]
    rigid = [word for word in unknown if word not in with_endings]
    parts = [f"{len(by_ending):,} inflected by endings{_some(by_ending)}"] * bool(by_ending)
    parts += [f"{len(rigid):,} found as written{_some(rigid)}"] * bool(rigid)
    if not language.dictionary:
        return f"no dictionary; {number}{': ' * bool(parts)}{', '.join(parts)}"
    if not unknown:
        return f"{number}, all in the dictionary"
    return f"{number}, {len(unknown):,} unknown to the dictionary: {', '.join(parts)}"


def _some(words: Iterable[str]) -> str:
    first = list(words)
    return f" ({', '.join(first[:_SHOWN])}{', …' * (len(first) > _SHOWN)})"
