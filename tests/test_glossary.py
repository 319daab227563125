"""Sound glossary files, and which files are read. Faulty ones are in test_glossary_errors.py."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from glossary_files import concept, write
from viterm.errors import UserError
from viterm.glossary import Concept, Entry, Glossary, Rendering, load_glossary, read_concept

REPOSITORY = Path(__file__).parent.parent

FULL = """\
# a comment
concept: dân vận khéo
also: [phong trào Dân vận khéo, DVK]
definition: >
  Emulation movement, nationwide since 2009:
  mobilising people with tact.
related: [dan-van]
renderings:
  de:
    approved: [geschickte Massenmobilisierung]
    variant:
      - intelligente   Massenmobilisierung
    forbidden:
      - Mobilisierung qualifizierter Massen: the adjective belongs to the work
      - term: öffentlicher Dienst
        why: "public service: another thing"
        match: exact
        case: sensitive
        forms: [öffentl. Dienst]
        not_forms: [öffentlicher Dienste]
        near: [Bewegung, Modell]
        before: [a]
        after: [b]
        files: [legal/**]
        from: 2009
        until: 2025
    basis: portal
    source: [https://example.org/?a=1&b=2]
    examples:
      hit:  ["im Rahmen der „Fachkundigen Massenmobilisierung“"]
      miss: ["Angestellte  im\\nöffentlichen Dienst"]
  no:
    approved: [smidig massemobilisering, {term: flink massemobilisering}]
"""


def test_everything_a_file_can_say(tmp_path: Path) -> None:
    path = write(tmp_path, {"mass-mobilization/dan-van-kheo.yaml": FULL}) / "mass-mobilization/dan-van-kheo.yaml"
    assert read_concept(path, "g/dan-van-kheo.yaml") == (
        Concept(
            id="dan-van-kheo",
            name="dân vận khéo",
            definition="Emulation movement, nationwide since 2009: mobilising people with tact.",
            also=("phong trào Dân vận khéo", "DVK"),
            related=("dan-van",),
            entries={
                "de": Entry(
                    language="de",
                    renderings=(
                        Rendering("geschickte Massenmobilisierung", "approved", line=10, column=16),
                        Rendering("intelligente Massenmobilisierung", "variant", line=12, column=9),
                        Rendering(
                            "Mobilisierung qualifizierter Massen",
                            "forbidden",
                            why="the adjective belongs to the work",
                            line=14,
                            column=9,
                        ),
                        Rendering(
                            "öffentlicher Dienst",
                            "forbidden",
                            why="public service: another thing",
                            match="exact",
                            case_sensitive=True,
                            forms=("öffentl. Dienst",),
                            not_forms=("öffentlicher Dienste",),
                            near=("Bewegung", "Modell"),
                            before=("a",),
                            after=("b",),
                            files=("legal/**",),
                            from_year=2009,
                            until_year=2025,
                            line=15,
                            column=15,
                        ),
                    ),
                    basis="portal",
                    sources=("https://example.org/?a=1&b=2",),
                    hits=("im Rahmen der „Fachkundigen Massenmobilisierung“",),
                    misses=("Angestellte  im\nöffentlichen Dienst",),
                    line=9,
                ),
                "nb": Entry(
                    language="nb",
                    renderings=(
                        Rendering("smidig massemobilisering", "approved", line=33, column=16),
                        Rendering("flink massemobilisering", "approved", line=33, column=49),
                    ),
                    line=32,
                ),
            },
            path="g/dan-van-kheo.yaml",
            domain="mass-mobilization",
            line=2,
        ),
        [],
    )


def test_an_entry_by_status() -> None:
    approved = (Rendering("a", "approved"), Rendering("b", "approved"))
    variant = (Rendering("c", "variant"),)
    forbidden = (Rendering("d", "forbidden"),)
    entry = Entry("de", approved + variant + forbidden)
    assert (entry.approved, entry.variant, entry.forbidden) == (approved, variant, forbidden)


@pytest.mark.parametrize(
    ("item", "term", "why"),
    [
        ("foo", "foo", ""),
        ("'foo: bar'", "foo: bar", ""),
        ("foo: bar", "foo", "bar"),
        ("term: foo", "foo", ""),
        ("{term: foo, why: bar}", "foo", "bar"),
        ("{why: bar, term: foo}", "foo", "bar"),
        ("Begriff: term", "Begriff", "term"),
        ("terms: a word like a key", "terms", "a word like a key"),
        # Words that YAML 1.1 would turn into something else
        ("no", "no", ""),
        ("Yes: off", "Yes", "off"),
        ("2030", "2030", ""),
        ("1.50", "1.50", ""),
        ("2026-01-01", "2026-01-01", ""),
        ("12:30:45", "12:30:45", ""),
        ("'null'", "null", ""),
        ("nullity", "nullity", ""),
        # White space
        ("  foo \t bar", "foo bar", ""),
        ("foo\n        bar", "foo bar", ""),
        ("foo\u00a0bar", "foo bar", ""),
        ("|\n        foo\n        bar", "foo bar", ""),
        # Quoting
        ("'*foo*'", "*foo*", ""),
        ('"&foo"', "&foo", ""),
        ("R&D", "R&D", ""),
        ("'<<a'", "<<a", ""),
        # Joiners belong to Persian
        ("می\u200cخواهم", "می\u200cخواهم", ""),
    ],
)
def test_a_rendering_in_each_form(tmp_path: Path, item: str, term: str, why: str) -> None:
    file = f"concept: a\ndefinition: b\nrenderings:\n  de:\n    approved:\n      - {item}\n"
    found, problems = read_concept(write(tmp_path, {"a.yaml": file}) / "a.yaml", "a.yaml")
    assert problems == []
    assert found is not None
    assert [(one.term, one.why) for one in found.entries["de"].renderings] == [(term, why)]


def test_a_list_of_terms_is_a_rendering_for_each(tmp_path: Path) -> None:
    file = concept().replace(
        "[c]", "[c]\n    forbidden:\n      - term: [d,\n               E  F]\n        why: g\n        near: [h]"
    )
    found, problems = read_concept(write(tmp_path, {"a.yaml": file}) / "a.yaml", "a.yaml")
    assert problems == []
    assert found is not None
    assert found.entries["de"].forbidden == (
        Rendering("d", "forbidden", why="g", near=("h",), line=7, column=16),
        Rendering("E F", "forbidden", why="g", near=("h",), line=8, column=16),
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Of one spelling, but never in force for the same text
        ("{term: d, until: 2024}", "{term: d, from: 2025}"),
        ("{term: d, from: 2025}", "{term: d, from: 2020, until: 2024}"),
        ("{term: Front, case: sensitive}", "{term: front, case: sensitive}"),
        # Of different spellings
        ("mobilisation", "mobilization"),
        ("masses", "mass"),
        ("ё", "е"),
    ],
)
def test_renderings_that_may_stand_side_by_side(tmp_path: Path, first: str, second: str) -> None:
    file = concept().replace("[c]", f"[c, {first}]\n    forbidden: [{second}]")
    assert read_concept(write(tmp_path, {"a.yaml": file}) / "a.yaml", "a.yaml")[1] == []


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_mark_move_nothing(tmp_path: Path, start: bytes, end: str) -> None:
    (tmp_path / "a.yaml").write_bytes(start + concept(also="['😀 b']").replace("\n", end).encode())
    found, problems = read_concept(tmp_path / "a.yaml", "a.yaml")
    assert problems == []
    assert found is not None
    assert found.line == 1
    assert [(one.line, one.column) for one in found.entries["de"].renderings] == [(6, 16)]


class TestFolders:
    def test_concepts_by_id_and_languages(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            {
                "b/tinh-uy.yaml": concept("Tỉnh ủy"),
                "a/xa.yml": concept("xã", related="[tinh-uy]").replace("de:", "pt-BR:"),
                "a/deep/down/thon.yaml": concept("thôn"),
                "top.yaml": concept("top"),
            },
        )
        glossary = load_glossary([tmp_path])
        assert [(one.id, one.domain) for one in glossary.concepts.values()] == [
            ("thon", "down"),
            ("tinh-uy", "b"),
            ("top", tmp_path.name),
            ("xa", "a"),
        ]
        assert glossary.languages == ("de", "pt-BR")
        assert glossary.concepts["xa"].path == (tmp_path / "a/xa.yml").as_posix()

    def test_what_is_passed_over(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            {
                "a/a.yaml": concept(),
                "README.md": "[",
                "schema.json": "[",
                "a/a.yaml.orig": "[",
                "forms/de.yaml": "[",
                "a/forms/de.yaml": "[",
                ".git/a.yaml": "[",
                "a/.#a.yaml": "[",
            },
        )
        assert list(load_glossary([tmp_path]).concepts) == ["a"]

    def test_a_later_folder_overrides(self, tmp_path: Path) -> None:
        bundled = write(tmp_path / "bundled", {"x/a.yaml": concept("old"), "x/b.yaml": concept("kept")})
        project = write(tmp_path / "project", {"y/a.yaml": concept("new", related="[b]")})
        for folders, names in (((bundled, project), ["new", "kept"]), ((project, bundled), ["old", "kept"])):
            assert [one.name for one in load_glossary(folders).concepts.values()] == names

    def test_no_folder_no_concepts(self) -> None:
        assert load_glossary([]) == Glossary({})

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("nowhere", "the glossary folder `nowhere` cannot be read: No such file or directory"),
            ("file.yaml", "the glossary folder `file.yaml` cannot be read: Not a directory"),
            ("empty", "the glossary folder `empty` holds no YAML file; a concept is a file like `party/tinh-uy.yaml`"),
        ],
    )
    def test_no_glossary(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, message: str) -> None:
        write(tmp_path, {"file.yaml": concept(), "empty/README.md": "", "empty/forms/de.yaml": ""})
        monkeypatch.chdir(tmp_path)
        with pytest.raises(UserError) as caught:
            load_glossary([Path(name)])
        assert str(caught.value) == message


TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zs", "Zl", "Zp")), min_size=1, max_size=12
).filter(lambda text: unicodedata.is_normalized("NFC", text) and any(map(str.isalnum, text)))


@given(name=TEXTS, definition=TEXTS, terms=st.lists(TEXTS, min_size=1, max_size=6), why=TEXTS)
def test_what_yaml_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, definition: str, terms: list[str], why: str
) -> None:
    path = tmp_path_factory.mktemp("glossary") / "a.yaml"
    first, *others = (f"{number} {term}" for number, term in enumerate(terms))  # distinct, and no key of a rendering
    language = {"approved": [first]} | ({"forbidden": [{term: why} for term in others]} if others else {})
    data = {"concept": name, "definition": definition, "renderings": {"de": language}}
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    found, problems = read_concept(path, "a.yaml")
    assert problems == []
    assert found is not None
    assert (found.name, found.definition) == (name, definition)
    renderings = found.entries["de"].renderings
    assert [one.term for one in renderings] == [first, *others]
    assert [one.why for one in renderings] == ["", *[why] * len(others)]


def test_our_own_glossary_is_sound() -> None:
    assert len(load_glossary([REPOSITORY / "glossary"]).concepts) > 50


def test_the_values_are_light() -> None:
    """What has no need to read a glossary must not pay for it."""
    code = "import sys, viterm.glossary; print({'yaml', 'viterm.glossary_reader'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_each_forbidden_rendering_of_ours_has_a_reason_and_each_language_a_basis() -> None:
    concepts = load_glossary([REPOSITORY / "glossary"]).concepts.values()
    entries = [(concept.id, entry) for concept in concepts for entry in concept.entries.values()]
    assert [(id_, one.term) for id_, entry in entries for one in entry.forbidden if not one.why] == []
    assert [(id_, entry.language) for id_, entry in entries if not entry.basis] == []


def test_each_concept_of_ours_has_examples_of_what_is_found_and_what_is_not_in_three_languages() -> None:
    concepts = load_glossary([REPOSITORY / "glossary"]).concepts.values()
    tried = {
        concept.id: [entry for entry in concept.entries.values() if entry.hits and entry.misses] for concept in concepts
    }
    assert [id_ for id_, entries in tried.items() if len(entries) < 3] == []
