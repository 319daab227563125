"""`viterm glossary check`, beyond what the loader finds.

Renderings that are not in vain or in one another's way, examples that run, locks that fit, files in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from pathlib import Path

from viterm.desk.consistency import FinderFor, finders, inconsistencies
from viterm.desk.lock import concepts_within, folder_alone, words_to_lock
from viterm.desk.tidy import tidied
from viterm.document import Document, Run, Segment
from viterm.errors import Problem
from viterm.find import Finder
from viterm.forms.lock import FOLDER
from viterm.glossary import Concept, Entry, Glossary, glossary_files
from viterm.lint import Settings, lint
from viterm.rules import mixed_renderings
from viterm.store import Store


def check(store: Store, folders: Sequence[Path]) -> list[Problem]:
    """Every problem of some of the store's folders that keeps no lint from running, in order of place.

    The examples are tried as a lint would, with all that is in the store. Raises ProblemsError or UserError for a
    glossary or a lock that no lint could use.
    """
    own = concepts_within(store.glossary, folders)
    locks = (problem for folder in folders for problem in _locks(folder, store))
    finder_for = finders(store)
    return sorted([*inconsistencies(own, store, finder_for), *_examples(own, finder_for), *locks, *_untidy(folders)])


def _untidy(folders: Sequence[Path]) -> Iterator[Problem]:
    """Files that are not in the order in which `--fix` would put them."""
    for file in (file for folder in folders for file in glossary_files(folder)):
        before = file.read_bytes()
        if tidied(before) not in (before, None):
            message = "the keys or lines are not in the usual order: run `viterm glossary check --fix`"
            yield Problem(file.as_posix(), 1, 1, message, "warning")


def _examples(glossary: Glossary, finder_for: FinderFor) -> Iterator[Problem]:
    for concept in glossary.concepts.values():
        for tag, entry in concept.entries.items():
            yield from _examples_of(concept, entry, finder_for(tag))


def _examples_of(concept: Concept, entry: Entry, finder: Finder) -> Iterator[Problem]:
    for sentence in entry.hits:
        if not _flagged(concept, entry, sentence, _subjects(entry), finder=finder):
            message = (
                f"{entry.language}: this `hit` example holds no variant or forbidden rendering of the concept that is "
                f"found: “{sentence}”"
            )
            yield Problem(concept.path, entry.line, 1, message)
    for sentence in entry.misses:
        if found := _flagged(concept, entry, sentence, finder=finder):
            message = f"{entry.language}: in this `miss` example “{found[0]}” is found: “{sentence}”"
            yield Problem(concept.path, entry.line, 1, message)


def _subjects(entry: Entry) -> str:
    """What a text must be about for the entry's renderings to count: a `hit` sentence stands for such a text."""
    return ". ".join(sorted({word for rendering in entry.renderings for word in rendering.about}))


def _flagged(concept: Concept, entry: Entry, *texts: str, finder: Finder) -> list[str]:
    """The concept's faulty renderings in some texts; that two approved ones are mixed is no fault of the glossary."""
    segments = tuple(Segment(text, (Run(0, 0, len(text)),)) for text in texts)
    document = Document(concept.path, entry.language, "\n\n".join(texts), segments)
    settings = Settings(frozenset(), ignore=frozenset({mixed_renderings.NAME}))
    findings = lint(document, finder.find(document), settings)
    return [finding.found for finding in findings if finding.concept == concept.id]


def _locks(folder: Path, store: Store) -> Iterator[Problem]:
    """Words that a folder's locks lack or no longer need; a language without a lock needs none."""
    paths = sorted((folder / FOLDER).glob("*.json"))
    if not paths:
        return
    wanted = words_to_lock(store.glossary if store.folders == (folder,) else folder_alone(folder, store.folders))
    for path in paths:
        if path.stem in wanted:
            message = _difference(store.forms.lock(path).keys(), wanted[path.stem])
        else:
            message = f"no rendering is in `{path.stem}`: delete this lock"
        if message:
            yield Problem(path.as_posix(), 1, 1, message)


def _difference(locked: Set[str], wanted: Set[str]) -> str:
    faults = [f"lacks {_some(wanted - locked)}"] * bool(wanted - locked)
    faults += [f"has {_some(locked - wanted)} that no rendering has"] * bool(locked - wanted)
    return f"the lock {' and '.join(faults)}: write it anew with `viterm glossary lock`" if faults else ""


def _some(words: Set[str]) -> str:
    first = ", ".join(f"“{word}”" for word in sorted(words)[:3])
    return first + (f" and {len(words) - 3} more" if len(words) > 3 else "")
