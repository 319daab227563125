"""The grammar that a replacement needs: which forms nouns and adjectives have in which place of a sentence.

One small file a language in `grammars/`, written for viterm from common grammars. Its lines:

    order before|after|last   adjectives stand before the head of a phrase, behind it, or don't agree and the head is last
    slots NAME …              the places in a paradigm, likely ones first; of a plural the name ends in `.pl`
    kinds NAME …              paradigms of one adjective that the word in front chooses, the one without such a word first
    noun G ENDING …           a noun of gender G: its endings in the slots, that of the citation form first; `maybe` in
                              place of `noun` where so short an ending does not tell the gender
    adj                       the rows that follow are one adjective: gender, kind (where there are any), endings
    det WORD KIND G.SLOT …    a word in front, the kind of adjective behind it (`-` any), genders and slots that it
                              allows, `*` for any; a preposition has them too
    small WORD …              words behind which nothing in a phrase changes with its head: prepositions, articles
    and WORD …                what joins two heads
    front WORD …              adjectives that stand before the head in a language whose adjectives stand behind it
    drop SLOT WORD …          what goes right behind a head in that slot (Romanian a: mobilizarea maselor)
    elision FULL SHORT G …    a word in front that is cut short before a vowel, and the genders that it may stand for
    vowels LETTERS            the letters before which it is cut; `unsure` LETTERS: those of which nobody can tell

Endings are those of a word in lower case; `-` is the empty one, `/` stands between two that are both right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from viterm.fold import fold_word

PLURAL = ".pl"
_ANY = "*"

Cells = tuple[tuple[str, ...], ...]
"""The endings of a paradigm, slot by slot; mostly one each."""


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


Adjective = dict[tuple[str, str], Cells]
"""A class of adjectives: gender and kind → endings."""


class Determiner(NamedTuple):
    """What a word in front says of the phrase behind it."""

    kind: str
    allows: tuple[tuple[str, str], ...]

    def fits(self, reading: Reading) -> bool:
        """Whether a reading may stand behind it."""
        return (not self.kind or self.kind == reading.kind) and any(
            gender in (_ANY, reading.gender) and slot == reading.slot for gender, slot in self.allows
        )

    def tells_nothing(self) -> bool:
        """Whether it leaves the slot open."""
        return not self.allows


class Elision(NamedTuple):
    """A word that is cut short before a vowel, and the genders that the full word stands for; none if for any."""

    full: str
    short: str
    genders: tuple[str, ...]


class Inflected(NamedTuple):
    """A noun taken apart: its class, its stem, and the slot that its citation form is in."""

    noun: Noun
    stem: str
    cited: str


@dataclass
class Grammar:
    """What a grammar file says."""

    order: str = "before"
    slots: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("",)
    nouns: list[Noun] = field(default_factory=list)
    adjectives: list[Adjective] = field(default_factory=list)
    determiners: dict[str, Determiner] = field(default_factory=dict)
    small: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    front: frozenset[str] = frozenset()
    drop: dict[str, frozenset[str]] = field(default_factory=dict)
    elisions: list[Elision] = field(default_factory=list)
    vowels: str = ""
    unsure: str = ""

    def nouns_of(self, word: str, forms: Collection[str]) -> list[Inflected]:
        """The classes that a noun in its citation form may belong to: those that say most of its end and fit best.

        `forms`: the folded forms that the glossary knows of the word.
        """
        found: list[tuple[tuple[int, int], Inflected]] = []
        lower = word.lower()
        for noun in self.nouns:
            for slot in self._citation_slots():
                for ending in noun.cells[self.slots.index(slot)]:
                    if lower.endswith(ending) and len(ending) < len(lower):
                        one = Inflected(noun, word[: len(word) - len(ending)], slot)
                        known = sum(fold_word(form) in forms for form in self._all_forms(one))
                        of = sum(1 for _ in self._all_forms(one))
                        # An ending that speaks for a plural must lead back to a singular that is known.
                        plural = slot.endswith(PLURAL)
                        if plural and not self._leads_to_singular(one, forms):
                            continue
                        found.append(((len(ending) - plural, known * 100 // of), one))
        best = max((score for score, _ in found), default=None)
        return [one for score, one in found if score == best]

    def noun_slots(self, inflected: Inflected, form: str) -> Iterator[str]:
        """The slots in which a noun has a form."""
        stem = fold_word(inflected.stem)
        for slot, endings in zip(self.slots, inflected.noun.cells, strict=True):
            if any(stem + fold_word(ending) == form for ending in endings):
                yield slot

    def noun_forms(self, inflected: Inflected, slot: str) -> list[str]:
        """The forms of a noun in a slot, as one writes them."""
        return [inflected.stem + ending for ending in inflected.noun.cells[self.slots.index(slot)]]

    def adjective_readings(self, cited: str, form: str) -> set[Reading]:
        """What a form of an adjective may be."""
        readings = set[Reading]()
        for adjective, stem in self._adjectives_of(cited, None, None):
            for (gender, kind), cells in adjective.items():
                for slot, endings in zip(self.slots, cells, strict=True):
                    if any(fold_word(stem + ending) == form for ending in endings):
                        readings.add(Reading(gender, slot, kind))
        return readings

    def adjective_forms(self, cited: str, gender: str, cited_slot: str, reading: Reading) -> list[str]:
        """The forms of an adjective that is cited with a noun of a gender in a slot."""
        forms: dict[str, None] = {}
        for adjective, stem in self._adjectives_of(cited, gender, cited_slot):
            for ending in adjective.get((reading.gender, reading.kind), self._nothing())[
                self.slots.index(reading.slot)
            ]:
                forms[stem + ending] = None
        return list(forms)

    def is_adjective(self, cited: str) -> int:
        """The length of the ending that speaks for an adjective, in any gender; -1 where there is none."""
        return max((len(cited) - len(stem) for _, stem in self._adjectives_of(cited, None, None)), default=-1)

    def genders_of_adjective(self, cited: str) -> set[tuple[str, str]]:
        """The genders and slots with which an adjective may be cited."""
        return {
            (gender, slot)
            for gender in self.genders()
            for slot in self._citation_slots()
            if any(True for _ in self._adjectives_of(cited, gender, slot))
        }

    def genders(self) -> set[str]:
        """All genders of the language."""
        return {noun.gender for noun in self.nouns}

    def _adjectives_of(
        self, cited: str, gender: str | None, slot: str | None
    ) -> Iterator[tuple[Adjective, str]]:
        """The classes of an adjective, with its stem, by the longest ending that fits."""
        lower = cited.lower()
        found: list[tuple[int, Adjective, str]] = []
        for adjective in self.adjectives:
            for (one, kind), cells in adjective.items():
                if kind != self.kinds[0] or gender not in (None, one):
                    continue
                for at in (slot,) if slot else self._citation_slots():
                    for ending in cells[self.slots.index(at)]:
                        if lower.endswith(ending) and len(ending) < len(lower):
                            found.append((len(ending), adjective, cited[: len(cited) - len(ending)]))
        longest = max((length for length, _, _ in found), default=0)
        seen = set[tuple[int, str]]()
        for length, adjective, stem in found:
            if length == longest and (id(adjective), stem) not in seen:
                seen.add((id(adjective), stem))
                yield adjective, stem

    def _citation_slots(self) -> tuple[str, ...]:
        plural = next((slot for slot in self.slots if slot.endswith(PLURAL)), None)
        return (self.slots[0], plural) if plural else self.slots[:1]

    def _all_forms(self, one: Inflected) -> Iterator[str]:
        for endings in one.noun.cells:
            for ending in endings:
                yield one.stem + ending

    def _leads_to_singular(self, one: Inflected, forms: Collection[str]) -> bool:
        return any(fold_word(one.stem + ending) in forms for ending in one.noun.cells[0])

    def _nothing(self) -> Cells:
        return ((),) * len(self.slots)


@cache
def load_grammar(tag: str) -> Grammar | None:
    """The grammar of a language; None where it has none."""
    source = files("viterm.fix").joinpath("grammars", f"{tag}.txt")
    return parse_grammar(source.read_text(encoding="utf-8")) if source.is_file() else None


def parse_grammar(text: str) -> Grammar:
    """Read the lines of a grammar file; `#` starts a comment. Raises ValueError for a line that is none."""
    grammar = Grammar()
    for number, line in enumerate(text.split("\n"), start=1):
        name, *values = line.partition("#")[0].split() or [""]
        try:
            _read(grammar, name, values)
        except (IndexError, ValueError) as error:
            raise ValueError(f"line {number}: {line.strip()}: {error}") from error
    return grammar


def _read(grammar: Grammar, name: str, values: list[str]) -> None:
    match name:
        case "":
            pass
        case "order":
            (grammar.order,) = values
        case "slots":
            grammar.slots = tuple(values)
        case "kinds":
            grammar.kinds = tuple(values)
        case "noun" | "maybe":
            grammar.nouns.append(Noun(values[0], _cells(grammar, values[1:]), sure=name == "noun"))
        case "adj":
            grammar.adjectives.append({})
        case "det":
            allows = [value.partition(".") for value in values[2:]]
            grammar.determiners[values[0]] = Determiner(
                values[1].replace("-", ""), tuple((gender, slot) for gender, _, slot in allows)
            )
        case "small":
            grammar.small |= frozenset(values)
        case "and":
            grammar.conjunctions |= frozenset(values)
        case "front":
            grammar.front |= frozenset(values)
        case "drop":
            grammar.drop[values[0]] = frozenset(values[1:])
        case "elision":
            grammar.elisions.append(Elision(values[0], values[1], tuple(values[2:])))
        case "vowels":
            (grammar.vowels,) = values
        case "unsure":
            (grammar.unsure,) = values
        case _:
            kinds = grammar.kinds != ("",)
            key = name, values[0] if kinds else ""
            grammar.adjectives[-1][key] = _cells(grammar, values[kinds:])


def _cells(grammar: Grammar, values: Sequence[str]) -> Cells:
    if len(values) != len(grammar.slots):
        raise ValueError(f"{len(values)} endings for {len(grammar.slots)} slots")
    return tuple(
        tuple("" if ending == "-" else ending for ending in value.split("/")) if value != _ANY else ()
        for value in values
    )
