"""The rows of the terminology shared task of WMT 2025, track 1: English sentences with human translations and terms."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("de", "es", "ru")


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, its human translation, and the terms to use: source term → target term, both in base form."""

    source: str
    reference: str
    terms: dict[str, str]


def read_rows(folder: Path, tag: str) -> list[Row]:
    """The rows of one target language. Raises OSError or ValueError if its file can't be read."""
    with (folder / f"full_data.en{tag}.jsonl").open(encoding="utf-8") as lines:
        rows = map(json.loads, lines)
        return [Row(row["en"], row[tag], row["proper"]) for row in rows]
