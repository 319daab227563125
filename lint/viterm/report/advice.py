"""What a finding says in formats that have one text for it: what is wrong, then what to write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viterm.report.visible import visible

if TYPE_CHECKING:
    from viterm.findings import Finding

_LINE_END = re.compile(r"\r\n|\n|\r")
_SUGGESTIONS = 3  # more are a wall of words


def advice(finding: Finding) -> str:
    """The message and the best suggestions, harmless for whoever shows them; line ends stay, as line feeds."""
    message = "\n".join(visible(line) for line in _LINE_END.split(finding.message))
    if not finding.suggestions:
        return message
    best, *others = (f"“{visible(suggestion)}”" for suggestion in finding.suggestions[:_SUGGESTIONS])
    rest = f" (or {', '.join(others)})" if others else ""
    return f"{message} Write {best}{rest}."
