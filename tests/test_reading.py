"""From a file's bytes to a document, or to one line that says what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viterm.document import Comment, Document, Run, Segment
from viterm.errors import UserError
from viterm.formats import READERS, Format, Parsed
from viterm.reading import declared_language, decode, make_document, parse, read_document, read_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a\r\nb\rc\n", "a\r\nb\rc\n"),  # line ends stay
        ("dân vận 😀".encode(), "dân vận 😀"),
        ("dân vận".encode("utf-8-sig"), "dân vận"),
        ("\ufeff\ufeffa".encode(), "\ufeffa"),  # only one mark is a mark
        ("a\ufeff".encode(), "a\ufeff"),
        (b"\xef\xbb\xbf", ""),
        (b"\xff\xfe" + "dân 😀\r\n".encode("utf-16-le"), "dân 😀\r\n"),
        (b"\xfe\xff" + "dân 😀\r\n".encode("utf-16-be"), "dân 😀\r\n"),
        (b"\xff\xfe", ""),
    ],
)
def test_decode(data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        # what Windows-1252 looks like is said, but never taken for granted
        (
            "eins\nzwei\nes geht für alle".encode("cp1252"),
            "a.txt: not UTF-8 (byte 0xFC at line 3, column 10); save it as UTF-8 (it looks like Windows-1252)",
        ),
        (
            "„Führung“ – Grüße".encode("cp1252"),
            "a.txt: not UTF-8 (byte 0x84 at line 1, column 1); save it as UTF-8 (it looks like Windows-1252)",
        ),
        (
            "мобілізація".encode("cp1251"),
            "a.txt: not UTF-8 (byte 0xEC at line 1, column 1); save it as UTF-8",
        ),
        (
            "mobilizarea \N{LATIN SMALL LETTER T WITH CEDILLA}ării".encode("cp1250"),
            "a.txt: not UTF-8 (byte 0xFE at line 1, column 13); save it as UTF-8",
        ),
        # columns are code points, lines end as everywhere
        (
            "ä😀\r\nö\u2028".encode() + b"x\xff",
            "a.txt: not UTF-8 (byte 0xFF at line 2, column 4); save it as UTF-8",
        ),
        (
            b"\xef\xbb\xbfa\xe9\x81",
            "a.txt: not UTF-8 (byte 0xE9 at line 1, column 2); save it as UTF-8",
        ),
        (
            b"\xff\xfe" + "ab\nc".encode("utf-16-le") + b"\x00\xd8",
            "a.txt: begins as UTF-16, but isn't at line 2, column 2; save it as UTF-8",
        ),
        (
            b"\xfe\xff\x00",
            "a.txt: begins as UTF-16, but isn't at line 1, column 1; save it as UTF-8",
        ),
        # NUL
        (
            b"a\nb\0c",
            "a.txt: looks binary (NUL byte at line 2); viterm reads text in UTF-8",
        ),
        (
            b"\x89PNG\r\n\x1a\n\0",
            "a.txt: looks binary (NUL byte at line 3); viterm reads text in UTF-8",
        ),
        (
            b"\xff\xfe" + "a\nb\0".encode("utf-16-le"),
            "a.txt: looks binary (NUL byte at line 2); viterm reads text in UTF-8",
        ),
        (
            "ab".encode("utf-16-le"),  # without a mark
            "a.txt: looks binary (NUL byte at line 1); viterm reads text in UTF-8",
        ),
    ],
)
def test_what_can_not_be_decoded_is_refused_with_the_place(data: bytes, message: str) -> None:
    with pytest.raises(UserError) as error:
        decode(data, "a.txt")
    assert str(error.value) == message


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@given(text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_decoding_brings_back_what_was_encoded(codec: str, text: str) -> None:
    if codec == "utf-8":
        text = text.removeprefix("\ufeff")
    assert decode(text.encode(codec), "a.txt") == text


@given(st.binary())
def test_any_bytes_are_decoded_or_refused_in_one_line(data: bytes) -> None:
    try:
        decode(data, "a.txt")
        message = "a.txt: "
    except UserError as error:
        message = str(error)
    assert message.startswith("a.txt: ")
    assert "\n" not in message


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"^b\.txt: no such file or directory$"):
        read_text(tmp_path / "b.txt", "b.txt")
    with pytest.raises(UserError, match=r"^folder: (is a directory|permission denied)$"):
        read_text(tmp_path, "folder")


def test_a_document_has_the_text_its_prose_and_its_comments(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes("\ufeff*dân vận* <!-- so -->\r\n".encode())
    assert read_document(path, "docs/x.md", "vi") == Document(
        "docs/x.md",
        "vi",
        "*dân vận* <!-- so -->\r\n",
        (Segment("dân vận ", (Run(0, 1, 8), Run(7, 9, 10))),),
        (Comment("so", 10, 21),),
    )


def test_an_empty_file_is_a_document_without_prose(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md"):
        (tmp_path / name).touch()
        assert read_document(tmp_path / name, name, "de") == Document(name, "de", "", ())


def test_the_language_can_be_learnt_before_the_document_is_made() -> None:
    text = "---\nlang: pt_BR\n---\na"
    parsed = parse(text, "a.md")
    assert declared_language(parsed) == "pt-BR"
    document = make_document(text, parsed, shown="a.md", language="pt-BR")
    assert (document.language, document.segments) == ("pt-BR", parsed.segments)


@pytest.mark.parametrize(("declared", "language"), [("de", "de"), ("zh_Hans_CN", "zh-Hans-CN"), (None, None)])
def test_declared_language(declared: str | None, language: str | None) -> None:
    assert declared_language(Parsed((), language=declared)) == language


def test_the_format_is_that_of_the_shown_path() -> None:
    assert [segment.text for segment in parse("*a*", "a.md").segments] == ["a"]
    assert [segment.text for segment in parse("*a*", "a.txt").segments] == ["*a*"]
    assert [segment.text for segment in parse("*a*", "-").segments] == ["*a*"]


def test_a_reader_that_gives_up_is_told_with_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = """
from viterm.errors import UserError

def read(text):
    raise UserError("no words in it")
"""
    (tmp_path / "a_reader_that_gives_up.py").write_text(reader)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(READERS, "plain", Format((".txt",), "a_reader_that_gives_up"))
    with pytest.raises(UserError, match=r"^a\.txt: no words in it$"):
        parse("x", "a.txt")
