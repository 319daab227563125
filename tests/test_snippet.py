"""Source lines in a window. `[ ]` marks the span in a text, `⟦ ⟧` the marked part of what is shown."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import document
from viterm.report import cells
from viterm.report.snippet import MIN_WIDTH, Row, snippet

LONG = (
    "Im vergangenen Jahr hat die Provinz mehr als tausend Modelle der [geschickten Massenmobilisierung] aufgebaut, "
    "die in allen Gemeinden zur Verbesserung der Lebensbedingungen beitragen."
)


def shown(text: str, width: int = 40) -> list[str]:
    """The rows for a text whose span stands in brackets, as `number: before⟦marked⟧after`."""
    start, end = text.index("["), text.index("]") - 1
    rows = snippet(document(text.replace("[", "").replace("]", "")), start, end, width)
    return [f"{row.number}: {row.before}⟦{row.marked}⟧{row.after}" for row in rows]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("[a]", "1: ⟦a⟧"),
        ("vor [Massen] nach", "1: vor ⟦Massen⟧ nach"),
        ("one\r\ntwo [three] four\r\nfive", "2: two ⟦three⟧ four"),
        ("one\u2028two\x0c [three]", "1: one<U+2028>two<U+000C> ⟦three⟧"),  # no line ends
        ("    indented\t[a]\tb   ", "1: indented    ⟦a⟧    b"),
        ("a[]b", "1: a⟦⟧b"),  # an empty span points at a place
        ("[]", "1: ⟦⟧"),
        ("ab\n[]", "2: ⟦⟧"),
        ("ab [ ] cd", "1: ab  ⟦⟧ cd"),
        ("\x1bc[red] \u202eevil", "1: <U+001B>c⟦red⟧ <U+202E>evil"),
    ],
)
def test_a_line_that_fits_is_shown_whole(text: str, row: str) -> None:
    assert shown(text) == [row]


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (30, "1: … ⟦geschickten Massenmobilisie…⟧"),
        (40, "1: … ⟦geschickten Massenmobilisierung⟧ …"),
        (60, "1: … Modelle der ⟦geschickten Massenmobilisierung⟧ aufgebaut, …"),
        (80, "1: … tausend Modelle der ⟦geschickten Massenmobilisierung⟧ aufgebaut, die in allen …"),
    ],
)
def test_a_long_line_is_cut_at_word_edges_around_the_span(width: int, row: str) -> None:
    assert shown(LONG, width) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # what one side doesn't need, the other side gets
        (
            "Die [Massen] haben in der ganzen Provinz und weit darüber hinaus",
            "1: Die ⟦Massen⟧ haben in der ganzen Provinz …",
        ),
        ("Weit über die Grenzen der Provinz hinaus bewegt es [Massen].", "1: … der Provinz hinaus bewegt es ⟦Massen⟧."),
        # text without a cell needs no room
        (f"a[{'b' * 38}]a\u200b\u200b", f"1: a⟦{'b' * 38}⟧a\u200b\u200b"),
        (f"aa[{'b' * 38}]\u200b\u200b", f"1: aa⟦{'b' * 38}⟧"),
        # scripts without spaces are cut anywhere
        (
            "全国の各級民運部門は党中央の決議を実施するため[熟練した大衆動員]模倣運動を通じて農村地域の住民の生活を",
            "1: …施するため⟦熟練した大衆動員⟧模倣運動を通…",
        ),
        # a long word is torn, a short one never
        (
            "Donaudampfschifffahrtsgesellschaftskapitän[Massen]Rindfleischetikettierung",
            "1: …llschaftskapitän⟦Massen⟧Rindfleischetike…",
        ),
    ],
)
def test_how_a_line_is_cut(text: str, row: str) -> None:
    assert shown(text) == [row]


def test_letters_keep_their_marks_where_a_line_is_cut() -> None:
    text = unicodedata.normalize("NFD", "ếởữậỗ" * 40)
    (row,) = snippet(document(text), 300, 303, 20)
    for part in (row.before[1:], row.marked, row.after[:-1]):
        assert len(part) % 3 == 0  # letter, hat, accent
        assert not cells.joins(part[0])


def test_a_span_never_tears_a_letter_from_its_mark() -> None:
    assert snippet(document("be\u0301a"), 2, 3, 20) == (Row(1, "b", "e\u0301", "a"),)
    assert snippet(document("be\u0301a"), 1, 2, 20) == (Row(1, "b", "e\u0301", "a"),)
    assert snippet(document("be\xad\u0301a"), 1, 2, 20) == (Row(1, "b", "e\u0301", "a"),)  # soft hyphen between them


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("- der [geschickten\n  Massenmobilisierung] in", ["1: - der ⟦geschickten⟧", "2: ⟦Massenmobilisierung⟧ in"]),
        ("[a\r\nb]", ["1: ⟦a⟧", "2: ⟦b⟧"]),
        ("x [a\nb\nc\nd] y", ["1: x ⟦a⟧", "4: ⟦d⟧ y"]),  # what lies between is left out
        ("x[\na] y", ["2: ⟦a⟧ y"]),  # a line without words of the span tells nothing
        ("x [a\n]y", ["1: x ⟦a⟧"]),  # the line break alone doesn't reach the next line
        ("x[\n\n]y", ["1: x⟦⟧"]),
    ],
)
def test_a_span_over_line_ends(text: str, rows: list[str]) -> None:
    assert shown(text) == rows


@pytest.mark.parametrize(
    ("text", "start", "end", "caret"),
    [
        ("vor Massen nach", 4, 10, (4, 6)),
        ("「大衆動員」は", 1, 5, (2, 8)),
        (unicodedata.normalize("NFD", "thể dân vận khéo"), 6, 10, (4, 3)),
        ("👩‍⚕️ Massen", 5, 11, (3, 6)),
        ("\tx\ty", 3, 4, (5, 1)),
        ("ab", 1, 1, (1, 1)),  # an empty span still gets a caret
    ],
)
def test_caret(text: str, start: int, end: int, caret: tuple[int, int]) -> None:
    (row,) = snippet(document(text), start, end, 40)
    assert row.caret == caret


LINES = st.text(
    st.sampled_from("abcdefg  .,é動員กี\u0301\u0323\u200d\u200b👩⚕\ufe0f🇻🇳🏽ि\t\x1b\u202e\xad\ud800\u2028\n\r"),
    max_size=400,
)


@given(st.one_of(LINES, st.text()), st.data(), st.integers(MIN_WIDTH, 60))
def test_rows_fit_and_carets_stand_under_the_span(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    rows = snippet(document(text), start, end, width)
    assert 1 <= len(rows) <= 2
    for row in rows:
        indent, length = row.caret
        assert cells.width(row.before + row.marked + row.after) <= width
        assert indent == cells.width(row.before)
        assert length == (cells.width(row.marked) or 1)
        assert indent + length <= width
        for part in (row.before, row.after):
            assert not any(cells.joins(after) for cut, after in pairwise(part) if cut == "…")


@pytest.mark.parametrize("filler", ["x", " ", "\u0301", "\u200b", "é"])
def test_only_what_can_come_into_view_counts(filler: str) -> None:
    around = filler * 10_000
    (row,) = snippet(document(f"a{around}b{around}c"), 10_001, 10_002, 40)
    assert len(row.before + row.marked + row.after) < 200
    assert cells.width(row.before + row.marked + row.after) <= 40
