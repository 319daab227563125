"""The kinds of value in a config file: YAML nodes → values, with a problem for each fault.

Each reader takes a node, the `label` that names it in messages (as in "`exclude`") and the reading that it is part of.
It notes faults and goes on; what it returns then is of the right type and no more, as a faulty config is never used.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from viterm.errors import UserError
from viterm.findings import Severity
from viterm.language_tags import canonical
from viterm.lint import IgnoredText
from viterm.path_settings import PathSettings
from viterm.patterns import read_rule
from viterm.rules import RULES
from viterm.yaml_nodes import ListNode, MapNode, Scalar, described

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from viterm.yaml_nodes import Faults, Node

T = TypeVar("T")

_SEVERITIES: Mapping[str, Severity | None] = {severity.label: severity for severity in Severity}
_PASSAGE_KEYS = ("text", "rules", "reason")
_PATH_KEYS = ("rules", "select", "ignore")


@dataclass(frozen=True)
class Reading:
    """One config file being read.

    `root` is the folder it lies in. `mentions` collects the names of rules or concepts in it, which can be told from
    slips only once the glossary is known.
    """

    faults: Faults
    root: Path
    mentions: list[Scalar] = field(default_factory=list)


def flag(node: Node, label: str, reading: Reading) -> bool:
    """Read `true` or `false`."""
    return _choice(node, label, reading, {"true": True, "false": False}, otherwise=False)


def threshold(node: Node, label: str, reading: Reading) -> Severity | None:
    """Read a severity, or `never` as None."""
    return _choice(node, label, reading, {**_SEVERITIES, "never": None}, otherwise=None)


def folders(node: Node, label: str, reading: Reading) -> tuple[Path, ...]:
    """Read a list of folders that exist, each relative to the config's own."""
    found = []
    for item in _texts(node, label, reading):
        folder = reading.root / item.text
        if not folder.is_dir():
            reading.faults.add(item, f"{label}: no folder `{item.text}`; paths start at the folder of this file")
        found.append(folder)
    return tuple(found)


def file(node: Node, label: str, reading: Reading) -> Path | None:
    """Read the path of a file, relative to the config's folder; whether it exists is seen when it is used."""
    text = _text(node, label, reading)
    return reading.root / text.text if text else None


def path_patterns(node: Node, label: str, reading: Reading) -> tuple[str, ...]:
    """Read a list of patterns as in `.gitignore`."""
    return tuple(_pattern(item, reading) for item in _texts(node, label, reading))


def languages(node: Node, label: str, reading: Reading) -> tuple[tuple[str, str], ...]:
    """Read a mapping from path patterns to language tags, which become canonical, in the file's order."""
    found = []
    for key, value in pairs(node, label, reading):
        pattern = _positive(key, reading, "put the exception first")
        if tag := _text(value, f"`{pattern}`", reading):
            try:
                found.append((pattern, canonical(tag.text)))
            except UserError as error:
                reading.faults.add(tag, str(error))
    return tuple(found)


def path_settings(node: Node, label: str, reading: Reading) -> tuple[PathSettings, ...]:
    """Read a mapping from path patterns to settings of their files, in the file's order."""
    found = []
    for key, value in pairs(node, label, reading):
        pattern = _positive(key, reading, "put the exception last, with what holds for it")
        given: dict[str, Node] = {}
        for name, setting in pairs(value, f"`{pattern}`", reading):
            if name.text not in _PATH_KEYS:
                reading.faults.add(name, unknown("key", name.text, _PATH_KEYS))
            elif not is_missing(setting):
                given[name.text] = setting
        found.append(
            PathSettings(
                pattern,
                rules=levels(given["rules"], "`rules`", reading) if "rules" in given else (),
                select=names(given["select"], "`select`", reading) if "select" in given else (),
                ignore=names_and_passages(given["ignore"], "`ignore`", reading) if "ignore" in given else (),
            )
        )
    return tuple(found)


def levels(node: Node, label: str, reading: Reading) -> tuple[tuple[str, Severity | None], ...]:
    """Read a mapping from rules to severities, `off` as None."""
    words = {**_SEVERITIES, "off": None}
    return tuple(
        (_rule(key, reading), _choice(value, f"`{key.text}`", reading, words, otherwise=None))
        for key, value in pairs(node, label, reading)
    )


def names(node: Node, label: str, reading: Reading) -> tuple[str, ...]:
    """Read a list of rules and concepts."""
    found = list(_texts(node, label, reading))
    reading.mentions.extend(found)
    return tuple(name.text for name in found)


def names_and_passages(node: Node, label: str, reading: Reading) -> tuple[str | IgnoredText, ...]:
    """Read a list of rules, concepts and passages of text."""
    found: list[str | IgnoredText] = []
    for item in _items(node, label, reading):
        if isinstance(item, MapNode):
            found.extend(_passage(item, f"an item of {label}", reading))
        elif name := _text(item, f"an item of {label}", reading):
            reading.mentions.append(name)
            found.append(name.text)
    return tuple(found)


def pairs(node: Node, label: str, reading: Reading) -> Iterator[tuple[Scalar, Node]]:
    """The pairs of a mapping, without keys that are no text or stand there twice; no pairs where nothing stands."""
    if is_missing(node):
        return
    if not isinstance(node, MapNode):
        reading.faults.add(node, f"{label} must be a mapping, lines of `key: value`, not {described(node)}")
        return
    lines: dict[str, int] = {}
    for key, value in node.pairs:
        if not isinstance(key, Scalar):
            reading.faults.add(key, f"a key must be a text, not {described(key)}: quote one that starts with a bracket")
        elif key.text in lines:
            reading.faults.add(key, f"duplicate key `{key.text}`, first in line {lines[key.text]}: merge the two")
        else:
            lines[key.text] = key.line
            yield key, value


def is_missing(node: Node) -> bool:
    """Whether nothing stands where a value should, as in `key:`."""
    return isinstance(node, Scalar) and node.is_missing


def unknown(what: str, name: str, known: Collection[str]) -> str:
    """Say that a name does not exist, and which was most likely meant; `what` is its kind, as in `key`."""
    nearest = get_close_matches(name, known, n=1)
    if nearest:
        return f"unknown {what} `{name}`; nearest: `{nearest[0]}`"
    return f"unknown {what} `{name}`; known: {', '.join(f'`{other}`' for other in sorted(known))}"


def _passage(node: MapNode, label: str, reading: Reading) -> Iterator[IgnoredText]:
    import regex

    values = {}
    for key, value in pairs(node, label, reading):
        if key.text in _PASSAGE_KEYS:
            values[key.text] = value
        else:
            reading.faults.add(key, unknown("key", key.text, _PASSAGE_KEYS))
    if "text" not in values:
        reading.faults.add(node, f"{label} has no `text`: add the pattern of the text to ignore")
        return
    rules = [_rule(rule, reading) for rule in _texts(values["rules"], "`rules`", reading)] if "rules" in values else []
    if "reason" in values:
        _text(values["reason"], "`reason`", reading)
    if text := _text(values["text"], "`text`", reading):
        try:
            yield IgnoredText(regex.compile(text.text, regex.MULTILINE), frozenset(rules))
        except regex.error as error:
            reading.faults.add(text, f"`{text.text}` is not a regular expression: {error}")


def _rule(name: Scalar, reading: Reading) -> str:
    if name.text not in RULES:
        reading.faults.add(name, unknown("rule", name.text, RULES))
    return name.text


def _pattern(item: Scalar, reading: Reading) -> str:
    if read_rule(item.text) is None:
        hint = "close its bracket, or write `\\[`" if "[" in item.text else "write it as in .gitignore"
        reading.faults.add(item, f"`{item.text}` matches no path: {hint}")
    return item.text


def _positive(item: Scalar, reading: Reading, instead: str) -> str:
    """A pattern where one that takes entries back has no meaning; `instead` is what to do."""
    pattern = _pattern(item, reading)
    if pattern.startswith("!"):
        reading.faults.add(item, f"`{pattern}`: a pattern here cannot start with `!`; {instead}")
    return pattern


def _choice(node: Node, label: str, reading: Reading, words: Mapping[str, T], *, otherwise: T) -> T:
    text = _text(node, label, reading)
    if text and text.text not in words:
        *others, last = (f"`{word}`" for word in words)
        reading.faults.add(text, f"{label} must be {', '.join(others)} or {last}, not `{text.text}`")
    return words.get(text.text, otherwise) if text else otherwise


def _texts(node: Node, label: str, reading: Reading) -> Iterator[Scalar]:
    for item in _items(node, label, reading):
        if text := _text(item, f"an item of {label}", reading):
            yield text


def _items(node: Node, label: str, reading: Reading) -> list[Node]:
    if isinstance(node, ListNode):
        return node.items
    if not is_missing(node):
        reading.faults.add(node, f"{label} must be a list, not {described(node)}: start each item with `- `")
    return []


def _text(node: Node, label: str, reading: Reading) -> Scalar | None:
    if not isinstance(node, Scalar):
        reading.faults.add(node, f"{label} must be a text, not {described(node)}")
    elif node.is_missing or not node.text.strip():
        reading.faults.add(node, f"{label} is empty")
    else:
        return node
    return None
