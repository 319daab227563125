"""Path patterns read lines as git does: examples side by side, and git itself as the judge of random ones."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viterm.patterns import Patterns, patterns, read_rule

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("lines", "matched", "not_matched"),
    [
        pytest.param(
            ["a.md"], ["a.md", "b/a.md", "a.md/"], ["a.mdx", "ba.md", "a.md/b"], id="a name is found anywhere"
        ),
        pytest.param(["/a.md"], ["a.md"], ["b/a.md"], id="a slash in front anchors"),
        pytest.param(["b/a.md"], ["b/a.md"], ["c/b/a.md"], id="a slash inside anchors too"),
        pytest.param(["a/"], ["a/", "b/a/"], ["a", "b/a"], id="a slash at the end asks for a folder"),
        pytest.param(["*.md"], ["a.md", "b/.md"], ["md", "a.md.txt"], id="star"),
        pytest.param(["a/*.md"], ["a/b.md"], ["a/b/c.md", "a/"], id="a star stops at a slash"),
        pytest.param(["a/*"], ["a/b", "a/b/"], ["a/", "a/b/c"], id="a star is at least an entry"),
        pytest.param(["?.md"], ["ä.md"], [".md", "ab.md"], id="question mark"),
        pytest.param(["a?b/"], [], ["a/b/"], id="a question mark is no slash"),
        pytest.param(["**/a/b"], ["a/b", "c/d/a/b"], ["c/da/b"], id="folders in front"),
        pytest.param(["a/**/b"], ["a/b", "a/c/b", "a/c/d/b"], ["ab", "a/cb"], id="folders between"),
        pytest.param(["a/**"], ["a/b", "a/b/c", "a/b/"], ["a", "a/"], id="everything below"),
        pytest.param(["**"], ["a", "a/b", "a/"], [], id="everything"),
        pytest.param(["a**b"], ["ab", "acb", "d/a-b"], ["a/b"], id="two stars inside a name are one"),
        pytest.param(["[ab].md"], ["a.md", "b.md"], ["c.md", "ab.md"], id="set"),
        pytest.param(["[!ab].md", "[^c]x"], ["c.md", "dx"], ["a.md", "cx"], id="set of what is left out"),
        pytest.param(["[a-c-e]x"], ["bx", "-x", "ex"], ["dx"], id="range, then a hyphen"),
        pytest.param(["[]a-]x", "[!]]y"], ["]x", "ax", "-x", "ay"], ["bx", "]y"], id="bracket and hyphen in a set"),
        pytest.param(["[c-a]x"], ["cx"], ["bx", "ax"], id="a range backwards is its first character"),
        pytest.param([r"[\]a\-c]x"], ["]x", "-x", "cx"], ["bx", "\\x"], id="escapes in a set"),
        pytest.param(["[[:digit:]_]x"], ["1x", "_x"], ["dx", ":x"], id="class"),
        pytest.param(["a[!b]c"], ["axc"], ["a/c"], id="a set never holds the slash"),
        pytest.param([r"\*.md", r"\!a", r"\#b"], ["*.md", "!a", "#b"], ["c.md", "a", "b"], id="escapes"),
        pytest.param(["a  ", r"b\ "], ["a", "b "], ["a ", "b"], id="blanks at the end"),
        pytest.param([" a"], [" a"], ["a"], id="a blank in front counts"),
        pytest.param(["a+b(c)|d$.md"], ["a+b(c)|d$.md"], ["aab(c)", "d$.md"], id="what is special to regexes"),
        pytest.param(
            ["", "#a", "!", "/", "[a", "a\\", "[[:no:]]"], [], ["a", "#a", "!", "[a"], id="lines without effect"
        ),
        pytest.param(["*.md", "!a.md"], ["b.md"], ["a.md"], id="taken back"),
        pytest.param(["!a.md", "*.md"], ["a.md"], [], id="the last line decides"),
        pytest.param(["*", "!*/", "!*.md"], ["a.txt", "b/a.txt"], ["a.md", "b/", "b/a.md"], id="only some files"),
        pytest.param([], [], ["a", "a/"], id="nothing"),
    ],
)
def test_matches(lines: list[str], matched: list[str], not_matched: list[str]) -> None:
    rules = Patterns(lines)
    assert [path for path in matched + not_matched if _matches(rules, path)] == matched


@pytest.mark.parametrize(
    ("path", "verdict"),
    [("a.md", True), ("b.md", False), ("c.txt", None), ("", None)],
)
def test_a_verdict_tells_what_is_taken_back_from_what_nobody_speaks_of(path: str, verdict: bool | None) -> None:
    assert Patterns(["*.md", "!b.md"]).verdict(path) is verdict


@pytest.mark.parametrize(
    ("lines", "path", "covered"),
    [
        (["archive"], "archive/2024/a.md", True),
        (["archive/"], "site/archive/a.md", True),
        (["archive/"], "archive", False),
        (["/archive"], "site/archive/a.md", False),
        (["a.md"], "b/a.md", True),
        (["archive/", "!archive/a.md"], "archive/a.md", True),
        (["archive/*", "!archive/a.md"], "archive/a.md", False),
    ],
)
def test_covers_what_lies_below_a_matched_folder(lines: list[str], path: str, covered: bool) -> None:
    assert Patterns(lines).covers(path) is covered


def test_a_folder_is_covered_by_a_pattern_for_folders() -> None:
    assert Patterns(["a/"]).covers("a", folder=True)


def test_the_same_lines_are_read_once() -> None:
    assert patterns("a", "b") is patterns("a", "b")
    assert patterns("b", "a") is not patterns("a", "b")


@pytest.mark.parametrize("line", ["[a", "a[", "a\\", "[[:no:]]", "[!", "[a-", "[\\]", "x[]"])
def test_git_throws_away_what_is_left_open(line: str) -> None:
    assert read_rule(line) is None


def _matches(rules: Patterns, path: str) -> bool:
    return bool(rules.verdict(path.rstrip("/"), folder=path.endswith("/")))


NAMES = ("a", "b", "ab", "keep")
FILES = ("a.md", "b.txt", "keep.md")

# No two slashes in a row, and no two stars beside a letter: there git 2.39 reads memory that is not the pattern's.
pieces = st.sampled_from(
    [
        "*",
        "?",
        *NAMES,
        *FILES,
        "[ab]",
        "[!a]",
        "[b-a]",
        "[^a-k]",
        "[]a]",
        "[a",
        "[[:alpha:]]",
        "\\a",
        "\\",
        " ",
        "-",
        "#",
    ]
)
names = st.lists(pieces, min_size=1, max_size=3).map("".join).filter(lambda name: "**" not in name)
lines = st.builds(
    lambda bang, slash, parts, end: f"{bang}{slash}{'/'.join(parts)}{end}",
    st.sampled_from(["", "", "!"]),
    st.sampled_from(["", "/"]),
    st.lists(st.one_of(names, st.sampled_from([*NAMES, "*", "**"])), min_size=1, max_size=3),
    st.sampled_from(["", "", "/"]),
)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with every name on three levels."""
    top = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "--quiet", top], check=True)
    folders = [top]
    for _ in range(3):
        for folder in folders:
            for name in FILES:
                (folder / name).touch()
        folders = [folder / name for folder in folders for name in NAMES]
        for folder in folders:
            folder.mkdir()
    return top


@settings(max_examples=100, deadline=None)
@given(st.lists(lines, min_size=1, max_size=4))
def test_git_ignores_the_same_files(repository: Path, written: list[str]) -> None:
    (repository / ".gitignore").write_text("\n".join(written), encoding="utf-8", newline="\n")
    command = ["git", "ls-files", "-z", "--others", "--exclude-per-directory=.gitignore"]
    listed = subprocess.run(command, cwd=repository, check=True, capture_output=True, encoding="utf-8").stdout
    assert set(_kept(repository, "", Patterns(written))) == set(listed.split("\0")) - {""}


def _kept(top: Path, inside: str, rules: Patterns) -> list[str]:
    kept = []
    for entry in os.scandir(top / inside):
        path = inside + entry.name
        if entry.name != ".git" and not rules.verdict(path, folder=entry.is_dir()):
            kept += _kept(top, path + "/", rules) if entry.is_dir() else [path]
    return kept
