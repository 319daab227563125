"""Options that several commands share, and what they stand for: the config, the glossary, the place for the output."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from viterm.errors import UserError
from viterm.report.stream import safe_stream

if TYPE_CHECKING:
    from viterm.config import Config
    from viterm.glossary import Concept
    from viterm.store import Store

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_command(commands: Commands, name: str, does: str) -> argparse.ArgumentParser:
    """A parser for a command; `does` is its line in the list of commands."""
    # Options can't be shortened: a script that did so would break with the next option that begins alike.
    return commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.", allow_abbrev=False)


def add_glossary_options(parser: argparse.ArgumentParser) -> None:
    """Options that say which glossary to use."""
    parser.add_argument(
        "--glossary",
        action="append",
        default=[],
        type=path,
        metavar="DIR",
        help="a folder with concepts of your own (repeatable)",
    )
    parser.add_argument("--no-bundled", action="store_true", help="without the concepts that come with viterm")
    parser.add_argument(
        "--config", type=path, metavar="FILE", help="the config file (default: .viterm.yaml here or above)"
    )
    parser.add_argument("--no-cache", action="store_true", help="compile the glossary anew and keep nothing")


def add_languages_option(parser: argparse.ArgumentParser) -> None:
    """An option that limits what is shown to some languages."""
    parser.add_argument(
        "--lang", action="append", default=[], metavar="L", help="show the renderings in this language (repeatable)"
    )


def path(text: str) -> Path:
    """A path given as an argument."""
    # An empty argument, as from an unset variable, would mean the current folder.
    if not text:
        raise argparse.ArgumentTypeError("is empty")
    return Path(text)


def config_of(arguments: argparse.Namespace) -> Config:
    """The config that the arguments name, or the one that is found. Raises UserError for a faulty one."""
    from viterm.config import config_for, load_config

    return load_config(arguments.config) if arguments.config else config_for(Path())


def store_of(arguments: argparse.Namespace, config: Config, more: Sequence[Path] = ()) -> Store:
    """The glossary of a run, with some more folders. Raises UserError where there is none."""
    from viterm.bundled import compiled_bundled_glossary
    from viterm.session import glossary_folders
    from viterm.shelf import shelf_folder
    from viterm.store import Store

    folders = glossary_folders(config, [*arguments.glossary, *more], bundled=not arguments.no_bundled)
    if arguments.no_cache:
        return Store(folders, None)
    only_bundled = len(folders) == 1 and config.bundled and not arguments.no_bundled
    return Store(folders, shelf_folder(), compiled_bundled_glossary() if only_bundled else None)


def concepts_named(
    store: Store, names: Iterable[str], kind: str = "concept", others: Iterable[str] = ()
) -> list[Concept]:
    """The concepts that a user names, each once.

    Raises UserError for a name that there is not: it is no `kind`, and the nearest one may be one of the `others`.
    """
    from viterm.desk.show import concepts_called
    from viterm.session import unknown_name

    ids: list[str] = []
    for name in names:
        called = concepts_called(store.index, name)
        if not called:
            concepts = store.index.concepts
            raise UserError(unknown_name(kind, name, [*others, *concepts, *(one.name for one in concepts.values())]))
        ids += called
    return [store.concept(id_) for id_ in dict.fromkeys(ids)]


def output(file: Path | None, stack: ExitStack, *, machine: bool) -> TextIO:
    """Where a report goes: a file, which is replaced when the stack is left, or standard output.

    `machine`: a program reads it. Raises UserError where nothing can be written.
    """
    from viterm.files import replacing

    if file is None:
        if sys.stdout is None:
            raise UserError("standard output is closed: use --output FILE")
        return safe_stream(sys.stdout, machine=machine)
    try:
        return stack.enter_context(replacing(file))
    except OSError as error:
        raise UserError(f"--output {file}: can't be written: {error.strerror}") from None
