"""A copy of this checkout as it stands in the working tree, without what git ignores."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it printed."""
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.invalid"]
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def copy_of_checkout(target: Path) -> Path:
    """Copy the files that git tracks or would track, and commit them in a repository of their own."""
    names = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    git(target, "init", "--quiet")
    git(target, "add", "--all")
    git(target, "commit", "--quiet", "--message", "as it stands")
    return target


CONCEPT = """\
concept: dân vận khéo
definition: Emulation movement, mobilising people with tact.
renderings:
  de:
    approved: [geschickte Massenmobilisierung]
    variant:
      - fachkundige Massenmobilisierung: khéo is deft, tactful; this says trained, with a certificate
    forbidden:
      - Mobilisierung qualifizierter Massen: the adjective belongs to the work, not to the masses
    basis: portal
    source: [https://example.org/dan-van-kheo]
"""


def release(target: Path, tag: str) -> Path:
    """A copy of this checkout with a tag and a glossary of one concept, so that it is built in seconds."""
    copy_of_checkout(target)
    shutil.rmtree(target / "glossary")
    file = target / "glossary" / "mass-mobilization" / "dan-van-kheo.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(CONCEPT, encoding="utf-8")
    git(target, "add", "--all")
    git(target, "commit", "--quiet", "--message", "one concept")
    git(target, "tag", tag)
    return target
