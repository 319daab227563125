"""CPU time of commands: user and system time of a process and of all its children that it waited for.

Not wall time: on a machine that does other things besides, wall time measures the other things. POSIX only (wait4).
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import NamedTuple


@dataclass(frozen=True)
class Command:
    """A command line, the folder that it runs in, and what it adds to the environment."""

    arguments: Sequence[str]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def output(self) -> str:
        """Run it and return its standard output, whatever its exit code."""
        done = subprocess.run(
            self.arguments, cwd=self.folder, env=self._environment(), stdin=subprocess.DEVNULL, capture_output=True,
            check=False,
        )  # fmt: skip
        return done.stdout.decode()

    def run(self) -> Run:
        """Run it once, its output thrown away."""
        process = subprocess.Popen(
            self.arguments, cwd=self.folder, env=self._environment(), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return Run(1000 * (usage.ru_utime + usage.ru_stime), process.returncode)

    def _environment(self) -> dict[str, str]:
        return {**os.environ, **self.environment}


class Run(NamedTuple):
    """One run: CPU milliseconds and exit code."""

    ms: float
    code: int


class Spread(NamedTuple):
    """A median and the extremes around it."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """The spread of some values, at least one."""
        return cls(median(values), min(values), max(values))

    def shown(self, digits: int = 0) -> str:
        """As `median (low–high)`."""
        return f"{self.median:.{digits}f} ({self.low:.{digits}f}–{self.high:.{digits}f})"


class Pair(NamedTuple):
    """What two commands cost, run in turns: A B A B. `ratio` is B to A, pair by pair."""

    first: Spread
    second: Spread
    ratio: Spread


def in_turns(first: Command, second: Command, runs: int) -> Pair:
    """Run two commands in turns, so that a busy spell of the machine falls on both; one warm-up each before."""
    first.run()
    second.run()
    pairs = [(first.run().ms, second.run().ms) for _ in range(runs)]
    return Pair(
        Spread.of([a for a, _ in pairs]),
        Spread.of([b for _, b in pairs]),
        Spread.of([b / a for a, b in pairs]),
    )


def viterm_command(given: str | None = None) -> tuple[str, ...]:
    """The viterm to measure: the given one, else that of this Python's environment, else this Python with `-m`."""
    installed = Path(sys.executable).with_name("viterm")
    if given or installed.exists():
        return (str(Path(given).absolute()) if given else str(installed),)
    return sys.executable, "-m", "viterm"


def python_of(script: str) -> str:
    """The Python that runs an installed script, if it lies beside it; else this one."""
    beside = Path(script).with_name("python")
    return str(beside) if beside.exists() else sys.executable


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], write: Callable[[str], object] = print) -> None:
    """Write rows in columns, the first to the left, the others to the right."""
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]
    for row in [heads, *rows]:
        cells = [
            f"{cell:<{width}}" if i == 0 else f"{cell:>{width}}"
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        write("  ".join(cells).rstrip())
