"""The shelf: what is kept between runs, and for how long."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from viterm.shelf import Shelf, shelf_folder


def test_a_text_is_kept_by_its_name_and_state(tmp_path: Path) -> None:
    Shelf(tmp_path).write("de", "one", "text")
    assert [Shelf(tmp_path).read(*place) for place in (("de", "one"), ("de", "two"), ("fr", "one"))] == [
        "text",
        None,
        None,
    ]


def test_without_a_folder_nothing_is_kept() -> None:
    shelf = Shelf(None)
    shelf.write("de", "one", "text")
    assert shelf.read("de", "one") is None


def test_of_each_name_what_was_used_last_is_kept(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.write("x-de", "other", "of a name that ends alike")
    for age, state in enumerate("abcdefgh"):
        shelf.write("de", state, state)
        (path,) = (path for path in tmp_path.glob("*-de.json") if path.read_text() == state)
        os.utime(path, (age + 1, age + 1))  # in 1970
    assert shelf.read("de", "a") == "a"
    shelf.write("de", "i", "i")
    assert [state for state in "abcdefghi" if shelf.read("de", state)] == [*"acdefghi"]
    assert shelf.read("x-de", "other")


def test_what_can_t_be_read_is_not_there(tmp_path: Path) -> None:
    Shelf(tmp_path).write("de", "one", "text")
    (path,) = tmp_path.iterdir()
    path.write_bytes(b"\xff")
    assert Shelf(tmp_path).read("de", "one") is None


def test_a_folder_that_can_t_be_written_to_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file in its place")
    Shelf(tmp_path / "taken").write("de", "one", "text")
    assert (tmp_path / "taken").read_text() == "a file in its place"


@pytest.mark.parametrize(
    ("env", "folder"),
    [
        ({"VITERM_CACHE_DIR": "/some/where"}, Path("/some/where")),
        ({"VITERM_CACHE_DIR": "here"}, Path("here")),
        ({"VITERM_CACHE_DIR": "", "XDG_CACHE_HOME": "/home/a/caches"}, Path("/home/a/caches/viterm")),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep caches elsewhere")
def test_where_it_lies(env: dict[str, str], folder: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert shelf_folder() == folder


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep caches elsewhere")
def test_a_user_without_a_home_has_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VITERM_CACHE_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 2**31 - 2)  # nobody
    assert shelf_folder() is None
