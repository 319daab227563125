"""Subjects: lists of words with a name, for `about`."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary_files import write
from viterm.errors import ProblemsError
from viterm.glossary import load_glossary

SUBJECTS = """\
vietnam:
  de: [Vietnam, Hanoi]
  pt: [Vietnã]
"""


def concept(about: str, *, tag: str = "de", own: str = "") -> str:
    """A concept with two variants in a language, of which the first may have an `about` of its own."""
    variant = f"{{term: Front, about: {own}}}" if own else "Front"
    return (
        f"concept: a\ndefinition: b\nrenderings:\n  {tag}:\n    approved: [c]\n"
        f"    variant: [{variant}, Lager]\n    about: {about}\n"
    )


@pytest.mark.parametrize(
    ("file", "tag", "words"),
    [
        pytest.param(concept("vietnam"), "de", [("Vietnam", "Hanoi"), ("Vietnam", "Hanoi")], id="by name"),
        pytest.param(concept("[Minh]"), "de", [("Minh",), ("Minh",)], id="by words"),
        pytest.param(concept("vietnam", own="[Minh]"), "de", [("Minh",), ("Vietnam", "Hanoi")], id="words of its own"),
        pytest.param(concept("[Minh]", own="vietnam"), "de", [("Vietnam", "Hanoi"), ("Minh",)], id="name of its own"),
        pytest.param(
            concept("vietnam", tag="pt-BR"), "pt-BR", [("Vietnã",), ("Vietnã",)], id="from the wider language"
        ),
    ],
)
def test_a_subject_stands_for_its_words(tmp_path: Path, file: str, tag: str, words: list[tuple[str, ...]]) -> None:
    folder = write(tmp_path, {"subjects.yaml": SUBJECTS, "front/a.yaml": file})
    entry = load_glossary([folder]).concepts["a"].entries[tag]
    assert [rendering.about for rendering in entry.variant] == words
    assert [rendering.about for rendering in entry.approved] == [()]
    named = ["" if one == ("Minh",) else "vietnam" for one in words]
    assert [rendering.subject for rendering in entry.variant] == named


def test_the_words_of_a_subject_by_language(tmp_path: Path) -> None:
    glossary = load_glossary([write(tmp_path, {"subjects.yaml": SUBJECTS, "a.yaml": concept("vietnam")})])
    asked = [("vietnam", "de"), ("vietnam", "pt-BR"), ("vietnam", "fr"), ("laos", "de")]
    assert [glossary.subject_words(*one) for one in asked] == [("Vietnam", "Hanoi"), ("Vietnã",), (), ()]


def test_a_later_folder_knows_the_subjects_of_earlier_ones_and_replaces_a_language(tmp_path: Path) -> None:
    first = write(tmp_path / "first", {"subjects.yaml": SUBJECTS, "a.yaml": concept("vietnam")})
    second = write(
        tmp_path / "second",
        {
            "subjects.yaml": "vietnam:\n  pt: [Vietname]\n",
            "b.yaml": concept("vietnam"),
            "c.yaml": concept("vietnam", tag="pt"),
        },
    )
    concepts = load_glossary([first, second]).concepts
    assert concepts["b"].entries["de"].variant[0].about == ("Vietnam", "Hanoi")
    assert concepts["c"].entries["pt"].variant[0].about == ("Vietname",)


def test_only_the_file_at_the_top_holds_subjects(tmp_path: Path) -> None:
    folder = write(tmp_path, {"front/subjects.yaml": concept("[Minh]")})
    assert list(load_glossary([folder]).concepts) == ["subjects"]


NAME = "a/a.yaml"
FILE = "subjects.yaml"


@pytest.mark.parametrize(
    ("subjects", "file", "said"),
    [
        (
            SUBJECTS,
            concept("vietnm"),
            [(NAME, 7, 12, "no subject `vietnm` is in a `subjects.yaml`; nearest: `vietnam`")],
        ),
        (
            SUBJECTS,
            concept("[x]", own="laos"),
            [(NAME, 6, 36, "no subject `laos` is in a `subjects.yaml`; write a list of words")],
        ),
        (
            SUBJECTS,
            concept("vietnam", tag="it"),
            [(NAME, 7, 12, "the subject `vietnam` has no words for `it`: add them to `subjects.yaml`")],
        ),
        (SUBJECTS, concept("~"), [(NAME, 7, 12, "`~` is YAML for no value: quote it if the word is meant")]),
        (
            "- vietnam\n",
            concept("[x]"),
            [(FILE, 1, 1, "the file must be a mapping with a subject such as `vietnam` for each key, not a list")],
        ),
        (
            "vietnam: [Hanoi]\n",
            concept("[x]"),
            [(FILE, 1, 10, "`vietnam` must be a mapping with a language tag such as `de` for each key")],
        ),
        (
            "vietnam:\n  de: Hanoi\n",
            concept("[x]"),
            [(FILE, 2, 7, "`de` must be a list of words, not a text: start each with `- `")],
        ),
        (
            "vietnam: {de: [a], de: [b]}\n",
            concept("[x]"),
            [(FILE, 1, 20, "duplicate key `de`, first in line 1: merge the two")],
        ),
        ("vietnam: {de: [a, ]\n", concept("[x]"), [(FILE, 2, 1, "")]),
    ],
)
def test_faulty_subjects(tmp_path: Path, subjects: str, file: str, said: list[tuple[str, int, int, str]]) -> None:
    folder = write(tmp_path, {FILE: subjects, NAME: file})
    with pytest.raises(ProblemsError) as caught:
        load_glossary([folder])
    prefix = f"{folder.as_posix()}/"
    found = [(p.path.removeprefix(prefix), p.line, p.column, p.message) for p in caught.value.problems]
    assert [row[:3] for row in found] == [row[:3] for row in said]
    assert all(row[3] == wanted[3] or not wanted[3] for row, wanted in zip(found, said, strict=True)), found
