"""`viterm glossary check`, beyond what the loader finds.

Renderings that are not in vain or in one another's way, examples that run, locks that fit, files in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from viterm.desk.consistency import inconsistencies, unsourced
from viterm.desk.examples import faulty_examples
from viterm.desk.lock import concepts_within, folder_alone, lock_faults, locked_languages, needless_locks
from viterm.desk.states import States
from viterm.desk.tidy import tidied
from viterm.errors import Problem
from viterm.find import Finder
from viterm.glossary import Glossary, glossary_files
from viterm.languages import by_tag
from viterm.store import Store


def check(store: Store, folders: Sequence[Path]) -> list[Problem]:
    """Every problem of some of the store's folders that keeps no lint from running, in order of place.

    All is tried as a lint would try it, with all that is in the store; a language that was sound when it was last
    tried, and with which nothing has changed since, is not tried again. Raises ProblemsError or UserError for a
    glossary or a lock that no lint could use.
    """
    own = concepts_within(store.glossary, folders)
    alone = {folder: _alone(folder, store) for folder in folders if locked_languages(folder)}
    others = [glossary for glossary in alone.values() if glossary is not store.glossary]
    states = States(own, [store.glossary, *others], store.folders)
    problems = [*unsourced(own), *_untidy(folders)]
    for folder, glossary in alone.items():
        problems += needless_locks(folder, glossary)
    for language, tags in _tags_by_language([own, *alone.values()]).items():
        state = states.of(tags)
        if store.shelf.read(f"sound-{language}", state) is None:
            faults = [*_in_language(language, tags, own, alone, store)]
            problems += faults
            if not faults:
                store.shelf.write(f"sound-{language}", state, "{}")
    return sorted(problems)


def _alone(folder: Path, store: Store) -> Glossary:
    return store.glossary if store.folders == (folder,) else folder_alone(folder, store.folders)


def _tags_by_language(glossaries: Sequence[Glossary]) -> dict[str, list[str]]:
    """The tags of some glossaries by the language whose lock they share (pt, pt-BR)."""
    tags: dict[str, list[str]] = {}
    for tag in sorted({tag for glossary in glossaries for tag in glossary.languages}):
        tags.setdefault(by_tag(tag).tag, []).append(tag)
    return tags


def _in_language(
    language: str, tags: Sequence[str], own: Glossary, alone: Mapping[Path, Glossary], store: Store
) -> Iterator[Problem]:
    for folder, glossary in alone.items():
        yield from lock_faults(folder, language, glossary, store.forms)
    for tag in [tag for tag in tags if tag in own.languages]:
        finder = Finder(store.compiled(tag), propose=False)
        yield from inconsistencies(own, tag, store, finder)
        yield from faulty_examples(own, tag, finder)


def _untidy(folders: Sequence[Path]) -> Iterator[Problem]:
    """Files that are not in the order in which `--fix` would put them."""
    for file in (file for folder in folders for file in glossary_files(folder)):
        before = file.read_bytes()
        if tidied(before) not in (before, None):
            message = "the keys or lines are not in the usual order: run `viterm glossary check --fix`"
            yield Problem(file.as_posix(), 1, 1, message, "warning")
