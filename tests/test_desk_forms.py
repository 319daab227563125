"""The forms of renderings as a linguist sees them: by word and origin, with what they are worth."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossaries import concept, glossary
from viterm.compile import compile_glossary
from viterm.desk.forms import forms_page, json_text, rendering_forms, rendering_row
from viterm.findings import Via
from viterm.forms import ORIGINS, Origin, WordForms
from viterm.forms.lock import LockedForms, lock_path, write_lock
from viterm.glossary import Concept, Rendering
from viterm.languages import Language

ALL_ORIGINS: dict[str, Origin] = {f"form{origin}": origin for origin in ORIGINS}


def locked(folder: Path, tag: str, words: Mapping[str, WordForms]) -> LockedForms:
    """What gives these forms of words, from a lock in the folder."""
    path = lock_path(folder, tag)
    path.parent.mkdir(exist_ok=True)
    path.write_text(write_lock(words), "utf-8")
    return LockedForms([folder])


def page(one: Concept, source: LockedForms, *languages: str) -> list[str]:
    """The lines below the concept's name."""
    return list(forms_page(one, rendering_forms(one, source, languages), languages))[1:]


@pytest.mark.parametrize(
    ("term", "lines"),
    [
        (
            "wort",
            [
                "    wort: 7 forms, from LOCK",
                "      as written: formwritten",
                "      other spelling: formspelling",
                "      dictionary: formdictionary",
                "      analyser: formanalyser",
                "      dictionary, by last part: formcompound",
                "      with something attached: formattached",
                "      by ending (guessed): formending",
                "      by ending, another word's too (in phrases only): formother",
                "      other gender, another noun (not counted): formapart",
            ],
        ),
        (
            "wort im satz",
            [
                "    wort: 8 forms, from LOCK",
                "      as written: formwritten",
                "      other spelling: formspelling",
                "      dictionary: formdictionary",
                "      analyser: formanalyser",
                "      dictionary, by last part: formcompound",
                "      with something attached: formattached",
                "      by ending: formending",
                "      by ending, another word's too: formother",
                "      other gender, another noun (not counted): formapart",
                "    as written only: im, satz",
            ],
        ),
    ],
)
def test_every_origin_in_words_and_what_it_is_worth(term: str, lines: list[str], tmp_path: Path) -> None:
    words = {word: WordForms({word: "written"}, known=False) for word in term.split()}
    source = locked(tmp_path, "de", words | {"wort": WordForms(ALL_ORIGINS, known=True)})
    expected = [line.replace("LOCK", lock_path(tmp_path, "de").as_posix()) for line in lines]
    assert page(concept("a", {"de": {"approved": [term]}}), source) == ["", "de", f"  preferred  {term}", *expected]


@pytest.mark.parametrize(
    ("tag", "known", "summary"),
    [
        ("de", True, "2 forms"),
        ("de", False, "2 forms, not in the dictionary"),
        ("id", False, "2 forms"),  # a language without one
    ],
)
def test_what_the_dictionary_does_not_know(tag: str, known: bool, summary: str, tmp_path: Path) -> None:
    source = locked(tmp_path, tag, {"a": WordForms({"a": "written", "ab": "attached"}, known=known)})
    lines = page(concept("a", {tag: {"approved": ["a"]}}), source)
    assert lines[3] == f"    a: {summary}, from {lock_path(tmp_path, tag).as_posix()}"


def test_a_word_is_listed_again_where_its_forms_are_worth_something_else(tmp_path: Path) -> None:
    source = locked(tmp_path, "de", {"b": WordForms({"b": "written", "bs": "ending"}, known=True)})
    terms = concept("a", {"de": {"approved": ["b b", "b"], "variant": ["b-b"]}, "de-AT": {"approved": ["b b"]}})
    lock = lock_path(tmp_path, "de").as_posix()
    listed = [f"    b: 2 forms, from {lock}", "      as written: b", "      by ending: bs"]
    guessed = [*listed[:2], "      by ending (guessed): bs"]
    above = [f"    b: 2 forms, from {lock}, as above"]
    assert page(terms, source) == [
        *("", "de", "  preferred  b b", *listed),
        *("  approved   b", *guessed),
        *("  variant    b-b", *above),
        *("", "de-AT", "  preferred  b b", *listed),
    ]


def test_a_word_of_which_no_lock_knows_has_its_forms_from_the_analyser(tmp_path: Path) -> None:
    source = locked(tmp_path, "de", {"Volk": WordForms({"volk": "written"}, known=True)})
    row = rendering_row(next(iter(rendering_forms(concept("a", {"de": {"approved": ["Volk Gemeinde"]}}), source))))
    volk, gemeinde = row["words"]
    assert (volk["lock"], gemeinde["lock"]) == (lock_path(tmp_path, "de").as_posix(), "")
    assert [group["forms"] for group in gemeinde["groups"] if group["origin"] == "dictionary"] == [["gemeinden"]]


def test_a_language_without_renderings(tmp_path: Path) -> None:
    one = concept("a", {"yo": {"approved": ["b"]}})
    none = ["", "de", "  –"]
    assert page(one, LockedForms([tmp_path]), "de", "yo") == [
        *none,
        *("", "yo", "  preferred  b", "    as written only: b"),
    ]
    assert page(one, LockedForms([tmp_path]), "de") == none


def test_what_the_glossary_lists_itself(tmp_path: Path) -> None:
    one = concept("a", {"yo": {"approved": [Rendering("b", "approved", forms=("c d", "e"), not_forms=("f",))]}})
    assert page(one, LockedForms([tmp_path]))[3:] == ["    as written only: b", "    forms: c d, e", "    not_forms: f"]


class Given(LockedForms):
    """Forms of words as they are given, from no file."""

    def __init__(self, words: dict[str, WordForms]) -> None:
        super().__init__([])
        self._words = words

    def __call__(self, words: Iterable[str], language: Language) -> dict[str, WordForms]:
        return self._words if language.tag == "nl" else super().__call__(words, language)


@given(
    st.dictionaries(st.sampled_from("bcdefgh"), st.sampled_from(get_args(Origin)), min_size=1),
    st.sampled_from(["x", "x y", "x y x"]),
)
def test_it_shows_what_a_lint_finds_and_no_more(origins: dict[str, Origin], term: str) -> None:
    words = {"x": WordForms(origins, known=True), "y": WordForms({"y": "written"}, known=True)}
    one = concept("a", {"nl": {"approved": [term]}})
    shown = next(iter(rendering_forms(one, Given(words)))).words[0]
    compiled = compile_glossary(glossary(one), "nl", Given(words))
    pattern = next(pattern for pattern in compiled.patterns if pattern.rendering == term)
    assert {form: group.via for group in shown.groups for form in group.forms if group.via is not None} == dict(
        compiled.words[pattern.words[0]]
    )
    assert {form for group in shown.groups for form in group.forms} == origins.keys()
    assert shown.count == len(compiled.words[pattern.words[0]])


def test_rows_are_json_and_show_words_not_their_combinations(tmp_path: Path) -> None:
    term = " ".join("abcdefgh")
    forms = {word: WordForms({f"{word}{n}": "dictionary" for n in range(50)}, known=True) for word in term.split()}
    source = locked(tmp_path, "nl", forms)
    text = json_text(rendering_forms(concept("a", {"nl": {"approved": [term]}}), source), "1.2.3")
    data = json.loads(text)
    assert (data["version"], data["tool"]) == (1, "viterm 1.2.3")
    (row,) = data["renderings"]
    assert [len(group["forms"]) for word in row["words"] for group in word["groups"]] == [50] * 8
    assert {group["via"] for word in row["words"] for group in word["groups"]} == {Via.INFLECTED.label}
    assert json.loads(json_text([], "1.2.3"))["renderings"] == []
