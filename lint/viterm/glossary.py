"""The glossary: concepts, each with its renderings in many languages, and where each of them stands in its YAML file.

The values here are light; what reads YAML is imported when a glossary is loaded.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from viterm.errors import Problem, ProblemsError, UserError
from viterm.language_tags import fallbacks

if TYPE_CHECKING:
    from viterm.glossary_reader import Reading

Status = Literal["approved", "variant", "forbidden"]
Match = Literal["inflected", "exact"]
Basis = Literal["", "official", "press", "reference", "portal", "proposed"]

Subjects: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Words by the name of the subject and the canonical language tag."""

SUBJECTS_FILE = "subjects.yaml"
"""The file of a glossary folder that is no concept; see `glossary_subjects`."""

_SUFFIXES = (".yaml", ".yml")
_FORMS_FOLDER = "forms"  # where `viterm glossary lock` writes


class Rendering(NamedTuple):
    """A term for a concept in one language.

    `forms` and `not_forms` are forms to add to those found by themselves and to take from them. `near`, `before` and
    `after` hold words of which one must stand within a few words of the term, after it, or before it; `about` words of
    which one must stand anywhere in the text (an approved rendering is found elsewhere too, as a mere word), `subject`
    their name if they have one; `files` patterns of paths; an empty tuple asks for nothing. `from_year` and
    `until_year` are the first and the last year in which the status holds. `line` and `column` are where the term
    stands in the concept's file.
    """

    term: str
    status: Status
    why: str = ""
    match: Match = "inflected"
    case_sensitive: bool = False
    forms: tuple[str, ...] = ()
    not_forms: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    subject: str = ""
    files: tuple[str, ...] = ()
    from_year: int | None = None
    until_year: int | None = None
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """All renderings of a concept in one language: approved ones, then variants, then forbidden ones.

    `language` is a canonical tag. `basis` tells what the preferred rendering rests on, `sources` are URLs of it. `hits`
    are sentences in which a variant or forbidden rendering must be found, in `misses` nothing must. `line` is that of
    the language tag.
    """

    language: str
    renderings: tuple[Rendering, ...]
    basis: Basis = ""
    sources: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    line: int = 1

    @property
    def approved(self) -> tuple[Rendering, ...]:
        """The right renderings, the preferred one first; there is at least one."""
        return self._of("approved")

    @property
    def variant(self) -> tuple[Rendering, ...]:
        """The renderings that are understood but are not ours."""
        return self._of("variant")

    @property
    def forbidden(self) -> tuple[Rendering, ...]:
        """The renderings that are wrong or retired."""
        return self._of("forbidden")

    def _of(self, status: Status) -> tuple[Rendering, ...]:
        return tuple(rendering for rendering in self.renderings if rendering.status == status)


@dataclass(frozen=True, slots=True)
class Concept:
    """A unit of thought, keyed by its Vietnamese name.

    `id` is its file's stem, `domain` the name of the folder that the file lies in, `path` the file as it was given,
    with forward slashes. `also` are other Vietnamese names, `related` ids of other concepts. `entries` is by canonical
    language tag. `line` is that of the name.
    """

    id: str
    name: str
    definition: str
    also: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    entries: Mapping[str, Entry] = field(default_factory=dict, hash=False)
    path: str = ""
    domain: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Glossary:
    """Concepts by id, sorted by id, and the subjects that they name."""

    concepts: Mapping[str, Concept] = field(hash=False)
    subjects: Subjects = field(default_factory=dict, hash=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The canonical tags of all languages in which some concept has renderings, sorted."""
        return tuple(sorted({tag for concept in self.concepts.values() for tag in concept.entries}))

    def subject_words(self, subject: str, tag: str) -> tuple[str, ...]:
        """The words of a subject in a language; none where it has none for it."""
        return words_in(tag, self.subjects.get(subject, {}))


def words_in(tag: str, words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The words of a subject in a language, or else in the wider one (pt for pt-BR); none where it has neither."""
    return next((words[language] for language in fallbacks(tag) if language in words), ())


def load_glossary(folders: Sequence[Path]) -> Glossary:
    """Read all concepts below the folders. A concept replaces one of the same id from an earlier folder.

    Hidden files and folders and folders called `forms` are passed over, and so is what is not YAML. A folder's
    `subjects.yaml` gives the subjects that its concepts, and those of later folders, may name.

    Raises:
        ProblemsError: files are faulty; it holds every problem of every file.
        UserError: a folder does not exist, cannot be read or holds no YAML file.
    """
    readings: dict[str, Reading] = {}
    problems: list[Problem] = []
    subjects: Subjects = {}
    for folder in folders:
        subjects, faults = _subjects(folder, subjects)
        problems += faults
        here: dict[str, Reading] = {}
        for path in glossary_files(folder):
            reading = _read(path, path.as_posix(), subjects)
            problems += reading.problems
            first = here.setdefault(reading.id, reading)
            if first is not reading:
                message = f"the id `{reading.id}` is that of `{first.path}` already: rename one of the two files"
                problems.append(Problem(reading.path, 1, 1, message))
        readings |= here
    problems += _unknown_related(readings)
    if problems:
        raise ProblemsError(problems)
    concepts = {id_: concept for id_, reading in sorted(readings.items()) if (concept := reading.concept)}
    return Glossary(concepts, subjects)


def load_concept(folders: Sequence[Path], file: str) -> Concept:
    """Read one file of the last of some folders, which may name the subjects of them all.

    Whether its related concepts exist is not checked. Raises ProblemsError for a faulty file.
    """
    subjects: Subjects = {}
    problems: list[Problem] = []
    for folder in folders:
        subjects, faults = _subjects(folder, subjects)
        problems += faults
    path = folders[-1] / file
    reading = _read(path, path.as_posix(), subjects)
    problems += reading.problems
    if reading.concept is None or problems:
        raise ProblemsError(problems)
    return reading.concept


def read_concept(path: Path, shown: str) -> tuple[Concept | None, list[Problem]]:
    """Read one file, called `shown` in the concept and in its problems; no concept where there is a problem.

    Whether its related concepts exist is not checked; it may name no subjects.
    """
    reading = _read(path, shown, {})
    return reading.concept, list(reading.problems)


def _read(path: Path, shown: str, subjects: Subjects) -> Reading:
    from viterm.glossary_reader import read

    return read(path, shown, subjects)


def _subjects(folder: Path, known: Subjects) -> tuple[Subjects, list[Problem]]:
    from viterm.glossary_subjects import read_subjects

    return read_subjects(folder, known)


def glossary_files(folder: Path) -> list[Path]:
    """The files of the concepts below a folder, in the order of their paths; at least one.

    Raises UserError where there is none, or the folder can't be read.
    """
    found = sorted(path for path in _walk(folder) if path != folder / SUBJECTS_FILE)
    if not found:
        raise UserError(
            f"the glossary folder `{folder}` holds no YAML file; a concept is a file like `party/tinh-uy.yaml`"
        )
    return found


def _walk(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".") and name != _FORMS_FOLDER]
        yield from (Path(where, name) for name in names if name.endswith(_SUFFIXES) and not name.startswith("."))


def _refuse(error: OSError) -> None:
    raise UserError(f"the glossary folder `{error.filename}` cannot be read: {error.strerror}")


def _unknown_related(readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """Problems for related concepts that have no file. A faulty file counts: it is reported for its own faults."""
    for reading in readings.values():
        for id_ in reading.related:
            if id_.text not in readings:
                near = get_close_matches(id_.text, readings, n=1)
                hint = f"nearest: `{near[0]}`" if near else "name the file of one, without `.yaml`"
                yield Problem(reading.path, id_.line, id_.column, f"no concept has the id `{id_.text}`; {hint}")
