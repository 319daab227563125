"""Which of several overlapping occurrences count. Each row of a picture is one occurrence."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viterm.findings import Occurrence, Status, Via
from viterm.overlaps import without_overlapped

STATUS: dict[str, Status] = {"a": "approved", "v": "variant", "u": "untranslated", "f": "forbidden"}


def occurrence(
    start: int, end: int, concept: str, status: Status, via: Via = Via.EXACT, rendering: str = ""
) -> Occurrence:
    return Occurrence(start, end, concept, concept, "", rendering, "de", status, via)


def pictured(picture: str) -> list[Occurrence]:
    """`X: ..aaa` is an approved rendering of the concept X from 2 to 5."""
    found = []
    for row in picture.split("|"):
        concept, marks = row.strip().split(": ")
        bare = marks.lstrip(".")
        found.append(occurrence(len(marks) - len(bare), len(marks), concept, STATUS[bare[0]]))
    return found


@pytest.mark.parametrize(
    ("picture", "kept"),
    [
        # apart, touching, across concepts: all count
        ("X: aa | X: ...aa", "X: aa | X: ...aa"),
        ("X: aa | X: ..aa", "X: aa | X: ..aa"),
        ("X: aaaa | Y: ..aaaa", "X: aaaa | Y: ..aaaa"),
        # the longest match wins
        ("X: aaaa | X: aa", "X: aaaa"),
        ("X: aaaa | Y: .aa", "X: aaaa"),
        ("X: vvvv | Y: ..vv", "X: vvvv"),
        ("X: ffff | Y: ..aa", "X: ffff"),
        # a worse one inside a longer one that is not right itself is not silent
        ("X: vvvv | Y: .ff", "X: vvvv | Y: .ff"),
        ("X: vvvv | X: .ff", "X: vvvv | X: .ff"),
        ("X: uuuu | Y: ff", "X: uuuu | Y: ff"),
        # an approved one has room for nothing
        ("X: aaaa | Y: .ff", "X: aaaa"),
        # one span: all concepts, each once
        ("X: aaa | Y: aaa", "X: aaa | Y: aaa"),
        ("X: aaa | Y: fff", "X: aaa | Y: fff"),
        ("X: aaa | X: fff", "X: aaa"),
        ("X: aaa | Y: uuu", "X: aaa"),
        ("X: uuu | Y: uuu", "X: uuu | Y: uuu"),
        # crossing occurrences of one concept: the longer, or else the first
        ("X: aaa | X: ..aaaa", "X: ..aaaa"),
        ("X: aaaa | X: ..aaa", "X: aaaa"),
        ("X: aaa | X: .aaa", "X: aaa"),
        ("X: fff | X: ..aaaa", "X: ..aaaa"),
        ("X: aaaaaaaa | X: .....ffff", "X: aaaaaaaa"),
        # what the earlier lacks, an approved one has that goes on behind it; not what a later one has in front
        ("X: ffffff | X: ....aaaa", "X: ....aaaa"),
        ("X: aaaa | X: ..ffffff", "X: ..ffffff"),
        ("X: vvvvvv | Y: ....aaaa", "X: vvvvvv | Y: ....aaaa"),
    ],
)
def test_what_a_longer_one_silences(picture: str, kept: str) -> None:
    assert without_overlapped(reversed(pictured(picture))) == pictured(kept)


def test_nothing_at_all() -> None:
    assert without_overlapped([]) == []


def test_of_two_renderings_of_one_concept_on_one_span_the_better_evidence_counts() -> None:
    guessed = occurrence(0, 4, "X", "approved", Via.GUESSED, "guessed")
    exact = occurrence(0, 4, "X", "forbidden", Via.EXACT, "exact")
    assert without_overlapped([guessed, exact]) == [exact]


def test_of_two_listed_spellings_the_one_that_stands_there_counts() -> None:
    british, american = (
        replace(occurrence(0, 12, "X", "approved", rendering=spelling), found="Mobilization")
        for spelling in ("mobilisation", "mobilization")
    )
    assert without_overlapped([british, american]) == without_overlapped([american, british]) == [american]


def test_of_equal_evidence_the_right_one_counts() -> None:
    wrong, right = occurrence(0, 4, "X", "forbidden"), occurrence(0, 4, "X", "approved")
    assert without_overlapped([wrong, right]) == [right]


@pytest.mark.parametrize(
    ("inner", "outer", "speaks"),
    [
        (Via.EXACT, Via.EXACT, True),
        (Via.INFLECTED, Via.EXACT, True),
        (Via.COMPOUND, Via.EXACT, False),
        (Via.COMPOUND, Via.COMPOUND, False),
        (Via.COMPOUND, Via.GUESSED, True),
        (Via.GUESSED, Via.EXACT, True),
    ],
)
def test_a_part_of_a_word_does_not_speak_against_a_known_term(inner: Via, outer: Via, speaks: bool) -> None:
    term, part = occurrence(0, 20, "X", "variant", outer), occurrence(8, 20, "Y", "forbidden", inner)
    assert without_overlapped([term, part]) == ([term, part] if speaks else [term])


many = st.lists(
    st.builds(
        lambda start, length, concept, status, via: occurrence(start, start + length, concept, status, via),
        st.integers(0, 12),
        st.integers(1, 8),
        st.sampled_from("XYZ"),
        st.sampled_from(list(STATUS.values())),
        st.sampled_from(Via),
    ),
    max_size=12,
)


@given(many)
def test_the_result_is_a_sorted_part_whatever_the_order(occurrences: list[Occurrence]) -> None:
    kept = without_overlapped(occurrences)
    assert set(kept) <= set(occurrences)
    assert len(set(kept)) == len(kept)
    assert [one.start for one in kept] == sorted(one.start for one in kept)
    assert without_overlapped(reversed(occurrences)) == kept


@given(many)
def test_two_of_one_concept_never_share_or_cross_a_span(occurrences: list[Occurrence]) -> None:
    for one, other in combinations(without_overlapped(occurrences), 2):
        if one.concept == other.concept and other.start < one.end:
            assert (one.start, one.end) != (other.start, other.end)
            assert other.end <= one.end
            assert one.status != "approved"


@given(many)
def test_nothing_is_left_inside_an_approved_one(occurrences: list[Occurrence]) -> None:
    for one, other in combinations(without_overlapped(occurrences), 2):
        if one.status == "approved" and one.start <= other.start and other.end <= one.end:
            assert (one.start, one.end) == (other.start, other.end)


@given(many)
def test_a_second_pass_changes_nothing(occurrences: list[Occurrence]) -> None:
    kept = without_overlapped(occurrences)
    assert without_overlapped(kept) == kept
