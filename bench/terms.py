"""The wrong German renderings of the shipped glossary, as plain terms for tools that know nothing of viterm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from viterm.bundled import bundled_glossary
from viterm.glossary import load_glossary


@dataclass(frozen=True)
class Wrong:
    """The variant and forbidden terms of one concept, in citation form, and what to write instead, preferred first."""

    approved: tuple[str, ...]
    terms: tuple[str, ...]


def wrong_german() -> list[Wrong]:
    """One row a concept that has any. What a rendering asks of its context is left out: no peer can say it."""
    glossary = load_glossary([bundled_glossary()])
    entries = [concept.entries["de"] for concept in glossary.concepts.values() if "de" in concept.entries]
    rows = [
        Wrong(
            _distinct(rendering.term for rendering in entry.approved),
            _distinct(
                term for rendering in (*entry.variant, *entry.forbidden) for term in (rendering.term, *rendering.forms)
            ),
        )
        for entry in entries
    ]
    return [row for row in rows if row.terms]


def _distinct(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))
