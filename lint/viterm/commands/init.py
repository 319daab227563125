"""`viterm init`: a first config, and what to paste into a pre-commit config."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from viterm.commands.console import print_lines
from viterm.commands.exit_codes import CLEAN
from viterm.commands.options import add_command

if TYPE_CHECKING:
    from viterm.commands.options import Commands


def add(commands: Commands) -> None:
    """Add the command."""
    init = add_command(commands, "init", "write a commented .viterm.yaml and print the pre-commit stanza")
    init.set_defaults(run=_init)


def _init(_: argparse.Namespace) -> int:
    from viterm.init import pre_commit_text, write_config

    path = write_config(Path())
    print_lines([f"Wrote {path.as_posix()}.", "", "To check every commit, put this into .pre-commit-config.yaml:", ""])
    print_lines(pre_commit_text().rstrip("\n").split("\n"))
    return CLEAN
