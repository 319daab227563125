"""`--statistics`: instead of single places, how often each rendering is used, as a table for people or as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from json import dumps
from typing import TYPE_CHECKING, TypedDict

from viterm.errors import UserError
from viterm.report.array import array
from viterm.report.colour import STATUS_STYLE, Paint, Style, painter
from viterm.report.totals import numbered
from viterm.report.visible import visible
from viterm.statistics import ConceptUse, Statistics, Use, counted

if TYPE_CHECKING:
    from viterm.findings import Status
    from viterm.report.base import Options, Write, Writer

_STATUS_CELLS = len("untranslated")


class Row(TypedDict):
    """One row of the statistics: a rendering in the texts of a language, and its share of the concept's occurrences."""

    language: str
    concept: str
    name: str
    rendering: str
    rendering_language: str
    status: Status
    preferred: bool
    count: int
    files: int
    share: float


def statistics_writer(name: str) -> Writer:
    """Return the writer of the statistics in a format. Raises UserError for a format that they don't have."""
    if name not in _WRITERS:
        raise UserError(f"--statistics: there is no {name} of it; --format is one of {', '.join(_WRITERS)}")
    write = _WRITERS[name]
    return lambda reports, out, options: write(counted(reports), out, options)


def _write_text(statistics: Statistics, write: Write, options: Options) -> None:
    paint = painter(colour=options.colour)
    for concept in statistics.concepts:
        write("\n".join(_table(concept, paint)) + "\n\n")
    write(_sum(statistics, paint) + "\n")


def _write_json(statistics: Statistics, write: Write, options: Options) -> None:
    head = {"version": 1, "tool": f"viterm {options.version}", "files": options.files}
    write(f'{dumps(head)[:-1]}, "statistics": ')
    for piece in array(_rows(statistics)):
        write(piece)
    write("}\n")


def _write_jsonl(statistics: Statistics, write: Write, _options: Options) -> None:
    for row in _rows(statistics):
        write(row + "\n")


_WRITERS: Mapping[str, Callable[[Statistics, Write, Options], None]] = {
    "text": _write_text,
    "json": _write_json,
    "jsonl": _write_jsonl,
}


def _rows(statistics: Statistics) -> Iterable[str]:
    return (dumps(_row(concept, use), ensure_ascii=False) for concept in statistics.concepts for use in concept.uses)


def _row(concept: ConceptUse, use: Use) -> Row:
    return {
        "language": concept.language,
        "concept": concept.concept,
        "name": concept.name,
        "rendering": use.rendering,
        "rendering_language": use.language,
        "status": use.status,
        "preferred": use.preferred,
        "count": use.count,
        "files": use.files,
        "share": round(concept.share(use), 4),
    }


def _table(concept: ConceptUse, paint: Paint) -> Iterator[str]:
    """Yield a line for the concept in a language, then one for each rendering."""
    name, id_ = visible(concept.name), visible(concept.concept)
    head = f"{paint(name, Style.STRONG)} {paint(f'({id_})', Style.FAINT)} in {concept.language}"
    preferred = concept.preferred
    if preferred is None:
        yield f"{head}: {concept.count:,}, no approved rendering"
    else:
        yield f"{head}: {preferred.count:,} of {concept.count:,} preferred ({concept.share(preferred):.0%})"
    for use in concept.uses:
        word = "preferred" if use.preferred else use.status
        status = paint(f"{word:{_STATUS_CELLS}}", STATUS_STYLE[use.status])
        other = f" ({use.language})" if use.status == "untranslated" else ""
        yield f"  {status}  {use.count:>7,}  {concept.share(use):>4.0%}  {visible(use.rendering)}{other}"


def _sum(statistics: Statistics, paint: Paint) -> str:
    if not statistics.files:
        return "No file was checked."
    if not statistics.count:
        return f"No known terms in {numbered(statistics.files, 'file')}."
    occurrences = paint(numbered(statistics.count, "occurrence"), Style.STRONG)
    concepts = numbered(len({concept.concept for concept in statistics.concepts}), "concept")
    of = f"{statistics.files_hit:,} of " if statistics.files > 1 else ""
    where = f"{of}{numbered(statistics.files, 'file')}"
    preferred = f"{statistics.preferred:,} preferred ({statistics.preferred / statistics.count:.0%})"
    return f"{occurrences} of {concepts} in {where}: {preferred}"
