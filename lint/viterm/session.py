"""One run over files: config and glossary on one side, the results file by file on the other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from viterm.config import Config
from viterm.discover import Found
from viterm.document import Document
from viterm.errors import UserError
from viterm.find import Finder
from viterm.findings import Occurrence
from viterm.language import language_of, language_option
from viterm.lint import IgnoredText, Settings, lint
from viterm.reading import declared_language, decode, make_document, parse, read_text
from viterm.report import FileReport
from viterm.rules import RULES
from viterm.store import Store


@dataclass(frozen=True)
class Session:
    """What holds for all files of a run.

    `language` is the value of `--lang`; `select` and `ignore` are those of the command line, which come before the
    config's.
    """

    config: Config
    store: Store
    language: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @cached_property
    def language_tag(self) -> str | None:
        """The language for all files, if `--lang` gives one. Raises UserError for one that won't do."""
        return None if self.language is None else language_option(self.language, self.store.index.languages)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every rule and concept that can be named in a comment, an option or the config."""
        return frozenset({*RULES, *self.store.index.concepts})

    @cached_property
    def settings(self) -> Settings:
        """What is reported. Raises UserError for a rule or concept that there is not."""
        self.config.check_names(self.names)
        for option, given in (("--select", self.select), ("--ignore", self.ignore)):
            if unknown := sorted(set(given) - self.names):
                raise UserError(f"{option}: {unknown_name('rule or concept', unknown[0], self.names)}")
        ignored = self.config.ignore
        return Settings(
            names=self.names,
            severity=dict(self.config.rules),
            select=frozenset(self.select or self.config.select),
            ignore=frozenset({*self.ignore, *(item for item in ignored if isinstance(item, str))}),
            ignored_text=tuple(item for item in ignored if isinstance(item, IgnoredText)),
        )

    def check_usage(self) -> None:
        """Raise UserError for settings that no file can be checked with."""
        _ = self.language_tag, self.settings

    def reports(self, files: Collection[Found], fail: Callable[[UserError], None]) -> Iterator[FileReport]:
        """Each file's occurrences and findings; a file that can't be checked is given to `fail` and left out."""
        for found in files:
            try:
                document = self._document(found)
                occurrences = self._finder(document.language).find(document)
            except UserError as error:
                fail(error)
            else:
                yield self._report(document, occurrences)

    def _report(self, document: Document, occurrences: list[Occurrence]) -> FileReport:
        return FileReport(document, lint(document, occurrences, self.settings), occurrences)

    def _document(self, found: Found) -> Document:
        if found.path is None or found.is_stdin:
            text = decode(sys.stdin.buffer.read(), found.shown)
        else:
            text = read_text(found.path, found.shown)
        parsed = parse(text, found.shown)
        language = language_of(
            found.path,
            config=self.config,
            known=self.store.index.languages,
            option=self.language_tag,
            declared=declared_language(parsed),
        )
        return make_document(text, parsed, shown=found.shown, language=language)

    @cached_property
    def _finder(self) -> Callable[[str], Finder]:
        return cache(lambda tag: Finder(self.store.compiled(tag)))


def glossary_folders(config: Config, given: list[str], *, bundled: bool) -> tuple[Path, ...]:
    """The glossary folders of a run, later ones overriding: the bundled one, the config's, the command line's."""
    folders = (*config.glossary, *map(Path, given))
    if bundled and config.bundled:
        # Found only when wanted: a run with --no-bundled works without it.
        from viterm.bundled import bundled_glossary

        folders = (bundled_glossary(), *folders)
    if not folders:
        raise UserError("no glossary: --no-bundled needs --glossary DIR, or `glossary` in .viterm.yaml")
    return folders


def unknown_name(kind: str, name: str, known: Collection[str]) -> str:
    """What to say of a name that there is not: the nearest one, or where to see them all."""
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), n=1)
    return f"there is no {kind} `{name}`" + (f"; nearest: `{near[0]}`" if near else "; see `viterm glossary show`")
