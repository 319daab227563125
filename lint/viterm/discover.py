"""Paths of the command line → the files to check."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from viterm.errors import UserError
from viterm.formats import READERS, format_of
from viterm.paths import STDIN
from viterm.patterns import patterns
from viterm.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from viterm.config import Config

_WILDCARD = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Found:
    """A text to check: a file, or standard input.

    `path` is the path as the user knows it, relative to the current folder unless it was given as absolute; for
    standard input it is the name that the text would have, or None.
    """

    path: Path | None
    is_stdin: bool = False

    @property
    def shown(self) -> str:
        """The name in reports, with `/` on every system."""
        return self.path.as_posix() if self.path else STDIN


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found.

    `files` are in the order of the arguments and sorted within a folder; `errors` has one for each argument that
    gives no file, and for each file or folder that can't be read.
    """

    files: tuple[Found, ...]
    errors: tuple[UserError, ...]


def discover(
    paths: Iterable[str], config: Config, *, glossaries: Iterable[Path] = (), stdin_filename: str | None = None
) -> Discovery:
    """Find the files that the arguments name; each file once, whatever names it goes by.

    - A file is taken as it is, whatever its suffix, even if git ignores it.
    - A folder is searched for files with a known suffix, without hidden files and folders, folder links,
      `node_modules`, what git ignores, and glossary folders (the config's and `glossaries`).
    - A pattern with `*`, `?` or `[` that is no file's name is matched in the same way; one that spells out another
      suffix (`*.rst`) finds it.
    - `-` is standard input, under the name `stdin_filename` if that is given.

    What the config excludes is never taken; a file, folder or standard input that it excludes is no error.
    """
    search = _Search(config, glossaries)
    for given in paths:
        if given == "-":
            search.standard_input(stdin_filename)
        else:
            search.argument(given)
    return Discovery(tuple(search.files.values()), tuple(search.errors))


class _Search:
    """One run of `discover`: the files found so far, by where they really lie, and the errors."""

    def __init__(self, config: Config, glossaries: Iterable[Path]) -> None:
        self.files: dict[str, Found] = {}
        self.errors: list[UserError] = []
        self._walk = Walk(config, glossaries, self._fail)

    def standard_input(self, filename: str | None) -> None:
        path = Path(filename) if filename else None
        if path is None or not self._walk.excludes(path, folder=False):
            self.files.setdefault(STDIN, Found(path, is_stdin=True))

    def argument(self, given: str) -> None:
        path = Path(given)
        try:
            # An empty argument, as from an unset variable, must not mean the current folder, as Path("") does.
            status = path.stat() if given else os.lstat("")
        except OSError as error:
            if _WILDCARD.search(given):
                self._pattern(path)
            else:
                self._fail(given or '""', error)
            return
        is_folder = stat.S_ISDIR(status.st_mode)
        if self._walk.excludes(path, folder=is_folder):
            return
        if is_folder:
            self._search(path, format_of, f"{path.as_posix()}: no file to check here (suffixes: {_suffixes()})")
        else:
            self.files.setdefault(os.path.realpath(path), Found(path))

    def _pattern(self, path: Path) -> None:
        first = next(i for i, part in enumerate(path.parts) if _WILDCARD.search(part))
        start = Path(*path.parts[:first])
        rules = patterns("/" + "/".join(path.parts[first:]))
        any_suffix = bool(path.suffix) and not _WILDCARD.search(path.suffix)

        def wanted(inside: str) -> bool:
            return (any_suffix or format_of(inside) is not None) and rules.covers(inside)

        none_found = f"{path.as_posix()}: no file matches"
        if start.is_dir():
            self._search(start, wanted, none_found)
        else:
            self.errors.append(UserError(none_found))

    def _search(self, start: Path, wanted: Callable[[str], object], none_found: str) -> None:
        """Take the files below a folder for which `wanted` is true of the path relative to it."""
        errors = len(self.errors)
        matches = [(inside, identity) for inside, identity in self._walk.files(start) if wanted(inside)]
        for inside, identity in matches:
            self.files.setdefault(identity, Found(start / inside))
        if not matches and len(self.errors) == errors:
            self.errors.append(UserError(none_found))

    def _fail(self, shown: str, error: OSError) -> None:
        is_missing = isinstance(error, FileNotFoundError)
        reason = "no such file or folder" if is_missing else f"can't be read: {error.strerror}"
        self.errors.append(UserError(f"{shown}: {reason}"))


def _suffixes() -> str:
    return " ".join(suffix for reader in READERS.values() for suffix in reader.suffixes)
