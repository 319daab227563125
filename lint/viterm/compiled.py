"""The compiled glossary: for one document language, every form of every rendering, ready for `find`.

Plain data that reads and writes as JSON, so that a lint run needs neither YAML nor a lemmatiser.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from viterm.errors import UserError
from viterm.findings import Via
from viterm.term_patterns import PatternList, Phrases, tuples
from viterm.words import Passage

FORMAT = 9
"""Version of the JSON layout: another one is rebuilt, never guessed at."""

Forms = Mapping[str, Via]
"""Folded form of one word → how strongly it speaks for the word."""


class Name(NamedTuple):
    """What a report says of a concept: its Vietnamese name and the document language's approved renderings.

    `proposed`: nothing but a proposal of the glossary's authors backs those; `entries`: how many of the glossary's
    languages they are taken from (zh-Hans, zh-Hant).
    """

    name: str
    approved: tuple[str, ...]
    proposed: bool = False
    entries: int = 1


class Subject(NamedTuple):
    """What a text must be about: of these phrases it has one, or, if there are any, of those `here`.

    `phrases` are in the language of the renderings that ask for it, where that is another, `here` in the document's.
    """

    phrases: Phrases = ()
    here: Phrases = ()


class Words:
    """The forms of all words, each by its index; a word's forms are sorted out when they are first asked for.

    A row has one text a grade of evidence, in the order of `Via`: its forms with blanks between. A form that stands for
    another one in capitals only is followed by it (`europeen=européen`).
    """

    def __init__(self, rows: Iterable[list[str]] = ()) -> None:
        self._rows = list(rows)
        self._forms: dict[int, Forms] = {}
        self._accented: dict[int, dict[str, str]] = {}

    def add(self, forms: Forms, in_capitals: Mapping[str, str] = MappingProxyType({})) -> int:
        """Take in a word's forms, and those that stand for one of them in capitals only; returns its index."""
        rows = [sorted(form for form, via in forms.items() if via is grade) for grade in Via]
        for bare, form in sorted(in_capitals.items()):
            rows[forms[form]].append(f"{bare}={form}")
        self._rows.append([" ".join(row) for row in rows])
        return len(self._rows) - 1

    def __getitem__(self, index: int) -> Forms:
        if index not in self._forms:
            row = zip(Via, self._rows[index], strict=True)
            self._forms[index] = {form.partition("=")[0]: via for via, joined in row for form in joined.split()}
        return self._forms[index]

    def forms(self, index: int) -> list[str]:
        """A word's forms, of any grade."""
        joined = " ".join(self._rows[index])
        forms = joined.split()
        return [form.partition("=")[0] for form in forms] if "=" in joined else forms

    def accented(self, index: int, form: str) -> str:
        """The form that another one stands for in capitals only; the form itself where it stands for itself."""
        if index not in self._accented:
            pairs = (written.partition("=") for written in " ".join(self._rows[index]).split() if "=" in written)
            self._accented[index] = {bare: accented for bare, _, accented in pairs}
        return self._accented[index].get(form, form)

    def any_in(self, phrases: Phrases, passage: Passage) -> bool:
        """Whether one of some phrases stands in a passage, each word in one of its forms."""
        return any(passage.has([self[word] for word in phrase]) for phrase in phrases)

    @property
    def rows(self) -> list[list[str]]:
        """The rows, as they are stored."""
        return self._rows


@dataclass(frozen=True, slots=True)
class Compiled:
    """Everything that a lint of documents in one language needs to know of a glossary.

    `subjects`: what texts may have to be about, first nothing; hundreds of patterns share one.
    """

    language: str
    names: Mapping[str, Name]
    words: Words
    patterns: PatternList
    subjects: tuple[Subject, ...] = (Subject(),)

    def to_json(self) -> str:
        """The compiled glossary as JSON text."""
        data = {
            "format": FORMAT,
            "language": self.language,
            "names": self.names,
            "words": self.words.rows,
            "subjects": self.subjects,
            "patterns": self.patterns.rows,
        }
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Compiled:
        """Read what `to_json` wrote. Raises UserError for anything else, which a store answers by compiling anew."""
        try:
            data = json.loads(text)
            if data["format"] != FORMAT:
                raise UserError(f"compiled glossary of format {data['format']}, not {FORMAT}")
            names = {
                concept: Name(name, tuple(approved), proposed, entries)
                for concept, (name, approved, proposed, entries) in data["names"].items()
            }
            patterns = PatternList(data["patterns"])
            subjects = tuple(Subject(*map(tuples, row)) for row in data["subjects"])
            return _checked(cls(data["language"], names, Words(data["words"]), patterns, subjects))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UserError(f"not a compiled glossary: {error}") from error


def _checked(compiled: Compiled) -> Compiled:
    """The compiled glossary itself. Raises ValueError for what would fail only when a text is linted."""
    rows, subjects = compiled.words.rows, compiled.subjects
    if any(len(row) != len(Via) for row in rows):
        raise ValueError(f"a word has not {len(Via)} grades of forms")
    if subjects[:1] != (Subject(),):
        raise ValueError("the first subject asks for something")
    if not {index for phrase in chain(*chain(*subjects)) for index in phrase} <= {*range(len(rows))}:
        raise ValueError("a subject names a word that is not there")
    compiled.patterns.check(len(rows), len(subjects))
    return compiled
