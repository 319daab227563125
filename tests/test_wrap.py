"""Sentences in lines of terminal cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viterm.report import cells
from viterm.report.wrap import wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("one  two ", 7, ["one two"]),
        ("khe\u0301o va\u0323\u0302n", 8, ["khe\u0301o va\u0323\u0302n"]),  # marks take no room
        ("大衆 動員", 8, ["大衆", "動員"]),
        ("大衆 動員", 9, ["大衆 動員"]),
        ("a 大衆動員", 5, ["a", "大衆", "動員"]),  # a long word is broken, never within a wide character
        ("10\xa0000 Modelle", 9, ["10\xa0000", "Modelle"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(st.text(st.sampled_from("ab  é動e\u0301🇻🇳कि👩\u200d⚕")), st.integers(2, 20))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    # A letter with many marks beside it may be wider; it can't be broken.
    assert all(cells.width(line) <= width or len(list(cells.clusters(line))) == 1 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
