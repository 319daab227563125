"""The articles in `examples/`: every known mistake is found, nothing else is, and the reports are as they were.

`python -m pytest tests/test_examples.py --update` writes the reports in `golden/` anew: review the difference.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from goldens import difference
from viterm import __version__
from viterm.cli import main
from viterm.rules import RULES

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
COMMAND = "python -m pytest tests/test_examples.py --update"

# File → line, what is found, rule.
MISTAKES: dict[str, list[tuple[int, str, str]]] = {
    "bridge.de.txt": [
        (8, "Massenmobilisierungskomitees", "variant-term"),
        (13, "zivile Angelegenheiten", "forbidden-term"),
        (14, "Volksmobilisierungs", "variant-term"),
        (18, "neuen ländlichen Kriterien", "forbidden-term"),
        (20, "NTM", "untranslated-term"),
        (20, "UBND", "untranslated-term"),
        (22, "Parteikomitee der Provinz", "mixed-renderings"),
        (26, "Nachahmungsbewegung", "variant-term"),
    ],
    "commune-road.fr.md": [
        (16, "Mobilisation de masse qualifiée", "variant-term"),
        (17, "mobilisation des masses qualifiées", "forbidden-term"),
        (19, "affaires civiles", "forbidden-term"),
        (21, "Comité central de mobilisation de masse", "forbidden-term"),
        (31, "mouvements d’imitation", "forbidden-term"),
        (32, "critères NTM", "forbidden-term"),
        (35, "New Rural Area", "untranslated-term"),
    ],
    "council.en.md": [
        (15, "Mass Mobilization Department", "variant-term"),
        (18, "Skilled Mass Mobilization", "variant-term"),
        (19, "copycat movement", "forbidden-term"),
        (19, "civil service work", "forbidden-term"),
        (20, "mobilization of skilled masses", "forbidden-term"),
        (29, "MTTQ", "untranslated-term"),
        (30, "Standing Committee of the Provincial Party", "forbidden-term"),
        (33, "Skillful mass mobilization", "mixed-renderings"),
    ],
    "dan-van-kheo.de.md": [
        (17, "Fachkundigen Massenmobilisierung", "variant-term"),
        (18, "Skillful Mass Mobilization", "untranslated-term"),
        (19, "Mobilisierung qualifizierter Massen", "forbidden-term"),
        (22, "Zentralkomitee für Massenmobilisierung", "forbidden-term"),
        (27, "MTTQ", "untranslated-term"),
        (28, "Ständige Ausschuss der Provinzpartei", "forbidden-term"),
        (29, "Nachahmerbewegungen", "forbidden-term"),
        (33, "Vaterlandsfront", "mixed-renderings"),
    ],
    "ferry.nb.txt": [
        (8, "massemobiliseringskomité", "variant-term"),
        (12, "folkemobiliserings", "variant-term"),
        (13, "mobilisering av dyktige masser", "forbidden-term"),
        (14, "Smart Mass Mobilization", "untranslated-term"),
        (17, "etterfølgerbevegelsene", "forbidden-term"),
        (19, "smart massemobilisering", "variant-term"),
        (20, "Sentralkomiteen for massemobilisering", "forbidden-term"),
        (24, "NTM-kriteriene", "forbidden-term"),
        (26, "nytt landdistrikt", "mixed-renderings"),
    ],
    "household.ro.md": [
        (15, "mobilizare abilă a maselor", "variant-term"),
        (16, "Skillful Mass Mobilization", "untranslated-term"),
        (17, "mobilizarea maselor calificate", "forbidden-term"),
        (19, "Comitetul Central pentru Mobilizarea Maselor", "forbidden-term"),
        (20, "Comitetului Permanent al Partidului Provincial", "forbidden-term"),
        (26, "MTTQ", "untranslated-term"),
        (27, "afaceri civile", "forbidden-term"),
        (28, "mișcările de imitare", "forbidden-term"),
        (33, "nouă ruralitate", "mixed-renderings"),
        (35, "viterm: ignore[dan-van-kheo]", "unused-ignore"),
    ],
    "orchard.uk.txt": [
        (9, "кваліфікованою масовою мобілізацією", "variant-term"),
        (10, "мобілізацією кваліфікованих мас", "forbidden-term"),
        (11, "Skilled Mass Mobilization", "untranslated-term"),
        (13, "Центральний комітет з масової мобілізації", "forbidden-term"),
        (14, "Постійного комітету провінційної партії", "forbidden-term"),
        (15, "MTTQ", "untranslated-term"),
        (20, "критеріїв NTM", "forbidden-term"),
        (21, "рухами наслідування", "forbidden-term"),
        (25, "Робота з мобілізації мас", "mixed-renderings"),
    ],
}

WITHOUT_MISTAKES = [
    "cooperative.fr.txt",
    "exhibition.fr.md",
    "library.ro.txt",
    "night-school.en.txt",
    "post-office.de.md",
    "school.nb.md",
    "theatre.uk.md",
]


class Output(NamedTuple):
    """What viterm says about the examples: the report for people, that for programs, and all occurrences."""

    text: str
    json: str
    occurrences: list[dict[str, Any]]

    @property
    def findings(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.json)["findings"]
        return found


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Output:
    folder = tmp_path_factory.mktemp("examples")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("COLUMNS", "80")
        patch.setenv("VITERM_CACHE_DIR", str(folder / "cache"))

        def run(command: str, format_name: str) -> tuple[int, str]:
            written = folder / f"{command}.{format_name}"
            options = ["--color", "never", "--format", format_name, "--output", str(written)]
            return main([command, "examples", *options]), written.read_text(encoding="utf-8")

        (text_code, text), (json_code, as_json) = run("lint", "text"), run("lint", "json")
        find_code, found = run("find", "json")
        # 2 would say that a file could not be checked, such as one whose language nobody tells.
        assert (text_code, json_code, find_code) == (1, 1, 0)
        return Output(text, as_json, json.loads(found)["occurrences"])


def of_file(rows: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["path"] == f"examples/{name}"]


@pytest.mark.parametrize("name", [*MISTAKES, *WITHOUT_MISTAKES])
def test_the_known_mistakes_are_exactly_what_is_found(name: str, output: Output) -> None:
    findings = of_file(output.findings, name)
    assert [(row["line"], row["found"], row["rule"]) for row in findings] == MISTAKES.get(name, [])


@pytest.mark.parametrize("name", WITHOUT_MISTAKES)
def test_a_text_without_mistakes_is_not_one_without_terms(name: str, output: Output) -> None:
    approved = [row for row in of_file(output.occurrences, name) if row["status"] == "approved"]
    assert len(approved) >= 3


def test_every_rule_has_an_example() -> None:
    assert {rule for rows in MISTAKES.values() for _, _, rule in rows} == set(RULES)


def test_the_table_of_the_readme_has_every_article() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    rows = [line.split("]")[0].removeprefix("| [") for line in readme.split("\n") if line.startswith("| [")]
    articles = [path.name for path in EXAMPLES.iterdir() if path.name != "README.md"]
    assert sorted(rows) == sorted(articles) == sorted([*MISTAKES, *WITHOUT_MISTAKES])


@pytest.mark.parametrize("name", ["report.txt", "report.json"])
def test_the_report_is_as_it_was(name: str, output: Output, request: pytest.FixtureRequest) -> None:
    # Without its version, so that a release changes no report.
    report = {"report.txt": output.text, "report.json": output.json}[name].replace(f"viterm {__version__}", "viterm")
    changed = difference(name, report, update=request.config.getoption("--update"))
    assert not changed, f"the report has changed; if it should, run `{COMMAND}` and review\n{changed}"
