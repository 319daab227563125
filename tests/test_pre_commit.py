"""The hooks, run by the real pre-commit on a real repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checkout import copy_of_checkout, git

GOOD = "Die geschickte Massenmobilisierung gewinnt Vertrauen.\n"
BAD = "Die Bewegung „Mobilisierung qualifizierter Massen“ geht weiter.\n"


def pre_commit(folder: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "VITERM_CACHE_DIR": str(home / "cache"),
        # As in an activated environment.
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    command = [sys.executable, "-m", "pre_commit", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_checkout(tmp_path_factory.mktemp("viterm"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def test_the_hook_stops_a_bad_article_and_says_nothing_of_a_good_one(tmp_path: Path, hooks: Path, home: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "gut.de.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "schlecht.de.md").write_text(BAD, encoding="utf-8")
    git(tmp_path, "add", ".")
    stopped = pre_commit(tmp_path, home, "try-repo", str(hooks), "viterm", "--all-files")
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "schlecht.de.md:1:15: error forbidden-term (dan-van-kheo)" in stopped.stdout
    assert "write: geschickte Massenmobilisierung" in stopped.stdout
    assert "gut.de.md" not in stopped.stdout


def test_both_hooks_at_work_in_a_project(tmp_path: Path, hooks: Path, home: Path) -> None:
    revision = git(hooks, "rev-parse", "HEAD").strip()
    config = f"repos: [{{repo: '{hooks}', rev: {revision}, hooks: [{{id: viterm}}, {{id: viterm-glossary}}]}}]\n"
    concept = tmp_path / "terms" / "xa.yaml"
    concept.parent.mkdir()
    (tmp_path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (tmp_path / ".viterm.yaml").write_text("glossary: [terms]\nbundled: false\n", encoding="utf-8")
    (tmp_path / "gut.de.md").write_text(GOOD, encoding="utf-8")
    concept.write_text("concept: xã\ndefinition: commune\nrendering: {}\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    stopped = pre_commit(tmp_path, home, "run", "viterm-glossary", "--all-files")
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "terms/xa.yaml:3:1: " in stopped.stdout
    assert "`renderings`" in stopped.stdout

    concept.write_text(
        "concept: xã\ndefinition: commune\nrenderings:\n  de:\n    approved: [Gemeinde]\n", encoding="utf-8"
    )
    git(tmp_path, "add", ".")
    passed = pre_commit(tmp_path, home, "run", "--all-files", "--verbose")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "No problems in 1 file" in passed.stdout
    assert "No problems in 1 concept" in passed.stdout


@pytest.mark.parametrize(
    ("hook", "says"), [("viterm", "forbidden-term (dan-van-kheo)"), ("viterm-glossary", "No problems in ")]
)
def test_this_repository_s_own_hooks_run(hooks: Path, home: Path, hook: str, says: str) -> None:
    done = pre_commit(hooks, home, "run", hook, "--all-files", "--verbose")
    assert done.returncode == 0, done.stdout + done.stderr
    assert says in done.stdout
