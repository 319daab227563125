"""Scoring labelled pages: what counts as found, flagged, cleared and stray."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossaries import compiled, concept
from pages import Label, placed, scored
from viterm.find import Finder

FRONT = concept("mặt trận", {"en": {"approved": ["red front"], "variant": ["red camp"]}}, id_="front")
UNION = concept("đoàn", {"en": {"approved": ["union"], "forbidden": ["club"]}}, id_="union")


@pytest.mark.parametrize(
    ("text", "labels", "counts"),
    [
        ("the red front", ["1 red front front approved"], {"found": 1, "cleared": 1}),
        ("the red camps", ["1 red camps front variant"], {"found": 1, "flagged": 1}),
        ("the red camps", ["1 red camps front approved"], {"found": 1}),
        ("the red line", ["1 red line front variant"], {}),
        ("the red line", ["1 red line front approved"], {"cleared": 1}),
        # reported, though as something else
        ("the club", ["1 club front wrong"], {"flagged": 1}),
        ("the club", [], {}),
        ("URL club\nclub, union", ["2 union union approved"], {"found": 1, "cleared": 1, "stray": 1}),
        ("club, union\nclub", ["1 club union wrong", "2 club union wrong"], {"found": 2, "flagged": 2}),
    ],
)
def test_counts(tmp_path: Path, text: str, labels: list[str], counts: dict[str, int]) -> None:
    rows = ["01.txt\t" + "\t".join(_cells(label)) for label in labels]
    (tmp_path / "labels.tsv").write_text(
        "\n".join(["file\tline\tsurface\tconcept\tjudgement", *rows]), encoding="utf-8"
    )
    (tmp_path / "01.txt").write_text(text, encoding="utf-8")
    found = scored(tmp_path, Finder(compiled("en", FRONT, UNION))).counts
    assert {name: found[name] for name in ("found", "flagged", "cleared", "stray") if found[name]} == counts


def test_the_same_words_twice_in_a_line_are_two_places() -> None:
    rows = [["1", "club", "union", "wrong"], ["2", "club", "union", "wrong"], ["1", "club", "union", "approved"]]
    assert placed(rows, "club, club\nclub") == [
        Label(0, 4, "union", approved=False),
        Label(11, 15, "union", approved=False),
        Label(6, 10, "union", approved=True),
    ]
    with pytest.raises(ValueError, match="line 2: no “club” 2 times"):
        placed([["2", "club", "union", "wrong"]] * 2, "club, club\nclub")


def _cells(label: str) -> list[str]:
    line, *words, concept_id, judgement = label.split()
    return [line, " ".join(words), concept_id, judgement]
