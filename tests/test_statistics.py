"""How often each rendering is used: what is counted, in which order, and that no file is kept for it."""

from __future__ import annotations

import json
import weakref
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import document, occurrence
from viterm.errors import UserError
from viterm.findings import Occurrence, Status
from viterm.report import FORMATS, FileReport, Options
from viterm.report.statistics import statistics_writer
from viterm.statistics import counted

PREFERRED, OTHER = "geschickte Massenmobilisierung", "kluge Massenmobilisierung"


def used(
    rendering: str, status: Status = "approved", concept: str = "dan-van-kheo", language: str = "de"
) -> Occurrence:
    one = occurrence(0, 1, rendering, status, concept=concept, language=language)
    return replace(one, approved=(PREFERRED, OTHER))


def file(*occurrences: Occurrence, language: str = "de") -> FileReport:
    return FileReport(document("", language=language), occurrences=occurrences)


def test_the_counts_of_renderings_over_files() -> None:
    statistics = counted(
        [
            file(used(OTHER), used("falsch", "forbidden"), used(OTHER)),
            file(),
            file(used(PREFERRED), used(OTHER), used("skilled", "untranslated", language="en")),
        ]
    )
    assert (statistics.files, statistics.files_hit, statistics.count, statistics.preferred) == (3, 2, 6, 1)
    (concept,) = statistics.concepts
    assert [(use.rendering, use.status, use.preferred, use.count, use.files) for use in concept.uses] == [
        (PREFERRED, "approved", True, 1, 1),
        (OTHER, "approved", False, 3, 2),
        ("falsch", "forbidden", False, 1, 1),
        ("skilled", "untranslated", False, 1, 1),
    ]


def test_concepts_in_order_of_language_then_frequency_then_name() -> None:
    statistics = counted(
        [
            file(used("x", concept="b"), language="fr"),
            file(used("x", concept="c"), used("x", concept="a"), used("x", concept="d"), used("x", concept="d")),
        ]
    )
    assert [(use.language, use.concept) for use in statistics.concepts] == [
        ("de", "d"),
        ("de", "a"),
        ("de", "c"),
        ("fr", "b"),
    ]


def test_one_word_in_two_statuses_is_two_renderings() -> None:
    (concept,) = counted([file(used("Dienst", "variant"), used("Dienst", "forbidden"))]).concepts
    assert [(use.status, use.count) for use in concept.uses if use.count] == [("variant", 1), ("forbidden", 1)]


def test_a_forbidden_rendering_with_the_letters_of_the_preferred_one_is_not_preferred() -> None:
    (concept,) = counted([file(used(PREFERRED, "forbidden"))]).concepts
    assert [(use.status, use.preferred, use.count) for use in concept.uses] == [
        ("approved", True, 0),
        ("forbidden", False, 1),
    ]


occurrences = st.builds(
    used,
    st.sampled_from([PREFERRED, OTHER, "c", "d"]),
    st.sampled_from(get_args(Status)),
    st.sampled_from(["a", "b"]),
)
files = st.lists(st.builds(lambda some, tag: file(*some, language=tag), st.lists(occurrences), st.sampled_from("xy")))


@given(files)
def test_every_occurrence_counts_once_and_the_shares_of_a_concept_are_one_whole(reports: list[FileReport]) -> None:
    statistics = counted(reports)
    found = Counter((r.document.language, o.concept, o.status, o.rendering) for r in reports for o in r.occurrences)
    assert found == Counter(
        {
            (concept.language, concept.concept, use.status, use.rendering): use.count
            for concept in statistics.concepts
            for use in concept.uses
            if use.count
        }
    )
    for concept in statistics.concepts:
        assert sum(concept.share(use) for use in concept.uses) == pytest.approx(1)
        assert sum(use.preferred for use in concept.uses) == 1


@given(files)
def test_the_order_of_the_files_changes_nothing(reports: list[FileReport]) -> None:
    assert counted(reversed(reports)) == counted(reports)


class Places(list[Occurrence]):
    """Occurrences of which one can tell whether somebody still has them."""


def test_no_file_is_kept() -> None:
    seen: list[weakref.ref[Places]] = []

    def reports() -> Iterator[FileReport]:
        for _ in range(5):
            places = Places([used(PREFERRED)])
            seen.append(weakref.ref(places))
            yield FileReport(document(""), occurrences=places)
            del places
            # The last one is still in the hands of whoever took it.
            assert [ref() is None for ref in seen[:-1]] == [True] * (len(seen) - 1)

    assert counted(reports()).count == 5


def test_rows_are_as_the_table() -> None:
    pieces: list[str] = []
    reports = [file(used(OTHER), used("falsch", "forbidden"))]
    statistics_writer("jsonl")(reports, pieces.append, Options("1", 1))
    rows = [json.loads(line) for line in "".join(pieces).splitlines()]
    assert [(row["rendering"], row["status"], row["preferred"], row["count"], row["share"]) for row in rows] == [
        (PREFERRED, "approved", True, 0, 0.0),
        (OTHER, "approved", False, 1, 0.5),
        ("falsch", "forbidden", False, 1, 0.5),
    ]


@pytest.mark.parametrize("name", sorted({*FORMATS} - {"text", "json", "jsonl"}))
def test_formats_that_are_about_places_have_no_statistics(name: str) -> None:
    with pytest.raises(UserError, match=f"there is no {name} of it"):
        statistics_writer(name)
