"""Compiled glossaries are kept between runs, keyed by the content of the glossary.

Where several processes compile the same glossary at once, each writes a file of its own and renames it into place.
A damaged, foreign or unwritable cache costs time, never a run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from viterm import __version__
from viterm.compiled import FORMAT, Compiled
from viterm.errors import UserError


def load_compiled(folders: Sequence[Path], tag: str, *, use_cache: bool = True) -> Compiled:
    """The compiled glossary of some folders (later ones override) for a language, from the cache or made anew.

    Raises ProblemsError or UserError for a glossary with faults.
    """
    if not use_cache:
        return _compile(folders, tag)
    path = cache_folder() / f"{_key(folders, tag)}.json"
    try:
        return Compiled.from_json(path.read_text(encoding="utf-8"))
    except (OSError, UserError):
        compiled = _compile(folders, tag)
        # A full disk or a read-only home is no reason to fail: the next run compiles again.
        with contextlib.suppress(OSError):
            _write(path, compiled.to_json())
        return compiled


def cache_folder() -> Path:
    """Where compiled glossaries are kept: `VITERM_CACHE_DIR`, else the system's place for caches."""
    if named := os.environ.get("VITERM_CACHE_DIR"):
        return Path(named)
    import platformdirs  # noqa: PLC0415 - only where the variable does not decide

    return Path(platformdirs.user_cache_dir("viterm", appauthor=False))


def _compile(folders: Sequence[Path], tag: str) -> Compiled:
    # Both read YAML and, for words that no lock has, a dictionary: not for a run that finds its glossary compiled.
    from viterm.compile import compile_glossary  # noqa: PLC0415
    from viterm.forms.lock import LockedForms  # noqa: PLC0415
    from viterm.glossary import load_glossary  # noqa: PLC0415

    return compile_glossary(load_glossary(folders), tag, LockedForms(reversed(folders)))


def _key(folders: Sequence[Path], tag: str) -> str:
    digest = hashlib.sha256(f"{__version__} {FORMAT} {tag}".encode())
    for folder in folders:
        digest.update(b"\0folder\0")
        for path in _sources(folder):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:32]


def _sources(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml", ".json"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
