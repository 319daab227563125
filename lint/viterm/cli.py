"""The command line: arguments in, exit code out. The only place that prints and exits.

Exit codes: 0 clean, 1 findings that fail the run, 2 wrong usage, config, glossary or input, 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from viterm import __version__
from viterm.errors import ProblemsError, UserError
from viterm.findings import Severity
from viterm.report import FORMATS, Command, FileReport, Options, Tally, names, writer
from viterm.report.colour import wanted
from viterm.report.stream import safe_stream, stream_width

if TYPE_CHECKING:
    from viterm.config import Config
    from viterm.session import Session
    from viterm.store import Store

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


def entry() -> None:
    """The `viterm` command."""
    sys.exit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    arguments = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        safe_stream(stream, machine=False)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except UserError as error:
        return _fail(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough (`| head`). Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    return code


def _fail(error: UserError) -> int:
    # Problems begin with their place, which terminals and editors make a link.
    prefix = "" if isinstance(error, ProblemsError) else "viterm: "
    print(f"{prefix}{error}", file=sys.stderr)
    return FAILED


def _lint(arguments: argparse.Namespace) -> int:
    session, tally = _session(arguments), Tally()
    fail_on = session.config.fail_on if arguments.fail_on is None else _FAIL_ON[arguments.fail_on]
    complete = _report("lint", arguments, session, tally.watch)
    if not complete:
        return FAILED
    return FOUND if fail_on is not None and tally.summary().at_least(fail_on) else CLEAN


def _find(arguments: argparse.Namespace) -> int:
    complete = _report("find", arguments, _session(arguments), iter)
    return CLEAN if complete else FAILED


def _report(
    command: Command,
    arguments: argparse.Namespace,
    session: Session,
    watch: Callable[[Iterable[FileReport]], Iterable[FileReport]],
) -> bool:
    """Write the report of a run over files; returns whether all of them could be checked."""
    from viterm.discover import discover

    write_report = writer(arguments.format, command)
    session.check_usage()
    found = discover(
        arguments.paths or ["."],
        session.config,
        glossaries=session.store.folders,
        stdin_filename=arguments.stdin_filename,
    )
    errors: list[UserError] = []

    def fail(error: UserError) -> None:
        errors.append(error)
        sys.stdout.flush()
        _fail(error)

    for error in found.errors:
        fail(error)
    with ExitStack() as stack:
        stream = _output(arguments, stack)
        options = Options(
            version=__version__,
            files=len(found.files),
            colour=wanted(arguments.color, os.environ, isatty=stream.isatty()),
            width=stream_width(stream, os.environ),
        )
        write_report(watch(session.reports(found.files, fail)), stream.write, options)
    return not errors


def _output(arguments: argparse.Namespace, stack: ExitStack) -> TextIO:
    machine = FORMATS[arguments.format].machine
    if arguments.output is None:
        return safe_stream(sys.stdout, machine=machine)
    try:
        return stack.enter_context(Path(arguments.output).open("w", encoding="utf-8", newline="\n"))
    except OSError as error:
        raise UserError(f"--output {arguments.output}: {error.strerror}") from error


def _glossary_check(arguments: argparse.Namespace) -> int:
    from viterm.desk.check import check
    from viterm.glossary import load_glossary

    if arguments.folders:
        folders, glossary = arguments.folders, load_glossary([Path(folder) for folder in arguments.folders])
    else:
        store = _store(arguments, _config(arguments))
        folders, glossary = store.folders, store.glossary
    problems = check(glossary, [Path(folder) for folder in folders])
    for problem in problems:
        print(problem)
    count = f"{_plural(len(glossary.concepts), 'concept')} in {_plural(len(glossary.languages), 'language')}"
    print(f"{_plural(len(problems), 'problem')} in {count}." if problems else f"No problems in {count}.")
    return FAILED if problems else CLEAN


def _glossary_show(arguments: argparse.Namespace) -> int:
    from viterm.desk.show import concept_page, overview
    from viterm.session import unknown_name

    glossary = _store(arguments, _config(arguments)).glossary
    languages = tuple(arguments.lang or ())
    if arguments.concept is None:
        lines = overview(glossary, languages)
    elif arguments.concept in glossary.concepts:
        lines = concept_page(glossary.concepts[arguments.concept], languages)
    else:
        raise UserError(unknown_name("concept", arguments.concept, glossary.concepts))
    _print(lines)
    return CLEAN


def _glossary_lock(arguments: argparse.Namespace) -> int:
    from viterm.desk.lock import locks
    from viterm.files import write_atomically

    for folder in arguments.folders:
        for path, text in locks(Path(folder)):
            write_atomically(path, text)
            print(path.as_posix())
    return CLEAN


def _explain(arguments: argparse.Namespace) -> int:
    from viterm.desk.show import concept_page
    from viterm.rules import RULES
    from viterm.session import unknown_name

    if rule := RULES.get(arguments.name):
        _print([f"{rule.name} ({rule.severity.label})", "", rule.page])
        return CLEAN
    concepts = _store(arguments, _config(arguments)).glossary.concepts
    if arguments.name not in concepts:
        raise UserError(unknown_name("rule or concept", arguments.name, [*RULES, *concepts]))
    _print(concept_page(concepts[arguments.name]))
    return CLEAN


def _init(arguments: argparse.Namespace) -> int:  # noqa: ARG001
    from viterm.init import pre_commit_text, write_config

    path = write_config(Path())
    _print([f"Wrote {path.as_posix()}.", "", "To check every commit, put this into .pre-commit-config.yaml:", ""])
    _print(pre_commit_text().split("\n"))
    return CLEAN


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _plural(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _config(arguments: argparse.Namespace) -> Config:
    from viterm.config import config_for, load_config

    return load_config(Path(arguments.config)) if arguments.config else config_for(Path())


def _store(arguments: argparse.Namespace, config: Config) -> Store:
    from viterm.session import glossary_folders
    from viterm.store import Store, store_folder

    folders = glossary_folders(config, arguments.glossary, bundled=not arguments.no_bundled)
    return Store(folders, None if arguments.no_cache else store_folder())


def _session(arguments: argparse.Namespace) -> Session:
    from viterm.session import Session

    config = _config(arguments)
    return Session(
        config,
        _store(arguments, config),
        language=arguments.lang,
        select=tuple(arguments.select),
        ignore=tuple(arguments.ignore),
    )


_FAIL_ON: dict[str, Severity | None] = {**{severity.label: severity for severity in Severity}, "never": None}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="viterm", description="Check how the fixed concepts of Vietnamese public life are rendered in translations."
    )
    parser.add_argument("--version", action="version", version=f"viterm {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    lint = commands.add_parser("lint", help="report wrong and wavering renderings, and what to write instead")
    _add_run_options(lint, "lint")
    lint.add_argument(
        "--fail-on", choices=_FAIL_ON, help="the least severity that makes the exit code 1 (default: warning)"
    )
    lint.set_defaults(run=_lint)

    find = commands.add_parser("find", help="show how each concept is rendered, approved renderings too")
    _add_run_options(find, "find")
    find.set_defaults(run=_find)

    explain = commands.add_parser("explain", help="explain a rule or a concept")
    explain.add_argument("name", metavar="RULE|CONCEPT")
    _add_glossary_options(explain)
    explain.set_defaults(run=_explain)

    init = commands.add_parser("init", help="write a commented .viterm.yaml and print the pre-commit stanza")
    init.set_defaults(run=_init)

    _add_glossary_commands(commands.add_parser("glossary", help="check, show or lock a glossary"))
    return parser


def _add_glossary_commands(glossary: argparse.ArgumentParser) -> None:
    commands = glossary.add_subparsers(metavar="COMMAND", required=True)

    check = commands.add_parser("check", help="check the YAML, run its examples, compare its lock")
    check.add_argument("folders", nargs="*", metavar="DIR", help="glossary folders (default: those a lint would use)")
    _add_glossary_options(check)
    check.set_defaults(run=_glossary_check)

    show = commands.add_parser("show", help="show all concepts, or one with its renderings")
    show.add_argument("concept", nargs="?", metavar="CONCEPT")
    show.add_argument("--lang", action="append", metavar="L", help="show the renderings in this language")
    _add_glossary_options(show)
    show.set_defaults(run=_glossary_show)

    lock = commands.add_parser("lock", help="write the word forms of a glossary folder to files for review")
    lock.add_argument("folders", nargs="+", metavar="DIR")
    lock.set_defaults(run=_glossary_lock)


def _add_run_options(parser: argparse.ArgumentParser, command: Command) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files, folders or patterns; - is standard input (default: this folder)"
    )
    parser.add_argument("--lang", metavar="L", help="the language of all files (default: see `languages` in the config)")
    parser.add_argument("--format", choices=names(command), default="text", help="how to report (default: text)")
    parser.add_argument("--output", metavar="FILE", help="write the report to a file")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colours (default: auto)")
    parser.add_argument(
        "--select", action="append", default=[], metavar="NAME", help="report only this rule or concept (repeatable)"
    )
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="NAME", help="do not report this rule or concept (repeatable)"
    )
    parser.add_argument("--stdin-filename", metavar="NAME", help="the name that standard input would have as a file")
    _add_glossary_options(parser)


def _add_glossary_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--glossary", action="append", default=[], metavar="DIR", help="a folder with concepts of your own (repeatable)"
    )
    parser.add_argument("--no-bundled", action="store_true", help="without the concepts that come with viterm")
    parser.add_argument("--config", metavar="FILE", help="the config file (default: .viterm.yaml here or above)")
    parser.add_argument("--no-cache", action="store_true", help="compile the glossary anew and keep nothing")
