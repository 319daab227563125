"""How wide text is in a terminal, and where it may be cut."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viterm.report import cells

ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]))


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Massen", 6),
        ("»geschickt«", 11),
        ("khéo", 4),
        (unicodedata.normalize("NFD", "khéo"), 4),
        (unicodedata.normalize("NFD", "ậ"), 1),  # two marks on one letter
        ("大衆動員", 8),
        ("ｶﾀｶﾅ", 4),  # half-width katakana
        ("ＡＢ", 4),  # full-width Latin
        ("각", 2),
        (unicodedata.normalize("NFD", "각"), 2),
        ("\u1161", 0),  # its vowel alone
        ("क", 1),
        ("कि", 2),  # the vowel stands beside its consonant
        ("कु", 1),  # the vowel stands below it
        ("हिन्दी", 5),
        ("ไทย", 3),
        ("กี่", 1),
        ("می\u200cخواهم", 7),  # the joiner takes no cell
        ("\u200b", 0),
        ("\u0601", 1),  # a format character that prints
        ("🙂", 2),
        ("🤝🏽", 2),  # a skin tone
        ("👩‍⚕️", 2),  # joined by ZWJ
        ("🧑‍🤝‍🧑", 2),
        ("❤", 1),
        ("❤\ufe0f", 2),  # the same, asked for as an emoji
        ("1\ufe0f\u20e3", 2),  # a key cap
        ("🇻🇳", 2),
        ("🇻🇳🇩🇪", 4),
    ],
)
def test_width(text: str, width: int) -> None:
    assert cells.width(text) == width


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("ab", ["a", "b"]),
        ("a\u0301b", ["a\u0301", "b"]),
        ("\u0301b", ["\u0301", "b"]),  # a mark without a letter
        ("हिन्दी", ["हि", "न्", "दी"]),
        ("क्‍ष", ["क्\u200d", "ष"]),  # ZWJ between letters shapes, but doesn't make one of two
        ("👩‍⚕️!", ["👩‍⚕️", "!"]),
        ("a🏽", ["a", "🏽"]),  # a skin tone on no emoji
        ("🇻🇳🇩🇪🇫", ["🇻🇳", "🇩🇪", "🇫"]),
        ("대\u1100\u1161\u11a8", ["대", "\u1100\u1161\u11a8"]),
    ],
)
def test_clusters(text: str, parts: list[str]) -> None:
    assert [cluster.text for cluster in cells.clusters(text)] == parts


@pytest.mark.parametrize(("char", "joins"), [("\u0301", True), ("ि", True), ("\u200d", True), ("a", False), ("ี", True)])
def test_joins(char: str, *, joins: bool) -> None:
    assert cells.joins(char) is joins


@given(ANY_TEXT)
def test_clusters_lose_nothing_and_add_up(text: str) -> None:
    parts = list(cells.clusters(text))
    assert "".join(part.text for part in parts) == text
    assert sum(part.cells for part in parts) == cells.width(text)


@given(ANY_TEXT)
def test_a_cluster_never_starts_with_a_mark_but_at_the_start(text: str) -> None:
    assert not any(cells.joins(part.text[0]) for part in list(cells.clusters(text))[1:])


@given(ANY_TEXT, ANY_TEXT)
def test_joining_texts_never_takes_more_than_each(left: str, right: str) -> None:
    # An emoji sign at the very start belongs to nothing, but widens what is put before it.
    if not right.startswith("\ufe0f"):
        assert cells.width(left + right) <= cells.width(left) + cells.width(right)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_categories=["Cc"])))
def test_latin_letters_take_one_cell_each(text: str) -> None:
    assert cells.width(text) == len(text)
