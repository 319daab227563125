"""What a find may be in its sentence: its gender, slot and kind, as far as its own words and those in front tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from viterm.fix.grammar import PLURAL, Grammar, Inflected, Reading
from viterm.fix.phrase import Group, Word
from viterm.languages import Language


class Found(NamedTuple):
    """What stands in the text: its words, and those in front of it (folded, the nearest last).

    `own`: it is a term of the text's own language; `wrong`: it says something else than the concept.
    """

    words: tuple[Word, ...]
    before: tuple[str, ...]
    own: bool
    wrong: bool = False


class Readings(NamedTuple):
    """All readings, likely ones first; what is attached to the head (Nordic s); words whose forms don't go together."""

    likely: tuple[Reading, ...]
    attached: str = ""
    odd: tuple[str, ...] = ()


def readings_of(
    found: Found, groups: Sequence[Group], genders: frozenset[str], grammar: Grammar, language: Language
) -> Readings:
    """The readings of a find with some groups; where it has none, `genders`, those of the target, count."""
    return _Reader(found, grammar, language).read(groups, genders)


class _Reader:
    def __init__(self, found: Found, grammar: Grammar, language: Language) -> None:
        self._found, self._grammar, self._language = found, grammar, language
        self._attached = ""
        self._odd: list[str] = []

    def read(self, groups: Sequence[Group], genders: frozenset[str]) -> Readings:
        grammar = self._grammar
        if groups:
            readings = self._of_group(groups[0])
            for group in groups[1:]:
                slots = {reading.slot for reading in self._of_group(group)}
                readings = {reading for reading in readings if reading.slot in slots} or readings
        else:
            singular = [slot for slot in grammar.slots if not slot.endswith(PLURAL)]
            readings = {Reading(*one, kind) for one in _pairs(genders, singular) for kind in grammar.kinds}
        readings, told = self._behind(self._found.before, readings)
        likely_first = sorted(grammar.slots, key=lambda slot: slot in grammar.unlikely and not told)
        order = {slot: place for place, slot in enumerate(likely_first)}
        likely = sorted(readings, key=lambda reading: (order[reading.slot], reading.gender, reading.kind))
        return Readings(tuple(likely), self._attached, tuple(self._odd))

    def _of_group(self, group: Group) -> set[Reading]:
        head, grammar = self._found.words[group.head], self._grammar
        readings = {
            Reading(inflected.noun.gender, slot, kind)
            for inflected in grammar.nouns_of(head.cited, head.forms)
            for slot in self._slots_seen(inflected, head.seen)
            if slot.endswith(PLURAL) or not inflected.cited.endswith(PLURAL)
            for kind in grammar.kinds
        }
        for place in group.agreeing:
            word = self._found.words[place]
            seen = grammar.adjective_readings(word.cited, word.seen, {reading.gender for reading in readings})
            if seen and readings and not readings & seen:
                self._odd.append(word.cited)
            else:
                readings = readings & seen or readings or seen
        return readings

    def _slots_seen(self, inflected: Inflected, seen: str) -> list[str]:
        slots = self._grammar.noun_slots(inflected, seen)
        for attached in self._language.attached:
            if not slots and seen.endswith(attached):
                slots = self._grammar.noun_slots(inflected, seen.removesuffix(attached))
                self._attached = attached if slots else ""
        return slots

    def _behind(self, before: Sequence[str], readings: set[Reading]) -> tuple[set[Reading], bool]:
        """Those of the readings that fit behind what stands in front; whether that is an article."""
        grammar = self._grammar
        told = False
        for word in reversed(before[-2:]):
            determiner = grammar.determiners.get(word)
            fitting = {reading for reading in readings if determiner and determiner.fits(reading)}
            if determiner is None or not fitting:
                break
            told = told or bool(determiner.kind)
            readings = fitting
        if not told:
            readings = {reading for reading in readings if reading.kind == grammar.kinds[0]} or readings
        # A name left in another language stands beside a noun, unless there is an article in front of it.
        if not self._found.own and (not before or before[-1] not in grammar.determiners):
            readings = {reading for reading in readings if reading.slot == grammar.slots[0]}
        return readings, told


def _pairs(genders: frozenset[str], slots: Sequence[str]) -> list[tuple[str, str]]:
    return [(gender, slot) for gender in genders for slot in slots]
