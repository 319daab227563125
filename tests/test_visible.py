"""Text from files can't command the terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viterm.report.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("dân vận khéo", "dân vận khéo"),
        ("a\tb", "a    b"),
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("a\r\nb", "a<U+000D><U+000A>b"),
        ("\x9b0m", "<U+009B>0m"),  # C1: a terminal command in one character
        ("\x7f", "<U+007F>"),
        ("abc\u202ecba", "abc<U+202E>cba"),
        ("\u2067\u2069\u200e\u200f\u061c", "<U+2067><U+2069><U+200E><U+200F><U+061C>"),
        ("a\u2028b", "a<U+2028>b"),
        ("\udce9.txt", "<U+DCE9>.txt"),  # a file name that is not UTF-8
        ("Massen\xadmobilisierung", "Massenmobilisierung"),
        # near misses: what writing systems need stays
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d⚕\ufe0f", "👩\u200d⚕\ufe0f"),
        ("a\xa0b", "a\xa0b"),
        ("التعبئة", "التعبئة"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_nothing_harmful_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in shown)
    assert not any(unicodedata.bidirectional(char) in {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI"} for char in shown)
    assert visible(shown) == shown
