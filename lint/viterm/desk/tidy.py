"""`viterm glossary check --fix`: a glossary file with its keys in order, its lines clean, and all else as it was.

Keys move together with their lines and with the comments right above them, so nothing that a person wrote is reworded.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from viterm.glossary_collections import Table
from viterm.glossary_format import EXAMPLE_LISTS, FILE, LANGUAGE
from viterm.yaml_nodes import Faults, ListNode, MapNode, Node, Scalar
from viterm.yaml_reader import decode, parse

_Order: TypeAlias = Callable[[str], tuple[object, ...]]

_FIRST_LANGUAGE = "en"  # the language that every terminologist reads


def tidied(data: bytes) -> bytes | None:
    """A glossary file's bytes in the usual shape; None for what is no sound YAML, or can't be put in order.

    UTF-8 without a byte order mark, line feeds, NFC, no blanks at line ends; keys in the order of the format, languages
    by tag with English first. The content stays the same, to the letter but for NFC.
    """
    faults = Faults("")
    text = decode(data, faults)
    before = parse(text, faults) if text is not None else None
    if text is None or before is None:
        return None
    clean = unicodedata.normalize("NFC", "\n".join(line.rstrip(" \t") for line in _lines(text)).strip("\n") + "\n")
    node = parse(clean, faults) if clean != text else before
    if not isinstance(node, MapNode):
        return None
    ordered = "\n".join(_in_order(_lines(clean)[:-1], node)) + "\n"
    if ordered == text:
        return ordered.encode()
    after = parse(ordered, faults)
    return ordered.encode() if after is not None and _content(after) == _content(before) else None


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _in_order(lines: list[str], file: MapNode) -> list[str]:
    """The lines of a file with every mapping in order, the innermost first, so that the places above stay true."""
    for table, mapping, end in [*_mappings(lines, file)]:
        _sort(lines, mapping, end, table)
    return lines


def _mappings(lines: Sequence[str], file: MapNode) -> Iterator[tuple[_Order, MapNode, int]]:
    """The mappings of a file with the order of their keys and the line (from 0, half-open) up to which they reach."""
    for renderings, end in _values(lines, file, len(lines), "renderings"):
        for language, stop in _values(lines, renderings, end):
            for examples, last in _values(lines, language, stop, "examples"):
                yield _by_format(EXAMPLE_LISTS), examples, last
            yield _by_format(LANGUAGE), language, stop
        yield _by_tag, renderings, end
    yield _by_format(FILE), file, len(lines)


def _values(lines: Sequence[str], node: MapNode, end: int, name: str = "") -> Iterator[tuple[MapNode, int]]:
    """The mappings under all keys, or under one, each with the line up to which it reaches."""
    ends = [*(_start(lines, key) for key, _ in node.pairs), end][1:]
    for (key, value), stop in zip(node.pairs, ends, strict=True):
        if isinstance(value, MapNode) and isinstance(key, Scalar) and name in ("", key.text):
            yield value, stop


def _by_format(table: Table) -> _Order:
    names = list(table.by_name)
    return lambda key: (names.index(key) if key in names else len(names),)


def _by_tag(key: str) -> tuple[object, ...]:
    return key != _FIRST_LANGUAGE, key


def _start(lines: Sequence[str], key: Node) -> int:
    """The line (from 0) of a key, or of the first comment right above it at the same depth."""
    start = key.line - 1
    while start and lines[start - 1].startswith(" " * (key.column - 1) + "#"):
        start -= 1
    return start


def _sort(lines: list[str], node: MapNode, end: int, order: _Order) -> None:
    """Put the keys of a mapping in order, if each stands in a line of its own."""
    keys = [key for key, _ in node.pairs]
    if not keys or len({key.line for key in keys}) < len(keys) or len({key.column for key in keys}) > 1:
        return  # empty, or written in braces
    starts = [_start(lines, key) for key in keys]
    if starts[0] == 0:  # what is said at the top of a file is said of all of it
        starts[0] = keys[0].line - 1
    chunks = [lines[start:stop] for start, stop in zip(starts, [*starts[1:], end], strict=True)]
    names = [key.text if isinstance(key, Scalar) else "" for key in keys]
    in_order = sorted(range(len(keys)), key=lambda place: order(names[place]))
    lines[starts[0] : end] = [line for place in in_order for line in chunks[place]]


def _content(node: Node) -> Any:
    """What a node says, in any order of its keys."""
    if isinstance(node, Scalar):
        return unicodedata.normalize("NFC", node.text), node.is_missing
    if isinstance(node, ListNode):
        return [_content(item) for item in node.items]
    return {repr(_content(key)): _content(value) for key, value in node.pairs}
