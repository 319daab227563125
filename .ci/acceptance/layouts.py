"""Check that the layout of an article has no say in its findings: python .ci/acceptance/layouts.py ARTICLE.

ARTICLE is a plain text named after its language (de.txt). Prints one row a layout; exits with 1 where one gives other
findings than the plain text, or puts one in another place than where it stands.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from layouts import LAYOUTS, laid_out, misplaced, paragraphs, rows


def main(article: str) -> int:
    """Compare all layouts of an article."""
    path = Path(article)
    text, language = paragraphs(path.read_text(encoding="utf-8")), path.stem
    expected = Counter(rows(laid_out(LAYOUTS[0], text, language)[1]))
    out = [f"{'layout':24} findings  missing  extra  misplaced"]
    faults: list[str] = []
    for layout in LAYOUTS:
        document, findings = laid_out(layout, text, language)
        found = Counter(rows(findings))
        missing, extra = expected - found, found - expected
        wrong = list(misplaced(document, findings))
        out.append(f"{layout.name:24} {len(findings):8} {missing.total():8} {extra.total():6} {len(wrong):10}")
        faults += [f"{layout.name}: missing {row}" for row in missing.elements()]
        faults += [f"{layout.name}: extra {row}" for row in extra.elements()]
        faults += [f"{layout.name}: {place}" for place in wrong]
    if not expected:
        faults.append(f"{article}: no findings, so nothing is proved")
    sys.stdout.write("\n".join([*out, *faults, ""]))
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python .ci/acceptance/layouts.py ARTICLE")
    sys.exit(main(sys.argv[1]))
