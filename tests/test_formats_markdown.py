"""Markdown: what a reader sees, and where exactly it stands in the source."""

from __future__ import annotations

import contextlib

import pytest
from pyromark import Options

from viterm.errors import UserError
from viterm.formats.markdown import events, read


def visible(text: str) -> list[str]:
    """The visible text of each segment."""
    return [segment.text for segment in read(text).segments]


def source_of(text: str, phrase: str) -> str:
    """The source of the one place where a phrase is visible."""
    places = [
        text[slice(*segment.source(start, start + len(phrase)))]
        for segment in read(text).segments
        for start in range(len(segment.text))
        if segment.text.startswith(phrase, start)
    ]
    assert len(places) == 1, visible(text)
    return places[0]


@pytest.mark.parametrize(
    ("text", "phrase", "source"),
    [
        # as it stands
        ("Die geschickte Massenmobilisierung.", "geschickte Massen", "geschickte Massen"),
        ("Phong trào dân vận khéo", "dân vận khéo", "dân vận khéo"),
        ("😀 und 大衆動員 für 👍🏽", "für", "für"),
        ("a\tb", "a\tb", "a\tb"),
        ('"Front" -- so... it\'s', '"Front" -- so... it\'s', '"Front" -- so... it\'s'),
        ("kostet US$10 Mio. und US$20 Mio.", "Mio. und US", "Mio. und US"),
        ("a_b_c 2*3*4", "a_b_c", "a_b_c"),
        # emphasis and links
        (
            "**geschickte** Massen*mobilisierung*.",
            "geschickte Massenmobilisierung",
            "geschickte** Massen*mobilisierung",
        ),
        ("***geschickte* Massen**", "geschickte Massen", "geschickte* Massen"),
        ("~~alte~~ Front", "alte Front", "alte~~ Front"),
        ("[geschickte](x) Massen", "geschickte Massen", "geschickte](x) Massen"),
        ('[geschickte](<x y> "Titel") Massen', "geschickte Massen", 'geschickte](<x y> "Titel") Massen'),
        ("[geschickte][r] Massen\n\n[r]: x 'Titel'", "geschickte Massen", "geschickte][r] Massen"),
        ("[geschickte][] Massen\n\n[geschickte]: x", "geschickte Massen", "geschickte][] Massen"),
        ("[geschickte] Massen\n\n[geschickte]: x", "geschickte Massen", "geschickte] Massen"),
        ("[keine] Massen", "[keine] Massen", "[keine] Massen"),
        ("# Zur [ge*schick*te **Massen**](x)arbeit #", "geschickte Massenarbeit", "ge*schick*te **Massen**](x)arbeit"),
        # entities and escapes
        ("F&uuml;hrung", "Führung", "F&uuml;hrung"),
        ("Partei&#8217;s &amp; Front", "Partei’s & Front", "Partei&#8217;s &amp; Front"),
        ("die&nbsp;Partei", "die\N{NO-BREAK SPACE}Partei", "die&nbsp;Partei"),
        ("Massen&shy;arbeit", "Massen\N{SOFT HYPHEN}arbeit", "Massen&shy;arbeit"),
        ("a&NotEqualTilde;b", "a≂̸b", "a&NotEqualTilde;b"),
        ("a&NotEqualTilde;b", "̸", "&NotEqualTilde;"),  # half of an entity is all of it
        ("&foo; &amp", "&foo; &amp", "&foo; &amp"),
        (r"geschickte \*Massen\*", "geschickte *Massen*", r"geschickte \*Massen\*"),
        (r"Massen\-arbeit", "Massen-arbeit", r"Massen\-arbeit"),
        (r"\*Massen", "*Massen", "*Massen"),
        # inline HTML
        ("<b>geschickte</b> <span lang=de>Massen</span>", "geschickte Massen", "geschickte</b> <span lang=de>Massen"),
        ("geschickte<br>Massen", "geschickte Massen", "geschickte<br>Massen"),
        ("geschickte<br/>\nMassen", "geschickte \nMassen", "geschickte<br/>\nMassen"),
        ("geschickte<!-- nur so --> Massen", "geschickte Massen", "geschickte<!-- nur so --> Massen"),
        ("> der <a\n> href='x>y'>Massen</a>arbeit", "der Massenarbeit", "der <a\n> href='x>y'>Massen</a>arbeit"),
        # line breaks
        ("geschickte\nMassen", "geschickte\nMassen", "geschickte\nMassen"),
        ("geschickte \nMassen", "geschickte\nMassen", "geschickte \nMassen"),
        ("geschickte  \nMassen", "geschickte\nMassen", "geschickte  \nMassen"),
        ("geschickte\\\nMassen", "geschickte\nMassen", "geschickte\\\nMassen"),
        ("geschickte\n   Massen", "geschickte\nMassen", "geschickte\n   Massen"),
        ("*geschickte\nMassen*arbeit", "geschickte\nMassenarbeit", "geschickte\nMassen*arbeit"),
        ("> geschickte\n> Massen", "geschickte\nMassen", "geschickte\n> Massen"),
        ("> geschickte\nMassen", "geschickte\nMassen", "geschickte\nMassen"),
        ("> > geschickte\n> Massen", "geschickte\nMassen", "geschickte\n> Massen"),
        ("- geschickte\n  Massen", "geschickte\nMassen", "geschickte\n  Massen"),
        ("-\tgeschickte\n\tMassen", "geschickte\nMassen", "geschickte\n\tMassen"),
        ("1. a\n\n   geschickte\n   Massen", "geschickte\nMassen", "geschickte\n   Massen"),
        ("- > 1. geschickte\n  >    Massen", "geschickte\nMassen", "geschickte\n  >    Massen"),
        ("geschickte\nMassen\n======", "geschickte\nMassen", "geschickte\nMassen"),
        ("> geschickte\n> *Massen*\n> ---", "geschickte\nMassen", "geschickte\n> *Massen"),
        ("> [geschickte\n> Massen](x)arbeit", "geschickte\nMassenarbeit", "geschickte\n> Massen](x)arbeit"),
        # the places where prose stands
        ("- [x] geschickte Massen", "geschickte Massen", "geschickte Massen"),
        ("a[^1]\n\n[^1]: geschickte\n    Massen", "geschickte\nMassen", "geschickte\n    Massen"),
        ("die geschickte[^1] Massen\n\n[^1]: x", "geschickte Massen", "geschickte[^1] Massen"),
        ("|a|\n|-|\n| **geschickte** Massen |", "geschickte Massen", "geschickte** Massen"),
        ("|a|\n|-|\n| geschickte \\| Massen |", "geschickte | Massen", "geschickte \\| Massen"),
        ("|a|\n|-|\n| geschickte<br>Massen |", "geschickte Massen", "geschickte<br>Massen"),
        ("> | a |\n> |---|\n> | geschickte *Massen* |", "geschickte Massen", "geschickte *Massen"),
        ('![geschickte *Massen*](x "Titel")', "geschickte Massen", "geschickte *Massen"),
        ("[![geschickte Massen](x)](y)", "geschickte Massen", "geschickte Massen"),
        ("> [!NOTE]\n> geschickte Massen", "geschickte Massen", "geschickte Massen"),
        ("# Massen {#smart-mass}", "Massen", "Massen"),
    ],
)
def test_a_phrase_is_one_exact_span(text: str, phrase: str, source: str) -> None:
    assert source_of(text, phrase) == source


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        (" \n\n", []),
        ("a\n\nb", ["a", "b"]),
        ("# a\nb\n- c\n- d\n\n  e", ["a", "b", "c", "d", "e"]),
        ("- a\n  - b\n- c", ["a", "b", "c"]),
        ("- a\n  > b\n- c", ["a", "b", "c"]),
        ("a\n***\nb", ["a", "b"]),
        ("---\n\na\n\n---\nb", ["a", "b"]),
        ("a\n\n---\nEin Satz\n---\nb", ["a", "Ein Satz", "b"]),  # no front matter in the middle
        ("|a|b|\n|-|-|\n|c|d|\n\ne", ["a", "b", "c", "d", "e"]),
        ("a[^1]\n\n[^1]: b\n\nc", ["a", "b", "c"]),
        ("a ![b](x) c", ["a ￼ c", "b"]),
        ("![a ![b](x) c](y)", ["a ￼ c", "b"]),
        ("- a\n\n      code\n- b", ["a", "b"]),
        ("a\u2028b\x0cc", ["a\u2028b\x0cc"]),
    ],
)
def test_each_block_is_a_segment(text: str, blocks: list[str]) -> None:
    assert visible(text) == blocks


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # code
        ("a `x` b", ["a ￼ b"]),
        ("a ``x\n`y`` b", ["a ￼ b"]),
        ("a\n\n    x\n\nb", ["a", "b"]),
        ("a\n```de\nx\n```\nb", ["a", "b"]),
        ("> ~~~\n> x\n> ~~~\n> b", ["b"]),
        ("a <code>x *y*</code> b", ["a ￼ b"]),
        ("a <KBD>x</KBD><samp>y</samp> b", ["a ￼￼ b"]),
        ("a <code>x <b>y</b><br>\n`z` ![w](v) u</code> b", ["a ￼ b"]),
        ("a ![b <code>x](y) c</code> d", ["a ￼ c d", "b ￼"]),
        ("a <code>x\n\nb", ["a ￼", "b"]),
        ("a </code> b", ["a  b"]),
        ("a <code></code> b", ["a ￼ b"]),
        ("Satz ￼ selbst", ["Satz ￼ selbst"]),
        # destinations, titles, URLs
        ('[a](x "y")', ["a"]),
        ("a\n\n[a]: x 'y'", ["a"]),
        ("a <https://x.vn> b", ["a ￼ b"]),
        ("a <x@y.vn> b", ["a ￼ b"]),
        ("a https://x.vn/y_z_w?u&amp;v=*w* b", ["a ￼ b"]),
        ("a **https://x.vn/y** b", ["a ￼ b"]),
        ("[https://x.vn](y) b", ["￼ b"]),
        ("a www.x.vn, x@y.vn b", ["a ￼, ￼ b"]),
        ("https://x.vn", []),
        # attributes
        ("# a {#x .y z=w}", ["a ￼"]),
        ("a\n{: .x}", ["a\n￼"]),
        ("a {x} b", ["a {x} b"]),
        # HTML
        ("a <img src='x' alt='y'> b", ["a ￼ b"]),
        ("a <!-- x --> b", ["a  b"]),
        ("a <?x y?> b <!X y> c <![CDATA[x]]> d", ["a  b  c  d"]),
        ("a <p>b</p> <hr/> c", ["a ", "b", " c"]),
        ("<script>\nx\n\ny\n</script>\n\na", ["a"]),
        ("<style>x</style>", []),
        ("<pre>x\n\ny</pre>", []),
        ("<!-- x\n\ny -->\na", ["a"]),
        ("<!-- x", []),
    ],
)
def test_what_is_not_prose_is_left_out_or_stands_in_as_one_character(text: str, shown: list[str]) -> None:
    assert visible(text) == shown


def test_a_stand_in_maps_to_all_that_it_stands_for() -> None:
    text = "an `x *y` <code>z<b></code> https://x.vn ![a](b)"
    (outer, _alt) = read(text).segments
    places = [i for i, character in enumerate(outer.text) if character == "\N{OBJECT REPLACEMENT CHARACTER}"]
    sources = [text[slice(*outer.source(i, i + 1))] for i in places]
    assert sources == ["`x *y`", "<code>z<b></code>", "https://x.vn", "![a](b)"]


def test_a_line_break_maps_to_the_prefix_of_the_next_line_too() -> None:
    text = "> > geschickte \n> > *Massen*"
    (segment,) = read(text).segments
    place = segment.text.index("\n")
    assert text[slice(*segment.source(place, place + 1))] == "\n> > *"


def test_a_crash_of_the_parser_is_an_error_of_one_file_only() -> None:
    # With these options, pyromark 0.10 crashes; a release that doesn't any more just gives events.
    options = Options.ENABLE_TASKLISTS | Options.ENABLE_HEADING_ATTRIBUTES
    with contextlib.suppress(UserError):
        assert list(events("- [ ] \\\n  -", options))
    assert visible("- [ ] \\\n  -") == ["\\"]


def test_an_interrupt_is_no_crash_of_the_parser() -> None:
    running = events("a", Options(0))
    next(running)
    running.close()
