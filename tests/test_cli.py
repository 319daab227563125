"""The command line. The cases are in `cli/*.yaml`; what a process alone can show is in `test_cli_process.py`.

`python -m pytest tests/test_cli.py --update` writes what is printed now into the cases: review the difference.
"""

from __future__ import annotations

import io
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli_cases import PROJECT, Case, Outcome, cases, fits, update
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


def test_no_two_cases_of_a_file_have_one_name() -> None:
    assert not [name for name, count in Counter((case.source, case.case) for case in CASES).items() if count > 1]
