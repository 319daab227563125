"""JSON arrays with one element a line, written as the elements come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def array(elements: Iterable[str]) -> Iterator[str]:
    """The pieces of an array of elements that are JSON already; an empty one is `[]`."""
    yield "["
    between = "\n"
    for element in elements:
        yield between + element
        between = ",\n"
    yield "\n]" if between == ",\n" else "]"
