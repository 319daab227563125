"""What git ignores: the `.gitignore` files from a repository's top down to a folder, and `.git/info/exclude`.

A user's own `core.excludesFile` has no say, so that two machines check the same files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viterm.patterns import Patterns, patterns

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ignored:
    """The patterns that hold in a folder: pairs of the folder they are relative to and the patterns, nearest last.

    Folders are absolute, with `/` between their parts and at their end.
    """

    layers: tuple[tuple[str, Patterns], ...] = ()

    @classmethod
    def around(cls, folder: Path) -> Ignored:
        """What holds for a folder (absolute) from which a search starts, before its own `.gitignore`.

        Outside a repository, patterns above the folder have no say. Neither have patterns by which the folder itself
        is ignored: whoever names it wants what is in it.

        Raises:
            OSError: a `.gitignore` can't be read.
        """
        way = [*reversed(folder.parents), folder]
        tops = [i for i, step in enumerate(way) if (step / ".git").exists()]
        ignored = cls()
        for step in way[tops[-1] :] if tops else []:
            if ignored.ignores(step.as_posix(), folder=True):
                ignored = cls()
            if step != folder:
                ignored = ignored.enter(step)
        return ignored

    def enter(self, folder: Path) -> Ignored:
        """What holds in a folder (absolute) inside the one that this holds in; a repository of its own starts afresh.

        Raises:
            OSError: a `.gitignore` can't be read.
        """
        is_top = (folder / ".git").exists()
        files = [folder / ".git" / "info" / "exclude"] * is_top + [folder / ".gitignore"]
        base = folder.as_posix().rstrip("/") + "/"
        own = tuple((base, patterns(*_lines(file))) for file in files if file.is_file())
        return Ignored(own if is_top else self.layers + own)

    def ignores(self, path: str, *, folder: bool) -> bool:
        """Whether an entry (absolute, with `/`) is ignored, where no folder above it is."""
        for base, rules in reversed(self.layers):
            verdict = rules.verdict(path.removeprefix(base), folder=folder)
            if verdict is not None:
                return verdict
        return False


def _lines(file: Path) -> list[str]:
    return re.split(r"\r?\n", file.read_bytes().decode("utf-8-sig", "surrogateescape"))
