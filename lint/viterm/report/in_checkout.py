"""Paths as services want them: relative to the checkout, in which viterm was started."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from viterm.paths import below, located

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from viterm.report.base import FileReport


def in_checkout(reports: Iterable[FileReport]) -> Iterator[FileReport]:
    """Pass the reports on, absolute paths below the current folder made relative to it; others stay as they are."""
    folder = located(Path())
    for report in reports:
        document = report.document
        if PurePath(document.path).is_absolute() and (path := below(located(Path(document.path)), folder)):
            yield replace(report, document=replace(document, path=path))
        else:
            yield report
