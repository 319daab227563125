"""`viterm lint` and `viterm find`: a run over files."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from viterm import __version__
from viterm.commands.baseline import add_baseline_options, known_findings, settle, write_baseline
from viterm.commands.console import flush, print_error
from viterm.commands.exit_codes import CLEAN, FAILED, FOUND
from viterm.commands.fix import (
    add_fix_options,
    check_fix_options,
    fixed_file,
    keeper,
    print_diff,
    say_what_was_fixed,
    write_fixed,
)
from viterm.commands.options import add_command, add_glossary_options, config_of, output, path, store_of
from viterm.errors import UserError
from viterm.findings import Severity
from viterm.report import FORMATS, Command, FileReport, Options, Tally, names, writer
from viterm.report.colour import wanted
from viterm.report.stream import stream_width

if TYPE_CHECKING:
    from viterm.changed import Changes
    from viterm.commands.options import Commands
    from viterm.discover import Found
    from viterm.report import Writer
    from viterm.session import Session

_FAIL_ON: dict[str, Severity | None] = {**{severity.label: severity for severity in Severity}, "never": None}


def add(commands: Commands) -> None:
    """Add both commands."""
    lint = add_command(commands, "lint", "report wrong and wavering renderings, and what to write instead")
    _add_options(lint, "lint")
    lint.add_argument(
        "--fail-on", choices=_FAIL_ON, help="the least severity that makes the exit code 1 (default: warning)"
    )
    lint.add_argument("--changed-since", metavar="REV", help="report only lines changed since this git revision")
    add_fix_options(lint)
    add_baseline_options(lint)
    lint.set_defaults(run=_lint)

    find = add_command(commands, "find", "show how each concept is rendered, approved renderings too")
    _add_options(find, "find")
    find.set_defaults(run=_find)


def _add_options(parser: argparse.ArgumentParser, command: Command) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files, folders or patterns; - is standard input (default: this folder)",
    )
    parser.add_argument(
        "--lang", metavar="L", help="the language of all files (default: see `languages` in the config)"
    )
    parser.add_argument("--format", choices=names(command), default="text", help="how to report (default: text)")
    parser.add_argument("--output", type=path, metavar="FILE", help="write the report to a file")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colours (default: auto)")
    what = "rules or concepts" if command == "lint" else "concepts"
    for option, does in (("--select", f"report only these {what}"), ("--ignore", f"do not report these {what}")):
        parser.add_argument(
            option, action="extend", default=[], type=_names, metavar="NAMES", help=f"{does}, separated by commas"
        )
    parser.add_argument(
        "--statistics",
        action="store_true",
        help="instead of places: how often each rendering is used, approved ones too",
    )
    parser.add_argument("--stdin-filename", metavar="NAME", help="the name that standard input would have as a file")
    add_glossary_options(parser)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",")]


def _lint(arguments: argparse.Namespace) -> int:
    _check_statistics(arguments)
    fixing = check_fix_options(arguments)
    session, errors, tally = _session(arguments), _Errors(), Tally()
    config = session.config
    fail_on = config.fail_on if arguments.fail_on is None else _FAIL_ON[arguments.fail_on]
    known = known_findings(arguments, config)
    changes = _changes(arguments)
    files = _files("lint", arguments, session, errors)
    if changes:
        files = [found for found in files if found.path and changes.touches(found.path)]
    reports = session.findings(files, errors.add, occurrences=arguments.statistics)
    if arguments.write_baseline:
        write_baseline(reports, arguments, config, lambda: not errors)
        return FAILED if errors else CLEAN
    if fixing:
        keep = keeper(known.baseline if known else None, changes)
        fixed = [fixed_file(report, session, keep, unsafe=arguments.unsafe_fixes) for report in reports]
        if arguments.diff:
            found = print_diff(fixed)
            return FAILED if errors else FOUND if found else CLEAN
        fixed = write_fixed(fixed, files, errors.add)
        say_what_was_fixed(fixed, keep, arguments)
        reports = iter([file.after for file in fixed])

    def new() -> Iterator[FileReport]:
        """What the baseline doesn't know, on changed lines."""
        for report in reports:
            findings = report.findings
            findings = known.new(report.document, findings) if known else findings
            findings = changes.within(report.document, findings) if changes else findings
            occurrences = changes.within(report.document, report.occurrences) if changes else report.occurrences
            yield replace(report, findings=findings, occurrences=occurrences)

    _report("lint", arguments, len(files), tally.watch(new()))
    if errors:
        return FAILED
    if known and not (arguments.select or arguments.ignore):  # with which it can't be told what is there no more
        whole = changes is None and any(Path(given).is_dir() for given in arguments.paths or ["."])
        settle(known, prune=arguments.prune_baseline, whole=whole)
    return FOUND if fail_on is not None and tally.summary().at_least(fail_on) else CLEAN


def _check_statistics(arguments: argparse.Namespace) -> None:
    """Raise UserError for options that give no report in whose place statistics could stand."""
    if arguments.statistics:
        for option in ("fix", "diff", "write_baseline"):
            if getattr(arguments, option):
                raise UserError(f"--statistics: not with --{option.replace('_', '-')}; drop one of the two")


def _find(arguments: argparse.Namespace) -> int:
    session, errors = _session(arguments), _Errors()
    files = _files("find", arguments, session, errors)
    _report("find", arguments, len(files), session.occurrences(files, errors.add))
    return FAILED if errors else CLEAN


def _session(arguments: argparse.Namespace) -> Session:
    from viterm.session import Session

    config = config_of(arguments)
    return Session(
        config,
        store_of(arguments, config),
        language=arguments.lang,
        select=tuple(arguments.select),
        ignore=tuple(arguments.ignore),
    )


class _Errors:
    """Files that could not be checked: each is reported at once, and the others are checked all the same."""

    def __init__(self) -> None:
        self._count = 0

    def __bool__(self) -> bool:
        return self._count > 0

    def add(self, error: UserError) -> None:
        """Report one."""
        self._count += 1
        flush()
        print_error(error)


def _changes(arguments: argparse.Namespace) -> Changes | None:
    if arguments.changed_since is None:
        return None
    if "-" in arguments.paths:
        raise UserError("--changed-since: standard input has no history; name files or folders")
    if arguments.write_baseline:
        raise UserError("--changed-since: a baseline is written of whole files; drop one of the two")
    from viterm.changed import changes_since

    return changes_since(arguments.changed_since, Path())


def _files(command: Command, arguments: argparse.Namespace, session: Session, errors: _Errors) -> Sequence[Found]:
    """The files of a run. Raises UserError for options with which no file could be checked."""
    from viterm.discover import discover

    session.check_usage(command)
    if arguments.stdin_filename is not None and "-" not in arguments.paths:
        raise UserError("--stdin-filename: only for standard input, which is the path `-`")
    discovery = discover(
        arguments.paths or ["."],
        session.config,
        glossaries=session.store.folders,
        stdin_filename=arguments.stdin_filename,
    )
    for error in discovery.errors:
        errors.add(error)
    return discovery.files


def _report(command: Command, arguments: argparse.Namespace, files: int, reports: Iterable[FileReport]) -> None:
    """Write the report of a run over some files."""
    write_report = _statistics_writer(arguments.format) if arguments.statistics else writer(arguments.format, command)
    with ExitStack() as stack:
        stream = output(arguments.output, stack, machine=FORMATS[arguments.format].machine)
        options = Options(
            version=__version__,
            files=files,
            colour=wanted(arguments.color, os.environ, isatty=stream.isatty()),
            width=stream_width(stream, os.environ),
        )
        write_report(reports, stream.write, options)


def _statistics_writer(name: str) -> Writer:
    from viterm.report.statistics import statistics_writer

    return statistics_writer(name)
