"""The compiled glossary: what goes to JSON comes back, and nothing else is taken for one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossaries import concept, found_rigid, glossary, plain, rigid
from viterm.compile import compile_glossary
from viterm.compiled import FORMAT, Compiled, Name, Subject, Words
from viterm.errors import UserError
from viterm.find import Finder
from viterm.findings import Via
from viterm.glossary import Rendering
from viterm.term_patterns import Pattern, PatternList

CONCEPTS = (
    concept(
        "dân vận",
        {
            "de": {
                "approved": ["Massenarbeit"],
                "forbidden": [
                    Rendering("Volksdienst", "forbidden", "no", near=("Volk",), about=("Volk",), files=("a/*",))
                ],
            },
            "en": {"approved": ["mass work"]},
        },
        also=["CTDV"],
    ),
    concept("cơ quan, đơn vị", {"de": {"approved": ["Ämter, Einheiten"]}}),
)

words = st.text(st.sampled_from("abcüя'"), min_size=1, max_size=4)
texts = st.text(max_size=5)
tuples = st.lists(texts, max_size=3).map(tuple)
forms = st.lists(st.dictionaries(words, st.sampled_from(Via), min_size=1), min_size=1, max_size=3)


@st.composite
def compiled_glossaries(draw: st.DrawFn) -> Compiled:
    table = Words()
    for word in draw(forms):
        table.add(word)
    flags = st.booleans()
    indices = st.lists(st.integers(0, len(table.rows) - 1), min_size=1, max_size=3).map(tuple)
    phrases = st.lists(indices, max_size=3).map(tuple)
    subjects = (Subject(), *draw(st.lists(st.builds(Subject, phrases, phrases), max_size=2)))
    pattern = st.builds(
        Pattern,
        concept=st.just("x"),
        rendering=texts,
        language=st.just("de"),
        status=st.sampled_from(["approved", "variant", "forbidden", "untranslated"]),
        words=indices,
        written=tuples,
        anchor=st.just(0),
        why=texts,
        compounds=flags,
        noun_capitals=flags,
        apostrophe_in_words=flags,
        substring=flags,
        sensitive=flags,
        abbreviation=flags,
        gaps=tuples,
        near=phrases,
        before=phrases,
        after=phrases,
        about=st.integers(0, len(subjects) - 1),
        excluded=tuples,
        files=tuples,
    )
    names = {"x": Name(draw(texts), draw(tuples))}
    return Compiled("de", names, table, PatternList(draw(st.lists(pattern, max_size=3))), subjects)


@given(compiled_glossaries())
def test_json_round_trip(compiled: Compiled) -> None:
    again = Compiled.from_json(compiled.to_json())
    assert (again.language, again.names, [*again.patterns]) == (compiled.language, compiled.names, [*compiled.patterns])
    assert again.subjects == compiled.subjects
    assert again.words.rows == compiled.words.rows
    assert again.to_json() == compiled.to_json()


@given(compiled_glossaries())
def test_patterns_are_grouped_before_they_are_made(compiled: Compiled) -> None:
    anchors = [one.words[one.anchor] for one in compiled.patterns]
    concepts = [one.concept for one in compiled.patterns]
    stored = Compiled.from_json(compiled.to_json()).patterns
    assert stored.by_anchor() == {word: [at for at, one in enumerate(anchors) if one == word] for word in anchors}
    assert stored.by_concept() == {name: [at for at, one in enumerate(concepts) if one == name] for name in concepts}


def test_a_glossary_read_back_finds_the_same() -> None:
    text = "Massenarbeit, Mass work, CTDV, Volk und Volksdienst; Ämter, Einheiten"
    again = Compiled.from_json(compile_glossary(glossary(*CONCEPTS), "de", rigid).to_json())
    occurrences = found_rigid(text, "de", *CONCEPTS, path="a/b")
    assert len(occurrences) == 5
    assert Finder(again).find(plain(text, "de", "a/b")) == occurrences


NEAR, ABOUT = map(Pattern._fields.index, ("near", "about"))


@pytest.mark.parametrize(
    ("forms", "row"),
    [
        ({}, ["", "", "", ""]),
        ({"a": Via.EXACT}, ["a", "", "", ""]),
        ({"b": Via.EXACT, "a": Via.EXACT, "c": Via.GUESSED}, ["a b", "", "", "c"]),
    ],
)
def test_a_word_s_forms_are_a_text_a_grade(forms: dict[str, Via], row: list[str]) -> None:
    table = Words([["x", "", "", ""]])
    index = table.add(forms)
    assert index == 1
    assert table.rows[index] == row
    assert table[index] == forms
    assert table[index] is table[index]
    assert sorted(table.forms(index)) == sorted(forms)


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        "1",
        '"x"',
        "{}",
        f'{{"format": {FORMAT}}}',
        f'{{"format": {FORMAT}, "names": [], "words": []}}',
    ],
)
def test_what_is_no_compiled_glossary_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="compiled glossary"):
        Compiled.from_json(text)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("language"),
        lambda data: data.pop("words"),
        lambda data: data.update(names=None),
        lambda data: data.update(names={"x": ["only a name"]}),
        lambda data: data.update(patterns=5),
        lambda data: data.update(words=None),
        lambda data: data["patterns"][0].clear(),
        lambda data: data["patterns"][0].extend([""] * 30),
        lambda data: data["patterns"].append(7),
        lambda data: data["words"][0].pop(),
        lambda data: data["words"].clear(),
        lambda data: data["patterns"][0].__setitem__(4, [-1]),
        lambda data: data["patterns"][0].__setitem__(6, 9),
        lambda data: next(row for row in data["patterns"] if len(row) > NEAR).__setitem__(NEAR, [[99]]),
        lambda data: next(row for row in data["patterns"] if len(row) > ABOUT).__setitem__(ABOUT, 2),
        lambda data: data.pop("subjects"),
        lambda data: data["subjects"].clear(),
        lambda data: data["subjects"].append([[[99]], []]),
    ],
)
def test_a_damaged_one_is_refused_at_once(change: Change) -> None:
    data = json.loads(compile_glossary(glossary(*CONCEPTS), "de", rigid).to_json())
    change(data)
    with pytest.raises(UserError, match=r"^not a compiled glossary: "):
        Compiled.from_json(json.dumps(data))


@pytest.mark.parametrize("form", [FORMAT - 1, FORMAT + 1, "2", None])
def test_another_format_is_refused(form: object) -> None:
    data = json.loads(compile_glossary(glossary(*CONCEPTS), "de", rigid).to_json()) | {"format": form}
    with pytest.raises(UserError, match=f"^compiled glossary of format {form}, not {FORMAT}$"):
        Compiled.from_json(json.dumps(data))


@given(st.data())
def test_a_cut_off_one_is_refused(data: st.DataObject) -> None:
    text = compile_glossary(glossary(*CONCEPTS[1:]), "de", rigid).to_json()
    with pytest.raises(UserError, match=r"^not a compiled glossary: "):
        Compiled.from_json(text[: data.draw(st.integers(0, len(text) - 1))])
