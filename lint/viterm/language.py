"""The language of a file, by the first who tells: the command line, the config, the file itself, its path."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viterm.errors import UserError
from viterm.language_tags import canonical, matches
from viterm.paths import STDIN, located

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import PurePath

    from viterm.config import Config

_TAG_IN_PATH = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?")
"""The tags that a part of a path may hold. It is a word first: no capitals (`IT`), no variants (`it-support`)."""

_WORDS = frozenset({"in"})
"""Tags that a path never means: `in` is an old code for Indonesian, and a folder of what goes in."""


def language_option(tag: str, known: Collection[str]) -> str:
    """The canonical tag for the value of `--lang`.

    Raises:
        UserError: it is no language tag, or the glossary, whose languages are `known`, has no renderings in it.
    """
    return _checked(tag, known, "--lang")


def language_of(
    path: PurePath | None,
    *,
    config: Config,
    known: Collection[str],
    option: str | None = None,
    declared: str | None = None,
) -> str:
    """The canonical tag of a file's language; it is never guessed from the text.

    In this order: `option` (of the command line, as `language_option` gives it), the path patterns of the config,
    what the file has `declared`, a tag before the suffix (`article.de.md`), the nearest folder that is named like a
    language of the glossary. Folders above both the file and the config's root have no say.

    Args:
        path: the path as shown, relative to the current folder or absolute; None for nameless standard input.
        config: whose `languages` and `root` count.
        known: the tags that the glossary has renderings in.
        option: the language for all files.
        declared: the tag in the file's own words, as it is written there.

    Raises:
        UserError: nobody tells the language, what is told is no tag, or the glossary has no renderings in it.
    """
    shown = path.as_posix() if path else STDIN
    if option is not None:
        return option
    if path and (tag := config.language(path)):
        return _checked(tag, known, f"{shown}: `languages` in the config")
    if declared is not None:
        return _checked(declared, known, shown)
    if path and (tag := _tag_of_name(path)):
        return _checked(tag, known, shown)
    if path and (tag := _tag_of_folder(path, config, known)):
        return tag
    raise UserError(
        f"{shown}: language unknown: use --lang, a name such as article.de.md, or `languages` in .viterm.yaml"
    )


def _checked(tag: str, known: Collection[str], where: str) -> str:
    """The canonical tag, if it is one and the glossary knows the language."""
    try:
        language = canonical(tag)
    except UserError as error:
        raise UserError(f"{where}: {error}") from None
    if not _is_known(language, known):
        languages = ", ".join(sorted(known)) or "none at all"
        raise UserError(f"{where}: the glossary has no renderings in `{language}`; its languages: {languages}")
    return language


def _is_known(language: str, known: Collection[str]) -> bool:
    return any(matches(language, other) for other in known)


def _tag_of_name(path: PurePath) -> str | None:
    """The tag in a file name: `article.pt_BR.md` → `pt-BR`."""
    parts = path.name.split(".")
    return _tag_of_part(parts[-2]) if len(parts) > 2 else None


def _tag_of_folder(path: PurePath, config: Config, known: Collection[str]) -> str | None:
    """The tag of the nearest folder that is named like a language of the glossary."""
    folders = located(path).split("/")[:-1]
    root = located(config.root).split("/")
    while folders and root and folders[0] == root[0]:
        del folders[0], root[0]
    tags = filter(None, map(_tag_of_part, reversed(folders)))
    return next((tag for tag in tags if _is_known(tag, known)), None)


def _tag_of_part(part: str) -> str | None:
    if part in _WORDS or not _TAG_IN_PATH.fullmatch(part):
        return None
    try:
        return canonical(part)
    except UserError:
        return None
