"""How well terms are recognised in their inflected forms, and what is wrongly taken for them.

    python bench/inflection.py DATA [DATA…] [--lang TAG…] [--list] [--markdown FILE] [--section NAME] [--most N]

Each DATA has rows as `inflection_rows` describes them; `rows_from_ud.py` makes some from a treebank. --markdown writes
the tables and the rows that went wrong, by kind, into a page between `<!-- begin NAME -->` and `<!-- end NAME -->`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from inflection_kinds import FALSE_FINDS, MISSES, reasons_of
from inflection_rows import Row, read_rows
from inflection_score import Result, Score, mean_and_lowest, recognise
from measure import table
from page import markdown_table, replace_section

_HEADS = ("", "inflected found", "composed found", "false finds", "precision", "F1")
_TITLES = {False: "Phrases", True: "Single nouns"}

Wrong = Mapping[str, Mapping[str, Sequence[Row]]]
"""Kind → language → rows that went wrong."""


def main() -> None:
    """Score the rows and print or write the tables."""
    arguments = _arguments()
    results = {tag: recognise(rows, tag) for tag, rows in read_rows(arguments.data, arguments.lang).items()}
    misses, false_finds = _by_kind(results)
    for single, title in _TITLES.items():
        scores = _scores(results, single=single)
        if scores:
            print(f"\n{title}\n")
            table(_HEADS, [_cells(tag, score) for tag, score in scores.items()])
            print(_summary(scores))
    for title, names, wrong in (("Misses", MISSES, misses), ("False finds", FALSE_FINDS, false_finds)):
        print(f"\n{title}\n")
        for kind, rows in wrong.items():
            counts = ", ".join(f"{tag} {len(ours)}" for tag, ours in rows.items())
            print(f"{sum(map(len, rows.values())):6}  {names[kind]}: {counts}")
            if arguments.list:
                print("".join(f"{_line(tag, ours, arguments.most)}\n" for tag, ours in rows.items()))
    if arguments.markdown:
        replace_section(arguments.markdown, arguments.section, _markdown(results, misses, false_finds, arguments.most))


def _by_kind(results: Mapping[str, Result]) -> tuple[Wrong, Wrong]:
    """The misses and the false finds of all languages."""
    misses: dict[str, dict[str, list[Row]]] = {kind: defaultdict(list) for kind in MISSES}
    false_finds: dict[str, dict[str, list[Row]]] = {kind: defaultdict(list) for kind in FALSE_FINDS}
    for tag, result in results.items():
        reasons = reasons_of(result, tag)
        for row in result.wrong():
            (misses if row.expected else false_finds)[reasons.kind(row)][tag].append(row)
    return (
        {kind: rows for kind, rows in misses.items() if rows},
        {kind: rows for kind, rows in false_finds.items() if rows},
    )


def _scores(results: Mapping[str, Result], *, single: bool) -> dict[str, Score]:
    return {tag: score for tag, result in results.items() if (score := result.score(single=single))}


def _cells(tag: str, score: Score) -> tuple[str, ...]:
    rates = (f"{100 * score.precision:.1f}", f"{100 * score.f1:.1f}")
    return (tag, str(score.inflected), str(score.composed), str(score.false_finds), *rates)


def _summary(scores: Mapping[str, Score]) -> str:
    mean, lowest = mean_and_lowest(scores.values())
    return f"Mean F1 {100 * mean:.2f}, lowest {100 * lowest:.1f}."


def _markdown(results: Mapping[str, Result], misses: Wrong, false_finds: Wrong, most: int) -> str:
    parts = []
    for single, title in _TITLES.items():
        scores = _scores(results, single=single)
        if scores:
            rows = [_cells(tag, score) for tag, score in scores.items()]
            parts.append(f"**{title}**\n\n{markdown_table(_HEADS, rows)}\n{_summary(scores)}\n")
    parts += _lists("What was missed", MISSES, misses, most)
    parts += _lists("What was found and should not be", FALSE_FINDS, false_finds, most)
    return "\n".join(parts)


def _lists(title: str, names: Mapping[str, str], wrong: Wrong, most: int) -> Iterable[str]:
    """The wrong rows, folded away by kind."""
    if wrong:
        yield f"**{title}**\n"
    for kind, rows in wrong.items():
        count = sum(map(len, rows.values()))
        lines = "\n".join(f"- {_line(tag, ours, most)}" for tag, ours in rows.items())
        yield f"<details><summary>{names[kind]} ({count})</summary>\n\n{lines}\n\n</details>\n"


def _line(tag: str, rows: Iterable[Row], most: int) -> str:
    """The first rows of a language; an asterisk is none of Markdown's."""
    pairs = list(dict.fromkeys(f"{row.term} → {row.form}" for row in rows))
    more = f"; and {len(pairs) - most} more" if len(pairs) > most else ""
    return f"{tag}: {'; '.join(pairs[:most])}{more}".replace("*", r"\*")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="recognition of inflected terms")
    parser.add_argument("data", nargs="+", type=Path, metavar="DATA", help="rows, one JSON object a line")
    parser.add_argument("--lang", nargs="+", default=(), metavar="TAG", help="only these languages")
    parser.add_argument("--list", action="store_true", help="print the rows that went wrong")
    parser.add_argument("--most", type=int, default=1000, metavar="N", help="of these, a kind and language (1000)")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="the page to write the tables into")
    parser.add_argument("--section", default="inflection", metavar="NAME", help="its section (default: inflection)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
