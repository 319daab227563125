"""What termflex says of terms in texts, row by row: run by the Python that has termflex.

Reads a JSON object from standard input: `source`, `target` (tags of languages) and `rows` of `[source text, source
term, target text, target term]`. Writes a JSON list with `ok`, `partial`, `missing` or `unseen` a row;
`unseen`: termflex does not see the source term in the source text.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module


def main() -> None:
    """Check every row with a glossary of its one term."""
    # Named at run time only: termflex is in another environment than the one that this code is checked in.
    termflex = import_module("termflex")
    asked = json.load(sys.stdin)
    answers = []
    for source, term, target, rendering in asked["rows"]:
        glossary = termflex.Glossary.from_json(
            input_json={term: rendering},
            schema={"layout": "mapping"},
            source_lang=asked["source"],
            target_lang=asked["target"],
        )
        found = termflex.Checker(glossary=glossary).check(source_text=source, target_text=target)
        answers.append(found[0].status if found else "unseen")
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
