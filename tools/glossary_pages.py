"""The bundled glossary as pages: an index with counts, and a page for each concept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from viterm.desk.matrix import MARKS, counts_by_basis, markdown_matrix
from viterm.glossary import Concept, Entry, Glossary, Rendering, load_glossary
from viterm.languages import by_tag

FOLDER = "docs/glossary"
_STATUSES = ("approved", "variant", "forbidden")


def pages(root: Path) -> dict[str, str]:
    """The text of every page by its path below the root of the repository."""
    glossary = load_glossary([root / "glossary"])
    return {
        f"{FOLDER}/index.md": _joined(_index(glossary)),
        **{f"{FOLDER}/{concept.id}.md": _joined(_concept(concept, glossary)) for concept in glossary.concepts.values()},
    }


def _joined(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _index(glossary: Glossary) -> Iterator[str]:
    languages = ["en", *(tag for tag in glossary.languages if tag != "en")]
    yield from ("# The glossary", "")
    yield f"{len(glossary.concepts)} concepts in {len(languages)} languages, and their Vietnamese names."
    yield from ("", "## Counts", "")
    bases = [basis for basis in MARKS if basis]
    yield f"| language | concepts | {' | '.join(_STATUSES)} | {' | '.join(bases)} |"
    yield "|---|" + "--:|" * (1 + len(_STATUSES) + len(bases))
    for tag in languages:
        statuses, by_basis = _statuses(glossary, tag), counts_by_basis(glossary, tag)
        numbers = [by_basis.total(), *(statuses[status] for status in _STATUSES), *(by_basis[basis] for basis in bases)]
        yield f"| {by_tag(tag).name} (`{tag}`) | {' | '.join(map(str, numbers))} |"
    yield ""
    yield "*approved*, *variant*, *forbidden* count renderings; *official* to *proposed* say in how many concepts the"
    yield "preferred rendering of the language rests on what."
    yield from ("", "## Concepts", "")
    yield from markdown_matrix(glossary, languages, lambda concept: f"[{concept.name}]({concept.id}.md)")


def _statuses(glossary: Glossary, tag: str) -> Counter[str]:
    entries = (concept.entries[tag] for concept in glossary.concepts.values() if tag in concept.entries)
    return Counter(rendering.status for entry in entries for rendering in entry.renderings)


def _concept(concept: Concept, glossary: Glossary) -> Iterator[str]:
    yield from (f"# {concept.name}", "", f"`{concept.id}` in *{concept.domain}*. {concept.definition}", "")
    if concept.also:
        yield from (f"Also: {', '.join(concept.also)}.", "")
    if concept.related:
        related = (f"[{glossary.concepts[id_].name}]({id_}.md)" for id_ in concept.related)
        yield from (f"See also: {', '.join(related)}.", "")
    yield from (f"[All concepts](index.md) · file `glossary/{concept.domain}/{concept.id}.yaml`", "")
    for entry in concept.entries.values():
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield from (f"## {by_tag(entry.language).name} (`{entry.language}`)", "")
    for rendering in entry.renderings:
        status = "preferred" if rendering == entry.approved[0] else rendering.status
        yield f"- {status}: **{_escaped(rendering.term)}**{_remarks(rendering)}"
    sources = ", ".join(f"[{number}](<{url}>)" for number, url in enumerate(entry.sources, 1))
    yield from ("", f"Basis: {entry.basis}{f'; source {sources}' if sources else ''}.", "")


def _remarks(rendering: Rendering) -> str:
    limits = {"near": rendering.near, "before": rendering.before, "after": rendering.after}
    context = [f"{name} {', '.join(words)}" for name, words in limits.items() if words]
    if rendering.about:
        context.append("in texts about Vietnam" if len(rendering.about) > 4 else f"about {', '.join(rendering.about)}")
    if rendering.from_year or rendering.until_year:
        context.append(f"{rendering.from_year or ''}–{rendering.until_year or ''}")
    limited = f" ({_escaped('; '.join(context))})" if context else ""
    return f"{limited}: {_escaped(rendering.why)}" if rendering.why else limited


def _escaped(text: str) -> str:
    return "".join(f"\\{character}" if character in "\\`*_[]<>|" else character for character in text)
