"""What several formats are made of: the text of a finding, its mark, paths, arrays, XML."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import document, finding
from viterm import about
from viterm.report import FileReport
from viterm.report.advice import advice
from viterm.report.array import array
from viterm.report.in_checkout import in_checkout
from viterm.report.marked import marked
from viterm.report.markup import attributes, content


@pytest.mark.parametrize(
    ("message", "suggestions", "expected"),
    [
        ("Wrong.", [], "Wrong."),
        ("Wrong.", ["a"], "Wrong. Write “a”."),
        ("Wrong.", ["a", "b"], "Wrong. Write “a” (or “b”)."),
        ("Wrong.", ["a", "b", "c", "d"], "Wrong. Write “a” (or “b”, “c”)."),
        ("one\r\ntwo\rthree\nfour", [], "one\ntwo\nthree\nfour"),
        ("\x1b[0m\u202e", ["\x07"], "<U+001B>[0m<U+202E> Write “<U+0007>”."),
        ("हिन्दी \u200d 🙂", [], "हिन्दी \u200d 🙂"),
    ],
)
def test_advice(message: str, suggestions: list[str], expected: str) -> None:
    assert advice(finding("MTTQ", "MTTQ", message, suggestions)) == expected


def marks(text: str, *found: tuple[str, int]) -> list[str]:
    findings = [finding(text, words, nth=nth) for words, nth in found]
    return [mark for _, mark in marked(FileReport(document(text), findings))]


def test_the_same_words_in_the_same_words_are_counted() -> None:
    text = "Die MTTQ tagt. Heute lobt die MTTQ. Die MTTQ tagt."
    first, other, again = marks(text, ("MTTQ", 1), ("MTTQ", 2), ("MTTQ", 3))
    assert (first[-2:], other[-2:], again) == (":1", ":1", first[:-1] + "2")
    assert first != other


def test_a_mark_holds_while_the_text_around_moves() -> None:
    assert marks("Die MTTQ tagt.", ("MTTQ", 1)) == marks("Neu.\n\nDie\nMTTQ tagt. Mehr.", ("MTTQ", 1))
    assert marks("Die MTTQ tagt.", ("MTTQ", 1)) != marks("Die MTTQ ruht.", ("MTTQ", 1))


@pytest.mark.parametrize(("elements", "expected"), [([], "[]"), (["1"], "[\n1\n]"), (["1", "2"], "[\n1,\n2\n]")])
def test_array(elements: list[str], expected: str) -> None:
    assert "".join(array(elements)) == expected


def test_paths_are_relative_to_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    monkeypatch.chdir(checkout)
    (tmp_path / "link").symlink_to(checkout)
    outside = (tmp_path / "checkout-2" / "a.md").as_posix()
    shown = {
        "a.md": "a.md",
        "../a.md": "../a.md",
        "<stdin>": "<stdin>",
        (checkout / "b" / "a.md").as_posix(): "b/a.md",
        (tmp_path / "link" / "a.md").as_posix(): "a.md",
        outside: outside,
    }
    reports = [FileReport(document("MTTQ", path=path), [finding("MTTQ", "MTTQ")]) for path in shown]
    in_it = list(in_checkout(reports))
    assert [report.document.path for report in in_it] == list(shown.values())
    assert [report.findings for report in in_it] == [report.findings for report in reports]


@pytest.mark.parametrize(
    ("text", "in_content", "in_attribute"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d", "a &lt; b &amp; c &gt; d"),
        ("“ậ” 🙂", "“ậ” 🙂", "“ậ” 🙂"),
        ("\"'", "\"'", "&quot;'"),
        ("\t\n\r", "\t\n&#13;", "&#9;&#10;&#13;"),
        ("]]>", "]]&gt;", "]]&gt;"),
        ("\x00\x0b\x1b\ud800\ufffe\uffff", "\ufffd" * 6, "\ufffd" * 6),
        ("\x7f\x85\u2028\ue000\ufffd", "\x7f\x85\u2028\ue000\ufffd", "\x7f\x85\u2028\ue000\ufffd"),  # legal
    ],
)
def test_xml(text: str, in_content: str, in_attribute: str) -> None:
    assert content(text) == in_content
    assert attributes(a=text, b=1) == f' a="{in_attribute}" b="1"'


@given(
    st.text(
        st.characters(exclude_characters="\ufffe\uffff", exclude_categories=("Cs", "Cc"), include_characters="\t\n\r")
    )
)
def test_legal_text_survives_xml(text: str) -> None:
    element = ElementTree.fromstring(f"<e{attributes(a=text)}>{content(text)}</e>")
    assert (element.get("a"), element.text or "") == (text, text)


@given(st.text(st.characters(codec=None)))
def test_no_text_breaks_xml(text: str) -> None:
    ElementTree.fromstring(f"<e{attributes(a=text)}>{content(text)}</e>")


def test_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "REPOSITORY", "not filled in")
    assert (about.address(), about.address("docs/rules.md#x")) == (None, None)
    monkeypatch.setattr(about, "REPOSITORY", "https://example.org/viterm")
    assert about.address() == "https://example.org/viterm"
    assert about.address("docs/rules.md#x") == "https://example.org/viterm/blob/HEAD/docs/rules.md#x"
