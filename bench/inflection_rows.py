"""The rows that recognition of inflected terms is scored on: a term, a form from a text, whether they belong together.

One JSON object a line:

    lang      tag of the language
    term      the term as a glossary has it
    form      what stands in a text
    expected  whether the form is a form of the term
    kind      exact, inflected; composed: inflected, but put together from words that are attested one by one, so with
              more noise; near, swap: another term that looks alike
    pos       AN, NN, NPN: phrases of adjectives (A), nouns (N) and prepositions (P); N: a single noun
    citation  whether the term stands in its citation form; rows with false are left out
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["exact", "inflected", "composed", "near", "swap"]


@dataclass(frozen=True, slots=True)
class Row:
    """One term and one form; see the module for the fields."""

    lang: str
    term: str
    form: str
    expected: bool
    kind: Kind
    pos: str
    citation: bool | None = True

    @property
    def is_single(self) -> bool:
        """Whether the term is a single noun and no phrase."""
        return self.pos == "N"


def read_rows(paths: Iterable[Path], languages: Collection[str] = ()) -> dict[str, list[Row]]:
    """The rows of some files by language, those of some languages only where any is named.

    Raises OSError for a file that can't be read, ValueError or TypeError for a line that is no row.
    """
    rows: dict[str, list[Row]] = defaultdict(list)
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = Row(**json.loads(line))
                if row.citation is not False and (not languages or row.lang in languages):
                    rows[row.lang].append(row)
    return dict(sorted(rows.items()))
