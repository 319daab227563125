"""The hooks, run by the real pre-commit, and by prek, on real repositories."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Literal

import pytest

from checkout import copy_of_checkout, git, release
from ci_page import stanzas
from viterm import __version__
from viterm.about import REPOSITORY

GOOD = "Die geschickte Massenmobilisierung gewinnt Vertrauen.\n"
BAD = "Die Bewegung „Mobilisierung qualifizierter Massen“ geht weiter.\n"


Runner = Literal["pre_commit", "prek"]

TAG = f"v{__version__}"


def run(runner: Runner, folder: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PREK_HOME": str(home / "prek"),
        "VITERM_CACHE_DIR": str(home / "cache" / folder.name),
        # As in an activated environment.
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    command = [sys.executable, "-m", runner, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(tmp_path_factory.mktemp("viterm"), TAG)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def test_the_hook_stops_a_bad_article_and_says_nothing_of_a_good_one(tmp_path: Path, hooks: Path, home: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "gut.de.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "schlecht.de.md").write_text(BAD, encoding="utf-8")
    git(tmp_path, "add", ".")
    stopped = run("pre_commit", tmp_path, home, "try-repo", str(hooks), "viterm", "--all-files")
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "schlecht.de.md:1:15: error forbidden-term (dan-van-kheo)" in stopped.stdout
    assert "write: geschickte massenmobilisierung" in stopped.stdout.lower()
    assert "gut.de.md" not in stopped.stdout


def test_both_hooks_at_work_in_a_project(tmp_path: Path, hooks: Path, home: Path) -> None:
    config = f"repos: [{{repo: '{hooks}', rev: {TAG}, hooks: [{{id: viterm}}, {{id: viterm-glossary}}]}}]\n"
    concept = tmp_path / "terms" / "xa.yaml"
    concept.parent.mkdir()
    (tmp_path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (tmp_path / ".viterm.yaml").write_text("glossary: [terms]\nbundled: false\n", encoding="utf-8")
    (tmp_path / "gut.de.md").write_text(GOOD, encoding="utf-8")
    concept.write_text("concept: xã\ndefinition: commune\nrendering: {}\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    stopped = run("pre_commit", tmp_path, home, "run", "viterm-glossary", "--all-files")
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "terms/xa.yaml:3:1: " in stopped.stdout
    assert "`renderings`" in stopped.stdout

    concept.write_text(
        "concept: xã\ndefinition: commune\nrenderings:\n  de:\n    approved: [Gemeinde]\n", encoding="utf-8"
    )
    git(tmp_path, "add", ".")
    passed = run("pre_commit", tmp_path, home, "run", "--all-files", "--verbose")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "No problems in 1 file" in passed.stdout
    assert "No problems in 1 concept" in passed.stdout


@pytest.mark.parametrize(
    ("hook", "says"), [("viterm", "forbidden-term (dan-van-kheo)"), ("viterm-glossary", "No problems in ")]
)
def test_this_repository_s_own_hooks_run(tmp_path: Path, home: Path, hook: str, says: str) -> None:
    done = run("pre_commit", copy_of_checkout(tmp_path), home, "run", hook, "--all-files", "--verbose")
    assert done.returncode == 0, done.stdout + done.stderr
    assert says in done.stdout


@pytest.mark.parametrize("runner", ["pre_commit", "prek"])
def test_the_stanza_of_the_page(runner: Runner, tmp_path: Path, hooks: Path, home: Path) -> None:
    (config,) = stanzas("Hooks", "yaml")
    command = f"{runner.replace('_', '-')} run --all-files"
    (script,) = (script for script in stanzas("Hooks", "sh") if command in script)
    assert script.splitlines() == [f"python3 -m pip install --quiet {runner.replace('_', '-')}", command]
    (tmp_path / ".pre-commit-config.yaml").write_text(config.replace(REPOSITORY, str(hooks)), encoding="utf-8")
    (tmp_path / "schlecht.de.md").write_text(BAD, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    done = run(runner, tmp_path, home, "run", "--all-files", "--verbose")
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout.count("schlecht.de.md:1:15: ") == 2
    assert "No problems in " in done.stdout  # of the glossary


# A large project

TEXTS = 2_000
# A name of some length, so that not even 131,072 bytes of them make one batch.
FOLDER = f"articles/{'a-folder-with-a-rather-long-name-' * 4}/de"
CONCEPT = """\
concept: dân vận khéo
definition: Emulation movement.
renderings:
  de:
    approved: [geschickte Massenmobilisierung]
    {status}: [Mobilisierung qualifizierter Massen]
"""


def sentence(number: int) -> str:
    """Every fiftieth text has a mistake."""
    return BAD if number % 50 == 0 else GOOD


class Project:
    """A repository with many texts, a glossary of its own, and the hooks."""

    def __init__(self, path: Path, home: Path, hooks: Path, runner: Runner) -> None:
        self.path, self.home, self.runner = path, home, runner
        ids = "{id: viterm, args: [--format, concise]}, {id: viterm-project, args: [--format, concise]}"
        self.write(".pre-commit-config.yaml", f"repos: [{{repo: '{hooks}', rev: {TAG}, hooks: [{ids}]}}]\n")
        self.write(".viterm.yaml", "glossary: [terms]\nbundled: false\n")
        self.write("terms/dan-van-kheo.yaml", CONCEPT.format(status="forbidden"))
        for number in range(TEXTS):
            self.write(f"{FOLDER}/{number:04}.md", sentence(number))
        git(path, "init", "--quiet")
        git(path, "add", ".")
        git(path, "commit", "--quiet", "--message", "all of it")

    def write(self, name: str, text: str) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return run(self.runner, self.path, self.home, "run", *arguments)

    def compiled(self) -> dict[str, int]:
        """The compiled glossaries that are kept, and when each was written."""
        return {path.name: path.stat().st_mtime_ns for path in (self.home / "cache" / self.path.name).iterdir()}


def mistakes(output: str) -> Counter[str]:
    """How often each finding stands in an output, as `file: severity rule`."""
    return Counter(re.findall(r"(\d{4}\.md:1:15: \w+ [\w-]+)", output))


ALL_MISTAKES = Counter({f"{number:04}.md:1:15: error forbidden-term": 1 for number in range(0, TEXTS, 50)})


@pytest.fixture(scope="module", params=["pre_commit", "prek"])
def project(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, hooks: Path, home: Path
) -> Project:
    return Project(tmp_path_factory.mktemp("project"), home, hooks, request.param)


def test_a_large_project(project: Project) -> None:
    batches = project.run("viterm", "--all-files")
    assert batches.returncode == 1, batches.stdout + batches.stderr
    assert TEXTS * len(f"{FOLDER}/0000.md ") > 2 * 131_072
    assert mistakes(batches.stdout) == ALL_MISTAKES
    compiled = project.compiled()
    assert sorted(name.split("-")[1] for name in compiled) == ["de.json", "index.json"]

    whole = project.run("viterm-project", "--all-files")
    assert whole.returncode == 1, whole.stdout + whole.stderr
    assert mistakes(whole.stdout) == ALL_MISTAKES
    assert project.compiled() == compiled, "the glossary was compiled a second time"


def test_a_change_of_one_text_of_a_large_project(project: Project) -> None:
    project.write(f"{FOLDER}/0001.md", BAD + "\n")
    git(project.path, "add", ".")
    done = project.run("viterm")
    assert (done.returncode, mistakes(done.stdout)) == (1, Counter({"0001.md:1:15: error forbidden-term": 1}))
    git(project.path, "reset", "--quiet", "--hard")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("terms/dan-van-kheo.yaml", CONCEPT.format(status="variant"), "warning variant-term"),
        (".viterm.yaml", "{glossary: [terms], bundled: false, rules: {forbidden-term: info}}", "info forbidden-term"),
    ],
)
def test_a_change_of_the_glossary_or_the_config_checks_all_texts_again(
    name: str, text: str, expected: str, project: Project
) -> None:
    project.write(name, text)
    git(project.path, "add", ".")
    texts, whole = project.run("viterm"), project.run("viterm-project", "--verbose")
    assert (texts.returncode, mistakes(texts.stdout)) == (0, Counter())
    assert mistakes(whole.stdout) == Counter(place.replace("error forbidden-term", expected) for place in ALL_MISTAKES)
    # What is no more than a note stops no commit.
    assert whole.returncode == (0 if expected.startswith("info") else 1)
    git(project.path, "reset", "--quiet", "--hard")


def test_a_change_of_something_else_checks_nothing(project: Project) -> None:
    project.write("code.py", f"# {BAD}")
    project.write("package.json", "{}\n")
    git(project.path, "add", ".")
    done = project.run("viterm-project", "--verbose")
    assert (done.returncode, mistakes(done.stdout)) == (0, Counter())
    git(project.path, "reset", "--quiet", "--hard")
