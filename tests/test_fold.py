"""Folding: what counts as the same spelling, and the way back from folded to source offsets."""

from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from viterm.fold import Folded, fold, fold_unbroken, fold_word, unbroken

# What folding is about, and ordinary letters between.
CHARACTERS = (
    "aBÉéßİıΣσςЁёйїŞşțĐđ '’ʼ`-‐‑\u00a0\u202f\u3000\t\r\n"
    "\u00ad\u200b\u200c\u200d\u200e\u202e\u2060\ufeff\u0301\u0300\u0308\u0327\u0323ſﬁﬀＡｚ１大デが\u3099ト한\u1112\u1161\u11ab"
    "ﾃﾞﾊﾟ⼈Bเ\u0e4d\u0e49\u0e35\u0e33\u17d2\u179a\u178f\u17c1\u17b6"
    "à\u0303กา่\u064e\u0640م\u05b8ש\U0001f600òóõaeuy"
)
ANY = st.characters(exclude_categories=["Cs"])
texts = st.text(st.sampled_from(CHARACTERS) | ANY, max_size=40)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        # letter case
        ("Massenmobilisierung", "massenmobilisierung"),
        ("ÉMULATION", "émulation"),
        ("МАСОВА", "масова"),
        ("İstanbul", "istanbul"),
        ("ΛΑΟΣ λαός", "λαοσ λαόσ"),
        # not made alike: spellings that need to know the language are forms of the term
        ("Straße", "straße"),
        ("œuvre", "œuvre"),
        ("émulation", "émulation"),
        ("ı", "ı"),
        # apostrophes, blanks, hyphens
        ("l’été l‘été lʼété l＇été l′été l´été l`été", "l'été " * 6 + "l'été"),
        ("People`s", "people's"),
        ("a\u00a0b\u202fc\u2009d\u3000e", "a b c d e"),
        ("a\u2010b\u2011c-d", "a-b-c-d"),
        ("political–social", "political-social"),
        ("a – b, a –b, 1–2, a—b", "a – b, a –b, 1–2, a—b"),
        ("„a“ «b» ”c”", "„a“ «b» ”c”"),
        # one letter, typed in two ways
        ("mişcare ţară", "mișcare țară"),
        ("ещё Ёлка", "еще елка"),
        ("йод їжак", "йод їжак"),
        ("hoà hòa Hoà", "hòa hòa hòa"),
        ("uỷ thuý quý", "ủy thúy qúy"),
        ("khoẻ xoè", "khỏe xòe"),
        # full width
        ("ＮＴＭ１２", "ntm12"),
        ("⼈民 樂", "人民 樂"),  # a radical, and a character coded twice
        # half width: a voice mark joins its letter
        ("ﾓ", "モ"),
        ("ﾃﾞﾓ ﾊﾟﾝ ｺﾐｭﾆﾃｨｰ･ｾﾝﾀｰ", "デモ パン コミュニティー・センター"),
        ("テﾞ", "デ"),
        (":ﾞ", ":\u3099"),
        # length changes: NFD, ligatures, invisible characters
        ("e\u0301mulation", "émulation"),
        ("o\u031b\u0309", "ở"),
        ("mis\u0326care mis\u0327care", "mișcare mișcare"),
        ("ﬁn ﬀ", "fin ff"),
        ("Massen\u00admobili\u200bsierung", "massenmobilisierung"),
        ("co\u200dop", "coop"),
        ("\u200eabc\u202e \u2067x\u2069\ufeff", "abc x"),
        ("ма\u0301сова", "масова"),
        ("їи\u0306", "їй"),
        ("لجـنةٌ", "لجنة"),
        ("שָׁלוֹם", "שלום"),
        ("\u1112\u1161\u11ab국", "한국"),
        # a line end in a script without blanks
        ("祖国\n阵线", "祖国阵线"),
        ("大衆 \r\n\t動員", "大衆動員"),
        ("การ\rระดม", "การระดม"),
        ("祖国\n\n阵线", "祖国\n\n阵线"),
        ("祖国\nabc\n阵线", "祖国abc阵线"),
        ("祖国\n　　阵线", "祖国\n  阵线"),  # the indent of a paragraph
        # a blank between Chinese and Latin letters or digits
        ("实施 B 计划", "实施b计划"),
        ("第\u00a03\u2009区", "第3区"),
        ("祖国 Front", "祖国front"),
        ("B，计划", "b,计划"),
        ("แผน B", "แผนb"),
        ("แผน งาน", "แผน งาน"),
        ("대중 B", "대중 b"),
        # Thai and Lao: a tone before its vowel, am in two parts, two e for ae
        ("ท\u0e48\u0e35", "ท\u0e35\u0e48"),
        ("น\u0e4d\u0e49า น\u0e49\u0e4dา น\u0e33\u0e49", "น\u0e49\u0e33 น\u0e49\u0e33 น\u0e49\u0e33"),
        ("เเก", "แก"),
        ("ນ\u0ecd\u0ec9າ ຄ\u0ecdາ", "ນ\u0ec9\u0eb3 ຄ\u0eb3"),
        ("ก่า น้ำ เก ที่ ກໍ່", "ก่า น้ำ เก ที่ ກໍ່"),
        # Khmer: ro last below a letter, da as ta, a vowel in two parts
        ("ស\u17d2\u179a\u17d2\u178fី", "ស\u17d2\u178f\u17d2\u179aី"),
        ("ស\u17d2\u178aី", "ស\u17d2\u178fី"),
        ("ក\u17c1\u17b6 ក\u17c1\u17b8", "ក\u17c4 ក\u17be"),
        ("គណៈ\u200bកម្មាធិការ", "គណៈកម្មាធិការ"),
        # Arabic letters coded by their shape
        ("ﻻ ﻟﺠﻨﺔ", "لا لجنة"),
        ("祖国 阵线", "祖国 阵线"),
        ("neue\nZeile", "neue\nzeile"),
        ("", ""),
    ],
)
def test_what_a_text_folds_to(text: str, folded: str) -> None:
    assert fold_word(text) == folded


@pytest.mark.parametrize(
    "text",
    [
        "ASCII only",
        "Straße",
        "ÉMULATION",
        "İ",
        "ΛΑΟΣ",
        "Ёлка",
        "mişcare",
        "hoà",
        "ＮＴＭ",
        "l’été\u00a0x",
        "祖国阵线\n",
        "한국",
        "ก้า",
    ],
)
def test_a_text_that_keeps_its_length_needs_no_offsets(text: str) -> None:
    folded = fold(text)
    assert (folded.starts, folded.ends) == (None, None)
    assert len(folded.text) == len(text)
    assert folded.source(0, 1) == (0, 1)


@pytest.mark.parametrize(
    ("text", "part", "source"),
    [
        ("die Massen\u00admobilisierung", "massenmobilisierung", "Massen\u00admobilisierung"),
        ("l’e\u0301mulation", "émul", "e\u0301mul"),
        ("l’e\u0301mulation", "l'", "l’"),
        ("eﬁn", "fi", "ﬁ"),
        ("eﬁn", "i", "ﬁ"),
        ("祖国\n阵线", "祖国阵线", "祖国\n阵线"),
        ("祖国\n阵线", "祖国", "祖国"),
        ("a\u200b b", "a", "a"),
        ("hoa\u0300 x", "hòa", "hoa\u0300"),
    ],
)
def test_a_folded_part_leads_back_to_its_source(text: str, part: str, source: str) -> None:
    folded = fold(text)
    at = folded.text.index(part)
    start, end = folded.source(at, at + len(part))
    assert text[start:end] == source


@given(texts)
def test_offsets_are_in_order_and_within_the_text(text: str) -> None:
    folded = fold(text)
    spans = [folded.source(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)
    assert [end for _, end in spans] == sorted(end for _, end in spans)


@given(texts)
def test_only_what_is_not_seen_folds_to_nothing(text: str) -> None:
    folded = fold(text)
    covered = {at for i in range(len(folded.text)) for at in range(*folded.source(i, i + 1))}
    left = {character for at, character in enumerate(text) if at not in covered}
    assert all(character in " \t\r\n" or unicodedata.category(character) in ("Cf", "Mn", "Lm") for character in left)


@given(texts)
def test_a_word_s_source_folds_to_the_word(text: str) -> None:
    folded = fold(text)
    for word in regex.finditer(r"[\p{L}\p{M}\p{N}]+", folded.text):
        start, end = folded.source(*word.span())
        assert fold_word(text[start:end]) == word[0]


@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold_word(text)
    assert fold_word(once) == once


@pytest.mark.parametrize("letter", ["越", "ひ", "ไ", "ລ", "ខ", "᧠", "𠀀", "𛀀"])
def test_a_blank_beside_latin_letters_goes_in_every_block_of_a_script_without_blanks(letter: str) -> None:
    assert fold_word(f"A {letter} B") == f"a{letter}b"


@example("0 𠀀À")
@given(st.text(ANY, max_size=40))
def test_composed_and_decomposed_texts_fold_alike(text: str) -> None:
    assert fold_word(unicodedata.normalize("NFD", text)) == fold_word(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Mobi-\nlisierung", "mobilisierung"),
        ("Mobi-\r\n  lisierung", "mobilisierung"),
        ("Mobi\u2010 \nlisierung", "mobilisierung"),
        ("Mobi\u00ad\nlisierung", "mobilisierung"),
        ("MOBI-\nLISIERUNG", "mobilisierung"),
        ("е\u0301мо-\nція", "емоція"),
        # no broken word
        ("Mobi-lisierung", None),
        ("Mobi- lisierung", None),
        ("Mobi-\n\nlisierung", None),
        ("Mobi–\nlisierung", None),
        ("Mobi\nlisierung", None),
        ("Vaterlands-\nFront", None),
        ("12-\nmal", None),
        ("Land-\n12", None),
    ],
)
def test_a_word_broken_at_a_line_end(text: str, joined: str | None) -> None:
    folded = fold_unbroken(text)
    assert (folded.text if folded else None) == joined
    assert fold_word(unbroken(text)) == (joined or fold_word(text))


def test_a_broken_word_leads_back_to_its_source() -> None:
    folded = fold_unbroken("die Mobi-\r\nlisierung 1")
    assert folded is not None
    at = folded.text.index("mobilisierung")
    assert folded.source(at, at + len("mobilisierung")) == (4, len("die Mobi-\r\nlisierung"))


@given(texts.map(lambda text: text.replace("-", "-\n")))
def test_offsets_of_broken_words_are_in_order_and_within_the_text(text: str) -> None:
    folded = fold_unbroken(text)
    if folded is None:
        assert unbroken(text) == text
        return
    assert len(unbroken(text)) < len(text)
    spans = [folded.source(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)


def test_folded_is_a_value() -> None:
    assert Folded("a") == Folded("a")
