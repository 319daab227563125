"""`viterm lint` and `viterm find`: a run over files."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from viterm import __version__
from viterm.commands.console import flush, print_error
from viterm.commands.exit_codes import CLEAN, FAILED, FOUND
from viterm.commands.options import add_command, add_glossary_options, config_of, output, path, store_of
from viterm.errors import UserError
from viterm.findings import Severity
from viterm.report import FORMATS, Command, FileReport, Options, Tally, names, writer
from viterm.report.colour import wanted
from viterm.report.stream import stream_width

if TYPE_CHECKING:
    from viterm.commands.options import Commands
    from viterm.discover import Found
    from viterm.session import Session

    Results = Callable[[Sequence[Found], Callable[[UserError], None]], Iterable[FileReport]]

_FAIL_ON: dict[str, Severity | None] = {**{severity.label: severity for severity in Severity}, "never": None}


def add(commands: Commands) -> None:
    """Add both commands."""
    lint = add_command(commands, "lint", "report wrong and wavering renderings, and what to write instead")
    _add_options(lint, "lint")
    lint.add_argument(
        "--fail-on", choices=_FAIL_ON, help="the least severity that makes the exit code 1 (default: warning)"
    )
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
    parser.add_argument("--stdin-filename", metavar="NAME", help="the name that standard input would have as a file")
    add_glossary_options(parser)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",")]


def _lint(arguments: argparse.Namespace) -> int:
    session, tally = _session(arguments), Tally()
    fail_on = session.config.fail_on if arguments.fail_on is None else _FAIL_ON[arguments.fail_on]
    complete = _report("lint", arguments, session, lambda files, fail: tally.watch(session.findings(files, fail)))
    if not complete:
        return FAILED
    return FOUND if fail_on is not None and tally.summary().at_least(fail_on) else CLEAN


def _find(arguments: argparse.Namespace) -> int:
    session = _session(arguments)
    complete = _report("find", arguments, session, session.occurrences)
    return CLEAN if complete else FAILED


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


def _report(command: Command, arguments: argparse.Namespace, session: Session, results: Results) -> bool:
    """Write the report of a run over files; returns whether all of them could be checked."""
    from viterm.discover import discover

    write_report = writer(arguments.format, command)
    session.check_usage(command)
    if arguments.stdin_filename is not None and "-" not in arguments.paths:
        raise UserError("--stdin-filename: only for standard input, which is the path `-`")
    found = discover(
        arguments.paths or ["."],
        session.config,
        glossaries=session.store.folders,
        stdin_filename=arguments.stdin_filename,
    )
    errors: list[UserError] = []

    def fail(error: UserError) -> None:
        errors.append(error)
        flush()
        print_error(error)

    for error in found.errors:
        fail(error)
    with ExitStack() as stack:
        stream = output(arguments.output, stack, machine=FORMATS[arguments.format].machine)
        options = Options(
            version=__version__,
            files=len(found.files),
            colour=wanted(arguments.color, os.environ, isatty=stream.isatty()),
            width=stream_width(stream, os.environ),
        )
        write_report(results(found.files, fail), stream.write, options)
    return not errors
