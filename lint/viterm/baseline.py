"""The baseline: findings that a project knows of and lives with for now, so that only new ones are reported.

A JSON file with one row a line, so that a change shows as a small diff and two branches merge:

    {"version": 1,
     "counts": {"forbidden-term": {"dan-van-kheo": 2}},
     "findings": [
      {"path": "de/a.md", "rule": "forbidden-term", "concept": "dan-van-kheo", "found": "…", "fingerprint": "…",
       "count": 2}
    ]}

Paths are relative to the file's folder. `counts` is for people and for a dashboard; it is not read.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from viterm.document import Document
from viterm.errors import UserError
from viterm.files import write_atomically
from viterm.findings import Finding
from viterm.fingerprint import fingerprint

VERSION = 1


class Row(NamedTuple):
    """A finding that is known: where it was, what was found there, and its fingerprint."""

    path: str
    rule: str
    concept: str
    found: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings of some files, as they stand in the file `path`."""

    path: Path
    rows: Mapping[Row, int] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The folder that the paths of the rows are relative to."""
        return self.path.parent

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """Read a file. Raises UserError where it can't be read or is no baseline."""
        try:
            rows = _parse(path.read_text(encoding="utf-8"))
        except OSError as error:
            hint = ": write it with --write-baseline" if isinstance(error, FileNotFoundError) else ""
            raise UserError(f"{path.as_posix()}: can't be read: {error.strerror}{hint}") from None
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            why = f"no {error}" if isinstance(error, KeyError) else error
            message = f"{path.as_posix()}: not a baseline ({why}): write it anew with --write-baseline"
            raise UserError(message) from None
        return cls(path, rows)

    def write(self) -> None:
        """Write the file, its rows in order. Raises UserError where it can't be written."""
        counts: dict[str, Counter[str]] = {}
        for row, count in self.rows.items():
            counts.setdefault(row.rule, Counter())[row.concept] += count
        ordered = {rule: dict(sorted(by_concept.items())) for rule, by_concept in sorted(counts.items())}
        rows = ",\n".join(f"  {_json({**row._asdict(), 'count': count})}" for row, count in sorted(self.rows.items()))
        listed = f"[\n{rows}\n ]" if rows else "[]"
        text = f'{{"version": {VERSION},\n "counts": {_json(ordered)},\n "findings": {listed}}}\n'
        try:
            write_atomically(self.path, text)
        except OSError as error:
            raise UserError(f"{self.path.as_posix()}: can't be written: {error.strerror}") from None

    def updated(self, found: Gathered) -> Baseline:
        """The baseline with all that was found in the files of a run; what it knows of other files stays."""
        others = {row: count for row, count in self.rows.items() if row.path not in found.paths}
        return Baseline(self.path, {**others, **found.rows})

    def size(self) -> int:
        """How many findings it holds."""
        return sum(self.rows.values())


class Known:
    """The findings of a run weighed against a baseline, file by file.

    A finding is known if a row of its file has its fingerprint, or else a row of a file that is gone: it may have been
    renamed. Each row speaks for as many findings as it counts.
    """

    def __init__(self, baseline: Baseline) -> None:
        self._left = Counter(dict(baseline.rows))
        self.baseline = baseline
        self._seen: set[str] = set()
        self._gone: dict[str, bool] = {}
        self._by_fingerprint: dict[str, list[Row]] = {}
        for row in baseline.rows:
            self._by_fingerprint.setdefault(row.fingerprint, []).append(row)

    def new(self, document: Document, findings: Iterable[Finding]) -> list[Finding]:
        """The findings of a file that the baseline doesn't know."""
        path = relative_path(document.path, self.baseline.folder)
        self._seen.add(path)
        return [finding for finding in findings if not self._take(path, fingerprint(document, finding))]

    def _take(self, path: str, print_: str) -> bool:
        rows = [row for row in self._by_fingerprint.get(print_, ()) if self._left[row]]
        row = next((row for row in rows if row.path == path), None)
        row = row or next((row for row in rows if self._is_gone(row.path)), None)
        if row is None:
            return False
        self._left[row] -= 1
        return True

    def _is_gone(self, path: str) -> bool:
        if path not in self._gone:
            self._gone[path] = not (self.baseline.folder / path).exists()
        return self._gone[path]

    def stale(self, *, whole: bool = True) -> dict[Row, int]:
        """Rows that no finding needed, with how many too many, as far as the run can tell.

        They are those of files that were checked and, after a run of a `whole` project, of files that are gone: a part
        may not have the file that such a one has been renamed to.
        """
        return {
            row: count
            for row, count in self._left.items()
            if count and (row.path in self._seen or (whole and self._is_gone(row.path)))
        }

    def pruned(self, *, whole: bool = True) -> Baseline:
        """The baseline without what is stale, rows of renamed files under the old name."""
        stale = self.stale(whole=whole)
        kept = {row: count - stale.get(row, 0) for row, count in self.baseline.rows.items()}
        return replace(self.baseline, rows={row: count for row, count in kept.items() if count})


def _parse(text: str) -> dict[Row, int]:
    data = json.loads(text)
    if data["version"] != VERSION:
        raise ValueError(f"version {data['version']} instead of {VERSION}")
    rows = Counter[Row]()
    for row in data["findings"]:
        rows[Row(*(str(row[name]) for name in Row._fields))] += int(row["count"])
    return dict(rows)


def relative_path(shown: str, folder: Path) -> str:
    """A path as messages show it, relative to a folder, with `/` on every system."""
    return Path(os.path.relpath(Path(shown).absolute(), folder.absolute())).as_posix()


class Gathered(NamedTuple):
    """The files of a run and their findings as rows."""

    paths: frozenset[str]
    rows: Mapping[Row, int]


def gathered(folder: Path, reports: Iterable[tuple[Document, Iterable[Finding]]]) -> Gathered:
    """All findings of some files, with paths relative to a folder."""
    paths, rows = set[str](), Counter[Row]()
    for document, findings in reports:
        path = relative_path(document.path, folder)
        paths.add(path)
        rows.update(
            Row(path, finding.rule, finding.concept, finding.found, fingerprint(document, finding))
            for finding in findings
        )
    return Gathered(frozenset(paths), rows)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
