"""A rendering that says something else, or that has been retired.

The glossary lists it under `forbidden`, with the reason. It is found in every inflected form and in compounds.

    glossary   de: forbidden: [Mobilisierung qualifizierter Massen: the adjective belongs to the work]
    found      das Modell der „Mobilisierung qualifizierter Massen“
    not found  das Modell der „geschickten Massenmobilisierung“

What to do: write an approved rendering in the form that the sentence needs. Where the wording is a quotation, or means
another thing here, put a comment in its line:

    <!-- viterm: ignore[forbidden-term] -- quotation -->

A form that viterm only guessed, because its dictionaries do not know the word, gives a warning and not an error. So
does a rendering in a language for which the glossary has nothing better than a proposal (`basis: proposed`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from viterm.document import Document
from viterm.findings import Finding, Occurrence, Severity
from viterm.rules.rule import finding, no_error_by_itself, with_reason

NAME = "forbidden-term"
SEVERITY = Severity.ERROR


def check(document: Document, occurrences: Sequence[Occurrence]) -> Iterator[Finding]:
    """Report every occurrence of a forbidden rendering."""
    for occurrence in occurrences:
        if occurrence.status == "forbidden":
            severity = no_error_by_itself(SEVERITY, occurrence)
            sentence = f"“{occurrence.found}” is wrong for “{occurrence.name}”"
            yield finding(NAME, severity, occurrence, with_reason(sentence, occurrence.why))
