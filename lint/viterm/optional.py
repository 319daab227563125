"""Optional packages: which analysers of word forms this machine has, told without importing any."""

from __future__ import annotations

from importlib.machinery import PathFinder
from pathlib import Path

_PACKAGES = {"pymorphy3": ("pymorphy3", "pymorphy3_dicts_ru"), "morfeusz2": ("morfeusz2",)}
"""Analyser (`Language.analyser`) → the packages that it is made of; all are needed."""


def installed() -> str:
    """The analysers of this machine with their versions: where it differs, word forms may.

    Every lint run asks, so the folders of the packages tell; `importlib.metadata` takes longer to load than a lint.
    """
    return " ".join(version for name in _PACKAGES for version in versions(name))


def versions(analyser: str) -> list[str]:
    """The packages of an analyser by their full names (`morfeusz2-1.99.15`); none where one is missing."""
    found = []
    for package in _PACKAGES[analyser]:
        spec = PathFinder.find_spec(package)
        if spec is None or spec.origin is None:
            return []
        origin = Path(spec.origin)
        folder = origin.parent.parent if spec.submodule_search_locations else origin.parent
        found += sorted(path.stem for path in folder.glob(f"{package}-*.dist-info")) or [package]
    return found
