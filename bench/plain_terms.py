"""Plain terms as a glossary: each is the only approved rendering of a concept of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from viterm.compile import compile_glossary
from viterm.compiled import Compiled
from viterm.document import Document
from viterm.find import Finder
from viterm.forms.lock import LockedForms
from viterm.glossary import Concept, Entry, Glossary, Rendering
from viterm.reading import make_document, parse
from viterm.term_patterns import PatternList


def glossary_of(terms: Iterable[str], tag: str) -> tuple[Glossary, dict[str, str]]:
    """A glossary of some terms of one language, and the concept of each term."""
    # One word in lower case: as a Vietnamese name of one syllable it is never looked for.
    ids = {term: f"t{number}" for number, term in enumerate(sorted(set(terms)))}
    concepts = {
        id_: Concept(id_, id_, "for a measurement", entries={tag: Entry(tag, (Rendering(term, "approved"),))})
        for term, id_ in ids.items()
    }
    return Glossary(concepts), ids


def compiled_terms(terms: Iterable[str], tag: str) -> tuple[Compiled, dict[str, str]]:
    """The same, compiled for documents in that language."""
    glossary, ids = glossary_of(terms, tag)
    # Without optional analysers: the figures are what everyone gets.
    return compile_glossary(glossary, tag, LockedForms([], analysers=False)), ids


def finder_of(compiled: Compiled, concepts: Collection[str]) -> Finder:
    """What finds only some of the concepts of a compiled glossary."""
    return Finder(
        replace(compiled, patterns=PatternList(pattern for pattern in compiled.patterns if pattern.concept in concepts))
    )


def plain_document(text: str, tag: str) -> Document:
    """A plain text as `viterm` reads one."""
    return make_document(text, parse(text, "text.txt"), shown="text.txt", language=tag)
