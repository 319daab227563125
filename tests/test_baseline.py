"""The baseline: what is known, what is new, and what happens to the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossaries import concept, found_rigid, plain
from viterm.baseline import Baseline, Gathered, Known, Row, gathered
from viterm.document import Document
from viterm.errors import UserError
from viterm.findings import Finding
from viterm.fingerprint import fingerprint
from viterm.lint import Settings, lint

CONCEPT = concept(
    "dân vận khéo", {"de": {"approved": ["kluge Arbeit"], "forbidden": ["dumme Arbeit", "schlaue Arbeit"]}}
)
OLD = "Die dumme Arbeit des Dorfes\nwar gut. Und die schlaue Arbeit auch."


def checked(text: str, path: str = "a.txt") -> tuple[Document, list[Finding]]:
    document = plain(text, "de", path)
    return document, lint(document, found_rigid(text, "de", CONCEPT, path=path), Settings(frozenset()))


def known(tmp_path: Path, text: str = OLD, path: str = "a.txt") -> Known:
    """A baseline of one file, which is there."""
    document, findings = checked(text, (tmp_path / path).as_posix())
    (tmp_path / path).write_text(text, encoding="utf-8")
    return Known(Baseline(tmp_path / "known.json", gathered(tmp_path, [(document, findings)]).rows))


def new(known: Known, tmp_path: Path, text: str, path: str = "a.txt") -> list[str]:
    return [finding.found for finding in known.new(*checked(text, (tmp_path / path).as_posix()))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(OLD, [], id="as it was"),
        pytest.param(f"Neuer Anfang.\n\n{OLD}\n\nNeues Ende.", [], id="edits elsewhere"),
        pytest.param(OLD.replace(" ", "\n"), [], id="other line breaks"),
        pytest.param(OLD.replace("war gut", "war, wie man sagt, gut"), [], id="an edit four words off"),
        pytest.param(OLD.replace("gut", "schlecht"), [], id="an edit in the sentence before"),
        pytest.param(OLD.replace("Und die", "Auch jene"), ["schlaue Arbeit"], id="an edit close by"),
        pytest.param(OLD.replace("war gut", "war dumme Arbeit"), ["dumme Arbeit"], id="one more, close by"),
        pytest.param(f"{OLD} Sie ist alt. Eine dumme Arbeit.", ["dumme Arbeit"], id="one more"),
        pytest.param(f"{OLD}\n{OLD}", ["dumme Arbeit", "schlaue Arbeit"], id="all of it twice"),
        pytest.param("", [], id="none left"),
    ],
)
def test_what_is_new(text: str, found: list[str], tmp_path: Path) -> None:
    assert sorted(new(known(tmp_path), tmp_path, text)) == sorted(found)


@pytest.mark.parametrize(("gone", "found"), [(True, []), (False, ["dumme Arbeit", "schlaue Arbeit"])])
def test_a_file_may_be_renamed_but_not_copied(gone: bool, found: list[str], tmp_path: Path) -> None:
    baseline = known(tmp_path)
    if gone:
        (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert new(baseline, tmp_path, OLD, "b.txt") == found


def test_stale_rows_are_those_of_checked_or_missing_files(tmp_path: Path) -> None:
    baseline = known(tmp_path)
    assert baseline.stale() == {}  # not checked yet
    assert new(baseline, tmp_path, OLD.replace("dumme", "kluge")) == []
    assert [(row.found, count) for row, count in baseline.stale().items()] == [("dumme Arbeit", 1)]
    assert [row.found for row in baseline.pruned().rows] == ["schlaue Arbeit"]


def test_rows_of_a_file_that_is_gone_are_stale(tmp_path: Path) -> None:
    baseline = known(tmp_path)
    (tmp_path / "a.txt").unlink()
    assert len(baseline.stale()) == 2
    assert baseline.pruned().size() == 0
    # A part of a project may not have the file that it has been renamed to.
    assert baseline.stale(whole=False) == {}
    assert baseline.pruned(whole=False).size() == 2


def test_equal_places_are_counted(tmp_path: Path) -> None:
    twice = "dumme Arbeit. " * 9
    baseline = known(tmp_path, twice)
    assert new(baseline, tmp_path, twice.removesuffix("dumme Arbeit. ")) == []
    assert sum(baseline.stale().values()) == 1
    assert baseline.pruned().size() == 8


def test_paths_are_relative_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "de").mkdir()
    monkeypatch.chdir(tmp_path / "de")
    rows = gathered(tmp_path, [checked(OLD, "a.txt"), checked(OLD, "../b.txt")]).rows
    assert {row.path for row in rows} == {"de/a.txt", "b.txt"}
    assert {row.path for row in gathered(Path("../fr"), [checked(OLD, "a.txt")]).rows} == {"../de/a.txt"}


def test_an_update_replaces_what_is_known_of_the_checked_files_only() -> None:
    rows = {name: Row(name, "forbidden-term", "a", "x", name) for name in ("a", "b", "c")}
    before = Baseline(Path("known.json"), {rows["a"]: 2, rows["b"]: 1})
    after = before.updated(Gathered(frozenset({"a", "c"}), {rows["c"]: 1}))
    assert after.rows == {rows["b"]: 1, rows["c"]: 1}


def test_the_file(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    rows = {
        Row("b.md", "forbidden-term", "tinh-uy", "Provinzpartei", "0123"): 2,
        Row("a.md", "unused-ignore", "", "<!-- x -->", "4567"): 1,
        Row("a.md", "forbidden-term", "dan-van", "Öffentlichkeit", "89ab"): 1,
    }
    Baseline(path, rows).write()
    assert path.read_text(encoding="utf-8") == (
        '{"version": 1,\n'
        ' "counts": {"forbidden-term": {"dan-van": 1, "tinh-uy": 2}, "unused-ignore": {"": 1}},\n'
        ' "findings": [\n'
        '  {"path": "a.md", "rule": "forbidden-term", "concept": "dan-van", "found": "Öffentlichkeit", '
        '"fingerprint": "89ab", "count": 1},\n'
        '  {"path": "a.md", "rule": "unused-ignore", "concept": "", "found": "<!-- x -->", '
        '"fingerprint": "4567", "count": 1},\n'
        '  {"path": "b.md", "rule": "forbidden-term", "concept": "tinh-uy", "found": "Provinzpartei", '
        '"fingerprint": "0123", "count": 2}\n'
        " ]}\n"
    )
    assert Baseline.read(path) == Baseline(path, rows)


def test_an_empty_file(tmp_path: Path) -> None:
    Baseline(tmp_path / "known.json").write()
    assert json.loads((tmp_path / "known.json").read_text())["findings"] == []
    assert Baseline.read(tmp_path / "known.json").size() == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "can't be read: No such file or directory: write it with --write-baseline"),
        ("", "not a baseline (Expecting value: line 1 column 1 (char 0)): write it anew with --write-baseline"),
        ("[]", "not a baseline (list indices must be integers or slices, not str): write it anew with …"),
        ('{"version": 9, "findings": []}', "not a baseline (version 9 instead of 1): write it anew with …"),
        ('{"version": 1}', "not a baseline (no 'findings'): write it anew with …"),
        ('{"version": 1, "findings": [{"path": "a"}]}', "not a baseline (no 'rule'): write it anew with …"),
    ],
)
def test_files_that_are_no_baseline(text: str | None, message: str, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(UserError) as caught:
        Baseline.read(path)
    assert str(caught.value) == f"{path.as_posix()}: {message.replace('…', '--write-baseline')}"


WORDS = st.lists(st.sampled_from(["eins", "zwei", "drei", "dumme Arbeit", "vier", "fünf"]), max_size=30)


@given(WORDS, st.integers(0, 5))
def test_what_was_written_down_is_known_however_the_text_around_moves(words: list[str], lines: int) -> None:
    text = " ".join(words)
    document, findings = checked(text)
    moved, same = checked("\n" * lines + text.replace(" ", "\n" if lines else " "))
    assert [fingerprint(document, one) for one in findings] == [fingerprint(moved, one) for one in same]
