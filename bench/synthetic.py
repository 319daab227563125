"""Made-up glossaries and texts of any size, in three kinds of script; the same on every machine."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from viterm.glossary import Concept, Entry, Glossary, Rendering, Status

_VOCABULARY = 60_000
_ELSEWHERE = 40_000  # words more, which do not occur in the text
_HEADS = 400  # second words of terms, which many terms share, as Komitee or Bewegung
_ORDINARY = 2_000  # the most frequent words, of which no term is made
_TERM_EVERY = 50  # words: a term every 350 characters or so, as in real articles
_CONCEPTS_IN_TEXT = 1_000  # the text has terms of these alone, so that it is the same for a glossary of any size
_ARTICLE = 26_000  # bytes


@dataclass(frozen=True)
class Script:
    """How words are made: out of which syllables, with which endings as other forms, and what joins them."""

    name: str
    tag: str
    syllables: tuple[str, ...]
    lengths: tuple[int, ...]
    endings: tuple[str, ...]
    blank: str = " "
    stop: str = ". "


def _syllables(consonants: str, vowels: str) -> tuple[str, ...]:
    return tuple(a + b for a in consonants for b in vowels)


SCRIPTS = (
    Script("Latin", "de", _syllables("bdfghklmnprstvwz", "aeiouäöü"), (2, 3, 4, 5), ("", "n", "s")),
    Script("Cyrillic", "uk", _syllables("бвгджзклмнпрст", "аеиіоуюя"), (2, 3, 4, 5), ("", "й", "м")),
    Script("CJK", "zh-Hans", tuple(map(chr, range(0x4E00, 0x5600))), (1, 2, 2, 2), ("",), "", "。"),
)


class World:
    """The vocabulary, the terms and the text of one script."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._random = random.Random(script.name).random
        words: dict[str, None] = {}
        while len(words) < _VOCABULARY + _ELSEWHERE:
            length = script.lengths[int(self._random() * len(script.lengths))]
            words["".join(self._one(script.syllables) for _ in range(length))] = None
        self._words, elsewhere = list(words)[:_VOCABULARY], list(words)[_VOCABULARY:]
        self._heads = self._words[_ORDINARY : _ORDINARY + _HEADS]
        modifiers = self._words[_ORDINARY + _HEADS :]
        # Spread over all ranks: terms are made of frequent words and of rare ones.
        self._modifiers = modifiers[::2] + modifiers[1::2]
        self._elsewhere = self._modifiers[: 2 * _CONCEPTS_IN_TEXT] + elsewhere
        # Word frequencies fall with the rank, as in any language (Zipf).
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(_VOCABULARY)))

    def glossary(self, concepts: int, *, elsewhere: bool = False) -> Glossary:
        """A glossary with an approved and a forbidden rendering a concept; a smaller one is the start of a larger.

        With `elsewhere`, what goes beyond the concepts of the text is made of words that do not occur in it, as in a
        glossary that serves other subjects too.
        """
        words = self._elsewhere if elsewhere else self._modifiers
        return Glossary({(made := self._concept(number, words)).id: made for number in range(concepts)})

    def articles(self, size: int) -> list[str]:
        """Texts of a usual article's length, `size` bytes of UTF-8 in all."""
        return ["\n".join(self._paragraphs(_ARTICLE)) + "\n" for _ in range(max(1, size // _ARTICLE))]

    def _concept(self, number: int, words: Sequence[str]) -> Concept:
        tag = self._script.tag
        renderings = (
            self._rendering(2 * number, "approved", words),
            self._rendering(2 * number + 1, "forbidden", words),
        )
        # A Vietnamese name of one word is not looked for in other languages.
        return Concept(f"c{number:05}", f"k{number}", "made up", entries={tag: Entry(tag, renderings)})

    def _rendering(self, number: int, status: Status, words: Sequence[str]) -> Rendering:
        # Forms are given and not looked up: no dictionary knows these words.
        forms = tuple(self._phrase(number, ending, words) for ending in self._script.endings)
        return Rendering(forms[0], status, match="exact", forms=forms[1:])

    def _phrase(self, number: int, ending: str, words: Sequence[str]) -> str:
        head = self._heads[number * 7 % _HEADS]
        return f"{words[number]}{ending}{self._script.blank}{head}{ending}"

    def _paragraphs(self, size: int) -> list[str]:
        paragraphs: list[str] = []
        while size > 0:
            paragraph = self._script.stop.join(self._sentence() for _ in range(5)) + self._script.stop.strip()
            paragraphs.append(paragraph)
            size -= len(paragraph.encode()) + 1
        return paragraphs

    def _sentence(self) -> str:
        return self._script.blank.join(self._word() for _ in range(8 + int(self._random() * 12)))

    def _word(self) -> str:
        if self._random() < 1 / _TERM_EVERY:
            number = int(self._random() * 2 * _CONCEPTS_IN_TEXT)
            return self._phrase(number, self._one(self._script.endings), self._modifiers)
        return self._words[bisect(self._weights, self._random() * self._weights[-1])]

    def _one(self, options: Sequence[str]) -> str:
        return options[int(self._random() * len(options))]


def phrases(glossary: Glossary) -> list[str]:
    """Every form of every rendering: what a tool without a notion of forms is given."""
    return [
        form
        for concept in glossary.concepts.values()
        for entry in concept.entries.values()
        for rendering in entry.renderings
        for form in (rendering.term, *rendering.forms)
    ]
