"""The table of formats, and what all of them are given."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reports import document, finding, occurrence, report
from viterm.errors import UserError
from viterm.findings import Finding, Severity
from viterm.report import FORMATS, FileReport, Options, Summary, Tally, names, writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viterm.report import Command

BOTH: list[Command] = ["lint", "find"]


@pytest.mark.parametrize("command", BOTH)
def test_every_format_of_a_command_has_a_writer(command: Command) -> None:
    for name in names(command):
        assert callable(writer(name, command))


def test_find_has_the_formats_that_need_no_rules() -> None:
    assert {"text", "concise", "json", "jsonl"} <= set(names("find")) <= set(names("lint")) == set(FORMATS)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UserError, match=r"^viterm find has no format 'xml'; it has text, concise, json, jsonl"):
        writer("xml", "find")


@pytest.mark.parametrize("command", BOTH)
@pytest.mark.parametrize("name", ["text", "concise", "json", "jsonl"])
def test_results_are_written_as_they_come(name: str, command: Command) -> None:
    pieces: list[str] = []

    def reports() -> Iterator[FileReport]:
        hit = FileReport(document("MTTQ"), [finding("MTTQ", "MTTQ")], [occurrence(0, 4, "MTTQ")])
        yield hit
        assert "a.de.txt" in "".join(pieces)
        yield hit

    writer(name, command)(reports(), pieces.append, Options("1.2.3", files=2))


def test_a_report_imports_nothing_heavy() -> None:
    code = "import sys; before = {*sys.modules}; import viterm.report.text; print(*{*sys.modules} - before)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"ahocorasick_rs", "json", "pathspec", "pyromark", "regex", "textwrap", "yaml"}
    assert not set(run.stdout.split()) & heavy


def test_place() -> None:
    assert FileReport(document("a\r\nbc\x1b", path="x\x1b[0m.md")).place(4) == "x<U+001B>[0m.md:2:2"


CONCISE_FINDINGS = """\
a.de.txt:1:5: error forbidden-term “MTTQ” is left in.
a.de.txt:2:1: warning unused-ignore Nothing <U+001B>needs<U+000A>this.
"""


def test_concise_findings() -> None:
    text = "Die MTTQ\n<!-- -->"
    findings = [
        finding(text, "MTTQ", "“MTTQ” is left in.", ["Front"]),
        finding(
            text, "<!-- -->", "Nothing \x1bneeds\nthis.", rule="unused-ignore", severity=Severity.WARNING, concept=""
        ),
    ]
    assert report("concise", [FileReport(document(text), findings)]) == CONCISE_FINDINGS
    coloured = report("concise", [FileReport(document(text), findings[:1])], colour=True)
    assert coloured == "\x1b[1ma.de.txt:1:5\x1b[0m: \x1b[1;31merror\x1b[0m forbidden-term “MTTQ” is left in.\n"


def test_concise_occurrences() -> None:
    reports = [FileReport(document("Die MTTQ"), (), [occurrence(4, 8, "MTTQ", "untranslated", found="\x1bMTTQ")])]
    assert (
        report("concise", reports, command="find") == "a.de.txt:1:5: untranslated dan-van-kheo «<U+001B>MTTQ» exact\n"
    )
    coloured = report("concise", reports, command="find", colour=True)
    assert coloured.startswith("\x1b[1ma.de.txt:1:5\x1b[0m: \x1b[1;31muntranslated\x1b[0m dan-van-kheo")


def summary(*files: list[Finding]) -> Summary:
    tally = Tally()
    reports = [FileReport(document(""), findings) for findings in files]
    assert list(tally.watch(reports)) == reports
    return tally.summary()


def one(severity: Severity, concept: str) -> Finding:
    return finding("MTTQ", "MTTQ", severity=severity, concept=concept)


ERROR, WARNING, INFO = Severity


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([], Summary(0, 0, 0, 0, {})),
        ([[], []], Summary(2, 0, 0, 0, {})),
        ([[one(ERROR, "a"), one(WARNING, "a")], [], [one(WARNING, "b")]], Summary(3, 2, 2, 0, {ERROR: 1, WARNING: 2})),
        ([[one(WARNING, "")]], Summary(1, 1, 0, 0, {WARNING: 1})),  # no concept
    ],
)
def test_tally(files: list[list[Finding]], expected: Summary) -> None:
    assert summary(*files) == expected


def test_tally_of_occurrences() -> None:
    tally = Tally()
    occurrences = [occurrence(0, 1, "x"), occurrence(1, 2, "y"), occurrence(2, 3, "z", concept="other")]
    list(tally.watch([FileReport(document(""), (), occurrences), FileReport(document(""))]))
    assert tally.summary() == Summary(files=2, files_hit=1, concepts=2, occurrences=3, findings={})


@pytest.mark.parametrize(("severity", "number"), [(ERROR, 1), (WARNING, 3), (INFO, 4)])
def test_findings_at_least_as_bad(severity: Severity, number: int) -> None:
    assert summary([one(ERROR, "a"), one(WARNING, "a"), one(WARNING, "a"), one(INFO, "a")]).at_least(severity) == number
