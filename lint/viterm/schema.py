"""The JSON schema of a glossary file, for completion, hover texts and checks in an editor.

It is made from the format that the loader checks files by. To write it anew:

    python -m viterm.schema > glossary/schema.json
"""

from __future__ import annotations

import json
import sys

from viterm.glossary_format import EXAMPLE_LISTS, FILE, LANGUAGE, RENDERING
from viterm.glossary_kinds import Schema, Text


def schema() -> Schema:
    """The schema, in draft 7, which editors know best."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "viterm concept",
        "description": "A concept of Vietnamese public life and its renderings: one file of a viterm glossary.",
        **FILE.definition(),
        "definitions": {
            "text": Text.definition(),
            **{kind.name: kind.definition() for kind in (LANGUAGE, RENDERING, EXAMPLE_LISTS)},
        },
    }


def text() -> str:
    """The schema as it is written to `glossary/schema.json`."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    # Bytes, so that the file is the same on every system.
    sys.stdout.buffer.write(text().encode())
