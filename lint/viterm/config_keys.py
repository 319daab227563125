"""The keys of a config file, declared once: what they mean, their defaults, and how their values are read.

The loader, the config's own defaults and the file that `viterm init` writes all come from here. To add a key, add it
here and a field of that name in `Config`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from viterm import config_values as values
from viterm.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from viterm.config_values import Reading
    from viterm.lint import IgnoredText
    from viterm.path_settings import PathSettings
    from viterm.yaml_nodes import Node

T = TypeVar("T")


@dataclass(frozen=True)
class Key(Generic[T]):
    """A key of a config file.

    `written` is the default as it would stand in the file, `example` another value, `meaning` one line for the
    person who writes it, `read` the reader of its values.
    """

    name: str
    default: T
    written: str
    example: str
    meaning: str
    read: Callable[[Node, str, Reading], T]

    @property
    def field(self) -> str:
        """The field of `Config` that holds the value."""
        return self.name.replace("-", "_")


GLOSSARY: Key[tuple[Path, ...]] = Key(
    name="glossary",
    default=(),
    written="[]",
    example="[terms]",
    meaning="Folders with concepts of your own; one that has the id of a bundled concept replaces it.",
    read=values.folders,
)
BUNDLED: Key[bool] = Key(
    name="bundled",
    default=True,
    written="true",
    example="false",
    meaning="Whether the concepts that come with viterm count too.",
    read=values.flag,
)
LANGUAGES: Key[tuple[tuple[str, str], ...]] = Key(
    name="languages",
    default=(),
    written="{}",
    example='{"site/german/": de, "*.ua.md": uk}',
    meaning="The languages of files whose names don't tell; the first pattern that matches holds.",
    read=values.languages,
)
EXCLUDE: Key[tuple[str, ...]] = Key(
    name="exclude",
    default=(),
    written="[]",
    example='[archive/, "*.draft.md"]',
    meaning="What is never checked, even if it is named on the command line; patterns as in .gitignore.",
    read=values.path_patterns,
)
RULES: Key[tuple[tuple[str, Severity | None], ...]] = Key(
    name="rules",
    default=(),
    written="{}",
    example="{variant-term: info, mixed-renderings: off}",
    meaning="Severities other than the usual ones: error, warning, info or off.",
    read=values.levels,
)
SELECT: Key[tuple[str, ...]] = Key(
    name="select",
    default=(),
    written="[]",
    example="[forbidden-term, dan-van-kheo]",
    meaning="The only rules and concepts to report; all where none is listed.",
    read=values.names,
)
IGNORE: Key[tuple[str | IgnoredText, ...]] = Key(
    name="ignore",
    default=(),
    written="[]",
    example="[untranslated-term, {text: '^Source: .*', rules: [forbidden-term], reason: titles are quoted}]",
    meaning="Rules and concepts not to report, and passages (regular expressions) in which nothing is reported.",
    read=values.names_and_passages,
)
PATHS: Key[tuple[PathSettings, ...]] = Key(
    name="paths",
    default=(),
    written="{}",
    example='{archive/: {rules: {variant-term: off}}, "*.draft.md": {ignore: [dan-van-kheo]}}',
    meaning="Other `rules`, `select` and `ignore` for files that match a pattern; later patterns go over earlier ones.",
    read=values.path_settings,
)
FAIL_ON: Key[Severity | None] = Key(
    name="fail-on",
    default=Severity.WARNING,
    written="warning",
    example="error",
    meaning="The least severity that makes a run fail: error, warning, info or never.",
    read=values.threshold,
)

BASELINE: Key[Path | None] = Key(
    name="baseline",
    default=None,
    written="",
    example=".viterm-baseline.json",
    meaning="A file of known findings, which are not reported; `viterm lint --write-baseline` writes it.",
    read=values.file,
)

KEYS: tuple[Key[Any], ...] = (GLOSSARY, BUNDLED, LANGUAGES, EXCLUDE, RULES, SELECT, IGNORE, PATHS, FAIL_ON, BASELINE)
"""Every key, in the order of a new file."""
