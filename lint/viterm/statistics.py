"""How often each rendering of a concept stands in the texts of a run, approved ones too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, get_args

from viterm.findings import Occurrence, Status

if TYPE_CHECKING:
    from viterm.report import FileReport

_STATUSES: Sequence[Status] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Use:
    """The use of one rendering: `count` occurrences in `files` files.

    `language` is that of the rendering, which is not that of the texts where it is `untranslated`; `preferred` says
    whether it is the first of the approved ones.
    """

    rendering: str
    language: str
    status: Status
    preferred: bool
    count: int
    files: int


@dataclass(frozen=True, slots=True)
class ConceptUse:
    """The use of a concept in the texts of one language: its renderings, the preferred one first, then by status."""

    concept: str
    name: str
    language: str
    uses: tuple[Use, ...]

    @property
    def count(self) -> int:
        """How often the concept is named at all; never 0."""
        return sum(use.count for use in self.uses)

    @property
    def preferred(self) -> Use | None:
        """The use of the preferred rendering, with the count 0 where it is never used; None where there is none."""
        return next((use for use in self.uses if use.preferred), None)

    def share(self, use: Use) -> float:
        """The part of the occurrences, from 0 to 1, that have a rendering."""
        return use.count / self.count


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a run has counted: the concepts by language, the most frequent first.

    `files` were read, `files_hit` of them have a concept in them.
    """

    concepts: tuple[ConceptUse, ...]
    files: int
    files_hit: int

    @property
    def count(self) -> int:
        """How many occurrences there are."""
        return sum(concept.count for concept in self.concepts)

    @property
    def preferred(self) -> int:
        """How many of them are the preferred renderings of their concepts."""
        return sum(concept.preferred.count for concept in self.concepts if concept.preferred)


def counted(reports: Iterable[FileReport]) -> Statistics:
    """Count the occurrences of some files, of which none is kept."""
    tables: dict[tuple[str, str], _Table] = {}
    files = files_hit = 0
    for report in reports:
        files += 1
        files_hit += bool(report.occurrences)
        language = report.document.language
        for (concept, rendering), (first, count) in _by_rendering(report.occurrences).items():
            table = tables.setdefault((language, concept), _Table(first))
            table.counts[rendering] += count
            table.files[rendering] += 1
    concepts = [table.use(language) for (language, _), table in tables.items()]
    concepts.sort(key=lambda use: (use.language, -use.count, use.concept))
    return Statistics(tuple(concepts), files, files_hit)


class _Rendering(NamedTuple):
    status: Status
    language: str
    text: str


def _by_rendering(occurrences: Iterable[Occurrence]) -> dict[tuple[str, _Rendering], tuple[Occurrence, int]]:
    """The first occurrence of each rendering of a concept, and how many there are."""
    found: dict[tuple[str, _Rendering], tuple[Occurrence, int]] = {}
    for one in occurrences:
        key = one.concept, _Rendering(one.status, one.language, one.rendering)
        first, count = found.get(key, (one, 0))
        found[key] = first, count + 1
    return found


@dataclass(slots=True)
class _Table:
    """The counts of a concept in one language so far; `sample` is one of its occurrences."""

    sample: Occurrence
    counts: Counter[_Rendering] = field(default_factory=Counter)
    files: Counter[_Rendering] = field(default_factory=Counter)

    def use(self, language: str) -> ConceptUse:
        """What has been counted."""
        preferred = self.sample.approved[0] if self.sample.approved else None
        uses = [self._use(rendering, preferred) for rendering in self.counts]
        if preferred is not None and not any(use.preferred for use in uses):
            uses.append(Use(preferred, language, "approved", preferred=True, count=0, files=0))
        uses.sort(key=lambda use: (not use.preferred, _STATUSES.index(use.status), -use.count, use.rendering))
        return ConceptUse(self.sample.concept, self.sample.name, language, tuple(uses))

    def _use(self, rendering: _Rendering, preferred: str | None) -> Use:
        is_preferred = rendering.status == "approved" and rendering.text == preferred
        count, files = self.counts[rendering], self.files[rendering]
        return Use(rendering.text, rendering.language, rendering.status, is_preferred, count, files)
