"""Writing files: old or new, never half."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from viterm.files import replacing, write_atomically


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_in_a_new_folder(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b" / "c.txt", "dân vận\n")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == "dân vận\n".encode()
    assert names(tmp_path / "a" / "b") == ["c.txt"]


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize(("mask", "old", "mode"), [(0o022, None, 0o644), (0o077, None, 0o600), (0o022, 0o640, 0o640)])
def test_permissions_are_the_old_ones_or_those_of_any_new_file(
    mask: int, old: int | None, mode: int, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    if old is not None:
        path.touch()
        path.chmod(old)
    before = os.umask(mask)
    try:
        write_atomically(path, "new")
    finally:
        os.umask(before)
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", mode)


def test_the_old_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with replacing(path) as file:
        file.write("new" * 100_000)
        assert path.read_text() == "old"
    assert path.read_text() == "new" * 100_000
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt, ValueError])
@pytest.mark.parametrize("there", [True, False])
def test_a_failure_leaves_no_trace(error: type[BaseException], there: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    if there:
        path.write_text("old")

    def fail() -> None:
        with replacing(path) as file:
            file.write("new")
            raise error

    with pytest.raises(error):
        fail()
    assert [one.read_text() for one in tmp_path.iterdir()] == ["old"] * there


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.txt").symlink_to("real/a.txt")
    for text in ("first", "second"):
        write_atomically(tmp_path / "link.txt", text)
        assert (tmp_path / "link.txt").is_symlink()
        assert (tmp_path / "real" / "a.txt").read_text() == text


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    device = Path(os.devnull)
    write_atomically(device, "gone")
    assert device.exists()
    assert not device.is_file()
    with pytest.raises(IsADirectoryError), replacing(tmp_path):
        pytest.fail("a folder can't be written to")


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(OSError, match="a"):
        write_atomically(tmp_path / "a" / "b.txt", "")
    assert names(tmp_path) == ["a"]
