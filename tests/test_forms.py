"""From a word of a rendering to its forms, and where each form comes from."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cache
from importlib.resources import files

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from viterm.forms import ORIGINS, WordForms, word_forms
from viterm.forms.dictionary import NO_DICTIONARY, Dictionary, load_dictionary
from viterm.forms.endings import Paradigm, Paradigms, load_paradigms, parse_paradigms
from viterm.forms.spelling import spellings
from viterm.languages import LANGUAGES, Language, by_tag

FORMS = [
    # language, word, form, where it comes from (None: it is no form)
    ("de", "Massenmobilisierung", "massenmobilisierung", "written"),
    ("de", "Massenmobilisierung", "massenmobilisierungen", "dictionary"),
    ("de", "Massenmobilisierung", "massenmobilisierungs", "ending"),
    ("de", "Massenmobilisierung", "massenmobilisator", None),
    ("de", "Große", "grosse", "spelling"),
    ("de", "Große", "grossen", "dictionary"),
    ("de", "ABTEILUNG", "abteilungen", "dictionary"),
    # a compound that the dictionary lacks goes by its last part
    ("de", "Volksrat", "volksräten", "compound"),
    ("de", "Nachahmerbewegung", "nachahmerbewegungen", "compound"),
    # the dictionary contradicts an ending: for it, geschickten is a form of schicken
    ("de", "geschickte", "geschickten", "other"),
    ("de", "geschickte", "schickt", None),
    # nouns and adjectives go by their first letter
    ("de", "Haus", "häuser", "dictionary"),
    ("de", "Haus", "hausen", "other"),
    # a word that no dictionary knows
    ("de", "Qwertzung", "qwertzungen", "ending"),
    ("de", "Qwertzung", "qwertzung", "written"),
    ("nb", "massemobilisering", "massemobiliseringen", "compound"),
    ("nb", "massemobilisering", "massemobiliseringens", "attached"),
    ("nb", "massemobilisering", "massemobiliseringets", "ending"),
    # a particle, on what is known to be a form only
    ("fi", "komitea", "komiteassakin", "attached"),
    ("fi", "komitea", "komidessa", "ending"),
    ("fi", "komitea", "komidessakin", None),
    ("nb", "massemobilisering", "massemobiliseringss", None),
    ("nb", "massemobilisering", "massemobiliseringensss", None),
    ("nb", "komité", "komite", "spelling"),
    ("nb", "komité", "komiteen", "dictionary"),
    ("fr", "œuvre", "oeuvre", "spelling"),
    ("fr", "œuvre", "oeuvres", "dictionary"),
    ("fr", "provincial", "provinciaux", "dictionary"),
    ("fr", "xyzal", "xyzaux", "ending"),
    ("en", "policy", "policies", "dictionary"),
    ("en", "policy", "police", None),
    ("en", "xyzzy", "xyzzies", "ending"),
    # a verb's forms, a woman's name for a calling and a derived word are no forms of the noun
    ("hr", "otkazivanje", "otkazivanja", "ending"),
    ("hr", "otkazivanje", "otkazuje", None),
    ("cs", "kandidát", "kandidátem", "dictionary"),
    ("cs", "kandidát", "kandidátka", None),
    ("tr", "sanayi", "sanayinin", "dictionary"),
    ("tr", "sanayi", "sanayici", None),
    # the dictionary has cut the word's own end: it gives insanlığı to insan
    ("tr", "insanlık", "insanlığı", "ending"),
    # a namesake's forms say nothing of the word: Strażem is a surname's
    ("pl", "straż", "strażą", "ending"),
    ("ko", "간부", "간부들에게", "attached"),
    ("ko", "간부", "간부전", None),
    ("vi", "Dân", "dân", "written"),
    ("zh", "群众动员", "群众动员", "written"),
    ("mi", "whare", "whare", "written"),
]

KNOWN = {
    *("Massenmobilisierung", "Große", "ABTEILUNG", "Volksrat", "Nachahmerbewegung", "geschickte", "Haus"),
    *("komité", "komitea"),
}
KNOWN |= {"massemobilisering", "œuvre", "provincial", "policy", "kandidát", "sanayi", "insanlık", "straż"}


@cache
def forms(language: str) -> dict[str, WordForms]:
    words = [word for tag, word, _, _ in FORMS if tag == language]
    return word_forms(words, replace(by_tag(language), analyser=""))  # one that a machine may lack


@pytest.mark.parametrize(("language", "word", "form", "origin"), FORMS)
def test_a_word_s_forms_and_their_strongest_origin(language: str, word: str, form: str, origin: str | None) -> None:
    assert forms(language)[word].origins.get(form) == origin


@pytest.mark.parametrize(("language", "word"), sorted({(language, word) for language, word, _, _ in FORMS}))
def test_whether_the_dictionary_inflects_a_word(language: str, word: str) -> None:
    assert forms(language)[word].known is (word in KNOWN)


@pytest.mark.parametrize("language", sorted({language for language, *_ in FORMS}))
def test_forms_are_folded_and_origins_known(language: str) -> None:
    for known in forms(language).values():
        assert all(form == form.lower() and " " not in form for form in known.origins)
        assert set(known.origins.values()) <= set(ORIGINS)


def test_no_words_need_no_dictionary() -> None:
    assert word_forms([], Language("de", "German", dictionary="there is none of this name")) == {}


def test_a_language_without_inflection_has_the_word_and_what_is_attached() -> None:
    language = Language("x", "X", inflects=False, attached=("s",))
    assert word_forms(["Ab"], language)["Ab"].origins == {"ab": "written", "abs": "attached"}


@pytest.mark.parametrize(
    ("tag", "form", "expected"),
    [
        ("de", "große", {"grosse"}),
        ("de", "front", set()),
        ("nb", "komitéen", {"komiteen"}),
        ("nn", "komité", {"komite"}),
        ("da", "komité", {"komite"}),
        ("sv", "kommitté", set()),
        ("fr", "œuvre", {"oeuvre"}),
        ("fr", "tænia", {"taenia"}),
        ("fr", "gruß", set()),
        ("fr", "entraîneur", {"entraineur"}),
        ("fr", "mûr", set()),
        ("fr", "événement", {"évènement"}),
        ("de", "beschluss", {"beschluß"}),
        ("de", "masse", set()),
        ("de", "potential", {"potenzial"}),
        ("de", "sozial", set()),
        ("en", "mobilisation", {"mobilization"}),
        ("en", "size", set()),
        ("en", "prize", set()),
        ("en", "labor", {"labour"}),
        ("en", "order", set()),
        ("en", "centres", {"centers"}),
        ("en", "enter", set()),
        ("es", "período", {"periodo"}),
        ("es", "periódico", set()),
        ("pt", "electrónico", {"eletrónico", "electrônico", "eletrônico"}),
        ("pt", "pacto", set()),
        ("pt", "nação", set()),
        ("ro", "hotărâre", {"hotărîre"}),
        ("ro", "împărat", set()),
        ("en", "œuvre", set()),
        ("cs", "socialismus", {"socializmus"}),
        ("cs", "ismus", set()),
        ("uk", "проєкту", {"проекту"}),
        ("tr", "milli", {"millî"}),
        ("tr", "resmî", {"resmi"}),
        ("hi", "हिंदी", {"हिन्दी"}),
        ("hi", "बाजार", {"बाज़ार"}),
        ("hi", "ज्ञान", set()),
        ("ar", "مسؤول", {"مسئول"}),
        ("fa", "هیئت", {"هیأت"}),
        ("he", "ביטחון", {"בטחון"}),
        ("he", "זמן", set()),
    ],
)
def test_other_spellings(tag: str, form: str, expected: set[str]) -> None:
    assert spellings(form, tag) == expected


# ---------------------------------------------------------------------------------------------------- dictionary

NB = by_tag("nb")


@cache
def dictionary(tag: str) -> Dictionary:
    words = {
        "nb": ["massemobilisering", "Komité", "qwertzy", "xyfolk", "qwxnasjon"],
        "en": ["policy", "qwertzy", "xypolicy"],
    }
    candidates = {word: ["policies", "pages", "qwerty"] for word in words[tag]}
    return load_dictionary(by_tag(tag), candidates)


@pytest.mark.parametrize(
    ("tag", "word", "form", "kind"),
    [
        ("nb", "Komité", "komiteer", ""),
        ("nb", "Komité", "komitéer", "forms"),  # any casing
        ("nb", "massemobilisering", "massemobiliseringen", "compound_forms"),
        ("nb", "qwxnasjon", "qwxnasjonen", "compound_forms"),  # a long last part, whatever stands before it
        ("nb", "xyfolk", "xyfolket", ""),  # a short one only behind a word
        ("nb", "qwertzy", "qwertzyen", ""),
        ("en", "policy", "policies", "forms"),
        ("en", "xypolicy", "xypolicies", ""),  # English does not join words
        # candidates that the dictionary knows as forms of other words
        ("en", "policy", "pages", "others"),
        ("en", "policy", "qwerty", ""),
    ],
)
def test_what_the_dictionary_says(tag: str, word: str, form: str, kind: str) -> None:
    looked_up = dictionary(tag)
    kinds = [name for name in ("forms", "compound_forms", "others") if form in getattr(looked_up, name).get(word, ())]
    assert kinds == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("word", "knows"), [("massemobilisering", True), ("Komité", True), ("qwertzy", False), ("never asked", False)]
)
def test_a_known_word_has_other_forms(word: str, knows: bool) -> None:
    assert dictionary("nb").knows(word) is knows


def test_a_language_may_have_no_dictionary() -> None:
    assert load_dictionary(by_tag("bn"), {"a": ["b"]}) == NO_DICTIONARY


# ------------------------------------------------------------------------------------------------------- endings


@pytest.mark.parametrize(
    ("text", "paradigms"),
    [
        ("", []),
        ("\n# a comment\n\n", []),
        ("noun - s es", [("noun", ("", "s", "es"))]),
        ("adj e en # a comment", [("adj", ("e", "en"))]),
        ("noun", []),
        ("noun a{,m}b c", [("noun", ("ab", "amb", "c"))]),
        ("noun {,k}{,n,t}", [("noun", ("", "n", "t", "k", "kn", "kt"))]),
        ("noun ка ці\r\nword ein eine", [("noun", ("ка", "ці")), ("word", ("ein", "eine"))]),
    ],
)
def test_endings_are_read_in_their_order(text: str, paradigms: list[tuple[str, tuple[str, ...]]]) -> None:
    assert parse_paradigms(text) == Paradigms(tuple(Paradigm(*one) for one in paradigms))


@pytest.mark.parametrize(
    ("tag", "endings", "word", "forms"),
    [
        ("en", "noun - s es", "bank", {"bank", "banks", "bankes"}),
        ("en", "noun y ies", "policy", {"policy", "policies"}),
        ("en", "noun y ies", "bank", set()),
        # the longest ending that the word has is taken off
        ("en", "noun - s es", "boxes", {"box", "boxs", "boxes"}),
        # three letters must be left
        ("en", "noun y ies", "sky", set()),
        ("en", "noun - s", "sky", {"sky", "skys"}),
        # in German the first letter tells the kind
        ("de", "noun - s\nadj - e", "Haus", {"Hau", "Haus"}),
        ("de", "noun - s\nadj - e", "haus", {"haus", "hause"}),
        ("de", "any - x", "haus", {"haus", "hausx"}),
        ("de", "any - x", "Haus", {"Haus", "Hausx"}),
        ("en", "noun - s\nadj - e", "bank", {"bank", "banks", "banke"}),
        # listed words are forms of one another
        ("de", "word ein eine eines", "Eine", {"ein", "eine", "eines"}),
        ("de", "word ein eine eines", "keine", set()),
        # an abbreviation has the forms of what it stands for, and not the other way round
        ("ru", "short в вв века", "в", {"в", "вв", "века"}),
        ("ru", "short в вв века", "века", set()),
        # the citation form counts even where the word ends in a longer ending
        ("fi", "noun a ana asta", "sana", {"sa", "sana", "sanana", "sanasta", "sasta"}),
        ("uk", "noun ка ки ці", "спілка", {"спілка", "спілки", "спілці"}),
    ],
)
def test_endings_give_forms(tag: str, endings: str, word: str, forms: set[str]) -> None:
    assert parse_paradigms(endings).forms(word, by_tag(tag)) == forms


@pytest.mark.parametrize(
    ("tag", "endings", "word", "known", "fitting"),
    [
        # the paradigm that has all that the dictionary knows of the word
        ("nb", "noun - en er ene", "gjest", {"gjest", "gjesten"}, {"gjesten", "gjester", "gjestene"}),
        ("nb", "noun - en er ene", "bruk", {"bruk", "bruket"}, set()),
        (
            "nb",
            "noun - en er ene",
            "gjest",
            {"gjest", "gjests", "gjestens", "gjesten"},
            {"gjesten", "gjester", "gjestene"},
        ),
        ("nb", "noun - en er ene", "side", {"side", "s."}, set()),
        # where the dictionary knows nothing, one that has a single form
        ("nl", "noun ijs ijzen", "bewijs", {"bewijs"}, {"bewijzen"}),
        ("nl", "noun - en s", "werk", {"werk"}, set()),
        ("nl", "noun nk nken", "link", {"link", "links"}, set()),
        (
            "nl",
            "noun ijs ijzen\nsure - je jes",
            "bewijs",
            {"bewijs", "bewijsje"},
            {"bewijzen", "bewijsje", "bewijsjes"},
        ),
        # an adjective's paradigm does not speak for a noun
        ("nb", "adj - e", "gjest", {"gjest"}, set()),
        # a sure one holds whatever the dictionary knows, but from the citation form only
        ("es", "sure - s", "vacuna", {"vacuna", "vacuno"}, {"vacunas"}),
        ("fr", "sure - s", "cours", {"cours"}, set()),
        ("fr", "any - s", "veine", {"veine"}, set()),
        # and so do listed words
        ("nb", "word far fedre", "far", {"far", "faren"}, {"fedre"}),
        ("nb", "word far fedre", "mor", {"mor"}, set()),
    ],
)
def test_forms_that_hold_against_the_dictionary(
    tag: str, endings: str, word: str, known: set[str], fitting: set[str]
) -> None:
    assert parse_paradigms(endings).fitting(word, known, by_tag(tag)) == fitting


def test_a_language_without_a_file_has_no_endings() -> None:
    assert load_paradigms("vi") == Paradigms(())


FILES = sorted(path.name for path in files("viterm.forms").joinpath("endings").iterdir())


@pytest.mark.parametrize("name", FILES)
def test_an_endings_file_is_sound(name: str) -> None:
    tag = name.removesuffix(".txt")
    assert name == f"{tag}.txt"
    assert LANGUAGES[tag].inflects
    text = files("viterm.forms").joinpath("endings", name).read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    lines = [" ".join(line.partition("#")[0].split()) for line in text.split("\n")]
    lines = [line for line in lines if line]
    assert [line for line, count in Counter(lines).items() if count > 1] == []
    assert [line for line in lines if len(set(line.split())) < len(line.split())] == []
    kinds = ("noun", "adj", "any", "sure", "word", "short", "apart", "verb", "aspect")
    assert [line for line in lines if line.split()[0] not in kinds] == []
    paradigms = parse_paradigms(text).paradigms
    assert len(paradigms) == len(lines)
    for line, paradigm in zip(lines, paradigms, strict=True):
        # A row of the kind `apart` without others says that a longer ending keeps its genders (es -iano, -iana).
        assert len(paradigm.endings) > (paradigm.kind != "apart"), line
        assert all(regex.fullmatch(r"´?[\p{L}\p{M}]*", ending) for ending in paradigm.endings), line
        assert all(ending == ending.lower() for ending in paradigm.endings), line


@pytest.mark.parametrize(
    ("endings", "word", "forms"),
    [
        ("verb ar ar{lo,la} ándo{lo,las}", "usar", {"usarlo", "usarla", "usándolo", "usándolas"}),
        ("verb ar ar{lo,la}", "uso", set()),
        ("verb ar arlo", "ar", set()),
        # the longest ending tells
        ("verb ar ´elo\nverb zar ´celo", "alzar", {"álcelo"}),
        # the accent is on the last syllable; where the stem ends in i or u, that may be either
        ("verb ar ´elo", "causar", {"cáuselo"}),
        ("verb ar ´elo", "eliminar", {"elimínelo"}),
        ("verb ar ´elo", "cambiar", {"cámbielo", "cambíelo"}),
    ],
)
def test_pronouns_written_onto_a_verb(endings: str, word: str, forms: set[str]) -> None:
    paradigms = parse_paradigms(endings)
    assert paradigms.with_pronoun(word) == forms
    assert paradigms.forms(word, by_tag("es")) == set()


@pytest.mark.parametrize(
    ("word", "prefixes"), [("формировать", ("с", "от")), ("формирование", ()), ("ировать", ()), ("писать", ())]
)
def test_what_makes_a_perfective(word: str, prefixes: tuple[str, ...]) -> None:
    paradigms = parse_paradigms("aspect ировать с от")
    assert paradigms.aspect_prefixes(word) == prefixes
    assert paradigms.forms(word, by_tag("ru")) == set()


@given(st.sampled_from(FILES), st.text("aeioubdkstruаеиоувкнтс", min_size=3, max_size=9))
def test_a_word_with_endings_is_among_its_forms(name: str, word: str) -> None:
    tag = name.removesuffix(".txt")
    given_forms = load_paradigms(tag).forms(word, by_tag(tag))
    assert not given_forms or word in given_forms
