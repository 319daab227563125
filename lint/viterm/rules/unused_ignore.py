"""An ignore comment that suppresses nothing.

The text has been mended, the glossary has changed, or the comment stands in the wrong line or has a wrong name in it.
Left where it is, it would hide the next mistake.

    found      Geschickte Massenmobilisierung. <!-- viterm: ignore[forbidden-term] -->
    not found  Skilled Mass Mobilization. <!-- viterm: ignore[untranslated-term] -- name of the English prize -->

What to do: take the comment out, or mend the name in its brackets.
"""

from __future__ import annotations

from collections.abc import Sequence

from viterm.document import Document
from viterm.findings import Finding, Occurrence, Severity

NAME = "unused-ignore"
SEVERITY = Severity.WARNING


def check(document: Document, occurrences: Sequence[Occurrence]) -> Sequence[Finding]:
    """Nothing by itself: whether a comment was needed is known once all other rules have spoken (`suppress`)."""
    return ()
