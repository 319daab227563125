"""Whole reports of results with everything that makes reports go wrong, and the samples of `docs/formats.md`.

`python -m pytest tests/test_report_goldens.py --update` writes both anew: review the difference.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goldens import difference
from report_samples import SAMPLES, file
from reports import finding, report
from viterm.report import FORMATS

COMMAND = "python -m pytest tests/test_report_goldens.py --update"
PAGE = Path(__file__).parent.parent / "docs" / "formats.md"
FILES = {
    "sarif": "report.sarif",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "rdjson": "rdjson.json",
    "junit": "junit.xml",
    "checkstyle": "checkstyle.xml",
    "markdown": "markdown.md",
}


@pytest.mark.parametrize("name", FILES)
def test_the_report_is_as_it_was(name: str, request: pytest.FixtureRequest) -> None:
    written = report(name, SAMPLES, files=len(SAMPLES)).encode("utf-8", "backslashreplace").decode()
    changed = difference(f"formats/{FILES[name]}", written, update=request.config.getoption("--update"))
    assert not changed, f"the report has changed; if it should, run `{COMMAND}` and review\n{changed}"


TEXT = "🙂 Die „Mobilisierung qualifizierter Massen“.\n"
FOUND = "Mobilisierung qualifizierter Massen"
SAMPLE = file("a.de.md", TEXT, finding(TEXT, FOUND, suggestions=["geschickte Massenmobilisierung"]))


@pytest.mark.parametrize("name", FORMATS)
def test_the_sample_on_the_page_is_real(name: str, request: pytest.FixtureRequest) -> None:
    page = PAGE.read_text(encoding="utf-8")
    block = re.compile(rf"(?<=^## `{name}`\n)(.*?^```\w*\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
    shown = block.search(page)
    assert shown, f"no sample of {name}"
    written = _of_the_page(report(name, [SAMPLE]))
    if request.config.getoption("--update"):
        PAGE.write_text(block.sub(lambda match: match[1] + written, page), encoding="utf-8", newline="\n")
    else:
        assert shown[2] == written, f"if the format should change, run `{COMMAND}` and review"


def _of_the_page(written: str) -> str:
    """A report without the explanations of the rules, which would fill the page."""
    return re.sub(r'(?<="rules": \[).*?(?=\]\}\}, "columnKind")', "…", written)


def test_the_page_names_all_formats_in_their_order() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert re.findall(r"^## `(\w+)`$", page, re.MULTILINE) == list(FORMATS)
