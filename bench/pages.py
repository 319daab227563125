"""How much of what stands on labelled pages a glossary knows: found, flagged, cleared and stray, by language.

    python bench/pages.py FOLDER [--glossary DIR] [--list]

FOLDER has a folder a language (`de`, `zh-Hans`) with texts (`01.txt`) and `labels.tsv`: below a head, one line a place
where a concept is rendered, with file, line, what stands there, the concept's id, and `approved` or anything else for
what a lint should report (`variant`, `wrong`, `left-in-English`). A first line `URL …` of a text is left out.

- found: a rendering of the concept is seen there, whatever its status;
- flagged: of the places that are not approved, those at which something is reported;
- cleared: of the approved places, those at which nothing is reported of the concept;
- stray: what is reported where no label stands, right or wrong.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from page import markdown_table
from viterm.bundled import bundled_glossary
from viterm.document import Document, Run, Segment
from viterm.find import Finder
from viterm.findings import Occurrence
from viterm.store import Store

_HEADS = ("language", "labels", "found", "flagged", "cleared", "stray")


class Label(NamedTuple):
    """A place where a concept is rendered, and whether as it should be."""

    start: int
    end: int
    concept: str
    approved: bool


class Score(NamedTuple):
    """Counts over some pages, and a line for each miss."""

    counts: Counter[str]
    misses: list[str]


def main() -> None:
    """Print a table, and with `--list` what was missed."""
    arguments = _arguments()
    store = Store([arguments.glossary or bundled_glossary()], None)
    total, rows = Counter[str](), []
    for folder in sorted(path.parent for path in arguments.folder.glob("*/labels.tsv")):
        score = scored(folder, Finder(store.compiled(folder.name), propose=False))
        total += score.counts
        rows.append(_row(folder.name, score.counts))
        print(*(score.misses if arguments.list else ()), sep="\n", end="\n" * bool(arguments.list and score.misses))
    print(markdown_table(_HEADS, [*rows, _row("all", total)]), end="")


def scored(folder: Path, finder: Finder) -> Score:
    """Compare the labels of a language's pages with what is found there. Raises ValueError for a label out of place."""
    counts, misses = Counter[str](), []
    for name, rows in _rows(folder / "labels.tsv").items():
        text = (folder / name).read_text(encoding="utf-8")
        document = page(name, finder.compiled.language, text)
        labels = placed(rows, document.text)
        occurrences = finder.find(document)
        for label in labels:
            over = [one for one in occurrences if one.start < label.end and label.start < one.end]
            same = [one for one in over if one.concept == label.concept]
            outcome = {
                "labels": True,
                "found": bool(same),
                "approved": label.approved,
                "cleared": label.approved and not any(map(_is_bad, same)),
                "bad": not label.approved,
                "flagged": not label.approved and any(map(_is_bad, over)),
            }
            counts.update(what for what, holds in outcome.items() if holds)
            seen = document.text[label.start : label.end]
            missed = {"not found": not same, "not cleared": label.approved and not outcome["cleared"]}
            missed["not flagged"] = bool(same) and not label.approved and not outcome["flagged"]
            misses += [
                f"{what}: {folder.name}/{name} “{seen}” {label.concept}" for what, holds in missed.items() if holds
            ]
        strays = [one for one in occurrences if _is_bad(one) and not _covered(one, labels)]
        counts["stray"] += len(strays)
        misses += [f"stray: {folder.name}/{name} “{one.found}” {one.concept}" for one in strays]
    return Score(counts, misses)


def page(name: str, language: str, text: str) -> Document:
    """A text as a document with a segment a line, without the address in its first line."""
    lines = ["" if line.startswith("URL ") else line for line in text.splitlines()]
    segments, at = [], 0
    for line in lines:
        if line.strip():
            segments.append(Segment(line, (Run(0, at, at + len(line)),)))
        at += len(line) + 1
    return Document(name, language, "\n".join(lines), tuple(segments))


def placed(rows: Sequence[Sequence[str]], text: str) -> list[Label]:
    """The labels at their places: of the same words in one line, the first label is the first place."""
    labels, seen = [], Counter[tuple[str, str]]()
    lines = text.split("\n")
    for line, surface, concept, judgement in rows:
        start = sum(len(before) + 1 for before in lines[: int(line) - 1])
        at = -1
        for _ in range(seen[line, surface] + 1):
            at = lines[int(line) - 1].find(surface, at + 1)
        if at < 0:
            raise ValueError(f"line {line}: no “{surface}” {seen[line, surface] + 1} times")
        seen[line, surface] += 1
        labels.append(Label(start + at, start + at + len(surface), concept, judgement == "approved"))
    return labels


def _rows(path: Path) -> dict[str, list[list[str]]]:
    rows = defaultdict[str, list[list[str]]](list)
    with path.open(encoding="utf-8", newline="") as file:
        for name, *row in _cells(file):
            rows[name].append(row)
    return dict(rows)


def _cells(file: Iterator[str]) -> Iterator[list[str]]:
    reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    next(reader)  # the head
    yield from reader


def _is_bad(occurrence: Occurrence) -> bool:
    return occurrence.status != "approved"


def _covered(occurrence: Occurrence, labels: Sequence[Label]) -> bool:
    return any(occurrence.start < label.end and label.start < occurrence.end for label in labels)


def _row(name: str, counts: Counter[str]) -> tuple[str, ...]:
    shares = (("found", "labels"), ("flagged", "bad"), ("cleared", "approved"))
    cells = (
        f"{counts[part]}/{counts[whole]} ({100 * counts[part] / max(1, counts[whole]):.0f} %)" for part, whole in shares
    )
    return name, str(counts["labels"]), *cells, str(counts["stray"])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--glossary", type=Path, metavar="DIR")
    parser.add_argument("--list", action="store_true", help="print each miss")
    return parser.parse_args()


if __name__ == "__main__":
    main()
