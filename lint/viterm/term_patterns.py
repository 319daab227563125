"""A pattern: one rendering, word by word, as a text is searched for it; and the list of all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from viterm.findings import Status

K = TypeVar("K")

Phrase = tuple[int, ...]
"""Words that must follow one another, as indices into `Compiled.words`."""

Phrases = tuple[Phrase, ...]
"""Phrases of which one must stand in some place; where there are none, nothing is asked for."""


class Pattern(NamedTuple):
    """One rendering, word by word.

    `words` are indices into `Compiled.words`, `written` the same words as the glossary writes them;
    `anchor` is the position of the word by which the pattern is looked up; `gaps` the punctuation after each word but
    the last, "" for a blank, hyphen or apostrophe; empty where it is that everywhere.
    `tail` is punctuation at the term's end, which belongs to it where it stands (XIX в.).
    `loose`: a term of a language whose boundary is `loose`; `words` has then only a stretch of it without any gap.
    `short_parts`: short forms that may be a part of a compound, each with the words that hold it by chance behind it.
    `noun_capitals`, `bare_capitals`, `compounds`: as in `languages.Language`; `abbreviation`: never inside a document
    code (12-CT/TU);
    `near`, `before`, `after`: phrases of which one must stand close by; `about`: what the text must be about, as an
    index into `Compiled.subjects`; `excluded`: folded phrases that do not count; `files`: patterns
    of the paths in which alone it counts.
    """

    concept: str
    rendering: str
    language: str
    status: Status
    words: tuple[int, ...]
    written: tuple[str, ...]
    anchor: int
    why: str = ""
    compounds: bool = False
    noun_capitals: bool = False
    apostrophe_in_words: bool = False
    substring: bool = False
    loose: bool = False
    sensitive: bool = False
    abbreviation: bool = False
    bare_capitals: bool = False
    tail: str = ""
    gaps: tuple[str, ...] = ()
    near: Phrases = ()
    before: Phrases = ()
    after: Phrases = ()
    about: int = 0
    excluded: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    short_parts: tuple[str, ...] = ()


_CONCEPT, _WORDS, _ANCHOR, _NEAR, _AFTER, _ABOUT = map(
    Pattern._fields.index, ("concept", "words", "anchor", "near", "after", "about")
)
_REQUIRED = len(Pattern._fields) - len(Pattern._field_defaults)


class PatternList:
    """Patterns in order. One that has been read is made of its row when it is first asked for: a text asks for few."""

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        self._rows: list[Sequence[Any]] = list(rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> Pattern:
        row = self._rows[index]
        if not isinstance(row, Pattern):
            row = self._rows[index] = Pattern(*map(tuples, row))
        return row

    def __iter__(self) -> Iterator[Pattern]:
        return map(self.__getitem__, range(len(self)))

    @property
    def rows(self) -> list[list[Any]]:
        """The rows, as they are stored."""
        return [_row(pattern) for pattern in self]

    def by_anchor(self) -> dict[int, list[int]]:
        """The indices of the patterns of each anchor word."""
        return _grouped(row[_WORDS][row[_ANCHOR]] for row in self._rows)

    def by_concept(self) -> dict[str, list[int]]:
        """The indices of the patterns of each concept."""
        return _grouped(row[_CONCEPT] for row in self._rows)

    def check(self, words: int, subjects: int) -> None:
        """Raise ValueError for what would fail only when a text is linted, TypeError for what is no row.

        `words` and `subjects`: how many of them a pattern can name.
        """
        for row in self._rows:
            if not _REQUIRED <= len(row) <= len(Pattern._fields):
                raise ValueError("a pattern has too few or too many values")
            if not 0 <= row[_ANCHOR] < len(row[_WORDS]):
                raise ValueError("a pattern has no anchor")
        contexts = chain.from_iterable(row[_NEAR : _AFTER + 1] for row in self._rows)
        named = chain(*(row[_WORDS] for row in self._rows), *(phrase for phrases in contexts for phrase in phrases))
        if not set(named) <= {*range(words)}:
            raise ValueError("a pattern names a word that is not there")
        if not {row[_ABOUT] for row in self._rows if len(row) > _ABOUT} <= {*range(subjects)}:
            raise ValueError("a pattern names a subject that is not there")


def _grouped(keys: Iterable[K]) -> dict[K, list[int]]:
    """The places of each key."""
    grouped = defaultdict[K, list[int]](list)
    for index, key in enumerate(keys):
        grouped[key].append(index)
    return dict(grouped)


def _row(pattern: Pattern) -> list[Any]:
    """A pattern's values without the defaults at its end."""
    row = list(pattern)
    defaults = list(Pattern._field_defaults.values())
    while defaults and row[-1] == defaults[-1]:
        row.pop()
        defaults.pop()
    return row


def tuples(value: Any) -> Any:
    """A value that was read as JSON, with its lists as tuples."""
    return tuple(map(tuples, value)) if isinstance(value, list) else value
