"""Counting false alarms on correct translations, and telling why a term was not found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plain_terms import compiled_terms
from wmt25 import measured
from wmt25_kinds import KINDS, by_kind, kind_of_miss
from wmt25_rows import Row, read_rows

# A language that viterm has no dictionary of: a term is found as it is written, and what is missed doesn't change.
TAG = "tl"

CASES = [
    ("Beleg", "Sie wählen ein Register.", "absent"),
    ("neuer Beleg", "Sie wählen ein neuer Register.", "partly"),
    ("Beleg", "Choose the document.", "untranslated"),
    ("Beleg", "Über BelegNeuen Namen", "joined"),
    ("Beleg", "Über MenüBeleg", "joined"),
    ("Beleg", "Das Belegregister", "inside"),
    ("Beleg", "Das Papierbeleg", "inside"),
    ("Beleg", "Viele Belege", "form"),
    ("neuer Beleg", "Beleg, neuer", "apart"),
]


@pytest.mark.parametrize(("term", "reference", "kind"), CASES)
def test_a_miss_is_told_by_what_stands_there_instead(term: str, reference: str, kind: str) -> None:
    compiled, concepts = compiled_terms([term], TAG)
    row = Row("Choose the document.", reference, {"document": term})
    assert kind_of_miss(term, row, compiled, concepts[term]) == kind


def test_every_kind_but_letter_case_has_a_case_above() -> None:
    assert {kind for _, _, kind in CASES} | {"as written"} == set(KINDS)
    assert by_kind(["form", "absent", "form"]) == f"{KINDS['absent']} 1, {KINDS['form']} 2"


def test_a_longer_term_silences_a_shorter_one_only_where_both_are_in_one_glossary() -> None:
    rows = [
        Row("a document class", "eine Klasse Beleg neu", {"document": "Beleg"}),
        Row("a class of documents", "Klasse Beleg", {"class of documents": "Klasse Beleg"}),
    ]
    result = measured(rows, TAG)
    assert (result.terms, len(result.misses), result.misses_in_all) == (2, 0, 1)


def test_terms_that_the_source_has_not_are_finds_to_be_judged() -> None:
    rows = [
        Row("Save the form.", "Formular sichern", {"save": "sichern"}),
        Row("A safe place", "sichern Ort", {"place": "Ort"}),
        Row("Saved", "sichern", {}),
    ]
    assert [row.source for row, _ in measured(rows, TAG).others] == ["A safe place"]


def test_rows_are_read_with_their_proper_terms(tmp_path: Path) -> None:
    line = {"en": "Save.", "de": "Sichern.", "proper": {"save": "sichern"}, "random": {"Save": "Sichern"}}
    (tmp_path / "full_data.ende.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert read_rows(tmp_path, "de") == [Row("Save.", "Sichern.", {"save": "sichern"})]
