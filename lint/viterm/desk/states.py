"""What the check of a language depends on, so that what has been found sound need not be tried again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from operator import attrgetter
from pathlib import Path

from viterm.compiled import FORMAT
from viterm.forms.lock import lock_path
from viterm.glossary import Entry, Glossary, Rendering
from viterm.language_tags import applicable
from viterm.languages import by_tag
from viterm.terms import left_in_languages

# Where a rendering stands in its file has no say in whether it is sound.
_content = attrgetter(*(field for field in Rendering._fields if field not in ("line", "column")))


class States:
    """The states of the languages of some glossaries and of the locks in some folders; `own` is what is checked."""

    def __init__(self, own: Glossary, glossaries: Sequence[Glossary], folders: Sequence[Path]) -> None:
        self._own = (*own.concepts, *(len(glossary.concepts) for glossary in glossaries))
        self._subjects = [(glossary, subject) for glossary in glossaries for subject in glossary.subjects]
        self._concepts = [concept for glossary in glossaries for concept in glossary.concepts.values()]
        self._folders = folders
        self._entries: dict[int, bytes] = {}
        self._lock = cache(_digest_of_file)

    def of(self, tags: Sequence[str]) -> str:
        """A text that changes whenever the check of some languages might say something else."""
        subjects = [(name, glossary.subject_words(name, tag)) for glossary, name in self._subjects for tag in tags]
        digest = hashlib.sha256(repr((FORMAT, tags, self._own, subjects)).encode())
        others = {language for tag in tags for language in left_in_languages(tag)}
        for concept in self._concepts:
            wanted = dict.fromkeys(one for tag in tags for one in applicable(tag, concept.entries))
            wanted |= dict.fromkeys(sorted(others & concept.entries.keys()))
            digest.update(repr((concept.id, concept.name, concept.also, [*wanted])).encode())
            for tag in wanted:
                digest.update(self._entry(concept.entries[tag]))
        for language in sorted({by_tag(tag).tag for tag in (*tags, *others)}):
            for folder in self._folders:
                digest.update(self._lock(lock_path(folder, language)))
        return digest.hexdigest()

    def _entry(self, entry: Entry) -> bytes:
        # By identity: the glossaries keep their entries, and to hash one takes as long as this.
        if id(entry) not in self._entries:
            content = (entry.hits, entry.misses, [_content(rendering) for rendering in entry.renderings])
            self._entries[id(entry)] = hashlib.sha256(repr(content).encode()).digest()
        return self._entries[id(entry)]


def _digest_of_file(path: Path) -> bytes:
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError:
        return b"none"
