"""Bytes to nodes: what is no YAML, or more of YAML than our files may use, as `line:column: message`."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from viterm.document import LineTable
from viterm.yaml_nodes import Faults, ListNode, MapNode, Node, Place, Scalar
from viterm.yaml_reader import decode, parse

PARSERS = [
    pytest.param(yaml.CBaseLoader, id="libyaml", marks=pytest.mark.skipif(not yaml.__with_libyaml__, reason="absent")),
    pytest.param(yaml.BaseLoader, id="pure Python"),
]
Parser = type[yaml.CBaseLoader | yaml.BaseLoader]


def said(faults: Faults) -> list[str]:
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in faults.problems]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("é: b".encode(), "é: b"),
        (b"\xef\xbb\xbfa: b", "a: b"),
        (b"a:\tb\r\nc\rd\n", "a:\tb\r\nc\rd\n"),
        ("a: \u200b\u200d\u00ad😀".encode(), "a: \u200b\u200d\u00ad😀"),
    ],
)
def test_decode(data: bytes, expected: str) -> None:
    faults = Faults("a.yaml")
    assert decode(data, faults) == expected
    assert faults.problems == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: b\nc: \xe4\n", ["2:4: byte 0xE4 is not UTF-8: save the file as UTF-8"]),
        ("é: ".encode() + b"\xe4", ["1:4: byte 0xE4 is not UTF-8: save the file as UTF-8"]),
        (b"\xef\xbb\xbfa: \xe1\xbb", ["1:4: byte 0xE1 is not UTF-8: save the file as UTF-8"]),
        ("a: b".encode("utf-16"), ["1:1: the file is UTF-16: save it as UTF-8"]),
        (
            "a: b".encode("utf-16-le"),
            ["1:2: a NUL character: this is no text file, or it is UTF-16; save it as UTF-8"],
        ),
        (
            "a: b\x07\nc\u2028d\x85".encode(),
            [
                "1:5: the control character U+0007: remove it",
                "2:2: the control character U+2028: remove it",
                "2:4: the control character U+0085: remove it",
            ],
        ),
        (b"a\xef\xbb\xbfb", ["1:2: the control character U+FEFF: remove it"]),
    ],
)
def test_what_is_no_text(data: bytes, expected: list[str]) -> None:
    faults = Faults("a.yaml")
    assert decode(data, faults) is None
    assert said(faults) == expected


@pytest.mark.parametrize("parser", PARSERS)
def test_nodes_and_their_places(parser: Parser) -> None:
    faults = Faults("a.yaml")
    assert parse("# c\nno: [yes, '2', {}]\n😀:\n  ~:\n", faults, parser) == MapNode(
        [
            Scalar("no", 2, 1),
            ListNode([Scalar("yes", 2, 6), Scalar("2", 2, 11, plain=False), MapNode([], 2, 16)], 2, 5),
            Scalar("😀", 3, 1),
            MapNode([Scalar("~", 4, 3), Scalar("", 4, 5)], 4, 3),
        ],
        2,
        1,
    )
    assert faults.problems == []


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", ["", "\n", "# a comment", "---", "~"])
def test_nothing_is_a_missing_scalar(parser: Parser, text: str) -> None:
    node = parse(text, Faults("a.yaml"), parser)
    assert isinstance(node, Scalar)
    assert node.is_missing


SECOND_COLON = "not valid YAML: a second `: ` in one line, or a wrong indent; quote a text that has `: ` in it"
BRACKET = "not valid YAML: `,` or a closing bracket is missing; quote a text that has `,`, `: ` or brackets in it"
MISFIT = "not valid YAML: this does not fit the lines above; indent it as they are, and quote a text from end to end"
START = "not valid YAML: a text cannot start with this character; quote it, and indent with spaces"
SIGN = "not valid YAML: a text that starts with `*`, `&` or `!` must be in quotes"
BLOCK = "not valid YAML: after `|` or `>`, the text starts in the next line; quote a text that starts with one of them"
QUOTE = "not valid YAML: this quote is never closed; add the closing one"
NOT_HERE = "which cannot be used here: write the text out, or put it in quotes"
SECOND = "a second YAML document: a file holds one, without `---` in between"


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n  - b: c: d\n", [f"2:9: {SECOND_COLON}"]),
        ("a: b\n  c: d\n", [f"2:4: {SECOND_COLON}"]),
        ('a: "b\nc: d\n', [f"1:4: {QUOTE}"]),
        ("a: it's\nb: 'c\n", [f"2:4: {QUOTE}"]),
        ('a: "\\x0"', ["1:7: not valid YAML: no such escape; write a backslash as `\\\\`, or use single quotes"]),
        ("a: [b, c\nd: e\n", [f"2:2: {BRACKET}"]),
        ('a: ["b" c]\n', [f"1:9: {BRACKET}"]),
        ("a: {b: c\n", [f"2:1: {BRACKET}"]),
        ("a: ]\n", ["1:4: not valid YAML: a text is missing here; quote one that starts with a bracket or a comma"]),
        (
            "a: [b,,c]\n",
            ["1:7: not valid YAML: a text is missing here; quote one that starts with a bracket or a comma"],
        ),
        ("a:\n\t- b\n", [f"2:1: {START}"]),
        ("a: @b\n", [f"1:4: {START}"]),
        ('a: "b" c\n', [f"1:8: {MISFIT}"]),
        ("a:\n    b: c\n  d: e\n", [f"3:3: {MISFIT}"]),
        ("a: b\n- c\n", [f"2:1: {MISFIT}"]),
        (
            "a: b\nc\nd: e\n",
            ["2:1: not valid YAML: a line without `: `; write `key: value`, or indent it if it continues a text"],
        ),
        ("a: **b**\n", [f"1:5: {SIGN}"]),
        ("a: & b\n", [f"1:5: {SIGN}"]),
        ("a: !b!c d\n", [f"1:4: {SIGN}"]),
        (
            "a: |b\n",
            [f"1:5: {BLOCK}"],
        ),
        (
            "a: - b\n",
            ["1:4: not valid YAML: a list starts in a line of its own; quote a text that starts with `- `"],
        ),
        ("a\n...\nb\n", ["3:1: not valid YAML: a file holds one YAML document, without `...` in between"]),
        ("a: b\n---\nc: d\n", [f"2:1: {SECOND}"]),
        ("---\n---\n", [f"2:1: {SECOND}"]),
        # What YAML has and our files have not
        ("- *b\n", [f"1:3: `*b` is an alias, {NOT_HERE}"]),
        ("a: &b c\nd: *b\n", [f"1:4: `&b` is an anchor, {NOT_HERE}", f"2:4: `*b` is an alias, {NOT_HERE}"]),
        ("a: &b [c]\n", [f"1:4: `&b` is an anchor, {NOT_HERE}"]),
        ("a:\n  <<: {b: c}\n", [f"2:3: `<<` is a merge key, {NOT_HERE}"]),
        ("a: !b c\n", [f"1:4: `!b` is a tag, {NOT_HERE}"]),
        ("a: !!python/object:os.system b\n", [f"1:4: `!!python/object:os.system` is a tag, {NOT_HERE}"]),
        ("a: !!map {}\n", [f"1:4: `!!map` is a tag, {NOT_HERE}"]),
    ],
)
def test_what_is_no_yaml_of_ours(parser: Parser, text: str, expected: list[str]) -> None:
    faults = Faults("a.yaml")
    assert parse(text, faults, parser) is None
    assert said(faults) == expected


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    "text", ["'*b'", '"&b"', "a*b", "a & b", "'<<'", "a <<", "a !b", "'- a'", "b@c", "it's", 'a "b"']
)
def test_near_misses(parser: Parser, text: str) -> None:
    faults = Faults("a.yaml")
    parse(f"a: {text}", faults, parser)
    assert faults.problems == []


def test_an_unknown_syntax_error_is_passed_on() -> None:
    faults = Faults("a.yaml")
    assert parse("%YAML 2.0\n---\na\n", faults) is None
    assert said(faults)[0].startswith("1:1: not valid YAML: found incompatible YAML document")


def test_an_escape_that_names_no_character_in_pure_python() -> None:
    for escape in (r'"\U00110000"', r'"\UFFFFFFFF"'):
        faults = Faults("a.yaml")
        assert parse(escape, faults, yaml.BaseLoader) is None
        assert said(faults) == [r"1:1: not valid YAML: a `\U` escape in it names no character"]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "place"),
    [("[" * 100_000, "1:32"), ("- " * 5_000 + "a", "1:63"), ("{a: " * 1_000, "1:125")],
    ids=["lists", "dashes", "mappings"],
)
def test_deep_nesting(parser: Parser, text: str, place: str) -> None:
    faults = Faults("a.yaml")
    assert parse(text, faults, parser) is None
    assert said(faults) == [f"{place}: nested more than 32 levels deep: seven are enough"]


@pytest.mark.parametrize("parser", PARSERS)
def test_the_deepest_nesting(parser: Parser) -> None:
    faults = Faults("a.yaml")
    assert parse("[" * 31 + "a" + "]" * 31, faults, parser) is not None


def test_an_alias_bomb_is_not_blown_up() -> None:
    lines = ["a0: &a0 [b, b]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))]
    faults = Faults("a.yaml")
    assert parse("\n".join(lines), faults) is None
    assert len(faults.problems) == 30 + 29 * 9


def scalars(node: Node) -> list[Scalar]:
    return [node] if isinstance(node, Scalar) else [scalar for item in node.items for scalar in scalars(item)]


@pytest.mark.parametrize("parser", PARSERS)
@given(text=st.text(st.sampled_from("ab \n\r\t:-?[]{},#&*!|>'\"%@`~<\\ux0é😀")))
def test_any_text_gives_nodes_or_faults_in_their_places(parser: Parser, text: str) -> None:
    faults = Faults("a.yaml")
    node = parse(text, faults, parser)
    assert (node is None) == bool(faults.problems)
    lines = LineTable(text)
    places: list[Place] = [*faults.problems, *(scalars(node) if node else [])]
    for place in places:
        assert 1 <= place.line <= len(lines) + 1
    for scalar in scalars(node) if node else []:
        if scalar.plain and scalar.text.isalpha():
            assert lines.line(scalar.line)[scalar.column - 1 :].startswith(scalar.text)
