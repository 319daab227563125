"""`viterm glossary lock`: the word forms of a glossary folder, written out for people to review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from pathlib import Path

from viterm.compile import inflected_words
from viterm.errors import Problem
from viterm.forms import word_forms
from viterm.forms.lock import FOLDER, LockedForms, lock_path, write_lock
from viterm.glossary import Concept, Glossary, load_glossary
from viterm.languages import by_tag


def locks(folder: Path, others: Sequence[Path] = (), *, analysers: bool = True) -> Iterator[tuple[Path, str]]:
    """The lock files of a glossary folder and their new text, language by language.

    `others` are folders to which the folder's concepts may be related; `analysers`: whether optional analysers are
    asked, where they are installed. Raises as `folder_alone` does.
    """
    for tag, words in words_to_lock(folder_alone(folder, others)).items():
        language = by_tag(tag) if analysers else replace(by_tag(tag), analyser="")
        yield lock_path(folder, tag), write_lock(word_forms(words, language))


def folder_alone(folder: Path, others: Sequence[Path] = ()) -> Glossary:
    """All concepts of a folder, even those that a project's other folders override.

    `others` are folders to which they may be related. Raises ProblemsError or UserError for a glossary with faults.
    """
    return concepts_within(load_glossary([*(other for other in others if other != folder), folder]), [folder])


def words_to_lock(glossary: Glossary) -> dict[str, set[str]]:
    """The words in a glossary's renderings of which a lock has the forms, by the tag of the lock.

    Two tags of one language (pt, pt-BR) share a lock.
    """
    return {language: _words(glossary, language) for language in _lockable(glossary)}


def _lockable(glossary: Glossary) -> list[str]:
    """The languages of a glossary that have a lock; one without a dictionary has forms that depend on viterm alone."""
    return sorted({by_tag(tag).tag for tag in glossary.languages if by_tag(tag).dictionary})


def _words(glossary: Glossary, language: str) -> set[str]:
    tags = [tag for tag in glossary.languages if by_tag(tag).tag == language]
    return {word for tag in tags for word in inflected_words(glossary, tag)}


def locked_languages(folder: Path) -> list[str]:
    """The languages of which a glossary folder has a lock."""
    return sorted(path.stem for path in (folder / FOLDER).glob("*.json"))


def needless_locks(folder: Path, glossary: Glossary) -> Iterator[Problem]:
    """Locks of languages in which a folder has nothing, or nothing to lock; `glossary` is `folder_alone`."""
    for language in sorted({*locked_languages(folder)}.difference(_lockable(glossary))):
        message = f"no rendering is in `{language}`: delete this lock"
        yield Problem(lock_path(folder, language).as_posix(), 1, 1, message)


def lock_faults(folder: Path, language: str, glossary: Glossary, forms: LockedForms) -> Iterator[Problem]:
    """What a folder's lock of a language lacks or no longer needs; `glossary` is `folder_alone`.

    A language without a lock needs none. Raises UserError for a broken lock.
    """
    path = lock_path(folder, language)
    if language not in _lockable(glossary) or not path.exists():
        return
    locked, wanted = forms.lock(path).keys(), _words(glossary, language)
    faults = [f"lacks {_some(wanted - locked)}"] * bool(wanted - locked)
    faults += [f"has {_some(locked - wanted)} that no rendering has"] * bool(locked - wanted)
    if faults:
        message = f"the lock {' and '.join(faults)}: write it anew with `viterm glossary lock`"
        yield Problem(path.as_posix(), 1, 1, message)


def _some(words: Set[str]) -> str:
    first = ", ".join(f"“{word}”" for word in sorted(words)[:3])
    return first + (f" and {len(words) - 3} more" if len(words) > 3 else "")


def concepts_within(glossary: Glossary, folders: Sequence[Path]) -> Glossary:
    """The concepts of a glossary that lie in some folders, which are named as they were for loading."""

    def lies_within(concept: Concept) -> bool:
        return any(Path(concept.path).is_relative_to(folder) for folder in folders)

    concepts = {id_: concept for id_, concept in glossary.concepts.items() if lies_within(concept)}
    return Glossary(concepts, glossary.subjects)
