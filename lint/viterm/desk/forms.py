"""`viterm glossary forms`: every form in which a rendering is found, word by word, for a linguist to check.

What is missing or wrong is corrected in the rendering's `forms` and `not_forms`. A term of several words is shown by
its words: each may stand in any of its forms, so the phrases that count are their combinations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from json import dumps
from typing import TypedDict

from viterm.compile import graded, rigid_forms
from viterm.desk.show import NONE, counted, status_label
from viterm.findings import Via
from viterm.forms import ORIGINS, Origin, WordForms
from viterm.forms.lock import LockedForms
from viterm.glossary import Concept, Entry, Rendering
from viterm.languages import by_tag
from viterm.terms import words_of

_IN_WORDS: dict[Origin, str] = {
    "written": "as written",
    "spelling": "other spelling",
    "dictionary": "dictionary",
    "analyser": "analyser",
    "compound": "dictionary, by last part",
    "attached": "with something attached",
    "ending": "by ending",
    "other": "by ending, another word's too",
    "apart": "other gender, another noun",
}


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Forms of one word that have one origin, sorted; `via` is what they are worth in the rendering.

    `via` is None where they don't count: they would in a phrase, if `in_phrases`, and nowhere else.
    """

    origin: Origin
    forms: tuple[str, ...]
    via: Via | None
    in_phrases: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a rendering with its forms; `lock` is the path of the lock they come from, "" where there is none.

    `known`: the dictionary inflects the word; `has_dictionary`: its language has one.
    """

    word: str
    known: bool
    has_dictionary: bool
    lock: str
    groups: tuple[FormGroup, ...]

    @property
    def count(self) -> int:
        """How many forms count."""
        return sum(len(group.forms) for group in self.groups if group.via is not None)

    @property
    def is_rigid(self) -> bool:
        """Whether the word is found as it is written and in no other form."""
        return [group.origin for group in self.groups] == ["written"]


@dataclass(frozen=True, slots=True)
class RenderingForms:
    """A rendering with its words, each once, in the order of the term."""

    concept: Concept
    entry: Entry
    rendering: Rendering
    words: tuple[Word, ...]


class GroupRow(TypedDict):
    """Forms of one origin; `via` as in the rows of `viterm find`, "" where these forms don't count."""

    origin: str
    via: str
    forms: list[str]


class WordRow(TypedDict):
    """A word of a rendering; `known`: the dictionary inflects it; `lock`: the path of the lock, "" for none."""

    word: str
    known: bool
    lock: str
    groups: list[GroupRow]


class RenderingRow(TypedDict):
    """One row of `viterm glossary forms --format json`; `forms` and `not_forms` as the glossary lists them."""

    concept: str
    name: str
    language: str
    status: str
    rendering: str
    match: str
    forms: list[str]
    not_forms: list[str]
    words: list[WordRow]


def rendering_forms(concept: Concept, source: LockedForms, languages: Sequence[str] = ()) -> Iterator[RenderingForms]:
    """The forms of a concept's renderings, or of those in some languages, which are tags of the glossary's own.

    Raises UserError for a broken lock.
    """
    for tag in languages or concept.entries:
        if entry := concept.entries.get(tag):
            yield from _entry(concept, entry, source)


def _entry(concept: Concept, entry: Entry, source: LockedForms) -> Iterator[RenderingForms]:
    language = by_tag(entry.language)
    written = {rendering: words_of(rendering.term, language) for rendering in entry.renderings}
    inflected = {word for one, words in written.items() if one.match == "inflected" for word in words}
    forms, locks = source(inflected, language), source.locks(language)
    for rendering, words in written.items():
        rigid = rendering.match == "exact"
        yield RenderingForms(
            concept,
            entry,
            rendering,
            tuple(
                Word(
                    word,
                    forms[word].known if not rigid else False,
                    bool(language.dictionary),
                    "" if rigid or word not in locks else locks[word].as_posix(),
                    _groups(rigid_forms(word) if rigid else forms[word], alone=len(words) == 1),
                )
                for word in dict.fromkeys(words)
            ),
        )


def _groups(forms: WordForms, *, alone: bool) -> tuple[FormGroup, ...]:
    here, in_phrases = graded(forms, alone=alone), graded(forms, alone=False)
    by_origin = ((origin, sorted(form for form, at in forms.origins.items() if at == origin)) for origin in ORIGINS)
    return tuple(
        FormGroup(origin, tuple(found), here.get(found[0]), found[0] in in_phrases)
        for origin, found in by_origin
        if found
    )


def forms_page(concept: Concept, renderings: Iterable[RenderingForms], languages: Sequence[str] = ()) -> Iterator[str]:
    """The forms of one concept's renderings, for reading in a terminal; a word's forms are listed once a language."""
    by_language: dict[str, list[RenderingForms]] = {tag: [] for tag in languages}
    for one in renderings:
        by_language.setdefault(one.entry.language, []).append(one)
    yield f"{concept.name} ({concept.id})"
    for tag, found in by_language.items():
        yield from ("", tag)
        yield from _language(found) if found else [f"  {NONE}"]


def _language(renderings: Iterable[RenderingForms]) -> Iterator[str]:
    listed: set[tuple[FormGroup, ...]] = set()
    for one in renderings:
        exact = "  [match: exact]" * (one.rendering.match == "exact")
        yield f"  {status_label(one.rendering, one.entry):10} {one.rendering.term}{exact}"
        yield from (f"    {line}" for line in _rendering(one, listed))


def _rendering(one: RenderingForms, listed: set[tuple[FormGroup, ...]]) -> Iterator[str]:
    for word in one.words:
        if word.is_rigid:
            continue
        yield f"{word.word}: {_summary(word)}{', as above' * (word.groups in listed)}"
        if word.groups not in listed:
            yield from (
                f"  {_IN_WORDS[group.origin]}{_worth(group)}: {', '.join(group.forms)}" for group in word.groups
            )
        listed.add(word.groups)
    if rigid := [word.word for word in one.words if word.is_rigid]:
        yield f"as written only: {', '.join(rigid)}"
    for key, phrases in (("forms", one.rendering.forms), ("not_forms", one.rendering.not_forms)):
        if phrases:
            yield f"{key}: {', '.join(phrases)}"


def _summary(word: Word) -> str:
    unknown = ", not in the dictionary" * (word.has_dictionary and not word.known)
    lock = f", from {word.lock}" if word.lock else ""
    return f"{counted(word.count, 'form')}{unknown}{lock}"


def _worth(group: FormGroup) -> str:
    if group.via is None:
        return " (in phrases only)" if group.in_phrases else " (not counted)"
    return " (guessed)" if group.via is Via.GUESSED else ""


def json_text(renderings: Iterable[RenderingForms], version: str) -> str:
    """The object of `viterm glossary forms --format json`, one row a line; `version` is viterm's own."""
    head = dumps({"version": 1, "tool": f"viterm {version}"})
    rows = ",".join("\n" + dumps(rendering_row(one), ensure_ascii=False) for one in renderings)
    return head[:-1] + ', "renderings": [' + rows + ("\n" if rows else "") + "]}\n"


def rendering_row(one: RenderingForms) -> RenderingRow:
    """Return the row of a rendering, its keys in a fixed order."""
    return {
        "concept": one.concept.id,
        "name": one.concept.name,
        "language": one.entry.language,
        "status": one.rendering.status,
        "rendering": one.rendering.term,
        "match": one.rendering.match,
        "forms": list(one.rendering.forms),
        "not_forms": list(one.rendering.not_forms),
        "words": [_word_row(word) for word in one.words],
    }


def _word_row(word: Word) -> WordRow:
    groups: list[GroupRow] = [
        {"origin": group.origin, "via": "" if group.via is None else group.via.label, "forms": list(group.forms)}
        for group in word.groups
    ]
    return {"word": word.word, "known": word.known, "lock": word.lock, "groups": groups}
