"""Words in a folded text: neighbours, whole words, and what may lie between two words of a term."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viterm.words import Span, WordText

texts = st.text(st.sampled_from("ab'- \n\r\t,.(1é大กü\u0301"), max_size=20)


def words(text: str, *, apostrophe: bool = False) -> WordText:
    return WordText(text, apostrophe_in_words=apostrophe)


GAPS = [
    # what may lie between two words of a term
    (" ", True),
    ("   ", True),
    ("\t", True),
    ("\n", True),
    ("\r", True),
    ("\r\n", True),
    ("  \r\n\t", True),
    ("-", True),
    (" -", True),
    ("- ", True),
    (" - ", True),
    ("-\n", True),
    ("\n-", True),
    ("'", True),
    # what may not
    ("\n\n", False),
    ("\n \n", False),
    ("\r\r", False),
    ("\r\n\r\n", False),
    (",", False),
    (", ", False),
    (". ", False),
    (" (", False),
    (" „", True),
    ("” ", True),
    ("„", False),
    (" « ", True),
    ("\n„", True),
    ("”\r\n", True),
    ("\n\n„", False),
    (" » ", True),
    ("” „", False),
    ("/", False),
    (" – ", False),
    (" and ", False),
    ("\u2028", False),
]


@pytest.mark.parametrize(("gap", "joins"), GAPS, ids=repr)
def test_what_may_lie_between_two_words(gap: str, joins: bool) -> None:
    text = f"mass{gap}work"
    at = len(text) - 4
    after, before = words(text).after(4, ""), words(text).before(at, "")
    assert (after is not None and after.word == "work" and after.span == (at, at + 4)) is joins
    assert (before is not None and before.word == "mass" and before.span == (0, 4)) is joins


@pytest.mark.parametrize(
    ("gap", "between", "joins"),
    [
        (",", ", ", True),
        (",", " ,\n", True),
        (",", " ", False),
        (",", ";", False),
        ("(", " (", True),
        ("(", "(\r\n", True),
        ("(", "", False),
        ("/", " / ", True),
        ("/", "//", False),
        (".", ".", True),
        (".", "a", False),  # a point is a point, not any character
    ],
)
def test_punctuation_of_the_term_itself_must_stand_there(gap: str, between: str, joins: bool) -> None:
    text = f"mass{between}work"
    assert (words(text).after(4, gap) is not None) is joins
    assert (words(text).before(len(text) - 4, gap) is not None) is joins


@pytest.mark.parametrize(
    ("text", "joins"),
    [
        ("d' mass", True),
        ("d'\nmass", True),
        ("qu' mass", True),
        ("dell' mass", True),
        ("jusqu' mass", True),
        ("d 'mass", False),
        ("d' 'mass", False),
        ("d'\n\nmass", False),
        ("big' mass", False),
        ("bd ' mass", False),
    ],
)
def test_a_stray_blank_behind_an_elided_word(text: str, joins: bool) -> None:
    first = text.partition("'")[0].strip()
    assert (words(text).after(len(first), "") is not None) is joins
    before = words(text).before(text.index("mass"), "")
    assert (before is not None and before.word == first) is joins


@pytest.mark.parametrize(
    ("text", "joins"),
    [("mass'in work", True), ("mass'in\nwork", True), ("mass'inx work", False), ("mass'in, work", False)],
)
def test_an_ending_that_stands_apart(text: str, joins: bool) -> None:
    after, before = words(text).after(4, "", "'in"), words(text).before(len(text) - 4, "", "'in")
    assert (after is not None and after.word == "work") is joins
    assert (before is not None and before.word == "mass") is joins


@pytest.mark.parametrize("text", ["", "mass", "mass ", " mass.", "…"])
def test_at_the_edges_of_a_text_there_is_no_neighbour(text: str) -> None:
    assert words(text).before(0, "") is None
    assert words(text).after(len(text), "") is None


@pytest.mark.parametrize(
    ("marked", "apostrophe", "whole"),
    [
        ("die |Massen|mobilisierung", False, "Massenmobilisierung"),
        ("Volks|komitee|, x", False, "Volkskomitee"),
        ("a |b| c", False, "b"),
        ("x|12|y", False, "x12y"),
        ("e\u0301|tat|s\u0308 x", False, "e\u0301tats\u0308"),
        ("l'|état|", False, "état"),
        ("п'|ять|", False, "ять"),
        ("п'|ять|", True, "п'ять"),
        ("|в|'єтнаму", True, "в'єтнаму"),
        ("'|слово|'", True, "слово"),
        ("a-|b|-c", False, "b"),
        # a script without blanks ends a word of another
        ("大|abc|衆", False, "abc"),
        ("กา|abc|", False, "abc"),
    ],
)
def test_the_whole_word_around_a_place(marked: str, apostrophe: bool, whole: str) -> None:
    before, inner, after = marked.split("|")
    text = before + inner + after
    start, end = words(text, apostrophe=apostrophe).around(len(before), len(before) + len(inner))
    assert text[start:end] == whole


@pytest.mark.parametrize(
    ("text", "apostrophe", "expected"),
    [
        ("die qualifizierte, kluge Arbeit!", False, ["die", "qualifizierte", "kluge", "Arbeit"]),
        ("l'émulation", False, ["l", "émulation"]),
        ("в'єтнам 'слово'", True, ["в'єтнам", "слово"]),
        ("12-CT/TU", False, ["12", "CT", "TU"]),
        ("大衆abc動員", False, ["abc"]),
        ("", False, []),
    ],
)
def test_the_words_of_a_stretch(text: str, apostrophe: bool, expected: list[str]) -> None:
    assert words(text, apostrophe=apostrophe).words(0, len(text)) == expected


def test_a_stretch_cuts_words_and_may_begin_before_the_text() -> None:
    assert words("mass work").words(-5, 7) == ["mass", "wo"]


@given(texts, st.booleans(), st.sampled_from(["", ",", "("]))
def test_neighbours_see_each_other(text: str, apostrophe: bool, gap: str) -> None:
    """A word whose next word is that one is that one's previous word."""
    cut = words(text, apostrophe=apostrophe)
    for end in range(len(text) + 1):
        after = cut.after(end, gap)
        if after is None:
            continue
        assert text[slice(*after.span)] == after.word
        before = cut.before(after.span.start, gap)
        assert before is None or before.span.end <= after.span.start


@given(texts, st.booleans(), st.data())
def test_around_is_idempotent_and_covers_the_place(text: str, apostrophe: bool, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cut = words(text, apostrophe=apostrophe)
    whole = cut.around(start, end)
    assert whole.start <= start <= end <= whole.end
    assert cut.around(*whole) == whole
    assert cut.around(start, end) is whole  # looked at once


def test_a_span_is_a_pair() -> None:
    assert Span(1, 2) == (1, 2)
