"""The options of `viterm lint` for a baseline, and what becomes of its file."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from viterm.commands.console import print_lines, print_note
from viterm.commands.options import path
from viterm.errors import UserError

if TYPE_CHECKING:
    from viterm.baseline import Known
    from viterm.config import Config
    from viterm.report import FileReport

DEFAULT_NAME = ".viterm-baseline.json"


def add_baseline_options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "--baseline", type=path, metavar="FILE", help="known findings, not reported (default: `baseline` in the config)"
    )
    writing = parser.add_mutually_exclusive_group()
    writing.add_argument(
        "--write-baseline", action="store_true", help="report nothing, and take all findings into the baseline"
    )
    writing.add_argument("--prune-baseline", action="store_true", help="take what is found no more out of the baseline")


def known_findings(arguments: argparse.Namespace, config: Config) -> Known | None:
    """What the baseline knows; None where there is none, or where it is about to be written.

    Raises UserError for one that can't be read.
    """
    file = arguments.baseline or config.baseline
    writes = "--write-baseline" if arguments.write_baseline else "--prune-baseline" if arguments.prune_baseline else ""
    if writes and (arguments.select or arguments.ignore):
        raise UserError(f"{writes}: not with --select or --ignore, which leave findings out")
    if arguments.write_baseline:
        return None
    if file is None:
        if arguments.prune_baseline:
            raise UserError("--prune-baseline: which one? Use --baseline FILE, or `baseline` in .viterm.yaml")
        return None
    from viterm.baseline import Baseline, Known

    return Known(Baseline.read(file))


def settle(known: Known, *, prune: bool, whole: bool) -> None:
    """After a run without errors: take what is stale out of the baseline's file, or say how much is.

    `whole` says whether the run was of more than single files. Raises UserError where the file can't be written.
    """
    stale, shown = sum(known.stale(whole=whole).values()), _shown(known.baseline.path)
    if prune:
        pruned = known.pruned(whole=whole)
        if stale:
            pruned.write()
        print_note(f"{shown}: {stale} taken out, {pruned.size()} left")
    elif stale:
        print_note(f"{shown}: {stale} of its findings are there no more: take them out with --prune-baseline")


def write_baseline(
    reports: Iterable[FileReport], arguments: argparse.Namespace, config: Config, complete: Callable[[], bool]
) -> None:
    """Write the findings of a run into the baseline, if all files could be checked; what it knows of others stays.

    Raises UserError where the file can't be written, or holds something else.
    """
    from viterm.baseline import Baseline, gathered
    from viterm.desk.show import counted

    file = arguments.baseline or config.baseline or config.root / DEFAULT_NAME
    before = Baseline.read(file) if file.exists() else Baseline(file)
    found = gathered(before.folder, ((report.document, report.findings) for report in reports))
    if not complete():
        return
    after = before.updated(found)
    after.write()
    print_lines([f"Wrote {_shown(file)}: {counted(after.size(), 'finding')} (before: {before.size()})."])
    if config.baseline is None and arguments.baseline is None:
        print_lines([f"To use it, put `baseline: {DEFAULT_NAME}` into .viterm.yaml."])


def _shown(file: Path) -> str:
    here = Path.cwd()
    return (file.relative_to(here) if file.is_relative_to(here) else file).as_posix()
