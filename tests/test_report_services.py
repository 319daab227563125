"""`--format sarif`, `github`, `gitlab` and `rdjson`: what the services that read them are told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_samples import ODD_PATH, SAMPLES, file
from reports import finding, report
from viterm import about
from viterm.document import Document
from viterm.findings import Finding, Severity
from viterm.report import FileReport, Options, writer
from viterm.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

ERROR, WARNING, INFO = Severity
EMOJI = "🙂 ậ Die MTTQ tagt."


def sarif(*reports: FileReport) -> dict[str, Any]:
    (run,) = json.loads(report("sarif", reports))["runs"]
    assert isinstance(run, dict)
    return run


def region(text: str, found: str) -> tuple[int, int, int, int]:
    (result,) = sarif(file("a.md", text, finding(text, found)))["results"]
    there = result["locations"][0]["physicalLocation"]["region"]
    return there["startLine"], there["startColumn"], there["endLine"], there["endColumn"]


def artifact(path: str) -> dict[str, str]:
    (result,) = sarif(file(path, "MTTQ", finding("MTTQ", "MTTQ")))["results"]
    location: dict[str, str] = result["locations"][0]["physicalLocation"]["artifactLocation"]
    return location


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Die MTTQ tagt.", "MTTQ", (1, 5, 1, 9)),
        (EMOJI, "MTTQ", (1, 10, 1, 14)),
        ("Die 🙂 tagt.", "🙂", (1, 5, 1, 7)),
        ("Eins\rZwei MTTQ\r", "MTTQ", (2, 6, 2, 10)),
        ("Eins\r\nqualifizierte\r\n🙂 Massen", "qualifizierte\r\n🙂 Massen", (2, 1, 3, 10)),
    ],
)
def test_sarif_counts_utf16(text: str, found: str, expected: tuple[int, int, int, int]) -> None:
    assert region(text, found) == expected
    assert sarif()["columnKind"] == "utf16CodeUnits"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("docs/a.md", "docs/a.md"),
        ("100% a, b#c?d:ü.md", "100%25%20a%2C%20b%23c%3Fd%3A%C3%BC.md"),
        ("c:a.md", "c%3Aa.md"),  # no scheme
        ("../a.md", "../a.md"),
        ("<stdin>", "%3Cstdin%3E"),
        ("caf\udce9.md", "caf%E9.md"),  # the byte on disk
        ("a\ud83d.md", "a%3F.md"),
    ],
)
def test_sarif_paths_are_uris_below_the_root(path: str, uri: str) -> None:
    assert artifact(path) == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_a_path_elsewhere_is_an_absolute_uri_in_sarif() -> None:
    assert artifact("/else where/a.md") == {"uri": "file:///else%20where/a.md"}


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_a_path_can_be_had_back_from_its_uri(path: str) -> None:
    relative = "x" + path
    assert unquote_to_bytes(artifact(relative)["uri"]).decode() == relative


def test_a_sarif_result() -> None:
    text = "Die MTTQ tagt. Die MTTQ tagt."
    findings = [finding(text, "MTTQ", "Left in.", ["Front", "F"], nth=nth, severity=WARNING) for nth in (1, 2)]
    first, again = sarif(file("a.md", text, *findings))["results"]
    assert {key: value for key, value in first.items() if key not in {"locations", "partialFingerprints"}} == {
        "ruleId": "forbidden-term",
        "ruleIndex": 0,
        "level": "warning",  # and not that of the rule
        "message": {"text": "Left in. Write “Front” (or “F”)."},
        "properties": {"concept": "dan-van-kheo"},
    }
    marks = [result["partialFingerprints"]["vitermFingerprint/v1"] for result in (first, again)]
    assert marks[0][-2:] == ":1"
    assert len(set(marks)) == 2


def test_a_sarif_result_about_no_concept() -> None:
    unused = finding("<!-- -->", "<!-- -->", rule="unused-ignore", concept="", name="")
    (result,) = sarif(file("a.md", "<!-- -->", unused))["results"]
    assert "properties" not in result
    assert list(RULES)[result["ruleIndex"]] == result["ruleId"] == "unused-ignore"


def test_sarif_has_the_worst_first() -> None:
    severities = [INFO, WARNING, ERROR]
    text = "MTTQ " * 3
    findings = [finding(text, "MTTQ", nth=nth, severity=s) for nth, s in enumerate(severities, start=1)]
    results = sarif(file("a.md", text, *findings), file("b.md", text, *findings))["results"]
    assert [result["level"] for result in results] == ["error", "error", "warning", "warning", "note", "note"]
    paths = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
    assert paths == ["a.md", "b.md"] * 3


def test_sarif_explains_the_rules() -> None:
    driver = sarif()["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("viterm", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == list(RULES)
    rule = driver["rules"][1]
    assert (rule["name"], rule["defaultConfiguration"]) == ("VariantTerm", {"level": "warning"})
    assert rule["shortDescription"]["text"] == RULES["variant-term"].summary
    assert rule["fullDescription"]["text"].startswith("The glossary lists it under `variant`.")
    assert rule["help"] == {"text": RULES["variant-term"].page, "markdown": RULES["variant-term"].page}
    for described in driver["rules"]:  # what GitHub cuts off
        assert len(described["shortDescription"]["text"]) <= 1024
        assert len(described["fullDescription"]["text"]) <= 1024


def test_addresses_are_given_once_there_are_any(monkeypatch: pytest.MonkeyPatch) -> None:
    def urls() -> tuple[object, ...]:
        driver = sarif()["tool"]["driver"]
        reviewdog = json.loads(report("rdjson", [file("a.md", "MTTQ", finding("MTTQ", "MTTQ"))]))
        code = reviewdog["diagnostics"][0]["code"]
        of_rule = driver["rules"][0].get("helpUri")
        return driver.get("informationUri"), of_rule, reviewdog["source"].get("url"), code.get("url")

    monkeypatch.setattr(about, "REPOSITORY", "not filled in")
    assert urls() == (None, None, None, None)
    monkeypatch.setattr(about, "REPOSITORY", "https://example.org/v")
    page = "https://example.org/v/blob/HEAD/docs/rules.md#forbidden-term"
    assert urls() == ("https://example.org/v", page, "https://example.org/v", page)


def command(a_file: FileReport) -> str:
    return report("github", [a_file]).removesuffix("\n")


def one(text: str, found: str, **given: Any) -> Finding:
    return finding(text, found, given.pop("message", "Wrong."), **given)


@pytest.mark.parametrize(
    ("a_file", "expected"),
    [
        (
            file("a.md", "Die MTTQ", one("Die MTTQ", "MTTQ")),
            "::error file=a.md,line=1,endLine=1,col=5,endColumn=9,title=viterm forbidden-term (dan-van-kheo)::Wrong.",
        ),
        (
            file("a.md", EMOJI, one(EMOJI, "MTTQ", severity=WARNING, concept="")),
            "::warning file=a.md,line=1,endLine=1,col=10,endColumn=14,title=viterm forbidden-term::Wrong.",
        ),
        (  # over two lines GitHub drops the columns, with a complaint
            file("a.md", "x\na\nb", one("x\na\nb", "a\nb", severity=INFO, concept="")),
            "::notice file=a.md,line=2,endLine=3,title=viterm forbidden-term::Wrong.",
        ),
        (
            file("5% a, #:ü.md", "M", one("M", "M", rule="x", concept="", message="5%: a\r\n::c\x1b")),
            "::error file=5%25 a%2C #%3Aü.md,line=1,endLine=1,col=1,endColumn=2,title=viterm x::5%25: a%0A::c<U+001B>",
        ),
        (
            file("a\nb\r.md", "M", one("M", "M", concept="")),
            "::error file=a%0Ab%0D.md,line=1,endLine=1,col=1,endColumn=2,title=viterm forbidden-term::Wrong.",
        ),
        (
            file("<stdin>", "\nM", one("\nM", "M", concept="")),
            "::error title=viterm forbidden-term::<stdin>:2:1: Wrong.",
        ),
        (file("a.md", "M"), ""),
    ],
)
def test_a_github_command(a_file: FileReport, expected: str) -> None:
    assert command(a_file) == expected


def as_the_runner_reads(line: str) -> tuple[str, dict[str, str], str]:
    """Name, properties and message of a command."""
    head, message = line.removeprefix("::").split("::", 1)
    name, _, properties = head.partition(" ")
    pairs = [pair.split("=", 1) for pair in properties.split(",")]
    escapes = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}  # % last, or it would make others

    def plain(text: str) -> str:
        for escape, char in escapes.items():
            text = text.replace(escape, char)
        return text

    return name, {key: plain(value) for key, value in pairs}, plain(message)


@given(st.text("a%:,=\r\n25ACD", min_size=1), st.text("a%:,\n25ACD"))
def test_the_runner_reads_what_was_meant(path: str, message: str) -> None:
    line = command(file(path, "M", one("M", "M", message=message)))
    assert "\n" not in line
    assert "\r" not in line
    _, properties, read = as_the_runner_reads(line)
    assert (properties["file"], read) == (path, message)


def test_github_has_the_worst_first() -> None:
    text = "MTTQ " * 3
    findings = [finding(text, "MTTQ", nth=n, severity=s) for n, s in enumerate([INFO, WARNING, ERROR], start=1)]
    lines = report("github", [file("a.md", text, *findings), file("b.md", text, *findings)]).splitlines()
    assert [line.split(",")[0] for line in lines] == [
        "::error file=a.md",
        "::error file=b.md",
        "::warning file=a.md",
        "::warning file=b.md",
        "::notice file=a.md",
        "::notice file=b.md",
    ]


def gitlab(*reports: FileReport) -> list[dict[str, Any]]:
    issues: list[dict[str, Any]] = json.loads(report("gitlab", reports))
    return issues


def test_a_gitlab_issue() -> None:
    text = "Eins\rqualifizierte\rMassen"
    (issue,) = gitlab(file(ODD_PATH, text, finding(text, "qualifizierte\rMassen", "Wrong.", ["a"])))
    assert len(issue.pop("fingerprint")) == 32
    assert issue == {
        "description": "Wrong. Write “a”.",
        "check_name": "forbidden-term",
        "severity": "major",
        "location": {"path": ODD_PATH, "lines": {"begin": 2, "end": 3}},
    }


@pytest.mark.parametrize(("severity", "expected"), [(ERROR, "major"), (WARNING, "minor"), (INFO, "info")])
def test_gitlab_severities(severity: Severity, expected: str) -> None:
    assert gitlab(file("a.md", "M", one("M", "M", severity=severity)))[0]["severity"] == expected


def test_gitlab_fingerprints_are_unique_and_hold() -> None:
    text = "Die MTTQ tagt. Die MTTQ tagt."
    twice = [finding(text, "MTTQ", nth=nth) for nth in (1, 2)]
    now = [issue["fingerprint"] for issue in gitlab(file("a.md", text, *twice), file("b.md", text, *twice))]
    assert len(set(now)) == 4
    below = f"Neu.\n\n{text}"
    moved = file("b.md", below, *(finding(below, "MTTQ", nth=nth) for nth in (1, 2)))
    assert [issue["fingerprint"] for issue in gitlab(moved)] == now[2:]  # whatever became of the other file


def rdjson(*reports: FileReport) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(report("rdjson", reports))
    return result


def test_an_rdjson_diagnostic() -> None:
    (diagnostic,) = rdjson(file("a.md", EMOJI, finding(EMOJI, "MTTQ", "Left in.", ["Front", "F"])))["diagnostics"]
    bytes_there = {"start": {"line": 1, "column": 14}, "end": {"line": 1, "column": 18}}
    assert EMOJI.encode()[13:17] == b"MTTQ"
    assert diagnostic == {
        "message": "Left in. Write “Front” (or “F”).",
        "location": {"path": "a.md", "range": bytes_there},
        "severity": "ERROR",
        "code": {"value": "forbidden-term"},
        "suggestions": [{"range": bytes_there, "text": "Front"}],  # the best one only
    }


def test_rdjson_without_a_suggestion_has_none() -> None:
    assert "suggestions" not in rdjson(file("a.md", "M", finding("M", "M")))["diagnostics"][0]


@pytest.mark.parametrize(
    ("severities", "expected"),
    [([INFO], "INFO"), ([INFO, WARNING], "WARNING"), ([WARNING, ERROR, INFO], "ERROR"), ([], None)],
)
def test_the_severity_of_an_rdjson_result_is_its_worst(severities: list[Severity], expected: str | None) -> None:
    text = "M " * len(severities)
    findings = [finding(text, "M", nth=n, severity=severity) for n, severity in enumerate(severities, start=1)]
    assert rdjson(file("a.md", text, *findings)).get("severity") == expected


def test_reviewdog_applies_a_suggestion_where_the_finding_is() -> None:
    for sample in SAMPLES:
        for diagnostic in rdjson(sample)["diagnostics"]:
            there = diagnostic["location"]["range"]
            offsets = [_offset(sample.document, there[edge]) for edge in ("start", "end")]
            assert offsets in [[one_of.start, one_of.end] for one_of in sample.findings]


def _offset(of: Document, position: dict[str, int]) -> int:
    start, _ = of.lines.span(position["line"])
    before = of.lines.line(position["line"]).encode()[: position["column"] - 1]
    return start + len(before.decode())


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "rdjson", "checkstyle"])
def test_errors_are_written_as_they_come(name: str) -> None:
    pieces: list[str] = []

    def reports() -> Iterator[FileReport]:
        yield file("a.md", "M", finding("M", "M"))
        assert "a.md" in "".join(pieces)

    writer(name, "lint")(reports(), pieces.append, Options("1.2.3", files=1))
    assert pieces[-1].endswith("\n")
