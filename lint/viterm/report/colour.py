"""Whether to colour, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Literal

from viterm.findings import Severity, Status

When = Literal["always", "never", "auto"]


def wanted(when: When, environ: Mapping[str, str], *, isatty: bool) -> bool:
    """Whether output is coloured: the first of `--color`, NO_COLOR, FORCE_COLOR, TERM=dumb, isatty that says so.

    An empty variable says nothing. FORCE_COLOR is a yes unless it is `0` or `false`.
    """
    if when != "auto":
        return when == "always"
    if environ.get("NO_COLOR"):
        return False
    if forced := environ.get("FORCE_COLOR"):
        return forced.lower() not in {"0", "false"}
    return isatty and environ.get("TERM") != "dumb"


class Style(Enum):
    """What a piece of text is in a report; the value is its ANSI code, within the colours that every theme sets."""

    ERROR = "1;31"
    WARNING = "1;33"
    INFO = "1;36"
    GOOD = "1;32"
    STRONG = "1"
    FAINT = "2"


SEVERITY_STYLE: Mapping[Severity, Style] = {
    Severity.ERROR: Style.ERROR,
    Severity.WARNING: Style.WARNING,
    Severity.INFO: Style.INFO,
}
STATUS_STYLE: Mapping[Status, Style] = {
    "approved": Style.GOOD,
    "variant": Style.WARNING,
    "forbidden": Style.ERROR,
    "untranslated": Style.ERROR,
}

Paint = Callable[[str, Style], str]


def painter(*, colour: bool) -> Paint:
    """Return a function that gives text a style, or one that leaves text as it is."""
    return _ansi if colour else _plain


def _ansi(text: str, style: Style) -> str:
    return f"\x1b[{style.value}m{text}\x1b[0m" if text else ""


def _plain(text: str, _style: Style) -> str:
    return text
