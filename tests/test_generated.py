"""Files made from the code are as the code would write them."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "tools" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["docs/rules.md", "docs/config.md", "glossary/schema.json"])
def test_generated_files_do_not_drift(generate: ModuleType, name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text == generate.GENERATED[name](), f"{name} is stale: run `python tools/generate.py`"


def test_every_generated_file_is_in_the_table_above(generate: ModuleType) -> None:
    assert set(generate.GENERATED) == {"docs/rules.md", "docs/config.md", "glossary/schema.json"}
