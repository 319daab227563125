"""Small glossaries for tests, without files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from viterm.compile import compile_glossary
from viterm.compiled import Compiled
from viterm.document import Document, Run, Segment
from viterm.find import Finder
from viterm.findings import Occurrence
from viterm.forms import WordForms, word_forms
from viterm.forms.lock import LockedForms
from viterm.glossary import Concept, Entry, Glossary, Rendering
from viterm.languages import Language

Terms = Mapping[str, Sequence[str | Rendering]]


def entry(language: str, terms: Terms) -> Entry:
    """A language's renderings: status → terms."""
    renderings = [
        term if isinstance(term, Rendering) else Rendering(term, status)
        for status in ("approved", "variant", "forbidden")
        for term in terms.get(status, ())
    ]
    return Entry(language, tuple(renderings))


def concept(name: str, languages: Mapping[str, Terms], *, id_: str = "", also: Sequence[str] = ()) -> Concept:
    """A concept: its name and, by language, its terms by status."""
    entries = {tag: entry(tag, terms) for tag, terms in languages.items()}
    return Concept(id_ or name.replace(" ", "-"), name, "for a test", also=tuple(also), entries=entries)


def glossary(*concepts: Concept) -> Glossary:
    """A glossary of some concepts."""
    return Glossary({one.id: one for one in sorted(concepts, key=lambda one: one.id)})


def plain(text: str, language: str, path: str = "text.txt") -> Document:
    """A plain text as a document."""
    return Document(path, language, text, (Segment(text, (Run(0, 0, len(text)),)),))


def compiled(language: str, *concepts: Concept) -> Compiled:
    """The concepts compiled for a language, with what every machine has: no optional analysers."""
    return compile_glossary(glossary(*concepts), language, LockedForms([], analysers=False))


def found(text: str, language: str, *concepts: Concept) -> list[Occurrence]:
    """The occurrences in a plain text."""
    return Finder(compiled(language, *concepts)).find(plain(text, language))


def rigid(words: Iterable[str], language: Language) -> dict[str, WordForms]:
    """Forms without a dictionary, for tests in which inflection plays no part: loading one takes seconds."""
    return word_forms(words, replace(language, inflects=False))


def found_rigid(text: str, language: str, *concepts: Concept, path: str = "text.txt") -> list[Occurrence]:
    """The occurrences in a plain text of terms that are not inflected."""
    return Finder(compile_glossary(glossary(*concepts), language, rigid)).find(plain(text, language, path))
