"""One run over files: config and glossary on one side, the results file by file on the other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePath

from viterm.config import Config
from viterm.discover import Found
from viterm.document import Document
from viterm.errors import UserError
from viterm.find import Finder
from viterm.findings import Finding, Occurrence
from viterm.language import language_of, language_option
from viterm.lint import Settings, lint
from viterm.path_settings import PathSettings, changed_by
from viterm.paths import STDIN
from viterm.reading import declared_language, decode, make_document, parse, read_text
from viterm.report import Command, FileReport
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
        return None if self.language is None else language_option(self.language, self.store.index.document_languages)

    @cached_property
    def settings(self) -> Settings:
        """What is reported of what the rules find, in files of which the config says nothing else."""
        concepts = self.store.index.concepts
        return Settings(
            names=frozenset({*RULES, *concepts}),
            severity=dict(self.config.rules),
            select=frozenset(self.select or self.config.select),
            ignore=frozenset({*self.ignore, *self.config.ignored_names}),
            ignored_text=self.config.ignored_text,
        )

    @cached_property
    def _settings_by_layers(self) -> dict[tuple[PathSettings, ...], Settings]:
        """The settings for each combination of the config's patterns that a file has had so far."""
        return {(): self.settings}

    def settings_of(self, document: Document) -> Settings:
        """What is reported in a document; a selection on the command line goes before that of the config's paths."""
        # Standard input without a name is no file that a pattern could match.
        layers = () if document.path == STDIN else self.config.settings_of(PurePath(document.path))
        if layers not in self._settings_by_layers:
            settings = changed_by(self.settings, layers)
            self._settings_by_layers[layers] = replace(settings, select=frozenset(self.select) or settings.select)
        return self._settings_by_layers[layers]

    @cached_property
    def _finders(self) -> dict[str, Finder | None]:
        """What finds the terms of a language, for those met so far; None for one that can't be checked."""
        return {}

    def check_usage(self, command: Command) -> None:
        """Raise UserError for settings that no file can be checked with: a language or a name that there is not."""
        self.config.check_names(self.settings.names)
        kind, names = "rule or concept", self.settings.names
        if command == "find":
            kind, names = "concept", frozenset(self.store.index.concepts)
        for option, given in (("--select", self.select), ("--ignore", self.ignore)):
            for name in given:
                if name not in names:
                    raise UserError(f"{option}: {unknown_name(kind, name, names)}")
        _ = self.language_tag

    def findings(
        self, files: Iterable[Found], fail: Callable[[UserError], None], *, occurrences: bool = False
    ) -> Iterator[FileReport]:
        """Each file's findings; a file that can't be checked is left out and what is wrong with it given to `fail`.

        With `occurrences`, the reports have these too, as `occurrences` gives them.
        """
        for document, found in self._occurrences(files, fail):
            findings = lint(document, found, self.settings_of(document))
            yield FileReport(document, findings, self._asked_for(found) if occurrences else ())

    def findings_in(self, document: Document) -> list[Finding]:
        """The findings of a document that has been read, in a language that documents of this run have."""
        finder = self._finders.get(document.language) or Finder(self.store.compiled(document.language))
        return lint(document, finder.find(document), self.settings_of(document))

    def occurrences(self, files: Iterable[Found], fail: Callable[[UserError], None]) -> Iterator[FileReport]:
        """Each file's occurrences of the concepts that the command line asks for; the rest as in `findings`."""
        # The config's `select` and `ignore` are about what is wrong; these occurrences need not be.
        for document, occurrences in self._occurrences(files, fail, propose=False):
            yield FileReport(document, occurrences=self._asked_for(occurrences))

    def _asked_for(self, occurrences: Iterable[Occurrence]) -> list[Occurrence]:
        # Rules, which `viterm lint` may be asked for too, say nothing of which concepts are meant.
        selected = set(self.select).difference(RULES)
        return [
            one for one in occurrences if one.concept not in self.ignore and (not selected or one.concept in selected)
        ]

    def _occurrences(
        self, files: Iterable[Found], fail: Callable[[UserError], None], *, propose: bool = True
    ) -> Iterator[tuple[Document, list[Occurrence]]]:
        finders = self._finders
        for found in files:
            try:
                document = self._document(found)
            except UserError as error:
                fail(error)
                continue
            tag = document.language
            if tag not in finders:
                finders[tag] = self._finder(tag, fail, propose=propose)
            if finder := finders[tag]:
                yield document, finder.find(document)

    def _finder(self, tag: str, fail: Callable[[UserError], None], *, propose: bool) -> Finder | None:
        """What finds the terms of a language; None where a lock is broken, which is said once and not for each file."""
        try:
            return Finder(self.store.compiled(tag), propose=propose)
        except UserError as error:
            fail(error)
            return None

    def _document(self, found: Found) -> Document:
        text = _standard_input(found.shown) if found.is_stdin else read_text(found.path or Path(), found.shown)
        parsed = parse(text, found.shown)
        language = language_of(
            found.path,
            config=self.config,
            known=self.store.index.document_languages,
            option=self.language_tag,
            declared=declared_language(parsed),
        )
        return make_document(text, parsed, shown=found.shown, language=language)


def _standard_input(shown: str) -> str:
    if sys.stdin is None:  # closed, as by `<&-`
        raise UserError(f"{shown}: there is no standard input")
    return decode(sys.stdin.buffer.read(), shown)


def glossary_folders(config: Config, given: Sequence[Path], *, bundled: bool) -> tuple[Path, ...]:
    """The glossary folders of a run, later ones overriding: the bundled one, the config's, the command line's."""
    # Messages name the files of the config's folders as the user knows them, not from the root of the disk.
    here = Path.cwd()
    ours = (folder.relative_to(here) if folder.is_relative_to(here) else folder for folder in config.glossary)
    folders = (*ours, *given)
    if bundled and config.bundled:
        # Found only when wanted: a run with --no-bundled works without it.
        from viterm.bundled import bundled_glossary

        folders = (bundled_glossary(), *folders)
    if not folders:
        raise UserError("no glossary: --no-bundled needs --glossary DIR, or `glossary` in .viterm.yaml")
    # A folder that is named twice counts once, by the name that it was given last.
    return tuple({folder.resolve(): folder for folder in folders}.values())


def unknown_name(kind: str, name: str, known: Collection[str]) -> str:
    """What to say of a name that there is not: the nearest one, or where to see them all."""
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), n=1)
    return f"there is no {kind} `{name}`" + (f"; nearest: `{near[0]}`" if near else "; see `viterm glossary show`")
