"""Hold viterm's replacements against what a linguist would write: `.ci/fixes/<language>.jsonl`, a row for each finding.

A row has the place and the words found, what is right there (`right`, any of them), and `safe`: whether structure, head
and everything around stay as they are, so that it could be written unseen. A replacement that only lacks more than a
proposal in the glossary counts as offered for its form; how many there are is shown beside.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

REFERENCES = Path(__file__).parent.parent / "fixes"
ONLY_PROPOSED = "the glossary has no more than a proposal"
LEAST_OFFERED = 90.0
LEAST_RIGHT = 90.0
LEAST_KNOWN = 90.0


def main() -> int:
    """Return 1 where a threshold is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--viterm", default="viterm")
    parser.add_argument("--shared", type=Path, required=True)
    arguments = parser.parse_args()
    total = Counter[str]()
    print("      first right      safe: offered  (written)  wrong   without a reference")
    for file in sorted(REFERENCES.glob("*.jsonl")):
        references = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
        article = arguments.shared / "articles" / f"{file.stem}.txt"
        counts = _score(_findings(arguments.viterm, article, file.stem), references)
        print(_line(file.stem, counts))
        total += counts
    print(_line("all", total))
    missed = [
        f"{name} {share:.1f} % < {least} %"
        for name, share, least in (
            ("offered", _share(total, "offered", "safe"), LEAST_OFFERED),
            ("first right", _share(total, "right", "known"), LEAST_RIGHT),
            ("with a reference", 100 - _share(total, "unknown", "found"), LEAST_KNOWN),
        )
        if share < least
    ]
    if total["wrong"]:
        missed.append(f"{total['wrong']} safe ones are wrong")
    print("missed: " + ", ".join(missed) if missed else "all thresholds reached")
    return bool(missed)


def _score(findings: list[dict[str, Any]], references: list[dict[str, Any]]) -> Counter[str]:
    by_place = {(row["line"], row["column"], row["found"]): row for row in references}
    counts = Counter[str]()
    for finding in findings:
        counts["found"] += 1
        reference = by_place.get((finding["line"], finding["column"], finding["found"]))
        if reference is None:
            counts["unknown"] += 1
            continue
        counts["known"] += 1
        fix = finding.get("fix") or {"safe": False, "reason": "none", "edit": None}
        right = bool(finding["suggestions"]) and finding["suggestions"][0] in reference["right"]
        certain = fix["edit"] is not None and fix["reason"] in ("", ONLY_PROPOSED)
        counts["right"] += right
        counts["safe"] += reference["safe"]
        counts["offered"] += certain and reference["safe"]
        counts["written"] += fix["safe"]
        counts["wrong"] += certain and not right
        if not right:
            place = "{path}:{line}:{column}".format(**finding)
            print(f"  {place}: “{finding['found']}” → {finding['suggestions'][:1]}, right: {reference['right'][:3]}")
    return counts


def _line(name: str, counts: Counter[str]) -> str:
    right = f"{counts['right']}/{counts['known']} ({_share(counts, 'right', 'known'):.1f} %)"
    offered = f"{counts['offered']}/{counts['safe']} ({_share(counts, 'offered', 'safe'):.1f} %)"
    return f"{name:4}  {right:16} {offered:16} {counts['written']:5} {counts['wrong']:9} {counts['unknown']:7}"


def _share(counts: Counter[str], part: str, whole: str) -> float:
    return 100 * counts[part] / counts[whole] if counts[whole] else 100.0


def _findings(viterm: str, article: Path, language: str) -> list[dict[str, Any]]:
    command = [viterm, "lint", "--lang", language, "--format", "json", "--fail-on", "never", str(article)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    findings: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return findings


if __name__ == "__main__":
    sys.exit(main())
