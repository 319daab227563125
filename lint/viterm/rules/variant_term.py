"""A rendering that can be understood, but is not the agreed one.

The glossary lists it under `variant`. It is found in every inflected form and in compounds.

    glossary   fr: approved: [mobilisation habile des masses]  variant: [mobilisation de masse intelligente]
    found      le mouvement « Mobilisation de masse intelligente »
    not found  le mouvement « Mobilisation habile des masses »

What to do: write an approved rendering in the form that the sentence needs, so that readers can tell that it is the
same thing all over the text. Where the wording is a quotation, put a comment in its line:

    <!-- viterm: ignore[variant-term] -- quotation -->
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from viterm.document import Document
from viterm.findings import Finding, Occurrence, Severity
from viterm.rules.rule import finding, with_reason

NAME = "variant-term"
SEVERITY = Severity.WARNING


def check(document: Document, occurrences: Sequence[Occurrence]) -> Iterator[Finding]:
    """Report every occurrence of a variant."""
    for occurrence in occurrences:
        if occurrence.status == "variant":
            sentence = f"“{occurrence.found}” is not the agreed rendering of “{occurrence.name}”"
            yield finding(NAME, SEVERITY, occurrence, with_reason(sentence, occurrence.why))
