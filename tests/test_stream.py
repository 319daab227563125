"""What a report is written to: no character may stop it."""

from __future__ import annotations

import json
from io import BytesIO, StringIO, TextIOWrapper
from typing import TYPE_CHECKING

import pytest

from viterm.report.stream import safe_stream, stream_width

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("encoding", "machine", "text", "written"),
    [
        ("cp1252", False, "Mobilität …\n", "Mobilität …\n".encode("cp1252")),
        ("cp1252", False, "dân vận", rb"d" + b"\xe2" + rb"n v\u1ead" + b"n"),
        ("ascii", False, "é🙂", rb"\xe9\U0001f642"),
        ("utf-8", False, "dân vận \udce9", "dân vận \\udce9".encode()),
        # programs get UTF-8 whatever the terminal takes
        ("cp1252", True, "dân vận 🙂\n", "dân vận 🙂\n".encode()),
        ("ascii", True, "\udce9", rb"\udce9"),
    ],
)
def test_any_text_can_be_written(encoding: str, *, machine: bool, text: str, written: bytes) -> None:
    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding=encoding, newline="\n")
    assert safe_stream(stream, machine=machine) is stream
    stream.write(text)
    stream.flush()
    assert raw.getvalue() == written


def test_programs_get_plain_line_feeds() -> None:
    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding="cp1252", newline="\r\n")  # as on Windows
    safe_stream(stream, machine=True).write("a\nb\n")
    stream.flush()
    assert raw.getvalue() == b"a\nb\n"


def test_an_escaped_surrogate_is_valid_json_for_itself() -> None:
    raw = BytesIO()
    stream = safe_stream(TextIOWrapper(raw), machine=True)
    stream.write(json.dumps("\udce9.txt", ensure_ascii=False))
    stream.flush()
    assert json.loads(raw.getvalue()) == "\udce9.txt"


def test_a_stream_without_encoding_stays_as_it_is() -> None:
    stream = StringIO()
    assert safe_stream(stream, machine=True) is stream


@pytest.mark.parametrize(
    ("columns", "width"), [("100", 100), ("", 80), ("0", 80), ("-1", 80), ("wide", 80), ("²", 80), ("٤٠", 40)]
)
def test_width_from_the_environment(columns: str, width: int) -> None:
    assert stream_width(StringIO(), {"COLUMNS": columns}) == width


def test_width_without_a_terminal(tmp_path: Path) -> None:
    with (tmp_path / "report.txt").open("w", encoding="utf-8") as stream:
        assert stream_width(stream, {}) == 80
    assert stream_width(stream, {}) == 80  # closed
