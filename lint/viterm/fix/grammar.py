"""The grammar that a replacement needs: which forms nouns and adjectives have in which place of a sentence.

There is one small file a language in `grammars/`; `grammar_file` says how it is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from viterm.fold import fold_word

PLURAL = ".pl"
"""How the name of a slot in the plural ends."""

ANY = "*"
"""Any gender, where a file names one."""

Cells = tuple[tuple[str, ...], ...]
"""The endings of a paradigm, slot by slot: none, one, or several that are all right."""

Adjective = Mapping[tuple[str, str], Cells]
"""A class of adjectives: gender and kind → endings."""

_VOWELS = frozenset("aeiouyàâäáãåæéèêëíìîïóòôöøúùûüýăœаеєиіїоуюяыэё")


class Reading(NamedTuple):
    """What a form may be: its gender, its slot, and the kind of adjective that stands beside it."""

    gender: str
    slot: str
    kind: str


class Noun(NamedTuple):
    """A class of nouns. `sure`: its ending tells the gender."""

    gender: str
    cells: Cells
    sure: bool


class Determiner(NamedTuple):
    """What a word in front says of the phrase behind it: the kind of its adjectives ("" for any), gender and slot."""

    kind: str
    allows: tuple[tuple[str, str], ...]

    def fits(self, reading: Reading) -> bool:
        """Whether a reading may stand behind it."""
        return (not self.kind or self.kind == reading.kind) and any(
            gender in (ANY, reading.gender) and slot == reading.slot for gender, slot in self.allows
        )


class Elision(NamedTuple):
    """A word that is cut short before a vowel, and the genders that the full word stands for; none if for any."""

    full: str
    short: str
    genders: tuple[str, ...]


class Inflected(NamedTuple):
    """A noun taken apart: the word as it is cited, its class, its stem, and the slot that its citation form is in."""

    word: str
    noun: Noun
    stem: str
    cited: str


@dataclass(frozen=True)
class Grammar:
    """What a grammar file says; `grammar_file` explains the fields."""

    order: str
    slots: tuple[str, ...]
    kinds: tuple[str, ...]
    cited: tuple[str, ...]
    unlikely: frozenset[str]
    nouns: tuple[Noun, ...]
    adjectives: tuple[Adjective, ...]
    determiners: Mapping[str, Determiner]
    elisions: tuple[Elision, ...]
    small: frozenset[str]
    conjunctions: frozenset[str]
    front: frozenset[str]
    predicate: frozenset[str]
    drop: Mapping[str, frozenset[str]]
    bare: Mapping[str, str]
    possessor: tuple[str, ...]
    mass: tuple[str, ...]
    vowels: str
    unsure: str
    _known_nouns: dict[tuple[str, AbstractSet[str]], list[Inflected]] = field(default_factory=dict)

    @cached_property
    def genders(self) -> frozenset[str]:
        """All genders of the language."""
        return frozenset(noun.gender for noun in self.nouns)

    @cached_property
    def one_plural(self) -> bool:
        """Whether adjectives in the plural are the same in every gender."""
        plural = [place for place, slot in enumerate(self.slots) if slot.endswith(PLURAL)]
        return all(
            len({tuple(cells[place] for place in plural) for (_, of), cells in adjective.items() if of == kind}) <= 1
            for adjective in self.adjectives
            for kind in self.kinds
        )

    # Nouns

    def nouns_of(self, word: str, forms: AbstractSet[str]) -> list[Inflected]:
        """The classes that a noun in its citation form may belong to: those that say most of its end and fit best.

        `forms`: the folded forms that the glossary knows of the word.
        """
        key = word, forms
        if key not in self._known_nouns:
            self._known_nouns[key] = self._best_nouns(word, forms)
        return self._known_nouns[key]

    def _best_nouns(self, word: str, forms: AbstractSet[str]) -> list[Inflected]:
        longest = -1
        found: list[Inflected] = []
        for said, one in sorted(self._possible_nouns(word), key=lambda pair: -pair[0]):
            # An ending that speaks for a plural must lead back to a singular that is known.
            if said >= longest and (not one.cited.endswith(PLURAL) or self._has_known_singular(one, forms)):
                found.append(one)
                longest = said
        fitting = [self._share_known(one, forms) for one in found]
        return [one for one, share in zip(found, fitting, strict=True) if share == max(fitting)]

    def _possible_nouns(self, word: str) -> Iterator[tuple[int, Inflected]]:
        """The classes whose citation form ends so, with how much that says."""
        lower = word.lower()
        for noun, slot, ending in self._citation_endings:
            # Nothing at the end is said of words that end in a consonant.
            if lower.endswith(ending) if ending else not is_vowel(lower[-1:]):
                said = len(ending) - slot.endswith(PLURAL)
                yield said, Inflected(word, noun, word[: len(word) - len(ending)], slot)

    @cached_property
    def _citation_endings(self) -> list[tuple[Noun, str, str]]:
        return [
            (noun, slot, ending)
            for noun in self.nouns
            for slot in self.cited
            for ending in noun.cells[self.slots.index(slot)]
        ]

    def _has_known_singular(self, one: Inflected, forms: AbstractSet[str]) -> bool:
        return any(fold_word(one.stem + ending) in forms for ending in one.noun.cells[0])

    def _share_known(self, one: Inflected, forms: AbstractSet[str]) -> float:
        every = [fold_word(one.stem + ending) for endings in one.noun.cells for ending in endings]
        return sum(form in forms for form in every) / len(every)

    def noun_slots(self, inflected: Inflected, form: str) -> list[str]:
        """The slots in which a noun has a folded form."""
        stem = fold_word(inflected.stem)
        return [
            slot
            for slot, endings in zip(self.slots, inflected.noun.cells, strict=True)
            if any(stem + fold_word(ending) == form for ending in endings)
        ]

    def noun_forms(self, inflected: Inflected, slot: str) -> list[str]:
        """The forms of a noun in a slot, as one writes them."""
        endings = inflected.noun.cells[self.slots.index(slot)]
        # Where the grammar has the whole word, its capital is not in the stem.
        return [inflected.stem + ending if inflected.stem else _like(inflected.word, ending) for ending in endings]

    # Adjectives

    def adjective_readings(self, cited: str, form: str, genders: AbstractSet[str] = frozenset()) -> set[Reading]:
        """What a form may be of an adjective that is cited with a noun of one of the genders, or of any."""
        return {
            Reading(gender, slot, kind)
            for cited_gender in genders or self.genders
            for adjective, stem in self._adjectives_of(cited, cited_gender, self.cited)
            for (gender, kind), cells in adjective.items()
            for slot, endings in zip(self.slots, cells, strict=True)
            if any(fold_word(stem + ending) == form for ending in endings)
        }

    def adjective_forms(self, cited: str, gender: str, cited_slot: str, reading: Reading) -> list[str]:
        """The forms of an adjective that is cited with a noun of a gender in a slot."""
        place = self.slots.index(reading.slot)
        return [
            stem + ending
            for adjective, stem in self._adjectives_of(cited, gender, (cited_slot,))
            if (reading.gender, reading.kind) in adjective
            for ending in adjective[reading.gender, reading.kind][place]
        ]

    def adjective_ending(self, cited: str) -> int:
        """The length of the ending that speaks for an adjective, in any gender; -1 where there is none."""
        stems = (stem for gender in self.genders for _, stem in self._adjectives_of(cited, gender, self.cited))
        return max((len(cited) - len(stem) for stem in stems), default=-1)

    def genders_of_adjective(self, cited: str) -> set[tuple[str, str]]:
        """The genders and slots with which an adjective may be cited."""
        return {
            (gender, slot)
            for gender in self.genders
            for slot in self.cited
            if self._adjectives_of(cited, gender, (slot,))
        }

    def _adjectives_of(self, cited: str, gender: str, slots: tuple[str, ...]) -> list[tuple[Adjective, str]]:
        """The classes of an adjective that is cited so, each with its stem, by the longest ending that fits."""
        lower = cited.lower()
        found = [
            (adjective, ending)
            for adjective in self.adjectives
            for slot in slots
            for ending in adjective.get((gender, self.kinds[0]), ((),) * len(self.slots))[self.slots.index(slot)]
            if lower.endswith(ending) and len(ending) < len(lower)
        ]
        longest = max((len(ending) for _, ending in found), default=0)
        return [(adjective, cited[: len(cited) - longest]) for adjective, ending in found if len(ending) == longest]


def is_vowel(letter: str) -> bool:
    """Whether a letter is a vowel in some language."""
    return letter in _VOWELS


def _like(word: str, form: str) -> str:
    return form[:1].upper() + form[1:] if word[:1].isupper() else form
