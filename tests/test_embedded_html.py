"""HTML blocks in Markdown: their text is prose, with exact places in the source."""

from __future__ import annotations

import pytest

from viterm.document import Run, Segment
from viterm.formats.embedded_html import read_html
from viterm.formats.markdown import read
from viterm.formats.prose import Prose


def visible(text: str) -> list[str]:
    """The visible text of each segment, without white space around it."""
    return [segment.text.strip() for segment in read(text).segments]


@pytest.mark.parametrize(
    ("text", "phrase", "source"),
    [
        ("<div>geschickte Massen</div>", "geschickte Massen", "geschickte Massen"),
        (
            "<p lang=de>\ngeschickte <b>Massen</b>arbeit</p>",
            "geschickte Massenarbeit",
            "geschickte <b>Massen</b>arbeit",
        ),
        ("<div>\nF&uuml;hrung &amp; Front", "Führung & Front", "F&uuml;hrung &amp; Front"),
        ("<div>\nF&#252;hr&#xFC;ng", "Führüng", "F&#252;hr&#xFC;ng"),
        ("<div>\n😀 geschickte\n  Massen", "geschickte\n  Massen", "geschickte\n  Massen"),
        ("<div>\r\ngeschickte\r\nMassen", "geschickte\nMassen", "geschickte\r\nMassen"),
        ("> <div>\n> geschickte\n> Massen", "geschickte\nMassen", "geschickte\n> Massen"),
        ("- <div>\n  F&uuml;r\n  Massen", "Für\nMassen", "F&uuml;r\n  Massen"),
        ("> <div>für <a\n> href='x'>Massen</a>arbeit", "für Massenarbeit", "für <a\n> href='x'>Massen</a>arbeit"),
        ("<div>geschickte<br>Massen", "geschickte Massen", "geschickte<br>Massen"),
        ("<div>geschickte<!-- x -->Massen", "geschickteMassen", "geschickte<!-- x -->Massen"),
        ("<div>a < b &foo; &", "a < b &foo; &", "a < b &foo; &"),
    ],
)
def test_a_phrase_is_one_exact_span(text: str, phrase: str, source: str) -> None:
    (segment,) = (segment for segment in read(text).segments if phrase in segment.text)
    start = segment.text.index(phrase)
    assert text[slice(*segment.source(start, start + len(phrase)))] == source


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
        ("<h1>a</h1><H2 class=x>b</H2>", ["a", "b"]),
        ("<details>\n<summary>a</summary>\n\nb *c*\n\n</details>\n", ["a", "b c"]),
        ("<div>\n\n</div>", []),
    ],
)
def test_block_elements_end_a_segment(text: str, blocks: list[str]) -> None:
    assert visible(text) == blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("<div>a <code>x</code> b", ["a ￼ b"]),
        ("<div>a <img alt='x > y'> b", ["a ￼ b"]),
        ("<div>a <img alt=it's> b", ["a ￼ b"]),
        ("<div>a <b title='x'>b</b>", ["a b"]),
        ("<div>a https://x.vn b", ["a ￼ b"]),
        ("<div>a <script>if (x<y && y>z) '<p>'</script> b", ["a ￼ b"]),
        ("<div><style>x</style>", []),
        ("<div>a <svg><text>x</text></svg> b", ["a ￼ b"]),
        ("<div>a <pre>x</div>", ["a ￼"]),
        ("<div>a <!-- x > y --> b", ["a  b"]),
        ("<div>a <!--> b <!---> c", ["a  b  c"]),
        ("<div>a <!-- x --!> b", ["a  b"]),
        ("<div>a <!-- x", ["a"]),
        ("<div>a <?php x > y ?> b", ["a  b"]),
        ("<div>a <!DOCTYPE x> b", ["a  b"]),
        ("<div>a <![CDATA[x > y]]> b", ["a  b"]),
        ("<div>a <![x[ y", ["a"]),  # html.parser raises AssertionError here
        ("<div>a &#1; b", ["a  b"]),  # a character that HTML doesn't allow
        ("<div>a <x", ["a <x"]),
        ("<div>a <x <b>b</b>", ["a <x b"]),
    ],
)
def test_what_is_not_prose_is_left_out_or_stands_in_as_one_character(text: str, blocks: list[str]) -> None:
    assert visible(text) == blocks


@pytest.mark.parametrize("html", ["<a" * 50_000, "<!--" * 50_000, "&" * 100_000, "<a b='" * 20_000, "<![x" * 50_000])
def test_much_broken_html_does_not_take_for_ever(html: str) -> None:
    prose = Prose()
    read_html(Segment(html, (Run(0, 0, len(html)),)), prose)
    prose.end_block()
    assert len(prose.segments) <= 1
