"""The stanzas of `docs/ci.md`, and what runs them as the services would."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from checkout import ROOT, git
from viterm.about import REPOSITORY

PAGE = ROOT / "docs" / "ci.md"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))

_BLOCK = re.compile(r"^```(yaml|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")


def stanzas(heading: str, language: str) -> list[str]:
    """The code blocks in a language below a heading."""
    section = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (text,) = (part for part in section if part.startswith(f"{heading}\n"))
    return [block for kind, block in _BLOCK.findall(text) if kind == language]


def addressed(text: str, source: Path) -> str:
    """A stanza with the address of a repository filled in, as its reader would do."""
    return text.replace(REPOSITORY, source.as_uri())


def with_values(text: str, values: Mapping[str, str]) -> str:
    """A text with its `${{ … }}` expressions evaluated."""
    return _EXPRESSION.sub(lambda match: values[match[1]], text)


def scripts(node: object) -> Iterator[str]:
    """Every `run:` in a workflow or an action."""
    if isinstance(node, dict):
        if "run" in node:
            yield node["run"]
        node = [*node.values()]
    if isinstance(node, list):
        for item in node:
            yield from scripts(item)


def shell(
    script: str, folder: Path, environment: Mapping[str, str], path: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a script as the services do, with the commands in `path` before all others."""
    first = path or Path(sys.executable).parent
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": f"{first}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@dataclass
class Runner:
    """What a GitHub runner gives to the action: a folder for temporary files, the checkout of the action, a cache."""

    temporary: Path
    action: Path
    cache: Path
    runs: int = 0

    def install(self) -> subprocess.CompletedProcess[str]:
        """The step that installs viterm."""
        return self._step(0, {"inputs.python": ACTION["inputs"]["python"]["default"]}, self.temporary)

    def lint(self, folder: Path, **inputs: str) -> Outcome:
        """The step that lints, in the checkout of a project; `_` in the names of inputs stands for `-`."""
        given = {f"inputs.{name}": about["default"] for name, about in ACTION["inputs"].items()}
        given |= {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
        self.runs += 1
        files = {name: self.temporary / f"{name}-{self.runs}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.touch()
        done = self._step(1, given, folder, **{name: str(file) for name, file in files.items()})
        output, summary = (file.read_text(encoding="utf-8") for file in files.values())
        return Outcome(done.returncode, done.stdout, done.stderr, dict(_assignments(output)), summary)

    def _step(
        self, number: int, values: Mapping[str, str], folder: Path, **more: str
    ) -> subprocess.CompletedProcess[str]:
        step = ACTION["runs"]["steps"][number]
        environment = {
            **{name: with_values(value, values) for name, value in step["env"].items()},
            **more,
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(self.action),
            "GITHUB_WORKSPACE": str(folder),
            "RUNNER_TEMP": str(self.temporary),
            "VITERM_CACHE_DIR": str(self.cache),
        }
        return shell(step["run"], folder, environment)


@dataclass(frozen=True)
class Outcome:
    """What came of the action: exit code, log, outputs and the summary of the job."""

    exit: int
    stdout: str
    stderr: str
    outputs: Mapping[str, str] = field(default_factory=dict)
    summary: str = ""


def _assignments(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        name, _, value = line.partition("=")
        yield name, value


OLD = "Die Bewegung „Mobilisierung qualifizierter Massen“ geht weiter.\n"
GOOD = "Die geschickte Massenmobilisierung gewinnt Vertrauen.\n"


def project(folder: Path) -> Path:
    """A clone on a branch: an old text has a mistake, the branch has added one to another text, in line 2."""
    origin = folder / "origin"
    origin.mkdir()
    git(origin, "init", "--quiet", "--initial-branch=main")
    (origin / "old.de.md").write_text(OLD, encoding="utf-8")
    (origin / "new.de.md").write_text(GOOD, encoding="utf-8")
    git(origin, "add", ".")
    git(origin, "commit", "--quiet", "--message", "old")
    clone = folder / "clone"
    git(folder, "clone", "--quiet", origin.as_uri(), "clone")
    git(clone, "checkout", "--quiet", "-b", "work")
    (clone / "new.de.md").write_text(GOOD + OLD, encoding="utf-8")
    git(clone, "commit", "--quiet", "--all", "--message", "new")
    return clone


def read_json(path: Path) -> Any:
    """The content of a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))
