"""What is said of the languages of a glossary."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from glossaries import Terms, concept, glossary
from viterm.desk.coverage import coverage, notes
from viterm.forms import Origin, WordForms
from viterm.glossary import Rendering
from viterm.languages import LANGUAGES, Language


def forms(words: Iterable[str], _: Language) -> dict[str, WordForms]:
    """Forms by how a word ends: unknown words in -x, of which those in -ex have an ending and those in -ox another."""
    return {word: WordForms(_origins(word), known=not word.endswith("x")) for word in words}


def _origins(word: str) -> dict[str, Origin]:
    more: dict[str, Origin] = {"ex": "ending", "ox": "other", "ax": "attached"}
    origins: dict[str, Origin] = {word: "written"}
    if word[-2:] in more:
        origins[f"{word}s"] = more[word[-2:]]
    return origins


@pytest.mark.parametrize(
    ("tag", "note"),
    [
        ("ko", "no dictionary; found as written, with particles"),
        ("zh-Hans", "no blanks between words; found as substrings, as written"),
        ("th", "no blanks between words; found as substrings, as written"),
        ("yo", "not among viterm's languages; found as written only"),
        ("sr-Latn", "not among viterm's languages; found as written only"),
        ("vi", ""),  # words have one form: nothing is missing
        ("de-AT", ""),
        ("id", ""),  # no dictionary, but endings
    ],
)
def test_a_note_where_words_are_found_as_written(tag: str, note: str) -> None:
    found = list(notes(glossary(concept("a", {tag: {"approved": ["b"]}}))))
    assert found == ([f"{tag}: {note}"] if note else [])


def test_no_note_for_the_languages_that_viterm_inflects() -> None:
    noted = {tag for tag in LANGUAGES if list(notes(glossary(concept("a", {tag: {"approved": ["b"]}}))))}
    assert noted == {"zh", "ja", "th", "lo", "km", "ko"}


@pytest.mark.parametrize(
    ("terms", "line"),
    [
        ({"approved": ["known words"]}, "2 words, all in the dictionary"),
        ({"approved": ["known"]}, "1 word, all in the dictionary"),
        (
            {"approved": ["known words"], "variant": ["wordex"], "forbidden": ["wordox wordux wordax"]},
            (
                "6 words, 4 unknown to the dictionary: 2 inflected by endings (wordex, wordox), "
                "2 found as written (wordax, wordux)"
            ),
        ),
        # the most frequent first, but short words last
        (
            {"approved": ["onex alphex", "onex gammex", "onex gammex alphex", "gammex"]},
            "3 words, 3 unknown to the dictionary: 3 inflected by endings (gammex, alphex, onex)",
        ),
        # each word of a rendering counts once in it
        (
            {"approved": ["alphex", "alphex c", "gammex gammex gammex"]},
            "3 words, 2 unknown to the dictionary: 2 inflected by endings (alphex, gammex)",
        ),
        (
            {"approved": ["alphex bravex charlex deltex echoex foxtrex"]},
            "6 words, 6 unknown to the dictionary: 6 inflected by endings (alphex, bravex, charlex, deltex, echoex, …)",
        ),
        ({"approved": ["VFX 35"]}, "no words to inflect"),
        # abbreviations, numbers and what is matched as written ask for no dictionary; nor do context words
        (
            {"approved": ["known VFX 35", Rendering("rigidex", "approved", match="exact", near=("nearex",))]},
            "1 word, all in the dictionary",
        ),
    ],
)
def test_the_words_of_a_language(terms: Terms, line: str) -> None:
    assert list(coverage(glossary(concept("a", {"nl": terms})), forms)) == [f"nl: {line}"]


def test_a_line_for_each_language() -> None:
    one = concept("a", {tag: {"approved": ["wordex"]} for tag in ("nl", "th", "vi", "yo", "id")})
    assert list(coverage(glossary(one), forms)) == [
        "id: no dictionary; 1 word: 1 inflected by endings (wordex)",
        "nl: 1 word, 1 unknown to the dictionary: 1 inflected by endings (wordex)",
        "th: no blanks between words; found as substrings, as written",
        "vi: words have one form",
        "yo: not among viterm's languages; found as written only",
    ]
