"""Where the bundled glossary is found: in an installed package, in a checkout, or nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from viterm.bundled import bundled_glossary, compiled_bundled_glossary
from viterm.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("folders", "expected"),
    [
        (["site/viterm/_glossary"], "site/viterm/_glossary"),
        (["checkout/lint/viterm", "checkout/glossary"], "checkout/glossary"),
        (["checkout/lint/viterm/_glossary", "checkout/glossary"], "checkout/lint/viterm/_glossary"),
    ],
)
def test_the_packaged_folder_goes_before_that_of_the_checkout(
    folders: list[str], expected: str, tmp_path: Path
) -> None:
    for folder in folders:
        (tmp_path / folder).mkdir(parents=True)
    (package,) = tmp_path.glob("*/**/viterm")
    assert bundled_glossary(package) == tmp_path / expected


@pytest.mark.parametrize("there", ["lint/viterm/_glossary", "glossary", "lint/glossary"])
def test_without_such_a_folder_the_installation_is_broken(there: str, tmp_path: Path) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).touch()
    with pytest.raises(UserError, match=r"_glossary: the bundled glossary is missing: install viterm anew"):
        bundled_glossary(tmp_path / "lint" / "viterm")


def test_this_installation_has_one() -> None:
    assert list(bundled_glossary().glob("*/*.yaml"))


@pytest.mark.parametrize(
    ("folders", "there"),
    [
        (["viterm/_glossary", "viterm/_compiled"], True),
        (["viterm/_glossary"], False),
        (["viterm/_compiled"], False),  # a checkout, in which the glossary may have changed since
    ],
)
def test_the_compiled_one_counts_beside_the_packaged_one_only(
    folders: list[str], *, there: bool, tmp_path: Path
) -> None:
    for folder in folders:
        (tmp_path / folder).mkdir(parents=True)
    package = tmp_path / "viterm"
    assert compiled_bundled_glossary(package) == (package / "_compiled" if there else None)
