"""Scoring inflected terms: which rows count as found, what the figures mean, and how what went wrong is sorted."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from inflection_kinds import FALSE_FINDS, MISSES, Reasons
from inflection_rows import Row, read_rows
from inflection_score import Score, mean_and_lowest, recognise
from page import replace_section
from viterm.forms import Origin, WordForms
from viterm.languages import Language


def row(term: str, form: str, *, expected: bool = True) -> Row:
    return Row("en", term, form, expected, "inflected" if expected else "near", "N" if " " not in term else "AN")


def test_rows_are_read_by_language_without_terms_that_no_dictionary_would_have(tmp_path: Path) -> None:
    data = tmp_path / "rows.jsonl"
    fields = {"expected": True, "kind": "inflected", "pos": "N"}
    lines = [
        {"lang": "sv", "term": "bok", "form": "böcker", **fields, "citation": True},
        {"lang": "sv", "term": "böcker", "form": "bok", **fields, "citation": False},
        {"lang": "de", "term": "Buch", "form": "Bücher", **fields, "citation": None},
    ]
    data.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert {tag: [one.term for one in rows] for tag, rows in read_rows([data]).items()} == {
        "de": ["Buch"],
        "sv": ["bok"],
    }
    assert list(read_rows([data], ["sv"])) == ["sv"]


def test_a_term_counts_as_found_where_it_covers_the_whole_form() -> None:
    rows = [
        row("public meeting", "public meetings"),
        row("public meeting", "public meetings today"),
        row("public meeting", "public metering", expected=False),
        row("meeting", "meetings"),
        row("house", "public meetings"),
    ]
    assert recognise(rows, "en").found == {0, 3}


def test_phrases_and_single_nouns_are_scored_apart() -> None:
    result = recognise([row("public meeting", "public meetings"), row("meeting", "house")], "en")
    phrases, nouns = result.score(single=False), result.score(single=True)
    assert phrases
    assert nouns
    assert (str(phrases.inflected), str(nouns.inflected)) == ("1/1 (100.0 %)", "0/1 (0.0 %)")
    assert result.wrong() == [row("meeting", "house")]
    assert recognise([row("meeting", "meetings")], "en").score(single=False) is None


def test_precision_and_recall_leave_composed_forms_out() -> None:
    score = Score(
        right=Counter({"exact": 5, "inflected": 3, "composed": 1, "near": 6, "swap": 2}),
        wrong=Counter({"inflected": 2, "composed": 9, "near": 1, "swap": 1}),
    )
    assert (score.precision, score.recall) == (0.8, 0.8)
    assert score.f1 == pytest.approx(0.8)
    assert [str(share) for share in (score.inflected, score.composed, score.false_finds)] == [
        "3/5 (60.0 %)", "1/10 (10.0 %)", "2/10 (20.0 %)",
    ]  # fmt: skip
    nothing = Score(Counter(), Counter({"exact": 4}))
    assert (nothing.f1, str(nothing.composed)) == (0.0, "–")
    mean, lowest = mean_and_lowest([score, nothing])
    assert mean == pytest.approx(0.4)
    assert lowest == pytest.approx(0)


def reasons(others: dict[str, set[str]], *, noun_capitals: bool = False, **forms: dict[str, Origin]) -> Reasons:
    """What words are judged by: each word's forms besides itself."""
    all_forms = {word: WordForms({word.lower(): "written", **found}, known=True) for word, found in forms.items()}
    expected = {("Fluss", "Flüsse")}
    return Reasons(Language("fr", "", noun_capitals=noun_capitals), all_forms, others, expected)


MISSED = [
    ("docteur", "docteur en droit", "words"),
    ("docteur", "l'docteur", "words"),
    ("docteur", "dr", "short"),
    ("docteur", "doc.", "short"),
    ("docteur", "doc", "ending"),
    ("docteur", "docte", "ending"),
    ("docteur", "docteuse", "apart"),
    ("docteur", "doctrine", "another"),
    ("docteur", "dócteurs", "accent"),
    ("docteur", "docetur", "letter"),
    ("docteur", "docetr", "ending"),
    ("docteur", "docteurement", "ending"),
    ("docteur", "médecin", "stem"),
    ("du docteur", "d'docteur", "elision"),
    ("du docteur", "du médecin", "stem"),
]


@pytest.mark.parametrize(("term", "form", "kind"), MISSED)
def test_misses_are_sorted_by_the_first_word_that_fits_no_form(term: str, form: str, kind: str) -> None:
    known = reasons(
        {"docteur": {"doctrine"}},
        docteur={"docteurs": "dictionary", "docteuse": "apart"},
        du={"de": "dictionary"},
    )
    assert known.kind(row(term, form)) == kind


def test_a_form_that_only_lacks_its_capital_is_told_where_nouns_have_one() -> None:
    forms: dict[str, Origin] = {"märkte": "dictionary"}
    assert reasons({}, noun_capitals=True, Markt=forms).kind(row("Markt", "märkte")) == "case"
    assert reasons({}, noun_capitals=False, Markt=forms).kind(row("Markt", "märkte")) == "rest"


FOUND = [
    ("Fluss", "Flüsse", "both"),
    ("Fluss", "fluss", "written"),
    ("Fluss", "Flusses", "dictionary"),
    ("Fluss", "Flussi", "ending"),
    ("Fluss Fluss", "Flussi Flusses", "ending"),
    ("Fluss", "Meer", "unknown"),
]


@pytest.mark.parametrize(("term", "form", "kind"), FOUND)
def test_false_finds_are_sorted_by_the_origin_of_the_form_that_is_least_sure(term: str, form: str, kind: str) -> None:
    known = reasons({}, Fluss={"flusses": "dictionary", "flussi": "ending", "flüsse": "dictionary"})
    assert known.kind(row(term, form, expected=False)) == kind


def test_every_kind_has_a_case_above() -> None:
    assert {kind for _, _, kind in MISSED} | {"case", "rest"} == set(MISSES)
    assert {kind for _, _, kind in FOUND} <= set(FALSE_FINDS)


def test_a_section_of_a_page_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Ours.\n<!-- begin a -->\nold\n<!-- end a -->\nOurs too.\n", encoding="utf-8")
    for _ in range(2):
        replace_section(page, "a", "\nnew\n")
        expected = "Ours.\n<!-- begin a -->\n\nnew\n\n<!-- end a -->\nOurs too.\n"
        assert page.read_text(encoding="utf-8") == expected
    with pytest.raises(ValueError, match="begin b"):
        replace_section(page, "b", "new")
