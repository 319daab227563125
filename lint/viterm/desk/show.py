"""`viterm glossary show`: what the glossary says, for reading in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from viterm.glossary import Concept, Entry, Glossary, Rendering


def overview(glossary: Glossary, languages: Sequence[str] = ()) -> Iterator[str]:
    """One line a concept, by domain: id, Vietnamese name, and the preferred rendering in each language asked for."""
    by_domain: dict[str, list[Concept]] = {}
    for concept in glossary.concepts.values():
        by_domain.setdefault(concept.domain, []).append(concept)
    for domain, concepts in sorted(by_domain.items()):
        yield f"{domain}"
        for concept in concepts:
            yield f"  {concept.id}: {concept.name}"
            for tag in languages:
                if entry := concept.entries.get(tag):
                    yield f"      {tag}  {entry.approved[0].term}"
        yield ""
    yield f"{len(glossary.concepts)} concepts in {len(glossary.languages)} languages ({', '.join(glossary.languages)})"


def concept_page(concept: Concept, languages: Sequence[str] = ()) -> Iterator[str]:
    """All that the glossary says of one concept, or of its renderings in some languages."""
    yield f"{concept.name} ({concept.id})"
    if concept.also:
        yield f"also: {', '.join(concept.also)}"
    yield ""
    yield concept.definition
    if concept.related:
        yield ""
        yield f"See also: {', '.join(concept.related)}"
    for tag, entry in concept.entries.items():
        if not languages or tag in languages:
            yield ""
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    basis = f"  (basis: {entry.basis})" if entry.basis else ""
    yield f"{entry.language}{basis}"
    for rendering in entry.renderings:
        preferred = rendering == entry.approved[0]
        yield f"  {'preferred' if preferred else rendering.status:10} {_rendering(rendering)}"
    for url in entry.sources:
        yield f"  {'source':10} {url}"


def _rendering(rendering: Rendering) -> str:
    text = rendering.term
    for label, words in (("near", rendering.near), ("before", rendering.before), ("after", rendering.after)):
        if words:
            text += f"  [{label} {', '.join(words)}]"
    if rendering.from_year or rendering.until_year:
        text += f"  [{rendering.from_year or ''}–{rendering.until_year or ''}]"
    return f"{text}: {rendering.why}" if rendering.why else text
