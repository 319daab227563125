"""The config file: what it may say and what that means; each fault with its place and what would have been right."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path
from textwrap import dedent

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from viterm.config import FILE_NAME, Config, config_for, find_config, load_config
from viterm.config_keys import KEYS
from viterm.errors import ProblemsError, UserError
from viterm.findings import Severity
from viterm.lint import IgnoredText
from viterm.path_settings import PathSettings


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, which has the folder `terms`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms").mkdir()
    return tmp_path


def load(text: str | bytes) -> Config:
    data = text if isinstance(text, bytes) else dedent(text).encode()
    Path(FILE_NAME).write_bytes(data)
    return load_config(Path(FILE_NAME))


def problems(text: str | bytes) -> list[str]:
    """The problems of a config file, as `line:column: message`."""
    with pytest.raises(ProblemsError) as caught:
        load(text)
    assert {problem.path for problem in caught.value.problems} == {FILE_NAME}
    return [str(problem).removeprefix(f"{FILE_NAME}:") for problem in caught.value.problems]


# What a file may say


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "\n\n",
        "# a comment\r\n  # another\r\r\n\t\n",
        "---\n",
        "---\n# nothing\n...\n",
        "{}",
        "~",
        "\n".join(f"{key.name}:" for key in KEYS),
        "\n".join(f"{key.name}: {key.written}" for key in KEYS),
    ],
)
def test_what_is_left_out_has_its_default(text: str, root: Path) -> None:
    assert load(text) == Config(root)


def test_the_defaults_check_everything_and_fail_on_warnings(root: Path) -> None:
    assert Config(root) == Config(
        root=root,
        glossary=(),
        bundled=True,
        languages=(),
        exclude=(),
        rules=(),
        select=(),
        ignore=(),
        paths=(),
        fail_on=Severity.WARNING,
    )


def test_every_key_is_a_field_of_the_config() -> None:
    others = {"root", "path", "mentions"}
    assert [key.field for key in KEYS] == [field.name for field in fields(Config) if field.name not in others]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: str(key.name))
def test_the_example_of_a_key_says_something_else_than_the_default(key: object, root: Path) -> None:
    (index,) = (i for i, known in enumerate(KEYS) if known is key)
    known = KEYS[index]
    config = load(f"{known.name}: {known.example}")
    assert getattr(config, known.field) != known.default
    assert replace(config, **{known.field: known.default}) == Config(root)


def test_a_file_with_every_key(root: Path) -> None:
    config = load(
        r"""
        # All of it
        fail-on: never
        glossary: [terms]
        bundled: false
        languages:
          site/no/: no
          "*.ua.md": UK
          "**": pt_br
        exclude:
          - archive/
          - "!archive/a.md"
        rules:
          variant-term: off
          mixed-renderings: error
        select: [forbidden-term, dan-van]
        ignore:
          - untranslated-term
          - text: '^Source:\s'
          - text: „[^“]*“
            rules: [forbidden-term, variant-term]
            reason: quoted titles
          - no
        paths:
          archive/: {rules: {variant-term: off}, select: [forbidden-term]}
          "*.draft.md":
            ignore: [dan-van, {text: a}]
          old/:
        """
    )
    assert config == Config(
        root=root,
        glossary=(root / "terms",),
        bundled=False,
        languages=(("site/no/", "nb"), ("*.ua.md", "uk"), ("**", "pt-BR")),
        exclude=("archive/", "!archive/a.md"),
        rules=(("variant-term", None), ("mixed-renderings", Severity.ERROR)),
        select=("forbidden-term", "dan-van"),
        ignore=(
            "untranslated-term",
            IgnoredText(regex.compile(r"^Source:\s", regex.MULTILINE)),
            IgnoredText(regex.compile("„[^“]*“", regex.MULTILINE), frozenset({"forbidden-term", "variant-term"})),
            "no",
        ),
        paths=(
            PathSettings("archive/", rules=(("variant-term", None),), select=("forbidden-term",)),
            PathSettings("*.draft.md", ignore=("dan-van", IgnoredText(regex.compile("a", regex.MULTILINE)))),
            PathSettings("old/"),
        ),
        fail_on=None,
    )
    assert config.path == FILE_NAME


def test_names_and_passages_to_ignore_are_told_apart() -> None:
    config = load("ignore: [dan-van, {text: a, rules: }, forbidden-term]")
    assert config.ignored_names == ("dan-van", "forbidden-term")
    assert config.ignored_text == (IgnoredText(regex.compile("a", regex.MULTILINE)),)


def test_a_folder_may_be_given_as_absolute(root: Path) -> None:
    assert load(f"glossary: ['{root.as_posix()}/terms']").glossary == (root / "terms",)


# Faults


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fail_on: error", "1:1: unknown key `fail_on`; nearest: `fail-on`"),
        (
            "colour: never",
            (
                "1:1: unknown key `colour`; known: `baseline`, `bundled`, `exclude`, `fail-on`, `glossary`, `ignore`, "
                "`languages`, `paths`, `rules`, `select`"
            ),
        ),
        ("bundled: true\nbundled: false", "2:1: duplicate key `bundled`, first in line 1: merge the two"),
        ("[a]: b", "1:1: a key must be a text, not a list: quote one that starts with a bracket"),
        ("- a", "1:1: the config must be a mapping, lines of `key: value`, not a list"),
        ("bundled", "1:1: the config must be a mapping, lines of `key: value`, not a text"),
        ("bundled: yes", "1:10: `bundled` must be `true` or `false`, not `yes`"),
        ("bundled: [true]", "1:10: `bundled` must be a text, not a list"),
        ("fail-on: off", "1:10: `fail-on` must be `error`, `warning`, `info` or `never`, not `off`"),
        ("fail-on: ''", "1:10: `fail-on` is empty"),
        ("glossary: terms", "1:11: `glossary` must be a list, not a text: start each item with `- `"),
        (
            "glossary: [terms, trems]",
            "1:19: `glossary`: no folder `trems`; paths start at the folder of this file",
        ),
        ("exclude: {a: b}", "1:10: `exclude` must be a list, not a mapping: start each item with `- `"),
        ("exclude:\n- \n- a", "2:2: an item of `exclude` is empty"),
        ("exclude: [[a]]", "1:11: an item of `exclude` must be a text, not a list"),
        ("exclude: ['a[b']", "1:11: `a[b` matches no path: close its bracket, or write `\\[`"),
        ("exclude: ['#a']", "1:11: `#a` matches no path: write it as in .gitignore"),
        ("languages: [de]", "1:12: `languages` must be a mapping, lines of `key: value`, not a list"),
        ("languages: {a: german}", "1:16: `german` is not a language tag; nearest: `de` (German)"),
        ("languages: {a: }", "1:16: `a` is empty"),
        ("languages: {a: [de]}", "1:16: `a` must be a text, not a list"),
        ("languages: {'!a': de}", "1:13: `!a`: a pattern here cannot start with `!`; put the exception first"),
        ("languages: {'a[': de}", "1:13: `a[` matches no path: close its bracket, or write `\\[`"),
        ("rules: {variant-terms: off}", "1:9: unknown rule `variant-terms`; nearest: `variant-term`"),
        (
            "rules: {variant-term: false}",
            "1:23: `variant-term` must be `error`, `warning`, `info` or `off`, not `false`",
        ),
        ("paths: [archive/]", "1:8: `paths` must be a mapping, lines of `key: value`, not a list"),
        ("paths: {a/: off}", "1:13: `a/` must be a mapping, lines of `key: value`, not a text"),
        ("paths: {a/: {rule: {}}}", "1:14: unknown key `rule`; nearest: `rules`"),
        ("paths: {a/: {exclude: []}}", "1:14: unknown key `exclude`; known: `ignore`, `rules`, `select`"),
        ("paths: {a/: {rules: {variant-terms: off}}}", "1:22: unknown rule `variant-terms`; nearest: `variant-term`"),
        ("paths: {a/: {select: a}}", "1:22: `select` must be a list, not a text: start each item with `- `"),
        (
            "paths: {'!a': {}}",
            "1:9: `!a`: a pattern here cannot start with `!`; put the exception last, with what holds for it",
        ),
        ("paths: {'a[': {}}", "1:9: `a[` matches no path: close its bracket, or write `\\[`"),
        ("paths:\n  a/: {}\n  a/: {}", "3:3: duplicate key `a/`, first in line 2: merge the two"),
        ("select: dan-van", "1:9: `select` must be a list, not a text: start each item with `- `"),
        ("ignore: {text: a}", "1:9: `ignore` must be a list, not a mapping: start each item with `- `"),
        (
            "ignore: [{rules: [variant-term]}]",
            "1:10: an item of `ignore` has no `text`: add the pattern of the text to ignore",
        ),
        ("ignore: [dan-van, ~]", "1:19: an item of `ignore` is empty"),
        ("ignore: [[dan-van]]", "1:10: an item of `ignore` must be a text, not a list"),
        ("ignore: [{text: }]", "1:17: `text` is empty"),
        ("ignore: [{text: a, rule: b}]", "1:20: unknown key `rule`; nearest: `rules`"),
        ("ignore: [{text: a, rules: [b]}]", "1:28: unknown rule `b`; known: `forbidden-term`, "),
        ("ignore: [{text: a, rules: b}]", "1:27: `rules` must be a list, not a text: start each item with `- `"),
        ("ignore: [{text: a, reason: [b]}]", "1:28: `reason` must be a text, not a list"),
        ("ignore: [{text: '(a'}]", "1:17: `(a` is not a regular expression: missing ) at position 2"),
        ("bundled: &a true", "1:10: `&a` is an anchor"),
        ("bundled: [true", ""),
        ("bundled: true\n---\nbundled: false", "2:1: a second YAML document"),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_would_be_right(text: str, expected: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(expected)


def test_all_faults_are_told_at_once_in_order() -> None:
    text = """\
        fail-on: fatal
        exlude: []
        rules:
          forbiden-term: error
          variant-term: of
        ignore:
          - {reason: none}
        bundled: maybe
        """
    assert [problem.partition(": ")[0] for problem in problems(text)] == ["1:10", "2:1", "4:3", "5:17", "7:5", "8:10"]


@pytest.mark.parametrize("data", [b"bundled: \xe9", "bundled: true".encode("utf-16"), b"bundled: true\0"])
def test_what_is_not_utf_8_is_a_fault(data: bytes) -> None:
    assert len(problems(data)) == 1


@given(st.text(alphabet=st.sampled_from("ab:-[]{}#&*!|>'\"%@`,? \n\t0glosary"), max_size=30))
def test_no_text_is_more_than_faulty(text: str) -> None:
    with suppress(ProblemsError):
        load(text)


def test_names_are_checked_once_the_glossary_is_known() -> None:
    config = load(
        """\
        select: [forbidden-term, dan-va]
        ignore:
          - khoi
          - {text: khoi}
        paths:
          archive/: {select: [dan-vn], ignore: [tinh, {text: dan-vn}]}
        """
    )
    with pytest.raises(ProblemsError) as caught:
        config.check_names({"forbidden-term", "dan-van", "tinh"})
    assert str(caught.value).splitlines() == [
        ".viterm.yaml:1:26: unknown rule or concept `dan-va`; nearest: `dan-van`",
        ".viterm.yaml:3:5: unknown rule or concept `khoi`; known: `dan-van`, `forbidden-term`, `tinh`",
        ".viterm.yaml:6:23: unknown rule or concept `dan-vn`; nearest: `dan-van`",
    ]
    config.check_names({"forbidden-term", "dan-va", "khoi", "dan-vn", "tinh"})


def test_a_file_that_cannot_be_read_is_an_error() -> None:
    Path(FILE_NAME).mkdir()
    with pytest.raises(UserError, match=r"^\.viterm\.yaml: can't be read: Is a directory$"):
        config_for(Path())


# Where it is found


@pytest.mark.parametrize(
    ("there", "folder", "expected"),
    [
        ([".viterm.yaml"], ".", ".viterm.yaml"),
        ([".viterm.yaml"], "a/b", "../../.viterm.yaml"),
        ([".viterm.yaml", "a/.viterm.yaml"], "a/b", "../.viterm.yaml"),
        ([".viterm.yaml", ".git/"], "a/b", "../../.viterm.yaml"),
        ([".viterm.yaml", "a/.git/"], "a/b", None),
        ([".viterm.yaml", "a/.git"], "a/b", None),
        ([".viterm.yaml", "a/b/.git/"], "a/b", None),
        ([".git/", "a/b/c/.viterm.yaml"], "a/b", None),
        ([".viterm.yaml", ".viterm.yml"], ".", ".viterm.yaml"),
    ],
)
def test_the_nearest_file_holds_up_to_the_top_of_the_repository(
    there: list[str], folder: str, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(*there, f"{folder}/")
    monkeypatch.chdir(folder)
    assert find_config(Path()) == (Path(expected) if expected else None)


def make(*paths: str) -> None:
    for path in paths:
        if path.endswith("/"):
            Path(path).mkdir(parents=True, exist_ok=True)
        else:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).touch()


def test_a_search_ends_at_the_top_of_the_file_system(root: Path) -> None:
    assert find_config(Path(root.anchor)) is None


def test_a_search_from_an_absolute_folder_gives_an_absolute_path(root: Path) -> None:
    make(".viterm.yaml", "a/")
    assert find_config(root / "a") == root / ".viterm.yaml"
    assert find_config(Path("a")) == Path(".viterm.yaml")


def test_the_other_suffix_is_an_error_and_not_passed_by() -> None:
    make(".viterm.yml", "a/")
    with pytest.raises(UserError, match=r"^\.viterm\.yml: not read under this name: call it \.viterm\.yaml$"):
        find_config(Path("a"))


def test_a_link_to_nowhere_is_an_error() -> None:
    Path(FILE_NAME).symlink_to("gone.yaml")
    with pytest.raises(UserError, match=r"^\.viterm\.yaml: can't be read: No such file or directory$"):
        config_for(Path())


def test_without_a_file_the_current_folder_is_the_root(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(".git/", "a/")
    monkeypatch.chdir("a")
    assert config_for(Path()) == Config(root / "a")


def test_the_root_is_the_folder_of_the_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("a/")
    Path(FILE_NAME).write_text("glossary: [terms]", encoding="utf-8")
    monkeypatch.chdir("a")
    assert config_for(Path()) == Config(root, glossary=(root / "terms",))
    assert config_for(Path()).path == "../.viterm.yaml"


@pytest.mark.parametrize("module", ["viterm.config", "viterm.discover", "viterm.language", "viterm.init"])
def test_without_a_file_yaml_is_not_imported(module: str) -> None:
    code = (
        f"import sys, {module}, viterm.config, pathlib; viterm.config.config_for(pathlib.Path()); "
        "print(sorted({'yaml', 'regex', 'pyromark'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    assert ran.stdout == "[]\n"


# The languages of paths


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("site/no/a.md", "nb"),
        ("site/no/deep/a.de.md", "nb"),
        ("a.ua.md", "uk"),
        ("deep/a.ua.md", "uk"),
        ("site/a.md", "de"),
        ("site/no", "de"),
        ("a.md", None),
        ("../site/a.md", None),
    ],
)
def test_the_first_pattern_that_matches_gives_the_language(path: str, language: str | None, root: Path) -> None:
    patterns = (("site/no/", "nb"), ("*.ua.md", "uk"), ("/site/**", "de"))
    assert Config(root, languages=patterns).language(Path(path)) == language


def test_without_patterns_the_config_gives_no_language(root: Path) -> None:
    assert Config(root).language(Path("de/a.de.md")) is None


@pytest.mark.parametrize(
    ("path", "matching"),
    [
        ("archive/a.md", ["archive/"]),
        ("site/archive/a.md", ["archive/"]),
        ("archive.md", []),
        ("a.draft.md", ["*.draft.md"]),
        ("archive/a.draft.md", ["archive/", "*.draft.md"]),
        ("archive/speeches/a.md", ["archive/", "archive/speeches/"]),
        ("site/archive/speeches/a.md", ["archive/"]),
        ("../archive/a.md", []),
    ],
)
def test_all_patterns_that_match_give_settings_in_the_order_of_the_file(
    path: str, matching: list[str], root: Path
) -> None:
    paths = tuple(PathSettings(pattern) for pattern in ("archive/", "*.draft.md", "archive/speeches/"))
    assert [one.pattern for one in Config(root, paths=paths).settings_of(Path(path))] == matching
