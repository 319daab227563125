"""Terms whose blanks come and go, with particles written onto them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viterm.loose import fixed_stretch, is_loose, letter_before, letter_behind, letters_beside, match_loose
from viterm.words import Span, WordText

SYLLABLES = "가나다라마바"


def found(term: str, text: str, particles: str = "(?:은|에서|도)*", names_behind: str = "신문") -> str | None:
    """What is found of a term in a text, with its grade of evidence."""
    stretch = fixed_stretch(term)
    words = WordText(text, apostrophe_in_words=False)
    start = text.find(stretch)
    if start < 0:
        return None
    anchor = Span(start, start + len(stretch))
    match = match_loose(term, words, anchor, particles=particles, names_behind=names_behind)
    return f"{text[slice(*match.span)]} {match.via.label}" if match else None


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("조국전선", "조국전선", "조국전선 exact"),
        ("조국전선", "조국 전선", "조국 전선 exact"),
        ("조국 전선", "조국전선", "조국전선 exact"),
        ("조국 전선", "조국-전선", "조국-전선 exact"),
        ("조국 전선", "조국\n  전선", "조국\n  전선 exact"),
        ("조국 전선", "조국\n\n전선", None),
        ("조국 전선", "조국, 전선", None),
        # lists
        ("조국 나라, 전선", "조국나라, 전선은", "조국나라, 전선은 inflected"),
        ("조국나라, 전선", "조국 나라·전선", "조국 나라·전선 exact"),
        ("조국·전선", "조국,\n전선", "조국,\n전선 exact"),
        ("조국·전선", "조국 전선", None),
        ("조국·전선", "조국. 전선", None),
        ("조국전선", "조 국전선", None),
        ("조국전선", "조국전 선", None),
        # particles belong to the term
        ("조국전선", "조국전선에서도", "조국전선에서도 inflected"),
        ("조국전선", "조국전선에서다", "조국전선 compound"),
        ("조국전선", "조국전선다", None),
        ("조국전선", "조국전선다에서", None),  # a suffix of one syllable is no word
        # compounds, of long terms only
        ("조국전선", "베트남조국전선", "조국전선 compound"),
        ("조국전선", "베트남조국전선은", "조국전선은 compound"),
        ("조국전선", "조국전선위원", "조국전선 compound"),
        ("조국전선", "조국전선신문", None),
        ("조국전선", "새조국전선", None),
        # a first word that is a particle elsewhere, a last one of one syllable
        ("도 노동조합", "아직도 노동조합", None),
        ("성 노동조합", "빈롱성 노동조합", "성 노동조합 compound"),
        ("도 노동조합", "빈롱 도 노동조합", "도 노동조합 exact"),
        ("공동체와 구", "공동체와 구성원", None),
        ("공동체와 구", "공동체와 구에서", "공동체와 구에서 inflected"),
        ("전선", "전선은", "전선은 inflected"),
        ("전선", "전선위원", None),
        ("전선", "베트남전선", None),
    ],
)
def test_where_a_term_stands(term: str, text: str, expected: str | None) -> None:
    assert found(term, text) == expected


@pytest.mark.parametrize(
    ("term", "loose"),
    [
        ("조국 전선", True),
        ("4대 운동", True),
        ("당·국가", True),
        ("당, 국가", True),
        ("당/국가", False),
        ("12", False),
        ("VFF", False),
        ("", False),
    ],
)
def test_which_terms_are_loose(term: str, loose: bool) -> None:
    assert is_loose(term) is loose


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("가나", ("", "")),
        ("가나 다라", ("", "다")),
        ("가나·다라마", ("나", "")),
        ("가나다라", ("", "다")),
        ("가 나다라 마", ("가", "마")),
    ],
)
def test_the_letters_beside_the_fixed_stretch(term: str, expected: tuple[str, str]) -> None:
    assert letters_beside(term) == expected


@pytest.mark.parametrize("between", ["", " ", "-", " -\t", "\n", "\r\n  ", ",", " , ", "·\n", "ㆍ", "・"])
def test_a_letter_is_seen_beyond_what_may_part_a_term(between: str) -> None:
    text = f"가{between}나"
    assert (letter_before(text, len(text) - 1), letter_behind(text, 1)) == ("가", "나")


@pytest.mark.parametrize(("text", "before", "behind"), [("나", "", ""), (". 나 .", ".", "."), ("\n나\n", "", "")])
def test_what_is_no_letter_of_a_term_is_seen_as_it_is(text: str, before: str, behind: str) -> None:
    place = text.index("나")
    assert (letter_before(text, place), letter_behind(text, place + 1)) == (before, behind)


@given(st.lists(st.text(SYLLABLES, min_size=1, max_size=5), min_size=1, max_size=3), st.data())
def test_a_term_is_found_however_its_blanks_are_set(words: list[str], data: st.DataObject) -> None:
    term = " ".join(words)
    pieces = [piece for word in words for piece in ([word] if len(word) < 4 else [word[:2], word[2:]])]
    text = pieces[0] + "".join(data.draw(st.sampled_from(["", " ", "\n"])) + piece for piece in pieces[1:])
    stretch = fixed_stretch(term)
    starts = [at for at in range(len(text)) if text.startswith(stretch, at)]
    matches = [
        match_loose(term, WordText(text, apostrophe_in_words=False), Span(at, at + len(stretch)), particles="")
        for at in starts
    ]
    assert Span(0, len(text)) in [match.span for match in matches if match]
