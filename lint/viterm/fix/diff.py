"""What a fix changes, as a patch."""

from __future__ import annotations

from difflib import unified_diff

_NO_LINE_END = "\\ No newline at end of file\n"


def diff(path: str, old: str, new: str) -> str:
    """A unified diff of a file, for `git apply` and `patch`; lines are those that these know, which end at LF only."""
    lines = unified_diff(_lines(old), _lines(new), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}" for line in lines)


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
