"""Optional analysers: what they add when a glossary is compiled, and that a lock makes up for their absence."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from glossaries import plain
from glossary_files import write
from viterm.document import Document
from viterm.find import Finder
from viterm.forms import word_forms
from viterm.forms.analysers import analyser
from viterm.forms.lock import LockedForms, lock_path, write_lock
from viterm.languages import LANGUAGES, by_tag
from viterm.optional import installed, versions
from viterm.store import Store

NAMES = sorted({language.analyser for language in LANGUAGES.values()} - {""})

if not all(map(versions, NAMES)):
    pytest.skip("the extra `analysers` is not installed", allow_module_level=True)


@pytest.mark.parametrize(
    ("tag", "word", "forms", "others"),
    [
        ("ru", "капля", {"капля", "капли", "капель", "каплями"}, {"капели"}),
        ("ru", "Судак", {"судаков"}, {"суда"}),
        ("ru", "союза", {"союз", "союзами"}, {"союзный"}),
        ("ru", "управляющий", {"управляющего", "управляющая"}, {"управлявший", "управлять", "управляет"}),
        ("ru", "народный", {"народная", "народными"}, {"народ", "народнее"}),
        ("pl", "podłoże", {"podłoża", "podłoży", "podłożem"}, {"podłogi"}),
        # a surname's, a noun's for an adjective's, a verb's
        ("pl", "Straż", {"straży", "strażą"}, {"strażem", "strażowi"}),
        ("pl", "ludowy", {"ludowa", "ludowych"}, {"lud", "ludowiec"}),
        ("pl", "zarządzanie", {"zarządzania", "zarządzaniami"}, {"zarządzać", "niezarządzanie"}),
    ],
)
def test_the_forms_of_a_word_s_own_noun_or_adjective(tag: str, word: str, forms: set[str], others: set[str]) -> None:
    given = analyser(by_tag(tag).analyser)(word)
    assert forms <= given
    assert not others & given


@pytest.mark.parametrize(
    ("tag", "word"), [("ru", "писать"), ("ru", "кзжщ"), ("ru", "abc"), ("pl", "pisać"), ("pl", "qxz")]
)
def test_a_verb_and_an_unknown_word_have_none(tag: str, word: str) -> None:
    assert analyser(by_tag(tag).analyser)(word) == set()


def test_a_language_may_have_none() -> None:
    assert analyser("")("капля") == set()
    assert [tag for tag, language in LANGUAGES.items() if language.analyser] == ["ru", "pl"]


def test_a_form_that_the_dictionary_gives_to_another_word() -> None:
    with_it, without = (word_forms(["капля"], one)["капля"] for one in (RUSSIAN, replace(RUSSIAN, analyser="")))
    assert with_it.origins["капель"] == "analyser"
    assert without.origins["капель"] == "other"
    assert {form: with_it.origins[form] for form, at in without.origins.items() if at == "dictionary"} == {
        form: "dictionary" for form, at in without.origins.items() if at == "dictionary"
    }


RUSSIAN = by_tag("ru")
TERMS = {"a.yaml": "concept: a\ndefinition: b\nrenderings:\n  ru:\n    approved: [бочка]\n    forbidden: [капля]\n"}
TEXT = "Много капель в капле."


def found(terms: Path, *, analysers: bool) -> list[tuple[str, str]]:
    """What is found with a glossary that is compiled with analysers or without: words, and by what evidence."""
    store = Store([terms], None)
    store.forms = LockedForms([terms], analysers=analysers)
    return [(one.found, one.via.label) for one in Finder(store.compiled("ru")).find(text())]


def text() -> Document:
    return plain(TEXT, "ru")


def test_a_lock_gives_the_same_with_and_without(tmp_path: Path) -> None:
    terms = write(tmp_path / "terms", TERMS)
    assert found(terms, analysers=True) == [("капель", "inflected"), ("капле", "inflected")]
    assert found(terms, analysers=False) == [("капле", "inflected")]
    write(terms, {lock_path(Path(), "ru").as_posix(): write_lock(word_forms(["капля", "бочка"], RUSSIAN))})
    assert found(terms, analysers=True) == [("капель", "inflected"), ("капле", "inflected")]
    assert found(terms, analysers=False) == [("капель", "inflected"), ("капле", "inflected")]


def test_what_ships_is_made_without(tmp_path: Path) -> None:
    terms = write(tmp_path / "terms", TERMS)
    Store([terms], None).write(tmp_path / "shipped")
    shipped = json.loads((tmp_path / "shipped" / "ru.json").read_text("utf-8"))
    assert "капле" in str(shipped["words"])
    assert "капель" not in str(shipped["words"])


def test_only_compiling_imports_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"terms/a.yaml": TERMS["a.yaml"], "a.ru.txt": TEXT})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VITERM_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("PYTHONUTF8", "1")
    lint = ["lint", "a.ru.txt", "--no-bundled", "--glossary", "terms", "--format", "concise"]
    code = (
        "import sys; from viterm.cli import main; main(sys.argv[1:]); "
        "print(*sorted({'morfeusz2', 'pymorphy3', 'simplemma', 'yaml'} & sys.modules.keys()))"
    )

    def run() -> list[str]:
        done = subprocess.run([sys.executable, "-c", code, *lint], check=True, capture_output=True, encoding="utf-8")
        return done.stdout.splitlines()

    first, again = run(), run()
    assert first[-1] == "pymorphy3 simplemma yaml"
    assert again == [*first[:-1], ""]
    assert len(again) == 3


def test_the_versions_are_told_without_importing() -> None:
    code = "import sys; from viterm.optional import installed; print(installed(), *sys.modules.keys() & {*sys.argv})"
    done = subprocess.run([sys.executable, "-c", code, *NAMES], check=True, capture_output=True, encoding="utf-8")
    assert done.stdout.strip() == installed()
    assert [name.rpartition("-")[0] for name in installed().split()] == ["pymorphy3", "pymorphy3_dicts_ru", "morfeusz2"]


def test_a_part_that_is_missing_makes_it_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert installed() == ""
    write(tmp_path, {"pymorphy3/__init__.py": "", "pymorphy3-9.9.dist-info/METADATA": "", "morfeusz2.py": ""})
    assert installed() == "morfeusz2"
    write(tmp_path, {"pymorphy3_dicts_ru/__init__.py": "", "pymorphy3_dicts_ru-1.dist-info/METADATA": ""})
    sys.path_importer_cache.clear()
    assert installed() == "pymorphy3-9.9 pymorphy3_dicts_ru-1 morfeusz2"


def test_another_version_compiles_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terms, kept = write(tmp_path / "terms", TERMS), tmp_path / "kept"
    assert Store([terms], kept).index
    assert len(list(kept.iterdir())) == 1
    monkeypatch.setattr(sys, "path", [path for path in sys.path if "site-packages" not in path])
    assert Store([terms], kept).index
    assert len(list(kept.iterdir())) == 2
