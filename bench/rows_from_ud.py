"""Rows for `inflection.py` from any treebank of Universal Dependencies.

    python bench/rows_from_ud.py [--lang TAG] CONLLU [CONLLU…] > rows.jsonl

Terms are nouns and pairs of an adjective and its noun that stand side by side. Of each, the form that a dictionary
would have is the term: for a noun the one that is its lemma, for a pair one in the nominative singular, indefinite and
positive, as far as the language marks that. The term's other forms in the treebank must be found. Words that begin like
a noun and have another lemma, and pairs that share one lemma while the other begins alike, must not.

The files of one language are taken together; its tag is the beginning of their names (`pl_pdb-ud-test.conllu`) unless
--lang gives it. The choice is random, but the same for the same files. Lemmas are the treebank's, errors included.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

import regex

from inflection_rows import Kind, Row
from viterm.fold import fold_word
from viterm.languages import by_tag

# The names of Universal Dependencies that are not the tag of the written language.
_TAGS = {"no_bokmaal": "nb", "no_nynorsk": "nn", "no_nynorsklia": "nn"}
_PAIRS, _NOUNS = 300, 400  # terms a language
_FORMS, _NEAR = 5, 4  # rows a noun
_SHORTEST = 3  # letters of a lemma
_ALIKE_IN_PAIR, _ALIKE = 3, 4  # letters that two words have in common at their beginning
_CITATION = {"Case": "Nom", "Number": "Sing", "Definite": "Ind", "Degree": "Pos"}
_POSSESSED = ("Number[psor]", "Person[psor]")
_T = TypeVar("_T")
_WORD = regex.compile(r"[\p{L}][\p{L}\p{M}\u200c]*")


class Pair(NamedTuple):
    """The lemmas of two words that stand side by side, in the order of the text."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a treebank: as it is written, in the letter case of its lemma, and what the annotation says of it."""

    written: str
    lemma: str
    pos: str
    features: Mapping[str, str]
    head: int
    joined: bool

    @property
    def is_citation(self) -> bool:
        """Whether it stands as in a dictionary, as far as its features tell."""
        named = all(self.features.get(name, value) == value for name, value in _CITATION.items())
        return named and not self.joined and not any(name in self.features for name in _POSSESSED)


class Treebank:
    """What the treebanks of one language have of words, nouns and pairs, in the order of the text."""

    def __init__(self) -> None:
        self.nouns: dict[str, Counter[str]] = defaultdict(Counter)
        self.pairs: dict[Pair, Counter[str]] = defaultdict(Counter)
        self.citations: dict[Pair, str] = {}
        self.lemmas: dict[str, set[str]] = defaultdict(set)

    def add(self, sentence: Mapping[int, Token], *, with_joined: bool) -> None:
        """Take in one sentence, by the numbers of its words; `with_joined`: words that are written as one as well."""
        for number, token in sentence.items():
            if not _is_plain(token) or (token.joined and not with_joined):
                continue
            self.lemmas[token.written].add(token.lemma)
            if token.pos == "NOUN":
                self.nouns[token.lemma][token.written] += 1
            noun = sentence.get(token.head)
            if token.pos != "ADJ" or noun is None or abs(token.head - number) != 1:
                continue
            if noun.pos == "NOUN" and _is_plain(noun) and noun.written != token.written:
                if noun.joined and not with_joined:
                    continue
                self._add_pair(*((token, noun) if number < token.head else (noun, token)))

    def _add_pair(self, first: Token, second: Token) -> None:
        pair, phrase = Pair(first.lemma, second.lemma), f"{first.written} {second.written}"
        self.pairs[pair][phrase] += 1
        if first.is_citation and second.is_citation:
            self.citations.setdefault(pair, phrase)


def rows_of(treebank: Treebank, tag: str) -> Iterator[Row]:
    """Rows of pairs, then of nouns."""
    choice = random.Random(tag)
    yield from _rows_of_pairs(treebank, tag, choice)
    yield from _rows_of_nouns(treebank, tag, choice)


def _rows_of_pairs(treebank: Treebank, tag: str, choice: random.Random) -> Iterator[Row]:
    by_first, by_second = defaultdict(list), defaultdict(list)
    for pair in treebank.pairs:
        by_first[pair.first].append(pair)
        by_second[pair.second].append(pair)
    inflected = [pair for pair in treebank.citations if len(treebank.pairs[pair]) > 1]
    for pair in _some(inflected, _PAIRS, choice):
        term = treebank.citations[pair]
        near = [other for other in by_first[pair.first] if _alike(other.second, pair.second, _ALIKE_IN_PAIR)]
        near += [other for other in by_second[pair.second] if _alike(other.first, pair.first, _ALIKE_IN_PAIR)]
        others = [next(iter(treebank.pairs[other])) for other in near]
        yield from _rows(tag, "AN", term, treebank.pairs[pair], others)


def _rows_of_nouns(treebank: Treebank, tag: str, choice: random.Random) -> Iterator[Row]:
    beginning = defaultdict(list)
    for written in sorted(treebank.lemmas):
        beginning[fold_word(written)[:_ALIKE]].append(written)
    terms = {
        lemma: next((form for form, _ in forms.most_common() if fold_word(form) == fold_word(lemma)), "")
        for lemma, forms in treebank.nouns.items()
        if len(forms) > 1 and len(fold_word(lemma)) >= _SHORTEST
    }
    for lemma in _some([lemma for lemma, term in terms.items() if term], _NOUNS, choice):
        term = terms[lemma]
        near = [other for other in beginning[fold_word(term)[:_ALIKE]] if lemma not in treebank.lemmas[other]]
        forms = [form for form in treebank.nouns[lemma] if fold_word(form) != fold_word(term)]
        yield from _rows(tag, "N", term, forms[:_FORMS], _some(near, _NEAR, choice))


def _rows(tag: str, pos: str, term: str, forms: Iterable[str], near: Iterable[str]) -> Iterator[Row]:
    def row(form: str, kind: Kind) -> Row:
        return Row(tag, term, form, kind != "near", kind, pos)

    yield row(term, "exact")
    folded = {fold_word(term)}
    kinds: tuple[tuple[Iterable[str], Kind], ...] = ((forms, "inflected"), (near, "near"))
    for texts, kind in kinds:
        for text in texts:
            # The same words in other letter case say nothing more.
            if fold_word(text) not in folded:
                folded.add(fold_word(text))
                yield row(text, kind)


def _some(items: list[_T], most: int, choice: random.Random) -> list[_T]:
    return choice.sample(items, min(most, len(items)))


def _alike(one: str, other: str, letters: int) -> bool:
    return one != other and one[:letters] == other[:letters] and len(one) >= letters


def _is_plain(token: Token) -> bool:
    return bool(_WORD.fullmatch(token.written) and _WORD.fullmatch(token.lemma))


def sentences(lines: Iterable[str]) -> Iterator[dict[int, Token]]:
    """The sentences of a CoNLL-U file, each with its words by their numbers."""
    cells: list[list[str]] = []
    for line in lines:
        if line.strip():
            if not line.startswith("#"):
                cells.append(line.rstrip("\n").split("\t"))
        elif cells:
            yield _sentence(cells)
            cells = []
    if cells:
        yield _sentence(cells)


def _sentence(cells: list[list[str]]) -> dict[int, Token]:
    joined: dict[int, str] = {}
    for number, written, *_ in cells:
        first, dash, last = number.partition("-")
        if dash:
            joined |= dict.fromkeys(range(int(first), int(last) + 1), written)
    return {
        int(number): Token(
            written=_cased(joined.get(int(number), written).replace("_", ""), lemma),
            lemma=lemma.replace("_", ""),
            pos=pos,
            features=dict(feature.split("=", 1) for feature in features.split("|") if "=" in feature),
            head=int(head) if head.isdecimal() else 0,
            joined=int(number) in joined,
        )
        for number, written, lemma, pos, _, features, head, *_ in cells
        if number.isdecimal()
    }


def _cased(written: str, lemma: str) -> str:
    """A word without the capital that it has from the beginning of a sentence."""
    begins_alike = lemma[:1].islower() and fold_word(written[:1]) == fold_word(lemma[:1])
    return lemma[:1] + written[1:] if begins_alike and written[1:].islower() else written


def _tag_of(path: Path) -> str:
    name = path.name.partition("-")[0]
    return _TAGS.get(name, name.partition("_")[0])


def main() -> None:
    """Read the treebanks and print the rows."""
    arguments = _arguments()
    treebanks: dict[str, Treebank] = defaultdict(Treebank)
    for path in arguments.conllu:
        tag = arguments.lang or _tag_of(path)
        # Where words are written together (Arabic, Hebrew), what stands in the text is the form that a reader sees.
        with_joined = bool(by_tag(tag).prefixes)
        with path.open(encoding="utf-8") as lines:
            for sentence in sentences(lines):
                treebanks[tag].add(sentence, with_joined=with_joined)
    for tag, treebank in sorted(treebanks.items()):
        for row in rows_of(treebank, tag):
            print(json.dumps(asdict(row), ensure_ascii=False))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="rows for inflection.py from treebanks")
    parser.add_argument("conllu", nargs="+", type=Path, metavar="CONLLU", help="files of Universal Dependencies")
    parser.add_argument("--lang", metavar="TAG", help="their language (default: as their names begin)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
