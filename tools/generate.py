"""Write the files that are made from the code: `python tools/generate.py`; with --check, only say which are stale."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Container
from pathlib import Path

import glossary_pages
from viterm import schema
from viterm.config_keys import KEYS
from viterm.rules import RULES

ROOT = Path(__file__).resolve().parent.parent
_NOTE = "<!-- Made by tools/generate.py from the code; edit it there. -->\n"


def rules() -> str:
    """The page of all rules: a table, then each rule's own page as `viterm explain` prints it."""
    table = "".join(
        f"| [`{rule.name}`](#{rule.name}) | {rule.severity.label} | {rule.summary} |\n" for rule in RULES.values()
    )
    pages = "".join(f"\n## {rule.name}\n\n{rule.page}\n" for rule in RULES.values())
    return f"{_NOTE}\n# Rules\n\n| rule | severity | finds |\n|---|---|---|\n{table}{pages}"


def config() -> str:
    """The page of all keys of `.viterm.yaml`."""
    rows = "".join(f"| `{key.name}` | `{key.written}` | `{key.example}` | {key.meaning} |\n" for key in KEYS)
    return f"{_NOTE}\n# `.viterm.yaml`\n\n{_CONFIG}\n| key | default | example | meaning |\n|---|---|---|---|\n{rows}"


_CONFIG = """\
viterm looks for this file in the current folder and upwards, to the top of the repository. Every key may be left out.
`viterm init` writes one with every key commented out. Paths and patterns are relative to the file's folder; patterns
are read as in `.gitignore`.
"""

GENERATED = {
    "docs/rules.md": rules,
    "docs/config.md": config,
    "glossary/schema.json": schema.text,
}
"""File → what makes it; the pages of the glossary come on top."""


def texts() -> dict[str, str]:
    """The text of every generated file, by its path."""
    return {name: make() for name, make in GENERATED.items()} | glossary_pages.pages(ROOT)


def stale() -> list[str]:
    """The generated files that are not as the code would write them, and pages of concepts that are gone."""
    wanted = texts()
    changed = [name for name, text in wanted.items() if not _is_current(ROOT / name, text)]
    return changed + [path.relative_to(ROOT).as_posix() for path in _gone(wanted)]


def _is_current(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def _gone(wanted: Container[str]) -> list[Path]:
    pages = sorted((ROOT / glossary_pages.FOLDER).glob("*.md"))
    return [page for page in pages if page.relative_to(ROOT).as_posix() not in wanted]


def main() -> int:
    """Return 1 if --check finds a stale file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        for name in stale():
            print(f"{name} is stale: run `python tools/generate.py`")
        return bool(stale())
    wanted = texts()
    for name, text in wanted.items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    for page in _gone(wanted):
        page.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
