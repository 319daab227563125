"""The forms lock: word forms written to a file that people review and that a lint run then trusts.

With a lock the findings depend on the glossary folder alone, not on which dictionaries a machine has. One JSON file a
language, `forms/<tag>.json` in the glossary folder, one word a line so that a change shows as a small diff.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from viterm.errors import UserError
from viterm.fold import fold
from viterm.forms import ORIGINS, WordForms, word_forms
from viterm.languages import Language

FOLDER = "forms"
"""Where a glossary folder keeps its locks."""

VERSION = 1


def lock_path(folder: Path, tag: str) -> Path:
    """The lock file of a language in a glossary folder."""
    return folder / FOLDER / f"{tag}.json"


def write_lock(words: Mapping[str, WordForms]) -> str:
    """The text of a lock file: words in order, the forms of each by origin."""
    rows = [f"  {_json(word)}: {_json(_row(forms))}" for word, forms in sorted(words.items())]
    return f'{{\n "version": {VERSION},\n "words": {{\n' + ",\n".join(rows) + "\n }\n}\n"


def parse_lock(text: str) -> dict[str, WordForms]:
    """The words of a lock's text. Raises one of a JSON reader's errors where it is none."""
    data = json.loads(text)
    if data["version"] != VERSION:
        raise ValueError(f"version {data['version']} instead of {VERSION}")
    return {word: _word_forms(word, row) for word, row in data["words"].items()}


def read_lock(path: Path) -> dict[str, WordForms]:
    """The words of a lock file; none where there is no such file.

    Raises UserError for a file that can't be read, and for one that is not a lock, naming the command that writes it
    anew.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UserError(f"{path}: can't be read: {error.strerror}") from None
    try:
        return parse_lock(data.decode())
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        why = f"no {error}" if isinstance(error, KeyError) else error
        raise UserError(
            f"{path}: not a lock of word forms ({why}): write it anew with `viterm glossary lock`"
        ) from None


class LockedForms:
    """Word forms from the locks of some glossary folders, the first that knows a word; looked up for the rest.

    `analysers`: whether optional analysers are asked too, where they are installed.
    """

    def __init__(self, folders: Iterable[Path], *, analysers: bool = True) -> None:
        self._folders = tuple(folders)
        self._analysers = analysers
        self._locks: dict[Path, dict[str, WordForms]] = {}

    def __call__(self, words: Iterable[str], language: Language) -> dict[str, WordForms]:
        """The forms of each word in a language, as `word_forms` gives them."""
        locked: dict[str, WordForms] = {}
        for path in self._paths(language):
            locked.update(self.lock(path))
        wanted = set(words)
        unlocked = wanted - locked.keys()
        asked = language if self._analysers else replace(language, analyser="")
        return {word: locked[word] for word in wanted & locked.keys()} | word_forms(unlocked, asked)

    def locks(self, language: Language) -> dict[str, Path]:
        """The lock of which each locked word of a language has its forms. Raises UserError for a broken lock."""
        return {word: path for path in self._paths(language) for word in self.lock(path)}

    def lock(self, path: Path) -> dict[str, WordForms]:
        """The words of a lock file, as `read_lock` gives them; each file is read once."""
        if path not in self._locks:
            self._locks[path] = read_lock(path)
        return self._locks[path]

    def _paths(self, language: Language) -> list[Path]:
        """The places of the locks, the one that goes before all others last."""
        return [lock_path(folder, language.tag) for folder in reversed(self._folders)]


def _row(forms: WordForms) -> dict[str, object]:
    by_origin = {origin: sorted(form for form, at in forms.origins.items() if at == origin) for origin in ORIGINS}
    parts = {short: " ".join(sorted(words)) for short, words in sorted(forms.parts.items())}
    return {
        "known": forms.known,
        **{origin: " ".join(found) for origin, found in by_origin.items() if found},
        **({"parts": parts} if parts else {}),
    }


def _word_forms(word: str, row: dict[str, Any]) -> WordForms:
    # People edit locks: they may write a form as it stands in a text, or take out one too many.
    forms = {form: origin for origin in reversed(ORIGINS) for form in _folded(row.get(origin, ""))}
    if not forms:
        raise ValueError(f"“{word}” has no forms")
    parts = {short: frozenset(words.split()) for short, words in row.get("parts", {}).items()}
    return WordForms(forms, known=bool(row["known"]), parts=parts)


def _folded(forms: str) -> list[str]:
    # All in one go, which is ten times faster; set off by what no script joins over.
    return fold("|".join(forms.split())).text.split("|") if forms else []


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
