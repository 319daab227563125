"""The compiled glossary: for one document language, every form of every rendering, ready for `find`.

Plain data that reads and writes as JSON, so that a lint run needs neither YAML nor a lemmatiser.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from viterm.errors import UserError
from viterm.findings import Status, Via

FORMAT = 1
"""Version of the JSON layout: another one is rebuilt, never guessed at."""

Forms = dict[str, Via]
"""Folded form of one word → how strongly it speaks for the word."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a report says of a concept: its Vietnamese name and the document language's approved renderings."""

    name: str
    approved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One rendering, word by word.

    `words` are indices into `Compiled.words`, `written` the same words as the glossary writes them;
    `anchor` is the position of the word by which the pattern is looked up; `gaps` the punctuation after each word but
    the last, "" for a blank, hyphen or apostrophe; empty where it is that everywhere.
    `noun_capitals`, `compounds`: as in `languages.Language`; `abbreviation`: never inside a document code (12-CT/TU);
    `near`, `before`, `after`: folded forms of context words; `excluded`: folded phrases that do not count.
    """

    concept: str
    rendering: str
    language: str
    status: Status
    words: tuple[int, ...]
    written: tuple[str, ...]
    anchor: int
    gaps: tuple[str, ...] = ()
    why: str = ""
    substring: bool = False
    sensitive: bool = False
    noun_capitals: bool = False
    compounds: bool = False
    apostrophe_in_words: bool = False
    abbreviation: bool = False
    near: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compiled:
    """Everything that a lint of documents in one language needs to know of a glossary."""

    language: str
    names: dict[str, Name]
    words: tuple[Forms, ...]
    patterns: tuple[Pattern, ...] = field(default=())

    def to_json(self) -> str:
        """The compiled glossary as JSON text; defaults are left out to keep it small and quick to read."""
        return json.dumps(
            {
                "format": FORMAT,
                "language": self.language,
                "names": {concept: [name.name, *name.approved] for concept, name in self.names.items()},
                "words": [[" ".join(_graded(forms, via)) for via in Via] for forms in self.words],
                "patterns": [_without_defaults(pattern) for pattern in self.patterns],
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, text: str) -> Compiled:
        """Read what `to_json` wrote. Raises UserError for anything else, which a cache answers by rebuilding."""
        try:
            data = json.loads(text)
            if data["format"] != FORMAT:
                raise UserError(f"compiled glossary of format {data['format']}, not {FORMAT}")
            return cls(
                data["language"],
                {concept: Name(name[0], tuple(name[1:])) for concept, name in data["names"].items()},
                tuple(
                    {form: via for via, forms in zip(Via, grades, strict=True) for form in _forms(forms)}
                    for grades in data["words"]
                ),
                tuple(Pattern(**{key: _tuple(value) for key, value in row.items()}) for row in data["patterns"]),
            )
        except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
            raise UserError(f"not a compiled glossary: {error}") from error


def _graded(forms: Forms, grade: Via) -> list[str]:
    return sorted(form for form, via in forms.items() if via is grade)


def _forms(joined: str) -> list[str]:
    return joined.split(" ") if joined else []


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


_DEFAULTS = {item.name: item.default for item in fields(Pattern)}


def _without_defaults(pattern: Pattern) -> dict[str, Any]:
    return {key: value for key, value in asdict(pattern).items() if value != _DEFAULTS[key]}
