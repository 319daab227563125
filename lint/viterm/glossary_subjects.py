"""Subjects: what a text may be about, as lists of words with a name, so that concepts need not repeat them.

A glossary folder may hold one file `subjects.yaml` beside its concepts. `about: vietnam` in a concept stands for the
words that the file gives for `vietnam` in the rendering's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias

from viterm.errors import Problem, UserError
from viterm.glossary import SUBJECTS_FILE, Subjects, words_in
from viterm.glossary_collections import ListOf, is_empty, language_tag, pairs
from viterm.glossary_kinds import Kind, Schema, Text
from viterm.yaml_nodes import Faults, MapNode, Node, Scalar, described
from viterm.yaml_reader import decode, parse

About: TypeAlias = Scalar | tuple[Scalar, ...]
"""What stands under `about`: the name of a subject, or words."""

_WORDS = ListOf(Text("word"), "word")


@dataclass(frozen=True)
class SubjectOrWords(Kind[About]):
    """The value of `about`: a subject's name, or a list of words."""

    def read(self, node: Node, label: str, faults: Faults) -> About | None:
        """The name or the words at their places."""
        return (
            Text("subject").read(node, label, faults) if isinstance(node, Scalar) else _WORDS.read(node, label, faults)
        )

    def schema(self) -> Schema:
        """A text or an array."""
        return {"anyOf": [Text("subject").schema(), _WORDS.schema()]}


def words_about(about: About | None, tag: str, subjects: Subjects) -> tuple[str, ...]:
    """The words for a language; none where nothing is asked for. Raises UserError for a subject without words."""
    if not isinstance(about, Scalar):
        return tuple(word.text for word in about or ())
    if about.text not in subjects:
        near = get_close_matches(about.text, subjects, n=1)
        hint = f"nearest: `{near[0]}`" if near else "write a list of words"
        raise UserError(f"no subject `{about.text}` is in a `{SUBJECTS_FILE}`; {hint}")
    if words := words_in(tag, subjects[about.text]):
        return words
    raise UserError(f"the subject `{about.text}` has no words for `{tag}`: add them to `{SUBJECTS_FILE}`")


def read_subjects(folder: Path, known: Subjects) -> tuple[Subjects, list[Problem]]:
    """The known subjects with those of a folder's file, which go before; and what is wrong with the file."""
    path = folder / SUBJECTS_FILE
    if not path.is_file():
        return known, []
    faults = Faults(path.as_posix())
    text = decode(path.read_bytes(), faults)
    node = parse(text, faults) if text is not None else None
    own = _subjects(node, faults) if node is not None else {}
    merged = {name: {**known.get(name, {}), **own.get(name, {})} for name in [*known, *own]}
    return merged, sorted(faults.problems)


def _subjects(node: Node, faults: Faults) -> Subjects:
    if not isinstance(node, MapNode) or is_empty(node):
        faults.add(
            node, f"the file must be a mapping with a subject such as `vietnam` for each key, not {described(node)}"
        )
        return {}
    return {key.text: _by_language(key, value, faults) for key, value in pairs(node, faults)}


def _by_language(subject: Scalar, node: Node, faults: Faults) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(node, MapNode):
        faults.add(node, f"`{subject.text}` must be a mapping with a language tag such as `de` for each key")
        return {}
    return dict(_languages(node, faults))


def _languages(node: MapNode, faults: Faults) -> Iterable[tuple[str, tuple[str, ...]]]:
    for key, value in pairs(node, faults):
        tag = language_tag(key, faults)
        words = _WORDS.read(value, f"`{key.text}`", faults)
        if tag and words:
            yield tag, tuple(word.text for word in words)
