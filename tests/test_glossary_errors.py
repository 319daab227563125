"""Faulty glossary files: each YAML text beside all that is said about it, as `line:column: message`."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary_files import concept, write
from viterm.errors import ProblemsError
from viterm.glossary import load_glossary, read_concept


def said(folder: Path, text: str | bytes, name: str = "a.yaml") -> list[str]:
    """What is said about a file."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found, problems = read_concept(path, "shown.yaml")
    assert (found is None) == bool(problems)
    assert {problem.path for problem in problems} <= {"shown.yaml"}
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in problems]


NEEDED = "the file must be a mapping with `concept`, `definition` and `renderings`, not"

DEFINITION = "a sentence or two of English that tell the concept from its neighbours"
FILES = [
    ("", [f"1:1: {NEEDED} empty"]),
    ("# only a comment\n", [f"1:1: {NEEDED} empty"]),
    ("---\n", [f"2:1: {NEEDED} empty"]),
    ("{}\n", [f"1:1: {NEEDED} empty"]),
    ("just a text\n", [f"1:1: {NEEDED} a text"]),
    ("- concept: a\n", [f"1:1: {NEEDED} a list"]),
    (
        "also: [a]\n",
        [
            "1:1: the file has no `concept`: add its Vietnamese name, as in `concept: dân vận khéo`",
            f"1:1: the file has no `definition`: add {DEFINITION}",
            "1:1: the file has no `renderings`: add at least one language with its approved rendering",
        ],
    ),
    (
        "concept:\ndefinition: ~\nrenderings:\n",
        [
            "1:9: `concept` is empty: write a name",
            "2:13: `~` is YAML for no value: quote it if the word is meant",
            "3:12: `renderings` must be a mapping with a language tag such as `de` for each key, not empty",
        ],
    ),
    (
        "concept: [a]\ndefinition: {b: c}\nrenderings: []\n",
        [
            "1:10: `concept` must be a text, not a list",
            "2:13: `definition` must be a text, not a mapping: quote a text that has `: ` in it",
            "3:13: `renderings` must be a mapping with a language tag such as `de` for each key, not empty",
        ],
    ),
    (
        concept(concpt="a", about="x"),
        [
            "3:1: unknown key `concpt`; nearest: `concept`",
            "4:1: unknown key `about`; known: `concept`, `also`, `definition`, `related` and `renderings`",
        ],
    ),
    # The key that was meant is not missing as well
    (concept().replace("concept:", "concpt:"), ["1:1: unknown key `concpt`; nearest: `concept`"]),
    (concept(concept="b"), ["3:1: duplicate key `concept`, first in line 1: merge the two"]),
    (
        "[a]: b\n{c}: d\n" + concept(),
        [
            "1:1: a key must be a text, not a list: quote a text that starts with a bracket",
            "2:1: a key must be a text, not a mapping: quote a text that starts with a bracket",
        ],
    ),
    (
        concept(also="b", related="[B C, d, d, a]"),
        [
            "3:7: `also` must be a list of names, not a text: start each with `- `",
            "4:11: `B C` is not a concept id: it has lower-case letters without diacritics, digits and single hyphens",
            "4:19: `d` stands twice in `related`, first in line 4",
            "4:22: `a` is this concept itself: name others, or drop it",
        ],
    ),
    (concept("'…'"), ["1:10: `…` has no letter and no digit in it: write a name"]),
    (
        concept("cafe\u0301", also='["e\\u0301"]'),
        [
            "1:10: `cafe\u0301` is not in Unicode's NFC form: type its accented letters anew",
            "3:8: `e\u0301` is not in Unicode's NFC form: type its accented letters anew",
        ],
    ),
    (
        concept(also='["b\\u0007", "b\\u2028c", "b\\u00adc", "b\\u200bc", "b\\tc"]'),
        [
            "3:8: an item of `also` has the control character U+0007 in it: remove it",
            "3:19: an item of `also` has the control character U+2028 in it: remove it",
            "3:31: an item of `also` has the invisible character U+00AD in it: remove it",
            "3:43: an item of `also` has the invisible character U+200B in it: remove it",
        ],
    ),
    (
        concept(also="['', '  ', null, 'null']"),
        [
            "3:8: an item of `also` is empty: write a name",
            "3:12: an item of `also` is empty: write a name",
            "3:18: `null` is YAML for no value: quote it if the word is meant",
        ],
    ),
]

TAGS = [
    ("dee: {approved: [c]}", ["4:3: `dee` is not a language tag; nearest: `de` (German)"]),
    ("zh-Hnas: {approved: [c]}", ["4:3: `zh-Hnas` names no known script; nearest: `zh-Hans` (simplified Han)"]),
    ("pt-br: {approved: [c]}", ["4:3: write the language tag `pt-br` as `pt-BR`"]),
    ("pt_BR: {approved: [c]}", ["4:3: write the language tag `pt_BR` as `pt-BR`"]),
    ("12: {approved: [c]}", ["4:3: `12` is not a language tag; tags look like `de`, `pt-BR` or `zh-Hans`"]),
    (
        "nb: {approved: [c]}\n  no: {approved: [d]}",
        ["5:3: `no` is `nb`, which stands in line 4 already: merge the two"],
    ),
    ("no: {approved: [c]}\n  nb: {approved: [d]}", ["5:3: `nb` stands in line 4 already: merge the two"]),
    ("de: {approved: [c]}\n  de: {approved: [d]}", ["5:3: duplicate key `de`, first in line 4: merge the two"]),
    ("- de", ["4:3: `renderings` must be a mapping with a language tag such as `de` for each key, not a list"]),
    ("de:", ["4:6: `de` must be a mapping with `approved`, not empty"]),
    ("de: {}", ["4:7: `de` must be a mapping with `approved`, not empty"]),
    ("de: [c]", ["4:7: `de` must be a mapping with `approved`, not a list"]),
    ("de: c", ["4:7: `de` must be a mapping with `approved`, not a text"]),
    ("de: {aproved: [c]}", ["4:8: unknown key `aproved`; nearest: `approved`"]),
    (
        "dee: {variant: []}",
        [
            "4:3: `dee` has no `approved`: add at least one right rendering, so that there is something to suggest",
            "4:3: `dee` is not a language tag; nearest: `de` (German)",
            "4:18: `variant` is empty: list at least one rendering",
        ],
    ),
]

NO_APPROVED = "4:3: `de` has no `approved`: add at least one right rendering, so that there is something to suggest"
LANGUAGES = [
    # Lists of renderings
    ("variant: [c]", [NO_APPROVED]),
    ("basis: press", [NO_APPROVED]),
    ("approved: c", ["5:15: `approved` must be a list of renderings, not a text: start each with `- `"]),
    ("approved: {c: d}", ["5:15: `approved` must be a list of renderings, not a mapping: start each with `- `"]),
    ("approved: []", ["5:15: `approved` is empty: list at least one rendering"]),
    ("approved:", ["5:14: `approved` is empty: list at least one rendering"]),
    ("approved: [c]\n    forbidden: []", ["6:16: `forbidden` is empty: list at least one rendering"]),
    ("approved: [c]\n    approved: [d]", ["6:5: duplicate key `approved`, first in line 5: merge the two"]),
    (
        "approved: [c]\n    why: d",
        [
            (
                "6:5: unknown key `why`; "
                "known: `approved`, `variant`, `forbidden`, `about`, `basis`, `source` and `examples`"
            )
        ],
    ),
    # The same rendering again
    ("approved: [c, c]", ["5:19: `c` stands twice under `approved` of `de`, first in line 5: drop one"]),
    ("approved: [c d, C  D]", ["5:21: `C D` stands twice under `approved` of `de`, first in line 5: drop one"]),
    ("approved: [c]\n    forbidden: [c: d]", ["6:17: `c` is forbidden here and approved in line 5 of `de`: keep one"]),
    (
        "approved: [l'État]\n    variant: [L’ÉTAT]",
        ["6:15: `L’ÉTAT` is variant here and approved in line 5 of `de`: keep one"],
    ),
    (
        "approved: [{term: Front, case: sensitive}]\n    variant: [front]",
        ["6:15: `front` is variant here and approved in line 5 of `de`: keep one"],
    ),
    (
        "approved: [{term: c, until: 2025}]\n    variant: [{term: c, from: 2025}]",
        ["6:22: `c` is variant here and approved in line 5 of `de`: keep one"],
    ),
    # Other keys
    (
        "approved: [c]\n    basis: guess",
        ["6:12: `basis` must be one of `official`, `press`, `reference`, `portal`, `proposed`, not `guess`"],
    ),
    (
        "approved: [c]\n    basis:",
        ["6:11: `basis` must be one of `official`, `press`, `reference`, `portal`, `proposed`, not empty"],
    ),
    (
        "approved: [c]\n    source: [www.example.org, 'https://a b', 'http://example.org']",
        [
            "6:14: `www.example.org` is not a URL: it must start with `http://` or `https://` and have no blanks",
            "6:31: `https://a b` is not a URL: it must start with `http://` or `https://` and have no blanks",
        ],
    ),
    (
        "approved: [c]\n    source: https://a",
        ["6:13: `source` must be a list of URLs, not a text: start each with `- `"],
    ),
    ("approved: [c]\n    examples: [d]", ["6:15: `examples` must be a mapping with `hit` and `miss`, not a list"]),
    ("approved: [c]\n    examples: {hits: [d]}", ["6:16: unknown key `hits`; nearest: `hit`"]),
    (
        "approved: [c]\n    examples:\n      hit:\n        - He said: no",
        ["8:11: an item of `hit` must be a text, not a mapping: quote a text that has `: ` in it"],
    ),
]

ALL_KEYS = (
    "`term`, `why`, `match`, `case`, `forms`, `not_forms`, `near`, `before`, `after`, `about`, `files`, `from` and "
    "`until`"
)
RENDERINGS = [
    ("''", ["6:9: an item of `approved` is empty: write a rendering"]),
    ("", ["6:8: an item of `approved` is empty: write a rendering"]),
    ("'?!'", ["6:9: `?!` has no letter and no digit in it: write a rendering"]),
    ("'': why", ["6:9: an item of `approved` is empty: write a rendering"]),
    (
        "[c]",
        ["6:9: an item of `approved` must be a text, a `text: why` pair or a mapping with `term`, not a list"],
    ),
    ("{}", ["6:9: an item of `approved` must be a mapping with `term`, not empty"]),
    ("c:", ["6:11: the reason of `c` is empty: write a reason"]),
    ("c: {d: e}", ["6:12: the reason of `c` must be a text, not a mapping: quote a text that has `: ` in it"]),
    ("why: c", ["6:9: an item of `approved` has no `term`: add its text, as in `term: public service`"]),
    ("trem: c\n        why: d", ["6:9: unknown key `trem`; nearest: `term`"]),
    (
        "c: d\n        near: [e]",
        ["6:9: `c` stands beside other keys: write `term: …` for it and `why: …` for its reason"],
    ),
    ("c: d\n        e: f", ["6:9: `c` stands beside other keys: start each rendering with `- `"]),
    (
        "? [c]\n        : d",
        [
            "6:9: an item of `approved` has no `term`: add its text, as in `term: public service`",
            "6:11: a key must be a text, not a list: quote a text that starts with a bracket",
        ],
    ),
    ("{term: c, term: d}", ["6:19: duplicate key `term`, first in line 6: merge the two"]),
    ("{term: []}", ["6:16: `term` is empty: list at least one rendering"]),
    (
        "{term: [c, '', [d], {e: f}]}",
        [
            "6:20: an item of `term` is empty: write a rendering",
            "6:24: an item of `term` must be a text, not a list",
            "6:29: an item of `term` must be a text, not a mapping: quote a text that has `: ` in it",
        ],
    ),
    ("{term: [c, d, c]}", ["6:23: `c` stands twice in `term`, first in line 6"]),
    ("{term: [c, d, C]}", ["6:23: `C` stands twice under `approved` of `de`, first in line 6: drop one"]),
    ("{term: [c, d], forms: [e]}", ["6:32: `forms` belong to one term, and `term` lists 2: list theirs apart"]),
    ("{terms: [c, d], why: e}", ["6:10: unknown key `terms`; nearest: `term`"]),
    ("{term: c, xyz: d}", [f"6:19: unknown key `xyz`; known: {ALL_KEYS}"]),
    ("{term: c, match: fuzzy}", ["6:26: `match` must be one of `inflected`, `exact`, not `fuzzy`"]),
    ("{term: c, case: yes}", ["6:25: `case` must be `sensitive`, not `yes`"]),
    ("{term: c, case: [sensitive]}", ["6:25: `case` must be `sensitive`, not a list"]),
    ("{term: c, near: d}", ["6:25: `near` must be a list of words, not a text: start each with `- `"]),
    ("{term: c, near: [[d]]}", ["6:26: an item of `near` must be a text, not a list"]),
    ("{term: c, near: []}", ["6:25: `near` is empty: list at least one word"]),
    ("{term: c, after: [d, d]}", ["6:30: `d` stands twice in `after`, first in line 6"]),
    ("{term: c, from: 2025, until: 2024}", ["6:38: `until` 2024 is before `from` 2025: swap them"]),
    (
        "{term: c, from: 25, until: '2025'}",
        [
            "6:25: `from` must be a year of four digits without quotes, as in `2021`, not `25`",
            '6:36: `until` must be a year of four digits without quotes, as in `2021`, not `"2025"`',
        ],
    ),
    (
        "{term: c, from: , until: [2025]}",
        [
            "6:25: `from` must be a year of four digits without quotes, as in `2021`, not empty",
            "6:34: `until` must be a year of four digits without quotes, as in `2021`, not a list",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FILES)
def test_files(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert said(tmp_path, text) == expected


@pytest.mark.parametrize(("text", "expected"), TAGS)
def test_languages(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert said(tmp_path, f"concept: a\ndefinition: b\nrenderings:\n  {text}\n") == expected


@pytest.mark.parametrize(("text", "expected"), LANGUAGES)
def test_what_is_known_in_a_language(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert said(tmp_path, f"concept: a\ndefinition: b\nrenderings:\n  de:\n    {text}\n") == expected


@pytest.mark.parametrize(("text", "expected"), RENDERINGS)
def test_renderings(tmp_path: Path, text: str, expected: list[str]) -> None:
    head = "concept: a\ndefinition: b\nrenderings:\n  de:\n    approved:"
    assert said(tmp_path, f"{head}\n      - {text}\n".replace("- \n", "-\n")) == expected


def test_the_pitfall_of_a_second_colon(tmp_path: Path) -> None:
    text = concept().replace("[c]", "[c]\n    forbidden:\n      - foo: bar: baz")
    assert said(tmp_path, text) == [
        "7:17: not valid YAML: a second `: ` in one line, or a wrong indent; quote a text that has `: ` in it"
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("dân vận khéo.yaml", "dan-van-kheo"),
        ("Đảng-viên.yaml", "dang-vien"),
        ("Tinh-uy.yaml", "tinh-uy"),
        ("a--b.yml", "a-b"),
        ("-a.b_c-.yaml", "a-b-c"),
        ("党.yaml", "dan-van"),
    ],
)
def test_a_file_name_that_is_no_id(tmp_path: Path, name: str, hint: str) -> None:
    rule = "it has lower-case letters without diacritics, digits and single hyphens"
    assert said(tmp_path, concept(), name) == [
        f"1:1: the file's name must be the concept's id, not `{Path(name).stem}`: {rule}, as in `{hint}`"
    ]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    found, problems = read_concept(tmp_path / "a.yaml", "a.yaml")
    assert found is None
    assert [str(problem) for problem in problems] == ["a.yaml:1:1: cannot be read: Is a directory"]


BRACKET = "`,` or a closing bracket is missing; quote a text that has `,`, `: ` or brackets in it"


def test_all_problems_of_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(
        tmp_path,
        {
            "one/x/a.yaml": concept("[]", also="c"),
            "one/x/faulty.yaml": concept(related="[nowhere]").replace("c]", "c"),
            "one/x/tinh-uy.yaml": concept(related="[tinh-ui, faulty, zzz, a]"),
            "one/y/tinh-uy.yml": concept(),
            "two/y/tinh-uy.yaml": concept(),
        },
    )
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProblemsError) as caught:
        load_glossary([Path("one")])
    assert str(caught.value).splitlines() == [
        "one/x/a.yaml:1:10: `concept` must be a text, not a list",
        "one/x/a.yaml:3:7: `also` must be a list of names, not a text: start each with `- `",
        f"one/x/faulty.yaml:7:1: not valid YAML: {BRACKET}",
        "one/x/tinh-uy.yaml:3:11: no concept has the id `tinh-ui`; nearest: `tinh-uy`",
        "one/x/tinh-uy.yaml:3:28: no concept has the id `zzz`; name the file of one, without `.yaml`",
        "one/y/tinh-uy.yml:1:1: the id `tinh-uy` is that of `one/x/tinh-uy.yaml` already: rename one of the two files",
    ]
    # An overridden file need not fit the others, but it must be sound.
    with pytest.raises(ProblemsError) as caught:
        load_glossary([Path("one"), Path("two")])
    assert [problem.path for problem in caught.value.problems] == [
        "one/x/a.yaml",
        "one/x/a.yaml",
        "one/x/faulty.yaml",
        "one/y/tinh-uy.yml",
    ]
