"""Which reader reads which file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import PurePath

import pytest

from viterm.formats import format_of, markdown, plain, reader_for


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.md", "markdown"),
        ("a.de.md", "markdown"),
        ("docs/A.MD", "markdown"),
        ("a.markdown", "markdown"),
        ("a.mdown", "markdown"),
        ("a.mkd", "markdown"),
        ("a.txt", "plain"),
        ("a.text", "plain"),
        ("a.md.txt", "plain"),
        ("README", None),
        (".md", None),  # a hidden file without a suffix
        ("a.mdx", None),
        ("a.md~", None),
        ("folder.md/a", None),
    ],
)
def test_format_by_suffix(path: str, name: str | None) -> None:
    assert format_of(path) == name
    assert format_of(PurePath(path)) == name


@pytest.mark.parametrize(
    ("path", "reader"),
    [("a.md", markdown.read), ("a.txt", plain.read), ("a.rst", plain.read), ("README", plain.read)],
)
def test_reader_by_suffix_else_plain_text(path: str, reader: object) -> None:
    assert reader_for(path) is reader


@pytest.mark.parametrize(("path", "loaded"), [("a.txt", "False"), ("a.md", "True")])
def test_the_markdown_parser_is_loaded_for_markdown_only(path: str, loaded: str) -> None:
    code = """
import sys
from viterm.formats import reader_for
reader_for(sys.argv[1])("x")
print("pyromark" in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == loaded
