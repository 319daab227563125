"""Which words hold a short one by chance, and which are compounds of it."""

from __future__ import annotations

import pytest

from viterm.forms.parts import lookalikes

WORDS = {"Datei", "Staffel", "Bericht", "Stand"}


def by_chance(shorts: dict[str, set[str]], *words: str) -> dict[str, frozenset[str]]:
    """The lookalikes among some words of a dictionary that has WORDS beside them."""
    return lookalikes(
        shorts, words, is_first_part=WORDS.__contains__, is_last_part=lambda rest: rest.capitalize() in WORDS
    )


@pytest.mark.parametrize(
    ("word", "is_chance"),
    [
        ("Dateityp", False),
        ("Typbericht", False),
        ("Typ", False),
        ("Typen", False),  # a form of the word itself
        ("Prototyp", True),
        ("Typografie", True),
        ("Archetypus", False),  # stands neither in front nor at the end
    ],
)
def test_a_longer_word_whose_rest_is_no_word(word: str, *, is_chance: bool) -> None:
    expected = {word.lower()} if is_chance else set()
    assert by_chance({"typ": {"typ", "typen", "typs"}}, word) == {"typ": expected}


def test_a_short_compound_is_none() -> None:
    assert by_chance({"ort": {"ort"}}, "Standort") == {"ort": set()}
    assert by_chance({"akt": {"akt"}}, "Standakt", "Taktakt") == {"akt": {"taktakt"}}
    assert by_chance({"art": {"art"}}, "Dateart") == {"art": {"dateart"}}


def test_what_holds_another_one_is_left_out() -> None:
    assert by_chance({"ort": {"ort"}}, "Passwort", "Wort", "Ortung", "Ortungsamt") == {"ort": {"wort", "ortung"}}


def test_each_short_form_for_itself() -> None:
    both = by_chance({"art": {"art", "arten"}, "arten": {"art", "arten"}}, "Garten", "Bart")
    assert both == {"art": {"bart"}, "arten": {"garten"}}


def test_nothing_is_asked_for() -> None:
    assert by_chance({}, "Wort") == {}
