"""Exit codes.

0   clean: no finding that fails the run, and every file could be checked
1   findings that fail the run (`--fail-on`); `glossary check`: what is wrong but would not keep a lint from running
2   wrong usage, config, glossary or input, nothing to check, or no place to write to; comes before 1
130 interrupted

Where the reader of the output goes away early (`| head`) it is 1, as what has not been read may hold findings.
"""

from __future__ import annotations

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
