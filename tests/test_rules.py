"""The rules: each says what its page promises, and nothing where the page says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from glossaries import Terms, compiled, concept, found_rigid, plain
from viterm.document import Document
from viterm.find import Finder
from viterm.findings import Finding, Occurrence, Severity, Status, Via
from viterm.formats.markdown import read
from viterm.glossary import Concept, Rendering
from viterm.lint import Settings, lint
from viterm.rules import RULES, Rule

KHEO = "dân vận khéo"
FRONT = concept(
    "Mặt trận Tổ quốc Việt Nam",
    {"de": {"approved": ["Vaterländische Front"]}, "fr": {"approved": ["Front de la Patrie"]}},
    also=["MTTQ"],
)
NEW_RURAL = concept("nông thôn mới", {"fr": {"approved": ["nouvelle ruralité"]}}, also=["NTM"])
WORK = concept("ban dân vận", {"de": {"approved": ["Kommission für Massenmobilisierung"]}}, also=["BDVTW"])
SKILLFUL = concept(
    KHEO,
    {"de": {"approved": ["geschickte Massenmobilisierung"]}, "en": {"variant": ["skilled mass mobilization"]}},
)
FOR_UNTRANSLATED = (FRONT, NEW_RURAL, WORK, SKILLFUL)


def page_lines(rule: Rule, word: str) -> list[str]:
    return re.findall(rf"^    {word} +(\S.*)$", rule.page, re.MULTILINE)


def page_glossary(rule: Rule) -> tuple[str, tuple[Concept, ...]]:
    """The language and glossary of a page, as in `glossary   de: forbidden: [A: why]  variant: [B]`."""
    for line in page_lines(rule, "glossary"):
        language, _, rest = line.partition(": ")
        terms: dict[str, list[str | Rendering]] = {"approved": ["ein Name"]}
        for status, listed in re.findall(r"(\w+): \[([^\]]*)\]", rest):
            terms[status] = []
            for item in listed.split(", "):
                term, _, why = item.partition(": ")
                terms[status].append(Rendering(term, status, why=why))
        return language, (concept(KHEO, {language: terms}),)
    return "", FOR_UNTRANSLATED


@cache
def finder(language: str, concepts: tuple[Concept, ...]) -> Finder:
    return Finder(compiled(language, *concepts))


def check(text: str, language: str, concepts: tuple[Concept, ...]) -> list[Finding]:
    parsed = read(text)
    document = Document("a.md", language, text, parsed.segments, parsed.comments)
    names = {*RULES, *(one.id for one in concepts)}
    return lint(document, finder(language, concepts).find(document), Settings(names=names))


def examples(word: str) -> list[tuple[str, str]]:
    return [(name, line) for name, rule in RULES.items() for line in page_lines(rule, word)]


def language_of(rule: str, text: str) -> str:
    return page_glossary(RULES[rule])[0] or ("fr" if text.startswith("les ") else "de")


@pytest.mark.parametrize(("rule", "text"), examples("found"))
def test_what_a_page_calls_found_is_found(rule: str, text: str) -> None:
    findings = check(text, language_of(rule, text), page_glossary(RULES[rule])[1])
    assert [(one.rule, one.severity) for one in findings] == [(rule, RULES[rule].severity)]


@pytest.mark.parametrize(("rule", "text"), examples("not found"))
def test_what_a_page_calls_not_found_is_not_found(rule: str, text: str) -> None:
    assert check(text, language_of(rule, text), page_glossary(RULES[rule])[1]) == []


@pytest.mark.parametrize("rule", RULES)
def test_every_page_has_a_summary_an_example_and_a_near_miss_and_says_what_to_do(rule: str) -> None:
    page = RULES[rule]
    assert page.name == rule
    assert page.summary.endswith(".")
    assert page.page.startswith(page.summary)
    assert page_lines(page, "found")
    assert page_lines(page, "not found")
    assert "\nWhat to do: " in page.page


def test_the_page_of_mixed_renderings_marks_the_place_that_is_found() -> None:
    rule = RULES["mixed-renderings"]
    lines = rule.page.split("\n")
    at = next(i for i, line in enumerate(lines) if line.lstrip().startswith("^"))
    text = page_lines(rule, "found")[0]
    language, concepts = page_glossary(rule)
    [finding] = check(text, language, concepts)
    assert lines[at - 1].index(text) + finding.start == lines[at].index("^")
    assert finding.end - finding.start == lines[at].count("^")


def test_the_quoted_comments_of_the_pages_silence_what_they_are_for() -> None:
    for name in ("forbidden-term", "variant-term"):
        language, concepts = page_glossary(RULES[name])
        comment = re.findall(r"^    (<!--.*-->)$", RULES[name].page, re.MULTILINE)[0]
        text = page_lines(RULES[name], "found")[0]
        assert check(text, language, concepts)
        assert check(f"{text} {comment}", language, concepts) == []


def findings(rule: str, occurrences: Sequence[Occurrence], language: str = "de") -> list[Finding]:
    return list(RULES[rule].check(plain("", language), occurrences))


def occurrence(
    rendering: str,
    start: int = 0,
    *,
    concept: str = "dan-van-kheo",
    found: str = "",
    language: str = "de",
    status: Status = "approved",
    via: Via = Via.EXACT,
    approved: tuple[str, ...] = ("kluge Arbeit", "gute Arbeit", "feine Arbeit"),
    why: str = "",
) -> Occurrence:
    end, found = start + len(rendering), found or rendering
    return Occurrence(start, end, concept, KHEO, found, rendering, language, status, via, approved, why)


@pytest.mark.parametrize(
    ("rule", "status", "via", "severity"),
    [
        ("forbidden-term", "forbidden", Via.EXACT, Severity.ERROR),
        ("forbidden-term", "forbidden", Via.INFLECTED, Severity.ERROR),
        ("forbidden-term", "forbidden", Via.COMPOUND, Severity.ERROR),
        ("forbidden-term", "forbidden", Via.GUESSED, Severity.WARNING),
        ("forbidden-term", "variant", Via.EXACT, None),
        ("forbidden-term", "approved", Via.EXACT, None),
        ("forbidden-term", "untranslated", Via.EXACT, None),
        ("variant-term", "variant", Via.EXACT, Severity.WARNING),
        ("variant-term", "variant", Via.GUESSED, Severity.WARNING),
        ("variant-term", "forbidden", Via.EXACT, None),
        ("variant-term", "approved", Via.EXACT, None),
        ("untranslated-term", "untranslated", Via.EXACT, Severity.ERROR),
        ("untranslated-term", "forbidden", Via.EXACT, None),
        ("mixed-renderings", "approved", Via.EXACT, None),
        ("unused-ignore", "forbidden", Via.EXACT, None),
    ],
)
def test_which_status_a_rule_speaks_of(rule: str, status: Status, via: Via, severity: Severity | None) -> None:
    found = findings(rule, [occurrence("Massenarbeit", status=status, via=via)])
    assert [one.severity for one in found] == ([] if severity is None else [severity])


@pytest.mark.parametrize(
    ("rule", "status", "severity"),
    [
        ("forbidden-term", "forbidden", Severity.WARNING),
        ("variant-term", "variant", Severity.WARNING),
        ("untranslated-term", "untranslated", Severity.WARNING),
    ],
)
def test_what_rests_on_a_proposal_is_no_error(rule: str, status: Status, severity: Severity) -> None:
    found = findings(rule, [replace(occurrence("Massenarbeit", status=status), proposed=True)])
    assert [one.severity for one in found] == [severity]


def test_a_finding_carries_what_a_report_needs() -> None:
    [finding] = findings("forbidden-term", [occurrence("Massenarbeit", 7, status="forbidden", found="Massenarbeiten")])
    assert finding == Finding(
        start=7,
        end=19,
        severity=Severity.ERROR,
        rule="forbidden-term",
        concept="dan-van-kheo",
        name=KHEO,
        found="Massenarbeiten",
        rendering="Massenarbeit",
        via=Via.EXACT,
        suggestions=("kluge Arbeit", "gute Arbeit", "feine Arbeit"),
        message="“Massenarbeiten” is wrong for “dân vận khéo”.",
    )


@pytest.mark.parametrize(
    ("rule", "status", "why", "message"),
    [
        ("forbidden-term", "forbidden", "", "“x” is wrong for “dân vận khéo”."),
        ("forbidden-term", "forbidden", "it is y", "“x” is wrong for “dân vận khéo”: it is y."),
        ("forbidden-term", "forbidden", "it is y.", "“x” is wrong for “dân vận khéo”: it is y."),
        ("variant-term", "variant", "", "“x” is not the agreed rendering of “dân vận khéo”."),
        ("variant-term", "variant", "it is y", "“x” is not the agreed rendering of “dân vận khéo”: it is y."),
    ],
)
def test_the_glossary_s_reason_is_given(rule: str, status: Status, why: str, message: str) -> None:
    assert [one.message for one in findings(rule, [occurrence("x", status=status, why=why)])] == [message]


@pytest.mark.parametrize(
    ("found", "language", "message"),
    [
        (
            "skilled mass mobilization",
            "en",
            "“skilled mass mobilization” (“dân vận khéo”) is left in English in a text in German.",
        ),
        ("DVK", "vi", "“DVK” (“dân vận khéo”) is left in Vietnamese in a text in German."),
        ("Dân vận khéo", "vi", "“Dân vận khéo” is left in Vietnamese in a text in German."),
    ],
)
def test_an_untranslated_term_is_told_with_both_languages(found: str, language: str, message: str) -> None:
    [finding] = findings("untranslated-term", [occurrence(found, status="untranslated", language=language)])
    assert finding.message == message


def test_without_a_rendering_in_the_text_s_language_nothing_is_untranslated() -> None:
    assert findings("untranslated-term", [occurrence("x", status="untranslated", approved=())]) == []


@pytest.mark.parametrize(
    ("renderings", "reported", "tally"),
    [
        ("kluge kluge kluge", "", ""),
        ("kluge kluge gute", "gute", "“kluge Arbeit” 2×, “gute Arbeit” 1×"),
        ("gute kluge gute", "kluge", "“gute Arbeit” 2×, “kluge Arbeit” 1×"),
        # where two are even, the preferred one is the text's own
        ("gute kluge", "gute", "“kluge Arbeit” 1×, “gute Arbeit” 1×"),
        ("feine gute", "feine", "“gute Arbeit” 1×, “feine Arbeit” 1×"),
        ("feine gute kluge feine", "gute kluge", "“feine Arbeit” 2×, “kluge Arbeit” 1×, “gute Arbeit” 1×"),
        # a rendering that is not among the approved ones of the document's language comes last
        ("neue kluge", "neue", "“kluge Arbeit” 1×, “neue Arbeit” 1×"),
    ],
)
def test_mixed_renderings_reports_the_minority_with_all_counts(renderings: str, reported: str, tally: str) -> None:
    places = [occurrence(f"{word} Arbeit", 20 * i) for i, word in enumerate(renderings.split())]
    found = findings("mixed-renderings", places)
    assert [one.found for one in found] == [f"{word} Arbeit" for word in reported.split()]
    names = len(set(renderings.split()))
    assert {one.message for one in found} <= {f"“dân vận khéo” has {names} names in this text: {tally}."}
    majority = tally.partition("”")[0].removeprefix("“")
    assert {one.suggestions for one in found} <= {(majority,)}


@pytest.mark.parametrize(
    ("renderings", "reported"),
    [
        # a name and its short forms are one name
        (["Vietnam Women's Union", "Women's Union", "Women's union"], []),
        (["Women's Union", "Vietnam Women's Union", "Women's League"], ["Women's League"]),
        (
            ["Women's League", "Women's League", "Vietnam Women's Union", "Women's Union", "Union"],
            ["Women's League"] * 2,
        ),
        (["Women's League", "Union"], ["Union"]),
        (["Women's League of Hanoi", "men's League"], ["men's League"]),
        (["Union", "Reunion"], ["Reunion"]),
    ],
)
def test_a_short_form_is_no_second_name(renderings: list[str], reported: list[str]) -> None:
    places = [occurrence(term, 40 * i) for i, term in enumerate(renderings)]
    assert [one.found for one in findings("mixed-renderings", places)] == reported


@pytest.mark.parametrize(("short", "reported"), [("妇女联合会", []), ("妇女会", ["妇女会"])])
def test_a_short_form_in_a_script_without_blanks(short: str, reported: list[str]) -> None:
    places = [replace(occurrence(term, 20 * i), language="zh") for i, term in enumerate(["越南妇女联合会", short])]
    assert [one.found for one in findings("mixed-renderings", places)] == reported


def test_renderings_of_several_concepts_are_not_mixed() -> None:
    assert findings("mixed-renderings", [occurrence("kluge Arbeit"), occurrence("gute Arbeit", concept="x")]) == []


def test_only_approved_renderings_are_counted() -> None:
    places = [
        occurrence("kluge Arbeit"),
        occurrence("gute Arbeit", status="variant"),
        occurrence("gute Arbeit", status="forbidden"),
    ]
    assert findings("mixed-renderings", places) == []


def test_forms_of_one_rendering_are_one_name() -> None:
    terms: Terms = {"approved": [Rendering("new front", "approved", forms=("new fronts",)), "united front"]}
    occurrences = found_rigid("a new front, new fronts", "en", concept("mặt trận", {"en": terms}))
    assert len(occurrences) == 2
    assert findings("mixed-renderings", occurrences, "en") == []


@pytest.mark.parametrize(("is_name", "mixed"), [(True, ["kluge Arbeit"]), (False, [])])
def test_what_is_just_a_word_in_a_text_is_no_second_name(is_name: bool, mixed: list[str]) -> None:
    places = [occurrence("gute Arbeit", 0), occurrence("gute Arbeit", 20), occurrence("kluge Arbeit", 40)]
    places[2] = replace(places[2], is_name=is_name)
    assert [one.found for one in findings("mixed-renderings", places)] == mixed
