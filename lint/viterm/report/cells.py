"""How many terminal cells a text takes: wide East Asian characters and emoji two, combining marks none.

Terminals differ in details. These are the widths that most of them and the wcwidth library agree on.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator

_ZWNJ, _ZWJ = "\u200c", "\u200d"
_EMOJI_STYLE = "\ufe0f"
_FIRST_MARK = "\u0300"  # characters before it are Latin: one cell each, and each one alone
# The format characters that print something: soft hyphen, Arabic, Syriac and Kaithi number signs.
_PRINTED_FORMAT = frozenset(
    "\xad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)


class Cluster(NamedTuple):
    """What a reader sees as one character (roughly: letter with marks, emoji sequence, flag) and its width in cells."""

    text: str
    cells: int


def width(text: str) -> int:
    """Count the cells that a text without control characters takes."""
    if max(text, default="") < _FIRST_MARK:
        return len(text)
    return sum(cluster.cells for cluster in clusters(text))


def clusters(text: str) -> Iterator[Cluster]:
    """Cut the text wherever a line may be cut without tearing a character apart."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _continues(text, start, end):
            cluster = text[start:end]
            yield Cluster(cluster, _cluster_cells(cluster))
            start = end


@lru_cache(maxsize=4096)
def joins(char: str) -> bool:
    """Whether a character belongs to the one before it, whatever that is."""
    return category(char) in {"Mn", "Me", "Mc"} or char in {_ZWNJ, _ZWJ} or _is_hangul_vowel_or_final(char)


def _continues(text: str, start: int, end: int) -> bool:
    """Whether the cluster at `start`..`end` takes in the next character too."""
    char = text[end]
    if char < _FIRST_MARK:
        return False
    first, last = text[start], text[end - 1]
    if joins(char):
        return True
    if last == _ZWJ:  # between Hindi letters it only shapes; between emoji it makes one of two
        return category(first) == "So" and category(char) in {"So", "Sm"}
    if _is_skin_tone(char):
        return category(first) == "So"
    return _is_flag_half(char) and _is_flag_half(first) and end - start == 1


def _cluster_cells(cluster: str) -> int:
    first, rest = cluster[0], cluster[1:]
    if not rest:
        return _char_cells(first)
    if _is_flag_half(first) or (_EMOJI_STYLE in rest and not first.isalpha()):
        return 2
    # Marks that stand beside their letter, as many Indic vowels do, take a cell of their own.
    return _char_cells(first) + sum(category(char) == "Mc" for char in rest)


@lru_cache(maxsize=4096)
def _char_cells(char: str) -> int:
    if category(char) in {"Mn", "Me", "Cc", "Cf", "Zl", "Zp"}:
        return int(char in _PRINTED_FORMAT)
    if _is_hangul_vowel_or_final(char):
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def _is_hangul_vowel_or_final(char: str) -> bool:
    """Whether a Korean letter (in NFD) is drawn into the two cells of its syllable's first consonant."""
    return "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff"


def _is_skin_tone(char: str) -> bool:
    return "\U0001f3fb" <= char <= "\U0001f3ff"


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"
