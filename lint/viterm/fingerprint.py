"""Fingerprints: a name for each finding that holds while the text around it moves.

A fingerprint is made of the rule, the concept, the words that were found and a few words of the same sentence before
and after them, and of nothing else: no line, no path. So it survives edits elsewhere in the file, new line breaks and a
renamed file.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

import regex

from viterm.document import Document
from viterm.findings import Finding
from viterm.fold import fold_word

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_SENTENCE_END = regex.compile(r"[.!?…。！？؟।]|\n\s*\n|\r\s*\r")
_NEIGHBOURS = 3
_REACH = 200  # code points in which the neighbours are looked for; scripts without blanks have long words
_LONGEST = 12  # of such a word this much counts


def fingerprint(document: Document, finding: Finding) -> str:
    """The fingerprint of a finding: 16 hexadecimal digits. Two places with the same words around them share one."""
    text = document.text
    left = _SENTENCE_END.split(text[max(0, finding.start - _REACH) : finding.start])[-1]
    right = _SENTENCE_END.split(text[finding.end : finding.end + _REACH], maxsplit=1)[0]
    before, after = _WORD.findall(left)[-_NEIGHBOURS:], _WORD.findall(right)[:_NEIGHBOURS]
    found = _WORD.findall(finding.found)
    parts = (
        finding.rule,
        finding.concept,
        _folded(found),
        _folded(word[-_LONGEST:] for word in before),
        _folded(word[:_LONGEST] for word in after),
    )
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def _folded(words: Iterable[str]) -> str:
    return " ".join(map(fold_word, words))
