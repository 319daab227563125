"""The settings of a project, from its `.viterm.yaml`: where the file is found and what it says."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from viterm import config_keys as keys
from viterm.config_values import Reading, unknown
from viterm.errors import Problem, ProblemsError, UserError
from viterm.paths import below, located
from viterm.patterns import patterns
from viterm.yaml_nodes import Faults

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import PurePath

    from viterm.findings import Severity
    from viterm.lint import IgnoredText
    from viterm.path_settings import PathSettings
    from viterm.yaml_nodes import Scalar

FILE_NAME = ".viterm.yaml"

_NEAR_MISS = ".viterm.yml"


@dataclass(frozen=True)
class Config:
    """What a config file says, with the defaults for what it leaves out.

    - `root`: the folder that the file lies in, or the current one where there is no file
    - `glossary`: the folders of the project's own concepts
    - `bundled`: whether the bundled glossary counts too
    - `languages`: path patterns and canonical language tags; the first pattern that matches a file holds
    - `exclude`: path patterns of what is not checked
    - `rules`: rules and their severities instead of the usual ones, None for off
    - `select`: where not empty, the only rules and concepts to report
    - `ignore`: rules and concepts not to report, and passages of text in which nothing is reported
    - `paths`: what holds for the files that match a pattern; later ones go over earlier ones
    - `fail_on`: the least severity that makes a run fail, None for never
    - `baseline`: the file of known findings, None where there is none

    Patterns are relative to `root` and read as in `.gitignore`.
    """

    root: Path
    glossary: tuple[Path, ...] = keys.GLOSSARY.default
    bundled: bool = keys.BUNDLED.default
    languages: tuple[tuple[str, str], ...] = keys.LANGUAGES.default
    exclude: tuple[str, ...] = keys.EXCLUDE.default
    rules: tuple[tuple[str, Severity | None], ...] = keys.RULES.default
    select: tuple[str, ...] = keys.SELECT.default
    ignore: tuple[str | IgnoredText, ...] = keys.IGNORE.default
    paths: tuple[PathSettings, ...] = keys.PATHS.default
    fail_on: Severity | None = keys.FAIL_ON.default
    baseline: Path | None = keys.BASELINE.default
    path: str | None = field(default=None, compare=False)
    """The file as messages show it; None where there is none."""
    mentions: tuple[Scalar, ...] = field(default=(), compare=False, repr=False)
    """The rules and concepts in `select` and `ignore`, also those below `paths`, with their places in the file."""

    @property
    def ignored_names(self) -> tuple[str, ...]:
        """The rules and concepts in `ignore`."""
        return tuple(item for item in self.ignore if isinstance(item, str))

    @property
    def ignored_text(self) -> tuple[IgnoredText, ...]:
        """The passages in `ignore`."""
        return tuple(item for item in self.ignore if not isinstance(item, str))

    def language(self, path: PurePath) -> str | None:
        """The language that `languages` gives a file, None where no pattern matches it."""
        inside = self._inside(path) if self.languages else None
        if not inside:
            return None
        return next((tag for pattern, tag in self.languages if patterns(pattern).covers(inside)), None)

    def settings_of(self, path: PurePath) -> tuple[PathSettings, ...]:
        """What `paths` says of a file, in the order in which it is laid over the other settings."""
        inside = self._inside(path) if self.paths else None
        return tuple(one for one in self.paths if patterns(one.pattern).covers(inside)) if inside else ()

    def _inside(self, path: PurePath) -> str | None:
        """A path relative to the root, None for one outside it."""
        return below(located(path), located(self.root))

    def check_names(self, known: Collection[str]) -> None:
        """Check the names in `select` and `ignore` against the rules and concepts that exist.

        Raises:
            ProblemsError: there are others, each with its place in the file.
        """
        problems = [
            Problem(self.path or FILE_NAME, name.line, name.column, unknown("rule or concept", name.text, known))
            for name in self.mentions
            if name.text not in known
        ]
        if problems:
            raise ProblemsError(problems)


def config_for(folder: Path) -> Config:
    """The config that holds in a folder; the defaults where there is no file.

    Raises as `find_config` and `load_config` do.
    """
    path = find_config(folder)
    return load_config(path) if path else Config(folder.resolve())


def find_config(folder: Path) -> Path | None:
    """The config file that holds in a folder: in it or the nearest folder above, up to the top of a repository.

    Returns:
        The path, relative to the current folder if the argument is relative, else absolute; None if there is no file.

    Raises:
        UserError: there is a `.viterm.yml` on the way, which would be passed by in silence.
    """
    start = folder.resolve()
    for place in (start, *start.parents):
        shown = place if folder.is_absolute() else Path(os.path.relpath(place))
        if os.path.lexists(place / FILE_NAME):
            return shown / FILE_NAME
        if (place / _NEAR_MISS).exists():
            raise UserError(f"{(shown / _NEAR_MISS).as_posix()}: not read under this name: call it {FILE_NAME}")
        if (place / ".git").exists():
            return None
    return None


def load_config(path: Path) -> Config:
    """Read a config file.

    Raises:
        UserError: the file can't be read.
        ProblemsError: there are faults in it; all are reported at once.
    """
    from viterm.config_reader import read

    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path.as_posix()}: can't be read: {error.strerror}") from None
    root = path.parent.resolve()
    reading = Reading(Faults(path.as_posix()), root)
    found = read(data, reading)
    if reading.faults.problems:
        raise ProblemsError(reading.faults.problems)
    return Config(root, **found, path=path.as_posix(), mentions=tuple(reading.mentions))
