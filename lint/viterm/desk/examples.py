"""The examples of a glossary, tried as a lint would try them."""

from __future__ import annotations

from collections.abc import Iterator

from viterm.desk.trial import starts, trial
from viterm.errors import Problem
from viterm.find import Finder
from viterm.findings import Occurrence
from viterm.glossary import Concept, Entry, Glossary
from viterm.lint import Settings, lint
from viterm.rules import mixed_renderings

# That two approved renderings are mixed is no fault of the glossary.
_SETTINGS = Settings(frozenset(), ignore=frozenset({mixed_renderings.NAME}))


def faulty_examples(glossary: Glossary, tag: str, finder: Finder) -> Iterator[Problem]:
    """The examples of a language that don't do what they are there for."""
    for concept in glossary.concepts.values():
        if entry := concept.entries.get(tag):
            yield from _faulty(concept, entry, finder)


def _faulty(concept: Concept, entry: Entry, finder: Finder) -> Iterator[Problem]:
    for sentence in entry.hits:
        if not _flagged(concept, entry, sentence, _subjects(entry), finder):
            message = (
                f"{entry.language}: this `hit` example holds no variant or forbidden rendering of the concept that is "
                f"found: “{sentence}”"
            )
            yield Problem(concept.path, entry.line, 1, message)
    for sentence in entry.misses:
        if found := _flagged(concept, entry, sentence, "", finder):
            message = f"{entry.language}: in this `miss` example “{found[0]}” is found: “{sentence}”"
            yield Problem(concept.path, entry.line, 1, message)


def _subjects(entry: Entry) -> str:
    """What a text must be about for the entry's renderings to count: a `hit` sentence stands for such a text."""
    return ". ".join(sorted({word for rendering in entry.renderings for word in rendering.about}))


def _flagged(concept: Concept, entry: Entry, sentence: str, subjects: str, finder: Finder) -> list[str]:
    """The concept's faulty renderings in a sentence of a text with these subjects."""
    texts = [sentence, subjects]
    document = trial(texts, entry.language)
    _, end, *_ = starts(texts)

    def counts(occurrence: Occurrence) -> bool:
        return occurrence.start < end and occurrence.concept == concept.id

    found = [occurrence for occurrence in finder.find(document) if counts(occurrence)]
    return [finding.found for finding in lint(document, found, _SETTINGS)]
