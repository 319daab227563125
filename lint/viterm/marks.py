"""The marks of one syllable in Thai, Lao and Khmer, brought into one order.

What looks alike is typed in several ways: a tone before or after its vowel, the vowel am in one part or two, two ເ for
one ແ, the letters below a Khmer letter in either order. Unicode's normal forms leave them apart.
"""

from __future__ import annotations

import regex

# Vowels and other marks above or below, tones and the mark of a silent letter, aa, am, and the leading vowel e.
_VOWELS = r"\u0e31\u0e34-\u0e3a\u0e47\u0e4d\u0eb1\u0eb4-\u0ebc\u0ecd"
_TONES = r"\u0e48-\u0e4c\u0ec8-\u0ecc"
_THAI = r"\u0e31-\u0e3a\u0e47-\u0e4d"
_LAO = r"\u0eb1-\u0ebc\u0ec8-\u0ecd"
_BELOW = r"\u17d2[\u1780-\u17b3]"
_BELOW_RO = "\u17d2\u179a"

_REWRITES = tuple(
    (regex.compile(old), new)
    for old, new in (
        (rf"([{_TONES}]+)([{_VOWELS}])", r"\2\1"),
        (rf"\u0e4d([{_VOWELS}{_TONES}]*)\u0e32", "\\1\u0e33"),
        (rf"\u0ecd([{_VOWELS}{_TONES}]*)\u0eb2", "\\1\u0eb3"),
        (rf"([\u0e33\u0eb3])([{_TONES}]+)", r"\2\1"),
        ("\u0e40\u0e40", "\u0e41"),
        ("\u0ec0\u0ec0", "\u0ec1"),
        ("\u17c1\u17b6", "\u17c4"),
        ("\u17c1\u17b8", "\u17be"),
        ("\u17d2\u178a", "\u17d2\u178f"),  # da and ta look the same below a letter
        (rf"{_BELOW_RO}(\u17d2(?!\u179a)[\u1780-\u17b3])", rf"\1{_BELOW_RO}"),
    )
)

MISORDERED = "|".join(pattern.pattern for pattern, _ in _REWRITES)
"""Where there is something to bring into order."""


def run(ignored: str) -> str:
    """The pattern of a longest stretch that is ordered as one; `ignored`: characters that may lie between."""
    sets = (_THAI, _LAO, r"\u0e40\u0e41", r"\u0ec0\u0ec1", r"\u17b6\u17b8\u17be\u17c1\u17c4")
    several = "|".join(rf"[{one}](?:[{ignored}]*[{one}])+" for one in sets)
    return rf"{several}|\u17d2[{ignored}]*[\u1780-\u17b3](?:[{ignored}]*\u17d2[{ignored}]*[\u1780-\u17b3])*"


def ordered(marks: str) -> str:
    """A stretch of marks in the order in which terms are compared."""
    while True:
        before = marks
        for old, new in _REWRITES:
            marks = old.sub(new, marks)
        if marks == before:
            return marks
