"""Word forms by endings: the nominal paradigms of a language as lists of endings that alternate after one stem.

The files `endings/*.txt` hold one paradigm a line, its kind first and then its endings, citation form first; `-` is the
empty ending; braces stand for a choice, `{,ok}{,ban,nak}` for six endings with the empty one. A stem change is written
as part of the ending (`ка ці ки …`). The kinds: `noun`, `adj`, or `any` of the two; `sure`, one so regular that it
holds against a dictionary (es flor flores); `word`, whole words that are forms of one another; `short`, an abbreviation
and the forms of what it stands for (a term XVII в. is met as XVII века; but the word век is no в); `apart`, an ending
and those that make another word of it (posto, posta), by the longest such ending that the word has; `verb`, the ending
of an infinitive and those of its forms with a pronoun written onto them (es usar usarlo úselo), where `´` accents the
last syllable of the stem; `aspect`, the ending of an infinitive and what its perfective has in front (ru редактировать,
отредактировать). They were written for viterm from common grammars, not taken from a lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from importlib.resources import files
from typing import NamedTuple

import regex

from viterm.fold import fold_word
from viterm.languages import Language

_SHORTEST_STEM = 3
_SHORTEST_STEM_WITHOUT_VOWELS = 2
_WITHOUT_VOWELS = regex.compile(r"[\p{Hebrew}\p{Arabic}\p{Devanagari}\p{Bengali}]")
_TELLING_ENDING = 3
_SHORTEST_STEM_BEFORE_TELLING = 1  # kunta kunnan: an ending of three letters and more says enough

_VERB_KINDS = ("verb", "aspect")
_STRESS = "´"
_LAST_SYLLABLE = regex.compile("[aeo](?=[iu]?[^aeiou]*$)|[iu](?=[^aeiou]*$)")
_ACUTE = dict(zip("aeiou", "áéíóú", strict=True))

_NOT_IN_WORDS = regex.compile(r"[.'\d]")

_ACCENTED = dict(zip("άέήίόύώ", "αεηιουω", strict=True))
_ACCENTS = {plain: accented for accented, plain in _ACCENTED.items()}
_LAST_VOWEL = regex.compile("(?:[αειου]ι|[αεηο]υ|[αεηιουωϊϋ])(?!.*[αεηιουω])")


@dataclass(frozen=True, slots=True)
class Paradigm:
    """Endings that alternate after one stem, citation form first, and the kind of word that takes them."""

    kind: str
    endings: tuple[str, ...]


class _Row(NamedTuple):
    """The forms that one paradigm gives for a word; `cited`: the word has the paradigm's first ending."""

    kind: str
    forms: set[str]
    cited: bool


@dataclass(frozen=True, slots=True)
class Paradigms:
    """All paradigms of a language."""

    paradigms: tuple[Paradigm, ...]

    def forms(self, word: str, language: Language) -> set[str]:
        """Every form that some paradigm gives for the word, in the word's own case; some are no words at all."""
        forms = set[str]().union(*(row.forms for row in self._rows(word, language)))
        return forms | prefixed({word, *forms}, language)

    def fitting(self, word: str, known: Set[str], language: Language) -> set[str]:
        """Folded forms that hold even where the dictionary gives them to another word (nb gjester: gjeste or gjest).

        `known`: the folded forms that the dictionary has of the word. Listed words hold, and so does what a paradigm of
        the kind `sure` gives for a citation form. The forms of a noun's paradigm do if all in `known` are among them,
        provided that there are any, or that the paradigm has but one to give.
        """
        own = fold_word(word)
        rows = [
            row._replace(forms={fold_word(form) for form in row.forms} - {own}) for row in self._rows(word, language)
        ]
        sure = set[str]().union(
            *(row.forms for row in rows if row.kind == "word" or (row.kind == "sure" and row.cited))
        )
        inflected = {form for form in known - sure - {own} if not _NOT_IN_WORDS.search(form)}
        nouns = (row.forms for row in rows if row.kind == "noun")
        fitting = sure.union(*(forms for forms in nouns if _fits(own, forms, inflected, language)))
        return fitting | set(map(fold_word, prefixed(fitting, language)))

    def _rows(self, word: str, language: Language) -> Iterator[_Row]:
        """What every paradigm to which the word may belong gives for it."""
        lower = word.lower()
        kind = ("noun" if word[:1].isupper() else "adj") if language.noun_capitals else ""
        shortest = _SHORTEST_STEM_WITHOUT_VOWELS if _WITHOUT_VOWELS.match(word) else _SHORTEST_STEM
        for paradigm in self.paradigms:
            if paradigm.kind in ("word", "short"):
                if lower in (paradigm.endings if paradigm.kind == "word" else paradigm.endings[:1]):
                    yield _Row("word", set(paradigm.endings), cited=True)
                continue
            if paradigm.kind in ("apart", *_VERB_KINDS) or (kind and paradigm.kind not in (kind, "any")):
                continue
            if not lower.endswith(paradigm.endings):
                continue
            longest = max((ending for ending in paradigm.endings if lower.endswith(ending)), key=len)
            cited = paradigm.endings[0]
            # Finnish sana is no essive of a stem in s-, but a word in -a.
            for ending in {longest, cited if cited and lower.endswith(cited) else longest}:
                stem = word[: len(word) - len(ending)]
                if len(stem) >= (shortest if len(ending) < _TELLING_ENDING else _SHORTEST_STEM_BEFORE_TELLING):
                    joined = (_joined(stem, other, moving_accent=language.moving_accent) for other in paradigm.endings)
                    yield _Row(paradigm.kind, set[str]().union(*joined), cited=ending == cited)

    def apart(self, word: str) -> set[str]:
        """What is another word than this one, written in lower case, though a dictionary may join the two."""
        rows = [row.endings for row in self.paradigms if row.kind == "apart" and word.endswith(row.endings[0])]
        if not rows:
            return set()
        own, *others = max(rows, key=lambda endings: len(endings[0]))
        listed = {form for row in self.paradigms if row.kind == "word" and word in row.endings for form in row.endings}
        return {word.removesuffix(own) + other for other in others} - listed

    def with_pronoun(self, word: str) -> set[str]:
        """The forms of an infinitive with a pronoun written onto them: eliminarlo, guardándolo, selecciónelo."""
        return {
            joined
            for ending, others in self._of_verb("verb", word)
            for other in others
            for joined in _stressed(word.removesuffix(ending), other)
        }

    def aspect_prefixes(self, word: str) -> tuple[str, ...]:
        """What may stand in front of an infinitive to make its perfective (от, с, за)."""
        return tuple(dict.fromkeys(prefix for _, prefixes in self._of_verb("aspect", word) for prefix in prefixes))

    def _of_verb(self, kind: str, word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The rows of a kind for verbs, by the ending of the infinitive; the longest such ending tells."""
        rows = [(row.endings[0], row.endings[1:]) for row in self.paradigms if row.kind == kind]
        longest = max((len(ending) for ending, _ in rows if word.endswith(ending)), default=0)
        yield from (row for row in rows if len(row[0]) == longest and word.endswith(row[0]) and word != row[0])


def _stressed(stem: str, ending: str) -> set[str]:
    """Stem and ending; where the ending asks for it with an accent on the stem's last syllable (envíelo, cámbielo)."""
    if not ending.startswith(_STRESS):
        return {stem + ending}
    places = [_LAST_SYLLABLE.search(stem), _LAST_SYLLABLE.search(stem[:-1]) if stem.endswith(("i", "u")) else None]
    return {
        stem[: place.start()] + _ACUTE[place[0]] + stem[place.end() :] + ending.removeprefix(_STRESS)
        for place in places
        if place
    }


def _fits(own: str, forms: Set[str], inflected: Set[str], language: Language) -> bool:
    """Whether a paradigm has all forms that the dictionary knows of a word, what is attached to them set aside."""
    if not inflected:
        return len(forms) == 1
    return all(
        form in forms
        or any(form.removesuffix(attached) in forms | {own} for attached in (*language.attached, *language.clitics))
        for form in inflected
    )


def prefixed(forms: set[str], language: Language) -> set[str]:
    """The forms with everything that the language writes onto their front; behind it Hebrew doubles a vav."""
    article = language.prefixes[0] if language.prefixes else ""
    return {
        prefix + ("ו" * doubled) + form
        for form in forms
        if not (form.startswith(article) and form.removeprefix(article) in forms - {form})
        for prefix in language.prefixes
        for doubled in range(1 + (form.startswith("ו") and not prefix.startswith("ו")))
    }


def load_paradigms(tag: str) -> Paradigms:
    """The paradigms of a language; none where it has no file."""
    source = files("viterm.forms").joinpath("endings", f"{tag}.txt")
    if not source.is_file():
        return Paradigms(())
    return parse_paradigms(source.read_text(encoding="utf-8"))


def parse_paradigms(text: str) -> Paradigms:
    """Read the lines of an endings file; `#` starts a comment."""
    paradigms = []
    for line in text.split("\n"):
        kind, *endings = line.partition("#")[0].split() or [""]
        if endings:
            bare = dict.fromkeys(
                expanded for ending in endings for expanded in _expanded("" if ending == "-" else ending)
            )
            paradigms.append(Paradigm(kind, tuple(bare)))
    return Paradigms(tuple(paradigms))


def _expanded(ending: str) -> list[str]:
    """Every ending that a notation with braces stands for."""
    before, brace, rest = ending.partition("{")
    if not brace:
        return [ending]
    choices, _, after = rest.partition("}")
    return [before + choice + end for choice in choices.split(",") for end in _expanded(after)]


def _joined(stem: str, ending: str, *, moving_accent: bool) -> set[str]:
    """Stem and ending; in Greek also with the accent that the ending takes over or draws to the end of the stem."""
    joined = {stem + ending}
    if moving_accent and any(letter in _ACCENTED for letter in stem):
        bare = "".join(_ACCENTED.get(letter, letter) for letter in stem)
        if any(letter in _ACCENTED for letter in ending):
            joined.add(bare + ending)
        elif ending and (vowel := _LAST_VOWEL.search(bare)):
            at = vowel.end() - 1
            joined.add(bare[:at] + _ACCENTS.get(bare[at], bare[at]) + bare[at + 1 :] + ending)
    return joined
