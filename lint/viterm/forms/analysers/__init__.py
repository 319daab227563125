"""Better analysers for some languages, each an optional package that only compiling a glossary uses.

A machine without one compiles with the dictionary and the endings alone. Which ones it has is part of the store's key
(`viterm.optional`), and a lock makes findings the same on every machine. Ukrainian has none: its dictionary for
pymorphy3 is under the GPL.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from viterm.optional import versions

Analyse = Callable[[str], Set[str]]
"""Word → the folded forms of its own noun or adjective; none where the analyser doesn't know the word."""


def analyser(name: str) -> Analyse:
    """The analyser of a name (`Language.analyser`); one that knows no word for "" and where it is not installed."""
    if not name or not versions(name):
        return _knows_nothing
    if name == "pymorphy3":
        from viterm.forms.analysers import with_pymorphy3

        return with_pymorphy3.forms
    from viterm.forms.analysers import with_morfeusz2

    return with_morfeusz2.forms


def _knows_nothing(_: str) -> Set[str]:
    return frozenset()
