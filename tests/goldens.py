"""Outputs kept for review in `golden/`."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def difference(name: str, now: str, *, update: bool) -> str:
    """What tells an output from the one that is kept, as a diff; with `update` it is written first, and so nothing."""
    golden = GOLDEN / name
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(now, encoding="utf-8", newline="\n")
    before = golden.read_bytes().decode("utf-8") if golden.exists() else ""
    return "\n".join(unified_diff(before.split("\n"), now.split("\n"), name, "now", lineterm="", n=2))
