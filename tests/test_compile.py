"""Compiling: which terms a document language looks for, cut into which words, anchored at which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from glossaries import Terms, concept, glossary, rigid
from viterm.compile import compile_glossary, inflected_words
from viterm.compiled import Compiled, Name, Subject
from viterm.findings import Via
from viterm.forms import ORIGINS, WordForms
from viterm.glossary import Basis, Concept, Rendering
from viterm.languages import Language, by_tag
from viterm.term_patterns import Pattern, Phrase
from viterm.terms import words_of


def compiled(tag: str, *concepts: Concept) -> Compiled:
    return compile_glossary(glossary(*concepts), tag, rigid)


def pattern(term: str | Rendering, language: str = "de") -> Pattern:
    terms: Terms = {"approved": [term]}
    written = term if isinstance(term, str) else term.term
    return next(
        one for one in compiled(language, concept("x y", {language: terms})).patterns if one.rendering == written
    )


@pytest.mark.parametrize(
    ("language", "term", "words"),
    [
        ("de", "geschickte Massenmobilisierung", ("geschickte", "Massenmobilisierung")),
        ("de", "Massen-Mobilisierung", ("Massen", "Mobilisierung")),
        ("de", "cafe\u0301 x", ("cafe\u0301", "x")),
        ("en", "People's Committee", ("People", "s", "Committee")),
        ("fr", "mouvement d’émulation", ("mouvement", "d", "émulation")),
        ("uk", "В'єтнам п’ять", ("В'єтнам", "п’ять")),
        ("vi", "Đảng, lòng dân", ("Đảng", "lòng", "dân")),
        ("ko", "대중 동원", ("대중", "동원")),
        ("zh", "群众 动员", ("群众", "动员")),
        ("th", "การระดม", ("การระดม",)),
        ("de", "– !", ()),
    ],
)
def test_the_words_of_a_term(language: str, term: str, words: tuple[str, ...]) -> None:
    assert words_of(term, by_tag(language)) == words


@pytest.mark.parametrize(
    ("language", "term", "gaps"),
    [
        ("de", "neues Gebiet", ()),
        ("de", "Nord-Süd Gebiet", ()),
        ("fr", "mouvement d’émulation", ()),
        ("de", "Ämter, Einheiten", (",",)),
        ("de", "Partei, Volk und Front", (",", "", "")),
        ("de", "Front (alt) / neu", ("(", ")/")),
        ("de", "„Ämter“, Einheiten", ("“,",)),
        ("zh", "机关，单位", ()),
    ],
)
def test_punctuation_within_a_term_is_kept(language: str, term: str, gaps: tuple[str, ...]) -> None:
    assert pattern(term, language).gaps == gaps


@pytest.mark.parametrize(
    ("terms", "anchors"),
    [
        # the longest word, as far as length tells
        (["der neue Ausschuss"], ["Ausschuss"]),
        (["Ausschuss der Stadt"], ["Ausschuss"]),
        # a word that many terms share is a bad anchor
        (["Partei Komitee", "Partei Ausschuss", "Partei Kommission"], ["Komitee", "Ausschuss", "Kommission"]),
        (["Kommissions Aa", "Kommissions Bb", "Kommissions Cc", "Kommissions Dd"], ["Kommissions"] * 4),
    ],
)
def test_the_anchor_is_the_rarest_word(terms: list[str], anchors: list[str]) -> None:
    patterns = [
        one for one in compiled("de", concept("x y", {"de": {"approved": terms}})).patterns if one.language == "de"
    ]
    assert [one.written[one.anchor] for one in patterns] == anchors


PARTY = concept(
    "Tỉnh ủy",
    {
        "de": {"approved": ["Parteikomitee"], "forbidden": ["Provinzpartei"]},
        "en": {
            "approved": ["provincial Party committee", "PPC", "Committee"],
            "variant": ["provincial party"],
            "forbidden": [Rendering("party affairs", "forbidden", near=("province",)), "PROVINCES"],
        },
        "fr": {"approved": ["comité provincial"]},
    },
    also=["TU", "BDVTW", "ĐVXSNV"],
)


@pytest.mark.parametrize(
    ("language", "looked_for"),
    [
        (
            "de",
            {
                # its own, with their status
                ("Parteikomitee", "approved"),
                ("Provinzpartei", "forbidden"),
                # English of two words or more, or an abbreviation; not what counts in a context only
                ("provincial Party committee", "untranslated"),
                ("PPC", "untranslated"),
                ("provincial party", "untranslated"),
                # Vietnamese names of two syllables, abbreviations of three letters
                ("Tỉnh ủy", "untranslated"),
                ("BDVTW", "untranslated"),
                ("ĐVXSNV", "untranslated"),
            },
        ),
        (
            "en",
            {
                ("provincial Party committee", "approved"),
                ("PPC", "approved"),
                ("Committee", "approved"),
                ("provincial party", "variant"),
                ("party affairs", "forbidden"),
                ("PROVINCES", "forbidden"),
                ("Tỉnh ủy", "untranslated"),
                ("BDVTW", "untranslated"),
                ("ĐVXSNV", "untranslated"),
            },
        ),
        (
            "vi",
            {
                ("Tỉnh ủy", "approved"),
                ("TU", "approved"),
                ("BDVTW", "approved"),
                ("ĐVXSNV", "approved"),
                ("provincial Party committee", "untranslated"),
                ("PPC", "untranslated"),
                ("provincial party", "untranslated"),
            },
        ),
    ],
)
def test_what_is_looked_for(language: str, looked_for: set[tuple[str, str]]) -> None:
    assert {(one.rendering, one.status) for one in compiled(language, PARTY).patterns} == looked_for


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("dân vận", {"dân vận"}),  # without its diacritics a name of two syllables could be anybody's
        ("công tác dân vận", {"công tác dân vận", "cong tac dan van"}),
        ("Đảng ủy xã", {"Đảng ủy xã", "Dang uy xa"}),
        ("ĐVXSNV", {"ĐVXSNV", "DVXSNV"}),
        ("xã", set()),
        ("Ban thi dua", {"Ban thi dua"}),
    ],
)
def test_vietnamese_names_also_count_without_diacritics(name: str, written: set[str]) -> None:
    patterns = compiled("de", concept(name, {"de": {"approved": ["a"]}})).patterns
    found = {one.written for one in patterns if one.language == "vi"}
    assert found == {words_of(one, by_tag("vi")) for one in written}


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("de", ("Tỉnh ủy", ("Parteikomitee",))),
        ("de-AT", ("Tỉnh ủy", ("Parteikomitee",))),
        ("vi", ("Tỉnh ủy", ("Tỉnh ủy",))),
        ("nb", ("Tỉnh ủy", ())),
    ],
)
def test_what_a_report_says_of_a_concept(language: str, name: tuple[str, tuple[str, ...]]) -> None:
    assert compiled(language, PARTY).names == {"Tỉnh-ủy": Name(*name)}


@pytest.mark.parametrize(("basis", "proposed"), [("proposed", True), ("portal", False), ("", False)])
def test_that_it_is_only_proposed(basis: Basis, proposed: bool) -> None:
    backed = replace(PARTY, entries={tag: replace(entry, basis=basis) for tag, entry in PARTY.entries.items()})
    assert compiled("de", backed).names["Tỉnh-ủy"].proposed is proposed


@pytest.mark.parametrize(
    ("language", "term", "flags"),
    [
        ("de", "Volksfront", {"noun_capitals", "compounds"}),
        ("de", Rendering("Volksfront", "approved", match="exact"), set()),
        ("nb", "folkefront", {"compounds"}),
        ("en", "front", set()),
        ("en", Rendering("front", "approved", case_sensitive=True), {"sensitive"}),
        ("en", "VFF", {"sensitive", "abbreviation"}),
        ("de", "VFF", {"sensitive", "abbreviation", "noun_capitals", "compounds"}),
        ("en", "FRONT", set()),
        ("en", "V", set()),
        ("uk", "фронт", {"apostrophe_in_words"}),
        ("zh", "阵线", {"substring"}),
    ],
)
def test_how_a_term_is_compared(language: str, term: str | Rendering, flags: set[str]) -> None:
    every = {"noun_capitals", "compounds", "sensitive", "abbreviation", "apostrophe_in_words", "substring"}
    assert {flag for flag in every if getattr(pattern(term, language), flag)} == flags


def test_conditions_are_kept_as_folded_forms() -> None:
    rendering = Rendering(
        "Front",
        "forbidden",
        "why",
        near=("Große Bewegung", "Modell"),
        before=("Ä",),
        after=("d’É",),
        about=("Modell",),
        not_forms=("Der  FRONT",),
        files=("a/*",),
    )
    result = compiled("de", concept("x y", {"de": {"approved": [rendering]}}))
    one = result.patterns[0]

    def forms(phrases: Iterable[Phrase]) -> list[list[list[str]]]:
        return [[result.words.forms(word) for word in phrase] for phrase in phrases]

    assert forms(one.near) == [[["grosse", "große"], ["bewegung"]], [["modell"]]]
    assert forms(one.before) == [[["ä"]]]
    assert forms(one.after) == [[["d"], ["é"]]]
    assert result.subjects == (Subject(), Subject(one.near[1:]))
    assert one.about == 1
    assert (one.excluded, one.files, one.why) == (("der front",), ("a/*",), "why")


def test_a_listed_form_is_a_term_of_the_same_rendering() -> None:
    rendering = Rendering("neues Haus", "forbidden", forms=("neue Häuser", "– !"))
    patterns = compiled("de", concept("x y", {"de": {"approved": ["a"], "forbidden": [rendering]}})).patterns
    assert [one.written for one in patterns if one.rendering == "neues Haus"] == [("neues", "Haus"), ("neue", "Häuser")]


def test_a_tag_gives_way_to_a_more_specific_one() -> None:
    both = concept(
        "x y", {"pt": {"approved": ["frente"]}, "pt-BR": {"approved": ["fronte"]}, "es": {"approved": ["e"]}}
    )
    assert {one.rendering for one in compiled("pt-BR", both).patterns} == {"fronte", "x y"}
    assert {one.rendering for one in compiled("pt-PT", both).patterns} == {"frente", "x y"}


def graded(words: Iterable[str], _: Language) -> dict[str, WordForms]:
    """Forms of every origin for every word."""
    return {word: WordForms({word + str(i): origin for i, origin in enumerate(ORIGINS)}, known=True) for word in words}


def test_what_a_phrase_confirms_is_only_guessed_for_a_single_word() -> None:
    terms = concept("x y", {"en": {"approved": ["front", "new fund"]}})
    result = compile_glossary(glossary(terms), "en", graded)
    exact, inflected, guessed = Via.EXACT, Via.INFLECTED, Via.GUESSED
    alone, phrase = (one for one in result.patterns if one.language == "en")
    assert list(result.words[alone.words[0]].values()) == [exact, exact, *[inflected] * 4, guessed]
    assert list(result.words[phrase.words[1]].values()) == [exact, exact, *[inflected] * 6]


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("de", {"Parteikomitee", "Provinzpartei"}),
        ("en", {"provincial", "Party", "committee", "PPC", "Committee", "party", "affairs", "province", "PROVINCES"}),
        ("nb", set()),
    ],
)
def test_the_words_that_a_lock_needs(tag: str, words: set[str]) -> None:
    assert inflected_words(glossary(PARTY), tag) == words
