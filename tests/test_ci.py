"""The GitHub action and the stanzas of `docs/ci.md`: run as they stand there, on a real repository.

Hooks are in `test_pre_commit.py`.
"""

from __future__ import annotations

import re
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from checkout import git, release
from ci_page import ACTION, PAGE, Runner, addressed, project, read_json, scripts, shell, stanzas, with_values
from viterm import __version__
from viterm.report import FORMATS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts for a POSIX shell")

FOUND = "“Mobilisierung qualifizierter Massen”"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository with its release."""
    return release(tmp_path_factory.mktemp("viterm"), f"v{__version__}")


@pytest.fixture(scope="module")
def runner(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A runner that has installed viterm."""
    runner = Runner(tmp_path_factory.mktemp("runner"), source, tmp_path_factory.mktemp("cache"))
    done = runner.install()
    assert done.returncode == 0, done.stdout + done.stderr
    return runner


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    return project(tmp_path)


# The action


def annotated(output: str) -> list[str]:
    return re.findall(r"^::\w+ file=([^,]+,line=\d+)", output, re.MULTILINE)


def test_what_a_branch_has_added(runner: Runner, clone: Path) -> None:
    outcome = runner.lint(clone, changed_since="origin/main")
    assert (outcome.exit, outcome.stderr) == (1, "")
    assert annotated(outcome.stdout) == ["new.de.md,line=2"]
    assert FOUND in outcome.stdout
    kinds = [outcome.outputs[name] for name in ("errors", "warnings")]
    assert (outcome.outputs["findings"], sorted(kinds)) == ("1", ["0", "1"])
    (result,) = read_json(clone / outcome.outputs["sarif-file"])["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "new.de.md"
    assert re.findall(r"^\| \w+ \| (\S+) \|", outcome.summary, re.MULTILINE) == ["new.de.md:2:15"]


def test_the_whole_project(runner: Runner, clone: Path) -> None:
    outcome = runner.lint(clone)
    assert (outcome.exit, annotated(outcome.stdout)) == (1, ["new.de.md,line=2", "old.de.md,line=1"])
    assert outcome.outputs["findings"] == "2"


@pytest.mark.parametrize(
    ("inputs", "code", "findings"),
    [
        ({"fail_on": "never"}, 0, "2"),
        ({"paths": "old.de.md"}, 1, "1"),
        ({"paths": "old.de.md\n\nnew.de.md\n"}, 1, "2"),
        ({"paths": ""}, 1, "2"),
        ({"arguments": "--ignore=dan-van-kheo"}, 0, "0"),
        ({"arguments": "--ignore\ndan-van-kheo\n"}, 0, "0"),
        ({"paths": "gone.de.md"}, 2, "0"),
        ({"paths": "gone.de.md\nold.de.md"}, 2, "1"),
        ({"fail_on": "sometimes"}, 2, "0"),
        ({"changed_since": "no-such-branch"}, 2, "0"),
    ],
)
def test_inputs(inputs: dict[str, str], code: int, findings: str, runner: Runner, clone: Path) -> None:
    outcome = runner.lint(clone, **inputs)
    assert (outcome.exit, outcome.outputs["findings"]) == (code, findings), outcome
    assert bool(outcome.stderr) == (code == 2)


def test_a_sarif_file_of_another_name(runner: Runner, clone: Path) -> None:
    outcome = runner.lint(clone, sarif_file="a report.sarif")
    assert outcome.outputs["sarif-file"] == "a report.sarif"
    assert len(read_json(clone / "a report.sarif")["runs"][0]["results"]) == 2


@pytest.mark.parametrize("name", ["paths", "changed_since", "fail_on", "arguments", "sarif_file"])
def test_no_input_is_run(name: str, runner: Runner, clone: Path) -> None:
    outcome = runner.lint(
        clone, **{name: "a\"; touch run; \"$(touch run)`touch run`'; touch run; '\n$(touch run)\nerrors=7"}
    )
    assert not (clone / "run").exists()
    assert outcome.exit == (1 if name == "sarif_file" else 2)
    assert {*outcome.outputs} == {"sarif-file", "findings", "errors", "warnings"}
    assert outcome.outputs["errors"] != "7"


def test_no_expression_stands_in_a_script() -> None:
    everything = [ACTION, *(yaml.safe_load(block) for block in yaml_blocks())]
    assert len([*scripts(everything)]) > 3
    assert not [script for script in scripts(everything) if "${{" in script]


def test_the_page_lists_all_inputs_and_outputs() -> None:
    page = PAGE.read_text(encoding="utf-8")
    named = re.findall(r"^\| `([\w-]+)` \| ", page.partition("| input |")[2].partition("## ")[0], re.MULTILINE)
    assert named == [*ACTION["inputs"], *ACTION["outputs"]]


# The stanzas


def yaml_blocks() -> Iterator[str]:
    for heading in ("GitHub", "GitLab", "Hooks", "reviewdog"):
        yield from stanzas(heading, "yaml")


def test_every_stanza_names_this_version() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert set(re.findall(r"(?:OF-THIS-REPOSITORY@|rev: )(v[\d.]+)", page)) == {f"v{__version__}"}


def test_every_format_on_the_page_is_one() -> None:
    named = set(re.findall(r"--format (\w+)", PAGE.read_text(encoding="utf-8")))
    assert named == named & set(FORMATS) != set()


def test_the_github_stanza(source: Path, runner: Runner, clone: Path) -> None:
    (stanza,) = stanzas("GitHub", "yaml")
    checkout, viterm, upload = yaml.safe_load(addressed(stanza, source))["jobs"]["viterm"]["steps"]
    assert checkout["with"]["fetch-depth"] == 0  # as in this clone
    assert viterm["uses"] == f"{source.as_uri()}@v{__version__}"
    inputs = {name: with_values(value, {"github.base_ref": "main"}) for name, value in viterm["with"].items()}
    outcome = runner.lint(clone, **{name.replace("-", "_"): value for name, value in inputs.items()})
    assert (outcome.exit, annotated(outcome.stdout)) == (1, ["new.de.md,line=2"])
    outputs = {f"steps.{viterm['id']}.outputs.{name}": value for name, value in outcome.outputs.items()}
    assert upload["if"] == "always() && steps.viterm.outputs.sarif-file"
    uploaded = read_json(clone / with_values(upload["with"]["sarif_file"], outputs))
    assert len(uploaded["runs"][0]["results"]) == 1


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of a Python without viterm, as in a fresh image."""
    folder = tmp_path_factory.mktemp("image")
    venv.create(folder, with_pip=True)
    return folder / "bin"


def variables(tmp_path: Path) -> dict[str, str]:
    return {"VITERM_CACHE_DIR": str(tmp_path / "cache"), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def test_the_gitlab_stanza(source: Path, image: Path, clone: Path, tmp_path: Path) -> None:
    (stanza,) = stanzas("GitLab", "yaml")
    job = yaml.safe_load(addressed(stanza, source))["viterm"]
    assert job["variables"] == {"GIT_DEPTH": 0}
    script = "\n".join(job["script"])
    base = git(clone, "merge-base", "origin/main", "HEAD").strip()

    request = shell(script, clone, {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, **variables(tmp_path)}, image)
    assert request.returncode == 1, request.stdout + request.stderr
    assert re.findall(r"^\w+\.de\.md:\d+", request.stdout, re.MULTILINE) == ["new.de.md:2"]
    report: list[dict[str, Any]] = read_json(clone / job["artifacts"]["reports"]["codequality"])
    places = [(row["location"]["path"], row["location"]["lines"]["begin"]) for row in report]
    assert places == [("new.de.md", 2), ("old.de.md", 1)]

    lint_alone = "\n".join(job["script"][1:])
    default_branch = shell(lint_alone, clone, variables(tmp_path), image)
    assert default_branch.returncode == 1
    assert re.findall(r"^\w+\.de\.md:\d+", default_branch.stdout, re.MULTILINE) == ["new.de.md:2", "old.de.md:1"]


def test_the_shell_stanzas(source: Path, clone: Path, tmp_path: Path) -> None:
    lint, junit = (addressed(stanza, source) for stanza in stanzas("Any other system", "sh"))
    changed = shell(lint, clone, variables(tmp_path))
    assert changed.returncode == 1, changed.stdout + changed.stderr
    assert re.findall(r"^\w+\.de\.md:\d+", changed.stdout, re.MULTILINE) == ["new.de.md:2"]
    assert shell(junit, clone, variables(tmp_path)).returncode == 1
    assert 'failures="2"' in (clone / "viterm.xml").read_text(encoding="utf-8")


# reviewdog itself writes into a pull request on GitHub; in its place stands a program that keeps what it is given.
REVIEWDOG = """\
#!/bin/sh
cat >received.json
echo "$@" >arguments.txt
"""


def test_the_reviewdog_stanza(source: Path, image: Path, clone: Path, tmp_path: Path) -> None:
    (stanza,) = stanzas("reviewdog", "yaml")
    steps = yaml.safe_load(addressed(stanza, source))["jobs"]["terms"]["steps"]
    assert [step["uses"].partition("@")[0] for step in steps if "uses" in step] == [
        "actions/checkout",
        "reviewdog/action-setup",
    ]
    (image / "reviewdog").write_text(REVIEWDOG, encoding="utf-8")
    (image / "reviewdog").chmod(0o755)
    for step in steps:
        done = shell(step.get("run", ""), clone, variables(tmp_path), image)
        assert done.returncode == 0, done.stdout + done.stderr
    diagnostics = read_json(clone / "received.json")["diagnostics"]
    assert [one["location"]["path"] for one in diagnostics] == ["new.de.md", "old.de.md"]
    assert "-f=rdjson" in (clone / "arguments.txt").read_text(encoding="utf-8")
