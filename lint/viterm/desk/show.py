"""`viterm glossary show`: what the glossary says, for reading in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from viterm.fold import fold_word
from viterm.glossary import Concept, Entry, Glossary, Rendering
from viterm.index import Index
from viterm.language import language_option
from viterm.language_tags import applicable

NONE = "–"
"""Stands where a concept has no renderings in a language."""


def overview(glossary: Glossary, languages: Sequence[str] = ()) -> Iterator[str]:
    """A line for each concept, by domain: id and Vietnamese name; below it the preferred renderings, if asked for.

    `languages` are tags of the glossary's own, as `languages_of` gives them.
    """
    by_domain: dict[str, list[Concept]] = {}
    for concept in glossary.concepts.values():
        by_domain.setdefault(concept.domain, []).append(concept)
    for domain, concepts in sorted(by_domain.items()):
        yield domain
        for concept in concepts:
            yield f"  {concept.id}: {concept.name}"
            for tag in languages:
                entry = concept.entries.get(tag)
                yield f"      {tag}  {entry.approved[0].term if entry else NONE}"
        yield ""
    yield f"{size(glossary)} ({', '.join(glossary.languages)})"


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
    for tag in languages or concept.entries:
        yield ""
        yield from _entry(concept.entries[tag]) if tag in concept.entries else (tag, f"  {NONE}")


def concepts_called(index: Index, name: str) -> tuple[str, ...]:
    """The ids of what a user means by an id or a Vietnamese name, however its tones are placed; mostly one."""
    if name in index.concepts:
        return (name,)
    concepts, folded = index.concepts.items(), fold_word(name)
    return tuple(id_ for id_, one in concepts if fold_word(one.name) == folded) or tuple(
        id_ for id_, one in concepts if folded in map(fold_word, one.also)
    )


def size(glossary: Glossary) -> str:
    """How much there is in a glossary, as in `66 concepts in 1 language`."""
    return f"{counted(len(glossary.concepts), 'concept')} in {counted(len(glossary.languages), 'language')}"


def counted(number: int, thing: str) -> str:
    """A number with its noun, as in `1 problem` and `2 problems`."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def languages_of(known: Sequence[str], given: Iterable[str]) -> tuple[str, ...]:
    """A glossary's own tags for tags that a user gives (`no` → `nb`, `zh` → `zh-Hans` and `zh-Hant`), each once.

    `known` are all of its own. Raises UserError for one that is no tag, or in which the glossary has no renderings.
    """
    return tuple(dict.fromkeys(own for tag in given for own in applicable(language_option(tag, known), known)))


def status_label(rendering: Rendering, entry: Entry) -> str:
    """The status of one of an entry's renderings; the first approved one is called preferred."""
    return "preferred" if rendering == entry.approved[0] else rendering.status


def _entry(entry: Entry) -> Iterator[str]:
    basis = f"  (basis: {entry.basis})" if entry.basis else ""
    yield f"{entry.language}{basis}"
    for rendering in entry.renderings:
        yield f"  {status_label(rendering, entry):10} {_rendering(rendering)}"
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
