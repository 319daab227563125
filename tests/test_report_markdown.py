"""The table for summaries and comments: harmless, in order, and never too long."""

from __future__ import annotations

import html
import re

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_samples import file
from reports import finding, report
from viterm.findings import Severity
from viterm.report import FileReport
from viterm.report.visible import visible

MEBIBYTE = 1 << 20


def rows(markdown: str) -> list[list[str]]:
    """The cells of the table as a reader sees them."""
    page = pyromark.html(markdown, options=pyromark.Options.ENABLE_TABLES)
    cells = [re.findall(r"<td>(.*?)</td>", row, re.DOTALL) for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)]
    return [[html.unescape(re.sub(r"<[^>]*>", "¤", cell)) for cell in row] for row in cells if row]


def found(text: str, path: str = "a.md", severity: Severity = Severity.ERROR) -> FileReport:
    return file(path, text, finding(text, text, suggestions=[text], severity=severity))


@pytest.mark.parametrize(
    "text",
    [
        "MTTQ",
        "a | b",
        "*a* _b_ `c` ~~d~~",
        "[a](https://example.org)",
        "<b>a</b> &amp; <!-- -->",
        "back\\slash \\| \\`",
        "$a$ #1",
        "Đảng ủy xã 🙂",
    ],
)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    assert rows(report("markdown", [found(text)])) == [
        ["error", "a.md:1:1", text, text, "forbidden-term (dan-van-kheo)"]
    ]


def test_a_text_over_lines_is_shown_in_one() -> None:
    assert rows(report("markdown", [found("a\r\nb")]))[0][2] == "a b"


@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    ((_, _, shown, write, _),) = rows(report("markdown", [found(text)]))
    assert shown == write == " ".join(visible(" ".join(text.split())).split())


def test_the_worst_first_then_by_place() -> None:
    reports = [found("a", severity=Severity.INFO), found("b", severity=Severity.WARNING), found("c"), found("d")]
    assert [row[2] for row in rows(report("markdown", reports))] == ["c", "d", "b", "a"]


@pytest.mark.parametrize(
    ("number", "shown", "more"),
    [(499, 499, ""), (500, 500, ""), (501, 500, "1 more finding,"), (2500, 500, "2,000 more findings,")],
)
def test_only_so_many_rows(number: int, shown: int, more: str) -> None:
    warnings = [found("b", severity=Severity.WARNING)] * (number - 1)
    markdown = report("markdown", [*warnings, found("a")])
    table = rows(markdown)
    assert (len(table), table[0][2]) == (shown, "a")
    assert ("more finding" in markdown) == bool(more)
    assert more in markdown


@pytest.mark.parametrize("character", ["🙂", "|", "\x00"])
def test_the_longest_table_is_not_too_long_for_github(character: str) -> None:
    text = character * 1000
    markdown = report("markdown", [found(text, path=text)] * 501)
    assert MEBIBYTE // 8 < len(markdown.encode()) < MEBIBYTE
    assert rows(markdown)[0][2].endswith("…")


def test_nothing_found() -> None:
    assert report("markdown", [file("a.md", "")]) == "### viterm: No problems in 1 file.\n"
    assert report("markdown", []) == "### viterm: No file was checked.\n"
