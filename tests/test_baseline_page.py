"""`docs/baseline.md`: its commands are run in a repository, one after the other, and print what stands there.

`python -m pytest tests/test_baseline_page.py --update` writes what is printed now into the page.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checkout import git
from cli_cases import PROJECT

PAGE = Path(__file__).parent.parent / "docs" / "baseline.md"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
ARTICLE = """\
# Eine Brücke für Tân Mỹ

Das Modell „Mobilisierung qualifizierter Massen“ gewann Vertrauen.
"""


class Shell:
    """A shell in a repository with an article and a glossary."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self.environment = {**os.environ, "PATH": path, "VITERM_CACHE_DIR": str(cache), "NO_COLOR": "1"}
        shutil.copytree(PROJECT, folder)
        (folder / "bridge.de.md").write_text(ARTICLE, encoding="utf-8")
        git(folder, "init", "--quiet", "--initial-branch=main")
        git(folder, "config", "user.name", "test")
        git(folder, "config", "user.email", "test@example.invalid")
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "--message", "old texts")

    def run(self, command: str) -> str:
        """What a command prints, on either stream."""
        done = subprocess.run(
            ["bash", "-c", f"exec 2>&1; {command}"],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="commands of a POSIX shell")
def test_the_output_on_the_page_is_real(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    shell = Shell(tmp_path / "project", tmp_path / "cache")
    page = PAGE.read_text(encoding="utf-8")

    def replayed(block: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (.*)$", block[0], re.MULTILINE)
        return "".join(f"$ {command}\n{shell.run(command)}" for command in commands)

    written = BLOCK.sub(replayed, page)
    if request.config.getoption("--update"):
        PAGE.write_text(written, encoding="utf-8", newline="\n")
    else:
        assert page == written
