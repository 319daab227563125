"""Compiles the bundled glossary when a wheel is built, so that the first lint of a new user is quick.

An editable install has none: there the glossary is being written, and each state of it is compiled when it is used.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileGlossary(BuildHookInterface[Any]):
    """Puts `viterm/_compiled/*.json` into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every language before the wheel's files are gathered."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "lint"))
        from viterm.store import Store

        compiled = Path(self.directory) / "compiled"
        Store([root / "glossary"], None).write(compiled)
        build_data["force_include"][str(compiled)] = "viterm/_compiled"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the compiled files away again: they are in the wheel."""
        compiled = Path(self.directory) / "compiled"
        for path in compiled.glob("*.json"):
            path.unlink()
        if compiled.is_dir():
            compiled.rmdir()
