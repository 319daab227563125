"""The store of compiled glossaries: what it keeps, by what, and what it does with what it can't use."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import glossary_files
from glossary_files import write
from viterm.errors import ProblemsError, UserError
from viterm.glossary import load_glossary
from viterm.index import Index, Listed
from viterm.store import Store

TAG = "yo"  # a language without a dictionary, which is compiled in no time


def concept(name: str = "a") -> str:
    """A concept with the rendering `c`."""
    return glossary_files.concept(name).replace("de:", f"{TAG}:")


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    """A glossary folder with one concept, `a`, that has a rendering in Yoruba."""
    return write(tmp_path / "terms", {"a.yaml": concept()})


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where a store may keep things."""
    return tmp_path / "kept"


def files(folder: Path) -> list[str]:
    return sorted(path.name.partition("-")[2] for path in folder.iterdir())


def test_the_index_says_what_there_is(terms: Path) -> None:
    index = Store([terms], None).index
    assert index == Index((TAG,), {"a": Listed("a", (), 0, "a.yaml")})
    assert index.document_languages == ("vi", TAG)


def test_what_is_kept_is_what_was_made(terms: Path, kept: Path) -> None:
    made, read = Store([terms], kept), Store([terms], kept)
    index, compiled = made.index, made.compiled(TAG)
    assert files(kept) == ["index.json", "yo.json"]
    assert read.index == index
    assert read.compiled(TAG).to_json() == compiled.to_json()
    assert "glossary" in vars(made)
    assert "glossary" not in vars(read)  # so no YAML was read


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"{}", b'{"format": 0}', b"\xff", b'{"languages": 1}'])
@pytest.mark.parametrize("name", ["index", TAG])
def test_what_is_damaged_is_made_anew(name: str, damage: bytes, terms: Path, kept: Path) -> None:
    store = Store([terms], kept)
    good = (store.index, store.compiled(TAG).to_json())
    (path,) = kept.glob(f"*-{name}.json")
    text = path.read_bytes()
    path.write_bytes(damage)
    again = Store([terms], kept)
    assert (again.index, again.compiled(TAG).to_json()) == good
    assert path.read_bytes() == text


@pytest.mark.parametrize(
    ("change", "anew"),
    [
        (lambda terms: write(terms, {"a.yaml": concept("b")}), True),
        (lambda terms: write(terms, {"b.yaml": concept("b")}), True),
        (lambda terms: (terms / "a.yaml").rename(terms / "c.yaml"), True),
        (lambda terms: write(terms, {"forms/yo.json": '{"version": 1, "words": {}}'}), True),
        (lambda terms: write(terms, {"readme.md": "no part of it"}), False),
        (lambda terms: (terms / "a.yaml").touch(), False),
    ],
)
def test_a_change_of_content_makes_it_anew(
    change: Callable[[Path], object], anew: bool, terms: Path, kept: Path
) -> None:
    assert Store([terms], kept).index
    change(terms)
    assert Store([terms], kept).index
    assert files(kept) == ["index.json"] * (2 if anew else 1)


def test_the_same_content_elsewhere_is_the_same(terms: Path, kept: Path, tmp_path: Path) -> None:
    shutil.copytree(terms, tmp_path / "copy")
    assert Store([terms], kept).index == Store([tmp_path / "copy"], kept).index
    assert files(kept) == ["index.json"]


def test_the_order_of_folders_counts(terms: Path, kept: Path, tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", {"a.yaml": concept().replace("[c]", "[d]")})
    first, second = Store([terms, ours], kept).compiled(TAG), Store([ours, terms], kept).compiled(TAG)
    assert [store.names["a"].approved for store in (first, second)] == [("d",), ("c",)]


def test_a_folder_that_can_t_be_written_to_is_no_failure(terms: Path, kept: Path) -> None:
    kept.write_text("a file in its place")
    assert Store([terms], kept).index.concepts.keys() == {"a"}
    assert kept.read_text() == "a file in its place"


def test_locks_are_used_and_the_later_folder_s_goes_first(terms: Path, tmp_path: Path) -> None:
    def lock(form: str) -> dict[str, str]:
        return {"forms/yo.json": f'{{"version": 1, "words": {{"c": {{"known": true, "written": "c {form}"}}}}}}'}

    write(terms, lock("first"))
    ours = write(tmp_path / "ours", {"b.yaml": concept(), **lock("second")})
    compiled = Store([terms, ours], None).compiled(TAG)
    patterns = [pattern for pattern in compiled.patterns if pattern.language == TAG]
    assert [compiled.words.forms(*pattern.words) for pattern in patterns] == [["c", "second"]] * 2


def test_faults_of_the_glossary_are_raised_each_time(terms: Path, kept: Path) -> None:
    write(terms, {"b.yaml": "concept: b\n"})
    for _ in range(2):
        with pytest.raises(ProblemsError, match="no `definition`"):
            _ = Store([terms], kept).index
    assert not kept.exists()


def test_a_folder_that_is_not_there(kept: Path) -> None:
    with pytest.raises(UserError, match="`no-such` cannot be read"):
        _ = Store([Path("no-such")], kept).index


def test_a_file_that_can_t_be_read_is_named_by_the_loader(
    terms: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.yaml":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ProblemsError, match=r"a\.yaml:1:1: cannot be read: Permission denied"):
        _ = Store([terms], kept).index


def test_what_is_shipped_goes_before_all_else(terms: Path, kept: Path, tmp_path: Path) -> None:
    Store([terms], None).write(tmp_path / "shipped")
    assert sorted(path.name for path in (tmp_path / "shipped").iterdir()) == ["index.json", "vi.json", "yo.json"]
    store = Store([terms], kept, tmp_path / "shipped")
    assert store.index == Store([terms], None).index
    assert store.compiled(TAG).to_json() == Store([terms], None).compiled(TAG).to_json()
    assert not kept.exists()
    (tmp_path / "shipped" / "yo.json").write_text("damaged")
    assert Store([terms], kept, tmp_path / "shipped").compiled(TAG).to_json() == store.compiled(TAG).to_json()
    assert files(kept) == ["yo.json"]


def test_a_concept_is_read_from_its_own_file(terms: Path, kept: Path) -> None:
    write(terms, {"subjects.yaml": f"land: {{{TAG}: [ilu]}}"})
    # Within the first folder, which has its files too.
    ours = write(terms / "ours", {"party/b.yaml": concept("bê") + "    about: land\n"})
    folders = [terms, write(terms.parent / "more", {"a.yaml": concept("á")}), ours]
    known, store = Store(folders, kept).index.concepts, Store(folders, kept)
    concepts = {id_: store.concept(id_) for id_ in known}
    assert concepts == load_glossary(folders).concepts
    assert [one.name for one in concepts.values()] == ["á", "bê"]
    assert "glossary" not in vars(store)  # so nothing else was read


def test_a_concept_whose_file_has_been_broken_meanwhile(terms: Path, kept: Path) -> None:
    store = Store([terms], kept)
    assert store.index
    write(terms, {"a.yaml": "concept: a\n"})
    with pytest.raises(ProblemsError, match="no `definition`"):
        store.concept("a")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"languages": ["de"]}', '{"languages": 1, "concepts": {}}', '{"languages": [], "concepts": []}'],
)
def test_what_is_no_index(text: str) -> None:
    with pytest.raises(UserError, match="not an index"):
        Index.from_json(text)


def test_an_index_survives_being_written() -> None:
    index = Index(("de", "vi"), {"a": Listed("á", ("A", "b"), 0, "a.yaml"), "c": Listed("c", (), 1, "d/c.yaml")})
    assert Index.from_json(index.to_json()) == index
