"""The table of languages, and which entry holds for a tag."""

from __future__ import annotations

import pytest

from viterm.errors import UserError
from viterm.language_tags import canonical
from viterm.languages import LANGUAGES, by_tag


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("DE_at", "de"),
        ("no", "nb"),
        ("nn", "nn"),
        ("pt-BR", "pt"),
        ("zh-Hant-TW", "zh"),
        ("zh-CN", "zh"),
        ("sr", "sr"),  # not in the table
    ],
)
def test_the_entry_for_a_tag(tag: str, found: str) -> None:
    assert by_tag(tag).tag == found


def test_an_unknown_language_has_words_and_exact_forms() -> None:
    language = by_tag("mi")
    assert (language.boundary, language.dictionary, language.inflects, language.compounds) == (
        "words",
        "",
        False,
        False,
    )


def test_what_is_no_tag_is_refused() -> None:
    with pytest.raises(UserError, match="is not a language tag"):
        by_tag("x!")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_entry_is_sound(tag: str) -> None:
    language = LANGUAGES[tag]
    assert language.tag == tag == canonical(tag)
    assert language.name
    assert not (language.boundary == "substring" and language.inflects)
    assert not (language.dictionary and not language.inflects)
    assert len(set(language.attached)) == len(language.attached)


@pytest.mark.parametrize("code", sorted({language.dictionary for language in LANGUAGES.values()} - {""}))
def test_every_dictionary_exists(code: str) -> None:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    assert code in SUPPORTED_LANGUAGES
