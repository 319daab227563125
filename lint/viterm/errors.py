"""What can go wrong because of the input, as opposed to a bug of ours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


class UserError(Exception):
    """Wrong usage, config or input. The message is one line for the person at the keyboard; exit code 2."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a YAML file. Lines and columns are 1-based, columns in code points.

    `message` says what is wrong and what would have been right.
    """

    path: str
    line: int
    column: int
    message: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        warning = "warning: " if self.severity == "warning" else ""
        return f"{self.path}:{self.line}:{self.column}: {warning}{self.message}"


class ProblemsError(UserError):
    """A file was read to its end and found faulty: every problem of every file, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
