"""The bytes of a YAML file → nodes with places, or what keeps it from being read.

The events of the parser are built into nodes here, not by PyYAML's composer: it is faster, anchors and aliases are seen
where they stand, and no depth of nesting can exhaust the stack.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator

import yaml
from yaml import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    StreamEndEvent,
)

from viterm.document import LineTable
from viterm.yaml_nodes import FILE_START, Faults, ListNode, MapNode, Node, Place, Scalar

_PARSER: type[yaml.CBaseLoader | yaml.BaseLoader] = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

_MAX_DEPTH = 32  # a sound file needs seven

# What YAML forbids, and what its 1.1 parsers take for a line end where editors don't.
_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

# What the parser says (libyaml or PyYAML's own) → what to do about it. The first that fits holds.
_SYNTAX_HINTS = (
    (
        "mapping values are not allowed",
        "a second `: ` in one line, or a wrong indent; quote a text that has `: ` in it",
    ),
    ("quoted scalar.*unexpected end", "this quote is never closed; add the closing one"),
    ("quoted scalar", "no such escape; write a backslash as `\\\\`, or use single quotes"),
    (
        "flow (sequence|mapping)",
        "`,` or a closing bracket is missing; quote a text that has `,`, `: ` or brackets in it",
    ),
    ("node content", "a text is missing here; quote one that starts with a bracket or a comma"),
    ("cannot start any token", "a text cannot start with this character; quote it, and indent with spaces"),
    ("parsing a block", "this does not fit the lines above; indent it as they are, and quote a text from end to end"),
    ("could not find expected ':'", "a line without `: `; write `key: value`, or indent it if it continues a text"),
    ("an alias|an anchor|a tag|a node", "a text that starts with `*`, `&` or `!` must be in quotes"),
    ("block scalar", "after `|` or `>`, the text starts in the next line; quote a text that starts with one of them"),
    ("document start", "a file holds one YAML document, without `...` in between"),
    ("sequence entries", "a list starts in a line of its own; quote a text that starts with `- `"),
)
_AT_CONTEXT = re.compile("quoted scalar.*unexpected end|could not find expected ':'")


def decode(data: bytes, faults: Faults) -> str | None:
    """The text of a file, without its byte order mark; None where it is not UTF-8 or holds a control character."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        faults.add(FILE_START, "the file is UTF-16: save it as UTF-8")
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = LineTable(before).position(len(before))
        byte = data[error.start]
        faults.add(Scalar("", line, column), f"byte 0x{byte:02X} is not UTF-8: save the file as UTF-8")
        return None
    if _NOT_ALLOWED.search(text) is None:
        return text
    lines = LineTable(text)
    for match in _NOT_ALLOWED.finditer(text):
        place = Scalar("", *lines.position(match.start()))
        if match[0] == "\0":
            faults.add(place, "a NUL character: this is no text file, or it is UTF-16; save it as UTF-8")
            break
        faults.add(place, f"the control character U+{ord(match[0]):04X}: remove it")
    return None


def parse(text: str, faults: Faults, parser: type[yaml.CBaseLoader | yaml.BaseLoader] = _PARSER) -> Node | None:
    """The root node of a YAML text with one document in it, a missing scalar for an empty one; None where it is faulty.

    Anchors, aliases, merge keys and tags are faults: our files have no use for them, and a text that starts with `*`,
    `&` or `!` is better quoted.
    """
    before = len(faults.problems)
    nodes: list[Node] = []
    try:
        nodes = _build(_events(text, parser), faults)
    except yaml.MarkedYAMLError as error:
        _add_syntax_error(error, faults)
    except (ValueError, OverflowError):
        # PyYAML's own scanner passes any number to chr().
        faults.add(FILE_START, "not valid YAML: a `\\U` escape in it names no character")
    if len(faults.problems) > before:
        return None
    return nodes[0] if nodes else FILE_START


def _events(text: str, parser: type[yaml.CBaseLoader | yaml.BaseLoader]) -> Iterator[yaml.Event]:
    """What `yaml.parse` gives, which asks the parser twice for each."""
    loader = parser(text)
    try:
        while (event := loader.get_event()) is not None and not isinstance(event, StreamEndEvent):
            yield event
    finally:
        loader.dispose()


def _build(events: Iterable[yaml.Event], faults: Faults) -> list[Node]:
    """The root node, or none; it stops early at a fault that makes it pointless to go on."""
    root: list[Node] = []
    unclosed = [root]  # the children of each collection that is still open, the innermost last
    for event in events:
        mark = event.start_mark
        assert mark is not None  # both parsers mark every event
        line, column = mark.line + 1, mark.column + 1
        if isinstance(event, ScalarEvent):
            scalar = Scalar(event.value, line, column, event.implicit[0])
            if event.tag is not None or event.anchor is not None or (event.value == "<<" and scalar.plain):
                _add_extra(event, scalar, faults)
            unclosed[-1].append(scalar)
        elif isinstance(event, CollectionStartEvent):
            kind = MapNode if isinstance(event, MappingStartEvent) else ListNode
            node = kind([], line, column)
            if event.tag is not None or event.anchor is not None:
                _add_extra(event, node, faults)
            unclosed[-1].append(node)
            unclosed.append(node.items)
            if len(unclosed) > _MAX_DEPTH:
                faults.add(node, f"nested more than {_MAX_DEPTH} levels deep: seven are enough")
                break
        elif isinstance(event, CollectionEndEvent):
            unclosed.pop()
        elif isinstance(event, AliasEvent):
            alias = Scalar("", line, column)
            _add_extra(event, alias, faults)
            unclosed[-1].append(alias)
        elif isinstance(event, DocumentStartEvent) and root:
            place = Scalar("", line, column)
            faults.add(place, "a second YAML document: a file holds one, without `---` in between")
            break
    return root


def _add_extra(event: NodeEvent, place: Place, faults: Faults) -> None:
    """Report what YAML has and a glossary has not."""
    if isinstance(event, AliasEvent):
        extra = f"`*{event.anchor}` is an alias"
    elif event.anchor is not None:
        extra = f"`&{event.anchor}` is an anchor"
    elif isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
        extra = f"`{event.tag.replace('tag:yaml.org,2002:', '!!')}` is a tag"
    else:
        extra = "`<<` is a merge key"
    faults.add(place, f"{extra}, which cannot be used here: write the text out, or put it in quotes")


def _add_syntax_error(error: yaml.MarkedYAMLError, faults: Faults) -> None:
    words = f"{error.context or ''} {error.problem}"
    mark = error.context_mark if _AT_CONTEXT.search(words) else error.problem_mark
    hint = next((hint for pattern, hint in _SYNTAX_HINTS if re.search(pattern, words)), error.problem)
    assert mark is not None  # both parsers mark what they stumble over
    faults.add(Scalar("", mark.line + 1, mark.column + 1), f"not valid YAML: {hint}")
