"""One glossary file → a concept, or all that is wrong with the file."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple, cast

from viterm import glossary_format as form
from viterm.errors import Problem, UserError
from viterm.glossary import Basis, Concept, Entry, Match, Rendering, Status, Subjects
from viterm.glossary_kinds import Field, Values
from viterm.glossary_subjects import About, words_about
from viterm.yaml_nodes import FILE_START, Faults, Scalar
from viterm.yaml_reader import decode, parse

_LISTS: tuple[tuple[Status, Field[tuple[Values, ...]]], ...] = (
    ("approved", form.APPROVED),
    ("variant", form.VARIANT),
    ("forbidden", form.FORBIDDEN),
)
_SHORT = {form.TERM.name, form.WHY.name}  # the keys of most renderings, which are then made faster
_APOSTROPHE = re.compile("[’‘ʼ＇′`´]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave: its concept, or None and the problems; and its related ids, with their places."""

    id: str
    path: str
    concept: Concept | None
    related: tuple[Scalar, ...]
    problems: tuple[Problem, ...]


def read(path: Path, shown: str, subjects: Subjects) -> Reading:
    """Read the file at `path`, which messages and the concept call `shown`. `subjects` are those it may name."""
    faults = Faults(shown)
    _check_id(path.stem, faults)
    values = _values(path, faults)
    related: tuple[Scalar, ...] = ()
    concept = None
    if values is not None:
        related = values.get(form.RELATED) or ()
        for id_ in related:
            if id_.text == path.stem:
                faults.add(id_, f"`{id_.text}` is this concept itself: name others, or drop it")
        for tag, language in (values.get(form.BY_LANGUAGE) or {}).items():
            _check_language(tag, language, faults)
            _check_subjects(tag, language, subjects, faults)
        if not faults.problems:
            concept = _concept(path, shown, values, subjects)
    return Reading(path.stem, shown, concept, related, tuple(sorted(faults.problems)))


def _values(path: Path, faults: Faults) -> Values | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        faults.add(FILE_START, f"cannot be read: {error.strerror}")
        return None
    text = decode(data, faults)
    node = parse(text, faults) if text is not None else None
    return form.FILE.read(node, "the file", faults) if node is not None else None


def _check_id(stem: str, faults: Faults) -> None:
    if not re.fullmatch(form.ID, stem):
        message = f"the file's name must be the concept's id, not `{stem}`: {form.ID_IN_WORDS}"
        plain = unicodedata.normalize("NFD", stem.lower()).replace("đ", "d").encode("ascii", "ignore").decode()
        better = re.sub("[^a-z0-9]+", "-", plain).strip("-")
        faults.add(FILE_START, f"{message}, as in `{better or 'dan-van'}`")


class _Listed(NamedTuple):
    """A term with the list in which it stands and all that its rendering says."""

    term: Scalar
    status: Status
    rendering: Values


def _check_language(tag: str, language: Values, faults: Faults) -> None:
    """Check what the renderings of a language have to do with one another."""
    seen: defaultdict[str, list[_Listed]] = defaultdict(list)
    for status, rendering in _renderings(language):
        _check_years(rendering, faults)
        terms = rendering.get(form.TERM) or ()
        _check_forms(terms, rendering, faults)
        for term in terms:
            listed, alike = _Listed(term, status, rendering), seen[_folded(term.text)]
            _check_alike(tag, alike, listed, faults)
            alike.append(listed)


def _check_subjects(tag: str, language: Values, subjects: Subjects, faults: Faults) -> None:
    """Report subjects that no file defines, or not for the language."""
    abouts = [language.get(form.LANGUAGE_ABOUT), *(rendering.get(form.ABOUT) for _, rendering in _renderings(language))]
    for about in abouts:
        if isinstance(about, Scalar):
            try:
                words_about(about, tag, subjects)
            except UserError as error:
                faults.add(about, str(error))


def _check_alike(tag: str, alike: list[_Listed], listed: _Listed, faults: Faults) -> None:
    """Report the first of the terms before this one from which it could not be told apart."""
    for earlier in alike:
        if _clash(earlier, listed):
            line = earlier.term.line
            if listed.status == earlier.status:
                message = f"stands twice under `{listed.status}` of `{tag}`, first in line {line}: drop one"
            else:
                message = f"is {listed.status} here and {earlier.status} in line {line} of `{tag}`: keep one"
            faults.add(listed.term, f"`{listed.term.text}` {message}")
            return


def _check_forms(terms: Sequence[Scalar], rendering: Values, faults: Faults) -> None:
    forms = rendering.get(form.FORMS)
    if forms and len(terms) > 1:
        message = f"`forms` belong to one term, and `term` lists {len(terms)}: list theirs apart"
        faults.add(forms[0], message)


def _renderings(language: Values) -> Iterator[tuple[Status, Values]]:
    for status, field in _LISTS:
        for rendering in language.get(field) or ():
            yield status, rendering


def _check_years(rendering: Values, faults: Faults) -> None:
    first, last = rendering.get(form.FROM), rendering.get(form.UNTIL)
    if first is not None and last is not None and last.text < first.text:  # all years have four digits
        faults.add(last, f"`until` {last.text} is before `from` {first.text}: swap them")


def _folded(term: str) -> str:
    """The term without what a reader would not tell apart: capitals and the shape of apostrophes."""
    return unicodedata.normalize("NFC", _APOSTROPHE.sub("'", term.casefold()))


def _clash(one: _Listed, other: _Listed) -> bool:
    """Whether two terms of one folded shape hold for the same text in the same year."""
    if one.rendering.get(form.CASE) and other.rendering.get(form.CASE) and one.term.text != other.term.text:
        return False
    (first, last), (other_first, other_last) = _years(one.rendering), _years(other.rendering)
    return (first or 0) <= (other_last or 9999) and (other_first or 0) <= (last or 9999)


def _years(rendering: Values) -> tuple[int | None, int | None]:
    first, last = rendering.get(form.FROM), rendering.get(form.UNTIL)
    return int(first.text) if first else None, int(last.text) if last else None


def _concept(path: Path, shown: str, values: Values, subjects: Subjects) -> Concept:
    name = values.required(form.CONCEPT)
    return Concept(
        id=path.stem,
        name=name.text,
        definition=values.required(form.DEFINITION).text,
        also=_texts(values, form.ALSO),
        related=_texts(values, form.RELATED),
        entries={tag: _entry(tag, language, subjects) for tag, language in values.required(form.BY_LANGUAGE).items()},
        path=shown,
        domain=path.parent.name,
        line=name.line,
    )


def _entry(tag: str, values: Values, subjects: Subjects) -> Entry:
    examples = values.get(form.EXAMPLES) or Values({}, 1, 1)
    about = _About.of(values.get(form.LANGUAGE_ABOUT), tag, subjects)
    renderings = (
        # An approved rendering is right anywhere.
        _alike(
            status,
            rendering,
            _About() if status == "approved" else about,
            lambda own: _About.of(own, tag, subjects),
        )
        for status, rendering in _renderings(values)
    )
    return Entry(
        language=tag,
        renderings=tuple(chain.from_iterable(renderings)),
        basis=cast("Basis", values.get(form.BASIS) or ""),
        sources=_texts(values, form.SOURCE),
        hits=_texts(examples, form.HIT),
        misses=_texts(examples, form.MISS),
        line=values.line,
    )


class _About(NamedTuple):
    """What a text must be about: words, and the name of the subject that they stand for."""

    words: tuple[str, ...] = ()
    subject: str = ""

    @classmethod
    def of(cls, about: About | None, tag: str, subjects: Subjects) -> _About:
        return cls(words_about(about, tag, subjects), about.text if isinstance(about, Scalar) else "")


def _alike(status: Status, values: Values, about: _About, read: Callable[[About], _About]) -> Iterator[Rendering]:
    """The renderings with all but their terms alike; `about` holds for those without their own, which `read` reads."""
    why, own = values.get(form.WHY), values.get(form.ABOUT)
    words, subject = about if own is None else read(own)
    make = partial(Rendering, status=status, why=why.text if why else "", about=words, subject=subject)
    if not values.found.keys() <= _SHORT:
        first, last = _years(values)
        make = partial(
            make,
            match=cast("Match", values.get(form.MATCH) or "inflected"),
            case_sensitive=values.get(form.CASE) == "sensitive",
            forms=_texts(values, form.FORMS),
            not_forms=_texts(values, form.NOT_FORMS),
            near=_texts(values, form.NEAR),
            before=_texts(values, form.BEFORE),
            after=_texts(values, form.AFTER),
            files=_texts(values, form.FILES),
            from_year=first,
            until_year=last,
        )
    for term in values.required(form.TERM):
        yield make(term.text, line=term.line, column=term.column)


def _texts(values: Values, field: Field[tuple[Scalar, ...]]) -> tuple[str, ...]:
    return tuple(scalar.text for scalar in values.get(field) or ())
