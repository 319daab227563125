"""Byte offsets of UTF-8 to code points."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from viterm.formats.code_points import CodePoints


@given(st.text(), st.integers(0, 3))
@example("a" * 300, 0)  # longer than the distance of what is kept, in one to four bytes a character
@example("ä" * 300, 0)
@example("a" + "見" * 300, 1)
@example("aä" + "😀" * 300, 2)
def test_every_character_has_its_number(text: str, base: int) -> None:
    data = text.encode()
    code_points = CodePoints(data, base)
    byte = 0
    for number, character in enumerate(text, start=base):
        assert code_points.offset(byte) == number
        byte += len(character.encode())
    assert code_points.offset(len(data)) == base + len(text)
