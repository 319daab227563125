"""The values that travel from `find` to the report: occurrences and findings.

All spans are half-open and count code points of the document's decoded text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

Status = Literal["approved", "variant", "forbidden", "untranslated"]
"""Status of an occurrence: that of its rendering, or `untranslated` where the rendering belongs to another language
than the document (English left in, a Vietnamese name)."""


class Via(IntEnum):
    """How an occurrence was recognised; a smaller number is stronger evidence."""

    EXACT = 0
    INFLECTED = 1
    COMPOUND = 2
    GUESSED = 3

    @property
    def label(self) -> str:
        """The name in reports and JSON, as in `inflected`."""
        return self.name.lower()


class Severity(IntEnum):
    """How bad a finding is, worst first, after MQM's graded severities."""

    ERROR = 0
    WARNING = 1
    INFO = 2

    @property
    def label(self) -> str:
        """The name in reports, config and JSON, as in `error`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a document's text and what is to stand there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """An approved rendering in the form of what it is to replace.

    `text` is what should stand in the place of the occurrence; `edit` how to write it into the source, which may reach
    into the word in front (d’), None where it can't be written; `doubt` why it should not be written unseen, "" if
    nothing speaks against it.
    """

    rendering: str
    text: str
    edit: Edit | None
    doubt: str = ""

    @property
    def safe(self) -> bool:
        """Whether it may be written unseen."""
        return self.edit is not None and not self.doubt


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """A place where a form of a rendering stands.

    `found` is the visible text with white space squeezed, `rendering` the term as the glossary writes it,
    `language` the language of that rendering, `name` the concept's Vietnamese name,
    `approved` the document language's approved renderings of the concept, preferred first,
    `why` the glossary's reason against the rendering,
    `proposed` whether nothing but a proposal backs the approved ones,
    `is_name` whether the text is about what the rendering's `about` asks for: elsewhere an approved one is found too,
    but it is just a word,
    `proposals` the approved renderings in the form of what was found, the best first.
    """

    start: int
    end: int
    concept: str
    name: str
    found: str
    rendering: str
    language: str
    status: Status
    via: Via
    approved: tuple[str, ...] = ()
    why: str = ""
    proposed: bool = False
    is_name: bool = True
    proposals: tuple[Proposal, ...] = field(default=(), compare=False)

    @property
    def certain(self) -> bool:
        """Whether it may be called an error: its form is no guess, what to write instead more than a proposal."""
        return self.via is not Via.GUESSED and not self.proposed


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What a rule has to say about a span. The field order is the order of a report: by place, then by weight.

    `suggestions` are what may stand there instead, the best first; `proposal` is the best one with all that is known
    of it.
    """

    start: int
    end: int
    severity: Severity
    rule: str
    concept: str
    name: str
    found: str
    rendering: str
    via: Via
    suggestions: tuple[str, ...]
    message: str
    proposal: Proposal | None = field(default=None, compare=False)


def ranked(renderings: Iterable[str], used: Mapping[str, int]) -> list[str]:
    """Approved renderings, preferred first, in the order in which a document should use them.

    That is by how often it does; of two as frequent ones the preferred one comes first.
    """
    return sorted(renderings, key=lambda rendering: -used.get(rendering, 0))
