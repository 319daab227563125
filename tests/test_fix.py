"""Replacements, language by language: the cases are in `fix/<language>.yaml`, one file a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from glossaries import compiled, concept, plain
from viterm.document import Document
from viterm.find import Finder
from viterm.findings import Finding
from viterm.fix.settle import settled
from viterm.glossary import Concept, Rendering
from viterm.lint import Settings, lint

CASES = Path(__file__).parent / "fix"
KEYS = {"approved", "variant", "forbidden", "fixed", "unsafe", "stays"}


class Case(NamedTuple):
    """A text in a language, what is made of it and, where only --unsafe-fixes does so, the reason."""

    language: str
    concept: int
    before: str
    after: str
    reason: str = ""


@cache
def rows(language: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((CASES / f"{language}.yaml").read_text(encoding="utf-8"))
    for row in found:
        assert row.keys() <= KEYS, row
        assert row["stays"], f"{language}: {row['approved']} needs a text that stays as it is"
    return found


def cases() -> list[Case]:
    found: list[Case] = []
    for path in sorted(CASES.glob("*.yaml")):
        for number, row in enumerate(rows(path.stem)):
            found += [Case(path.stem, number, *pair) for pair in row.get("fixed", {}).items()]
            found += [Case(path.stem, number, before, *rest) for before, rest in row.get("unsafe", {}).items()]
            found += [Case(path.stem, number, text, text) for text in row["stays"]]
    return found


@cache
def finder(language: str, number: int) -> Finder:
    return Finder(compiled(language, a_concept(language, rows(language)[number])))


def a_concept(language: str, row: dict[str, Any]) -> Concept:
    terms = {status: row.get(status, []) for status in ("approved", "variant", "forbidden")}
    english = {"approved": [Rendering("skilled mass mobilization", "approved")]}
    return concept("dân vận khéo", {language: terms} if language == "en" else {"en": english, language: terms})


def findings(document: Document, number: int) -> list[Finding]:
    return lint(document, finder(document.language, number).find(document), Settings(names=()))


def fixed(case: Case, text: str, *, unsafe: bool) -> str:
    def reread(document: Document, text: str) -> Document:
        return plain(text, document.language)

    document = plain(text, case.language)
    return settled(document, lambda one: findings(one, case.concept), reread, unsafe=unsafe).document.text


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.language}-{case.before}")
def test_a_replacement_stands_in_the_form_of_what_it_replaces(case: Case) -> None:
    assert fixed(case, case.before, unsafe=bool(case.reason)) == case.after


@pytest.mark.parametrize(
    "case", [case for case in cases() if case.reason], ids=lambda case: f"{case.language}-{case.before}"
)
def test_what_is_not_certain_is_only_suggested(case: Case) -> None:
    assert fixed(case, case.before, unsafe=False) == case.before
    reasons = [one.proposal.doubt for one in findings(plain(case.before, case.language), case.concept) if one.proposal]
    assert any(case.reason in reason for reason in reasons), reasons


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.language}-{case.before}")
@pytest.mark.parametrize("unsafe", [False, True])
def test_a_second_run_changes_nothing(case: Case, unsafe: bool) -> None:
    once = fixed(case, case.before, unsafe=unsafe)
    assert fixed(case, once, unsafe=unsafe) == once
