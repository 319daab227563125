"""The kinds of value in a glossary file that hold others: lists, mappings, renderings in their short and long form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any, TypeVar

from viterm.errors import UserError
from viterm.glossary_kinds import Field, Kind, Schema, Text, Values
from viterm.language_codes import LANGUAGE_NAMES
from viterm.language_tags import ALIASES, CASED_PATTERN, canonical, cased
from viterm.yaml_nodes import Faults, ListNode, MapNode, Node, Place, Scalar, described

T = TypeVar("T")


@dataclass(frozen=True)
class ListOf(Kind[tuple[T, ...]]):
    """A list with at least one item. `noun` and `noun` + s name its items in messages."""

    item: Kind[T]
    noun: str

    def read(self, node: Node, label: str, faults: Faults) -> tuple[T, ...] | None:
        """The sound items, in their order."""
        if is_empty(node):
            faults.add(node, f"{label} is empty: list at least one {self.noun}")
            return None
        if not isinstance(node, ListNode):
            faults.add(node, f"{label} must be a list of {self.noun}s, not {described(node)}: start each with `- `")
            return None
        values = (self.item.read(item, f"an item of {label}", faults) for item in node.items)
        return tuple(_once((value for value in values if value is not None), label, faults))

    def schema(self) -> Schema:
        """An array; of renderings, only those written alike count as the same."""
        return {"type": "array", "minItems": 1, "uniqueItems": True, "items": self.item.schema()}


@dataclass(frozen=True)
class OneOrMore(Kind[tuple[T, ...]]):
    """One item, or a list of them; read as a list. `noun` and `noun` + s name its items in messages."""

    item: Kind[T]
    noun: str

    def read(self, node: Node, label: str, faults: Faults) -> tuple[T, ...] | None:
        """The sound items, in their order."""
        if isinstance(node, ListNode):
            return ListOf(self.item, self.noun).read(node, label, faults)
        value = self.item.read(node, label, faults)
        return None if value is None else (value,)

    def schema(self) -> Schema:
        """An item or an array."""
        return {"anyOf": [self.item.schema(), ListOf(self.item, self.noun).schema()]}


@dataclass(frozen=True)
class Table(Kind[Values]):
    """A mapping with known keys. `name` is that of its definition in the schema."""

    name: str
    fields: tuple[Field[Any], ...]

    @cached_property
    def by_name(self) -> dict[str, Field[Any]]:
        """The fields by their keys."""
        return {field.name: field for field in self.fields}

    def read(self, node: Node, label: str, faults: Faults) -> Values | None:
        """The sound values of the known keys."""
        return self.read_at(node, label, faults, node)

    def read_at(self, node: Node, label: str, faults: Faults, place: Place) -> Values | None:
        """As `read`, for a value that begins at `place`, where its missing keys are reported too."""
        if not isinstance(node, MapNode) or not node.items:
            needed = [field.name for field in self.fields if field.required] or self.by_name
            found = "empty" if is_empty(node) else described(node)
            faults.add(node, f"{label} must be a mapping with {_listed(needed)}, not {found}")
            return None
        values: dict[str, object] = {}
        seen = set()
        for key, value in pairs(node, faults):
            field = self.by_name.get(key.text)
            if field is None:
                # The key that was meant is not missing as well.
                seen.update(self._report_unknown(key, faults))
                continue
            seen.add(field.name)
            checked = field.kind.read(value, f"`{field.name}`", faults)
            if checked is not None:
                values[field.name] = checked
        for field in self.fields:
            if field.required and field.name not in seen:
                faults.add(place, f"{label} has no `{field.name}`: add {field.required}")
        return Values(values, place.line, place.column)

    def _report_unknown(self, key: Scalar, faults: Faults) -> list[str]:
        nearest = get_close_matches(key.text, self.by_name, n=1)
        hint = f"nearest: `{nearest[0]}`" if nearest else f"known: {_listed(self.by_name)}"
        faults.add(key, f"unknown key `{key.text}`; {hint}")
        return nearest

    def schema(self) -> Schema:
        """A reference to `definition`."""
        return {"$ref": f"#/definitions/{self.name}"}

    def definition(self) -> Schema:
        """The schema that `schema` refers to."""
        return {
            "type": "object",
            "required": [field.name for field in self.fields if field.required],
            "minProperties": 1,
            "properties": {
                # `description` beside a reference is ignored by validators and shown by editors.
                field.name: {"description": field.description, **field.kind.schema()}
                for field in self.fields
            },
            "additionalProperties": False,
        }


@dataclass(frozen=True)
class RenderingForms(Kind[Values]):
    """A rendering: its text, a `text: why` pair, or a mapping with `term`, which may have several with all else alike.

    All three are read into the long form. `name` is that of its definition in the schema.
    """

    name: str
    long: Table
    term: Field[tuple[Scalar, ...]]
    why: Field[Scalar]

    def read(self, node: Node, label: str, faults: Faults) -> Values | None:
        """The rendering in its long form.

        A single pair is `text: why` unless its key is one of the long form's, so `term: foo` is a long rendering.
        """
        if isinstance(node, Scalar):
            return self._short(node, None, label, faults)
        if isinstance(node, ListNode):
            faults.add(node, f"{label} must be a text, a `text: why` pair or a mapping with `term`, not a list")
            return None
        keys = [key for key, _ in node.pairs if isinstance(key, Scalar)]
        names = [key.text for key in keys]
        if len(node.items) == 2 and keys and names[0] not in self.long.by_name:
            return self._short(keys[0], node.items[1], label, faults)
        if keys and self.term.name not in names and not get_close_matches(names[0], self.long.by_name):
            self._report_pair_with_keys(keys, faults)
            return None
        return self.long.read(node, label, faults)

    def _short(self, text: Scalar, reason: Node | None, label: str, faults: Faults) -> Values | None:
        term = self.term.kind.read(text, label, faults)
        why = self.why.kind.read(reason, f"the reason of `{text.text}`", faults) if reason is not None else None
        if term is None:
            return None
        values: dict[str, object] = {self.term.name: term}
        if why is not None:
            values[self.why.name] = why
        return Values(values, text.line, text.column)

    def _report_pair_with_keys(self, keys: list[Scalar], faults: Faults) -> None:
        if any(key.text in self.long.by_name for key in keys):
            hint = f"write `{self.term.name}: …` for it and `{self.why.name}: …` for its reason"
        else:
            hint = "start each rendering with `- `"
        faults.add(keys[0], f"`{keys[0].text}` stands beside other keys: {hint}")

    def schema(self) -> Schema:
        """A reference to `definition`."""
        return {"$ref": f"#/definitions/{self.name}"}

    def definition(self) -> Schema:
        """The schema that `schema` refers to."""
        pair: Schema = {
            "description": "A rendering and the reason for its status.",
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "propertyNames": {"pattern": r"\S", "not": {"enum": list(self.long.by_name)}},
            "additionalProperties": self.why.kind.schema(),
        }
        return {"anyOf": [Text().schema(), pair, self.long.definition()]}


@dataclass(frozen=True)
class ByLanguage(Kind[Mapping[str, Values]]):
    """A mapping from language tags to tables; the value has canonical tags. A table's place is that of its tag."""

    table: Table

    def read(self, node: Node, label: str, faults: Faults) -> Mapping[str, Values] | None:
        """The tables by canonical tag, in the file's order."""
        if not isinstance(node, MapNode) or not node.items:
            found = "empty" if is_empty(node) else described(node)
            faults.add(node, f"{label} must be a mapping with a language tag such as `de` for each key, not {found}")
            return None
        values: dict[str, Values] = {}
        for key, value in pairs(node, faults):
            tag = language_tag(key, faults)
            table = self.table.read_at(value, f"`{key.text}`", faults, key)
            if tag in values:
                again = f"`{tag}`" if key.text == tag else f"`{key.text}` is `{tag}`, which"
                faults.add(key, f"{again} stands in line {values[tag].line} already: merge the two")
            elif tag and table is not None:
                values[tag] = table
        return values

    def schema(self) -> Schema:
        """An object with language tags for keys."""
        return {
            "type": "object",
            "minProperties": 1,
            # Only for completion: an editor cannot offer what a pattern allows.
            "properties": {
                code: {"description": name, **self.table.schema()}
                for code, name in LANGUAGE_NAMES.items()
                if code not in ALIASES
            },
            "patternProperties": {f"^{CASED_PATTERN}$": self.table.schema()},
            "additionalProperties": False,
        }


def language_tag(key: Scalar, faults: Faults) -> str:
    """The canonical tag of a key, empty where it is none."""
    try:
        tag, written = canonical(key.text), cased(key.text)
    except UserError as error:
        faults.add(key, str(error))
        return ""
    if key.text != written:
        faults.add(key, f"write the language tag `{key.text}` as `{written}`")
    return tag


def pairs(node: MapNode, faults: Faults) -> Iterator[tuple[Scalar, Node]]:
    """The keys of a mapping with their values; a key that is no text or that was there before is reported."""
    lines: dict[str, int] = {}
    for key, value in node.pairs:
        if not isinstance(key, Scalar):
            faults.add(key, f"a key must be a text, not {described(key)}: quote a text that starts with a bracket")
        elif key.text in lines:
            faults.add(key, f"duplicate key `{key.text}`, first in line {lines[key.text]}: merge the two")
        else:
            lines[key.text] = key.line
            yield key, value


def _once(values: Iterable[T], label: str, faults: Faults) -> Iterator[T]:
    """The items of a list; a text that stands there twice is reported, and left out the second time.

    Renderings are compared by the reader, across a language's lists.
    """
    seen: dict[str, Scalar] = {}
    for value in values:
        if isinstance(value, Scalar) and (first := seen.setdefault(value.text, value)) is not value:
            faults.add(value, f"`{value.text}` stands twice in {label}, first in line {first.line}")
        else:
            yield value


def is_empty(node: Node) -> bool:
    """Whether a node holds nothing: no text, no item."""
    return node.is_missing if isinstance(node, Scalar) else not node.items


def _listed(names: Iterable[str]) -> str:
    """Names in a message: `a`, `b` and `c`."""
    *others, last = (f"`{name}`" for name in names)
    return f"{', '.join(others)} and {last}" if others else last
