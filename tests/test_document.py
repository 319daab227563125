"""Line tables and the way back from visible text to source offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viterm.document import Document, LineTable, Run, Segment


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\n", ["a", ""]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb", ["a", "b"]),
        ("a\rb", ["a", "b"]),
        ("a\n\rb", ["a", "", "b"]),
        ("a\r\r\nb", ["a", "", "b"]),
        ("a\n\n", ["a", "", ""]),
        # not line ends, though str.splitlines says so
        ("a\u2028b", ["a\u2028b"]),
        ("a\u2029b", ["a\u2029b"]),
        ("a\x0cb", ["a\x0cb"]),
        ("a\x0bb", ["a\x0bb"]),
        ("a\x85b", ["a\x85b"]),
        ("a\x1cb", ["a\x1cb"]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    table = LineTable(text)
    assert [table.line(number) for number in range(1, len(table) + 1)] == lines


@pytest.mark.parametrize(
    ("before", "line", "column"),
    [
        ("", 1, 1),
        ("ab", 1, 3),
        ("ab\n", 2, 1),
        ("ab\r\nc", 2, 2),
        ("ab\rc", 2, 2),
        ("ab\u2028\x0c\n\tc", 2, 3),  # a tab is one column
        ("\N{GRINNING FACE}e\u0301", 1, 4),  # columns are code points, not UTF-16 units and not letters
    ],
)
def test_position(before: str, line: int, column: int) -> None:
    assert LineTable(before + "here").position(len(before)) == (line, column)


def test_span_of_a_line_leaves_out_its_line_end() -> None:
    table = LineTable("ab\r\ncde\rf")
    assert [table.span(line) for line in (1, 2, 3)] == [(0, 2), (4, 7), (8, 9)]


def test_a_document_has_the_line_table_of_its_text() -> None:
    document = Document("a.txt", "de", "ab\ncd", ())
    assert document.lines.line(2) == "cd"
    assert document.lines is document.lines


@given(st.text(st.sampled_from("ab\r\n\u2028\x0c")))
def test_line_and_column_lead_back_to_the_offset(text: str) -> None:
    table = LineTable(text)
    for offset in range(len(text) + 1):
        line, column = table.position(offset)
        assert table.span(line)[0] + column - 1 == offset


# Source "a &amp; **b**c" with the visible text "a & bc".
ENTITY_AND_MARKS = Segment("a & bc", (Run(0, 0, 2), Run(2, 2, 7), Run(3, 7, 8), Run(4, 10, 11), Run(5, 13, 14)))


@pytest.mark.parametrize(
    ("visible", "source"),
    [
        ("a", "a"),
        ("a ", "a "),
        ("&", "&amp;"),
        ("a &", "a &amp;"),
        ("& ", "&amp; "),
        ("b", "b"),
        (" b", " **b"),
        ("bc", "b**c"),
        ("a & bc", "a &amp; **b**c"),
    ],
)
def test_source_of_a_visible_span(visible: str, source: str) -> None:
    start = ENTITY_AND_MARKS.text.index(visible)
    span = ENTITY_AND_MARKS.source(start, start + len(visible))
    assert "a &amp; **b**c"[slice(*span)] == source
