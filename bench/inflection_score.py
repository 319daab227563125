"""How well inflected terms are recognised: the rows that went wrong, and recall, precision and F1 of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from inflection_rows import Kind, Row
from plain_terms import compiled_terms, plain_document
from viterm.compiled import Compiled
from viterm.find import Finder

_TERMS: tuple[Kind, ...] = ("exact", "inflected")
_OTHERS: tuple[Kind, ...] = ("near", "swap")
_PARAGRAPH_END = "\n\n"


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    def __str__(self) -> str:
        return f"{self.part}/{self.whole} ({100 * self.part / self.whole:.1f} %)" if self.whole else "–"


@dataclass(frozen=True, slots=True)
class Score:
    """What was found of some rows, counted by kind; recall, precision and F1 leave composed forms out."""

    right: Counter[Kind]
    wrong: Counter[Kind]

    @property
    def inflected(self) -> Share:
        """Inflected forms that were found."""
        return self._found("inflected")

    @property
    def composed(self) -> Share:
        """Composed forms that were found."""
        return self._found("composed")

    @property
    def false_finds(self) -> Share:
        """Other terms that were taken for the term."""
        wrong = sum(self.wrong[kind] for kind in _OTHERS)
        return Share(wrong, wrong + sum(self.right[kind] for kind in _OTHERS))

    @property
    def precision(self) -> float:
        """The share of right ones among what was found, 0 to 1; 0 where nothing was."""
        found = sum(self.right[kind] for kind in _TERMS)
        return found / (found + self.false_finds.part) if found else 0.0

    @property
    def recall(self) -> float:
        """The share of exact and inflected forms that were found, 0 to 1."""
        found = sum(self.right[kind] for kind in _TERMS)
        return found / (found + sum(self.wrong[kind] for kind in _TERMS)) if found else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def _found(self, kind: Kind) -> Share:
        return Share(self.right[kind], self.right[kind] + self.wrong[kind])


@dataclass(frozen=True, slots=True)
class Result:
    """One language: its rows, which of them viterm found, and the compiled glossary that it did so with."""

    rows: Sequence[Row]
    found: frozenset[int]
    compiled: Compiled
    concepts: dict[str, str]

    def wrong(self) -> list[Row]:
        """The rows that went wrong: terms missed, and others taken for them."""
        return [row for number, row in enumerate(self.rows) if (number in self.found) != row.expected]

    def score(self, *, single: bool) -> Score | None:
        """The score of single nouns or of phrases; None where there are none."""
        right: Counter[Kind] = Counter()
        wrong: Counter[Kind] = Counter()
        for number, row in enumerate(self.rows):
            if row.is_single == single:
                (right if (number in self.found) == row.expected else wrong)[row.kind] += 1
        return Score(right, wrong) if right or wrong else None


def recognise(rows: Sequence[Row], tag: str) -> Result:
    """Look for every term of one language in every form; a row counts as found if the term covers the whole form.

    All forms are one text, a paragraph each, and all terms one glossary: a form may so be taken for another row's term
    as well, as in any text.
    """
    compiled, concepts = compiled_terms((row.term for row in rows), tag)
    places: dict[tuple[str, int, int], int] = {}
    at = 0
    for number, row in enumerate(rows):
        places[concepts[row.term], at, at + len(row.form)] = number
        at += len(row.form) + len(_PARAGRAPH_END)
    text = "".join(row.form + _PARAGRAPH_END for row in rows)
    spans = ((one.concept, one.start, one.end) for one in Finder(compiled).find(plain_document(text, tag)))
    found = frozenset(places[span] for span in spans if span in places)
    return Result(rows, found, compiled, concepts)


def mean_and_lowest(scores: Iterable[Score]) -> tuple[float, float]:
    """The mean and the lowest F1 of some scores (at least one), 0 to 1."""
    values = [score.f1 for score in scores]
    return mean(values), min(values)
