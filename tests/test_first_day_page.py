"""`docs/first-day.md`: its commands are run in a new repository, with real pre-commit, and print what stands there.

`python -m pytest tests/test_first_day_page.py --update` writes what is printed now into the page.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from checkout import git, release
from viterm import __version__

PAGE = Path(__file__).parent.parent / "docs" / "first-day.md"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
ADDRESS = "https://example.org/viterm"
ARTICLE = """\
# Eine Brücke für Tân Mỹ

Das Dorf lebt seit Jahren von der fachkundigen Massenmobilisierung.
"""
HOOKS = f"repos:\n  - repo: {ADDRESS}\n    rev: v{__version__}\n    hooks:\n      - id: viterm\n"


@pytest.mark.skipif(sys.platform == "win32", reason="commands of a POSIX shell")
def test_the_output_on_the_page_is_real(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    source = release(tmp_path / "viterm", f"v{__version__}")
    folder = tmp_path / "articles"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    for name, value in (("user.name", "test"), ("user.email", "test@example.invalid")):
        git(folder, "config", name, value)
    (folder / "bridge.de.md").write_text(ARTICLE, encoding="utf-8")
    (folder / ".pre-commit-config.yaml").write_text(HOOKS, encoding="utf-8")
    # pre-commit drops git's variables, but not its user's settings.
    (tmp_path / ".gitconfig").write_text(f'[url "{source.as_posix()}"]\n\tinsteadOf = {ADDRESS}\n', encoding="utf-8")
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "PRE_COMMIT_COLOR": "never",
        "VITERM_CACHE_DIR": str(tmp_path / "cache"),
        "HOME": str(tmp_path),
        "NO_COLOR": "1",
    }

    def printed(command: str) -> str:
        shell = ["bash", "-c", f"exec 2>&1; {command}"]
        done = subprocess.run(shell, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8")
        return done.stdout

    def replayed(block: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (.*)$", block[0], re.MULTILINE)
        return "".join(f"$ {command}\n{printed(command)}" for command in commands)

    page = PAGE.read_text(encoding="utf-8")
    written = BLOCK.sub(replayed, page)
    if request.config.getoption("--update"):
        PAGE.write_text(written, encoding="utf-8", newline="\n")
    else:
        assert page == written
