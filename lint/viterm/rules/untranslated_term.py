"""A term left in another language: English on the way from Vietnamese, or a Vietnamese name or abbreviation.

English renderings of two words or more, Vietnamese names and their abbreviations are looked for in texts in every
other language. A name in brackets right behind its translation is a help to the reader and no fault; an abbreviation
inside a document code (12-CT/TU) is part of the code; a Vietnamese name within a Vietnamese title is left alone.

    found      Bewegung „Skilled Mass Mobilization“
    found      les critères NTM
    not found  die Vietnamesische Vaterländische Front (Mặt trận Tổ quốc Việt Nam)
    not found  Plan Nr. 70-KH/BDVTW

What to do: write an approved rendering in the language of the text. Where the glossary has no more than a proposal for
one (`basis: proposed`), this is a warning and not an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from viterm.document import Document
from viterm.findings import Finding, Occurrence, Severity
from viterm.languages import by_tag
from viterm.rules.rule import finding, no_error_by_itself

NAME = "untranslated-term"
SEVERITY = Severity.ERROR


def check(document: Document, occurrences: Sequence[Occurrence]) -> Iterator[Finding]:
    """Report every occurrence of a rendering in another language."""
    for occurrence in occurrences:
        if occurrence.status == "untranslated" and occurrence.approved:
            left_in, language = by_tag(occurrence.language).name, by_tag(document.language).name
            of = f" (“{occurrence.name}”)" if occurrence.found.casefold() != occurrence.name.casefold() else ""
            message = f"“{occurrence.found}”{of} is left in {left_in} in a text in {language}."
            yield finding(NAME, no_error_by_itself(SEVERITY, occurrence), occurrence, message)
