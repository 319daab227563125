"""`viterm glossary lock`: the word forms of a glossary folder, written out for people to review."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from viterm.compile import inflected_words
from viterm.forms import word_forms
from viterm.forms.lock import lock_path, write_lock
from viterm.glossary import load_glossary
from viterm.languages import by_tag


def locks(folder: Path) -> Iterator[tuple[Path, str]]:
    """The lock files of a glossary folder and their new text, language by language.

    Raises ProblemsError or UserError for a glossary with faults.
    """
    glossary = load_glossary([folder])
    # Two tags of one language (pt, pt-BR) share a lock.
    words: dict[str, set[str]] = {}
    for tag in glossary.languages:
        words.setdefault(by_tag(tag).tag, set()).update(inflected_words(glossary, tag))
    for tag, wanted in words.items():
        yield lock_path(folder, tag), write_lock(word_forms(wanted, by_tag(tag)))
