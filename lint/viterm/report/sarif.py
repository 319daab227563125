"""`--format sarif`: SARIF 2.1.0, the exchange format of analysers, for GitHub code scanning and editors; worst first.

GitHub takes 25,000 results a run and shows the first 5,000. Nothing is left out here: other readers have no such limit.
"""

from __future__ import annotations

from json import dumps
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from viterm.about import address
from viterm.findings import Finding, Severity
from viterm.report.advice import advice
from viterm.report.array import array
from viterm.report.columns import Columns, utf16_columns
from viterm.report.in_checkout import in_checkout
from viterm.report.marked import marked
from viterm.report.worst_first import worst_first
from viterm.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from viterm.report.base import FileReport, Options, Write
    from viterm.rules import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# How GitHub sorts rules that are not about security.
_PROBLEM_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_RULE_INDEX = {name: index for index, name in enumerate(RULES)}


def write_findings(reports: Iterable[FileReport], write: Write, options: Options) -> None:
    """Write one log with one run."""
    run = {
        "tool": {"driver": _driver(options.version)},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
    }
    head = dumps({"$schema": _SCHEMA, "version": "2.1.0"}, ensure_ascii=False)[:-1]
    write(f'{head}, "runs": [{dumps(run, ensure_ascii=False)[:-1]}, "results": ')
    for piece in array(worst_first(_results(in_checkout(reports)))):
        write(piece)
    write("}]}\n")


def _driver(version: str) -> dict[str, object]:
    driver = {"name": "viterm", "version": version, "semanticVersion": version}
    about = {"informationUri": url} if (url := address()) else {}
    return {**driver, **about, "rules": [_rule(rule) for rule in RULES.values()]}


def _rule(rule: Rule) -> dict[str, object]:
    about = {"helpUri": url} if (url := address(f"docs/rules.md#{rule.name}")) else {}
    return {
        "id": rule.name,
        "name": rule.name.title().replace("-", ""),
        "shortDescription": {"text": rule.summary},
        # The first paragraph says more than the summary; from the example on it is help.
        "fullDescription": {"text": " ".join(rule.page.split("\n\n", 2)[1].split())},
        "help": {"text": rule.page, "markdown": rule.page},
        **about,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["terminology"], "problem.severity": _PROBLEM_SEVERITIES[rule.severity]},
    }


def _results(reports: Iterable[FileReport]) -> Iterator[tuple[Severity, str]]:
    for report in reports:
        columns, artifact = utf16_columns(report.document), _artifact(report.document.path)
        for finding, mark in marked(report):
            result = _result(finding, mark, artifact, _region(columns, finding))
            yield finding.severity, dumps(result, ensure_ascii=False)


def _result(finding: Finding, mark: str, artifact: dict[str, str], region: dict[str, int]) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": _RULE_INDEX[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": advice(finding)},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        # Not primaryLocationLineHash: GitHub's upload makes that one itself and warns of any other value.
        "partialFingerprints": {"vitermFingerprint/v1": mark},
    }
    return {**result, "properties": {"concept": finding.concept}} if finding.concept else result


def _region(columns: Columns, finding: Finding) -> dict[str, int]:
    line, column = columns.position(finding.start)
    end_line, end_column = columns.position(finding.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _artifact(path: str) -> dict[str, str]:
    """The location of a file: below the root of the checkout, or absolute where it lies elsewhere."""
    if PurePath(path).is_absolute():
        return {"uri": f"file://{'' if path.startswith('/') else '/'}{_quoted(path)}"}
    return {"uri": _quoted(path), "uriBaseId": "%SRCROOT%"}


def _quoted(path: str) -> str:
    """Percent-encode a path but for its `/`; a name that is no UTF-8 gets back the bytes it has on disk."""
    try:
        return quote(path, errors="surrogateescape")
    except UnicodeEncodeError:  # half a character, which a name can have on Windows
        return quote(path, errors="replace")
