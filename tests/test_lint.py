"""Linting: what of all the rules' findings a run reports, in which order, and how bad."""

from __future__ import annotations

import pytest
import regex

from glossaries import concept, glossary, rigid
from viterm.compile import compile_glossary
from viterm.document import Document
from viterm.find import Finder
from viterm.findings import Finding, Severity
from viterm.formats.markdown import read
from viterm.lint import IgnoredText, Settings, lint
from viterm.rules import RULES

CONCEPTS = (
    concept(
        "dân vận",
        {"en": {"approved": ["mass work", "mass mobilisation"], "forbidden": ["civil affairs"]}},
        id_="dan-van",
    ),
    concept("mặt trận", {"en": {"approved": ["Front"], "variant": ["Movement"]}}, id_="mat-tran"),
)
FINDER = Finder(compile_glossary(glossary(*CONCEPTS), "en", rigid))
NAMES = frozenset({*RULES, "dan-van", "mat-tran"})
TEXT = """\
The civil affairs Movement.

> civil affairs in a quotation

Mass work, mass work, mass mobilisation; mặt trận. <!-- viterm: ignore[variant-term] -->
"""
ALL = [
    "civil affairs",
    "Movement",
    "civil affairs",
    "mass mobilisation",
    "mặt trận",
    "viterm: ignore[variant-term]",
]


def findings(text: str, settings: Settings) -> list[Finding]:
    parsed = read(text)
    document = Document("a.md", "en", text, parsed.segments, parsed.comments)
    return lint(document, FINDER.find(document), settings)


def found(settings: Settings, text: str = TEXT) -> list[str]:
    return [one.found for one in findings(text, settings)]


def test_all_rules_in_order_of_place() -> None:
    result = findings(TEXT, Settings(NAMES))
    assert [(one.rule, one.severity.label, one.found) for one in result] == [
        ("forbidden-term", "error", "civil affairs"),
        ("variant-term", "warning", "Movement"),
        ("forbidden-term", "error", "civil affairs"),
        ("mixed-renderings", "warning", "mass mobilisation"),
        ("untranslated-term", "error", "mặt trận"),
        ("unused-ignore", "warning", "viterm: ignore[variant-term]"),
    ]
    assert result == sorted(result)


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), ALL),
        (("forbidden-term",), (), ["civil affairs", "civil affairs"]),
        (("mat-tran",), (), ["Movement", "mặt trận"]),
        (("variant-term", "dan-van"), (), ["civil affairs", "Movement", "civil affairs", "mass mobilisation"]),
        ((), ("forbidden-term",), ALL[1:2] + ALL[3:]),
        ((), ("dan-van", "unused-ignore"), ["Movement", "mặt trận"]),
        (("dan-van",), ("forbidden-term",), ["mass mobilisation"]),
        (("forbidden-term",), ("forbidden-term",), []),
        ((), tuple(RULES), []),
    ],
)
def test_select_and_ignore_by_rule_or_concept(
    select: tuple[str, ...], ignore: tuple[str, ...], expected: list[str]
) -> None:
    assert found(Settings(NAMES, select=frozenset(select), ignore=frozenset(ignore))) == expected


@pytest.mark.parametrize(
    ("severity", "labels"),
    [
        ({}, ["error", "warning", "error"]),
        ({"forbidden-term": Severity.INFO}, ["info", "warning", "info"]),
        ({"variant-term": Severity.ERROR}, ["error", "error", "error"]),
        ({"forbidden-term": None}, ["warning"]),
        ({"forbidden-term": None, "variant-term": None}, []),
    ],
)
def test_severity_by_rule_and_rules_that_are_off(severity: dict[str, Severity | None], labels: list[str]) -> None:
    text = "The civil affairs Movement and civil affairs."
    assert [one.severity.label for one in findings(text, Settings(NAMES, severity=severity))] == labels


def test_a_comment_for_a_rule_that_is_off_is_not_called_unused() -> None:
    text = "A Movement. <!-- viterm: ignore[variant-term] -->"
    for settings in (
        Settings(NAMES),
        Settings(NAMES, severity={"variant-term": None}),
        Settings(NAMES, ignore=frozenset({"variant-term"})),
        Settings(NAMES, select=frozenset({"unused-ignore"})),
    ):
        assert found(settings, text) == []


def test_a_comment_may_name_only_what_there_is() -> None:
    [finding] = findings("Right. <!-- viterm: ignore[variant-terms] -->", Settings(NAMES))
    assert (finding.rule, finding.severity) == ("unused-ignore", Severity.WARNING)
    assert "variant-term" in finding.message


@pytest.mark.parametrize(
    ("pattern", "rules", "expected"),
    [
        (r"(?m)^> .*$", (), ALL[:2] + ALL[3:]),
        (r"(?m)^> .*$", ("variant-term",), ALL),
        (r"(?m)^> .*$", ("variant-term", "forbidden-term"), ALL[:2] + ALL[3:]),
        # it is where a finding starts that counts
        (r"civil", (), ["Movement", *ALL[3:]]),
        (r"affairs", (), ALL),
        (r"Mov", (), [ALL[0], *ALL[2:]]),
        (r"(?s).*", ("forbidden-term", "untranslated-term"), ["Movement", "mass mobilisation", ALL[5]]),
        # matches of nothing hide nothing
        (r"", (), ALL),
        (r"(?=civil)", (), ALL),
        (r"there is no such text", (), ALL),
    ],
)
def test_ignored_text(pattern: str, rules: tuple[str, ...], expected: list[str]) -> None:
    ignored = IgnoredText(regex.compile(pattern), frozenset(rules))
    assert found(Settings(NAMES, ignored_text=[ignored])) == expected


def test_several_ignored_texts_add_up() -> None:
    ignored = [IgnoredText(regex.compile("civil")), IgnoredText(regex.compile("Movement"))]
    assert found(Settings(NAMES, ignored_text=ignored)) == ALL[3:]


def test_a_comment_in_a_line_whose_text_is_ignored_is_unused() -> None:
    text = "A Movement. <!-- viterm: ignore[variant-term] -->"
    ignored = [IgnoredText(regex.compile("Movement"))]
    assert [one.rule for one in findings(text, Settings(NAMES, ignored_text=ignored))] == ["unused-ignore"]


def test_nothing_in_nothing() -> None:
    assert findings("", Settings(NAMES)) == []
