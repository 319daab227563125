"""Settings that hold for some files only: what `paths` in the config says of one pattern."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from viterm.findings import Severity
from viterm.lint import IgnoredText, Settings


@dataclass(frozen=True, slots=True)
class PathSettings:
    """What holds for the files that a pattern matches, on top of what holds for all.

    `rules` takes the place of severities, `select`, where not empty, that of the selection; `ignore` adds to what is
    ignored.
    """

    pattern: str
    rules: tuple[tuple[str, Severity | None], ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str | IgnoredText, ...] = ()


def changed_by(settings: Settings, layers: Iterable[PathSettings]) -> Settings:
    """The settings with all layers laid over them, each over those before it."""
    for layer in layers:
        settings = replace(
            settings,
            severity={**settings.severity, **dict(layer.rules)},
            select=frozenset(layer.select) or settings.select,
            ignore=settings.ignore.union(item for item in layer.ignore if isinstance(item, str)),
            ignored_text=(*settings.ignored_text, *(item for item in layer.ignore if not isinstance(item, str))),
        )
    return settings
