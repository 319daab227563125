"""Folding: the shape of a text in which terms are compared, with a way back to its offsets.

Folding makes alike what a reader takes for the same spelling: letter case, apostrophes, blanks, hyphens, NFC and NFD,
full-width letters, invisible characters such as the soft hyphen. Most texts keep their length, so offsets stay as they
are; only where characters join or vanish is an offset map made.
"""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass

import regex

# One character to one character. str.lower is length-preserving but for İ, and it writes a final sigma.
_BEFORE_LOWER = {
    "'": "’‘ʼ＇′‛´`",  # apostrophes, among them the Ukrainian letter, and accents typed in their place
    " ": "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000",
    "-": "\u2010\u2011",
    "i": "İ",
}
_AFTER_LOWER = {
    "σ": "ς",
    "е": "ё",  # Russian prints ё as е nearly always
    "ș": "ş",  # Romanian typed with the Turkish cedilla
    "ț": "ţ",
    "ی": "ي",  # Persian text is often typed with the Arabic yeh and kaf
    "ک": "ك",
}
_REPLACEMENTS_BEFORE = tuple((old, new) for new, olds in _BEFORE_LOWER.items() for old in olds)
_REPLACEMENTS_AFTER = tuple((old, new) for new, olds in _AFTER_LOWER.items() for old in olds)

# Vietnamese tone placement: hoà = hòa, uỷ = ủy. Both sides are folded, so a pair that no word has does no harm.
_TONES = {
    new: old
    for plain, marked in (("oa", "òóỏõọ"), ("oe", "òóỏõọ"), ("uy", "ùúủũụ"))
    for first, new in zip(
        marked,
        [plain[0] + unicodedata.normalize("NFC", plain[1] + tone) for tone in "\u0300\u0301\u0309\u0303\u0323"],
        strict=True,
    )
    for old in [first + plain[1]]
}
_TONE = regex.compile("|".join(_TONES))

# What changes a text's length: characters that are not seen, a letter with its combining marks in NFD, and a line end
# in a script without blanks, where lines are wrapped inside words.
# Not seen: soft hyphen, zero-width and bidi characters, Arabic vowel marks and tatweel, Hebrew points.
_IGNORED = (
    r"\u00ad\u034f\u061c\u0640\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]"
_WRAP = rf"(?<={_UNSPACED})[ \t]*+(?:\r\n?+|\n)[ \t]*+(?={_UNSPACED})"
_LENGTH_CHANGES = regex.compile(rf"{_WRAP}|[{_IGNORED}\ufb00-\ufb06]|\P{{M}}\p{{M}}+|[\u1100-\u11ff]+")
# Also not seen: the stress that Russian and Ukrainian textbooks and encyclopaedias print over a vowel.
_IGNORED_CHARACTER = regex.compile(rf"[{_IGNORED}]|(?<=\p{{Cyrillic}})[\u0300\u0301]")
_MAY_WRAP = regex.compile(rf"[\r\n][ \t]*+{_UNSPACED}")
_MAY_CHANGE = regex.compile(rf"[{_IGNORED}\ufb00-\ufb06\u1100-\u11ff]|\p{{Cyrillic}}[\u0300\u0301]")
_FULL_WIDTH = regex.compile("[！-～]")
_FULL_WIDTH_TO_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `starts` and `ends` give each character's source span; both None where offsets are unchanged."""

    text: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the folded span `start`..`end` (not empty)."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text, with offsets back to it."""
    if text.isascii():
        return Folded(text.lower().replace("`", "'"))
    if not (_MAY_CHANGE.search(text) or _MAY_WRAP.search(text)) and unicodedata.is_normalized("NFC", text):
        return Folded(_fold_characters(text))
    return _fold_with_offsets(text)


def fold_word(text: str) -> str:
    """The folded shape of a word or term, where no offsets are needed."""
    return fold(text).text


def _fold_characters(text: str) -> str:
    for old, new in _REPLACEMENTS_BEFORE:
        text = text.replace(old, new)
    if _FULL_WIDTH.search(text):
        text = text.translate(_FULL_WIDTH_TO_ASCII)
    text = text.lower()
    for old, new in _REPLACEMENTS_AFTER:
        text = text.replace(old, new)
    if _TONE.search(text):
        text = _TONE.sub(lambda match: _TONES[match[0]], text)
    return text


def _fold_with_offsets(text: str) -> Folded:
    parts: list[str] = []
    starts, ends = array("q"), array("q")
    at = 0
    for match in _LENGTH_CHANGES.finditer(text):
        start, end = match.span()
        parts.append(text[at:start])
        starts.extend(range(at, start))
        ends.extend(range(at + 1, start + 1))
        seen = "" if match[0].isspace() else _IGNORED_CHARACTER.sub("", match[0])
        # Ligatures open up under NFKC; a letter with marks closes under NFC.
        part = unicodedata.normalize("NFKC" if "\ufb00" <= seen[:1] <= "\ufb06" else "NFC", seen)
        parts.append(part)
        starts.extend([start] * len(part))
        ends.extend([end] * len(part))
        at = end
    parts.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Folded(_fold_characters("".join(parts)), starts, ends)
