"""Small glossary files for tests."""

from __future__ import annotations

from pathlib import Path


def concept(name: str = "a", **keys: str) -> str:
    """A sound file of six lines, and one more line for each of the keys, from line 3 on."""
    more = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"concept: {name}\ndefinition: b\n{more}renderings:\n  de:\n    approved: [c]\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files, by their paths below the folder; the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder
