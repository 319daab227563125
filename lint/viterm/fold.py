"""Folding: the shape of a text in which terms are compared, with a way back to its offsets.

Folding makes alike what a reader takes for the same spelling: letter case, apostrophes, blanks, hyphens, NFC and NFD,
full-width and half-width letters, invisible characters such as the soft hyphen, the order of marks in Thai. Most texts
keep their length, so offsets stay as they are; only where characters join or vanish is an offset map made.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from viterm.marks import MISORDERED, ordered, run

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
# Between letters a dash is a hyphen (political–social); with blanks it parts sentences.
_DASH = regex.compile(r"(?<=\p{L})\u2013(?=\p{L})")
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
_TONE = re.compile("|".join(_TONES))

# What changes a text's length: characters that are not seen, a letter with its combining marks in NFD, ligatures, and
# blanks that end no word.
# Not seen: soft hyphen, zero-width and bidi characters, Arabic vowel marks and tatweel, Hebrew points.
_IGNORED = (
    r"\u00ad\u034f\u061c\u0640\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]"
_LATIN = r"[\p{Latin}\p{Nd}]"
_LINE_END = rf"[ \t{_IGNORED}]*+(?:\r\n?+|\n)[ \t{_IGNORED}]*+"
_BLANKS = r" \t\u00a0\u2009\u200a\u202f"
_BLANK = rf"(?:{_LINE_END}|[{_IGNORED}]*+[{_BLANKS}][{_BLANKS}{_IGNORED}]*+)"
# Scripts without blanks wrap lines inside words, and a blank beside Latin letters is a matter of taste.
_JOINING = (
    rf"(?<={_UNSPACED}){_LINE_END}(?={_UNSPACED})|(?<={_UNSPACED}){_BLANK}(?={_LATIN})"
    rf"|(?<={_LATIN}){_BLANK}(?={_UNSPACED})"
)
_MAY_JOIN = regex.compile(
    rf"[\r\n][ \t]*+{_UNSPACED}|{_LATIN}[{_BLANKS}]++{_UNSPACED}|{_UNSPACED}[{_BLANKS}\r\n]++{_LATIN}"
)
# A word broken at a line end. A capital behind the hyphen begins a word of its own (Vaterlands-Front), but in capitals.
_BROKEN = (
    rf"(?<=\p{{Lu}})[-\u2010\u00ad]{_LINE_END}(?=\p{{Lu}})"
    rf"|(?<=[\p{{L}}\p{{M}}])[-\u2010\u00ad]{_LINE_END}(?=[\p{{Ll}}\p{{Lo}}])"
)
_VOICED = r"\uff9e\uff9f"  # half-width marks of Katakana
_MARKED = (
    rf"[^\p{{M}}\p{{Thai}}\p{{Lao}}\p{{Khmer}}{_IGNORED}][\p{{M}}{_IGNORED}]*\p{{M}}"
    rf"|[\u3041-\u30fa\uff66-\uff9d][{_IGNORED}]*[{_VOICED}]"
)
_LIGATURE = r"\ufb00-\ufb06\ufb50-\ufbb1\ufbd3-\ufbe9\ufbfc-\ufbff\ufe80-\ufefc"  # Latin, Arabic
_CHANGES = rf"(?P<joining>{_JOINING})|(?P<marks>{run(_IGNORED)})|[{_IGNORED}{_LIGATURE}]|{_MARKED}|[\u1100-\u11ff]+"
_CHANGES_AND_BREAKS = rf"(?P<joining>{_BROKEN})|{_CHANGES}"
# Also not seen: the stress that Russian and Ukrainian textbooks and encyclopaedias print over a vowel.
_IGNORED_CHARACTER = regex.compile(rf"[{_IGNORED}]|(?<=\p{{Cyrillic}})[\u0300\u0301]")
_MAY_CHANGE = re.compile(f"[{_IGNORED}{_LIGATURE}{_VOICED}\u1100-\u11ff\u0300\u0301]")
# Thai and Lao, Khmer, all of Chinese and Japanese, full and half width: most texts have none of it.
_EASTERN = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u19e0-\u19ff\u2e80-\ufaff\uff00-\uffef\U00016fe0-\U0003ffff]")
_MISORDERED = regex.compile(MISORDERED)
_BREAK = regex.compile(_BROKEN)
# One character for one: full and half width, and the double coding of Chinese characters and their radicals.
_COMPATIBLE = {
    code: unicodedata.normalize("NFKC", chr(code))
    for first, last in ((0xFF01, 0xFF5E), (0xFF61, 0xFF9F), (0x2F00, 0x2FD5), (0xF900, 0xFAD9))
    for code in range(first, last + 1)
}
_MAY_BE_LIGATURE = regex.compile(f"[{_LIGATURE}]")
_MAY_BE_COMPATIBLE = re.compile("[\uff01-\uff5e\uff61-\uff9f\u2f00-\u2fd5\uf900-\ufad9]")


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
    if not _may_change(text) and unicodedata.is_normalized("NFC", text):
        return Folded(_fold_characters(text))
    return _fold_with_offsets(text, _CHANGES)


def fold_unbroken(text: str) -> Folded | None:
    """Fold a text with the words joined that a hyphen breaks at a line end; None where there is none such.

    Only a reading of the text: what is broken may also be two words with a hyphen (Mass-Mobilisation).
    """
    return _fold_with_offsets(text, _CHANGES_AND_BREAKS) if _BREAK.search(text) else None


def unbroken(text: str) -> str:
    """A text with the words joined that a hyphen breaks at a line end; the text itself where there is none such."""
    return _BREAK.sub("", text)


@lru_cache(maxsize=1 << 16)
def fold_word(text: str) -> str:
    """The folded shape of a word or term, where no offsets are needed."""
    return fold(text).text


def without_diacritics(text: str) -> str:
    """A text with the bare letters only: Dân vận → Dan van."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _may_change(text: str) -> bool:
    """Whether the length of a text may change, but for what NFC tells."""
    return bool(
        _MAY_CHANGE.search(text) or (_EASTERN.search(text) and (_MAY_JOIN.search(text) or _MISORDERED.search(text)))
    )


def _fold_characters(text: str) -> str:
    for old, new in _REPLACEMENTS_BEFORE:
        text = text.replace(old, new)
    if "\u2013" in text:
        text = _DASH.sub("-", text)
    if _MAY_BE_COMPATIBLE.search(text):
        text = text.translate(_COMPATIBLE)
    text = text.lower()
    for old, new in _REPLACEMENTS_AFTER:
        text = text.replace(old, new)
    if _TONE.search(text):
        text = _TONE.sub(lambda match: _TONES[match[0]], text)
    return text


@cache
def _compiled(changes: str) -> regex.Pattern[str]:
    """An expression that is slow to compile, and that most texts have no use for."""
    return regex.compile(changes)


def _fold_with_offsets(text: str, changes: str) -> Folded:
    parts: list[str] = []
    starts, ends = array("q"), array("q")
    at = 0
    for match in _compiled(changes).finditer(text):
        start, end = match.span()
        parts.append(text[at:start])
        starts.extend(range(at, start))
        ends.extend(range(at + 1, start + 1))
        part = _changed(match)
        parts.append(part)
        starts.extend([start] * len(part))
        ends.extend([end] * len(part))
        at = end
    parts.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Folded(_fold_characters("".join(parts)), starts, ends)


def _changed(match: regex.Match[str]) -> str:
    """What a stretch becomes that may change its length."""
    if match["joining"] is not None:
        return ""
    seen: str = _IGNORED_CHARACTER.sub("", match[0])
    if match["marks"] is not None:
        return ordered(seen)
    # Ligatures open up under NFKC; a letter with marks closes under NFC, a half-width one too.
    if _MAY_BE_LIGATURE.match(seen):
        return unicodedata.normalize("NFKC", seen)
    return unicodedata.normalize("NFC", seen.translate(_COMPATIBLE))
