"""The schema is that of the code, and it judges files as the loader does."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from glossary_files import concept
from viterm import schema
from viterm.glossary import read_concept
from viterm.glossary_format import FILE, LANGUAGE

ROOT = Path(__file__).parent.parent
VALIDATOR = Draft7Validator(schema.schema())


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do: by the core schema of YAML 1.2, in which `no` is a text and `2021` a number."""


EditorLoader.yaml_implicit_resolvers = {}
for name, pattern, first in (
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", "true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", "[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"(?:{pattern})$"), first)


def language(text: str) -> str:
    return f"concept: a\ndefinition: b\nrenderings:\n  de:\n    {text}\n"


def item(text: str) -> str:
    return language(f"approved:\n      - {text}")


SOUND = [
    concept(),
    concept(also="[b, c]", related="[b-c, d2]"),
    concept("2030"),
    concept("true"),
    concept("' a '"),
    *(concept().replace("de:", f"{tag}:") for tag in ("no", "nb", "pt-BR", "zh-Hans", "zh-Hant-HK", "es-419", "fil")),
    *(concept().replace("de:", f"{tag}:") for tag in ("sl-rozaj", "de-CH-1996", "de-x-easy", "iw")),
    language("approved: [c]\n    variant: [d]\n    forbidden: [e, f: why, {term: g}]"),
    language("approved: [c]\n    basis: press\n    source: ['https://a', http://b]\n    examples: {hit: [d]}"),
    language("approved: [c]\n    examples:\n      hit: [d]\n      miss: [e]"),
    *map(item, ("no", "2030", "1.5", "no: off", "2030: 2031", "terms: c", "term: c", "{why: d, term: c}")),
    item("{term: c, why: d, match: exact, case: sensitive, forms: [e], not_forms: [f], near: [g]}"),
    item("{term: c, before: [d], after: [e], files: ['*.md'], from: 2009, until: 2025}"),
    item("{term: [c], forms: [d]}"),
    item("{term: [c, d], why: e, not_forms: [f]}"),
]

FAULTY = [
    # The file
    "",
    "[]",
    "a",
    "{}",
    "concept: a\ndefinition: b\n",
    concept().replace("concept:", "concpt:"),
    concept().replace("definition: b\n", ""),
    concept(""),
    concept("~"),
    concept("[a]"),
    concept("{a: b}"),
    concept("'  '"),
    concept(about="b"),
    concept(also="b"),
    concept(also="[]"),
    concept(also="[b, b]"),
    concept(also="[[b]]"),
    concept(also="[b: c]"),
    concept(related="[B]"),
    concept(related="[b-]"),
    # Languages
    "concept: a\ndefinition: b\nrenderings:\n",
    "concept: a\ndefinition: b\nrenderings: {}\n",
    "concept: a\ndefinition: b\nrenderings: [de]\n",
    *(concept().replace("de:", f"{tag}:") for tag in ("dee", "DE", "pt-br", "pt_BR", "zh-Hnas", "12", "de-", "german")),
    "concept: a\ndefinition: b\nrenderings: {de: }\n",
    "concept: a\ndefinition: b\nrenderings: {de: {}}\n",
    "concept: a\ndefinition: b\nrenderings: {de: [c]}\n",
    language("variant: [c]"),
    language("approved: c"),
    language("approved: {c: d}"),
    language("approved: []"),
    language("approved:"),
    language("approved: [c, c]"),
    language("aproved: [c]"),
    language("approved: [c]\n    basis: guess"),
    language("approved: [c]\n    basis:"),
    language("approved: [c]\n    source: https://a"),
    language("approved: [c]\n    source: [www.a]"),
    language("approved: [c]\n    source: ['https://a b']"),
    language("approved: [c]\n    examples: [d]"),
    language("approved: [c]\n    examples: {}"),
    language("approved: [c]\n    examples: {hits: [d]}"),
    language("approved: [c]\n    examples: {hit: [d: e]}"),
    # Renderings
    *map(item, ("''", "~", "[c]", "{}", "'': c", "c:", "c: ''", "c: [d]", "c: {d: e}", "{c: d, e: f}", "why: c")),
    *map(
        item,
        ("{c: d, why: e}", "{term: }", "{term: []}", "{term: [c, c]}", "{term: c, xyz: d}", "{term: c, match: fuzzy}"),
    ),
    *map(item, ("{term: c, case: yes}", "{term: c, near: d}", "{term: c, near: []}", "{term: c, files: [d, d]}")),
    *map(item, ("{term: c, from: 25}", "{term: c, from: '2025'}", "{term: c, until: soon}", "{term: c, until: }")),
]

# What JSON Schema has no words for
ONLY_THE_LOADER_SEES = [
    concept("cafe\u0301"),
    concept("'?'"),
    concept('"a\\u00adb"'),
    concept(related="[a]"),
    concept(concept="b"),
    concept() + "  de:\n    approved: [c]\n",
    concept().replace("  de:", "  no: {approved: [c]}\n  nb:"),
    language("approved: [c, C]"),
    language("approved: [c]\n    forbidden: [c]"),
    item("{term: c, from: 2025, until: 2024}"),
    item("{term: [c, d], forms: [e]}"),
    item("!!str c"),
]


def as_in_an_editor(text: str) -> object:
    """The data of a YAML text, its keys texts as in JSON."""
    data: object = json.loads(json.dumps(yaml.load(text, Loader=EditorLoader)))
    return data


def seen_by(text: str, folder: Path) -> tuple[bool, bool]:
    """Whether the loader and the schema take a file for sound."""
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    found, _ = read_concept(folder / "a.yaml", "a.yaml")
    return found is not None, VALIDATOR.is_valid(as_in_an_editor(text))


@pytest.mark.parametrize("text", SOUND)
def test_sound_for_both(tmp_path: Path, text: str) -> None:
    assert seen_by(text, tmp_path) == (True, True)


@pytest.mark.parametrize("text", FAULTY)
def test_faulty_for_both(tmp_path: Path, text: str) -> None:
    assert seen_by(text, tmp_path) == (False, False)


@pytest.mark.parametrize("text", ONLY_THE_LOADER_SEES)
def test_faulty_for_the_loader_alone(tmp_path: Path, text: str) -> None:
    assert seen_by(text, tmp_path) == (False, True)


def test_our_own_glossary_fits_the_schema() -> None:
    for path in (ROOT / "glossary").glob("*/*.yaml"):
        data = as_in_an_editor(path.read_text(encoding="utf-8"))
        assert [error.message for error in VALIDATOR.iter_errors(data)] == [], path.name


def test_the_schema_is_valid() -> None:
    Draft7Validator.check_schema(schema.schema())


def test_every_key_is_described_for_completion() -> None:
    root = schema.schema()
    assert isinstance(root["properties"], dict)
    assert list(root["properties"]) == [field.name for field in FILE.fields]
    definition = LANGUAGE.definition()
    assert isinstance(definition["properties"], dict)
    for field in (*root["properties"].values(), *definition["properties"].values()):
        assert field["description"].endswith(".")


def test_the_written_schema_is_that_of_the_code() -> None:
    written = (ROOT / "glossary" / "schema.json").read_text(encoding="utf-8")
    assert written == schema.text(), "run: python -m viterm.schema > glossary/schema.json"


def test_the_command_that_writes_it(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    runpy.run_path(schema.__file__, run_name="__main__")
    assert capsysbinary.readouterr().out.decode() == schema.text()
