"""Rows for the inflection benchmark out of a treebank."""

from __future__ import annotations

import pytest

from rows_from_ud import Treebank, rows_of, sentences

# Number, form, lemma, part of speech, features, head; the tags of the columns that are not read are left empty.
TREEBANK = """\
# text = Nové zákony
1 Nové nový ADJ Case=Nom|Number=Plur 2
2 zákony zákon NOUN Case=Nom|Number=Plur 0

1 nový nový ADJ Case=Nom|Number=Sing|Degree=Pos 2
2 zákon zákon NOUN Case=Nom|Number=Sing 0
3 nového nový ADJ Case=Gen|Number=Sing 4
4 zákoníku zákoník NOUN Case=Gen|Number=Sing 0

1-2 nazákon _ _ _ _
1 na na ADP _ 2
2 zákonu zákon NOUN Case=Loc 0
3 nový nový ADJ Case=Nom 2
4 § § NOUN _ 0
"""


def treebank(text: str, *, with_joined: bool) -> Treebank:
    read = Treebank()
    for sentence in sentences(_conllu(text)):
        read.add(sentence, with_joined=with_joined)
    return read


def _conllu(text: str) -> list[str]:
    lines = []
    for line in text.split("\n"):
        cells = line.split(" ")
        if len(cells) == 6 and not line.startswith("#"):
            number, form, lemma, pos, features, head = cells
            cells = [number, form, lemma, pos, "_", features, head, "_", "_", "_"]
        lines.append("\t".join(cells) if not line.startswith("#") else line)
    return lines


def pairs(kind: str, pos: str, *, with_joined: bool = False) -> set[tuple[str, str]]:
    rows = rows_of(treebank(TREEBANK, with_joined=with_joined), "sk")
    return {(row.term, row.form) for row in rows if (row.kind, row.pos) == (kind, pos)}


def test_a_pair_is_a_term_in_its_citation_form_and_found_in_the_others() -> None:
    assert pairs("exact", "AN") == {("nový zákon", "nový zákon")}
    assert pairs("inflected", "AN") == {("nový zákon", "nové zákony")}


def test_a_pair_with_another_noun_that_begins_alike_is_near() -> None:
    assert pairs("near", "AN") == {("nový zákon", "nového zákoníku")}


def test_a_noun_is_a_term_where_it_stands_as_its_lemma() -> None:
    assert pairs("exact", "N") == {("zákon", "zákon")}
    assert pairs("inflected", "N") == {("zákon", "zákony")}
    assert pairs("near", "N") == {("zákon", "zákoníku")}


def test_words_written_as_one_count_only_where_the_language_writes_so() -> None:
    assert ("zákon", "nazákon") in pairs("inflected", "N", with_joined=True)


@pytest.mark.parametrize("expected", [True, False])
def test_only_near_rows_are_not_expected(*, expected: bool) -> None:
    rows = list(rows_of(treebank(TREEBANK, with_joined=False), "sk"))
    assert {row.kind == "near" for row in rows if row.expected is expected} == {not expected}


def test_the_choice_is_the_same_every_time() -> None:
    first, second = ([*rows_of(treebank(TREEBANK, with_joined=False), "sk")] for _ in range(2))
    assert first == second
