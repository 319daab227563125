"""Fixing files: every file is the old one or the new one, and nothing but the fixes is new."""

from __future__ import annotations

import codecs
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cli_cases import PROJECT
from viterm.config import config_for
from viterm.discover import Found
from viterm.errors import UserError
from viterm.files import ChangedError, replace_unchanged
from viterm.session import Session
from viterm.store import Store

OLD = "Im Rahmen der intelligenten Massenmobilisierung.\r\nViệt Nam\rEnde\n\n"
NEW = OLD.replace("intelligenten", "geschickten")

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(PROJECT, folder)
    return folder


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "viterm", "lint", "--fix", "--format", "concise", *arguments]


def environment(cache: Path) -> dict[str, str]:
    return {**os.environ, "VITERM_CACHE_DIR": str(cache), "COLUMNS": "80", "NO_COLOR": "1"}


def fix(project: Path, cache: Path, *arguments: str, file_size: int = 0) -> subprocess.CompletedProcess[str]:
    """Run the command; `file_size`: the most bytes that it may write to a file, as on a disk that is full."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    return subprocess.run(
        command(*arguments),
        cwd=project,
        env=environment(cache),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit if file_size else None,
    )


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "UTF-8": lambda text: text.encode(),
    "UTF-8 with a mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "UTF-16, little end first": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16, big end first": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
}


def test_encodings_marks_and_line_ends_stay(project: Path, cache: Path) -> None:
    for number, encode in enumerate(ENCODINGS.values()):
        (project / f"{number}.de.txt").write_bytes(encode(OLD))
    done = fix(project, cache)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Fixed 4 of 4 findings in 4 files.")
    for number, (name, encode) in enumerate(ENCODINGS.items()):
        assert (project / f"{number}.de.txt").read_bytes() == encode(NEW), name


@posix
def test_permissions_and_links_stay(project: Path, cache: Path) -> None:
    (project / "real").mkdir()
    target, link = project / "real" / "a.de.txt", project / "a.de.txt"
    target.write_bytes(OLD.encode())
    target.chmod(0o640)
    link.symlink_to(Path("real") / "a.de.txt")
    assert fix(project, cache, "a.de.txt").returncode == 0
    assert link.is_symlink()
    assert target.read_bytes() == NEW.encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_file_without_fixes_is_not_touched(project: Path, cache: Path) -> None:
    file = project / "a.de.txt"
    file.write_bytes(NEW.encode())
    os.utime(file, (1, 1))
    fix(project, cache)
    assert file.stat().st_mtime == 1


@posix
def test_a_file_that_nobody_may_write_stays_and_the_others_are_fixed(project: Path, cache: Path) -> None:
    for name in ("a", "b", "c"):
        (project / f"{name}.de.txt").write_bytes(OLD.encode())
    (project / "b.de.txt").chmod(0o444)
    done = fix(project, cache)
    assert (done.returncode, done.stderr) == (2, "viterm: b.de.txt: not fixed: it is read-only\n")
    assert [(project / f"{name}.de.txt").read_bytes() == NEW.encode() for name in ("a", "b", "c")] == [
        True,
        False,
        True,
    ]
    assert "Fixed 2 of 3 findings in 2 files; 1 needs you" in done.stdout
    assert "b.de.txt:1:15: warning variant-term" in done.stdout


@posix
def test_where_the_disk_is_full_a_file_stays_and_the_others_are_fixed(project: Path, cache: Path) -> None:
    long = OLD * 1_000
    (project / "a.de.txt").write_bytes(long.encode())
    (project / "b.de.txt").write_bytes(OLD.encode())
    done = fix(project, cache, file_size=20_000)
    assert (done.returncode, done.stderr) == (2, "viterm: a.de.txt: not fixed: file too large\n")
    assert (project / "a.de.txt").read_bytes() == long.encode()
    assert (project / "b.de.txt").read_bytes() == NEW.encode()
    assert not list(project.glob(".*.tmp"))


def test_a_file_that_has_changed_meanwhile_stays(project: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from viterm.commands.fix import fixed_file, keeper, write_fixed

    monkeypatch.chdir(project)
    paths = [Found(Path(f"{name}.de.txt")) for name in ("a", "b")]
    for found in paths:
        Path(found.shown).write_bytes(OLD.encode())
    session, errors = Session(config_for(Path()), Store([project / "terms"], cache)), list[UserError]()
    keep = keeper(None, None)
    fixed = [fixed_file(report, session, keep, unsafe=False) for report in session.findings(paths, errors.append)]
    Path("a.de.txt").write_bytes(b"written by somebody else")
    written = write_fixed(fixed, paths, errors.append)
    assert [str(error) for error in errors] == ["a.de.txt: not fixed: it has changed meanwhile"]
    assert [file.changed for file in written] == [False, True]
    assert Path("a.de.txt").read_bytes() == b"written by somebody else"
    assert Path("b.de.txt").read_bytes() == NEW.encode()


def test_a_file_is_replaced_only_if_its_bytes_are_the_old_ones(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"other")
    with pytest.raises(ChangedError):
        replace_unchanged(file, b"old", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    replace_unchanged(file, b"other", b"new")
    assert file.read_bytes() == b"new"


@posix
def test_a_run_that_is_killed_leaves_every_file_old_or_new(project: Path, cache: Path) -> None:
    old, new = (OLD * 5).encode(), (NEW * 5).encode()
    files = [project / f"{number}.de.txt" for number in range(500)]
    for file in files:
        file.write_bytes(old)
    process = subprocess.Popen(command(), cwd=project, env=environment(cache), stdout=subprocess.DEVNULL)
    first = {file: file.stat().st_ino for file in files[:1]}
    deadline = time.monotonic() + 120
    # The first file to be replaced is another one on disk: from then on the run writes.
    while process.poll() is None and all(file.stat().st_ino == node for file, node in first.items()):
        assert time.monotonic() < deadline
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    found: Mapping[bytes, int] = {data: sum(file.read_bytes() == data for file in files) for data in (old, new)}
    assert sum(found.values()) == len(files)
    assert found[old], "the run was done before it was killed"
    assert found[new]
