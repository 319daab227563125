"""What a YAML file holds, before anything is known of its meaning: texts, lists and mappings with their places.

Every scalar is a text: no word turns into a boolean, a number or a date, so `no:` stays Norwegian.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol, TypeAlias

from viterm.errors import Problem

# What YAML 1.2 takes for "no value", and so do editors.
_NO_VALUE = frozenset(("", "~", "null", "Null", "NULL"))


class Place(Protocol):
    """Where something starts in a file: line and column, both 1-based, the column in code points."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


class Scalar(NamedTuple):
    """A text. `plain` where it stands without quotes."""

    text: str
    line: int
    column: int
    plain: bool = True

    @property
    def is_missing(self) -> bool:
        """Whether nothing stands where a value should: `key:`, `key: ~`."""
        return self.plain and self.text in _NO_VALUE


class ListNode(NamedTuple):
    """A list of nodes."""

    items: list[Node]
    line: int
    column: int


class MapNode(NamedTuple):
    """A mapping; `items` has its keys and values in turn, as they stand in the file."""

    items: list[Node]
    line: int
    column: int

    @property
    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Each key with its value."""
        return zip(self.items[::2], self.items[1::2], strict=True)


Node: TypeAlias = Scalar | ListNode | MapNode

FILE_START = Scalar("", 1, 1)
"""The place for what is wrong with a file as a whole."""


def described(node: Node) -> str:
    """What a node is, for a message: `a text`, `a list`, `a mapping`."""
    if isinstance(node, Scalar):
        return "a text"
    return "a list" if isinstance(node, ListNode) else "a mapping"


class Faults:
    """Collects the problems of one file while it is read to its end."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def add(self, at: Place, message: str) -> None:
        """Note a problem at a place."""
        self.problems.append(Problem(self.path, at.line, at.column, message))
