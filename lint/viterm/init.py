"""`viterm init`: a first `.viterm.yaml`, and what to paste into a pre-commit config."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viterm import __version__
from viterm.about import REPOSITORY
from viterm.config import FILE_NAME
from viterm.config_keys import KEYS
from viterm.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = """\
# viterm's settings for this folder and everything below it.
# Every key may be left out; a key that is commented out shows its default.
"""


def config_text() -> str:
    """A config file that changes nothing: every key with its meaning, an example and its default, commented out."""
    keys = (f"\n# {key.meaning}\n# Example: {key.example}\n# {key.name}: {key.written}\n" for key in KEYS)
    return _HEAD + "".join(keys)


def pre_commit_text() -> str:
    """The part of a `.pre-commit-config.yaml` that runs viterm on every commit."""
    return f"""\
repos:
  - repo: {REPOSITORY}
    rev: v{__version__}
    hooks:
      - id: viterm
"""


def write_config(folder: Path) -> Path:
    """Write a first config file into a folder and return its path.

    Raises:
        UserError: there is one already, or it can't be written.
    """
    path = folder / FILE_NAME
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(config_text())
    except FileExistsError:
        raise UserError(f"{path.as_posix()}: is there already; nothing was written") from None
    except OSError as error:
        raise UserError(f"{path.as_posix()}: can't be written: {error.strerror}") from None
    return path
