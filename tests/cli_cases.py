"""The cases of `cli/*.yaml`: what is run, what must come of it, and how to write that anew.

A case has these keys; all but the first two may be left out:

    case    what it shows
    run     the arguments, as in a shell
    files   path → text of further files; nothing (`~`) takes a file of the project away
    latin1  the same, in an encoding that viterm does not read
    stdin   what stands in standard input
    env     further environment variables
    exit    the exit code, 0 if left out
    stdout  what is printed; in it `...` stands for anything within a line, or alone in a line for any lines
    stderr  the same for standard error
    writes  path → text of files that are there afterwards

Each case runs in a folder of its own with what is in `cli/project`.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

FOLDER = Path(__file__).parent / "cli"
PROJECT = FOLDER / "project"


class Outcome(NamedTuple):
    """What came of a run."""

    exit: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Case:
    """One case; `source` is the file that it stands in."""

    source: Path
    case: str
    run: str
    files: Mapping[str, str | None] = field(default_factory=dict)
    latin1: Mapping[str, str] = field(default_factory=dict)
    stdin: str = ""
    env: Mapping[str, str] = field(default_factory=dict)
    exit: int = 0
    stdout: str = ""
    stderr: str = ""
    writes: Mapping[str, str] = field(default_factory=dict)

    @property
    def arguments(self) -> list[str]:
        return shlex.split(self.run)

    @property
    def expected(self) -> Outcome:
        return Outcome(self.exit, self.stdout, self.stderr)

    def prepare(self, folder: Path) -> None:
        """Write the case's own files."""
        for name, text in self.files.items():
            path = folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode())
        for name, text in self.latin1.items():
            (folder / name).write_bytes(text.encode("latin-1"))


def cases() -> list[Case]:
    """All cases."""
    return [
        Case(path, **row) for path in sorted(FOLDER.glob("*.yaml")) for row in yaml.safe_load(path.read_text("utf-8"))
    ]


def fits(expected: str, text: str) -> bool:
    """Whether a text is as expected, with `...` for anything."""
    pattern = re.escape(expected)
    pattern = re.sub(r"^\\\.\\\.\\\.\\\n", "(?:.*\n)*", pattern, flags=re.MULTILINE)
    return re.fullmatch(pattern.replace(r"\.\.\.", ".*"), text) is not None


def update(source: Path, outcomes: Mapping[str, Outcome]) -> None:
    """Write what came of the cases of a file into it; where `...` still fits, and in all else, it stays as it is."""
    text = source.read_text("utf-8")
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.SequenceNode), source
    known = {case.case: case for case in cases() if case.source == source}
    for node in reversed(root.value):
        name = next(value.value for key, value in node.value if key.value == "case")
        if name in outcomes:
            text = _replaced(text, node, known[name], outcomes[name])
    source.write_text(text, "utf-8")


def _replaced(text: str, node: yaml.MappingNode, case: Case, outcome: Outcome) -> str:
    """The text with the new outcome in the place of the old one, at the end of the case."""
    kept = [value.end_mark.index for key, value in node.value if key.value not in Outcome._fields]
    assert all(key.start_mark.index >= max(kept) for key, _ in node.value if key.value in Outcome._fields), case.case
    start = max(kept)
    after = text[node.end_mark.index :]
    head = text[:start].rstrip() + "\n"
    return head + "".join(_lines(case, outcome)) + ("\n" + after.lstrip("\n") if after.strip() else "")


def _lines(case: Case, outcome: Outcome) -> Iterator[str]:
    if outcome.exit:
        yield f"  exit: {outcome.exit}\n"
    for key in ("stdout", "stderr"):
        old, new = getattr(case, key), getattr(outcome, key)
        if shown := old if fits(old, new) else new:
            dumped = yaml.dump({key: _Block(shown)}, Dumper=_Dumper, allow_unicode=True, width=10_000)
            lines = dumped.removesuffix("\n...\n").rstrip("\n").split("\n")
            yield from (f"  {line}\n" if line else "\n" for line in lines)


class _Block(str):
    """A text to be written line by line."""


class _Dumper(yaml.SafeDumper):
    pass


def _represent(dumper: yaml.SafeDumper, text: _Block) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")


_Dumper.add_representer(_Block, _represent)
