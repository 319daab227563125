"""Ordinary texts give no finding: sentences on sport, farming, unions and the politics of other countries."""

from __future__ import annotations

from pathlib import Path

import pytest

from viterm.cli import main

NEUTRAL = sorted((Path(__file__).parent / "neutral").glob("*.txt"))


@pytest.mark.parametrize("path", NEUTRAL, ids=lambda path: path.stem)
def test_neutral_sentences_are_clean(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(
        ["lint", "--lang", path.stem, "--format", "jsonl", "--config", str(path.parent / "none.yaml"), str(path)]
    )
    assert (code, capsys.readouterr().out) == (0, "")


def test_there_are_a_hundred_sentences_or_so_in_each_language() -> None:
    counts = {path.stem: len(path.read_text(encoding="utf-8").split("\n\n")) for path in NEUTRAL}
    assert counts.keys() >= {"de", "en", "fr", "nb", "ro", "uk"}
    assert min(counts.values()) >= 90
