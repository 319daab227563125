"""The order of marks in Thai, Lao and Khmer."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from viterm.marks import MISORDERED, ordered, run

MARKS = (
    "\u0e31\u0e32\u0e33\u0e35\u0e38\u0e48\u0e49\u0e4c\u0e4d\u0eb1\u0eb2\u0eb3\u0ec9\u0ecd\u0e40\u0ec0\u17c1\u17b6\u17b8"
)
stretches = st.text(MARKS, max_size=8) | st.lists(
    st.sampled_from(["\u17d2\u179a", "\u17d2\u178f", "\u17d2\u178a", "\u17d2\u1780"]), max_size=5
).map("".join)


@pytest.mark.parametrize(
    ("marks", "in_order"),
    [
        ("\u0e48\u0e35", "\u0e35\u0e48"),
        ("\u0e35\u0e48", "\u0e35\u0e48"),
        ("\u0e4d\u0e49\u0e32", "\u0e49\u0e33"),
        ("\u0e49\u0e4d\u0e32", "\u0e49\u0e33"),
        ("\u0e33\u0e49", "\u0e49\u0e33"),
        ("\u0e49\u0e32", "\u0e49\u0e32"),
        ("\u0e40\u0e40", "\u0e41"),
        ("\u0ec9\u0ecd\u0eb2", "\u0ec9\u0eb3"),
        ("\u0ecd\u0ec8", "\u0ecd\u0ec8"),  # no aa behind it
        ("\u17d2\u179a\u17d2\u178f", "\u17d2\u178f\u17d2\u179a"),
        ("\u17d2\u178a", "\u17d2\u178f"),
        ("\u17c1\u17b8", "\u17be"),
        ("", ""),
    ],
)
def test_the_order_of_marks(marks: str, in_order: str) -> None:
    assert ordered(marks) == in_order


@given(stretches)
def test_what_is_in_order_stays(marks: str) -> None:
    once = ordered(marks)
    assert ordered(once) == once
    assert not regex.search(MISORDERED, once)
    assert (once == marks) is (regex.search(MISORDERED, marks) is None)


def test_a_run_takes_in_what_is_not_seen() -> None:
    found = regex.findall(run(r"\u200b"), "ก\u0e4d\u200b\u0e49าข\u0e40\u200b\u0e40")
    assert found == ["\u0e4d\u200b\u0e49า", "\u0e40\u200b\u0e40"]
