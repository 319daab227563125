"""False alarms on correct human translations: terms that a checker misses although the translator used them.

    python bench/wmt25.py FOLDER [--lang TAG…] [--termflex FILE] [--misses FILE] [--finds FILE] [--markdown FILE]

FOLDER holds `full_data.ende.jsonl`, `…enes…` and `…enru…` of the terminology shared task of WMT 2025, track 1 (see
`bench/README.md`). Every term of every row counts, also where the translator took another word.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import run

from inflection_score import Share
from measure import python_of, table
from page import markdown_table, replace_section
from plain_terms import compiled_terms, finder_of, plain_document
from viterm.find import Finder
from viterm.findings import Occurrence
from wmt25_kinds import FAULTS_OF_DATA, KINDS, by_kind, kind_of_miss
from wmt25_rows import LANGUAGES, Row, read_rows

_HEADS = ("", "viterm, alarms", "without faults of the data", "all terms in one glossary", "termflex, alarms")
_CHECK = Path(__file__).with_name("termflex_rows.py")


@dataclass(frozen=True, slots=True)
class Miss:
    """A term that was not found in the translation that uses it."""

    row: Row
    source: str
    target: str
    kind: str


@dataclass(frozen=True, slots=True)
class Result:
    """What viterm finds of one language's terms.

    `terms`: how many there are; `misses`: with a glossary of the one term; `misses_in_all`: how many with a glossary of
    all rows' terms, in which a longer term silences a shorter one inside it; `others`: finds of terms that the row's
    source has not, with the row.
    """

    terms: int
    misses: Sequence[Miss]
    misses_in_all: int
    others: Sequence[tuple[Row, Occurrence]]


def main() -> None:
    """Measure and print or write the table and the lists."""
    arguments = _arguments()
    rows = {tag: read_rows(arguments.folder, tag) for tag in arguments.lang}
    results = {tag: measured(ours, tag) for tag, ours in rows.items()}
    theirs = {tag: _termflex(arguments.termflex, ours, tag) for tag, ours in rows.items()}
    cells = [_cells(tag, result, theirs[tag]) for tag, result in results.items()]
    table(_HEADS, cells)
    for tag, result in results.items():
        print(f"{tag}: {by_kind([miss.kind for miss in result.misses])}")
        print(f"{tag}: finds of other rows' terms: {_by_via(result)}")
    if arguments.misses:
        arguments.misses.write_text("".join(_misses(results)), encoding="utf-8")
    if arguments.finds:
        arguments.finds.write_text("".join(_finds(results, arguments.sample)), encoding="utf-8")
    if arguments.markdown:
        replace_section(arguments.markdown, "wmt25", f"{markdown_table(_HEADS, cells)}\n{_kinds_table(results)}")


def measured(rows: Sequence[Row], tag: str) -> Result:
    """Look for the terms of every row in its translation."""
    compiled, concepts = compiled_terms((term for row in rows for term in row.terms.values()), tag)
    in_all = Finder(compiled)
    misses: list[Miss] = []
    misses_in_all = 0
    others: list[tuple[Row, Occurrence]] = []
    sources = _sources(rows)
    for row in rows:
        document = plain_document(row.reference, tag)
        occurrences = in_all.find(document)
        found_in_all = {one.concept for one in occurrences}
        for source, target in row.terms.items():
            concept = concepts[target]
            misses_in_all += concept not in found_in_all
            if not finder_of(compiled, {concept}).find(document):
                misses.append(Miss(row, source, target, kind_of_miss(target, row, compiled, concept)))
        others += [(row, one) for one in occurrences if not _is_in_source(sources[one.rendering], row)]
    return Result(sum(len(row.terms) for row in rows), misses, misses_in_all, others)


def _sources(rows: Iterable[Row]) -> Mapping[str, set[str]]:
    """Target term → all source terms that it stands for in some row."""
    sources: dict[str, set[str]] = {}
    for row in rows:
        for source, target in row.terms.items():
            sources.setdefault(target, set()).add(source.lower())
    return sources


def _is_in_source(sources: Iterable[str], row: Row) -> bool:
    return any(source in row.source.lower() for source in sources)


def _termflex(program: str | None, rows: Sequence[Row], tag: str) -> Counter[str] | None:
    """What termflex says of the same terms, each row with its own; None where it is not installed."""
    if program is None:
        return None
    asked = [(row.source, source, row.reference, target) for row in rows for source, target in row.terms.items()]
    done = run(
        (python_of(program), str(_CHECK)),
        input=json.dumps({"source": "en", "target": tag, "rows": asked}),
        capture_output=True,
        text=True,
        check=True,
    )
    return Counter(json.loads(done.stdout))


def _cells(tag: str, result: Result, theirs: Counter[str] | None) -> tuple[str, ...]:
    faults = sum(miss.kind in FAULTS_OF_DATA for miss in result.misses)
    return (
        tag,
        str(Share(len(result.misses), result.terms)),
        str(Share(len(result.misses) - faults, result.terms - faults)),
        str(Share(result.misses_in_all, result.terms)),
        "–" if theirs is None else str(Share(theirs["missing"], theirs.total())),
    )


def _kinds_table(results: Mapping[str, Result]) -> str:
    heads = ("why a term was not found", *results)
    counts = {tag: Counter(miss.kind for miss in result.misses) for tag, result in results.items()}
    return markdown_table(heads, [(name, *(str(counts[tag][kind]) for tag in results)) for kind, name in KINDS.items()])


def _by_via(result: Result) -> str:
    counts = Counter(one.via for _, one in result.others)
    return ", ".join(f"{via.label} {counts[via]}" for via in sorted(counts))


def _misses(results: Mapping[str, Result]) -> Iterable[str]:
    for tag, result in results.items():
        for kind, name in KINDS.items():
            ours = [miss for miss in result.misses if miss.kind == kind]
            if ours:
                yield f"\n== {tag}: {name} ({len(ours)})\n"
            for miss in sorted(ours, key=lambda miss: miss.target.lower()):
                yield f"{miss.source} = {miss.target}\t{miss.row.reference}\n"


def _finds(results: Mapping[str, Result], size: int) -> Iterable[str]:
    """A sample to be judged by eye: the same places as long as they are found, whatever else changes."""
    for tag, result in results.items():
        yield f"\n== {tag}: {min(size, len(result.others))} of {len(result.others)}\n"
        for row, one in sorted(result.others, key=lambda other: _lot(*other))[:size]:
            text = f"{row.reference[: one.start]}[{one.found}]{row.reference[one.end :]}"
            yield f"{one.via.label}\t{one.rendering}\t{text}\n"


def _lot(row: Row, one: Occurrence) -> str:
    return hashlib.sha256(f"{row.reference}\n{one.start}\n{one.rendering}".encode()).hexdigest()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="false alarms on correct translations")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where full_data.ende.jsonl and the others are")
    parser.add_argument("--lang", nargs="+", default=LANGUAGES, choices=LANGUAGES, metavar="TAG", help="only these")
    parser.add_argument("--termflex", metavar="FILE", help="the termflex command, to compare with")
    parser.add_argument("--misses", type=Path, metavar="FILE", help="write every term that was not found")
    parser.add_argument("--finds", type=Path, metavar="FILE", help="write a sample of finds of other rows' terms")
    parser.add_argument("--sample", type=int, default=60, metavar="N", help="its size in each language (default: 60)")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="the page to write the table into")
    return parser.parse_args()


if __name__ == "__main__":
    main()
