"""Every report that a program reads follows its schema (`schemas/README.md` says where these come from)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import xmlschema
from jsonschema import Draft202012Validator

from report_samples import SAMPLES, file
from reports import finding, report
from viterm import about
from viterm.cli import main
from viterm.report import FileReport, names

SCHEMAS = Path(__file__).parent / "schemas"
EXAMPLES = Path(__file__).parent.parent / "examples"


def _json(name: str) -> Callable[[str], list[str]]:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    return lambda text: [error.message for error in validator.iter_errors(json.loads(text))]


def _xml(name: str) -> Callable[[str], list[str]]:
    schema = xmlschema.XMLSchema(str(SCHEMAS / f"{name}.xsd"))
    return lambda text: [str(error.reason) for error in schema.iter_errors(text)]


FAULTS = {
    "sarif": _json("sarif"),
    "gitlab": _json("gitlab"),
    "rdjson": _json("rdjson"),
    "junit": _xml("junit"),
    "checkstyle": _xml("checkstyle"),
}
"""Format → what tells the faults of a report."""


def written(name: str, reports: tuple[FileReport, ...]) -> str:
    """A report as it comes out of the stream: what UTF-8 can't have is escaped."""
    return report(name, reports).encode("utf-8", "backslashreplace").decode()


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("reports", [SAMPLES, (), (file("a.md", "Nichts."),)], ids=["samples", "no file", "no finding"])
def test_a_report_follows_its_schema(name: str, reports: tuple[FileReport, ...]) -> None:
    assert FAULTS[name](written(name, reports)) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_report_of_a_project_with_an_address(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "REPOSITORY", "https://example.org/viterm")
    assert FAULTS[name](written(name, SAMPLES)) == []


@pytest.fixture(scope="module")
def of_the_examples(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Format → the report of the examples."""
    folder = tmp_path_factory.mktemp("reports")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(EXAMPLES)
        patch.setenv("VITERM_CACHE_DIR", str(folder / "cache"))
        for name in FAULTS:
            assert main(["lint", str(EXAMPLES), "--format", name, "--output", str(folder / name)]) == 1
    return {name: (folder / name).read_text(encoding="utf-8") for name in FAULTS}


@pytest.mark.parametrize("name", FAULTS)
def test_a_report_of_the_examples(name: str, of_the_examples: Mapping[str, str]) -> None:
    text = of_the_examples[name]
    assert FAULTS[name](text) == []
    assert "dan-van-kheo.de.md" in text
    assert str(EXAMPLES) not in text  # paths are relative


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("sarif", '"uriBaseId"', '"uriBase"'),
        ("sarif", '"startColumn": 1', '"startColumn": 0'),
        ("sarif", '"uri": "a%20b.md"', '"uri": "a b.md"'),
        ("sarif", '"level": "error", "message"', '"level": "info", "message"'),
        ("sarif", '"2.1.0"', '"2.1"'),
        ("gitlab", '"major"', '"error"'),
        ("gitlab", '"path": "a b.md"', '"path": "./a b.md"'),
        ("gitlab", '"begin": 1', '"begin": 0'),
        ("rdjson", '"column": 1', '"column": "1"'),
        ("rdjson", '"ERROR"', '"error"'),
        ("junit", 'tests="1"', 'tests=""'),
        ("junit", "<failure ", "<system-err/><failure "),
        ("junit", 'file="a b.md"', 'path="a b.md"'),
        ("checkstyle", 'severity="error"', 'severity="fatal"'),
        ("checkstyle", 'line="1"', 'line="0"'),
        ("checkstyle", 'source="viterm.', 'source="'),
    ],
)
def test_the_schemas_see_faults(name: str, right: str, wrong: str) -> None:
    text = written(name, (file("a b.md", "MTTQ", finding("MTTQ", "MTTQ")),))
    assert right in text
    assert FAULTS[name](text.replace(right, wrong, 1))


def test_every_document_has_a_schema() -> None:
    # These are lines, or viterm's own.
    assert set(names("lint")) - set(FAULTS) <= {"text", "concise", "json", "jsonl", "github", "markdown"}
