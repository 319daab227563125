"""Reading the grammars, which were written for viterm from common grammars.

Their lines:

    order before|after|last   where adjectives stand; `last`: the head comes last, and nothing agrees with it
    slots NAME …              the places in a paradigm, likely ones first; in the plural their names end in `.pl`
    cited SLOT …              those that a citation form may be in: the first, and the first plural one, if left out
    unlikely SLOT …           slots that a noun is hardly in without an article in front
    kinds NAME …              paradigms of one adjective, of which the word in front chooses; the first without one
    noun G ENDING …           a noun of gender G: its endings, slot by slot; `maybe` in place of `noun` where so short
                              an ending does not tell the gender
    adj                       an adjective, its rows below: gender, kind (where there are any), endings
    det WORD KIND G.SLOT …    a word in front: the kind of adjective behind it (`-` any), genders (`*` any) and slots
    small WORD …              words behind which nothing changes with the head: prepositions, articles
    and WORD …                what joins two heads
    front WORD …              adjectives in front of the head where others stand behind it
    mass ENDING …             what has no plural ends so: Sicherheit
    predicate WORD …          words behind which a noun has the number of the head: als, comme
    bare SLOT=SLOT …          definite slots, and what takes their place behind a word that ends so: `possessor ENDING`
    drop SLOT WORD …          what goes right behind a head in that slot (Romanian a: mobilizarea maselor)
    elision FULL SHORT G …    a word in front that is cut short before a vowel, and the genders that it may stand for
    vowels LETTERS            before which it is cut; `unsure LETTERS`: those of which nobody can tell

Endings are those of a word in lower case: `-` is the empty one, `*` stands where there is none, and `/` between two
that are both right. `#` starts a comment.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from viterm.fix.grammar import ANY, PLURAL, Adjective, Cells, Determiner, Elision, Grammar, Noun

# fmt: off
_KEYS = frozenset({
    "order", "slots", "cited", "unlikely", "kinds", "noun", "maybe", "det", "small", "and", "front", "mass",
    "predicate", "bare", "possessor", "drop", "elision", "vowels", "unsure",
})
# fmt: on
_NO_ENDING = "*"


@cache
def load_grammar(tag: str) -> Grammar | None:
    """The grammar of a language by its primary tag; None where it has none."""
    # Not by importlib.resources, which costs a run as much as all the rest of this module.
    source = Path(__file__).with_name("grammars") / f"{tag}.txt"
    return parse_grammar(source.read_text(encoding="utf-8")) if source.is_file() else None


def parse_grammar(text: str) -> Grammar:
    """Read the lines of a grammar. Raises ValueError for one that can't be understood."""
    lines: dict[str, list[list[str]]] = defaultdict(list)
    adjectives: list[list[list[str]]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        values = line.partition("#")[0].split()
        match values:
            case []:
                pass
            case ["adj"]:
                adjectives.append([])
            case [key, *rest] if key in _KEYS:
                lines[key].append(rest)
            case _ if adjectives:
                adjectives[-1].append(values)
            case _:
                raise ValueError(f"line {number}: {line.strip()}")
    return _grammar(lines, adjectives)


def _grammar(lines: dict[str, list[list[str]]], adjectives: Sequence[Sequence[list[str]]]) -> Grammar:
    def words(key: str) -> tuple[str, ...]:
        return tuple(word for line in lines[key] for word in line)

    slots, kinds = words("slots"), words("kinds")
    plural = [slot for slot in slots if slot.endswith(PLURAL)][:1]
    return Grammar(
        order="".join(words("order")) or "before",
        slots=slots,
        kinds=kinds or ("",),
        cited=words("cited") or (*slots[:1], *plural),
        unlikely=frozenset(words("unlikely")),
        nouns=tuple(
            Noun(gender, _cells(endings, slots), sure=key == "noun")
            for key in ("noun", "maybe")
            for gender, *endings in lines[key]
        ),
        adjectives=tuple(_adjective(rows, slots, with_kinds=bool(kinds)) for rows in adjectives),
        determiners={word: _determiner(kind, allows) for word, kind, *allows in lines["det"]},
        elisions=tuple(Elision(full, short, tuple(genders)) for full, short, *genders in lines["elision"]),
        small=frozenset(words("small")),
        conjunctions=frozenset(words("and")),
        front=frozenset(words("front")),
        predicate=frozenset(words("predicate")),
        drop={slot: frozenset(dropped) for slot, *dropped in lines["drop"]},
        bare=dict(_pair(value) for value in words("bare")),
        possessor=words("possessor"),
        mass=words("mass"),
        vowels="".join(words("vowels")),
        unsure="".join(words("unsure")),
    )


def _adjective(rows: Sequence[list[str]], slots: Sequence[str], *, with_kinds: bool) -> Adjective:
    return {(row[0], row[1] if with_kinds else ""): _cells(row[2:] if with_kinds else row[1:], slots) for row in rows}


def _cells(values: Sequence[str], slots: Sequence[str]) -> Cells:
    if len(values) != len(slots):
        raise ValueError(f"{len(values)} endings for {len(slots)} slots: {' '.join(values)}")
    return tuple(
        () if value == _NO_ENDING else tuple("" if ending == "-" else ending for ending in value.split("/"))
        for value in values
    )


def _determiner(kind: str, allows: Sequence[str]) -> Determiner:
    pairs = (value.partition(".") for value in allows)
    return Determiner(kind.replace("-", ""), tuple((gender or ANY, slot) for gender, _, slot in pairs))


def _pair(value: str) -> tuple[str, str]:
    first, _, second = value.partition("=")
    return first, second
