"""`viterm glossary …`: the terminologist's commands."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from viterm import __version__
from viterm.commands.console import pages, print_lines, write_lines
from viterm.commands.exit_codes import CLEAN, FOUND
from viterm.commands.options import (
    add_command,
    add_glossary_options,
    add_languages_option,
    concepts_named,
    config_of,
    output,
    path,
    store_of,
)
from viterm.errors import UserError

if TYPE_CHECKING:
    from viterm.commands.options import Commands

_MATRIX_FORMATS = ("text", "markdown", "html")


def add(commands: Commands) -> None:
    """Add the commands, which stand behind the word `glossary`."""
    glossary = add_command(commands, "glossary", "check, show or lock a glossary")
    own = glossary.add_subparsers(metavar="COMMAND", required=True)
    _add_check(own)
    _add_show(own)
    _add_forms(own)
    _add_lock(own)


def _add_check(commands: Commands) -> None:
    check = add_command(commands, "check", "check the YAML, try its renderings and examples, compare its locks")
    check.add_argument("folders", nargs="*", type=path, metavar="DIR", help="what to check (default: all of your own)")
    check.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")
    check.add_argument(
        "--fix",
        action="store_true",
        help="first put keys and languages in order, and clean the lines (not the bundled)",
    )
    check.add_argument(
        "--languages",
        action="store_true",
        help="say for each language how many words the dictionary doesn't know, and which first",
    )
    add_glossary_options(check)
    check.set_defaults(run=_check)


def _check(arguments: argparse.Namespace) -> int:
    from viterm.desk.check import check
    from viterm.desk.coverage import coverage, notes
    from viterm.desk.lock import concepts_within
    from viterm.desk.show import counted, size

    config = config_of(arguments)
    store = store_of(arguments, config, arguments.folders)
    ours = arguments.folders or _ours([*config.glossary, *arguments.glossary], store.folders)
    if arguments.fix:
        print_lines(_tidied(ours))
    folders = ours or store.folders
    problems = check(store, folders)
    print_lines(map(str, problems))
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    counts = [counted(errors, "problem")] * bool(errors) + [counted(warnings, "warning")] * bool(warnings)
    own = concepts_within(store.glossary, folders)
    print_lines([f"{' and '.join(counts) or 'No problems'} in {size(own)}."])
    print_lines(coverage(own, store.forms) if arguments.languages else notes(own))
    return FOUND if errors or (warnings and arguments.strict) else CLEAN


def _ours(named: Sequence[Path], folders: Sequence[Path]) -> list[Path]:
    """Those of a run's folders that the user has named: the bundled one is not theirs to change, nor to try again."""
    own = {folder.resolve() for folder in named}
    return [folder for folder in folders if folder.resolve() in own]


def _tidied(folders: Sequence[Path]) -> Iterator[str]:
    """Tidy the files of some folders; a line for each that was changed. Raises UserError where one can't be written."""
    from viterm.desk.tidy import tidied
    from viterm.files import write_atomically
    from viterm.glossary import glossary_files

    if not folders:
        raise UserError("--fix: name a glossary folder; the one that comes with viterm is left alone")
    for file in (file for folder in folders for file in glossary_files(folder)):
        try:
            before = file.read_bytes()
            after = tidied(before)
            if after is not None and after != before:
                write_atomically(file, after.decode())
                yield f"tidied {file.as_posix()}"
        except OSError as error:
            raise UserError(f"{file.as_posix()}: can't be tidied: {error.strerror}") from None


def _add_show(commands: Commands) -> None:
    show = add_command(commands, "show", "show all concepts, or one with its renderings")
    show.add_argument("concept", nargs="?", metavar="CONCEPT", help="an id or a Vietnamese name")
    add_languages_option(show)
    show.add_argument(
        "--matrix", action="store_true", help="show in a table which concept has renderings in which language"
    )
    show.add_argument("--format", choices=_MATRIX_FORMATS, help="of the table (default: text)")
    show.add_argument("--output", type=path, metavar="FILE", help="write it to a file")
    add_glossary_options(show)
    show.set_defaults(run=_show)


def _show(arguments: argparse.Namespace) -> int:
    from viterm.desk.matrix import MATRICES
    from viterm.desk.show import concept_page, languages_of, overview

    store = store_of(arguments, config_of(arguments))
    languages = languages_of(store.index.languages, arguments.lang)
    if arguments.matrix and arguments.concept is not None:
        raise UserError("--matrix: of all concepts; drop the concept, or --matrix")
    if arguments.format and not arguments.matrix:
        raise UserError("--format: only with --matrix")
    if arguments.matrix:
        lines = MATRICES[arguments.format or "text"](store.glossary, languages or store.index.languages)
    elif arguments.concept is None:
        lines = overview(store.glossary, languages)
    else:
        lines = pages(concept_page(one, languages) for one in concepts_named(store, [arguments.concept]))
    if arguments.output is None:
        print_lines(lines)
        return CLEAN
    with ExitStack() as stack:
        write_lines(lines, output(arguments.output, stack, machine=True))
    return CLEAN


def _add_forms(commands: Commands) -> None:
    forms = add_command(commands, "forms", "show every form in which the renderings of concepts are found")
    forms.add_argument("concepts", nargs="+", metavar="CONCEPT", help="an id or a Vietnamese name")
    add_languages_option(forms)
    forms.add_argument("--format", choices=("text", "json"), default="text", help="how to show them (default: text)")
    forms.add_argument("--output", type=path, metavar="FILE", help="write them to a file")
    add_glossary_options(forms)
    forms.set_defaults(run=_forms)


def _forms(arguments: argparse.Namespace) -> int:
    from viterm.desk.forms import forms_page, json_text, rendering_forms
    from viterm.desk.show import languages_of

    store = store_of(arguments, config_of(arguments))
    languages = languages_of(store.index.languages, arguments.lang)
    concepts = concepts_named(store, arguments.concepts)
    forms = {concept: [*rendering_forms(concept, store.forms, languages)] for concept in concepts}
    with ExitStack() as stack:
        stream = output(arguments.output, stack, machine=arguments.format == "json")
        if arguments.format == "json":
            stream.write(json_text(chain.from_iterable(forms.values()), __version__))
        else:
            write_lines(pages(forms_page(concept, found, languages) for concept, found in forms.items()), stream)
    return CLEAN


def _add_lock(commands: Commands) -> None:
    lock = add_command(commands, "lock", "write the word forms of a glossary folder to files for review")
    lock.add_argument("folders", nargs="+", type=path, metavar="DIR")
    lock.add_argument("--no-analysers", action="store_true", help="without optional analysers that are installed here")
    add_glossary_options(lock)
    lock.set_defaults(run=_lock)


def _lock(arguments: argparse.Namespace) -> int:
    from viterm.desk.lock import locks
    from viterm.files import write_atomically

    store = store_of(arguments, config_of(arguments), arguments.folders)
    for folder in arguments.folders:
        for file, text in locks(folder, store.folders, analysers=not arguments.no_analysers):
            try:
                write_atomically(file, text)
            except OSError as error:
                raise UserError(f"{file.as_posix()}: can't be written: {error.strerror}") from None
            print_lines([file.as_posix()])
    return CLEAN
