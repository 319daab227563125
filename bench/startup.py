"""What `viterm lint` costs before it reads a word: CPU time beyond a bare Python, and the costliest imports.

python bench/startup.py [ARTICLE] [--runs N] [--top N] [--viterm FILE]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from article import german_article
from machine import machine
from measure import Command, Spread, python_of, table, viterm_command

_MAIN = "import sys; from viterm.cli import main; sys.exit(main(sys.argv[1:]))"


class Import(NamedTuple):
    """One line of `-X importtime`, in milliseconds: a module alone, and with all that it imports."""

    module: str
    own: float
    total: float


def main() -> None:
    """Measure and print both tables."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="viterm-bench-") as name:
        folder = Path(name)
        (folder / "one-line.txt").write_text("Guten Tag.\n", encoding="utf-8")
        article = arguments.article.resolve() if arguments.article else folder / "article.txt"
        if arguments.article is None:
            article.write_text(german_article(), encoding="utf-8")
        print(machine())
        program = viterm_command(arguments.viterm)
        python = python_of(program[0])
        _print_costs(program, python, article, folder, arguments.runs)
        _print_imports(python, folder, arguments.runs, arguments.top)


def _environment(folder: Path) -> dict[str, str]:
    return {"VITERM_CACHE_DIR": str(folder / "store")}


def _print_costs(program: Sequence[str], python: str, article: Path, folder: Path, runs: int) -> None:
    steps = {
        "python -c pass": (python, "-c", "pass"),
        "viterm --version": (*program, "--version"),
        "viterm lint, one line": (*program, "lint", "--lang", "de", "one-line.txt"),
        "viterm lint, the article": (*program, "lint", "--lang", "de", str(article)),
        "the same with --no-cache": (*program, "lint", "--no-cache", "--lang", "de", str(article)),
    }
    commands = {name: Command(arguments, folder, _environment(folder)) for name, arguments in steps.items()}
    times: dict[str, list[float]] = defaultdict(list)
    for command in commands.values():
        command.run()
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(command.run().ms)
    print(f"\nCPU milliseconds, {runs} runs of each in turns; median (lowest–highest):\n")
    bare = Spread.of(times["python -c pass"]).median
    rows = [(name, Spread.of(times[name]).shown(), f"{Spread.of(times[name]).median - bare:.0f}") for name in steps]
    table(("", "ms", "over bare Python"), rows)


def _print_imports(python: str, folder: Path, runs: int, top: int) -> None:
    best: dict[str, Import] = {}
    for _ in range(runs):
        for row in _imports(python, folder):
            # The quickest of several runs is the one that the rest of the machine disturbed least.
            if row.module not in best or row.own < best[row.module].own:
                best[row.module] = row
    bare = {row.module for row in _import_rows((python, "-X", "importtime", "-c", "pass"), folder)}
    rows = [row for row in best.values() if row.module not in bare]
    packages: dict[str, float] = defaultdict(float)
    for row in rows:
        packages[row.module.partition(".")[0]] += row.own
    print(f"\n{len(rows)} imports of `viterm lint`, {sum(row.own for row in rows):.0f} ms of wall time in all;")
    print("milliseconds of the quickest of the runs: the module alone, and with what it imports first\n")
    shown = sorted(rows, key=lambda row: -row.own)[:top]
    table(("module", "alone", "with imports"), [(row.module, f"{row.own:.1f}", f"{row.total:.1f}") for row in shown])
    print("\nby package, the modules' own times added up:\n")
    heaviest = sorted(packages.items(), key=lambda item: -item[1])[:top]
    table(("package", "ms"), [(package, f"{ms:.1f}") for package, ms in heaviest])


def _imports(python: str, folder: Path) -> Iterable[Import]:
    lint = ("-c", _MAIN, "lint", "--lang", "de", "one-line.txt")
    return _import_rows((python, "-X", "importtime", *lint), folder)


def _import_rows(command: Sequence[str], folder: Path) -> list[Import]:
    environment = {**os.environ, **_environment(folder)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    rows = []
    for line in done.stderr.split("\n"):
        own, _, rest = line.removeprefix("import time:").partition("|")
        total, _, module = rest.partition("|")
        if line.startswith("import time:") and own.strip().isdigit():
            rows.append(Import(module.strip(), int(own) / 1000, int(total) / 1000))
    return rows


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="what a viterm lint costs before it reads a word")
    parser.add_argument("article", nargs="?", type=Path, metavar="ARTICLE", help="a German text (default: one is made)")
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="runs of each (default: 15)")
    parser.add_argument("--top", type=int, default=20, metavar="N", help="how many imports to show (default: 20)")
    parser.add_argument("--viterm", metavar="FILE", help="the viterm command (default: that of this Python)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
