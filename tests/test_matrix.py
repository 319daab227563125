"""The matrix: concepts in rows, languages in columns, what each rests on in the cells."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from glossaries import concept, glossary
from viterm.desk.matrix import MARKS, counts_by_basis, html_matrix, legend, markdown_matrix, text_matrix
from viterm.glossary import Basis, Concept, Glossary


def based(name: str, domain: str, **bases: Basis) -> Concept:
    """A concept with one rendering in each language, resting on what is said."""
    one = concept(name, {tag: {"approved": [f"<{tag}>"]} for tag in bases})
    entries = {tag: replace(entry, basis=bases[tag]) for tag, entry in one.entries.items()}
    return replace(one, domain=domain, entries=entries)


GLOSSARY: Glossary = glossary(
    based("tỉnh ủy", "party", de="press", en="official"),
    based("dân vận", "mass", de="proposed", fr="portal"),
    based("bí thư", "party", en="", fr="reference"),
)
LANGUAGES = ("de", "en", "fr", "zh-Hans")


def test_text() -> None:
    assert list(text_matrix(GLOSSARY, LANGUAGES)) == [
        "              de en fr zh-Hans",
        "mass",
        "  dân-vận     ?  ·  M     ·",
        "party",
        "  bí-thư      ·  x  R     ·",
        "  tỉnh-ủy     P  O  ·     ·",
        "renderings in  2  2  2       0",
        "",
        legend(),
    ]


def test_markdown() -> None:
    assert list(markdown_matrix(GLOSSARY, LANGUAGES[:2], lambda one: f"[{one.name}]")) == [
        "| | de | en |",
        "|---|:-:|:-:|",
        "| **mass** | | |",
        "| [dân vận] | ? | · |",
        "| **party** | | |",
        "| [bí thư] | · | x |",
        "| [tỉnh ủy] | P | O |",
        "| **renderings in** | 2 | 2 |",
        "",
        legend(),
    ]


class Cells(HTMLParser):
    """The text and the title of every cell, row by row; open elements must be closed."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, str]]] = []
        self.open: list[str] = []
        self._title = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag != "meta":
            self.open.append(tag)
        self._title = dict(attrs).get("title") or ""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("td", "th"):
            self.rows[-1].append((data, self._title))


def test_html() -> None:
    cells = Cells()
    cells.feed("\n".join(html_matrix(GLOSSARY, LANGUAGES)))
    assert cells.open == []
    assert cells.rows == [
        [(tag, "") for tag in LANGUAGES],
        [("mass", "")],
        [("dân vận", "dân-vận"), ("?", "<de>"), ("·", ""), ("M", "<fr>"), ("·", "")],
        [("party", "")],
        [("bí thư", "bí-thư"), ("·", ""), ("x", "<en>"), ("R", "<fr>"), ("·", "")],
        [("tỉnh ủy", "tỉnh-ủy"), ("P", "<de>"), ("O", "<en>"), ("·", ""), ("·", "")],
        [("renderings in", ""), ("2", ""), ("2", ""), ("2", ""), ("0", "")],
    ]


def test_the_legend_has_every_mark() -> None:
    assert all(f"{mark} " in legend() for mark in MARKS.values())
    assert len(set(MARKS.values())) == len(MARKS)


def test_counts_by_basis() -> None:
    assert counts_by_basis(GLOSSARY, "de") == {"press": 1, "proposed": 1}
    assert counts_by_basis(GLOSSARY, "ja") == {}
