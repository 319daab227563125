"""The lines that a branch or a working tree has changed, as git tells it."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from viterm.document import Document
from viterm.errors import UserError
from viterm.findings import Finding, Occurrence

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_BINARY = re.compile(rb"^Binary files .* and b/(.*) differ$", re.MULTILINE)
_ALL = (range(1, 1 << 60),)

Place = TypeVar("Place", Finding, Occurrence)


@dataclass(frozen=True, slots=True)
class Changes:
    """Changed and new lines (1-based) of files, by their real paths; a file that is not there has none."""

    lines: Mapping[str, tuple[range, ...]]

    def touches(self, path: Path) -> bool:
        """Whether a file has changed lines."""
        return os.path.realpath(path) in self.lines

    def within(self, document: Document, places: Iterable[Place]) -> list[Place]:
        """The findings or occurrences that lie on a changed line, if only in part."""
        changed = self.lines.get(os.path.realpath(document.path), ())
        return [place for place in places if _meets(document, place, changed)]


def changes_since(revision: str, folder: Path) -> Changes:
    """The lines changed since the point at which a revision and HEAD parted, uncommitted and untracked ones too.

    `folder` lies in the working tree; the whole of it counts. A renamed file has only the lines that differ.
    Raises UserError where git is missing, there is no repository, the revision is unknown, or a shallow clone lacks
    the commits in between.
    """
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    base = _base(revision, folder)
    lines = dict(_changed(top, _diff(top, base)))
    untracked = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    lines |= {os.path.realpath(top / os.fsdecode(name)): _ALL for name in untracked.split(b"\0") if name}
    return Changes(lines)


def _base(revision: str, folder: Path) -> str:
    option = f"--changed-since {revision}"
    if revision.startswith("-"):
        raise UserError(f"{option}: not a revision")
    try:
        commit = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    except UserError:
        hint = ": fetch it first" if _is_shallow(folder) or "/" in revision else ""
        raise UserError(f"{option}: git knows no such revision{hint}") from None
    try:
        return _git(folder, "merge-base", commit, "HEAD").decode().strip()
    except UserError:
        if _is_shallow(folder):
            message = f"{option}: the clone is shallow and lacks the commits in between: fetch them (`fetch-depth: 0`)"
            raise UserError(message) from None
        raise UserError(f"{option}: it has no history in common with HEAD") from None


def _is_shallow(folder: Path) -> bool:
    return _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _diff(top: Path, base: str) -> bytes:
    # What a user's own settings would change about the output is set here.
    settings = ("-c", "core.quotePath=false", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false")
    options = ("--unified=0", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--diff-filter=d")
    return _git(top, *settings, "diff", *options, "--src-prefix=a/", "--dst-prefix=b/", base, "--")


def _changed(top: Path, diff: bytes) -> Iterator[tuple[str, tuple[range, ...]]]:
    """The changed lines of each file in a diff without context."""
    for part in re.split(rb"^diff --git ", diff, flags=re.MULTILINE)[1:]:
        name = re.search(rb"^\+\+\+ (.*)$", part, re.MULTILINE)
        if name is None:
            # Renamed only, or what git takes for binary: UTF-16, of which it tells no lines.
            yield from ((os.path.realpath(top / os.fsdecode(path)), _ALL) for path in _BINARY.findall(part))
            continue
        path = _unquoted(name[1]).removeprefix(b"b/")
        hunks = [(int(start), int(count or 1)) for start, count in _HUNK.findall(part)]
        lines = tuple(range(start, start + count) for start, count in hunks if count)
        if lines:
            yield os.path.realpath(top / os.fsdecode(path)), lines


def _unquoted(name: bytes) -> bytes:
    """A path as git writes it: in quotes where it has a quote, a backslash or a control character in it."""
    if not name.startswith(b'"'):
        return name.removesuffix(b"\t")
    return name[1:-1].decode("unicode_escape").encode("latin-1")


def _meets(document: Document, place: Finding | Occurrence, changed: tuple[range, ...]) -> bool:
    first, _ = document.lines.position(place.start)
    last, _ = document.lines.position(max(place.start, place.end - 1))
    return any(first < lines.stop and lines.start <= last for lines in changed)


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=True)  # noqa: S603, S607
    except FileNotFoundError:
        raise UserError("--changed-since: git is not installed") from None
    except subprocess.CalledProcessError as error:
        said = os.fsdecode(error.stderr).strip().partition("\n")[0].removeprefix("fatal: ")
        raise UserError(f"--changed-since: git: {said or 'failed'}") from None
    return done.stdout
