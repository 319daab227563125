"""What is installed: the wheel holds the code, the glossary and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from checkout import ROOT, copy_of_checkout
from viterm import __version__
from viterm.compiled import Compiled
from viterm.index import Index


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    checkout = copy_of_checkout(tmp_path_factory.mktemp("checkout"))
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=checkout, check=True)
    return zipfile.ZipFile(next((checkout / "dist").glob("*.whl")))


def test_every_glossary_file_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    ours = {path.relative_to(ROOT / "glossary").as_posix() for path in (ROOT / "glossary").rglob("*") if path.is_file()}
    shipped = {name.removeprefix("viterm/_glossary/") for name in wheel.namelist() if "/_glossary/" in name}
    assert shipped == ours


def test_every_module_and_data_file_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    package = ROOT / "lint" / "viterm"
    ours = {
        f"viterm/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and path.suffix in (".py", ".txt", ".typed")
    }
    assert ours <= set(wheel.namelist())


def test_the_wheel_has_no_other_top_level(wheel: zipfile.ZipFile) -> None:
    top = {Path(name).parts[0] for name in wheel.namelist()}
    assert top == {"viterm", f"viterm-{__version__}.dist-info"}


def test_licence_and_notice_are_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    names = " ".join(wheel.namelist())
    assert "licenses/LICENSE" in names
    assert "licenses/NOTICE" in names


def test_the_glossary_comes_compiled_for_each_of_its_languages(wheel: zipfile.ZipFile) -> None:
    compiled = {Path(name).stem for name in wheel.namelist() if name.startswith("viterm/_compiled/")}
    index = Index.from_json(wheel.read("viterm/_compiled/index.json").decode())
    assert compiled == {"index", *index.document_languages}
    assert {"de", "vi"} <= compiled
    for tag in index.document_languages:
        assert Compiled.from_json(wheel.read(f"viterm/_compiled/{tag}.json").decode()).patterns
