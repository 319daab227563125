"""`--format junit` and `--format checkstyle`, read back as their readers do."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from report_samples import ODD_PATH, SAMPLES, file
from reports import finding, report
from viterm.findings import Severity
from viterm.report import FileReport

ERROR, WARNING, INFO = Severity
Element = ElementTree.Element


def junit(*reports: FileReport) -> Element:
    return ElementTree.fromstring(report("junit", reports).encode("utf-8", "backslashreplace"))


def checkstyle(*reports: FileReport) -> Element:
    return ElementTree.fromstring(report("checkstyle", reports).encode("utf-8", "backslashreplace"))


def graded(path: str, *severities: Severity) -> FileReport:
    text = "M " * len(severities)
    return file(path, text, *(finding(text, "M", nth=n, severity=s) for n, s in enumerate(severities, start=1)))


@pytest.mark.parametrize(
    ("reports", "total", "suites"),
    [
        ([], (0, 0), []),
        ([graded("a.md")], (1, 0), [(1, 0)]),
        ([graded("a.md", ERROR, WARNING)], (2, 2), [(2, 2)]),
        ([graded("a.md", ERROR, INFO), graded("b.md"), graded("c.md", INFO)], (4, 1), [(2, 1), (1, 0), (1, 0)]),
    ],
)
def test_junit_counts(reports: list[FileReport], total: tuple[int, int], suites: list[tuple[int, int]]) -> None:
    root = junit(*reports)

    def counts(element: Element) -> tuple[int, int]:
        return int(element.get("tests", "")), int(element.get("failures", ""))

    assert counts(root) == total
    assert [counts(suite) for suite in root] == suites
    assert [(len(suite), len(suite.findall("*/failure"))) for suite in root] == suites


def test_a_junit_failure() -> None:
    text = "🙂 Die\rMTTQ"
    suite = junit(file(ODD_PATH, text, finding(text, "MTTQ", 'A <b> & "c"\nd', ["Front"])))[0]
    assert (suite.get("name"), suite.get("file")) == (ODD_PATH, ODD_PATH)
    (case,) = suite
    assert case.attrib == {"name": "forbidden-term: MTTQ", "classname": ODD_PATH}
    (failure,) = case
    message = 'A <b> & "c"\nd Write “Front”.'
    assert failure.attrib == {"type": "forbidden-term", "message": message}
    assert failure.text == f"{ODD_PATH}:2:1: error forbidden-term\n{message}"


def test_a_clean_file_is_a_test_that_passed() -> None:
    (case,) = junit(file("a.md", "Nichts."))[0]
    assert (case.tag, case.attrib, list(case)) == ("testcase", {"name": "no findings", "classname": "a.md"}, [])


def test_an_info_is_a_test_that_passed_with_output() -> None:
    (outcome,) = junit(file("a.md", "M", finding("M", "M", "Two names.", severity=INFO)))[0][0]
    assert (outcome.tag, outcome.text) == ("system-out", "a.md:1:1: info forbidden-term\nTwo names.")


def test_tests_are_told_apart_by_names_without_places() -> None:
    text = "MTTQ MTTQ\nNTM MTTQ"
    findings = [finding(text, found, nth=nth) for found, nth in (("MTTQ", 1), ("MTTQ", 2), ("NTM", 1), ("MTTQ", 3))]
    names = [case.get("name") for case in junit(file("a.md", text, *findings))[0]]
    assert names == [
        "forbidden-term: MTTQ",
        "forbidden-term: MTTQ (2)",
        "forbidden-term: NTM",
        "forbidden-term: MTTQ (3)",
    ]


def test_the_name_of_a_test_is_one_line() -> None:
    text = "<!-- a\n  b\x1b -->"
    (case,) = junit(file("a.md", text, finding(text, text, rule="unused-ignore")))[0]
    assert case.get("name") == "unused-ignore: <!-- a b<U+001B> -->"


def test_checkstyle() -> None:
    text = "🙂 Die\rMTTQ 🙂 NTM"
    first = finding(text, "MTTQ", 'A <b> & "c"\nd', ["Front"])
    second = finding(text, "NTM", "e", rule="variant-term", severity=WARNING)
    root = checkstyle(file(ODD_PATH, text, first, second), file("b.md", "Nichts."))
    assert [(a_file.get("name"), len(a_file)) for a_file in root] == [(ODD_PATH, 2), ("b.md", 0)]
    assert [error.attrib for error in root[0]] == [
        {
            "line": "2",
            "column": "1",
            "severity": "error",
            "message": 'A <b> & "c"\nd Write “Front”.',
            "source": "viterm.forbidden-term",
        },
        {"line": "2", "column": "8", "severity": "warning", "message": "e", "source": "viterm.variant-term"},
    ]


def test_what_xml_can_not_have_is_replaced() -> None:
    a_file = file("a\x00\x1b\ufffe.md", "M", finding("M", "M", "b\x00\x1b\uffff"))
    (case,) = junit(a_file)[0]
    assert (case.get("classname"), case[0].get("message")) == ("a\ufffd\ufffd\ufffd.md", "b<U+0000><U+001B>\ufffd")
    assert checkstyle(a_file)[0].get("name") == "a\ufffd\ufffd\ufffd.md"


def test_all_samples_can_be_read() -> None:
    findings = sum(len(sample.findings) for sample in SAMPLES)
    assert len(checkstyle(*SAMPLES).findall("file/error")) == findings
    assert len(junit(*SAMPLES).findall("testsuite/testcase")) == findings + 1  # one file is clean
