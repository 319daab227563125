"""`viterm glossary check`, beyond what the loader finds: the examples run, and the lock fits the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from viterm.compile import compile_glossary, inflected_words
from viterm.document import Document, Run, Segment
from viterm.errors import Problem, UserError
from viterm.find import Finder
from viterm.forms.lock import LockedForms, lock_path, read_lock
from viterm.glossary import Concept, Entry, Glossary
from viterm.lint import Settings, lint
from viterm.rules import mixed_renderings


def check(glossary: Glossary, folders: Sequence[Path]) -> list[Problem]:
    """Every problem with the examples and the locks of a glossary that was loaded from these folders."""
    return sorted([*_examples(glossary, folders), *_locks(glossary, folders)])


def _examples(glossary: Glossary, folders: Sequence[Path]) -> Iterator[Problem]:
    forms = LockedForms(reversed(folders))
    for tag in glossary.languages:
        finder = Finder(compile_glossary(glossary, tag, forms))
        for concept in glossary.concepts.values():
            if entry := concept.entries.get(tag):
                yield from _examples_of(concept, entry, finder)


def _examples_of(concept: Concept, entry: Entry, finder: Finder) -> Iterator[Problem]:
    for sentence in entry.hits:
        if not _flagged(concept, entry, sentence, finder):
            message = (
                f"{entry.language}: this `hit` example holds no variant or forbidden rendering of the concept that is "
                f"found: “{sentence}”"
            )
            yield Problem(concept.path, entry.line, 1, message)
    for sentence in entry.misses:
        if found := _flagged(concept, entry, sentence, finder):
            message = f"{entry.language}: in this `miss` example “{found[0]}” is found: “{sentence}”"
            yield Problem(concept.path, entry.line, 1, message)


def _flagged(concept: Concept, entry: Entry, sentence: str, finder: Finder) -> list[str]:
    """The concept's faulty renderings in a sentence; that two approved ones are mixed is no fault of the glossary."""
    document = Document(concept.path, entry.language, sentence, (Segment(sentence, (Run(0, 0, len(sentence)),)),))
    settings = Settings(frozenset(), ignore=frozenset({mixed_renderings.NAME}))
    findings = lint(document, finder.find(document), settings)
    return [finding.found for finding in findings if finding.concept == concept.id]


def _locks(glossary: Glossary, folders: Sequence[Path]) -> Iterator[Problem]:
    """Words that a folder's lock lacks or no longer needs; a folder without locks needs none."""
    for folder in folders:
        for tag in glossary.languages:
            path = lock_path(folder, tag)
            if not path.exists():
                continue
            try:
                locked = read_lock(path).keys()
            except UserError as error:
                yield Problem(path.as_posix(), 1, 1, str(error))
                continue
            wanted = inflected_words(_within(glossary, folder), tag)
            stale = [f"lacks {_some(wanted - locked)}"] * bool(wanted - locked)
            stale += [f"has {_some(locked - wanted)} that no rendering has"] * bool(locked - wanted)
            if stale:
                message = f"the lock {' and '.join(stale)}: write it anew with `viterm glossary lock`"
                yield Problem(path.as_posix(), 1, 1, message)


def _within(glossary: Glossary, folder: Path) -> Glossary:
    """The concepts that lie in a folder."""
    prefix = folder.as_posix().rstrip("/") + "/"
    return Glossary({id_: concept for id_, concept in glossary.concepts.items() if concept.path.startswith(prefix)})


def _some(words: set[str] | frozenset[str]) -> str:
    first = ", ".join(f"“{word}”" for word in sorted(words)[:3])
    return first + (f" and {len(words) - 3} more words" if len(words) > 3 else "")
