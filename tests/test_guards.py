"""Guards: what looks like a term and is a part of something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossaries import concept, found_rigid
from viterm.glossary import Rendering
from viterm.guards import cuts_cluster, is_derived, is_other_name, is_part_of_longer, stands_in
from viterm.languages import LANGUAGES
from viterm.words import Span


def place(marked: str) -> tuple[str, Span]:
    """A text without its marks, and the span between them."""
    before, inner, after = marked.split("|")
    return before + inner + after, Span(len(before), len(before) + len(inner))


@pytest.mark.parametrize(
    ("marked", "cuts"),
    [
        ("|กา|", False),
        ("|กา|ใหม่", False),
        ("|ก|า", True),
        ("เ|กา|", True),  # the vowel in front belongs to the letter behind it
        ("ไ|กา|", True),
        ("|กา|ร์", True),  # a silent letter belongs to the syllable in front
        ("|กา|ร", False),  # only who knows the words can tell การ from กา and ร
        ("ເ|ກາ|", True),
        ("ស្|តរ|", True),  # a letter below another one
        ("ស|តរ|", False),
        ("エ|デモ|", True),
        ("の|デモ|", False),
        ("A|B計画|", True),
        ("|計画9|5", True),
    ],
)
def test_what_cuts_a_cluster_or_a_run(marked: str, cuts: bool) -> None:
    assert cuts_cluster(*place(marked)) is cuts


@pytest.mark.parametrize(
    ("marked", "part"),
    [
        ("|人民委员会|议厅", True),
        ("|人民委员会|会议", False),  # the longer word begins behind the term
        ("|会议|厅", False),  # the term is the word itself
        ("主|干部|门", True),
        ("的|干部|们", False),
        ("会|议|", True),  # the term is a part of the word
        # one Chinese character
        ("在|党|的", False),
        ("（|党|）", False),
        ("|党|", False),
        ("B|党|9", False),
        ("政|党|的", True),
        ("的|党|员", True),
    ],
)
def test_what_is_a_part_of_a_longer_word(marked: str, part: bool) -> None:
    assert is_part_of_longer(*place(marked), longer="会议|[主骨]干", free="在的") is part


def test_without_a_list_no_word_is_longer() -> None:
    assert not is_part_of_longer(*place("|人民委员会|议厅"), longer="", free="")


@pytest.mark.parametrize(
    ("marked", "other"),
    [("|祖国阵线|报", True), ("|祖国阵线|报告", False), ("|祖国阵线|的报", False), ("|祖国阵线|", False)],
)
def test_a_name_behind(marked: str, other: bool) -> None:
    assert is_other_name(*place(marked), names_behind="报(?!告)") is other


@pytest.mark.parametrize(
    ("language", "tail", "derived"),
    [
        ("de", "schaft", True),
        ("de", "nschaften", True),
        ("de", "schaftsbank", True),
        ("de", "ialismus", True),
        ("de", "isches", True),
        ("de", "lers", True),
        ("de", "ung", True),
        ("de", "ungarn", False),
        ("de", "lernen", False),
        ("de", "licht", False),
        ("de", "samt", False),
        ("nb", "skapet", True),
        ("nb", "isme", True),
        ("nb", "skort", False),
        ("nb", "styre", False),
        ("nn", "heita", True),
        ("sv", "ism", True),
        ("sv", "styrelse", False),
        ("da", "skab", False),
        ("nl", "schappelijk", True),
        ("nl", "raad", False),
        ("fi", "llinen", True),
        ("fi", "neuvosto", False),
        ("et", "lik", True),
        ("et", "liige", False),
        ("hu", "ség", True),
        ("hu", "elnök", False),
        ("fr", "schaft", False),
    ],
)
def test_what_makes_another_word_of_the_word_in_front(language: str, tail: str, derived: bool) -> None:
    assert is_derived(LANGUAGES[language].derivation, tail=tail) is derived


@pytest.mark.parametrize(
    ("language", "head", "derived"),
    [
        ("de", "fort", True),
        ("de", "voraus", True),
        ("de", "rathaus", False),
        ("de", "sonder", False),
        ("nb", "like", True),
        ("nb", "arbeids", False),
        ("nl", "ver", True),
        ("fi", "ala", True),
        ("fr", "fort", False),
    ],
)
def test_what_makes_another_word_of_the_word_behind(language: str, head: str, derived: bool) -> None:
    assert is_derived(LANGUAGES[language].derivation, head=head) is derived


@pytest.mark.parametrize(
    ("phrase", "marked", "stands"),
    [
        ("new front", "the |new front| line", True),
        ("new front", "the |new\nfront| line", True),
        ("new front line", "the |new front| line", True),
        ("the new front", "the |new front| line", True),
        ("front line", "the |new front| line", False),  # it crosses the term and does not hold it
        ("new front lines", "the |new front| line", False),
        ("祖国阵线报", "|祖国阵线|报社", True),
        ("祖国阵线报", "|祖国阵线|日报", False),
        ("a.c", "|abc|", False),
    ],
)
def test_a_phrase_that_holds_a_place(phrase: str, marked: str, stands: bool) -> None:
    assert stands_in(phrase, *place(marked)) is stands


@pytest.mark.parametrize(
    ("marked", "stands"), [("유엔 |사무총장은|", True), ("유엔 |사무총장| 측", True), ("유엔 |사무총장실|", False)]
)
def test_particles_may_be_written_onto_the_phrase(marked: str, stands: bool) -> None:
    assert stands_in("유엔 사무총장", *place(marked), particles="(?:은|에서)*") is stands


@given(st.text("ab \n", max_size=8), st.text("ab", min_size=1, max_size=3), st.text("ab \n", max_size=8))
def test_a_place_holds_itself(before: str, inner: str, after: str) -> None:
    assert stands_in(inner, before + inner + after, Span(len(before), len(before) + len(inner)))


@pytest.mark.parametrize(
    ("language", "term", "not_form", "text", "counts"),
    [
        ("zh", "人民委员会", "中央人民委员会", "中央人民委员会", False),
        ("zh", "人民委员会", "中央人民委员会", "省人民委员会", True),
        ("de", "Genosse", "Zeitgenosse", "ein Zeitgenosse", False),
        ("de", "Genosse", "Zeitgenosse", "ein Parteigenosse", True),
        ("de", "Genosse", "Genosse Zufall", "der Genosse\nZufall", False),
        ("en", "new front", "new front door", "a new front door", False),
        ("en", "new front", "new front door", "a new front", True),
    ],
)
def test_a_longer_phrase_in_which_a_term_does_not_count(
    language: str, term: str, not_form: str, text: str, counts: bool
) -> None:
    rendering = Rendering(term, "approved", not_forms=(not_form,))
    assert bool(found_rigid(text, language, concept("x", {language: {"approved": [rendering]}}))) is counts
