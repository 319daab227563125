"""The command line as a process: pipes, signals, encodings, what is imported, and the folder of compiled glossaries."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO

import pytest

from cli_cases import PROJECT
from viterm import __version__

WRONG = "Die intelligente Massenmobilisierung.\n"
FOUND = (
    "a.de.txt:1:5: warning variant-term “intelligente Massenmobilisierung” is not the agreed rendering of "
    "“dân vận khéo”.\n"
)
VITERM = (sys.executable, "-m", "viterm")

posix = pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def folder(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project of the cases, and the current folder; in it `a.de.txt` with one finding."""
    folder = tmp_path / "project"
    shutil.copytree(PROJECT, folder)
    (folder / "a.de.txt").write_text(WRONG, "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("VITERM_CACHE_DIR", str(cache))
    monkeypatch.setenv("PYTHONUTF8", "1")
    return folder


def viterm(
    *arguments: str, stdout: int | IO[bytes] = subprocess.PIPE, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run viterm to its end."""
    return subprocess.run(
        [*VITERM, *arguments],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, **(env or {})},
        encoding="utf-8",
        timeout=60,
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", [VITERM, (str(Path(sys.executable).with_name("viterm")),)])
def test_the_module_and_the_command_are_one(command: tuple[str, ...]) -> None:
    if not shutil.which(command[0]):
        pytest.skip("viterm is not installed as a command")
    version = subprocess.run([*command, "--version"], check=True, capture_output=True, text=True)
    assert version.stdout == f"viterm {__version__}\n"
    lint = subprocess.run([*command, "lint", "--format", "concise"], check=False, capture_output=True, encoding="utf-8")
    assert (lint.returncode, lint.stdout, lint.stderr) == (1, FOUND, "")


@pytest.mark.usefixtures("folder")
def test_errors_come_where_they_belong_among_findings() -> None:
    for name, text in {"b.de.txt": "\0", "c.de.txt": WRONG}.items():
        Path(name).write_text(text, "utf-8")
    together = subprocess.run(
        [*VITERM, "lint", "gone", ".", "--format", "concise"],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert [line.partition(" ")[0:3:2] for line in together.stdout.split("\n")[:-1]] == [
        ("viterm:", "gone: no such file or folder"),
        ("a.de.txt:1:5:", FOUND.partition(" ")[2].rstrip()),
        ("viterm:", "b.de.txt: looks binary (NUL byte at line 1); viterm reads text in UTF-8"),
        ("c.de.txt:1:5:", FOUND.partition(" ")[2].rstrip()),
    ]


@posix
@pytest.mark.parametrize("format_", ["text", "concise", "json", "jsonl"])
def test_a_reader_that_goes_away_is_no_crash(format_: str, folder: Path) -> None:
    (folder / "long.de.txt").write_text(WRONG * 2000, "utf-8")  # far more than a pipe holds
    process = subprocess.Popen(
        [*VITERM, "lint", "long.de.txt", "--format", format_], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    with process:
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@posix
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("arguments", [["lint"], ["find"], ["glossary", "show"], ["--help"], ["lint", "gone"]])
def test_a_reader_that_never_came_is_no_crash(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = viterm(*arguments, stdout=closed)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.returncode == 1 or arguments == ["--help"]  # which argparse writes, and thinks no more of it


@pytest.mark.usefixtures("folder")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("arguments", [[], ["--output", "/dev/full"]])
def test_a_full_disk_is_said_in_a_line(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = viterm("lint", *arguments, stdout=full)
    assert (done.returncode, done.stderr) == (2, "viterm: can't write: No space left on device\n")


@pytest.fixture
def heeded_interrupts() -> Iterator[None]:
    """A shell's background job, as this test may be, ignores interrupts, and so would its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@posix
@pytest.mark.usefixtures("heeded_interrupts")
def test_an_interrupt_ends_in_silence_and_leaves_the_old_report(folder: Path) -> None:
    (folder / "report.txt").write_text("old", "utf-8")
    before = sorted(path.name for path in folder.iterdir())
    process = subprocess.Popen(
        [*VITERM, "lint", "gone", "a.de.txt", "-", "--lang", "de", "--output", "report.txt"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"viterm: gone: no such file or folder\n"  # so it has begun
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
    assert process.returncode == 130
    assert (folder / "report.txt").read_text("utf-8") == "old"
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "env", [{"PYTHONIOENCODING": "ascii"}, {"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}]
)
def test_a_terminal_without_unicode_gets_escapes(env: dict[str, str]) -> None:
    done = viterm("lint", "a.de.txt", env=env)
    assert done.returncode == 1
    assert done.stdout.startswith("a.de.txt:1:5: warning variant-term (dan-van-kheo)\n")
    assert r"d\xe2n" in done.stdout
    assert done.stderr == ""


@pytest.mark.usefixtures("folder")
def test_programs_get_utf_8_whatever_the_terminal_takes() -> None:
    done = viterm("lint", "a.de.txt", "--format", "json", env={"PYTHONIOENCODING": "ascii"})
    assert json.loads(done.stdout)["findings"][0]["name"] == "dân vận khéo"


@posix
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("redirected", "code", "stderr"),
    [
        ("lint a.de.txt >&-", 2, "viterm: standard output is closed: use --output FILE\n"),
        ("lint a.de.txt --output report.txt >&-", 1, ""),
        ("lint - --lang de <&-", 2, "viterm: <stdin>: there is no standard input\n"),
        ("lint gone 2>&-", 2, ""),
    ],
)
def test_closed_streams(redirected: str, code: int, stderr: str) -> None:
    command = f'exec "{sys.executable}" -m viterm {redirected}'
    done = subprocess.run(["/bin/sh", "-c", command], check=False, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (code, stderr)


@posix
def test_output_may_be_a_pipe_and_stays_one(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with subprocess.Popen([*VITERM, "lint", "--format", "concise", "--output", "pipe"]) as process:
        assert (folder / "pipe").read_text("utf-8") == FOUND
    assert process.returncode == 1
    assert (folder / "pipe").is_fifo()


def test_a_run_with_a_compiled_glossary_imports_nothing_heavy(folder: Path) -> None:
    (folder / ".viterm.yaml").unlink()  # a config is YAML
    arguments = ["lint", "a.de.txt", "--no-bundled", "--glossary", "terms", "--format", "concise"]
    first = viterm(*arguments)
    code = (
        "import sys; from viterm.cli import main; main(sys.argv[1:]); "
        "print(*sorted({'yaml', 'simplemma', 'pyromark', 'regex', 'tempfile'} & sys.modules.keys()))"
    )
    again = subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, encoding="utf-8")
    assert first.stdout == FOUND
    assert again.stdout == FOUND + "regex\n"


def _a_file(cache: Path) -> None:
    cache.write_text("in the way", "utf-8")


def _read_only(cache: Path) -> None:
    cache.mkdir(mode=0o555)


def _damaged(cache: Path) -> None:
    assert viterm("lint").returncode == 1
    for path in cache.iterdir():
        path.write_bytes(path.read_bytes()[:-10])


def _foreign(cache: Path) -> None:
    assert viterm("lint").returncode == 1
    for path in cache.iterdir():
        path.write_bytes(b'["\xff"]')


@pytest.mark.parametrize("spoil", [_a_file, _read_only, _damaged, _foreign])
def test_a_bad_cache_costs_time_and_nothing_else(
    spoil: Callable[[Path], None], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = folder / "cache"
    monkeypatch.setenv("VITERM_CACHE_DIR", str(cache))
    spoil(cache)
    for _ in range(2):
        done = viterm("lint", "a.de.txt", "--format", "concise")
        assert (done.returncode, done.stdout, done.stderr) == (1, FOUND, "")


def test_no_cache_keeps_nothing(folder: Path) -> None:
    done = viterm("lint", "--no-cache", "--format", "concise", env={"VITERM_CACHE_DIR": str(folder / "cache")})
    assert done.stdout == FOUND
    assert not (folder / "cache").exists()


def test_several_runs_that_compile_at_once_agree(folder: Path) -> None:
    env = {**os.environ, "VITERM_CACHE_DIR": str(folder / "cache")}
    command = [*VITERM, "lint", "a.de.txt", "--format", "concise"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", env=env) for _ in range(4)]
    assert [run.communicate()[0] for run in runs] == [FOUND] * 4
    assert sorted(path.name.partition("-")[2] for path in (folder / "cache").iterdir()) == ["de.json", "index.json"]
