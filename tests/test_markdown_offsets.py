"""Markdown offsets hold for any input: other line ends, other scripts, nested and broken markup."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viterm.document import LineTable
from viterm.formats.builder import BREAK, OBJECT
from viterm.formats.markdown import read

if TYPE_CHECKING:
    from viterm.document import Segment

ARTICLE = """---
title: x
lang: de
---
# Über die *geschickte*

Massen**mobilisierung** 😀
\thier  \nund\\\ndort

Zwei
zeilig
======

> Die Front &amp; die
> [Führung der
> Partei](https://a.vn "x") `so`
>
> - dân vận   khéo
>   大衆動員 <b>hier</b><br>
>   da

1. eins

   ~~~
   x
   ~~~

   zwei[^1]

| Ä | B |
|---|---|
| ö | ü <!-- viterm: off --> |

<div>
Grüße &uuml;ber

<p>alles</p>
</div>

[^1]: Fuß
    note
"""


def words_by_line(text: str) -> list[tuple[int, str, str]]:
    """Each visible word with its line and its source."""
    lines = LineTable(text)
    found = []
    for segment in read(text).segments:
        for word in re.finditer(r"\S+", segment.text):
            start, end = segment.source(*word.span())
            found.append((lines.position(start)[0], word[0], text[start:end]))
    return found


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_change_neither_words_nor_lines(end: str) -> None:
    expected = words_by_line(ARTICLE)
    assert expected[:3] == [(5, "Über", "Über"), (5, "die", "die"), (5, "geschickte", "geschickte")]
    assert {(7, "Massenmobilisierung", "Massen**mobilisierung"), (16, "&", "&amp;")} <= set(expected)
    assert words_by_line(ARTICLE.replace("\n", end)) == expected


def test_a_lone_surrogate_is_one_code_point() -> None:
    # Decoded files have none, but an editor may send one.
    (segment,) = read("\ud800 *a*").segments
    start = segment.text.index("a")
    assert (segment.text, segment.source(start, start + 1)) == ("\ud800 a", (3, 4))


MARKUP = [
    *("*", "**", "_", "`", "~~", "[", "](x)", "![", "[r]", "[r]: /u\n", "[^1]", "[^1]: ", "\\", "\\*", "$x$"),
    *("\n", "\n\n", "\r\n", "\r", "\t", "  ", "    ", "  \n", "\\\n", "\x0c", "\u2028", "\0"),
    *("> ", "- ", "1. ", "# ", "- [ ] ", "===\n", "---\n", "+++\n", "```\n", "|", "\n|-|-|\n", "{#i .c}", ": "),
    *("<b>", "</b>", "<br>", "<code>", "</code>", "<pre>", "</pre>", "<div>", "</div>\n", "<p lang=de>", "<img src=x>"),
    *("<!--", "-->", "<!-- c -->", "<![x[", "<?", "&amp;", "&uuml;", "&shy;", "&#8217;", "&NotEqualTilde;", "&x;"),
    *("http://a.b/c", "www.x.y", "a@b.c", "<http://q.r>"),
]
DOCUMENTS = st.lists(st.sampled_from([*MARKUP, "Ω", "ö ", "😀", "見", "ก "])).map("".join)


def stretches(segment: Segment) -> list[tuple[str, int, int]]:
    """The visible text of each run with its source span."""
    ends = [run.visible for run in segment.runs[1:]] + [len(segment.text)]
    return [(segment.text[run.visible : end], run.start, run.end) for run, end in zip(segment.runs, ends, strict=True)]


@given(DOCUMENTS)
def test_what_maps_one_to_one_is_what_stands_there(text: str) -> None:
    for segment in read(text).segments:
        for visible, start, end in stretches(segment):
            if len(visible) == end - start:
                assert visible.replace(BREAK, "\r") == text[start:end].replace(BREAK, "\r")
            else:
                assert visible in {OBJECT, BREAK, " "} or text[start] in "&\\"


@given(DOCUMENTS)
def test_runs_are_in_order_and_without_gaps_in_the_visible_text(text: str) -> None:
    for segment in read(text).segments:
        done = 0
        for visible, start, end in stretches(segment):
            assert visible
            assert done <= start < end <= len(text)
            done = end


@given(DOCUMENTS)
def test_comments_stand_where_they_say(text: str) -> None:
    for comment in read(text).comments:
        source = text[comment.start : comment.end]
        assert source.startswith("<!--")
        assert without_prefixes(comment.text) in without_prefixes(source)


def without_prefixes(text: str) -> str:
    """A text without what may differ between a comment and its source: line ends and block-quote prefixes."""
    return re.sub(r"[\s>]+", "", text)


@given(DOCUMENTS)
def test_each_word_stands_where_it_was_put(text: str) -> None:
    numbers = count()
    text = re.sub("Ω", lambda _: f"Ω{next(numbers)}z", text)  # so that no two words are the same
    for segment in read(text).segments:
        for word in re.finditer(r"Ω\d+z", segment.text):
            start = text.index(word[0])
            assert segment.source(*word.span()) == (start, start + len(word[0]))
