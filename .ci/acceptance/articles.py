"""Score viterm on labelled articles and hold it to its thresholds: over the core concepts, and shown over all."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

CORE = Path(__file__).parent.parent / "core.txt"
LEAST = {"found": 97.0, "flagged": 95.0, "cleared": 98.0}
MOST_STRAYS = 2


def main() -> int:
    """Return 1 where a threshold over the core concepts is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--viterm", default="viterm")
    parser.add_argument("--shared", type=Path, required=True)
    arguments = parser.parse_args()
    score = [sys.executable, str(arguments.shared / "bench" / "score_articles.py"), "--viterm", arguments.viterm]
    core = CORE.read_text(encoding="utf-8").split("\n")[:-1]
    everything = _run(score)
    print("all concepts\n" + everything)
    over_core = _run([*score, "--core", *core])
    print(f"core concepts ({len(core)})\n" + over_core)
    total = over_core.rstrip().rpartition("\n")[2]
    shares = {name: _number(rf"{name} \d+/\d+ \(([\d.]+) %\)", total) for name in LEAST}
    missed = [f"{name} {share} % < {LEAST[name]} %" for name, share in shares.items() if share < LEAST[name]]
    strays = _number(r"strays (\d+)", total)
    if strays > MOST_STRAYS:
        missed.append(f"strays {strays:.0f} > {MOST_STRAYS}")
    print("missed: " + ", ".join(missed) if missed else "all thresholds reached")
    return bool(missed)


def _number(pattern: str, text: str) -> float:
    found = re.search(pattern, text)
    if found is None:
        sys.exit(f"no {pattern} in: {text}")
    return float(found[1])


def _run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
