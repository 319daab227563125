"""Looking a rendering up by the words around its anchor loses none that stands there."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossaries import compiled, concept, glossary, rigid
from viterm.candidates import Candidates
from viterm.compile import compile_glossary
from viterm.compiled import Compiled
from viterm.folded_text import FoldedText
from viterm.verify import verify
from viterm.words import Span

# Terms that share their longest word, which becomes the anchor: at the front, in the middle, at the end, alone.
TERMS = {
    "de": ["Massenmobilisierung", "gute Massenmobilisierung", "Massenmobilisierung der Partei", "neue Massenpartei"],
    "fr": [
        "mobilisation",
        "mobilisation de masse",
        "mobilisation des masses",
        "bonne mobilisation de masse",
        "a, mobilisation",
    ],
    "tr": ["Vietnam Vatan Cephesi", "Vatan Cephesi", "Vietnam Cephesi Komitesi"],
    "ko": ["조국전선", "조국 전선 위원회", "새 조국전선", "새·조국, 위원회", "조국 새전선위원회"],
    "zh": ["祖国阵线", "祖国阵线 委员会", "阵线"],
}
WORDS = {
    "de": [
        "Massenmobilisierung",
        "Massenmobilisierungsarbeit",
        "guten",
        "Die",
        "der",
        "Partei",
        "Parteien",
        "-",
        ",",
        "\n",
    ],
    "fr": ["l'", "mobilisation", "mobilisations", "de", "des", "masse", "masses", "bonne", "a", ",", "\n"],
    "tr": ["Vietnam", "Vietnam'ın", "Vatan", "Cephesi", "Cephesi'nin", "Komitesi", "'", "\n"],
    "ko": ["조국", "전선", "조국전선", "위원회", "새", "에서", "\n", " ", "-", ",", "·", "  \n"],
    "zh": ["祖国", "阵线", "祖国阵线", "委员会", " ", "\n"],
}


@cache
def terms(language: str) -> Compiled:
    return compiled(language, concept("một", {language: {"approved": TERMS[language]}}))


def all_matches(text: FoldedText, glossary: Compiled) -> set[str]:
    """What stands in a text when every pattern is tried wherever a form of its anchor stands."""
    matches = set()
    for pattern in glossary.patterns:
        for form in glossary.words.forms(pattern.words[pattern.anchor]):
            at = text.folded.text.find(form)
            while at >= 0:
                match = verify(pattern, glossary.words, text, Span(at, at + len(form)))
                matches |= {f"{match.span.start}-{match.span.end} {pattern.rendering}"} if match else set()
                at = text.folded.text.find(form, at + 1)
    return matches


def candidates_that_match(text: FoldedText, glossary: Compiled) -> set[str]:
    candidates, matches = Candidates(glossary), set()
    for index, form in enumerate(candidates.forms):
        at = text.folded.text.find(form)
        while at >= 0:
            span = Span(at, at + len(form))
            for pattern in candidates.at(index, span, text):
                match = verify(pattern, glossary.words, text, span)
                matches |= {f"{match.span.start}-{match.span.end} {pattern.rendering}"} if match else set()
            at = text.folded.text.find(form, at + 1)
    return matches


@pytest.mark.parametrize("language", TERMS)
@given(data=st.data())
def test_no_rendering_is_lost(language: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS[language]), min_size=1, max_size=8))
    text = FoldedText(data.draw(st.sampled_from(["", " "])).join(words))
    assert candidates_that_match(text, terms(language)) == all_matches(text, terms(language))


@pytest.mark.parametrize("language", TERMS)
def test_each_rendering_is_there(language: str) -> None:
    for term in TERMS[language]:
        assert any(row.endswith(f" {term}") for row in candidates_that_match(FoldedText(term), terms(language))), term


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the red council", ["red council"]),
        ("the council of the old", ["council of the old"]),
        ("the council of the new", ["council of the old"]),  # only the nearest word is looked up
        ("the council, of the old", []),
        ("the rare council", []),
    ],
)
def test_only_what_has_the_right_word_beside_it_is_looked_at(text: str, expected: list[str]) -> None:
    terms = ["red council", "new council", "old council", "council of the old"]
    candidates = Candidates(compile_glossary(glossary(concept("một", {"en": {"approved": terms}})), "en", rigid))
    assert candidates.forms == ["council"]
    place = text.index("council")
    looked_at = candidates.at(0, Span(place, place + len("council")), FoldedText(text))
    assert [pattern.rendering for pattern in looked_at] == expected
