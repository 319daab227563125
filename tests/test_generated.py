"""Files made from the code and the glossary are as they would be written now."""

from __future__ import annotations

from pathlib import Path

import generate

ROOT = Path(__file__).parent.parent


def test_generated_files_do_not_drift() -> None:
    assert generate.stale() == [], "run `python tools/generate.py`"


def test_what_is_generated() -> None:
    names = set(generate.texts())
    assert {
        "docs/rules.md",
        "docs/config.md",
        "docs/languages.md",
        "glossary/schema.json",
        "docs/glossary/index.md",
    } <= names
    concepts = {path.stem for path in (ROOT / "glossary").glob("*/*.yaml")}
    assert {f"docs/glossary/{id_}.md" for id_ in concepts} <= names
