"""`viterm glossary show --matrix`: which concept has renderings in which language, and what each of them rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from types import MappingProxyType

from viterm.glossary import Basis, Concept, Glossary
from viterm.glossary_format import BASIS_MEANINGS

MARKS: Mapping[Basis, str] = MappingProxyType(
    {"official": "O", "press": "P", "reference": "R", "portal": "M", "proposed": "?", "": "x"}
)
"""Basis → its mark in a table, best first; `x` where the glossary names none."""

_NONE = "·"
_TOTAL = "renderings in"


def legend() -> str:
    """What the marks mean, in a line."""
    meanings = {**BASIS_MEANINGS, "": "no basis given"}
    return "; ".join([*(f"{mark} {meanings[basis]}" for basis, mark in MARKS.items()), f"{_NONE} none"])


def text_matrix(glossary: Glossary, languages: Sequence[str]) -> Iterator[str]:
    """The table as lines for a terminal, by domain. `languages` are the columns, by the glossary's own tags."""
    width = max([len(_TOTAL), *(len(id_) + 2 for id_ in glossary.concepts)])
    yield " ".join([" " * width, *languages]).rstrip()
    for domain, concepts in _by_domain(glossary):
        yield domain
        for concept in concepts:
            cells = (f"{mark:^{len(tag)}}" for mark, tag in zip(_marks(concept, languages), languages, strict=True))
            yield " ".join([f"  {concept.id:{width - 2}}", *cells]).rstrip()
    totals = (f"{number:>{len(tag)}}" for number, tag in zip(_totals(glossary, languages), languages, strict=True))
    yield " ".join([f"{_TOTAL:{width}}", *totals]).rstrip()
    yield ""
    yield legend()


def markdown_matrix(
    glossary: Glossary, languages: Sequence[str], link: Callable[[Concept], str] = lambda concept: concept.id
) -> Iterator[str]:
    """The table as lines of Markdown. `link` writes the first cell of a concept's row."""
    yield f"| | {' | '.join(languages)} |"
    yield f"|---|{':-:|' * len(languages)}"
    for domain, concepts in _by_domain(glossary):
        yield f"| **{domain}** |{' |' * len(languages)}"
        for concept in concepts:
            yield f"| {link(concept)} | {' | '.join(_marks(concept, languages))} |"
    yield f"| **{_TOTAL}** | {' | '.join(map(str, _totals(glossary, languages)))} |"
    yield ""
    yield legend()


def html_matrix(glossary: Glossary, languages: Sequence[str]) -> Iterator[str]:
    """The table as lines of a page of its own, which needs no other file."""
    yield from ("<!doctype html>", '<html lang="en">', "<head>", '<meta charset="utf-8">', "<title>Glossary</title>")
    yield from ("<style>", *_STYLE, "</style>", "</head>", "<body>", "<table>")
    yield f"<caption>{escape(legend())}</caption>"
    heads = "".join(f'<th scope="col">{escape(tag)}</th>' for tag in languages)
    yield f"<thead><tr><td></td>{heads}</tr></thead>"
    for domain, concepts in _by_domain(glossary):
        yield f'<tbody><tr><th scope="rowgroup" colspan="{len(languages) + 1}">{escape(domain)}</th></tr>'
        for concept in concepts:
            cells = "".join(_cell(concept, tag) for tag in languages)
            yield f'<tr><th scope="row" lang="vi" title="{escape(concept.id)}">{escape(concept.name)}</th>{cells}</tr>'
        yield "</tbody>"
    totals = "".join(f"<td>{number}</td>" for number in _totals(glossary, languages))
    yield f'<tfoot><tr><th scope="row">{_TOTAL}</th>{totals}</tr></tfoot>'
    yield from ("</table>", "</body>", "</html>")


MATRICES: Mapping[str, Callable[[Glossary, Sequence[str]], Iterator[str]]] = MappingProxyType(
    {"text": text_matrix, "markdown": markdown_matrix, "html": html_matrix}
)
"""The formats of a matrix by their names."""


def counts_by_basis(glossary: Glossary, tag: str) -> Counter[Basis]:
    """In how many concepts a language rests on what."""
    return Counter(concept.entries[tag].basis for concept in glossary.concepts.values() if tag in concept.entries)


def _by_domain(glossary: Glossary) -> Iterator[tuple[str, list[Concept]]]:
    concepts = sorted(glossary.concepts.values(), key=lambda concept: (concept.domain, concept.id))
    for domain, group in groupby(concepts, key=lambda concept: concept.domain):
        yield domain, list(group)


def _marks(concept: Concept, languages: Sequence[str]) -> Iterator[str]:
    return (MARKS[concept.entries[tag].basis] if tag in concept.entries else _NONE for tag in languages)


def _totals(glossary: Glossary, languages: Sequence[str]) -> Iterator[int]:
    return (counts_by_basis(glossary, tag).total() for tag in languages)


def _cell(concept: Concept, tag: str) -> str:
    entry = concept.entries.get(tag)
    if entry is None:
        return f"<td>{_NONE}</td>"
    preferred = escape(entry.approved[0].term)
    return f'<td class="{entry.basis or "unknown"}" lang="{escape(tag)}" title="{preferred}">{MARKS[entry.basis]}</td>'


_STYLE = (
    "body { font: 14px/1.4 system-ui, sans-serif; margin: 2rem; }",
    "table { border-collapse: collapse; }",
    "caption { caption-side: bottom; padding-top: 1rem; text-align: start; }",
    "th { font-weight: normal; text-align: start; padding: 0 .6em; white-space: nowrap; }",
    "th[scope=rowgroup] { font-weight: bold; padding-top: 1em; }",
    "thead th { position: sticky; top: 0; background: Canvas; }",
    "td { border: 1px solid #ccc; text-align: center; }",
    ".official { background: #9fd39f; color: #000; }",
    ".press { background: #c8e6c8; color: #000; }",
    ".reference { background: #d9e8f5; color: #000; }",
    ".portal { background: #f6ecc4; color: #000; }",
    ".proposed, .unknown { background: #f3d3cd; color: #000; }",
)
