"""The order for programs that cut long reports, and the lines that wait meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from viterm.findings import Severity
from viterm.report.spool import spool
from viterm.report.worst_first import worst_first

if TYPE_CHECKING:
    from collections.abc import Iterator

ERROR, WARNING, INFO = Severity


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], []),
        ([(INFO, "i"), (WARNING, "w"), (ERROR, "e")], ["e", "w", "i"]),
        ([(WARNING, "1"), (ERROR, "2"), (WARNING, "3"), (ERROR, "4")], ["2", "4", "1", "3"]),  # the order stays within
        ([(INFO, "ậ🙂\u2028\x0c\udce9")], ["ậ🙂\u2028\x0c\udce9"]),  # nothing else ends a line or is lost
    ],
)
def test_worst_first(rows: list[tuple[Severity, str]], expected: list[str]) -> None:
    assert list(worst_first(rows)) == expected


def test_errors_do_not_wait() -> None:
    def rows() -> Iterator[tuple[Severity, str]]:
        yield ERROR, "at once"
        raise AssertionError("asked for more before the error was passed on")

    assert next(worst_first(rows())) == "at once"


def test_lines_come_back_from_memory_and_from_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    lines = [f"{number} " + "ậ" * 1000 for number in range(2000)]  # 6 MB
    with spool() as waiting:
        for line in lines:
            waiting.add(line)
        assert list(waiting.lines()) == lines
    assert not list(tmp_path.iterdir())
