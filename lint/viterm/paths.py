"""Names of texts: where a path really lies, in a form that can be compared, and what stands for standard input."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

STDIN = "<stdin>"
"""How standard input is called in messages, where it has no other name."""


def located(path: PurePath) -> str:
    """The absolute path, with `/`: links among its folders are followed, a link at its end is not.

    The path need not exist; a relative one starts at the current folder.
    """
    if path.name in {"", ".."}:
        return Path(os.path.realpath(path)).as_posix()
    return (Path(os.path.realpath(path.parent)) / path.name).as_posix()


def below(path: str, root: str) -> str | None:
    """A path relative to a root, both as `located` gives them: "" for the root itself, None for a path outside it."""
    if path == root:
        return ""
    prefix = root.rstrip("/") + "/"
    return path.removeprefix(prefix) if path.startswith(prefix) else None
