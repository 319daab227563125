"""Comments in Markdown: every HTML comment, with its text and its span."""

from __future__ import annotations

import pytest

from viterm.formats.markdown import read


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("a <!-- b --> c", [("b", "<!-- b -->")]),
        ("<!-- b -->\na", [("b", "<!-- b -->")]),
        ("a <!-- b -->\n<!-- c -->\n\nd <!--e--> <!--\nf\n-->", [
            ("b", "<!-- b -->"), ("c", "<!-- c -->"), ("e", "<!--e-->"), ("f", "<!--\nf\n-->"),
        ]),
        ("<!-- a\n\nb -->", [("a\n\nb", "<!-- a\n\nb -->")]),
        ("<div>a <!-- b --> <!-- c --></div>", [("b", "<!-- b -->"), ("c", "<!-- c -->")]),
        ("> <!-- a\n> b -->", [("a\nb", "<!-- a\n> b -->")]),
        ("Text <!-- viterm: ignore[x] -- reason -->", [("viterm: ignore[x] -- reason",
                                                        "<!-- viterm: ignore[x] -- reason -->")]),
        ("|a|\n|-|\n|b <!-- c -->|", [("c", "<!-- c -->")]),
        ("- ä😀 <!-- ö -->", [("ö", "<!-- ö -->")]),
        ("# a <!-- b -->", [("b", "<!-- b -->")]),
        ("a <code>b <!-- c --></code>", [("c", "<!-- c -->")]),
        ("<!-- b", [("b", "<!-- b")]),
        # no comments
        ("a <! -- b -->", []),
        ("a <!-- b", []),
        ("a \\<!-- b -->", []),
        ("a `<!-- b -->`", []),
        ("a\n\n    <!-- b -->", []),
        ("```\n<!-- b -->\n```", []),
        ("---\na: <!-- b -->\n---\n", []),
        ("[a](<!-- b -->)", []),
    ],
)  # fmt: skip
def test_comments(text: str, comments: list[tuple[str, str]]) -> None:
    assert [(comment.text, text[comment.start : comment.end]) for comment in read(text).comments] == comments
