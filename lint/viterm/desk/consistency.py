"""What a glossary says twice, in two ways, or in vain: the part of `viterm glossary check` that needs no examples.

Every rendering is tried as a lint would try it, in a text of its own with the words around it that it asks for.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from viterm.compile import FormSource
from viterm.compiled import Compiled
from viterm.desk.trial import starts, trial
from viterm.errors import Problem
from viterm.find import Finder
from viterm.findings import Occurrence
from viterm.fold import fold_word
from viterm.glossary import Concept, Entry, Glossary, Rendering
from viterm.language_tags import applicable
from viterm.languages import by_tag
from viterm.store import Store
from viterm.term_patterns import Pattern
from viterm.terms import words_of


class _Placed(NamedTuple):
    """A rendering with what it belongs to."""

    concept: Concept
    entry: Entry
    rendering: Rendering

    @property
    def bad(self) -> bool:
        """Whether a lint reports it."""
        return self.rendering.status != "approved"

    @property
    def free(self) -> bool:
        """Whether it counts wherever it stands in a text."""
        return not (self.rendering.near or self.rendering.before or self.rendering.after or self.rendering.files)

    def problem(self, message: str, *, warning: bool = False) -> Problem:
        """A problem at the rendering's place."""
        place, text = self.rendering, f"{self.entry.language}: `{self.rendering.term}` {message}"
        return Problem(self.concept.path, place.line, place.column, text, "warning" if warning else "error")

    def __str__(self) -> str:
        return f"the {self.rendering.status} `{self.rendering.term}` of `{self.concept.id}`"


def inconsistencies(glossary: Glossary, tag: str, store: Store, finder: Finder) -> Iterator[Problem]:
    """All that is doubtful in a language of some of the store's concepts, each tried against all others.

    `finder` finds the store's renderings in that language.
    """
    everything = [
        _Placed(concept, concept.entries[entry_tag], rendering)
        for concept in store.glossary.concepts.values()
        for entry_tag in applicable(tag, concept.entries)
        for rendering in concept.entries[entry_tag].renderings
    ]
    own = [placed for placed in everything if placed.entry.language == tag and placed.concept.id in glossary.concepts]
    yield from _listed_twice(own, everything)
    yield from _found_otherwise(own, everything, finder)
    yield from _alike(own, finder.compiled)
    yield from _unexplained(own)
    yield from _ordinary_words(own, store.forms)


def _listed_twice(own: Sequence[_Placed], everything: Sequence[_Placed]) -> Iterator[Problem]:
    """A rendering approved for two concepts: a reader could not tell them apart; or reported for two.

    Somebody who meets with the latter would be told to write two things.
    """
    listed = defaultdict[tuple[bool, tuple[str, ...]], list[_Placed]](list)
    for placed in everything:
        if placed.free:
            listed[placed.bad, _key(placed)].append(placed)
    for placed in own:
        others = [other for other in listed[placed.bad, _key(placed)] if other.concept.id != placed.concept.id]
        if placed.free and others:
            status, other = others[0].rendering.status, others[0].concept.id
            message = f"stands under `{status}` of `{other}` too: keep one, or tell them apart"
            yield placed.problem(message, warning=placed.bad)


def _key(placed: _Placed) -> tuple[str, ...]:
    words = words_of(placed.rendering.term, by_tag(placed.entry.language))
    return words if placed.rendering.case_sensitive else tuple(map(fold_word, words))


def _found_otherwise(own: Sequence[_Placed], everything: Sequence[_Placed], finder: Finder) -> Iterator[Problem]:
    """An approved rendering that a lint would report, and one to report that a lint would never find."""
    language, occurrences = finder.compiled.language, _tried(own, everything, finder)
    for placed, found in zip(own, occurrences, strict=True):
        rendering, itself = placed.rendering, (placed.concept.id, placed.rendering.term)
        if rendering.files:
            continue
        faults = [one for one in found if one.status in ("variant", "forbidden") and one.language == language]
        if not placed.bad and faults:
            fault = faults[0]
            message = f"is approved, but in it stands the {fault.status} `{fault.rendering}` of `{fault.concept}`"
            yield placed.problem(f"{message}: drop one, or limit it by `near`, `before`, `after` or `about`")
        if placed.bad and itself not in {(one.concept, one.rendering) for one in found}:
            reason = "nothing is, in its own words"
            if found:
                reason = f"in its place stands the {found[0].status} `{found[0].rendering}` of `{found[0].concept}`"
            yield placed.problem(f"is never found: {reason}", warning=True)


def _tried(own: Sequence[_Placed], everything: Sequence[_Placed], finder: Finder) -> list[list[Occurrence]]:
    """What is found in each rendering's own words."""
    subjects = ". ".join(sorted({word for placed in everything for word in placed.rendering.about}))
    texts = [_in_context(placed.rendering) for placed in own]
    rows: list[list[Occurrence]] = [[] for _ in own]
    places = starts(texts)
    for occurrence in finder.find(trial([*texts, subjects], finder.compiled.language)):
        if occurrence.start < places[-1]:
            rows[bisect(places, occurrence.start) - 1].append(occurrence)
    return rows


def _in_context(rendering: Rendering) -> str:
    # Set off by punctuation, or the words around a term could be a longer rendering together with it.
    return "; ".join([*rendering.after[:1], *rendering.near[:1], rendering.term, *rendering.before[:1]])


def _alike(own: Sequence[_Placed], compiled: Compiled) -> Iterator[Problem]:
    """A rendering to report that is, as it is written, a form of an approved one."""
    placed_at = {(placed.concept.id, placed.rendering.term): placed for placed in own}
    forms = cache(lambda index: frozenset(compiled.words.forms(index)))
    approved = defaultdict[tuple[int, tuple[str, ...], str], list[Pattern]](list)
    for pattern in compiled.patterns:
        if pattern.status == "approved":
            for form in forms(pattern.words[0]):
                approved[len(pattern.words), pattern.gaps, form].append(pattern)
    for pattern in compiled.patterns:
        placed = placed_at.get((pattern.concept, pattern.rendering))
        if placed is None or not placed.bad or not placed.free or _is_limited(placed.rendering):
            continue
        written = tuple(map(fold_word, pattern.written))
        for other in approved.get((len(pattern.words), pattern.gaps, written[0]), ()):
            if all(word in forms(index) for word, index in zip(written, other.words, strict=True)):
                message = f"is a form of the approved `{other.rendering}` of `{other.concept}`"
                yield placed.problem(f"{message}: list its `forms` with `match: exact`", warning=True)
                break


def _is_limited(rendering: Rendering) -> bool:
    """Whether somebody has said already in which forms it counts."""
    return rendering.match == "exact" or bool(rendering.forms) or bool(rendering.not_forms)


def _unexplained(own: Sequence[_Placed]) -> Iterator[Problem]:
    """A forbidden rendering with an approved one inside, without a word on what is wrong with the rest."""
    for placed in own:
        if placed.rendering.status != "forbidden" or placed.rendering.why:
            continue
        words = _key(placed)
        for right in placed.entry.approved:
            part = tuple(map(fold_word, words_of(right.term, by_tag(placed.entry.language))))
            if any(words[start : start + len(part)] == part for start in range(len(words))):
                yield placed.problem(f"holds the approved `{right.term}`: say in `why` what is wrong", warning=True)
                break


def _ordinary_words(own: Sequence[_Placed], forms: FormSource) -> Iterator[Problem]:
    """A word of the dictionary that is reported in any text whatever."""
    alone = defaultdict[str, list[_Placed]](list)
    for placed in own:
        rendering, language = placed.rendering, by_tag(placed.entry.language)
        words = words_of(rendering.term, language)
        if placed.bad and placed.free and len(words) == 1 and not (rendering.about or rendering.case_sensitive):
            alone[words[0]].append(placed)
    if alone:
        for word, found in forms(alone, language).items():
            if "dictionary" in found.origins.values():
                message = "is an ordinary word: limit it by `near`, `before`, `after` or `about`"
                yield from (placed.problem(message, warning=True) for placed in alone[word])


def unsourced(glossary: Glossary) -> Iterator[Problem]:
    """A basis that names something to look up, without saying where."""
    for concept in glossary.concepts.values():
        for entry in concept.entries.values():
            if entry.basis not in ("", "proposed") and not entry.sources:
                message = f"the basis is `{entry.basis}`: add its `source`, or write `basis: proposed`"
                yield Problem(concept.path, entry.line, 1, f"{entry.language}: {message}", "warning")
