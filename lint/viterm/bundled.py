"""Where the glossary lies that comes with viterm."""

from __future__ import annotations

from pathlib import Path

from viterm.errors import UserError


def bundled_glossary(package: Path = Path(__file__).parent) -> Path:
    """The folder of the shipped glossary: `_glossary` in an installed package, else `glossary/` of the checkout.

    Raises:
        UserError: neither is there, so the installation is broken.
    """
    shipped = package / "_glossary"
    checkout = package.parent.parent / "glossary"
    for folder in (shipped, checkout):
        if folder.is_dir():
            return folder
    raise UserError(f"{shipped}: the bundled glossary is missing: install viterm anew, or use --no-bundled")


def compiled_bundled_glossary(package: Path = Path(__file__).parent) -> Path | None:
    """The folder of the shipped glossary in compiled form; None in a checkout, where the glossary is being written."""
    folder = package / "_compiled"
    return folder if folder.is_dir() and (package / "_glossary").is_dir() else None
