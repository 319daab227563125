"""What was found sound is not tried again, until something changes that the check of its language depends on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from glossary_files import write
from viterm.desk.check import check
from viterm.desk.states import States
from viterm.store import Store

A = """\
concept: a
definition: x
renderings:
  en:
    approved: [council]
  yo:
    approved: [ọkan, meji]
    variant: [mẹta]
    examples:
      hit: [mẹta]
"""
B = """\
concept: b
definition: x
renderings:
  ig:
    approved: [otu]
"""
LOCK = {"version": 1, "words": {"ọkan": {"known": True, "written": "okan"}}}


def state(folder: Path, *tags: str) -> str:
    store = Store([folder], None)
    return States(store.glossary, [store.glossary], store.folders).of(tags or ("yo",))


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.yaml": A.replace("meji", "mẹrin")}, id="a rendering"),
        pytest.param({"a.yaml": A.replace("ọkan, meji", "meji, ọkan")}, id="their order"),
        pytest.param({"a.yaml": A.replace("variant", "forbidden")}, id="a status"),
        pytest.param({"a.yaml": A.replace("[mẹta]\n    e", "[{term: mẹta, match: exact}]\n    e")}, id="a key"),
        pytest.param({"a.yaml": A.replace("hit: [mẹta]", "hit: [mẹta, mẹta mẹta]")}, id="an example"),
        pytest.param({"a.yaml": A.replace("council", "board")}, id="what may be left in English"),
        pytest.param({"a.yaml": A.replace("concept: a", "concept: c")}, id="what may be left in Vietnamese"),
        pytest.param({"b.yaml": B.replace("ig:", "yo:")}, id="another concept"),
        pytest.param({"forms/yo.json": json.dumps(LOCK)}, id="a lock"),
    ],
)
def test_what_a_check_depends_on(files: dict[str, str], tmp_path: Path) -> None:
    before = state(write(tmp_path, {"a.yaml": A, "b.yaml": B}))
    assert state(write(tmp_path, files)) != before


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"a.yaml": f"# a comment\n{A}"}, id="its place"),
        pytest.param({"a.yaml": A.replace("definition: x", "definition: y")}, id="what no lint reads"),
        pytest.param({"b.yaml": B.replace("otu", "abụọ")}, id="another language"),
        pytest.param({"forms/ig.json": json.dumps(LOCK)}, id="the lock of another language"),
    ],
)
def test_what_it_does_not_depend_on(files: dict[str, str], tmp_path: Path) -> None:
    before = state(write(tmp_path, {"a.yaml": A, "b.yaml": B}))
    assert state(write(tmp_path, files)) == before


def checked(root: Path) -> tuple[list[str], list[str]]:
    """What is said of a glossary, and of which languages the shelf knows that they are sound."""
    problems = check(Store([root / "terms"], root / "shelf"), [root / "terms"])
    known = (path.name.partition("-sound-")[2] for path in (root / "shelf").glob("*-sound-*"))
    return [problem.message for problem in problems], sorted(known)


def test_a_sound_language_is_known_and_a_faulty_one_is_tried_each_time(tmp_path: Path) -> None:
    write(tmp_path, {"terms/a.yaml": A.replace("hit: [mẹta]", "hit: [ọkan]"), "terms/b.yaml": B})
    fault = ["yo: this `hit` example holds no variant or forbidden rendering of the concept that is found: “ọkan”"]
    assert checked(tmp_path) == (fault, ["en.json", "ig.json"])
    assert checked(tmp_path) == (fault, ["en.json", "ig.json"])
    write(tmp_path, {"terms/a.yaml": A})
    assert checked(tmp_path) == ([], ["en.json", "ig.json", "yo.json"])


def test_where_a_glossary_lies_has_no_say(tmp_path: Path) -> None:
    assert state(write(tmp_path / "here", {"a.yaml": A})) == state(write(tmp_path / "there", {"a.yaml": A}))


def test_what_was_sound_and_is_no_longer_is_reported(tmp_path: Path) -> None:
    write(tmp_path, {"terms/a.yaml": A, "terms/b.yaml": B})
    assert checked(tmp_path)[0] == []
    write(tmp_path, {"terms/b.yaml": B.replace("ig:", "yo:").replace("otu", "meji")})
    messages, _ = checked(tmp_path)
    assert [message.partition(":")[0] for message in messages] == ["yo", "yo"]  # approved for both


def test_a_sound_language_is_not_tried_again(tmp_path: Path) -> None:
    write(tmp_path, {"terms/a.yaml": A, "terms/b.yaml": B})
    checked(tmp_path)
    for path in {*(tmp_path / "shelf").iterdir()} - {*(tmp_path / "shelf").glob("*-sound-*")}:
        path.unlink()
    checked(tmp_path)
    # Nothing was compiled, so no rendering could be looked for.
    assert all("-sound-" in path.name for path in (tmp_path / "shelf").iterdir())
