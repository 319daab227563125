"""The JSON contract, and the formats that are made of its rows."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reports import document, finding, occurrence, report, span
from viterm.findings import Edit, Proposal, Severity, Via
from viterm.report import FileReport
from viterm.report.rows import finding_row, occurrence_row

TEXT = "Erste Zeile\r\nIm Rahmen der „Mobilisierung qualifizierter\nMassen“ 🙂 half die MTTQ.\n"
FOUND = "Mobilisierung qualifizierter\nMassen"
DOCUMENT = document(TEXT)
FINDING = finding(TEXT, FOUND, "wrong", ["geschickte Massenmobilisierung", "kluge Massenmobilisierung"])
OCCURRENCE = occurrence(*span(TEXT, "MTTQ"), "MTTQ", "untranslated", concept="mat-tran", name="Mặt trận", language="vi")


def test_finding_row() -> None:
    expected = {
        "path": "a.de.txt",
        "language": "de",
        "line": 2,
        "column": 16,
        "end_line": 3,
        "end_column": 7,
        "rule": "forbidden-term",
        "severity": "error",
        "concept": "dan-van-kheo",
        "name": "dân vận khéo",
        "found": "Mobilisierung qualifizierter Massen",
        "rendering": "Mobilisierung qualifizierter Massen",
        "via": "exact",
        "suggestions": ["geschickte Massenmobilisierung", "kluge Massenmobilisierung"],
        "message": "wrong",
    }
    assert list(finding_row(DOCUMENT, FINDING).items()) == list(expected.items())  # the order counts too


@pytest.mark.parametrize(
    ("proposal", "expected"),
    [
        (
            Proposal("r", "geschickte Massenmobilisierung", Edit(28, 64, "geschickte\nMassenmobilisierung")),
            {
                "replacement": "geschickte Massenmobilisierung",
                "safe": True,
                "reason": "",
                "edit": {
                    "line": 2,
                    "column": 16,
                    "end_line": 3,
                    "end_column": 8,
                    "text": "geschickte\nMassenmobilisierung",
                },
            },
        ),
        (
            Proposal("r", "geschickte Massenmobilisierung", None),
            {"replacement": "geschickte Massenmobilisierung", "safe": False, "reason": "", "edit": None},
        ),
        (
            Proposal("r", "x", Edit(0, 5, "x"), "why"),
            {
                "replacement": "x",
                "safe": False,
                "reason": "why",
                "edit": {"line": 1, "column": 1, "end_line": 1, "end_column": 6, "text": "x"},
            },
        ),
    ],
)
def test_a_row_says_what_a_fix_would_write(proposal: Proposal, expected: dict[str, object]) -> None:
    assert finding_row(DOCUMENT, replace(FINDING, proposal=proposal))["fix"] == expected


def test_occurrence_row() -> None:
    expected = {
        "path": "a.de.txt",
        "language": "de",
        "line": 3,
        "column": 20,  # code points: the emoji is one
        "end_line": 3,
        "end_column": 24,
        "status": "untranslated",
        "concept": "mat-tran",
        "name": "Mặt trận",
        "found": "MTTQ",
        "rendering": "MTTQ",
        "via": "exact",
    }
    assert list(occurrence_row(DOCUMENT, OCCURRENCE).items()) == list(expected.items())


@pytest.mark.parametrize(
    ("severity", "via", "labels"),
    [
        (Severity.ERROR, Via.EXACT, ("error", "exact")),
        (Severity.WARNING, Via.INFLECTED, ("warning", "inflected")),
        (Severity.INFO, Via.COMPOUND, ("info", "compound")),
        (Severity.INFO, Via.GUESSED, ("info", "guessed")),
    ],
)
def test_labels(severity: Severity, via: Via, labels: tuple[str, str]) -> None:
    graded = finding("MTTQ", "MTTQ", severity=severity)
    row = finding_row(document("MTTQ"), graded)
    assert row["severity"] == labels[0]
    assert occurrence_row(document("MTTQ"), occurrence(0, 4, "MTTQ", via=via))["via"] == labels[1]


def test_a_finding_about_no_concept() -> None:
    row = finding_row(document("<!-- -->"), finding("<!-- -->", "<!-- -->", rule="unused-ignore", concept="", name=""))
    assert (row["concept"], row["name"], row["suggestions"]) == ("", "", [])


def test_json_of_findings() -> None:
    reports = [FileReport(DOCUMENT, [FINDING, FINDING]), FileReport(document("")), FileReport(DOCUMENT, [FINDING])]
    output = report("json", reports, files=3)
    row = finding_row(DOCUMENT, FINDING)
    assert json.loads(output) == {"version": 1, "tool": "viterm 1.2.3", "files": 3, "findings": [row, row, row]}
    assert list(json.loads(output)) == ["version", "tool", "files", "findings"]
    assert [line[:8] for line in output.splitlines()] == ['{"versio', '{"path":', '{"path":', '{"path":', "]}"]
    assert "dân vận khéo" in output


def test_json_without_findings() -> None:
    output = report("json", [FileReport(DOCUMENT)])
    assert output == '{"version": 1, "tool": "viterm 1.2.3", "files": 1, "findings": []}\n'


def test_json_of_occurrences() -> None:
    output = report("json", [FileReport(DOCUMENT, (), [OCCURRENCE])], command="find")
    row = occurrence_row(DOCUMENT, OCCURRENCE)
    assert json.loads(output) == {"version": 1, "tool": "viterm 1.2.3", "files": 1, "occurrences": [row]}


def test_jsonl() -> None:
    findings = report("jsonl", [FileReport(DOCUMENT, [FINDING]), FileReport(DOCUMENT, [FINDING])])
    assert [json.loads(line) for line in findings.splitlines()] == [finding_row(DOCUMENT, FINDING)] * 2
    occurrences = report("jsonl", [FileReport(DOCUMENT, (), [OCCURRENCE])], command="find")
    assert json.loads(occurrences) == occurrence_row(DOCUMENT, OCCURRENCE)
    assert occurrences.endswith("}\n")
    assert "Mặt trận" in occurrences


def test_jsonl_without_results_is_empty() -> None:
    assert report("jsonl", [FileReport(DOCUMENT)]) == report("jsonl", [FileReport(DOCUMENT)], command="find") == ""
