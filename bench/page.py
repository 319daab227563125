"""Parts of a hand-written Markdown page that a script writes: what stands between two comments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def replace_section(page: Path, name: str, text: str) -> None:
    """Write a text between `<!-- begin NAME -->` and `<!-- end NAME -->`.

    Raises ValueError if the page lacks one of the two.
    """
    content = page.read_text(encoding="utf-8")
    begin, end = f"<!-- begin {name} -->\n", f"<!-- end {name} -->\n"
    before, opened, rest = content.partition(begin)
    _, closed, after = rest.partition(end)
    if not (opened and closed):
        raise ValueError(f"{page}: no lines `{begin.strip()}` and `{end.strip()}`")
    page.write_text(f"{before}{begin}\n{text.strip()}\n\n{end}{after}", encoding="utf-8", newline="\n")


def markdown_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table, its first column to the left, the others to the right."""
    rule = ["---", *["---:"] * (len(heads) - 1)]
    return "".join(f"| {' | '.join(row)} |\n" for row in (heads, rule, *rows))
