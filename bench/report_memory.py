"""Peak memory of each format of `viterm lint` for 200,000 findings: python bench/report_memory.py [--findings N].

Each format has a process of its own, which makes the findings while it writes the report, a file's at a time, as a lint
does. What a format keeps is what it adds to the first row.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle

from machine import machine
from measure import table
from viterm.document import Document
from viterm.findings import Finding, Severity, Via
from viterm.report import FileReport, Options, names, writer
from viterm.rules import RULES

_LIMIT = 300  # MB
_PER_FILE = 100
_NO_REPORT = "(no report)"
_FOUND = "Mobilisierung qualifizierter Massen"
_LINE = f"🙂 Im Haus {{}} half die „{_FOUND}“ dem Dorf. " + "Viele Häuser stehen schon am Fluss. " * 5 + "\n"


def reports(findings: int) -> Iterator[FileReport]:
    """Made-up results: files with a hundred findings each, of all rules and severities."""
    for number in range(0, findings, _PER_FILE):
        text = "".join(_LINE.format(line) for line in range(number, min(number + _PER_FILE, findings)))
        document = Document(f"articles/{number:06}.de.md", "de", text, ())
        yield FileReport(document, tuple(_findings(text)))


def _findings(text: str) -> Iterator[Finding]:
    kinds = cycle((rule, severity) for rule in RULES for severity in Severity)
    start = -1
    while (start := text.find(_FOUND, start + 1)) >= 0:
        rule, severity = next(kinds)
        yield Finding(
            start,
            start + len(_FOUND),
            severity,
            rule,
            concept="dan-van-kheo",
            name="dân vận khéo",
            found=_FOUND,
            rendering=_FOUND,
            via=Via.INFLECTED,
            suggestions=("geschickte Massenmobilisierung", "kluge Massenmobilisierung"),
            message=f"“{_FOUND}” is wrong for “dân vận khéo”: the adjective belongs to the work, not to the masses.",
        )


def measure_here(name: str, findings: int) -> None:
    """Write one report, or only make its findings; print the process's peak memory and the report's size in bytes."""
    made = reports(findings)
    with tempfile.TemporaryFile("w", encoding="utf-8", newline="\n") as out:
        if name == _NO_REPORT:
            sum(len(report.findings) for report in made)
        else:
            writer(name, "lint")(made, out.write, Options("0", files=findings // _PER_FILE))
        size = out.seek(0, os.SEEK_END)
    # Linux counts kilobytes, macOS bytes.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(peak, size)


def measured(name: str, findings: int) -> tuple[float, float]:
    """Peak memory and size of a report of its own process, in MB (a million bytes)."""
    command = [sys.executable, __file__, "--findings", str(findings), "--one", name]
    peak, size = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return int(peak) / 1e6, int(size) / 1e6


def main() -> int:
    """Print a row for each format; return 1 if one takes 300 MB or more."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--findings", type=int, default=200_000, metavar="N")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        measure_here(arguments.one, arguments.findings)
        return 0
    print(f"{machine()}\n{arguments.findings:,} findings in {arguments.findings // _PER_FILE:,} files\n")
    results = {name: measured(name, arguments.findings) for name in [_NO_REPORT, *names("lint")]}
    rows = [[name, f"{peak:.0f}", f"{size:.0f}"] for name, (peak, size) in results.items()]
    table(["format", "peak MB", "report MB"], rows)
    return 1 if any(peak >= _LIMIT for peak, _ in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
