"""Changed lines, with a real git: what is done in a repository beside the lines that count as changed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from viterm.changed import Changes, changes_since
from viterm.document import Document, Segment
from viterm.errors import UserError
from viterm.findings import Finding, Severity, Via

TEXT = "".join(f"line {number}\n" for number in range(1, 11))


class Repository:
    """A git repository with one commit of `a.de.txt`, on a branch `work` off `main`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.email", "a@example.org")
        self.git("config", "user.name", "a")
        self.git("config", "commit.gpgsign", "false")
        self.commit("a.de.txt", TEXT)
        self.git("checkout", "-q", "-b", "work")

    def git(self, *arguments: str) -> None:
        subprocess.run(["git", "-C", self.path, *arguments], check=True, capture_output=True)

    def write(self, name: str, text: str, encoding: str = "utf-8") -> None:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(encoding))

    def commit(self, name: str, text: str, encoding: str = "utf-8") -> None:
        self.write(name, text, encoding)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", name)

    def changed(self, revision: str = "main") -> dict[str, list[int]]:
        """The changed lines by file; -1 for a file of which every line counts."""
        root = os.path.realpath(self.path)
        return {
            os.path.relpath(path, root): [
                -1 if len(lines) > 1000 else number for lines in ranges for number in lines[:9]
            ]
            if ranges[0].stop < 1000
            else [-1]
            for path, ranges in changes_since(revision, self.path).lines.items()
        }


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def edit(repository: Repository) -> None:
    repository.commit("a.de.txt", TEXT.replace("line 3", "LINE 3").replace("line 7\n", "line 7\nnew\n"))


def rename(repository: Repository) -> None:
    repository.git("mv", "a.de.txt", "b c.de.txt")
    repository.commit("b c.de.txt", TEXT.replace("line 9", "LINE 9"))


def only_rename(repository: Repository) -> None:
    repository.git("mv", "a.de.txt", "b.de.txt")
    repository.git("commit", "-qm", "b")


def main_moves_on(repository: Repository) -> None:
    edit(repository)
    repository.git("checkout", "-q", "main")
    repository.commit("a.de.txt", "other\n" + TEXT)
    repository.git("checkout", "-q", "work")


def merge(repository: Repository) -> None:
    main_moves_on(repository)
    repository.git("merge", "-q", "-m", "merge", "main")


def work_in_progress(repository: Repository) -> None:
    repository.write("a.de.txt", TEXT.replace("line 2", "LINE 2"))
    repository.git("add", "-A")
    repository.write("a.de.txt", TEXT.replace("line 2", "LINE 2").replace("line 5", "LINE 5"))
    repository.write("new.de.txt", "x\n")
    repository.write(".gitignore", "ignored.*\n")
    repository.write("ignored.de.txt", "x\n")


def odd_names(repository: Repository) -> None:
    for name in ('quo"te.txt', "tab\there.txt", "dân vận.txt", "back\\slash.txt"):
        repository.commit(name, "x\n")


def user_settings(repository: Repository) -> None:
    for setting in ("diff.noprefix=true", "diff.mnemonicPrefix=true", "color.ui=always", "diff.context=5"):
        repository.git("config", *setting.split("="))
    edit(repository)


@pytest.mark.parametrize(
    ("do", "lines"),
    [
        (edit, {"a.de.txt": [3, 8]}),
        (rename, {"b c.de.txt": [9]}),
        (only_rename, {}),
        (main_moves_on, {"a.de.txt": [3, 8]}),
        (merge, {"a.de.txt": [4, 9]}),
        (work_in_progress, {"a.de.txt": [2, 5], "new.de.txt": [-1], ".gitignore": [-1]}),
        (odd_names, {'quo"te.txt': [1], "tab\there.txt": [1], "dân vận.txt": [1], "back\\slash.txt": [1]}),
        (user_settings, {"a.de.txt": [3, 8]}),
        (lambda repository: repository.commit("a.de.txt", TEXT.replace("line 4\n", "")), {}),
        (lambda repository: repository.commit("a.de.txt", TEXT.replace("\n", "\r\n")), {"a.de.txt": [*range(1, 10)]}),
        (lambda repository: repository.commit("wide.de.txt", "x\n", "utf-16"), {"wide.de.txt": [-1]}),
        (lambda repository: repository.git("rm", "-q", "a.de.txt"), {}),
        (lambda _: None, {}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_changed_lines(repository: Repository, do: Callable[[Repository], None], lines: dict[str, list[int]]) -> None:
    do(repository)
    assert repository.changed() == lines


def test_from_a_folder_inside(repository: Repository) -> None:
    repository.commit("inside/b.de.txt", "x\n")
    changes = changes_since("main", repository.path / "inside")
    assert changes.touches(repository.path / "inside" / "b.de.txt")
    assert not changes.touches(repository.path / "a.de.txt")


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [(0, 2, False), (2, 4, True), (4, 5, True), (3, 7, True), (6, 8, False), (3, 3, True)],
)
def test_findings_on_changed_lines(start: int, end: int, kept: bool, tmp_path: Path) -> None:
    text = "aa\nbb\ncc\n"
    path = tmp_path / "a.txt"
    finding = Finding(start, end, Severity.ERROR, "forbidden-term", "a", "a", "x", "x", Via.EXACT, (), "")
    changes = Changes({os.path.realpath(path): (range(2, 3),)})
    found = changes.within(Document(path.as_posix(), "de", text, (Segment(text, ()),)), [finding])
    assert found == [finding] * kept


def shallow(repository: Repository, tmp_path: Path) -> Path:
    edit(repository)
    clone = tmp_path / "clone"
    url = f"file://{repository.path.as_posix()}"
    subprocess.run(["git", "clone", "-q", "--depth", "1", "--no-single-branch", url, clone], check=True)
    return clone


def test_a_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    clone = shallow(repository, tmp_path)
    with pytest.raises(UserError, match="the clone is shallow and lacks the commits in between"):
        changes_since("origin/main", clone)


@pytest.mark.parametrize(
    ("revision", "message"),
    [
        ("nothing", "--changed-since nothing: git knows no such revision"),
        ("origin/main", "--changed-since origin/main: git knows no such revision: fetch it first"),
        ("--output=x", "--changed-since --output=x: not a revision"),
        ("orphan", "--changed-since orphan: it has no history in common with HEAD"),
    ],
)
def test_revisions_that_will_not_do(repository: Repository, revision: str, message: str) -> None:
    repository.git("checkout", "-q", "--orphan", "orphan")
    repository.git("commit", "-q", "-m", "orphan")
    repository.git("checkout", "-q", "work")
    with pytest.raises(UserError) as caught:
        changes_since(revision, repository.path)
    assert str(caught.value) == message


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", tmp_path.parent.as_posix())
    with pytest.raises(UserError, match="--changed-since: git: not a git repository"):
        changes_since("main", tmp_path)


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", tmp_path.as_posix())
    with pytest.raises(UserError, match="--changed-since: git is not installed"):
        changes_since("main", tmp_path)
