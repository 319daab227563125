"""One concept under several approved names in one document.

Each of the names is right; together they make a reader think of several things. The name that the text uses most counts
as the text's own (the glossary's preferred one where two are even), and every other place is reported.

    glossary   en: approved: [skillful mass mobilization, smart mass mobilization]
    found      "Skillful Mass Mobilization" … models of smart mass mobilization … skillful mass mobilization
                                                        ^^^^^^^^^^^^^^^^^^^^^^^
    not found  smart mass mobilization all over the text

What to do: choose one and use it throughout.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from viterm.document import Document
from viterm.findings import Finding, Occurrence, Severity
from viterm.rules.rule import finding

NAME = "mixed-renderings"
SEVERITY = Severity.WARNING


def check(document: Document, occurrences: Sequence[Occurrence]) -> Iterator[Finding]:
    """Report every place where an approved rendering is not the one that the document uses most."""
    by_concept: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        if occurrence.status == "approved" and occurrence.is_name:
            by_concept[occurrence.concept].append(occurrence)
    for places in by_concept.values():
        counts = Counter(place.rendering for place in places)
        if len(counts) > 1:
            yield from _minority(places, counts)


def _minority(places: Sequence[Occurrence], counts: Counter[str]) -> Iterator[Finding]:
    order = list(places[0].approved)
    ranking = sorted(counts, key=lambda term: (-counts[term], order.index(term) if term in order else len(order)))
    tally = ", ".join(f"“{term}” {counts[term]}×" for term in ranking)
    for place in places:
        if place.rendering != ranking[0]:
            message = f"“{place.name}” has {len(counts)} names in this text: {tally}."
            own = tuple(one for one in place.proposals if one.rendering == ranking[0])
            yield finding(NAME, SEVERITY, replace(place, approved=(ranking[0],), proposals=own), message)
