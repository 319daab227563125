"""What one warm `viterm lint` of a German article costs in CPU time, beside other tools with the same terms.

    python bench/warm_lint.py [ARTICLE] [--runs N]

Each tool takes turns with viterm (A B A B …) after one warm-up each. What is not installed is left out.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

import peers
from article import german_article
from machine import machine
from measure import Command, in_turns, table, viterm_command
from terms import wrong_german

_FOUND = 1  # the exit code of every one of the tools when it has something to say


def main() -> int:
    """Measure and print a table; 2 where viterm itself does not run."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="viterm-bench-") as name:
        folder = Path(name)
        article = arguments.article.resolve() if arguments.article else folder / "article.txt"
        if arguments.article is None:
            article.write_text(german_article(), encoding="utf-8")
        return _compare(article, folder, arguments)


def _compare(article: Path, folder: Path, arguments: argparse.Namespace) -> int:
    wrong = wrong_german()
    ours = peers.viterm(viterm_command(arguments.viterm), article, folder)
    beside = Path(sys.executable).with_name("termflex")
    termflex = arguments.termflex or (str(beside) if beside.exists() else shutil.which("termflex"))
    others = [
        peers.textlint(arguments.node_modules.resolve(), wrong, article, folder),
        peers.termflex(str(Path(termflex).absolute()) if termflex else None, wrong, article, folder),
        peers.vale(wrong, article, folder),
    ]
    data = article.read_bytes()
    print(machine())
    shown = f"{len(data):,} bytes, SHA-256 {hashlib.sha256(data).hexdigest()[:12]}"
    print(f"article: {arguments.article or 'made by bench/article.py'}, {shown}")
    print(
        f"terms: {sum(len(row.terms) for row in wrong):,} wrong ones of {len(wrong)} concepts, for every tool the same"
    )
    found = _findings(ours)
    if isinstance(found, str):
        print(found, file=sys.stderr)
        return 2
    rows: list[tuple[str, ...]] = []
    notes: list[str] = []
    for other in others:
        if isinstance(other, peers.Missing):
            notes.append(f"{other.name} left out, not installed: {other.install}")
        elif isinstance(count := _findings(other), str):
            notes.append(count)
        else:
            pair = in_turns(ours.command, other.command, arguments.runs)
            rows.append((other.name, pair.second.shown(), pair.first.shown(), pair.ratio.shown(1), str(count)))
    for name, floor in _floors(folder):
        pair = in_turns(ours.command, floor, arguments.runs)
        rows.append((name, pair.second.shown(), pair.first.shown(), pair.ratio.shown(2), "–"))
    print(f"{ours.name} has {found} findings; CPU milliseconds (user + system) of {arguments.runs} pairs of runs:")
    print()
    table(("median (lowest–highest)", "it, ms", "viterm, ms", "it / viterm", "its findings"), rows)
    for note in notes:
        print(f"\n{note}")
    return 0


def _findings(tool: peers.Tool) -> int | str:
    """How many findings a tool has, or why it can't be measured: where it finds nothing, its time means nothing."""
    code = tool.command.run().code
    try:
        count = tool.count() if code == _FOUND else 0
    except ValueError:
        return f"{tool.name} left out: it failed"
    return count or f"{tool.name} left out: " + (
        "it finds nothing in the article" if code in (0, _FOUND) else f"it ended with exit code {code}"
    )


def _floors(folder: Path) -> list[tuple[str, Command]]:
    """What the language runtimes cost that do nothing: no tool written in them can be below."""
    floors = [("(Python that does nothing)", Command((sys.executable, "-c", "pass"), folder))]
    if node := shutil.which("node"):
        version = Command((node, "--version"), folder).output().strip().removeprefix("v")
        floors.append((f"(Node {version} that does nothing)", Command((node, "-e", "0"), folder)))
    return floors


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="CPU time of a warm viterm lint beside other tools")
    parser.add_argument("article", nargs="?", type=Path, metavar="ARTICLE", help="a German text (default: one is made)")
    parser.add_argument("--runs", type=_positive, default=15, metavar="N", help="pairs of runs (default: 15)")
    parser.add_argument("--viterm", metavar="FILE", help="the viterm command (default: that of this Python)")
    parser.add_argument("--termflex", metavar="FILE", help="the termflex command (default: this Python's, or on PATH)")
    parser.add_argument(
        "--node-modules", type=Path, default=Path("node_modules"), metavar="DIR", help="where npm put textlint"
    )
    return parser.parse_args()


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


if __name__ == "__main__":
    sys.exit(main())
