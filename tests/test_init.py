"""The first config file: it explains every key and changes nothing until a line is taken out of its comment."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from viterm import __version__
from viterm.about import REPOSITORY
from viterm.config import FILE_NAME, Config, load_config
from viterm.config_keys import KEYS
from viterm.errors import UserError
from viterm.init import config_text, pre_commit_text, write_config


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_file_that_is_written_changes_nothing(root: Path) -> None:
    path = write_config(Path())
    assert path == Path(FILE_NAME)
    assert path.read_bytes() == config_text().encode()
    assert load_config(path) == Config(root)


def test_with_every_comment_taken_away_it_still_changes_nothing(root: Path) -> None:
    names = "|".join(key.name for key in KEYS)
    text, count = re.subn(rf"^# ({names}):", r"\1:", config_text(), flags=re.MULTILINE)
    Path(FILE_NAME).write_text(text, encoding="utf-8")
    assert count == len(KEYS)
    assert load_config(Path(FILE_NAME)) == Config(root)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: str(key.name))
def test_each_key_has_a_line_of_explanation_an_example_and_its_default(key: object) -> None:
    (known,) = (known for known in KEYS if known is key)
    assert f"\n\n# {known.meaning}\n# Example: {known.example}\n# {known.name}: {known.written}\n" in config_text()


def test_the_text_is_narrow_plain_and_ends_with_a_line_end() -> None:
    lines = config_text().split("\n")
    assert max(map(len, lines)) <= 120
    assert all(line == "" or line.startswith("# ") for line in lines)
    assert lines[-1] == ""
    assert config_text().isascii()


@pytest.mark.parametrize("text", ["", "fail-on: error\n"])
def test_a_file_that_is_there_is_left_alone(text: str) -> None:
    Path(FILE_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=r"^\.viterm\.yaml: is there already; nothing was written$"):
        write_config(Path())
    assert Path(FILE_NAME).read_text(encoding="utf-8") == text


def test_a_folder_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UserError, match=r"^gone/\.viterm\.yaml: can't be written: No such file or directory$"):
        write_config(Path("gone"))


def test_the_pre_commit_part_names_this_version_and_the_hook() -> None:
    assert yaml.safe_load(pre_commit_text()) == {
        "repos": [{"repo": REPOSITORY, "rev": f"v{__version__}", "hooks": [{"id": "viterm"}]}]
    }
