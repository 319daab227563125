"""The build of a rendering: which of its words change together in a sentence, and which never do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from viterm.fix.grammar import Grammar

# An adjective that ends like a noun is a noun where its end says so much more of one: провінція, вилучення.
_TELLING = 2


class Word(NamedTuple):
    """A word of a rendering: as the glossary cites it, as it stands in the text (folded), and the forms of it (folded).

    `gap` is what the rendering has behind it, `text` the word as it stands in the text, letter by letter.
    """

    cited: str
    seen: str
    forms: frozenset[str]
    gap: str = " "
    text: str = ""


class Group(NamedTuple):
    """A head and the words that agree with it, by their places."""

    head: int
    agreeing: tuple[int, ...]


def groups(words: Sequence[Word], grammar: Grammar, *, noun_capitals: bool) -> list[Group]:
    """The heads of a rendering, several where it names several things; words in no group never change."""
    builder = _Builder(words, grammar, noun_capitals=noun_capitals)
    found: list[Group] = []
    at = 0
    while at < len(words):
        group, at = builder.group(at)
        if group is None:
            break
        found.append(group)
        if at < len(words) and words[at].cited.lower() in grammar.conjunctions:
            at += 1
        elif at < len(words) and "," in words[at - 1].gap:
            continue
        else:
            break
    return found


class _Builder:
    def __init__(self, words: Sequence[Word], grammar: Grammar, *, noun_capitals: bool) -> None:
        self._words, self._grammar, self._noun_capitals = words, grammar, noun_capitals

    def group(self, start: int) -> tuple[Group | None, int]:
        """The group that begins at a word, and the place behind it."""
        start = self._whole(start)
        if start >= len(self._words) or self._is_small(start):
            return None, start
        match self._grammar.order:
            case "after":
                return self._head_first(start)
            case "last":
                return self._head_last(start)
        return self._head_behind_adjectives(start)

    def _head_behind_adjectives(self, start: int) -> tuple[Group, int]:
        agreeing: list[int] = []
        at = start
        while (behind := self._next(at) or self._joined(at)) is not None and self._is_adjective_before(at, behind):
            agreeing.append(at)
            at = behind
        return Group(at, tuple(agreeing)), at + 1

    def _joined(self, at: int) -> int | None:
        """The adjective that a conjunction joins with one: politische und gesellschaftliche Organisation."""
        if at + 1 >= len(self._words) or self._words[at + 1].cited.lower() not in self._grammar.conjunctions:
            return None
        other = self._whole(at + 2)
        behind = self._next(other) if other < len(self._words) else None
        return other if behind is not None and self._is_adjective_before(other, behind) else None

    def _head_first(self, start: int) -> tuple[Group, int]:
        agreeing: list[int] = []
        at = start
        while self._words[at].cited.lower() in self._grammar.front and (behind := self._next(at)) is not None:
            agreeing.append(at)
            at = behind
        head = at
        while (behind := self._next(at)) is not None and self._agrees(behind, head):
            agreeing.append(behind)
            at = behind
        return Group(head, tuple(agreeing)), at + 1

    def _head_last(self, start: int) -> tuple[Group, int]:
        at = start
        while (behind := self._next(at)) is not None:
            at = behind
        return Group(at, ()), at + 1

    def _next(self, at: int) -> int | None:
        """The next word of the same phrase; of one with hyphens its last part, which is the one that changes."""
        behind = self._whole(at + 1)
        if behind >= len(self._words) or "," in self._words[at].gap or self._is_small(at + 1):
            return None
        return behind

    def _whole(self, at: int) -> int:
        """The last part of a word with hyphens; where words share it (Stadt- und Landkreise), that of the last."""
        while at < len(self._words) - 1 and self._words[at].gap.strip() == "-":
            at += 1
            if self._words[at].cited.lower() in self._grammar.conjunctions:
                at = min(at + 1, len(self._words) - 1)
        return at

    def _is_small(self, at: int) -> bool:
        return self._words[at].cited.lower() in self._grammar.small | self._grammar.conjunctions

    def _is_adjective_before(self, at: int, behind: int) -> bool:
        word, other = self._words[at], self._words[behind]
        length = self._grammar.adjective_ending(word.cited)
        if length < 0 or (not self._noun_capitals and other.cited[:1].isupper() and not word.cited[:1].isupper()):
            return False
        if self._noun_length(at) >= length + _TELLING and not (self._noun_capitals and word.cited[:1].islower()):
            return False
        own = self._grammar.genders_of_adjective(word.cited)
        nouns = self._grammar.nouns_of(other.cited, other.forms)
        others = {(noun.noun.gender, noun.cited) for noun in nouns}
        if self._next(behind) is not None:
            others |= self._grammar.genders_of_adjective(other.cited)
        return not others or bool(own & others)

    def _agrees(self, at: int, head: int) -> bool:
        word, noun = self._words[at], self._words[head]
        if word.cited[:1].isupper() and not noun.cited[:1].isupper():
            return False
        own = self._grammar.genders_of_adjective(word.cited)
        heads = {(one.noun.gender, one.cited) for one in self._grammar.nouns_of(noun.cited, noun.forms)}
        return bool(own & heads)

    def _noun_length(self, at: int) -> int:
        word = self._words[at]
        return max(
            (
                len(word.cited) - len(one.stem)
                for one in self._grammar.nouns_of(word.cited, word.forms)
                if one.noun.sure
            ),
            default=0,
        )
