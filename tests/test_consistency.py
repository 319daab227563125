"""What is doubtful in a glossary: YAML beside all that is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary_files import write
from viterm.desk.consistency import inconsistencies, unsourced
from viterm.desk.lock import concepts_within
from viterm.errors import Problem
from viterm.find import Finder
from viterm.store import Store

# Forms are locked, so that no dictionary need be loaded: the plural of these words, and that one is an ordinary word.
LOCK = """\
{"version": 1, "words": {
  "Bezirk": {"known": true, "written": "bezirk", "dictionary": "bezirke"},
  "Kreis": {"known": true, "written": "kreis", "dictionary": "kreise"},
  "Kreise": {"known": true, "written": "kreise", "dictionary": "kreis"},
  "Volkskomitee": {"known": false, "written": "volkskomitee", "ending": "volkskomitees"},
  "Volkskomitees": {"known": false, "written": "volkskomitees", "ending": "volkskomitee"},
  "Volksrat": {"known": false, "written": "volksrat"},
  "der": {"known": true, "written": "der", "dictionary": "des"},
  "Rat": {"known": true, "written": "rat"},
  "Provinz": {"known": true, "written": "provinz"}
}}
"""


def judged(store: Store, folder: Path) -> list[Problem]:
    """What is said of a folder's concepts in all their languages."""
    own = concepts_within(store.glossary, [folder])
    found = [*unsourced(own)]
    for tag in own.languages:
        found += inconsistencies(own, tag, store, Finder(store.compiled(tag), propose=False))
    return found


def said(root: Path, *, other: str = "    approved: [Volksrat]", **lists: str) -> list[str]:
    """What is said of a concept with these lists in German, beside another concept."""
    listed = "".join(f"    {key}: {value}\n" for key, value in lists.items())
    head = "definition: x\nrenderings:\n  de:\n"
    files = {
        "terms/a.yaml": f"concept: a\n{head}{listed}",
        "terms/b.yaml": f"concept: b\n{head}{other}\n",
        "terms/forms/de.json": LOCK,
    }
    folder = write(root, files) / "terms"
    store = Store([folder], None)
    found = judged(store, folder)
    prefix = f"{folder.as_posix()}/"
    return sorted(str(one).removeprefix(prefix) for one in found)


@pytest.mark.parametrize(
    ("lists", "other", "messages"),
    [
        pytest.param({"approved": "[Volkskomitee]"}, "approved: [Volksrat]", [], id="nothing to say"),
        pytest.param(
            {"approved": "[Volksrat]"},
            "approved: [Volksrat]",
            [
                "a.yaml:5:16: de: `Volksrat` stands under `approved` of `b` too: keep one, or tell them apart",
                "b.yaml:5:16: de: `Volksrat` stands under `approved` of `a` too: keep one, or tell them apart",
            ],
            id="approved twice",
        ),
        pytest.param(
            {"approved": "[Bezirk]", "variant": "[der Rat]"},
            "approved: [Volksrat]\n    forbidden: [der Rat]",
            [
                "a.yaml:6:15: warning: de: `der Rat` stands under `forbidden` of `b` too: keep one, or tell them apart",
                "b.yaml:6:17: warning: de: `der Rat` stands under `variant` of `a` too: keep one, or tell them apart",
            ],
            id="reported for both",
        ),
        pytest.param(
            {"approved": "[Bezirk]", "variant": "[{term: der Rat, near: [Kreis]}]"},
            "approved: [Volksrat]\n    forbidden: [{term: der Rat, near: [Volkskomitee]}]",
            [],
            id="reported for both, each in a context of its own",
        ),
        pytest.param(
            {"approved": "[{term: Volksrat, near: [Provinz]}]"}, "approved: [Volksrat]", [], id="told apart by context"
        ),
        pytest.param(
            {"approved": "[Bezirk]"},
            "approved: [Volksrat]\n    forbidden: [{term: Bezirk, about: [Provinz]}]",
            [
                (
                    "a.yaml:5:16: de: `Bezirk` is approved, but in it stands the forbidden `Bezirk` of `b`: drop "
                    "one, or limit it by `near`, `before`, `after` or `about`"
                ),
                (
                    "b.yaml:6:24: warning: de: `Bezirk` is a form of the approved `Bezirk` of `a`: "
                    "list its `forms` with `match: exact`"
                ),
            ],
            id="approved here, forbidden there",
        ),
        pytest.param(
            {"approved": "[Bezirk]"},
            "approved: [Volksrat]\n    forbidden: [{term: Bezirk, near: [Kreis]}]",
            [],
            id="forbidden there in a context of its own",
        ),
        pytest.param(
            {"approved": "[Volkskomitee]", "variant": "[Volkskomitees]"},
            "approved: [Volksrat]",
            [
                (
                    "a.yaml:6:15: warning: de: `Volkskomitees` is a form of the approved "
                    "`Volkskomitee` of `a`: list its `forms` with `match: exact`"
                ),
            ],
            id="another form of the approved one",
        ),
        pytest.param(
            {"approved": "[Volkskomitee]", "variant": "[{term: Volkskomitees, match: exact}]"},
            "approved: [Volksrat]",
            [],
            id="only in one form",
        ),
        pytest.param(
            {"approved": "[Volkskomitee]", "variant": "[Volkskomitee der Provinz]"},
            "approved: [Volkskomitee der Provinz]",
            [
                (
                    "a.yaml:6:15: warning: de: `Volkskomitee der Provinz` is a form of the "
                    "approved `Volkskomitee der Provinz` of `b`: list its `forms` with `match: exact`"
                ),
                (
                    "b.yaml:5:16: de: `Volkskomitee der Provinz` is approved, but in it stands the variant "
                    "`Volkskomitee der Provinz` of `a`: drop one, or limit it by `near`, `before`, `after` or `about`"
                ),
            ],
            id="a variant that is right elsewhere",
        ),
        pytest.param(
            {"approved": "[Volksrat]", "variant": "[{term: Volkskomitee, not_forms: [Volkskomitee]}]"},
            "approved: [Bezirk]",
            ["a.yaml:6:22: warning: de: `Volkskomitee` is never found: nothing is, in its own words"],
            id="never found",
        ),
        pytest.param(
            {"approved": "[Volksrat]", "variant": "[{term: Volkskomitee, not_forms: [Volkskomitee], files: [a.txt]}]"},
            "approved: [Bezirk]",
            [],
            id="found in some files only",
        ),
        pytest.param(
            {"approved": "[Volkskomitee]", "forbidden": "[Volkskomitee der Provinz]"},
            "approved: [Volksrat]",
            [
                (
                    "a.yaml:6:17: warning: de: `Volkskomitee der Provinz` holds the approved `Volkskomitee`: say in "
                    "`why` what is wrong"
                )
            ],
            id="an approved one inside, without a reason",
        ),
        pytest.param(
            {"approved": "[Volkskomitee]", "forbidden": "[Volkskomitee der Provinz: it belongs to a commune]"},
            "approved: [Volksrat]",
            [],
            id="an approved one inside, with a reason",
        ),
        pytest.param(
            {"approved": "[Volkskomitee]", "forbidden": "[Kreis: a Kreis is German]"},
            "approved: [Volksrat]",
            [
                (
                    "a.yaml:6:17: warning: de: `Kreis` is an ordinary word: limit it by `near`, `before`, `after` or "
                    "`about`"
                ),
            ],
            id="an ordinary word",
        ),
        pytest.param(
            {"approved": "[Volkskomitee]", "forbidden": "[{term: Kreis, about: [Provinz]}]"},
            "approved: [Kreis der Provinz]",
            [],
            id="an ordinary word in some texts",
        ),
        pytest.param(
            {"approved": "[Volkskomitee]", "basis": "press"},
            "approved: [Volksrat]\n    basis: proposed",
            ["a.yaml:4:1: warning: de: the basis is `press`: add its `source`, or write `basis: proposed`"],
            id="no source",
        ),
        pytest.param(
            {"approved": "[Volkskomitee]", "basis": "press", "source": '["https://example.org"]'},
            "approved: [Volksrat]",
            [],
            id="a source",
        ),
    ],
)
def test_what_is_said(lists: dict[str, str], other: str, messages: list[str], tmp_path: Path) -> None:
    assert said(tmp_path, other=f"    {other}", **lists) == messages


def test_only_some_concepts_are_judged_but_against_all(tmp_path: Path) -> None:
    text = "concept: {}\ndefinition: x\nrenderings:\n  yo:\n    approved: [một]\n"
    write(tmp_path, {"first/a.yaml": text.format("a"), "second/b.yaml": text.format("b")})
    folders = [tmp_path / "first", tmp_path / "second"]
    store = Store(folders, None)
    assert [one.path for one in judged(store, folders[1])] == [f"{folders[1].as_posix()}/b.yaml"]


def test_a_language_without_blanks(tmp_path: Path) -> None:
    head = "concept: a\ndefinition: x\nrenderings:\n  zh:\n"
    text = f"{head}    approved: [祖国阵线]\n    variant: [{{term: 阵线, near: [委员]}}]\n"
    store = Store([write(tmp_path, {"a.yaml": text})], None)
    assert judged(store, tmp_path) == []
