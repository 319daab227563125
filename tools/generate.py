"""Write the files that are made from the code: `python tools/generate.py`; with --check, only say which are stale."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Container
from pathlib import Path

import glossary_pages
from viterm import schema
from viterm.config_keys import KEYS
from viterm.forms.endings import load_paradigms
from viterm.languages import LANGUAGES, Language
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
    table = f"| key | default | example | meaning |\n|---|---|---|---|\n{rows}"
    return f"{_NOTE}\n# `.viterm.yaml`\n\n{_CONFIG}\n{table}{_PATHS}"


def languages() -> str:
    """The page of all languages: what is known of each, from the table in `viterm.languages`."""
    rows = "".join(f"| {' | '.join(_language(language))} |\n" for language in LANGUAGES.values())
    head = "| language | tag | script | a term ends | forms from | inside compounds |\n|---|---|---|---|---|---|\n"
    return f"{_NOTE}\n# Languages\n\n{_LANGUAGES}\n{head}{rows}"


def _language(language: Language) -> tuple[str, ...]:
    sources = (
        ["dictionary"] * bool(language.dictionary)
        + ["endings"] * bool(load_paradigms(language.tag).paradigms)
        + ["optional analyser"] * bool(language.analyser)
        + ["what is attached"] * bool(language.attached or language.prefixes or language.particles)
    )
    return (
        language.name,
        f"`{language.tag}`",
        language.script,
        _BOUNDARIES[language.boundary],
        ", ".join(sources) or "as written",
        "yes" if language.compounds or language.boundary == "loose" else "–",
    )


_BOUNDARIES = {
    "words": "where a word ends",
    "loose": "where a word ends, blanks come and go",
    "substring": "anywhere, with guards",
}

_LANGUAGES = """\
A tag may be narrower (`pt-BR`, `de-AT`, `zh-Hant`): it is treated as its language here. A language that is not here
works too: its terms are found as they are written. *Dictionary* is simplemma's; *endings* are paradigms written for
viterm (`lint/viterm/forms/endings`); `viterm glossary forms CONCEPT --lang de` shows what they give. How well it works
is measured in [accuracy.md](accuracy.md); [CONTRIBUTING](../CONTRIBUTING.md) says how to add a language.
"""

_CONFIG = """\
viterm looks for this file in the current folder and upwards, to the top of the repository. Every key may be left out.
`viterm init` writes one with every key commented out. Paths and patterns are relative to the file's folder; patterns
are read as in `.gitignore`.
"""

_PATHS = """
## Settings for some files

    paths:
      archive/:
        rules: {variant-term: off}        # old texts: only what is wrong
      "*.draft.md":
        ignore: [mixed-renderings]
      archive/speeches/:
        rules: {variant-term: info}       # goes over what archive/ says, because it comes later

All patterns that match a file count, from the first to the last. `rules` and `select` take the place of what is said
before, for all files or by an earlier pattern; `ignore` adds to it. `--select` and `--ignore` on the command line hold
for every file, `--select` in place of the config's.
"""

GENERATED = {
    "docs/rules.md": rules,
    "docs/config.md": config,
    "docs/languages.md": languages,
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
