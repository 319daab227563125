"""A pull request to a project with old mistakes: what the gate says of it, from the baseline to the report.

The texts have twenty old mistakes. The branch moves them to other lines and other files, and adds one.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from checkout import git
from cli_cases import PROJECT
from viterm.cli import main

OLD = "In Dorf {number} lobte man die „Mobilisierung qualifizierter Massen“ im Ort {number}.\n"
# With an emoji before the mistake, so that columns in SARIF (UTF-16) are others than those of code points.
NEW = "Neu 🙂: die intelligenten Massenmobilisierungen.\n"
MENDED = "Neu 🙂: die geschickten Massenmobilisierungen.\n"
LINE = 4


@pytest.fixture
def request_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working tree of the branch, which is the current folder; `main` has the baseline."""
    folder = tmp_path / "project"
    shutil.copytree(PROJECT, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("VITERM_CACHE_DIR", str(tmp_path / "cache"))
    git(folder, "init", "--quiet", "--initial-branch=main")
    write("de/old.md", "# Alt\n\n" + "\n".join(OLD.format(number=number) for number in range(10)))
    write("de/moved.md", "# Umbenannt\n\n" + "\n".join(OLD.format(number=number) for number in range(10, 20)))
    assert main(["lint", "--write-baseline"]) == 0
    (folder / ".viterm.yaml").write_text("{glossary: [terms], bundled: false, baseline: .viterm-baseline.json}\n")
    commit(folder, "main")

    git(folder, "checkout", "--quiet", "-b", "request")
    git(folder, "mv", "de/moved.md", "de/renamed.md")
    old = Path("de/old.md").read_text(encoding="utf-8")
    write("de/old.md", old.replace("# Alt\n", f"# Alt\n\nEin neuer Absatz.\n{NEW}"))
    commit(folder, "request")
    return folder


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def lint(*arguments: str, code: int, capsys: pytest.CaptureFixture[str]) -> Any:
    """The SARIF results of a run that ends with an exit code."""
    capsys.readouterr()
    assert main(["lint", "--format", "sarif", *arguments]) == code
    output = capsys.readouterr()
    assert output.err == ""
    return json.loads(output.out)["runs"][0]["results"]


def place(result: Any) -> tuple[str, int, int, int]:
    """Path, line, and first and last column of a result."""
    location = result["locations"][0]["physicalLocation"]
    region = location["region"]
    return location["artifactLocation"]["uri"], region["startLine"], region["startColumn"], region["endColumn"]


COLUMN = len("Neu XX: die ") + 1  # the emoji is two UTF-16 code units
END = COLUMN + len("intelligenten Massenmobilisierungen")


def test_twenty_old_findings_and_a_new_one(request_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (request_ / ".viterm.yaml").write_text("{glossary: [terms], bundled: false}\n")
    results = lint(code=1, capsys=capsys)
    assert sorted(result["ruleId"] for result in results) == ["forbidden-term"] * 20 + ["variant-term"]


@pytest.mark.parametrize(
    ("with_baseline", "arguments"),
    [
        (True, []),
        (False, ["--baseline", ".viterm-baseline.json"]),
        (False, ["--changed-since", "main"]),
        (True, ["--changed-since", "main"]),
    ],
)
@pytest.mark.usefixtures("request_")
def test_the_gate_reports_the_new_one_alone(
    with_baseline: bool, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    if not with_baseline:
        write(".viterm.yaml", "{glossary: [terms], bundled: false}\n")
    (result,) = lint(*arguments, code=1, capsys=capsys)
    assert (result["ruleId"], place(result)) == ("variant-term", ("de/old.md", LINE, COLUMN, END))


@pytest.mark.usefixtures("request_")
def test_mistakes_that_move_to_another_file_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    """The paragraphs of a file that is gone, in another one in another order: only git calls them new."""
    texts = Path("de/renamed.md").read_text(encoding="utf-8").split("\n\n")
    Path("de/renamed.md").unlink()
    write("de/collected.md", "\n\n".join(reversed(texts)) + "\n")
    assert [place(result)[:2] for result in lint(code=1, capsys=capsys)] == [("de/old.md", LINE)]
    write(".viterm.yaml", "{glossary: [terms], bundled: false}\n")
    assert len(lint("--changed-since", "main", code=1, capsys=capsys)) == 11


@pytest.mark.usefixtures("request_")
def test_a_second_mistake_of_a_known_kind_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    """Each row of a baseline speaks for one finding: a copy of an old sentence is one too many."""
    with Path("de/old.md").open("a", encoding="utf-8") as file:
        file.write("\n" + OLD.format(number=3))
    assert len(lint(code=1, capsys=capsys)) == 2


@pytest.mark.usefixtures("request_")
def test_the_fix_is_applied_and_the_next_run_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("de/old.md").read_text(encoding="utf-8")
    assert main(["lint", "--fix"]) == 0
    assert Path("de/old.md").read_text(encoding="utf-8") == before.replace(NEW, MENDED)
    assert lint(code=0, capsys=capsys) == []
    assert lint("--changed-since", "main", code=0, capsys=capsys) == []


@pytest.mark.usefixtures("request_")
def test_the_statistics_of_the_changed_lines(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["lint", "--changed-since", "main", "--statistics", "--format", "jsonl"]) == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["rendering"], row["count"]) for row in rows] == [
        ("geschickte Massenmobilisierung", 0),
        ("intelligente Massenmobilisierung", 1),
    ]
