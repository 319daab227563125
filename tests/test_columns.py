"""Columns in UTF-16 code units and in bytes: they differ from code points, and slices by them give the same text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import document
from viterm.report.columns import utf8_columns, utf16_columns


@pytest.mark.parametrize(
    ("text", "offset", "code_points", "utf16", "utf8"),
    [
        ("abc MTTQ", 4, (1, 5), (1, 5), (1, 5)),
        ("ậbc MTTQ", 4, (1, 5), (1, 5), (1, 7)),
        ("🙂bc MTTQ", 4, (1, 5), (1, 6), (1, 8)),
        ("a\u0323\u0302bc MTTQ", 6, (1, 7), (1, 7), (1, 9)),  # ậ in three characters
        ("🙂\nbc MTTQ", 5, (2, 4), (2, 4), (2, 4)),  # the emoji stands in another line
        ("🙂\r🙂c MTTQ", 5, (2, 4), (2, 5), (2, 7)),
        ("🙂\r\nbc MTTQ", 6, (2, 4), (2, 4), (2, 4)),
        ("🙂\u2028bc MTTQ", 5, (1, 6), (1, 7), (1, 11)),  # U+2028 ends no line
        ("", 0, (1, 1), (1, 1), (1, 1)),
        ("🙂", 1, (1, 2), (1, 3), (1, 5)),
        ("🙂\n", 2, (2, 1), (2, 1), (2, 1)),
        ("\ud83d x", 2, (1, 3), (1, 3), (1, 5)),  # half a character counts as what it is
        ("🙂" * 1000 + "x", 1000, (1, 1001), (1, 2001), (1, 4001)),
    ],
)
def test_a_place_in_each_unit(
    text: str, offset: int, code_points: tuple[int, int], utf16: tuple[int, int], utf8: tuple[int, int]
) -> None:
    of = document(text)
    assert of.lines.position(offset) == code_points
    assert utf16_columns(of).position(offset) == utf16
    assert utf8_columns(of).position(offset) == utf8


@given(st.text(alphabet="aậ🙂\n\r", min_size=1, max_size=900), st.data())
def test_what_an_editor_cuts_out_by_the_columns_is_what_stands_there(text: str, data: st.DataObject) -> None:
    of = document(text)
    line = data.draw(st.integers(1, len(of.lines)))
    first, last = of.lines.span(line)
    start = data.draw(st.integers(first, last))
    end = data.draw(st.integers(start, last))
    for columns, encoding, size in ((utf16_columns(of), "utf-16-le", 2), (utf8_columns(of), "utf-8", 1)):
        (line_there, column), (_, end_column) = columns.position(start), columns.position(end)
        units = of.lines.line(line_there).encode(encoding)
        assert units[(column - 1) * size : (end_column - 1) * size].decode(encoding) == text[start:end]
