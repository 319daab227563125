"""The terminologist's commands as functions: check, show, lock."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from glossaries import concept as in_memory
from glossaries import glossary
from glossary_files import concept, write
from viterm.desk.check import check
from viterm.desk.lock import folder_alone, locks, words_to_lock
from viterm.desk.show import concept_page, concepts_called, counted, languages_of, overview, size
from viterm.errors import ProblemsError, UserError
from viterm.glossary import Concept, Entry, Rendering
from viterm.index import Index
from viterm.store import Store

XA = """\
concept: xã
definition: A commune.
renderings:
  de:
    approved: [Gemeinde]
    forbidden: [Kommune]
    examples:
      hit: [HIT]
      miss: [MISS]
"""


def problems(root: Path, *folders: str, only: str = "") -> list[str]:
    """The errors that check reports of folders, with the paths relative to the root; warnings: test_consistency.py."""
    store = Store([root / folder for folder in folders], None)
    found = check(store, [root / only] if only else store.folders)
    errors = (problem for problem in found if problem.severity == "error")
    return [str(problem).removeprefix(f"{root.as_posix()}/") for problem in errors]


@pytest.mark.parametrize(
    ("hit", "miss", "messages"),
    [
        ("die Kommunen", "die Gemeinden", []),
        (
            "die Gemeinden",
            "nichts",
            ["`hit` example holds no variant or forbidden rendering of the concept that is found: “die Gemeinden”"],
        ),
        ("Kommune", "zwei Kommunen", ["`miss` example “Kommunen” is found: “zwei Kommunen”"]),
        # another concept's fault, and two names for one thing, are no fault of these examples
        ("Kommune", "Gemeinde und Kreis", []),
    ],
)
def test_examples(hit: str, miss: str, messages: list[str], tmp_path: Path) -> None:
    other = concept("huyện").replace("approved: [c]", "approved: [Bezirk]\n    variant: [Kreis]")
    text = XA.replace("HIT", hit).replace("MISS", miss)
    write(tmp_path, {"terms/xa.yaml": text, "terms/huyen.yaml": other})
    found = problems(tmp_path, "terms")
    assert [place for place, _, _ in (line.partition(": ") for line in found)] == ["terms/xa.yaml:4:1"] * len(messages)
    assert [line.partition("this ")[2] for line in found] == messages


def lock_text(*words: str) -> str:
    return json.dumps({"version": 1, "words": {word: {"known": True, "written": word.lower()} for word in words}})


@pytest.mark.parametrize(
    ("terms", "locked", "messages"),
    [
        ("[a b]", ["a", "b"], []),
        ("[a b]", ["a"], ["the lock lacks “b”: write it anew with …"]),
        ("[a]", ["a", "b"], ["the lock has “b” that no rendering has: write it anew with …"]),
        (
            "[v w x y z]",
            ["a"],
            ["the lock lacks “v”, “w”, “x” and 2 more and has “a” that no rendering has: write it anew with …"],
        ),
    ],
)
def test_locks(terms: str, locked: list[str], messages: list[str], tmp_path: Path) -> None:
    write(tmp_path, {"terms/a.yaml": concept().replace("[c]", terms), "terms/forms/de.json": lock_text(*locked)})
    found = [problem.replace("`viterm glossary lock`", "…") for problem in problems(tmp_path, "terms")]
    assert found == [f"terms/forms/de.json:1:1: {message}" for message in messages]


def test_a_lock_without_a_language(tmp_path: Path) -> None:
    write(tmp_path, {"terms/a.yaml": concept(), "terms/forms/fr.json": lock_text()})
    assert problems(tmp_path, "terms") == ["terms/forms/fr.json:1:1: no rendering is in `fr`: delete this lock"]


def test_a_folder_s_lock_has_the_words_of_its_own_concepts_even_of_those_that_are_overridden(tmp_path: Path) -> None:
    write(tmp_path, {"first/a.yaml": concept(), "first/forms/de.json": lock_text("c")})
    write(tmp_path, {"second/a.yaml": concept().replace("[c]", "[d]"), "second/forms/de.json": lock_text("d")})
    assert problems(tmp_path, "first", "second") == []


def test_only_some_folders_are_checked(tmp_path: Path) -> None:
    write(tmp_path, {"first/a.yaml": concept(), "first/forms/de.json": lock_text("wrong")})
    second = concept(related="[a]").replace("[c]", "[d]")
    write(tmp_path, {"second/b.yaml": second, "second/forms/de.json": lock_text("d")})
    assert problems(tmp_path, "first", "second", only="second") == []
    assert len(problems(tmp_path, "first", "second", only="first")) == 1


def test_the_current_folder_may_be_a_glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.yaml": concept(), "forms/de.json": lock_text("c")})
    monkeypatch.chdir(tmp_path)
    assert check(Store([Path()], None), [Path()]) == []


@pytest.mark.parametrize(("order", "messages"), [("concept definition", []), ("definition concept", ["warning"])])
def test_files_out_of_order(order: str, messages: list[str], tmp_path: Path) -> None:
    first, last = order.split()
    text = f"{first}: a\n{last}: b\nrenderings:\n  yo:\n    approved: [c]\n"
    folder = write(tmp_path, {"a.yaml": text})
    assert [problem.severity for problem in check(Store([folder], None), [folder])] == messages


@pytest.mark.parametrize(
    ("files", "error"),
    [({"a.yaml": "concept: a\n"}, ProblemsError), ({"a.yaml": concept(), "forms/de.json": "{}"}, UserError)],
)
def test_what_no_lint_could_use_is_raised(files: dict[str, str], error: type[UserError], tmp_path: Path) -> None:
    write(tmp_path / "terms", files)
    with pytest.raises(error):
        problems(tmp_path, "terms")


def test_what_is_locked_passes_the_check(tmp_path: Path) -> None:
    tags = "  zh-Hans:\n    approved: [祖阵]\n  pt-BR:\n    approved: [front]\n"
    write(tmp_path, {"terms/a.yaml": concept().replace("de:", "hi:") + tags})
    written = dict(locks(tmp_path / "terms"))
    assert sorted(path.name for path in written) == ["hi.json", "pt.json"]
    write(tmp_path, {path.relative_to(tmp_path).as_posix(): text for path, text in written.items()})
    assert problems(tmp_path, "terms") == []
    assert dict(locks(tmp_path / "terms")) == written


def test_the_tags_of_a_language_share_a_lock(tmp_path: Path) -> None:
    text = concept() + "  pt:\n    approved: [um]\n  pt-BR:\n    approved: [dois]\n    forbidden: [três]\n"
    write(tmp_path, {"a.yaml": text})
    assert words_to_lock(folder_alone(tmp_path)) == {"de": {"c"}, "pt": {"um", "dois", "três"}}


def test_related_concepts_may_lie_in_other_folders(tmp_path: Path) -> None:
    write(tmp_path, {"first/a.yaml": concept(), "second/b.yaml": concept(related="[a]").replace("[c]", "[d]")})
    assert words_to_lock(folder_alone(tmp_path / "second", [tmp_path / "first", tmp_path / "second"])) == {"de": {"d"}}
    with pytest.raises(ProblemsError, match="no concept has the id `a`"):
        folder_alone(tmp_path / "second")


FRONT = Concept(
    "mat-tran",
    "mặt trận",
    "The Front.",
    also=("MTTQ",),
    related=("dan-van",),
    entries={
        "de": Entry(
            "de",
            (
                Rendering("Front", "approved"),
                Rendering("Vaterländische Front", "approved", from_year=1977),
                Rendering("Einheitsfront", "variant", until_year=1976),
                Rendering("Vorderseite", "forbidden", why="no", near=("Volk",), before=("die",), after=("a", "b")),
            ),
            basis="press",
            sources=("https://example.org/a",),
        ),
        "zh-Hans": Entry("zh-Hans", (Rendering("祖阵", "approved", from_year=1955, until_year=1977),)),
    },
    domain="front",
)
FRONT_HEAD = ["mặt trận (mat-tran)", "also: MTTQ", "", "The Front.", "", "See also: dan-van"]
FRONT_GERMAN = [
    "",
    "de  (basis: press)",
    "  preferred  Front",
    "  approved   Vaterländische Front  [1977–]",
    "  variant    Einheitsfront  [–1976]",
    "  forbidden  Vorderseite  [near Volk]  [before die]  [after a, b]: no",
    "  source     https://example.org/a",
]
FRONT_CHINESE = ["", "zh-Hans", "  preferred  祖阵  [1955–1977]"]


@pytest.mark.parametrize(
    ("languages", "lines"),
    [
        ((), FRONT_HEAD + FRONT_GERMAN + FRONT_CHINESE),
        (("zh-Hans",), FRONT_HEAD + FRONT_CHINESE),
        (("fr", "de"), [*FRONT_HEAD, "", "fr", "  –", *FRONT_GERMAN]),
    ],
)
def test_a_concept_s_page(languages: tuple[str, ...], lines: list[str]) -> None:
    assert list(concept_page(FRONT, languages)) == lines


def test_a_page_without_extras() -> None:
    plain = in_memory("xã", {"de": {"approved": ["Gemeinde"]}})
    assert list(concept_page(plain)) == ["xã (xã)", "", "for a test", "", "de", "  preferred  Gemeinde"]


def test_the_overview() -> None:
    xa = in_memory("xã", {"en": {"approved": ["commune"]}})
    assert list(overview(glossary(FRONT, xa))) == [
        *("", "  xã: xã", ""),
        *("front", "  mat-tran: mặt trận", ""),
        "2 concepts in 3 languages (de, en, zh-Hans)",
    ]
    assert list(overview(glossary(FRONT), ("de", "fr"))) == [
        *("front", "  mat-tran: mặt trận", "      de  Front", "      fr  –", ""),
        "1 concept in 2 languages (de, zh-Hans)",
    ]


@pytest.mark.parametrize(
    ("given", "own"),
    [
        ([], ()),
        (["DE"], ("de",)),
        (["zh"], ("zh-Hans",)),
        (["zh-CN", "de-AT", "de"], ("zh-Hans", "de")),
    ],
)
def test_languages_as_the_glossary_has_them(given: list[str], own: tuple[str, ...]) -> None:
    assert languages_of(glossary(FRONT).languages, given) == own


@pytest.mark.parametrize("tag", ["fr", "vi", "zh-TW", "german"])
def test_languages_that_the_glossary_lacks(tag: str) -> None:
    with pytest.raises(UserError, match=r"^--lang: "):
        languages_of(glossary(FRONT).languages, [tag])


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("mat-tran", ["mat-tran"]),
        ("mặt trận", ["mat-tran"]),
        ("Mặt Trận", ["mat-tran"]),
        ("hòa", ["hoa"]),
        ("hoà", ["hoa"]),
        ("MTTQ", ["mat-tran", "uy-ban"]),  # another name of two concepts
        ("mttq tỉnh", ["mttq-tinh"]),
        ("hoa", ["hoa"]),  # an id, not the name without its tone
        ("mat tran", []),
        ("mặt", []),
    ],
)
def test_concepts_by_id_or_by_name(name: str, ids: list[str]) -> None:
    others = (
        in_memory("hòa", {}, id_="hoa"),
        in_memory("ủy ban", {}, id_="uy-ban", also=["MTTQ", "mttq tỉnh"]),
        in_memory("MTTQ tỉnh", {}, id_="mttq-tinh"),  # a name goes before another one's second name
    )
    index = Index.of(glossary(FRONT, *others), (Path(),))
    assert [*concepts_called(index, name)] == ids


def test_numbers_with_their_nouns() -> None:
    assert [counted(number, "problem") for number in (0, 1, 2)] == ["0 problems", "1 problem", "2 problems"]
    assert size(glossary(FRONT)) == "1 concept in 2 languages"
