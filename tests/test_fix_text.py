"""Fixing a text: what changes, what stays, and what is not written."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossaries import compiled, concept
from viterm.document import Document
from viterm.find import Finder
from viterm.findings import Edit, Finding, Proposal, Severity, Via
from viterm.fix.diff import diff
from viterm.fix.edits import apply, fixable
from viterm.fix.settle import settled
from viterm.lint import Settings, lint
from viterm.reading import make_document, parse

KHEO = {"approved": ["geschickte Massenmobilisierung"], "variant": ["kluge Massenmobilisierung", "Volksbewegung"]}


@cache
def finder() -> Finder:
    return Finder(compiled("de", concept("dân vận khéo", {"de": KHEO})))


def document(text: str, path: str) -> Document:
    return make_document(text, parse(text, path), shown=path, language="de")


def fixed(text: str, path: str = "a.md", *, unsafe: bool = False) -> str:
    def findings(one: Document) -> list[Finding]:
        return lint(one, finder().find(one), Settings(names=()))

    def reread(one: Document, new: str) -> Document:
        return document(new, one.path)

    return settled(document(text, path), findings, reread, unsafe=unsafe).document.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die **kluge Massenmobilisierung** hier", "Die **geschickte Massenmobilisierung** hier"),
        ("> die kluge\n> Massenmobilisierung", "> die geschickte\n> Massenmobilisierung"),
        ("- die kluge\r\n  Massenmobilisierung\r\n", "- die geschickte\r\n  Massenmobilisierung\r\n"),
        ("[kluge Massenmobilisierung](kluge Massenmobilisierung)", None),
        ("[kluge Massenmobilisierung](<a b>)", "[geschickte Massenmobilisierung](<a b>)"),
        ("| kluge Massenmobilisierung | x |\n|---|---|", "| geschickte Massenmobilisierung | x |\n|---|---|"),
        ("<p>kluge Massenmobilisierung</p>", "<p>geschickte Massenmobilisierung</p>"),
        ("kluge Massen&shy;mobilisierung", "geschickte Massen&shy;mobilisierung"),
        ("kluge&nbsp;Massenmobilisierung", "geschickte&nbsp;Massenmobilisierung"),
    ],
)
def test_markup_stays(text: str, expected: str | None) -> None:
    made = fixed(text, unsafe=True)
    assert made == (expected or text.replace("kluge", "geschickte"))


@pytest.mark.parametrize(
    "text",
    [
        "`kluge Massenmobilisierung`",
        "```\nkluge Massenmobilisierung\n```",
        "---\ntitle: kluge Massenmobilisierung\n---\n",
        "<!-- kluge Massenmobilisierung -->",
        "<https://example.org/kluge Massenmobilisierung>",
        "kl*ug*e Massenmobilisierung",
        "kl&uuml;ge Massenmobilisierung",
    ],
)
def test_what_is_no_prose_stays(text: str) -> None:
    without_link = text.replace("<https://example.org/kluge Massenmobilisierung>", "<https://example.org/kluge>")
    assert fixed(without_link, unsafe=True) == without_link


@pytest.mark.parametrize("text", ["Die *kluge* Massenmobilisierung", "Die kluge&nbsp;Massenmobilisierung"])
def test_a_term_with_markup_in_it_is_no_safe_fix(text: str) -> None:
    assert fixed(text) == text
    assert fixed(text, unsafe=True) == text.replace("kluge", "geschickte")


def test_a_term_whose_words_are_marked_up_apart_is_never_written_as_another_number_of_words() -> None:
    text = "Die *Volks*bewegung"
    assert fixed(text, unsafe=True) == text


def finding(start: int, end: int, text: str, *, severity: Severity = Severity.ERROR, doubt: str = "") -> Finding:
    proposal = Proposal("r", text, Edit(start, end, text), doubt)
    return Finding(start, end, severity, "variant-term", "c", "c", "x", "r", Via.EXACT, (text,), "", proposal)


def test_of_overlapping_findings_the_worst_and_then_the_longest_is_fixed() -> None:
    worst, longest, shortest = finding(3, 5, "A"), finding(4, 9, "B", severity=Severity.WARNING), finding(8, 9, "C")
    assert [edit.text for edit in fixable([worst, longest, shortest], "x" * 9, unsafe=False)] == ["A", "C"]


def test_of_two_texts_for_one_place_none_is_safe() -> None:
    two = [finding(0, 2, "A"), finding(0, 2, "B")]
    assert fixable(two, "xxx", unsafe=False) == []
    assert len(fixable(two, "xxx", unsafe=True)) == 1


def test_a_doubtful_fix_is_made_only_when_asked_for() -> None:
    doubtful = [finding(0, 2, "A", doubt="why")]
    assert fixable(doubtful, "xxx", unsafe=False) == []
    assert [edit.text for edit in fixable(doubtful, "xxx", unsafe=True)] == ["A"]


def test_what_is_there_already_is_no_fix() -> None:
    assert fixable([finding(0, 2, "ab")], "abc", unsafe=True) == []


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5), st.text(max_size=4)), max_size=8), st.text(max_size=40)
)
def test_all_outside_the_edits_stays(spans: list[tuple[int, int, str]], text: str) -> None:
    findings = [finding(start, start + length, new) for start, length, new in spans if start + length <= len(text)]
    edits = fixable(findings, text, unsafe=True)
    made, at, kept = apply(text, edits), 0, 0
    for edit in edits:
        gap = edit.start - at
        assert made[kept : kept + gap] == text[at : edit.start]
        assert made[kept + gap : kept + gap + len(edit.text)] == edit.text
        at, kept = edit.end, kept + gap + len(edit.text)
    assert made[kept:] == text[at:]


PIECES = st.sampled_from(
    ["kluge Massenmobilisierung", "klugen\nMassenmobilisierung", "*kluge* Massenmobilisierung", "Volksbewegung", "der ",
     " ", "\n\n", "> ", "- ", "`", "**", "„", "“", "|", "<b>", "</b>", "&amp;", "\r\n", "# ", "[", "](x)"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join), st.booleans(), st.sampled_from(["a.md", "a.txt"]))
def test_a_second_run_changes_nothing(text: str, unsafe: bool, path: str) -> None:
    once = fixed(text, path, unsafe=unsafe)
    assert fixed(once, path, unsafe=unsafe) == once


def test_fixes_that_undo_one_another_are_not_made() -> None:
    start = document("a", "a.txt")

    def findings(one: Document) -> list[Finding]:
        return [finding(0, 1, "b" if one.text == "a" else "a")]

    made = settled(start, findings, lambda one, text: document(text, one.path))
    assert made.document is start


def test_an_edit_that_would_become_markup_is_not_made_but_others_are() -> None:
    start = document("one x two", "a.md")

    def findings(one: Document) -> list[Finding]:
        return [] if "ONE" in one.text else [finding(0, 3, "ONE"), finding(4, 5, "<!--z-->")]

    made = settled(start, findings, lambda one, text: document(text, one.path))
    assert made.document.text == "ONE x two"


def test_a_patch_knows_a_missing_line_end_and_a_carriage_return() -> None:
    assert diff("a.txt", "a\r\nb", "a\r\nc") == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+c\n"
        "\\ No newline at end of file\n"
    )
