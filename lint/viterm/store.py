"""The store of compiled glossaries: kept between runs, by the content of the glossary."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from viterm.compiled import FORMAT, Compiled
from viterm.errors import UserError
from viterm.files import write_atomically
from viterm.index import Index
from viterm.shelf import Shelf

if TYPE_CHECKING:
    from viterm.compile import Compiler
    from viterm.forms.lock import LockedForms
    from viterm.glossary import Concept, Glossary

T = TypeVar("T")


class Store:
    """Some glossary folders (later ones override earlier ones), compiled when needed.

    `folder` is where compiled glossaries are kept, on the store's `shelf`; with None nothing is kept between runs.
    `shipped` holds these very folders compiled, as they come with an installed viterm.
    """

    def __init__(self, folders: Sequence[Path], folder: Path | None, shipped: Path | None = None) -> None:
        self.folders = tuple(folders)
        self.shelf = Shelf(folder)
        self._shipped = shipped
        self._compiled: dict[str, Compiled] = {}

    @cached_property
    def glossary(self) -> Glossary:
        """The glossary itself, read from its YAML. Raises ProblemsError or UserError for one with faults."""
        # YAML costs a lint run more than all else; one that finds its glossary compiled does without.
        from viterm.glossary import load_glossary

        return load_glossary(self.folders)

    @cached_property
    def forms(self) -> LockedForms:
        """What gives the forms of words: the folders' locks, the last folder's first, and else the analyser."""
        # Word forms that no lock has are looked up in dictionaries, which are slow to load.
        from viterm.forms.lock import LockedForms

        return LockedForms(reversed(self.folders))

    @cached_property
    def index(self) -> Index:
        """What there is in the glossary. Raises as `glossary` does."""
        return self._kept("index", self._make_index, Index.to_json, Index.from_json)

    def concept(self, id_: str) -> Concept:
        """A concept of the index, read from its own file. Raises as `glossary` does."""
        from viterm.glossary import load_concept

        listed = self.index.concepts[id_]
        return load_concept(self.folders[: listed.folder + 1], listed.file)

    def compiled(self, tag: str) -> Compiled:
        """The glossary compiled for documents in a language. Raises as `glossary` does."""
        if tag not in self._compiled:
            self._compiled[tag] = self._kept(
                tag, lambda: self._compiler.compiled(tag), Compiled.to_json, Compiled.from_json
            )
        return self._compiled[tag]

    def write(self, folder: Path) -> None:
        """Compile the glossary for each of its languages into a folder, which can be `shipped`.

        No optional analyser is asked: what ships must not depend on what the machine has that builds it.
        """
        from viterm.compile import Compiler
        from viterm.forms.lock import LockedForms

        compiler = Compiler(self.glossary, LockedForms(reversed(self.folders), analysers=False))
        write_atomically(folder / "index.json", self._make_index().to_json())
        for tag in self.index.document_languages:
            write_atomically(folder / f"{tag}.json", compiler.compiled(tag).to_json())

    def _make_index(self) -> Index:
        return Index.of(self.glossary, self.folders)

    @cached_property
    def _compiler(self) -> Compiler:
        from viterm.compile import Compiler

        return Compiler(self.glossary, self.forms)

    def _kept(self, name: str, make: Callable[[], T], dump: Callable[[T], str], parse: Callable[[str], T]) -> T:
        if self._shipped:
            with contextlib.suppress(OSError, ValueError, UserError):
                return parse((self._shipped / f"{name}.json").read_text(encoding="utf-8"))
        if not self.shelf.keeps:
            return make()
        try:
            state = self._state
        except OSError:
            return make()  # whose loader says which file of the glossary can't be read
        if (text := self.shelf.read(name, state)) is not None:
            with contextlib.suppress(UserError):
                return parse(text)
        made = make()
        self.shelf.write(name, state, dump(made))
        return made

    @cached_property
    def _state(self) -> str:
        digest = hashlib.sha256(str(FORMAT).encode())
        for folder in self.folders:
            digest.update(b"\0folder\0")
            for path in _sources(folder):
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()


def _sources(folder: Path) -> Iterable[Path]:
    """The files that the compiled glossary depends on: concepts and locks."""
    return sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml", ".json") and path.is_file())
