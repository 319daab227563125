"""One concept under several approved names in one document.

Each of the names is right; together they make a reader think of several things. The name that the text uses most counts
as the text's own (the glossary's preferred one where two are even), and every other place is reported.

    glossary   en: approved: [skillful mass mobilization, smart mass mobilization]
    found      "Skillful Mass Mobilization" … models of smart mass mobilization … skillful mass mobilization
                                                        ^^^^^^^^^^^^^^^^^^^^^^^
    not found  smart mass mobilization all over the text

A name and its short form (*Vietnam Women's Union*, *Women's Union*) are one name.

What to do: choose one and use it throughout.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from viterm.document import Document
from viterm.findings import Finding, Occurrence, Severity
from viterm.languages import by_tag
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
        blanks = by_tag(places[0].language).boundary != "substring"
        names = _names(Counter(place.rendering for place in places), blanks=blanks)
        if len(set(names.values())) > 1:
            yield from _minority(places, names)


def _names(counts: Counter[str], *, blanks: bool) -> dict[str, str]:
    """Each rendering with the name it is: of a name and its short forms, the one that the text uses most."""
    names = {term: term for term in counts}
    for short in counts:
        for long in counts:
            if names[short] != names[long] and _is_part(short, long, blanks=blanks):
                one, other = sorted((names[short], names[long]), key=lambda term: -counts[term])
                names = {term: one if name == other else name for term, name in names.items()}
    return names


def _is_part(short: str, long: str, *, blanks: bool) -> bool:
    """Whether a term is another one with words left out in front or behind, or a stretch of it without blanks."""
    edge = " " if blanks else ""
    return f"{edge}{short.lower()}{edge}" in f"{edge}{long.lower()}{edge}"


def _minority(places: Sequence[Occurrence], names: Mapping[str, str]) -> Iterator[Finding]:
    counts = Counter(names[place.rendering] for place in places)
    order = list(places[0].approved)
    ranking = sorted(counts, key=lambda term: (-counts[term], order.index(term) if term in order else len(order)))
    tally = ", ".join(f"“{term}” {counts[term]}×" for term in ranking)
    for place in places:
        if names[place.rendering] != ranking[0]:
            message = f"“{place.name}” has {len(counts)} names in this text: {tally}."
            own = tuple(one for one in place.proposals if one.rendering == ranking[0])
            yield finding(NAME, SEVERITY, replace(place, approved=(ranking[0],), proposals=own), message)
