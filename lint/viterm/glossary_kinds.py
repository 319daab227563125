"""What a kind of value in a glossary file is, and the kinds that are one word or text.

Each kind checks a YAML node and describes itself as JSON schema, side by side, so that the loader and an editor agree.
The schema is the looser one where JSON Schema cannot say what the loader checks (NFC, texts that differ in case only).
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar
from unicodedata import is_normalized

from viterm.yaml_nodes import Faults, MapNode, Node, Scalar, described

T = TypeVar("T")
Schema: TypeAlias = dict[str, object]

# A line feed and a tab may stand in a text; what else has no shape on the page is a slip of the keyboard.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
# Not seen, and of no use in a term. Zero-width joiners are: Persian and the languages of India need them.
_INVISIBLE = re.compile("[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


class Kind(ABC, Generic[T]):
    """A kind of value: how it is checked, and how it is described to an editor."""

    @abstractmethod
    def read(self, node: Node, label: str, faults: Faults) -> T | None:
        """The checked value of a node, without what is faulty in it; None where nothing of use is left.

        `label` names the node in messages, as in "`approved`" or "an item of `approved`".
        """

    @abstractmethod
    def schema(self) -> Schema:
        """The kind as JSON schema, draft 7."""


@dataclass(frozen=True)
class Field(Generic[T]):
    """A key of a mapping. `required` is empty for a key that may be left out, else it tells what to add."""

    name: str
    kind: Kind[T]
    description: str
    required: str = ""


class Values(NamedTuple):
    """The sound values of a mapping by key, and where it stands. A short rendering looks like a long one here."""

    found: Mapping[str, Any]
    line: int
    column: int

    def get(self, field: Field[T]) -> T | None:
        """The value of a field, None where it is left out or faulty."""
        value: T | None = self.found.get(field.name)
        return value

    def required(self, field: Field[T]) -> T:
        """The value of a required field of a mapping without faults."""
        value: T = self.found[field.name]
        return value


@dataclass(frozen=True)
class Text(Kind[Scalar]):
    """A text, in NFC, with its white space squeezed.

    `noun` and `noun` + s name it in messages. `pattern` is what it must match in full, `expected` says that in words.
    `verbatim` keeps white space and invisible characters: a sentence may be there to test just them.
    """

    noun: str = "text"
    pattern: str = ""
    expected: str = ""
    verbatim: bool = False

    def read(self, node: Node, label: str, faults: Faults) -> Scalar | None:
        """The text at its place."""
        if not isinstance(node, Scalar):
            hint = ": quote a text that has `: ` in it" if isinstance(node, MapNode) else ""
            faults.add(node, f"{label} must be a text, not {described(node)}{hint}")
            return None
        text = node.text if self.verbatim else " ".join(node.text.split())
        fault = self._fault(node, text, label)
        if fault:
            faults.add(node, fault)
            return None
        return node if text == node.text else node._replace(text=text)

    def _fault(self, node: Scalar, text: str, label: str) -> str:
        if node.is_missing or not text.strip():
            empty = f"{label} is empty: write a {self.noun}"
            return f"`{text}` is YAML for no value: quote it if the word is meant" if text.strip() else empty
        if unseen := self._unseen(node.text):
            return f"{label} has {unseen} in it: remove it"
        if not is_normalized("NFC", text):
            return f"`{text}` is not in Unicode's NFC form: type its accented letters anew"
        if self.pattern and not re.fullmatch(self.pattern, text):
            return f"`{text}` is not a {self.noun}: {self.expected}"
        if not any(map(str.isalnum, text)):
            return f"`{text}` has no letter and no digit in it: write a {self.noun}"
        return ""

    def _unseen(self, text: str) -> str:
        """A character that has no shape on the page, named for a message."""
        if text.isprintable():  # the usual case, and fast
            return ""
        if found := _CONTROL.search(text):
            return f"the control character U+{ord(found[0]):04X}"
        if not self.verbatim and (found := _INVISIBLE.search(text)):
            return f"the invisible character U+{ord(found[0]):04X}"
        return ""

    def schema(self) -> Schema:
        """A reference to `definition`, with the pattern beside it if there is one."""
        reference: Schema = {"$ref": "#/definitions/text"}
        return {"allOf": [reference], "pattern": rf"^\s*({self.pattern})\s*$"} if self.pattern else reference

    @staticmethod
    def definition() -> Schema:
        """Any scalar: an editor takes `2030` and `true` for no texts, the loader reads them as they are written."""
        return {"type": ["string", "number", "boolean"], "pattern": r"\S"}


@dataclass(frozen=True)
class Choice(Kind[str]):
    """One of a few words, each with its meaning."""

    meanings: Mapping[str, str]

    def read(self, node: Node, label: str, faults: Faults) -> str | None:
        """The word."""
        if isinstance(node, Scalar) and node.text in self.meanings:
            return node.text
        words = ", ".join(f"`{word}`" for word in self.meanings)
        one_of = "one of " if len(self.meanings) > 1 else ""
        faults.add(node, f"{label} must be {one_of}{words}, not {_shown(node)}")
        return None

    def schema(self) -> Schema:
        """The words, with their meanings for completion."""
        return {"enum": list(self.meanings), "enumDescriptions": list(self.meanings.values())}


@dataclass(frozen=True)
class Year(Kind[Scalar]):
    """A year of four digits."""

    def read(self, node: Node, label: str, faults: Faults) -> Scalar | None:
        """The digits at their place."""
        if isinstance(node, Scalar) and node.plain and re.fullmatch("[1-9][0-9]{3}", node.text):
            return node
        faults.add(node, f"{label} must be a year of four digits without quotes, as in `2021`, not {_shown(node)}")
        return None

    def schema(self) -> Schema:
        """A whole number of four digits."""
        return {"type": "integer", "minimum": 1000, "maximum": 9999}


def _shown(node: Node) -> str:
    """What stands in a word's place, for a message."""
    if not isinstance(node, Scalar):
        return described(node)
    if node.is_missing:
        return "empty"
    return f"`{node.text}`" if node.plain else f'`"{node.text}"`'
