"""Ordinary texts give no finding: sentences on sport, farming, unions and the politics of other countries."""

from __future__ import annotations

from pathlib import Path

import pytest

from viterm.cli import main

FOLDER = Path(__file__).parent / "neutral"
NEUTRAL = sorted(FOLDER.glob("*.txt"))
# A dozen each, for languages that came last.
BEGUN = sorted((FOLDER / "begun").glob("*.txt"))
# What is said of Vietnam in passing, which opens the conditions on what a text is about.
ABOUT_VIETNAM = sorted((FOLDER / "about-vietnam").glob("*.txt"))


@pytest.mark.parametrize(
    "path", [*NEUTRAL, *BEGUN, *ABOUT_VIETNAM], ids=lambda path: path.relative_to(FOLDER).as_posix()
)
def test_neutral_sentences_are_clean(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["lint", "--lang", path.stem, "--format", "jsonl", "--config", str(FOLDER / "none.yaml"), str(path)])
    assert (code, capsys.readouterr().out) == (0, "")


def test_there_are_a_hundred_sentences_or_so_in_each_language() -> None:
    counts = {path.stem: len(path.read_text(encoding="utf-8").split("\n\n")) for path in NEUTRAL}
    assert counts.keys() >= {"de", "en", "es", "fr", "nb", "ro", "ru", "uk", "zh"}
    assert min(counts.values()) >= 90
