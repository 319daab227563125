"""List preferred renderings without a source, by language: `python tools/unsourced.py [LANGUAGE…]`.

Whoever finds one puts its URL under `source` and changes the `basis`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from viterm.glossary import Glossary, load_glossary
from viterm.languages import by_tag

GLOSSARY = Path(__file__).resolve().parent.parent / "glossary"


def unsourced(glossary: Glossary, tag: str) -> list[str]:
    """The ids and preferred renderings of the concepts that have no source in a language."""
    entries = ((concept.id, concept.entries.get(tag)) for concept in glossary.concepts.values())
    return [f"{id_}: {entry.approved[0].term}" for id_, entry in entries if entry and not entry.sources]


def main() -> None:
    """Print the list."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="tags (default: all)")
    glossary = load_glossary([GLOSSARY])
    for tag in parser.parse_args().languages or glossary.languages:
        rows = unsourced(glossary, tag)
        print(f"{by_tag(tag).name} ({tag}): {len(rows)} without a source")
        for row in rows:
            print(f"  {row}")


if __name__ == "__main__":
    main()
