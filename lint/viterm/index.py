"""The index of a glossary: its languages and its concepts' names, to look one thing up without reading all the rest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from viterm.errors import UserError

if TYPE_CHECKING:
    from viterm.glossary import Glossary


@dataclass(frozen=True, slots=True)
class Listed:
    """A concept's Vietnamese names, and its file below the folder with this place (from 0) among the glossary's."""

    name: str
    also: tuple[str, ...]
    folder: int
    file: str


@dataclass(frozen=True, slots=True)
class Index:
    """What there is in a glossary: the language tags with renderings, sorted, and the concepts by id."""

    languages: tuple[str, ...]
    concepts: Mapping[str, Listed] = field(hash=False)

    @property
    def document_languages(self) -> tuple[str, ...]:
        """The tags of the languages whose documents can be checked: Vietnamese always, for the concepts' names."""
        return tuple(sorted({*self.languages, "vi"}))

    def to_json(self) -> str:
        """The index as JSON text."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of(cls, glossary: Glossary, folders: tuple[Path, ...]) -> Index:
        """The index of a glossary that was loaded from some folders."""
        listed = {}
        for concept in glossary.concepts.values():
            path = Path(concept.path)
            # Where one folder lies in another, the later one gave the concept.
            place = max(place for place, folder in enumerate(folders) if path.is_relative_to(folder))
            file = path.relative_to(folders[place]).as_posix()
            listed[concept.id] = Listed(concept.name, concept.also, place, file)
        return cls(glossary.languages, listed)

    @classmethod
    def from_json(cls, text: str) -> Index:
        """Read what `to_json` wrote. Raises UserError for anything else."""
        try:
            data = json.loads(text)
            concepts = {
                id_: Listed(row["name"], tuple(row["also"]), row["folder"], row["file"])
                for id_, row in data["concepts"].items()
            }
            return cls(tuple(data["languages"]), concepts)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UserError(f"not an index: {error}") from error
