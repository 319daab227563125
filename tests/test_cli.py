"""The command line. The cases are in `cli/*.yaml`; what a process alone can show is in `test_cli_process.py`.

`python -m pytest tests/test_cli.py --update` writes what is printed now into the cases: review the difference.
"""

from __future__ import annotations

import io
import os
import runpy
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli_cases import PROJECT, Case, Outcome, cases, fits, update
from viterm import __version__
from viterm.cli import main

CASES = cases()


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One store of compiled glossaries for all cases."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def outcomes(request: pytest.FixtureRequest) -> Iterator[dict[Path, dict[str, Outcome]]]:
    """What came of the cases, by file and name; written to the files if that is asked for."""
    found: dict[Path, dict[str, Outcome]] = {}
    yield found
    if request.config.getoption("--update"):
        for source, by_name in found.items():
            update(source, by_name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.source.stem}: {case.case}")
def test_the_command_line_says_what_the_cases_say(
    case: Case,
    tmp_path: Path,
    cache: Path,
    outcomes: dict[Path, dict[str, Outcome]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    pytestconfig: pytest.Config,
) -> None:
    folder = tmp_path / "project"
    shutil.copytree(PROJECT, folder)
    case.prepare(folder)
    monkeypatch.chdir(folder)
    for name, value in {"VITERM_CACHE_DIR": str(cache), "COLUMNS": "80", "NO_COLOR": "", **case.env}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(case.stdin.encode())))

    code = main(case.arguments)

    outcome = outcomes.setdefault(case.source, {})[case.case] = Outcome(code, *capsys.readouterr())
    if pytestconfig.getoption("--update"):
        return
    assert outcome.exit == case.exit, outcome
    for expected, text in zip(case.expected[1:], outcome[1:], strict=True):
        if not fits(expected, text):
            assert text == expected
    assert {name: (folder / name).read_text("utf-8") for name in case.writes} == case.writes


@pytest.fixture
def project(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project of the cases, and the current folder."""
    folder = tmp_path / "project"
    shutil.copytree(PROJECT, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("VITERM_CACHE_DIR", str(cache))
    return folder


@pytest.mark.usefixtures("project")
def test_a_pipe_that_nobody_reads(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        monkeypatch.setattr("sys.stdout", closed)
        assert main(["glossary", "show"]) == 1
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("project")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_full_disk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr("sys.stdout", full)
        assert main(["glossary", "show"]) == 2
    assert capsys.readouterr().err == "viterm: can't write: No space left on device\n"


class _Interrupted(io.RawIOBase):
    """Standard input at which the user presses Ctrl-C."""

    def readable(self) -> bool:
        return True

    def readinto(self, _: object) -> int:
        raise KeyboardInterrupt


def test_an_interrupt(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "report.txt").write_text("old")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(_Interrupted())))
    assert main(["lint", "-", "--lang", "en", "--output", "report.txt"]) == 130
    assert capsys.readouterr() == ("", "")
    assert (project / "report.txt").read_text() == "old"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("closed", "arguments", "code", "message"),
    [
        ("stdin", "lint - --lang en", 2, "viterm: <stdin>: there is no standard input\n"),
        ("stdout", "lint terms/a.en.txt", 2, "viterm: standard output is closed: use --output FILE\n"),
        ("stdout", "glossary show", 0, ""),
        ("stderr", "lint gone --format json", 2, ""),
    ],
)
def test_closed_streams(
    closed: str,
    arguments: str,
    code: int,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("terms/a.en.txt").touch()
    monkeypatch.setattr(f"sys.{closed}", None)
    assert main(arguments.split()) == code
    assert capsys.readouterr().err == message


def test_the_bundled_glossary_counts_unless_it_is_not_wanted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / ".viterm.yaml").unlink()
    assert main(["glossary", "show", "--glossary", "terms"]) == 0
    both = capsys.readouterr().out
    assert main(["glossary", "show", "--glossary", "terms", "--no-bundled"]) == 0
    ours = capsys.readouterr().out
    assert both.count("\n") > ours.count("\n") > 3


def test_the_module_runs_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["viterm", "--version"])
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("viterm", run_name="__main__")
    assert (stopped.value.code, capsys.readouterr().out) == (0, f"viterm {__version__}\n")
    runpy.run_module("viterm.__main__")  # as a process that is started by another one does: nothing happens
    assert capsys.readouterr().out == ""


def test_no_two_cases_of_a_file_have_one_name() -> None:
    assert not [name for name, count in Counter((case.source, case.case) for case in CASES).items() if count > 1]
