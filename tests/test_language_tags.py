from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from viterm.errors import UserError
from viterm.language_codes import LANGUAGE_NAMES, SCRIPT_NAMES
from viterm.language_tags import ALIASES, CASED_PATTERN, applicable, canonical, cased, fallbacks, matches

TAGS = st.builds(
    lambda *parts: "-".join(filter(None, parts)),
    st.sampled_from([*LANGUAGE_NAMES, *ALIASES]),
    st.sampled_from(["", *SCRIPT_NAMES]),
    st.sampled_from(["", "BR", "CN", "TW", "HK", "DE", "419"]),
    st.sampled_from(["", "rozaj", "1996", "u-co-phonebk", "x-easy"]),
)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de", "de"),
        ("DE", "de"),
        ("pt-br", "pt-BR"),
        ("pt_BR", "pt-BR"),
        ("ZH-HANS", "zh-Hans"),
        ("zh-hant-hk", "zh-Hant-HK"),
        ("es-419", "es-419"),
        ("fil", "fil"),
        ("sl-Rozaj", "sl-rozaj"),
        ("de-CH-1996", "de-CH-1996"),
        ("de-u-co-phonebk", "de-u-co-phonebk"),
        ("de-x-easy", "de-x-easy"),
        ("no", "nb"),
        ("no-NO", "nb-NO"),
        ("nn", "nn"),
        ("iw", "he"),
        ("cmn-Hans", "zh-Hans"),
    ],
)
def test_canonical(tag: str, expected: str) -> None:
    assert canonical(tag) == expected


def test_cased_leaves_an_alias_alone() -> None:
    assert [cased(tag) for tag in ("NO", "pt-br", "NO-no")] == ["no", "pt-BR", "no-NO"]


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("dee", "`dee` is not a language tag; nearest: `de` (German)"),
        ("deu", "`deu` is not a language tag; nearest: `de` (German)"),
        ("ger", "`ger` is not a language tag; nearest: `de` (German)"),
        ("German", "`German` is not a language tag; nearest: `de` (German)"),
        ("fra", "`fra` is not a language tag; nearest: `fr` (French)"),
        ("ukr", "`ukr` is not a language tag; nearest: `uk` (Ukrainian)"),
        ("nob", "`nob` is not a language tag; nearest: `nb` (Norwegian Bokmål)"),
        ("vn", "`vn` is not a language tag; nearest: `vi` (Vietnamese)"),
        ("jp", "`jp` is not a language tag; nearest: `ja` (Japanese)"),
        ("de-", "`de-` is not a language tag; nearest: `de` (German)"),
        ("pt-BRA", "`pt-BRA` is not a language tag; nearest: `pt` (Portuguese)"),
        ("no-Norge-1", "`no-Norge-1` is not a language tag; nearest: `nb` (Norwegian Bokmål)"),
        ("zh-Hnas", "`zh-Hnas` names no known script; nearest: `zh-Hans` (simplified Han)"),
        ("", "`` is not a language tag; tags look like `de`, `pt-BR` or `zh-Hans`"),
        ("12", "`12` is not a language tag; tags look like `de`, `pt-BR` or `zh-Hans`"),
        ("越南", "`越南` is not a language tag; tags look like `de`, `pt-BR` or `zh-Hans`"),
        ("de\n", r"`de\n` is not a language tag; nearest: `de` (German)"),
    ],
)
def test_what_is_no_tag(tag: str, message: str) -> None:
    for function in (canonical, cased, fallbacks):
        with pytest.raises(UserError) as caught:
            function(tag)
        assert str(caught.value) == message


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de", ("de",)),
        ("no", ("nb",)),
        ("pt-BR", ("pt-BR", "pt")),
        ("sl-rozaj", ("sl-rozaj", "sl")),
        ("zh-Hant-HK", ("zh-Hant-HK", "zh-Hant", "zh")),
        ("zh-TW", ("zh-TW", "zh-Hant-TW", "zh-Hant", "zh")),
        ("zh-CN", ("zh-CN", "zh-Hans-CN", "zh-Hans", "zh")),
    ],
)
def test_fallbacks(tag: str, expected: tuple[str, ...]) -> None:
    assert fallbacks(tag) == expected


@pytest.mark.parametrize(
    ("document", "hits", "misses"),
    [
        ("de", ("de", "de-Latn"), ("en", "de-AT", "dsb")),
        ("de-AT", ("de", "de-AT"), ("de-CH",)),
        ("pt", ("pt",), ("pt-BR",)),
        ("pt-BR", ("pt", "pt-BR"), ("pt-PT",)),
        ("no", ("nb", "no"), ("nn", "da")),
        ("nb", ("no",), ()),
        ("zh", ("zh", "zh-Hans", "zh-Hant"), ("zh-TW", "yue")),
        ("zh-CN", ("zh", "zh-Hans", "zh-CN", "zh-Hans-CN"), ("zh-Hant", "zh-SG")),
        ("zh-SG", ("zh-Hans",), ("zh-Hant",)),
        ("zh-TW", ("zh", "zh-Hant", "zh-Hant-TW"), ("zh-Hans", "zh-HK")),
        ("zh-HK", ("zh-Hant",), ("zh-Hans",)),
        ("zh-MO", ("zh-Hant",), ("zh-Hans",)),
        ("zh-Hans", ("zh-Hans", "zh"), ("zh-Hant", "zh-CN")),
        ("zh-Hant-CN", ("zh-Hant",), ("zh-Hans", "zh-CN")),
        ("sr-Latn", ("sr", "sr-Latn"), ("sr-Cyrl",)),
    ],
)
def test_matches(document: str, hits: tuple[str, ...], misses: tuple[str, ...]) -> None:
    assert [tag for tag in hits + misses if matches(document, tag)] == list(hits)


@pytest.mark.parametrize(
    ("document", "renderings", "expected"),
    [
        ("de", ("en", "de", "fr"), ("de",)),
        ("pt-BR", ("pt", "pt-BR"), ("pt-BR",)),
        ("pt-PT", ("pt", "pt-BR"), ("pt",)),
        ("zh", ("zh-Hans", "zh-Hant"), ("zh-Hans", "zh-Hant")),
        ("zh", ("zh", "zh-Hant"), ("zh-Hant",)),
        ("zh-HK", ("zh", "zh-Hans", "zh-Hant"), ("zh-Hant",)),
        ("zh-TW", ("zh-TW", "zh-Hant-TW", "zh-Hant"), ("zh-TW", "zh-Hant-TW")),
        ("uk", ("ru", "be"), ()),
    ],
)
def test_applicable(document: str, renderings: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert applicable(document, renderings) == expected


@given(TAGS)
def test_a_canonical_tag_is_stable_in_any_casing(tag: str) -> None:
    written = canonical(tag)
    assert canonical(written) == canonical(tag.upper()) == canonical(tag.lower().replace("-", "_")) == written


@given(TAGS)
def test_the_pattern_knows_the_casing(tag: str) -> None:
    assert re.fullmatch(CASED_PATTERN, cased(tag))
    for other in (tag, tag.lower(), tag.upper()):
        assert bool(re.fullmatch(CASED_PATTERN, other)) == (other == cased(tag))


@given(TAGS)
def test_a_document_is_checked_against_all_its_fallbacks(tag: str) -> None:
    chain = fallbacks(tag)
    assert chain[0] == canonical(tag)
    assert chain[-1] in LANGUAGE_NAMES
    assert all(matches(tag, general) for general in chain)
    assert matches(tag, tag)


@given(st.text())
def test_what_is_no_tag_gives_one_printable_line(text: str) -> None:
    assume(re.match("[A-Za-z]", text) is None)
    with pytest.raises(UserError, match=r"^`.*` is not a language tag; ") as caught:
        canonical(text)
    assert str(caught.value).isprintable()


def test_the_known_codes_are_well_formed() -> None:
    assert len([code for code in LANGUAGE_NAMES if len(code) == 2]) == 184  # all of ISO 639-1
    assert all(code.islower() and code.isalpha() and len(code) in (2, 3) for code in LANGUAGE_NAMES)
    assert all(script.istitle() and len(script) == 4 for script in SCRIPT_NAMES)
    assert set(ALIASES.values()) <= LANGUAGE_NAMES.keys()
