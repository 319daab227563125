"""`viterm glossary lock`: the word forms of a glossary folder, written out for people to review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from viterm.compile import inflected_words
from viterm.forms import word_forms
from viterm.forms.lock import lock_path, write_lock
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

    Two tags of one language (pt, pt-BR) share a lock. A language without a dictionary has none: its forms depend on
    nothing but viterm.
    """
    words: dict[str, set[str]] = {}
    for tag in glossary.languages:
        if by_tag(tag).dictionary:
            words.setdefault(by_tag(tag).tag, set()).update(inflected_words(glossary, tag))
    return words


def concepts_within(glossary: Glossary, folders: Sequence[Path]) -> Glossary:
    """The concepts of a glossary that lie in some folders, which are named as they were for loading."""

    def lies_within(concept: Concept) -> bool:
        return any(Path(concept.path).is_relative_to(folder) for folder in folders)

    return Glossary({id_: concept for id_, concept in glossary.concepts.items() if lies_within(concept)})
