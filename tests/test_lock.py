"""The forms lock: what is written is what is read, and people may edit it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viterm.errors import UserError
from viterm.fold import fold_word
from viterm.forms import ORIGINS, WordForms, word_forms
from viterm.forms.lock import LockedForms, lock_path, parse_lock, read_lock, write_lock
from viterm.languages import by_tag

MASSEN = WordForms({"massen": "written", "masse": "dictionary", "mässen": "ending"}, known=True)
MASSEN_LOCK = """\
{
 "version": 1,
 "words": {
  "Massen": {"known": true, "written": "massen", "dictionary": "masse", "ending": "mässen"}
 }
}
"""

WORDS = st.text(st.characters(categories=["L"]), min_size=1).map(fold_word).filter(str.split)
PARTS = st.dictionaries(WORDS, st.frozensets(WORDS))
FORMS = st.builds(
    WordForms, st.dictionaries(WORDS, st.sampled_from(ORIGINS), min_size=1), known=st.booleans(), parts=PARTS
)


def lock(folder: Path, tag: str, text: str) -> Path:
    path = lock_path(folder, tag)
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return path


def test_one_word_a_line_in_order() -> None:
    words = {"b": WordForms({"b": "written"}, known=False), "Massen": MASSEN}
    row = '  "b": {"known": false, "written": "b"}\n'
    assert write_lock({"Massen": MASSEN}) == MASSEN_LOCK
    assert write_lock(words) == MASSEN_LOCK.replace('mässen"}\n', 'mässen"},\n' + row)


def test_no_words() -> None:
    assert json.loads(write_lock({})) == {"version": 1, "words": {}}


def test_where_it_lies() -> None:
    assert lock_path(Path("terms"), "de") == Path("terms/forms/de.json")


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), FORMS))
def test_what_is_written_is_read(words: dict[str, WordForms]) -> None:
    read = parse_lock(write_lock(words))
    assert {word: (dict(forms.origins), forms.known, forms.parts) for word, forms in read.items()} == {
        word: ({fold_word(form): origin for form, origin in forms.origins.items()}, forms.known, forms.parts)
        for word, forms in words.items()
    }


def test_no_file_is_no_words(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "de.json") == {}


@pytest.mark.parametrize(
    ("row", "origins"),
    [
        ('{"known": true, "written": "Massen  MASSE"}', {"massen": "written", "masse": "written"}),
        # the stronger of two origins
        ('{"known": true, "ending": "masse", "written": "masse"}', {"masse": "written"}),
        ('{"known": true, "ending": "masse", "note": "what people add"}', {"masse": "ending"}),
    ],
)
def test_people_may_edit_it(row: str, origins: dict[str, str]) -> None:
    assert parse_lock(f'{{"version": 1, "words": {{"Massen": {row}}}}}')["Massen"].origins == origins


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "Expecting value: line 1 column 1 (char 0)"),
        (b"[]", "list indices must be integers or slices, not str"),
        (b"{}", "no 'version'"),
        (b'{"version": 2, "words": {}}', "version 2 instead of 1"),
        (b'{"version": 1}', "no 'words'"),
        (b'{"version": 1, "words": []}', "'list' object has no attribute 'items'"),
        (b'{"version": 1, "words": {"a": {"written": "a"}}}', "no 'known'"),
        (b'{"version": 1, "words": {"a": {"known": true}}}', "“a” has no forms"),
        (
            b'{"version": 1, "words": {"a": {"known": true, "written": ["a"]}}}',
            "'list' object has no attribute 'split'",
        ),
        (b"\xff", "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
    ],
)
def test_what_is_no_lock(data: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / "de.json"
    path.write_bytes(data)
    with pytest.raises(UserError) as raised:
        read_lock(path)
    assert str(raised.value) == f"{path}: not a lock of word forms ({why}): write it anew with `viterm glossary lock`"


def test_a_lock_that_can_t_be_read(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r": can't be read: Is a directory$"):
        read_lock(tmp_path)


def test_locked_words_need_no_analyser_and_others_do(tmp_path: Path) -> None:
    lock(tmp_path, "de", MASSEN_LOCK)
    german, yoruba = by_tag("de"), by_tag("yo")
    forms = LockedForms([tmp_path])({"Massen", "Partei"}, german)
    assert forms == {"Massen": MASSEN, **word_forms({"Partei"}, german)}
    assert LockedForms([tmp_path])({"Massen"}, yoruba) == word_forms({"Massen"}, yoruba)


def test_the_first_folder_that_knows_a_word_has_its_forms(tmp_path: Path) -> None:
    lock(tmp_path / "first", "de", MASSEN_LOCK.replace("mässen", "first"))
    lock(tmp_path / "second", "de", MASSEN_LOCK.replace("mässen", "second").replace('"Massen"', '"Volk"'))
    locked = LockedForms([tmp_path / "first", tmp_path / "second"])
    forms = locked({"Massen", "Volk"}, by_tag("de"))
    assert ["first" in forms["Massen"].origins, "second" in forms["Volk"].origins] == [True, True]
    assert locked.locks(by_tag("de")) == {
        "Massen": lock_path(tmp_path / "first", "de"),
        "Volk": lock_path(tmp_path / "second", "de"),
    }
    assert locked.locks(by_tag("fr")) == {}
    lock(tmp_path / "third", "de", MASSEN_LOCK.replace("mässen", "third"))
    again = LockedForms([tmp_path / "third", tmp_path / "first"])({"Massen"}, by_tag("de"))
    assert "third" in again["Massen"].origins
