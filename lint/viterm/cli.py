"""The command line: arguments in, exit code out. The only place that prints and exits.

Exit codes:

    0    clean: no finding that fails the run, and every file could be checked
    1    findings that fail the run (`--fail-on`); `glossary check`: examples or locks that don't fit the glossary
    2    wrong usage, config, glossary or input, nothing to check, or no place to write to; comes before 1
    130  interrupted

Where the reader of the output goes away early (`| head`) it is 1, as what has not been read may hold findings.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from viterm import __version__
from viterm.errors import ProblemsError, UserError
from viterm.findings import Severity
from viterm.report import FORMATS, Command, FileReport, Options, Tally, names, writer
from viterm.report.colour import wanted
from viterm.report.stream import safe_stream, stream_width
from viterm.report.visible import visible

if TYPE_CHECKING:
    from viterm.config import Config
    from viterm.discover import Found
    from viterm.glossary import Concept, Glossary
    from viterm.session import Session
    from viterm.store import Store

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
    Results = Callable[[Sequence[Found], Callable[[UserError], None]], Iterable[FileReport]]

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


def entry() -> None:
    """The `viterm` command."""
    sys.exit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        safe_stream(stream, machine=False)
    try:
        code = _run(argv)
        _flush()
    except OSError as error:
        return _cut_short(error)
    return code


def _run(argv: Sequence[str] | None) -> int:
    try:
        arguments = _parser().parse_args(argv)
        code: int = arguments.run(arguments)
    except UserError as error:
        return _fail(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as stop:  # argparse has given help, or said what is wrong
        return FAILED if stop.code else CLEAN
    return code


def _cut_short(error: OSError) -> int:
    """End a run that can't write any further: the disk is full, or nobody reads on."""
    try:
        _flush()
    except OSError:
        # What is left goes nowhere, or else Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return FOUND
    return _fail(UserError(f"can't write: {error.strerror}"))


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _fail(error: UserError) -> int:
    # Problems begin with their place, which terminals and editors make a link.
    lines = map(str, error.problems) if isinstance(error, ProblemsError) else [f"viterm: {error}"]
    _write(lines, sys.stderr)
    return FAILED


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
        _flush()
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
        write_report(results(found.files, fail), stream.write, options)
    return not errors


def _output(arguments: argparse.Namespace, stack: ExitStack) -> TextIO:
    from viterm.files import replacing

    machine = FORMATS[arguments.format].machine
    if arguments.output is None:
        if sys.stdout is None:
            raise UserError("standard output is closed: use --output FILE")
        return safe_stream(sys.stdout, machine=machine)
    try:
        return stack.enter_context(replacing(arguments.output))
    except OSError as error:
        raise UserError(f"--output {arguments.output}: can't be written: {error.strerror}") from None


def _glossary_check(arguments: argparse.Namespace) -> int:
    from viterm.desk.check import check
    from viterm.desk.coverage import coverage, notes
    from viterm.desk.lock import concepts_within
    from viterm.desk.show import counted, size

    store = _store(arguments, _config(arguments), arguments.folders)
    folders = arguments.folders or store.folders
    problems = check(store, folders)
    _print(map(str, problems))
    _print([f"{counted(len(problems), 'problem') if problems else 'No problems'} in {size(store.glossary)}."])
    own = concepts_within(store.glossary, folders)
    _print(coverage(own, store.forms) if arguments.languages else notes(own))
    return FOUND if problems else CLEAN


def _glossary_show(arguments: argparse.Namespace) -> int:
    from viterm.desk.show import concept_page, languages_of, overview

    glossary = _store(arguments, _config(arguments)).glossary
    languages = languages_of(glossary, arguments.lang)
    if arguments.concept is None:
        _print(overview(glossary, languages))
    else:
        _print(_pages(concept_page(concept, languages) for concept in _concepts(glossary, [arguments.concept])))
    return CLEAN


def _glossary_forms(arguments: argparse.Namespace) -> int:
    from viterm.desk.forms import forms_page, json_text, rendering_forms
    from viterm.desk.show import languages_of

    store = _store(arguments, _config(arguments))
    languages = languages_of(store.glossary, arguments.lang)
    concepts = _concepts(store.glossary, arguments.concepts)
    forms = {concept: [*rendering_forms(concept, store.forms, languages)] for concept in concepts}
    with ExitStack() as stack:
        stream = _output(arguments, stack)
        if arguments.format == "json":
            stream.write(json_text(chain.from_iterable(forms.values()), __version__))
        else:
            _write(_pages(forms_page(concept, found, languages) for concept, found in forms.items()), stream)
    return CLEAN


def _concepts(
    glossary: Glossary, names: Iterable[str], kind: str = "concept", others: Iterable[str] = ()
) -> list[Concept]:
    """The concepts that a user names, each once.

    Raises UserError for a name that there is not: it is no `kind`, and the nearest one may be one of the `others`.
    """
    from viterm.desk.show import concepts_called
    from viterm.session import unknown_name

    concepts: dict[str, Concept] = {}
    for name in names:
        called = concepts_called(glossary, name)
        if not called:
            known = [*others, *glossary.concepts, *(concept.name for concept in glossary.concepts.values())]
            raise UserError(unknown_name(kind, name, known))
        concepts |= {concept.id: concept for concept in called}
    return [*concepts.values()]


def _pages(pages: Iterable[Iterable[str]]) -> Iterator[str]:
    for number, page in enumerate(pages):
        yield from ["", *page] if number else page


def _glossary_lock(arguments: argparse.Namespace) -> int:
    from viterm.desk.lock import locks
    from viterm.files import write_atomically

    store = _store(arguments, _config(arguments), arguments.folders)
    for folder in arguments.folders:
        for path, text in locks(folder, store.folders):
            try:
                write_atomically(path, text)
            except OSError as error:
                raise UserError(f"{path.as_posix()}: can't be written: {error.strerror}") from None
            _print([path.as_posix()])
    return CLEAN


def _explain(arguments: argparse.Namespace) -> int:
    from viterm.desk.show import concept_page
    from viterm.rules import RULES

    if rule := RULES.get(arguments.name):
        _print([f"{rule.name} ({rule.severity.label})", "", *rule.page.split("\n")])
        return CLEAN
    glossary = _store(arguments, _config(arguments)).glossary
    _print(_pages(map(concept_page, _concepts(glossary, [arguments.name], "rule or concept", RULES))))
    return CLEAN


def _init(_: argparse.Namespace) -> int:
    from viterm.init import pre_commit_text, write_config

    path = write_config(Path())
    _print([f"Wrote {path.as_posix()}.", "", "To check every commit, put this into .pre-commit-config.yaml:", ""])
    _print(pre_commit_text().rstrip("\n").split("\n"))
    return CLEAN


def _print(lines: Iterable[str]) -> None:
    _write(lines, sys.stdout)


def _write(lines: Iterable[str], stream: TextIO | None) -> None:
    if stream is not None:  # as it is where it was closed (`2>&-`)
        stream.write("".join(f"{visible(line)}\n" for line in lines))


def _config(arguments: argparse.Namespace) -> Config:
    from viterm.config import config_for, load_config

    return load_config(arguments.config) if arguments.config else config_for(Path())


def _store(arguments: argparse.Namespace, config: Config, more: Sequence[Path] = ()) -> Store:
    from viterm.bundled import compiled_bundled_glossary
    from viterm.session import glossary_folders
    from viterm.store import Store, store_folder

    folders = glossary_folders(config, [*arguments.glossary, *more], bundled=not arguments.no_bundled)
    if arguments.no_cache:
        return Store(folders, None)
    only_bundled = len(folders) == 1 and config.bundled and not arguments.no_bundled
    return Store(folders, store_folder(), compiled_bundled_glossary() if only_bundled else None)


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
    # Options can't be shortened: a script that did so would break with the next option that begins alike.
    parser = argparse.ArgumentParser(
        prog="viterm",
        description="Check how the fixed concepts of Vietnamese public life are rendered in translations.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"viterm {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    lint = _add_command(commands, "lint", "report wrong and wavering renderings, and what to write instead")
    _add_run_options(lint, "lint")
    lint.add_argument(
        "--fail-on", choices=_FAIL_ON, help="the least severity that makes the exit code 1 (default: warning)"
    )
    lint.set_defaults(run=_lint)

    find = _add_command(commands, "find", "show how each concept is rendered, approved renderings too")
    _add_run_options(find, "find")
    find.set_defaults(run=_find)

    explain = _add_command(commands, "explain", "explain a rule or a concept")
    explain.add_argument("name", metavar="RULE|CONCEPT")
    _add_glossary_options(explain)
    explain.set_defaults(run=_explain)

    init = _add_command(commands, "init", "write a commented .viterm.yaml and print the pre-commit stanza")
    init.set_defaults(run=_init)

    _add_glossary_commands(_add_command(commands, "glossary", "check, show or lock a glossary"))
    return parser


def _add_command(commands: Commands, name: str, does: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.", allow_abbrev=False)


def _add_glossary_commands(glossary: argparse.ArgumentParser) -> None:
    commands = glossary.add_subparsers(metavar="COMMAND", required=True)

    check = _add_command(commands, "check", "check the YAML, try its examples, compare its locks")
    check.add_argument("folders", nargs="*", type=_path, metavar="DIR", help="what to check (default: all a lint uses)")
    check.add_argument(
        "--languages",
        action="store_true",
        help="say for each language how many words the dictionary doesn't know, and which first",
    )
    _add_glossary_options(check)
    check.set_defaults(run=_glossary_check)

    show = _add_command(commands, "show", "show all concepts, or one with its renderings")
    show.add_argument("concept", nargs="?", metavar="CONCEPT", help="an id or a Vietnamese name")
    show.add_argument(
        "--lang", action="append", default=[], metavar="L", help="show the renderings in this language (repeatable)"
    )
    _add_glossary_options(show)
    show.set_defaults(run=_glossary_show)

    forms = _add_command(commands, "forms", "show every form in which the renderings of concepts are found")
    forms.add_argument("concepts", nargs="+", metavar="CONCEPT", help="an id or a Vietnamese name")
    forms.add_argument(
        "--lang", action="append", default=[], metavar="L", help="show the renderings in this language (repeatable)"
    )
    forms.add_argument("--format", choices=("text", "json"), default="text", help="how to show them (default: text)")
    forms.add_argument("--output", type=_path, metavar="FILE", help="write them to a file")
    _add_glossary_options(forms)
    forms.set_defaults(run=_glossary_forms)

    lock = _add_command(commands, "lock", "write the word forms of a glossary folder to files for review")
    lock.add_argument("folders", nargs="+", type=_path, metavar="DIR")
    _add_glossary_options(lock)
    lock.set_defaults(run=_glossary_lock)


def _add_run_options(parser: argparse.ArgumentParser, command: Command) -> None:
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
    parser.add_argument("--output", type=_path, metavar="FILE", help="write the report to a file")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colours (default: auto)")
    what = "rules or concepts" if command == "lint" else "concepts"
    for option, does in (("--select", f"report only these {what}"), ("--ignore", f"do not report these {what}")):
        parser.add_argument(
            option, action="extend", default=[], type=_names, metavar="NAMES", help=f"{does}, separated by commas"
        )
    parser.add_argument("--stdin-filename", metavar="NAME", help="the name that standard input would have as a file")
    _add_glossary_options(parser)


def _add_glossary_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--glossary",
        action="append",
        default=[],
        type=_path,
        metavar="DIR",
        help="a folder with concepts of your own (repeatable)",
    )
    parser.add_argument("--no-bundled", action="store_true", help="without the concepts that come with viterm")
    parser.add_argument(
        "--config", type=_path, metavar="FILE", help="the config file (default: .viterm.yaml here or above)"
    )
    parser.add_argument("--no-cache", action="store_true", help="compile the glossary anew and keep nothing")


def _path(text: str) -> Path:
    # An empty argument, as from an unset variable, would mean the current folder.
    if not text:
        raise argparse.ArgumentTypeError("is empty")
    return Path(text)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",")]
