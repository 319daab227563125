"""Scripts without blanks and Korean: precision and recall over sentences with every occurrence marked.

The sentences are in `sentences/<language>.yaml`. Unlike `cases`, they ask only where a term stands, of several terms at
once, and a few of them no program can decide without knowing the words of the language.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
import regex
import yaml

from glossaries import compiled, concept, plain
from viterm.find import Finder
from viterm.glossary import Rendering

LANGUAGES = sorted(path.stem for path in (Path(__file__).parent / "sentences").glob("*.yaml"))
LEAST = 0.97
MARK = regex.compile("[⟦⟧]")

Spans = set[tuple[int, int]]


class Sentence(NamedTuple):
    """A text and where terms stand in it."""

    text: str
    spans: Spans


def sentence(marked: str) -> Sentence:
    """Take the marks out of a sentence."""
    pieces = MARK.split(marked)
    ends = [sum(map(len, pieces[:i])) for i in range(1, len(pieces))]
    return Sentence("".join(pieces), set(zip(ends[::2], ends[1::2], strict=True)))


def rendering(row: str | Mapping[str, object]) -> Rendering:
    """A term as the file gives it: text, or text and what does not count."""
    if isinstance(row, str):
        return Rendering(row, "approved")
    not_forms = row["not_forms"]
    assert isinstance(not_forms, list)
    return Rendering(str(row["term"]), "approved", not_forms=tuple(not_forms))


def read(language: str) -> tuple[Finder, list[Sentence]]:
    """The finder and the sentences of a language."""
    path = Path(__file__).parent / "sentences" / f"{language}.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    terms = [concept("khái niệm", {language: {"approved": [rendering(row)]}}, id_=str(row)) for row in data["terms"]]
    return Finder(compiled(language, *terms)), [sentence(marked) for marked in data["sentences"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_precision_and_recall(language: str) -> None:
    finder, sentences = read(language)
    right = wrong = missed = 0
    report = []
    for text, spans in sentences:
        found = {(one.start, one.end) for one in finder.find(plain(text, language))}
        right, wrong, missed = right + len(found & spans), wrong + len(found - spans), missed + len(spans - found)
        report += [f"found wrongly: {text[slice(*span)]!r} in {text!r}" for span in sorted(found - spans)]
        report += [f"missed: {text[slice(*span)]!r} in {text!r}" for span in sorted(spans - found)]
    precision, recall = right / (right + wrong), right / (right + missed)
    figures = f"{language}: {len(sentences)} sentences, precision {precision:.1%}, recall {recall:.1%}"
    assert min(precision, recall) >= LEAST, "\n".join([figures, *report])


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_sentences_with_a_term_and_without(language: str) -> None:
    _, sentences = read(language)
    assert len({text for text, _ in sentences}) >= 60
    without = sum(not spans for _, spans in sentences)
    assert 0.3 * len(sentences) <= without <= 0.7 * len(sentences)
