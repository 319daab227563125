"""Finding, language by language: the cases are in `cases/<language>.yaml`, one file a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from glossaries import compiled, concept, plain
from viterm.find import Finder

CASES = Path(__file__).parent / "cases"
OPEN, CLOSE = "⟦⟧"


class Case(NamedTuple):
    """A text, where the term stands in it (None for a near miss) and how it is recognised."""

    language: str
    term: str
    text: str
    span: tuple[int, int] | None
    via: str


def cases() -> list[Case]:
    found: list[Case] = []
    for path in sorted(CASES.glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            assert row.keys() <= {"term", "exact", "inflected", "compound", "guessed", "miss"}, row
            assert row.get("miss"), f"{path.name}: “{row['term']}” needs a near miss"
            for via in ("exact", "inflected", "compound", "guessed", "miss"):
                found += [case(path.stem, row["term"], marked, via) for marked in row.get(via, ())]
    return found


def case(language: str, term: str, marked: str, via: str) -> Case:
    text = marked.replace(OPEN, "").replace(CLOSE, "")
    if via == "miss":
        assert text == marked, marked
        return Case(language, term, text, None, via)
    return Case(language, term, text, (marked.index(OPEN), marked.index(CLOSE) - 1), via)


@cache
def finder(language: str) -> Finder:
    terms = sorted({case.term for case in cases() if case.language == language})
    return Finder(
        compiled(language, *(concept("khái niệm", {language: {"approved": [term]}}, id_=term) for term in terms))
    )


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.language}-{case.via}-{case.text}")
def test_a_term_is_found_in_its_forms_and_nowhere_else(case: Case) -> None:
    occurrences = finder(case.language).find(plain(case.text, case.language))
    found = [((one.start, one.end), one.via.label) for one in occurrences if one.concept == case.term]
    assert found == ([] if case.span is None else [(case.span, case.via)])
