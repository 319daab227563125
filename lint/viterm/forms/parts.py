"""Short words as parts of compounds: Datei|typ, Start|datum, but not W|ort, Ort|ografie.

A short word stands inside many others by chance. The dictionary tells which: a longer word that ends or begins with it,
and whose rest is no word, is no compound of it. Such a word is often a part of further ones (Passwort, Fachwort), which
no dictionary has; whatever else ends or begins with the short word is taken for a compound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set

from viterm.languages import SHORTEST_COMPOUND

_SHORTEST_REST = 3


def lookalikes(
    shorts: Mapping[str, Set[str]],
    words: Iterable[str],
    *,
    is_first_part: Callable[[str], bool],
    is_last_part: Callable[[str], bool],
) -> dict[str, frozenset[str]]:
    """For each short form the words that end or begin with it by chance, in lower case, none of them inside another.

    `shorts`: short form → all forms of its word, folded, which hold one another (Typ, Typen); `words`: of the
    dictionary; `is_first_part`, `is_last_part`: whether a rest can stand in front of a word, or behind one.
    """
    lengths = sorted({len(short) for short in shorts})
    behind: dict[str, set[str]] = defaultdict(set)
    before: dict[str, set[str]] = defaultdict(set)
    for word in words:
        lower = word.lower()
        for length in lengths:
            if length >= len(lower):
                break
            if (short := lower[-length:]) in shorts and not _is_compound(word, word[:-length], is_first_part):
                behind[short].add(lower)
            if (short := lower[:length]) in shorts and not _is_compound(word, word[length:], is_last_part):
                before[short].add(lower)
    return {
        short: frozenset(_least(behind[short] - own, str.endswith) + _least(before[short] - own, str.startswith))
        for short, own in shorts.items()
    }


def _is_compound(word: str, rest: str, is_part: Callable[[str], bool]) -> bool:
    return len(word) >= SHORTEST_COMPOUND and len(rest) >= _SHORTEST_REST and is_part(rest)


def _least(words: Iterable[str], holds: Callable[[str, str], bool]) -> list[str]:
    """The words that hold no shorter one of them at the same end."""
    least: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(holds(word, shorter) for shorter in least):
            least.append(word)
    return least
