"""Which files a command line names: arguments and what lies there on the left, what is checked on the right."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from viterm.config import Config
from viterm.discover import Discovery, Found, discover


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, outside any repository."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lay_out(*paths: str, **texts: str) -> None:
    """Make files; a path that ends with a slash is a folder."""
    for path in (*paths, *texts):
        if path.endswith("/"):
            Path(path).mkdir(parents=True, exist_ok=True)
        else:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(texts.get(path, ""), encoding="utf-8")


def search(*paths: str, exclude: tuple[str, ...] = (), root: str = ".", stdin_filename: str | None = None) -> Discovery:
    return discover(paths, Config(Path(root).absolute(), exclude=exclude), stdin_filename=stdin_filename)


def shown(discovery: Discovery) -> list[str]:
    """The files that were found, where there is no error."""
    assert [str(error) for error in discovery.errors] == []
    return [file.shown for file in discovery.files]


def errors(discovery: Discovery) -> list[str]:
    return [str(error) for error in discovery.errors]


# Files


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["a.md"], ["a.md"]),
        (["./a.md"], ["a.md"]),
        (["b/../a.md"], ["b/../a.md"]),
        (["notes", "a.rst", ".hidden.md"], ["notes", "a.rst", ".hidden.md"]),
        (["b/c.txt", "a.md"], ["b/c.txt", "a.md"]),
        (["a.md", "./a.md", "b/../a.md", "link.md"], ["a.md"]),
        (["link.md", "a.md"], ["link.md"]),
        (["a[1].md"], ["a[1].md"]),
        (["*"], ["*"]),
    ],
)
def test_a_named_file_is_taken_as_it_is_and_once(given: list[str], expected: list[str]) -> None:
    lay_out("a.md", "notes", "a.rst", ".hidden.md", "b/c.txt", "a[1].md", "a1.md", "*")
    Path("link.md").symlink_to("a.md")
    assert shown(search(*given)) == expected


def test_a_file_named_as_absolute_is_shown_as_absolute(folder: Path) -> None:
    lay_out("a.md")
    assert shown(search(str(folder / "a.md"), "a.md")) == [(folder / "a.md").as_posix()]


def test_a_pipe_is_taken() -> None:
    os.mkfifo("pipe")
    assert shown(search("pipe")) == ["pipe"]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ("b.md", "b.md: no such file or folder"),
        ("", '"": no such file or folder'),
        ("a.md/b.md", "a.md/b.md: can't be read: Not a directory"),
        ("dangling.md", "dangling.md: no such file or folder"),
        ("loop.md", "loop.md: can't be read: Too many levels of symbolic links"),
        ("empty", "empty: no file to check here (suffixes: .md .markdown .mdown .mkd .txt .text)"),
        ("*.markdown", "*.markdown: no file matches"),
        ("nowhere/*.md", "nowhere/*.md: no file matches"),
        ("a.md/*.md", "a.md/*.md: no file matches"),
    ],
)
def test_what_gives_no_file_is_an_error_and_the_others_are_taken(given: str, error: str) -> None:
    lay_out("a.md", "empty/picture.png", "empty/.hidden.md")
    Path("dangling.md").symlink_to("gone.md")
    Path("loop.md").symlink_to("loop.md")
    discovery = search(given, "a.md")
    assert errors(discovery) == [error]
    assert [file.shown for file in discovery.files] == ["a.md"]


# Standard input


@pytest.mark.parametrize(
    ("filename", "expected"),
    [(None, "<stdin>"), ("", "<stdin>"), ("site/a.de.md", "site/a.de.md"), ("./a.md", "a.md")],
)
def test_standard_input_may_have_a_name(filename: str | None, expected: str) -> None:
    discovery = search("-", "-", stdin_filename=filename)
    assert shown(discovery) == [expected]
    assert discovery.files[0].is_stdin


def test_a_file_beside_standard_input_of_the_same_name_is_another_text() -> None:
    lay_out("a.md")
    assert search("a.md", "-", stdin_filename="a.md").files == (
        Found(Path("a.md")),
        Found(Path("a.md"), is_stdin=True),
    )


# Folders


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (".", ["a.md", "b/B.TXT", "b/c/d.md", "b/c.markdown", "b.md"]),
        ("b", ["b/B.TXT", "b/c/d.md", "b/c.markdown"]),
        ("b/", ["b/B.TXT", "b/c/d.md", "b/c.markdown"]),
        ("b/c/..", ["b/c/../B.TXT", "b/c/../c/d.md", "b/c/../c.markdown"]),
        (".hidden", [".hidden/a.md"]),
        ("node_modules/x", ["node_modules/x/README.md"]),
    ],
)
def test_a_folder_is_searched_for_texts_in_order(given: str, expected: list[str]) -> None:
    lay_out("b.md", "a.md", "b/c/d.md", "b/c.markdown", "b/B.TXT", "b/a.png", "b/notes")
    lay_out(".a.md", ".hidden/a.md", ".git/description.txt", "node_modules/x/README.md", "b/._c.md", "x.md/")
    assert shown(search(given)) == expected


def test_a_file_is_taken_at_its_first_mention() -> None:
    lay_out("a/b.md", "a/c.md")
    assert shown(search("a/c.md", "a", "a/*.md")) == ["a/c.md", "a/b.md"]


def test_links_are_followed_to_files_and_never_round_in_circles() -> None:
    lay_out("a/b.md", "elsewhere/c.md", "elsewhere/d.md")
    Path("a/again").symlink_to("../a")
    Path("a/c.md").symlink_to("../elsewhere/c.md")
    Path("a/z.md").symlink_to("b.md")
    Path("a/gone.md").symlink_to("nowhere.md")
    Path("a/circle.md").symlink_to("circle.md")
    Path("a/odd.md").symlink_to("x" * 300)
    Path("linked").symlink_to("elsewhere")
    assert shown(search("a")) == ["a/b.md", "a/c.md"]
    assert shown(search("linked")) == ["linked/c.md", "linked/d.md"]


def test_glossary_folders_are_left_out_unless_named() -> None:
    lay_out("a.md", "terms/README.md", "more/terms/README.md")
    config = Config(Path().absolute(), glossary=(Path("terms"),))
    assert shown(discover(["."], config, glossaries=[Path("more/terms").absolute()])) == ["a.md"]
    assert shown(discover(["terms"], config)) == ["terms/README.md"]


def test_a_folder_that_cannot_be_listed_is_an_error(folder: Path) -> None:
    lay_out("a.md")
    # Deeper than a path can be long, so that no system call reaches the bottom by its absolute path.
    deepest, name = folder, "d" * 250
    for _ in range(20):
        Path(name).mkdir()
        os.chdir(name)
        deepest /= name
    os.chdir(folder)
    discovery = search(".")
    assert [file.shown for file in discovery.files] == ["a.md"]
    [error] = errors(discovery)
    assert error.startswith("ddd")
    assert error.endswith(": can't be read: File name too long")


# Patterns


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("*.md", ["a.md", "b.de.md"]),
        ("**/*.de.md", ["b.de.md", "c/d.de.md", "c/e/f.de.md"]),
        ("c/**/*.de.md", ["c/d.de.md", "c/e/f.de.md"]),
        ("./c/?.de.md", ["c/d.de.md"]),
        ("[a]*", ["a.md"]),
        ("c/*", ["c/d.de.md", "c/e/f.de.md"]),
        ("**/*.rst", ["c/g.rst"]),
        ("*/..", []),
    ],
)
def test_a_pattern_is_matched_here_for_shells_that_leave_it(given: str, expected: list[str]) -> None:
    lay_out("a.md", "a.png", "b.de.md", "c/d.de.md", "c/e/f.de.md", "c/g.rst", ".h/i.de.md", "node_modules/j.de.md")
    discovery = search(given)
    assert [file.shown for file in discovery.files] == expected
    assert bool(discovery.errors) is not bool(expected)


def test_an_absolute_pattern(folder: Path) -> None:
    lay_out("a.md", "b/c.md")
    assert shown(search(f"{folder}/**/c.md")) == [f"{folder.as_posix()}/b/c.md"]


# What the config excludes


@pytest.mark.parametrize(
    ("given", "exclude", "expected"),
    [
        (["."], ["archive/"], ["a.de.md", "b/a.md"]),
        (["."], ["*.de.md"], ["archive/b.md", "b/a.md"]),
        (["."], ["/archive/*", "!b.md"], ["a.de.md", "archive/b.md", "b/a.md"]),
        (["archive/2024/c.de.md", "a.de.md"], ["archive/"], ["a.de.md"]),
        (["archive"], ["archive/"], []),
        (["archive/2024"], ["archive/"], []),
        (["archive/*.md", "b/*"], ["archive/b.md", "archive/2024/"], ["b/a.md"]),
        (["a.de.md"], ["a.de.md/"], ["a.de.md"]),
        (["../outside.md"], ["*"], ["../outside.md"]),
    ],
)
def test_what_the_config_excludes_is_never_taken(given: list[str], exclude: list[str], expected: list[str]) -> None:
    lay_out("project/a.de.md", "project/archive/b.md", "project/archive/2024/c.de.md", "project/b/a.md", "outside.md")
    os.chdir("project")
    assert [file.shown for file in search(*given, exclude=tuple(exclude)).files] == expected


@pytest.mark.parametrize("given", ["archive/a.md", "archive", "archive/b", "-"])
def test_naming_only_what_is_excluded_is_no_error(given: str) -> None:
    lay_out("archive/a.md", "archive/b/c.md")
    assert shown(search(given, exclude=("archive/",), stdin_filename="archive/a.md")) == []


def test_excluded_paths_are_relative_to_the_config_file() -> None:
    lay_out("project/archive/a.md", "project/b/archive/c.md", "archive/a.md")
    os.chdir("project/b")
    assert shown(search("..", exclude=("/archive/",), root="..")) == ["../b/archive/c.md"]
    assert shown(search("../..", exclude=("/archive/",), root="..")) == [
        "../../archive/a.md",
        "../../project/b/archive/c.md",
    ]


def test_excluded_folders_are_recognised_behind_links() -> None:
    lay_out("project/archive/a.md")
    Path("shortcut").symlink_to("project")
    assert shown(search("shortcut/archive/a.md", exclude=("archive/",), root="project")) == []


# What git ignores

LAYOUT = {
    ".git/info/exclude": "/local/*.md\nkeep.draft.md\n",
    ".gitignore": "# comment\n\n*.draft.md\n!keep.draft.md\n/build/\ncache\n*.tmp/\n",
    "site/.gitignore": "*.md\r\n!*.de.md\r\n!/notes/\r\n/vendored\r\n",
    "site/notes/.gitignore": "\ufeff!*.md\n",
    "content/.gitignore": "/*\n!/en/\n!.gitignore\n/en/old/*\n!/en/old/keep.md\n",
}
FILES = [
    "a.md",
    "a.draft.md",
    "keep.draft.md",
    "build/a.md",
    "build/keep.draft.md",
    "site/build/a.md",
    "site/a.md",
    "site/a.de.md",
    "site/a.draft.md",
    "site/a.de.draft.md",
    "site/cache/a.de.md",
    "site/vendored/a.de.md",
    "site/x.tmp/a.de.md",
    "site/notes/a.md",
    "site/notes/a.draft.md",
    "site/deep/er/vendored/a.de.md",
    "content/a.md",
    "content/fr/a.md",
    "content/en/a.md",
    "content/en/old/a.md",
    "content/en/old/keep.md",
    "local/a.md",
    "local/b.txt",
]


@pytest.fixture
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with ignore files on three levels, in the current folder."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git("init")
    lay_out(*FILES, **LAYOUT)
    return folder


def git(*arguments: str) -> str:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("given", [".", "site", "site/notes", "content", "content/en/old", "local"])
def test_git_lists_the_same_files(given: str) -> None:
    listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", given).split("\0")
    texts = [path for path in listed if path.endswith((".md", ".txt"))]
    assert sorted(shown(search(given))) == sorted(texts)


@pytest.mark.usefixtures("repository")
def test_the_layout_has_files_of_both_kinds() -> None:
    kept = shown(search("."))
    assert set(kept) < set(FILES)
    assert {"keep.draft.md", "content/en/old/keep.md", "site/notes/a.md", "local/b.txt"} <= set(kept)


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("build/a.md", ["build/a.md"]),
        ("build", ["build/a.md"]),
        ("site/x.tmp", ["site/x.tmp/a.de.md"]),
        ("build/*", ["build/a.md"]),
    ],
)
def test_what_is_ignored_is_taken_where_it_is_named(given: str, expected: list[str]) -> None:
    lay_out("build/.hidden.md")
    Path("build/keep.draft.md").unlink()
    assert shown(search(given)) == expected


@pytest.mark.usefixtures("repository")
def test_a_repository_inside_another_goes_by_its_own_rules() -> None:
    lay_out("inner/.git/", "inner/a.draft.md", "inner/b/a.md", **{"inner/.gitignore": "a.md\n"})
    assert shown(search("inner")) == ["inner/a.draft.md"]
    assert "inner/a.draft.md" in shown(search("."))


def test_outside_a_repository_rules_above_the_folder_have_no_say() -> None:
    lay_out("site/a.md", "site/b/a.md", "site/b/c.md", **{".gitignore": "*\n", "site/b/.gitignore": "c.md\n"})
    assert shown(search("site")) == ["site/a.md", "site/b/a.md"]


def test_rules_that_cannot_be_read_are_an_error() -> None:
    lay_out("a/b/c.md", ".git/")
    Path("a/.gitignore").symlink_to("x" * 300)
    discovery = search("a", "a/b")
    assert discovery.files == ()
    assert errors(discovery) == ["a: can't be read: File name too long", "a/b: can't be read: File name too long"]
