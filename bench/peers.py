"""The tools that viterm is compared with: how each is told the same terms, and how it is run on one article."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measure import Command, python_of
from terms import Wrong

_SYNTAX = re.compile(r"[\\^$.*+?()\[\]{}|/]")  # of JavaScript's regular expressions
_ESCAPED = r"\\\g<0>"


@dataclass(frozen=True)
class Tool:
    """A tool that is ready to run.

    `command` is what is timed; `count` runs it once more and says how many findings it has, with ValueError where its
    output is no report.
    """

    name: str
    command: Command
    count: Callable[[], int]


@dataclass(frozen=True)
class Missing:
    """A tool that is not installed, and how to install it."""

    name: str
    install: str


def viterm(program: Sequence[str], article: Path, folder: Path) -> Tool:
    """The command `viterm lint` with a store of compiled glossaries of its own, which its warm-up fills."""
    environment = {"VITERM_CACHE_DIR": str(folder / "store")}
    # What it compiles is kept between runs: this is the warm run of everyday use.
    run = (*program, "lint", "--lang", "de", str(article))
    version = Command((*program, "--version"), folder).output().strip() or "viterm"

    def count() -> int:
        found = Command((*run, "--format", "json"), folder, environment).output()
        return len(json.loads(found)["findings"])

    return Tool(version, Command(run, folder, environment), count)


def textlint(modules: Path, wrong: Sequence[Wrong], article: Path, folder: Path) -> Tool | Missing:
    """The command `textlint` with textlint-rule-prh: one rule a concept, its terms as patterns."""
    node = shutil.which("node")
    manifests = [modules / name / "package.json" for name in ("textlint", "textlint-rule-prh")]
    if node is None or not all(manifest.is_file() for manifest in manifests):
        return Missing(
            "textlint + prh", "npm install textlint textlint-rule-prh, and name the folder with --node-modules"
        )
    lines = ["version: 1", "rules:"]
    for row in wrong:
        lines += [f"  - expected: {_quoted(row.approved[0])}", "    patterns:"]
        # A plain pattern would do, but for a hyphen, which prh 5 escapes in a way that Node refuses.
        patterns = [f"/{_SYNTAX.sub(_ESCAPED, term)}/" for term in _longest_first(row.terms)]
        lines += [f"      - {_quoted(pattern)}" for pattern in patterns]
    (folder / "prh.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    config = folder / ".textlintrc.json"
    config.write_text(json.dumps({"rules": {"prh": {"rulePaths": ["prh.yml"]}}}), encoding="utf-8")
    script = modules / "textlint" / "bin" / "textlint.js"
    run = (node, str(script), "--config", str(config), "--rules-base-directory", str(modules), str(article))

    def count() -> int:
        reports = json.loads(Command((*run, "--format", "json"), folder).output())
        return sum(len(report["messages"]) for report in reports)

    versions = [json.loads(manifest.read_text(encoding="utf-8"))["version"] for manifest in manifests]
    return Tool(f"textlint {versions[0]} + prh {versions[1]}", Command(run, folder), count)


def termflex(program: str | None, wrong: Sequence[Wrong], article: Path, folder: Path) -> Tool | Missing:
    """The command `termflex`, German against German, as its documents do for texts without a source.

    Each paragraph stands on both sides of a PO file; the termbase leads from every wrong term to the approved ones. So
    it reports a wrong term where no approved one stands in the same paragraph.
    """
    if program is None:
        return Missing("termflex", "pip install termflex, into this environment or one named with --termflex")
    termbase, units = folder / "termbase.csv", folder / "article.po"
    with termbase.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("wrong", "approved"))
        rows.writerows((term, approved) for row in wrong for term in row.terms for approved in row.approved)
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    paragraphs = [_quoted(line) for line in article.read_text(encoding="utf-8").split("\n") if line.strip()]
    entries = [f"\nmsgid {paragraph}\nmsgstr {paragraph}\n" for paragraph in paragraphs]
    units.write_text(header + "".join(entries), encoding="utf-8")
    # One worker, which it runs in its own process: a pool for one file would only cost more.
    run = (
        program, str(units), "--glossary", str(termbase), "--glossary-source-field", "wrong",
        "--glossary-target-field", "approved", "--src", "de", "--tgt", "de", "--workers", "1",
    )  # fmt: skip

    def count() -> int:
        segments: list[dict[str, Any]] = json.loads(Command((*run, "--output-format", "json"), folder).output())
        return sum(len(segment["failed"]) for segment in segments)

    ask = "from importlib.metadata import version; print(version('termflex'))"
    version = Command((python_of(program), "-c", ask), folder).output().strip()
    return Tool(f"termflex {version}".strip(), Command(run, folder), count)


def vale(wrong: Sequence[Wrong], article: Path, folder: Path) -> Tool | Missing:
    """The command `vale` with one substitution rule."""
    program = shutil.which("vale")
    if program is None:
        return Missing("Vale", "put a release of vale on PATH")
    style = folder / "styles" / "Terms"
    style.mkdir(parents=True)
    swaps = {term: row.approved[0] for row in wrong for term in row.terms}
    lines = ["extends: substitution", "message: 'write %s, not %s'", "level: error", "ignorecase: false", "swap:"]
    lines += [f"  {_quoted(term)}: {_quoted(swaps[term])}" for term in _longest_first(tuple(swaps))]
    (style / "Wrong.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    config = folder / ".vale.ini"
    config.write_text("StylesPath = styles\nMinAlertLevel = error\n\n[*]\nBasedOnStyles = Terms\n", encoding="utf-8")
    run = (program, f"--config={config}", str(article))

    def count() -> int:
        files: dict[str, list[object]] = json.loads(Command((*run[:2], "--output=JSON", *run[2:]), folder).output())
        return sum(map(len, files.values()))

    done = subprocess.run((program, "--version"), capture_output=True, text=True, check=False)
    return Tool(done.stdout.strip() or "Vale", Command(run, folder), count)


def _quoted(text: str) -> str:
    """A JSON string, which YAML and PO read as well."""
    return json.dumps(text, ensure_ascii=False)


def _longest_first(terms: tuple[str, ...]) -> list[str]:
    """The order in which an alternation of regular expressions finds the longest term."""
    return sorted(terms, key=lambda term: (-len(term), term))
