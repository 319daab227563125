"""Plain text: one segment, read one to one, with a stand-in for bare URLs and e-mail addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viterm.document import Run, Segment
from viterm.formats import Parsed
from viterm.formats.builder import OBJECT
from viterm.formats.plain import read


@pytest.mark.parametrize(
    "text",
    [
        "geschickte Massenmobilisierung",
        "one paragraph\n\nand another\r\nwith CR LF\rand CR",
        "Markdown is *not* read here: <b>, &amp;, `code`, <!-- viterm: off -->",
        "dân vận khéo 😀 大衆動員",
        " \n",
        "1:2 and://3 @ home, www and w.w.w",
    ],
)
def test_all_of_the_text_is_one_segment_with_one_run(text: str) -> None:
    assert read(text) == Parsed((Segment(text, (Run(0, 0, len(text)),)),))


def test_an_empty_text_has_no_prose() -> None:
    assert read("") == Parsed(())


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        # where a URL begins
        ("siehe https://a.vn/smart-mass-mobilization heute", "siehe ￼ heute"),
        ("http://a.vn ftp://b.vn HTTPS://C.VN", "￼ ￼ ￼"),
        ("siehe www.a.vn/x heute", "siehe ￼ heute"),
        ("WWW.A.VN", "￼"),
        ("详见https://a.vn/x报道", "详见￼报道"),
        ("见www.a.vn。", "见￼。"),
        ("awww.a.vn", "awww.a.vn"),
        ("http:// und www. allein", "http:// und www. allein"),
        # where it ends
        ("(https://a.vn/x).", "(￼)."),
        ("https://a.vn/x, dann", "￼, dann"),
        ("„https://a.vn/x“", "„￼“"),
        ("«https://a.vn/x»", "«￼»"),
        ("<https://a.vn/x>", "<￼>"),
        ("https://a.vn/x?", "￼?"),
        ("https://a.vn/?a=1&b=%20#c-d, e", "￼, e"),
        ("https://en.wikipedia.org/wiki/Front_(Vietnam)", "￼"),
        ("https://en.wikipedia.org/wiki/Front_(Vietnam), e", "￼, e"),
        ("https://uk.wikipedia.org/wiki/Масова_мобілізація.", "￼."),
        ("https://vi.wikipedia.org/wiki/Dân_vận", "￼"),
        ("https://a.vn/x\u3000見", "￼\u3000見"),
        ("https://a.vn/xกข", "￼กข"),
        ("https://a.vn/x에서", "￼에서"),
        # e-mail addresses
        ("an ban.dan-van@a.gov.vn schreiben", "an ￼ schreiben"),
        ("mailto:a@b.vn.", "￼."),
        ("@name und a@b allein", "@name und a@b allein"),
    ],
)
def test_addresses_are_not_prose(text: str, visible: str) -> None:
    (segment,) = read(text).segments
    assert segment.text == visible


def test_the_words_around_an_address_stay_where_they_are() -> None:
    text = "Die Front (https://a.vn/x) und a@b.vn heute"
    (segment,) = read(text).segments
    for word in ("Front", "und", "heute"):
        start = segment.text.index(word)
        assert segment.source(start, start + len(word)) == (text.index(word), text.index(word) + len(word))
    start = segment.text.index(OBJECT)
    assert text[slice(*segment.source(start, start + 1))] == "https://a.vn/x"


@given(st.text(min_size=1))
def test_any_text_is_read_as_it_stands(text: str) -> None:
    (segment,) = read(text).segments
    if OBJECT not in segment.text:
        assert segment == Segment(text, (Run(0, 0, len(text)),))
