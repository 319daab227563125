"""Ignore comments silence findings by line, and are findings themselves where nothing needs them.

Each case is a Markdown text in which every `!forbidden` or `!variant` is a finding of that rule for the concept
`dan-van`; expected is what is left, as lines: `3 forbidden`, or `3 unused: message`.
"""

from __future__ import annotations

import re

import pytest

from viterm.document import Document
from viterm.findings import Finding, Severity, Via
from viterm.formats.markdown import read
from viterm.suppress import apply

NAMES = frozenset({"forbidden-term", "variant-term", "unused-ignore", "dan-van", "dan-van-kheo"})


def document(text: str) -> Document:
    parsed = read(text)
    return Document("a.md", "de", text, parsed.segments, parsed.comments)


def findings_in(text: str) -> list[Finding]:
    return [
        Finding(
            mark.start(),
            mark.end(),
            Severity.ERROR,
            f"{mark[1]}-term",
            concept="dan-van",
            name="dân vận",
            found=mark[0],
            rendering=mark[0],
            via=Via.EXACT,
            suggestions=(),
            message="",
        )
        for mark in re.finditer(r"!(forbidden|variant)(\n\w+)?", text)
    ]


def left(text: str) -> list[str]:
    """What is left of a text's findings, with their lines."""
    source = document(text)
    shown = []
    for finding in apply(source, findings_in(text), NAMES):
        line, _ = source.lines.position(finding.start)
        what = f"unused: {finding.message}" if finding.rule == "unused-ignore" else finding.rule.removesuffix("-term")
        shown.append(f"{line} {what}")
    return shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("!forbidden", ["1 forbidden"]),
        ("!forbidden <!-- something else -->", ["1 forbidden"]),
        # ignore: the comment's own line
        ("!forbidden <!-- viterm: ignore -->", []),
        ("!forbidden <!-- viterm: ignore[forbidden-term] -- so sagt man hier -->", []),
        ("!forbidden <!-- viterm: ignore[dan-van] -->", []),
        ("<!-- viterm: ignore --> !forbidden", []),
        ("!forbidden !variant <!-- viterm: ignore -->", []),
        ("!forbidden !variant <!-- viterm: ignore[forbidden-term] -->", ["1 variant"]),
        ("!forbidden !variant <!-- viterm: ignore[forbidden-term, variant-term] -->", []),
        ("a !forbidden\nb <!-- viterm: ignore[dan-van] --> c\n!forbidden", [
            "1 forbidden", "2 unused: nothing here needs `viterm: ignore[dan-van]`; remove it", "3 forbidden",
        ]),
        ("- !forbidden <!-- viterm: ignore -->\n- !forbidden", ["2 forbidden"]),
        ("|a|\n|-|\n|!forbidden <!-- viterm: ignore -->|\n|!forbidden|", ["4 forbidden"]),
        ("!forbidden <!-- viterm: ignore\n-- reason --> !variant\n!variant", ["3 variant"]),
        # a finding that goes over a line end counts where it starts
        ("!forbidden\nthing <!-- viterm: ignore -->", [
            "1 forbidden", "2 unused: nothing here needs `viterm: ignore`; remove it",
        ]),
        ("!forbidden <!-- viterm: ignore -->\nthing", []),
        # ignore-next-line
        ("<!-- viterm: ignore-next-line -->\n!forbidden\n!variant", ["3 variant"]),
        ("<!-- viterm: ignore-next-line[dan-van] -->\n\n \n!forbidden\n!variant", ["5 variant"]),
        ("a <!-- viterm: ignore-next-line --> !variant\n!forbidden", ["1 variant"]),
        ("<!-- viterm: ignore-next-line -->\na\n!forbidden", [
            "1 unused: nothing here needs `viterm: ignore-next-line`; remove it", "3 forbidden",
        ]),
        ("!forbidden\n\n<!-- viterm: ignore-next-line -->\n", [
            "1 forbidden", "3 unused: nothing here needs `viterm: ignore-next-line`; remove it",
        ]),
        # off and on
        ("!variant\n\n<!-- viterm: off -->\n\n!forbidden\n\n<!-- viterm: on -->\n\n!variant", [
            "1 variant", "9 variant",
        ]),
        ("<!-- viterm: off[variant-term] -->\n\n!forbidden !variant", ["3 forbidden"]),
        ("a !forbidden <!-- viterm: off -->\nb !forbidden\nc <!-- viterm: on --> !forbidden\nd !forbidden", [
            "4 forbidden",
        ]),
        ("<!-- viterm: off[dan-van, variant-term] -->\n!forbidden\n<!-- viterm: on[dan-van] -->\n!forbidden", [
            "1 unused: nothing here needs `viterm: off[variant-term]`; remove it", "4 forbidden",
        ]),
        ("<!-- viterm: off[dan-van] -->\n!forbidden\n<!-- viterm: on -->\n!forbidden", ["4 forbidden"]),
        ("<!-- viterm: off[dan-van] -->\n\n!forbidden\n\n<!-- viterm: on[forbidden-term] -->\n\n!forbidden", [
            "5 unused: nothing to switch on: there is no `viterm: off[forbidden-term]` above",
        ]),
        ("<!-- viterm: off -->\n\n!forbidden\n\n<!-- viterm: on[forbidden-term] -->", [
            "5 unused: nothing to switch on: there is no `viterm: off[forbidden-term]` above",
        ]),
        ("<!-- viterm: on -->", ["1 unused: nothing to switch on: there is no `viterm: off` above"]),
        ("<!-- viterm: off -->", ["1 unused: nothing here needs `viterm: off`; remove it"]),
        # two comments for one finding are both of use
        ("<!-- viterm: off -->\n\n!forbidden <!-- viterm: ignore[dan-van, forbidden-term] -->", []),
        # names that nothing needs, that nobody knows, words that nobody understands
        ("!forbidden <!-- viterm: ignore[forbidden-term, variant-term] -->", [
            "1 unused: nothing here needs `viterm: ignore[variant-term]`; remove it",
        ]),
        ("!forbidden <!-- viterm: ignore[forbiden-term, dan-van] -->", [
            "1 unused: no rule or concept is called 'forbiden-term'; did you mean 'forbidden-term'?",
        ]),
        ("!forbidden <!-- viterm: ignroe -->", [
            "1 forbidden", "1 unused: 'ignroe' is no word for viterm; did you mean 'ignore'?",
        ]),
    ],
)  # fmt: skip
def test_what_ignore_comments_leave(text: str, expected: list[str]) -> None:
    assert left(text) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_everywhere(end: str) -> None:
    text = "a !forbidden\u2028b <!-- viterm: ignore -->\nc !forbidden\n\nd <!-- viterm: ignore -->\u2028!variant"
    assert left(text.replace("\n", end)) == ["2 forbidden"]


def test_an_unused_comment_is_a_finding_at_the_comment() -> None:
    text = "a <!-- viterm: ignore -- why? --> b"
    assert apply(document(text), [], NAMES) == [
        Finding(
            2,
            33,
            Severity.WARNING,
            "unused-ignore",
            concept="",
            name="",
            found="viterm: ignore -- why?",
            rendering="",
            via=Via.EXACT,
            suggestions=(),
            message="nothing here needs `viterm: ignore`; remove it",
        )
    ]


@pytest.mark.parametrize(
    "text", ["!variant !forbidden\n!variant", "!variant !forbidden <!-- viterm: ignore[x] -->\n!variant"]
)
def test_findings_come_back_sorted(text: str) -> None:
    findings = apply(document(text), reversed(findings_in(text)), NAMES)
    assert findings == sorted(findings)
    assert len([finding for finding in findings if finding.rule != "unused-ignore"]) == 3


def test_many_comments_and_findings_are_quick() -> None:
    text = "<!-- viterm: ignore[dan-van] -->!forbidden\n" * 20_000
    assert apply(document(text), findings_in(text), NAMES) == []
