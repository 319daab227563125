"""The files below a folder, in order, without what is never an article."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from viterm.gitignore import Ignored
from viterm.paths import below, located
from viterm.patterns import patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from viterm.config import Config

_FOREIGN = frozenset({"node_modules"})


class Walk:
    """Walks through folders and leaves out what the config excludes, what git ignores, glossaries and hidden entries.

    Args:
        config: whose `exclude`, `glossary` and `root` count.
        glossaries: further folders to leave out.
        fail: called for each folder that can't be read, with its path as shown.
    """

    def __init__(self, config: Config, glossaries: Iterable[Path], fail: Callable[[str, OSError], None]) -> None:
        self._root = located(config.root)
        self._exclude = patterns(*config.exclude)
        self._glossaries = {os.path.realpath(folder) for folder in (*config.glossary, *glossaries)}
        self._fail = fail

    def excludes(self, path: Path, *, folder: bool) -> bool:
        """Whether the config excludes a path or a folder above it."""
        inside = below(located(path), self._root)
        return inside is not None and self._exclude.covers(inside, folder=folder)

    def files(self, start: Path) -> Iterator[tuple[str, str]]:
        """The files below a folder, sorted by name within each folder.

        Links to folders are not followed, so that there is no going round in circles. The folder itself is not asked
        whether it is hidden, ignored or a glossary: it was named on purpose.

        Yields:
            The path relative to the folder, with `/`, and the absolute path of the file behind all links.
        """
        place = os.path.realpath(start)
        try:
            ignored = Ignored.around(Path(place))
        except OSError as error:
            self._fail(start.as_posix(), error)
            return
        yield from self._files(start, place, "", ignored)

    def _files(self, start: Path, place: str, inside: str, ignored: Ignored) -> Iterator[tuple[str, str]]:
        try:
            ignored = ignored.enter(Path(place))
            with os.scandir(place) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            self._fail((start / inside).as_posix(), error)
            return
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if self._leaves_out(entry, ignored, is_folder=is_folder):
                continue
            if is_folder:
                yield from self._files(start, entry.path, f"{inside}{entry.name}/", ignored)
            elif entry.is_file(follow_symlinks=False):
                yield inside + entry.name, entry.path
            elif _leads_to_a_file(Path(entry)):
                yield inside + entry.name, os.path.realpath(entry)

    def _leaves_out(self, entry: os.DirEntry[str], ignored: Ignored, *, is_folder: bool) -> bool:
        if entry.name.startswith(".") or entry.name in _FOREIGN or entry.path in self._glossaries:
            return True
        place = Path(entry.path).as_posix()
        inside = below(place, self._root)
        if inside is not None and self._exclude.verdict(inside, folder=is_folder):
            return True
        return ignored.ignores(place, folder=is_folder)


def _leads_to_a_file(link: Path) -> bool:
    try:
        return link.is_file()
    except OSError:
        return False
