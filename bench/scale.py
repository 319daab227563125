"""Whether finding depends on the size of the glossary: MB a second with 1,000 and 10,000 concepts, beside ripgrep.

    python bench/scale.py [--megabytes N] [--runs N]

The same text goes through both glossaries. ripgrep gets every form of every rendering as a list of fixed strings.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from machine import machine
from measure import Command, table
from synthetic import SCRIPTS, Script, World, phrases
from viterm.compile import compile_glossary
from viterm.compiled import Compiled
from viterm.document import Document
from viterm.find import Finder
from viterm.glossary import Glossary
from viterm.reading import make_document, parse

# Concepts, and whether those that the text has nothing of are made of words that do not occur in it either.
_GLOSSARIES = ((1_000, False), (10_000, True), (10_000, False))
_HEADS = (
    *("concepts", "patterns", "load, ms", "articles, MB/s", "one file, MB/s", "found"),
    *("rg list, ms", "rg, MB/s", "rg found"),
)
_TIMES = 8  # how many times over ripgrep gets the text: once is too short to be timed


def main() -> None:
    """Measure and print a table."""
    arguments = _arguments()
    rg = shutil.which("rg")
    print(machine())
    version = _first_line(Command((rg, "--version"), Path.cwd())) if rg else "ripgrep left out: no rg on PATH"
    print(f"{arguments.megabytes} MB of text a script, median of {arguments.runs} runs of CPU time; {version}")
    print()
    rows = []
    for script in SCRIPTS:
        world = World(script)
        articles = world.articles(int(arguments.megabytes * 1e6))
        for concepts, elsewhere in _GLOSSARIES:
            name = f"{script.name} {concepts:,}{', 9,000 of other words' * elsewhere}"
            glossary = world.glossary(concepts, elsewhere=elsewhere)
            rows += [(name, *_row(script, glossary, articles, rg, arguments.runs))]
    table(_HEADS, rows)


def _first_line(command: Command) -> str:
    return command.output().partition("\n")[0]


def _row(script: Script, glossary: Glossary, articles: list[str], rg: str | None, runs: int) -> tuple[str, ...]:
    text = compile_glossary(glossary, script.tag).to_json()
    compiled = Compiled.from_json(text)
    finder = Finder(compiled)
    documents = [_document(article, script) for article in articles]
    whole = _document("".join(articles), script)
    megabytes = len(whole.text.encode()) / 1e6
    load = _seconds(lambda: Finder(Compiled.from_json(text)), runs)
    by_article = _seconds(lambda: [finder.find(document) for document in documents], runs)
    by_file = _seconds(lambda: finder.find(whole), runs)
    ours = (
        f"{len(compiled.patterns):,}",
        f"{1000 * load:,.0f}",
        f"{megabytes / by_article:.1f}",
        f"{megabytes / by_file:.1f}",
        f"{len(finder.find(whole)):,}",
    )
    return (*ours, *(_ripgrep(rg, phrases(glossary), whole.text, runs) if rg else ("–", "–", "–")))


def _document(text: str, script: Script) -> Document:
    return make_document(text, parse(text, "text.txt"), shown="text.txt", language=script.tag)


def _seconds(action: Callable[[], object], runs: int) -> float:
    """The median CPU time of an action, after a warm-up."""
    action()
    times = []
    for _ in range(runs):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return median(times)


def _ripgrep(rg: str, terms: Sequence[str], text: str, runs: int) -> tuple[str, str, str]:
    """What the list costs alone (milliseconds), MB a second beyond that, and the number of matches."""
    with tempfile.TemporaryDirectory(prefix="viterm-bench-") as name:
        folder = Path(name)
        for file, content in (("list", "\n".join(terms) + "\n"), ("text", text * _TIMES), ("nothing", "\n")):
            (folder / file).write_text(content, encoding="utf-8")
        search = (rg, "--no-config", "--threads=1", "--count-matches", "--fixed-strings", "--file=list")
        cost = {}
        for file in ("nothing", "text"):
            command = Command((*search, file), folder)
            cost[file] = median(command.run().ms for _ in range(runs))
        found = Command((*search, "text"), folder).output().strip()
    net = cost["text"] - cost["nothing"]
    # CPU times come in steps of a few milliseconds: less than that says nothing.
    speed = f"{_TIMES * len(text.encode()) / 1000 / net:.0f}" if net > 10 else "more text needed"
    return f"{cost['nothing']:,.0f}", speed, f"{int(found or 0) // _TIMES:,}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="throughput of finding by size of the glossary")
    parser.add_argument("--megabytes", type=float, default=2, metavar="N", help="text a script (default: 2)")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs of each (default: 3)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
