"""What people see: whole reports, as they stand in a terminal 80 cells wide unless said otherwise."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import WHY, document, finding, occurrence, report
from viterm.findings import Finding, Occurrence, Severity
from viterm.report import FileReport, cells

ARTICLE = """\
# Dân vận khéo in Lào Cai

Im Rahmen der Nachahmerbewegung hat die Provinz im vergangenen Jahr mehr als 1.200 Modelle der „Mobilisierung \
qualifizierter Massen“ aufgebaut, die in allen Gemeinden zur Verbesserung der Lebensbedingungen beitragen.

- Sie hat das Modell der intelligenten
  Massenmobilisierung in 14 Gemeinden eingeführt. <!-- viterm: ignore variant-term -->
"""
EMULATION = "“Nachahmerbewegung” is wrong for phong trào thi đua: nobody imitates anybody; people compete to do better."
GERMAN = FileReport(
    document(ARTICLE, path="artikel/bewegung.de.md"),
    [
        finding(
            ARTICLE,
            "Nachahmerbewegung",
            EMULATION,
            ["Wettbewerbsbewegung", "patriotische Wettbewerbsbewegung", "Emulationsbewegung"],
            concept="phong-trao-thi-dua",
        ),
        finding(ARTICLE, "Mobilisierung qualifizierter Massen", WHY, ["geschickte Massenmobilisierung"]),
        finding(
            ARTICLE,
            "intelligenten\n  Massenmobilisierung",
            "“intelligenten Massenmobilisierung” is understandable for dân vận khéo, but not the approved rendering.",
            ["geschickten Massenmobilisierung"],
            rule="variant-term",
            severity=Severity.WARNING,
        ),
        finding(
            ARTICLE,
            "<!-- viterm: ignore variant-term -->",
            "Nothing here needs this comment.",
            rule="unused-ignore",
            severity=Severity.WARNING,
            concept="",
            name="",
        ),
    ],
)

GERMAN_80 = """\
artikel/bewegung.de.md:3:15: error forbidden-term (phong-trao-thi-dua)
  3 | Im Rahmen der Nachahmerbewegung hat die Provinz im vergangenen Jahr mehr …
    |               ^^^^^^^^^^^^^^^^^
      “Nachahmerbewegung” is wrong for phong trào thi đua: nobody imitates
      anybody; people compete to do better.
      write: Wettbewerbsbewegung
             (or: patriotische Wettbewerbsbewegung, Emulationsbewegung)

artikel/bewegung.de.md:3:97: error forbidden-term (dan-van-kheo)
  3 | … Modelle der „Mobilisierung qualifizierter Massen“ aufgebaut, die in …
    |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      “Mobilisierung qualifizierter Massen” is wrong for dân vận khéo: the
      adjective belongs to the work, not to the masses.
      write: geschickte Massenmobilisierung

artikel/bewegung.de.md:5:26: warning variant-term (dan-van-kheo)
  5 | - Sie hat das Modell der intelligenten
    |                          ^^^^^^^^^^^^^
  6 | Massenmobilisierung in 14 Gemeinden eingeführt. <!-- viterm: ignore …
    | ^^^^^^^^^^^^^^^^^^^
      “intelligenten Massenmobilisierung” is understandable for dân vận khéo,
      but not the approved rendering.
      write: geschickten Massenmobilisierung

artikel/bewegung.de.md:6:51: warning unused-ignore
  6 | … in 14 Gemeinden eingeführt. <!-- viterm: ignore variant-term -->
    |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      Nothing here needs this comment.

4 problems (2 errors, 2 warnings) of 2 concepts in 1 of 2 files
"""

GERMAN_50 = """\
artikel/bewegung.de.md:3:15:
  error forbidden-term (phong-trao-thi-dua)
  3 | … Rahmen der Nachahmerbewegung hat die …
    |              ^^^^^^^^^^^^^^^^^
      “Nachahmerbewegung” is wrong for phong trào
      thi đua: nobody imitates anybody; people
      compete to do better.
      write: Wettbewerbsbewegung
             (or: patriotische
             Wettbewerbsbewegung,
             Emulationsbewegung)

artikel/bewegung.de.md:3:97:
  error forbidden-term (dan-van-kheo)
  3 | … „Mobilisierung qualifizierter Massen“ …
    |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      “Mobilisierung qualifizierter Massen” is
      wrong for dân vận khéo: the adjective
      belongs to the work, not to the masses.
      write: geschickte Massenmobilisierung
"""


def test_german_at_80_cells() -> None:
    assert report("text", [GERMAN, FileReport(document(""))]) == GERMAN_80


def test_german_at_50_cells() -> None:
    assert report("text", [GERMAN], width=50).startswith(GERMAN_50)


def single(text: str, found: str, message: str, suggestions: list[str], *, width: int = 60, path: str = "a.txt") -> str:
    """The report of one finding, without the line that sums up."""
    hit = FileReport(document(text, path=path), [finding(text, found, message, suggestions)])
    return report("text", [hit], width=width).rpartition("\n\n")[0] + "\n"


JAPANESE = """\
a.txt:1:23: error forbidden-term (dan-van-kheo)
  1 | …し、農村地域では「熟練した大衆動員」模倣運動を通じて…
    |                    ^^^^^^^^^^^^^^^^
      “熟練した大衆動員” is not ours.
      write: 巧みな大衆動員
"""


def test_wide_characters_take_two_cells() -> None:
    text = "創意工夫に富んだ活動を展開し、農村地域では「熟練した大衆動員」模倣運動を通じて生活を向上させた。"
    assert single(text, "熟練した大衆動員", "“熟練した大衆動員” is not ours.", ["巧みな大衆動員"]) == JAPANESE


HINDI = """\
a.txt:1:22: error forbidden-term (dan-van-kheo)
  1 | प्रांत ने पिछले वर्ष कुशल जन लामबंदी के एक हज़ार मॉडल बनाए।
    |                 ^^^^^^^^^^^^^
      “कुशल जन लामबंदी” is not ours.
      write: कुशल जन-संघटन
"""


def test_marks_below_and_above_take_no_cell() -> None:
    text = "प्रांत ने पिछले वर्ष कुशल जन लामबंदी के एक हज़ार मॉडल बनाए।"
    assert single(text, "कुशल जन लामबंदी", "“कुशल जन लामबंदी” is not ours.", ["कुशल जन-संघटन"]) == HINDI


VIETNAMESE = """\
phong trào.md:1:14: error forbidden-term (dan-van-kheo)
  1 | The movement Dân vận khéo, launched in 2009 by the …
    |              ^^^^^^^^^^^^
      “Dân vận khéo” is Vietnamese left in.
      write: skillful mass mobilization  (or: mobilization)
"""


def test_decomposed_vietnamese() -> None:
    text, found, message, path, expected = (
        unicodedata.normalize("NFD", each)
        for each in (
            "The movement Dân vận khéo, launched in 2009 by the Central Commission.",
            "Dân vận khéo",
            "“Dân vận khéo” is Vietnamese left in.",
            "phong trào.md",
            VIETNAMESE,
        )
    )
    assert single(text, found, message, ["skillful mass mobilization", "mobilization"], path=path) == expected


HOSTILE = """\
a<U+001B>]0;.md:1:17: error forbidden-term (dan-van-kheo)
  1 | <U+001B>[2Jred <U+202E>lived<U+202C> ward    <U+000C>end
    |                                      ^^^^
      “ward” <U+202E>is wrong.
      write: <U+009B>ward
"""


def test_files_cannot_command_the_terminal() -> None:
    text = "\x1b[2Jred \u202elived\u202c ward\t\x0cend"
    output = single(text, "ward", "“ward” \u202eis wrong.", ["\x9bward"], path="a\x1b]0;.md", width=80)
    assert output == HOSTILE


MANY_LINES = """\
a.txt:9:3: error forbidden-term (dan-van-kheo)
   9 | x one
     |   ^^^
  11 | three
     | ^^^^^
       too long
"""


def test_line_numbers_are_aligned_and_a_gap_in_them_shows_what_is_left_out() -> None:
    assert single("\n" * 8 + "x one\ntwo\nthree", "one\ntwo\nthree", "too long", []) == MANY_LINES


COLOURED = """\
\x1b[1ma.de.txt:1:5\x1b[0m: \x1b[1;33mwarning\x1b[0m forbidden-term\x1b[2m (dan-van-kheo)\x1b[0m
\x1b[2m  1 | \x1b[0mDie \x1b[1;33mMTTQ\x1b[0m half
\x1b[2m    | \x1b[0m    \x1b[1;33m^^^^\x1b[0m
      left in
      write: \x1b[1;32mFront\x1b[0m  (or: die Front)

\x1b[1m1 problem\x1b[0m (1 warning) of 1 concept in 1 file
"""


def test_colours() -> None:
    hit = finding("Die MTTQ half", "MTTQ", "left in", ["Front", "die Front"], severity=Severity.WARNING)
    assert report("text", [FileReport(document("Die MTTQ half"), [hit])], colour=True) == COLOURED


def test_colours_change_nothing_but_colours() -> None:
    coloured = report("text", [GERMAN], colour=True)
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[1;32m", "\x1b[1;33m"):
        coloured = coloured.replace(code, "")
    assert coloured == report("text", [GERMAN])


ERROR, WARNING, INFO = Severity


def hits(*severities: Severity, concept: str = "a") -> list[Finding]:
    return [finding("MTTQ", "MTTQ", severity=severity, concept=concept) for severity in severities]


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ([[]], "No problems in 1 file."),
        ([[], [], []], "No problems in 3 files."),
        ([hits(ERROR)], "1 problem (1 error) of 1 concept in 1 file"),
        ([hits(ERROR, ERROR, INFO, INFO, WARNING)], "5 problems (2 errors, 1 warning, 2 infos) of 1 concept in 1 file"),
        ([hits(INFO), [], hits(INFO, concept="b")], "2 problems (2 infos) of 2 concepts in 2 of 3 files"),
        ([hits(WARNING, concept=""), []], "1 problem (1 warning) in 1 of 2 files"),
        ([hits(*[ERROR] * 1200)], "1,200 problems (1,200 errors) of 1 concept in 1 file"),
    ],
)
def test_the_last_line_sums_up(files: list[list[Finding]], line: str) -> None:
    output = report("text", [FileReport(document("MTTQ"), findings) for findings in files])
    assert output.splitlines()[-1] == line


def test_a_clean_run_is_green() -> None:
    assert report("text", [FileReport(document(""))], colour=True) == "\x1b[1;32mNo problems in 1 file.\x1b[0m\n"


LETTERS = "ab  é動員กี\u0301\u200d👩🇻ि\t\x1b\x9b\u202e\n\r\u2028"


@given(st.text(LETTERS, max_size=300), st.text(LETTERS, max_size=90), st.integers(0, 200), st.data())
def test_no_line_is_too_wide_and_nothing_harmful_is_left(
    text: str, message: str, width: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    hit = replace(hits(ERROR)[0], start=start, end=end, message=message, suggestions=(message, message))
    *lines, _ = report("text", [FileReport(document(text), [hit])], width=width).splitlines()
    assert all(cells.width(line) <= min(max(width, 40), 120) for line in lines)
    assert not {char for line in lines for char in line} & set("\t\x1b\x9b\u202e\r\u2028")


OVERVIEW = """\
bewegung.de.md (de)

  dân vận khéo (dan-van-kheo)
    approved       30  geschickte Massenmobilisierung
                       1:1  1:11  1:21  1:31  1:41  1:51  1:61  1:71  … 22 more
    approved        1  kluge Massenmobilisierung
                       1:302
    forbidden       2  Mobilisierung qualifizierter Massen
                       1:303  1:305
    untranslated    1  skillful mass mobilization (en)
                       1:304

  phong trào thi đua (phong-trao-thi-dua)
    variant         1  patriotische Wettbewerbsbewegung der Werktätigen in Stadt
                       und Land
                       1:306

運動.md (ja)

  dân vận khéo (dan-van-kheo)
    variant         1  熟練した大衆動員
                       1:1

36 occurrences of 2 concepts in 2 of 3 files
"""


def places(start: int, number: int, rendering: str, *, step: int = 10) -> list[Occurrence]:
    """Occurrences of one approved rendering."""
    return [occurrence(start + step * i, start + step * i + 5, rendering) for i in range(number)]


FOUND = [
    *places(0, 30, "geschickte Massenmobilisierung"),
    occurrence(301, 302, "kluge Massenmobilisierung"),
    occurrence(302, 303, "Mobilisierung qualifizierter Massen", "forbidden"),
    occurrence(303, 304, "skillful mass mobilization", "untranslated", language="en"),
    occurrence(304, 305, "Mobilisierung qualifizierter Massen", "forbidden"),
    occurrence(
        305,
        306,
        "patriotische Wettbewerbsbewegung der Werktätigen in Stadt und Land",
        "variant",
        concept="phong-trao-thi-dua",
        name="phong trào thi đua",
    ),
]
FILES = [
    FileReport(document("x" * 400, path="bewegung.de.md"), (), FOUND),
    FileReport(document("")),
    FileReport(document("熟練", path="運動.md", language="ja"), (), [occurrence(0, 2, "熟練した大衆動員", "variant")]),
]


def test_find_shows_how_each_concept_is_rendered() -> None:
    assert report("text", FILES, command="find") == OVERVIEW


def test_the_most_frequent_concept_comes_first() -> None:
    rare = occurrence(0, 1, "x", concept="rare")
    often = [occurrence(i, i + 1, "y", concept="often") for i in (1, 2)]
    output = report("text", [FileReport(document("abc"), (), [rare, *often])], command="find")
    assert output.index("(often)") < output.index("(rare)")


@pytest.mark.parametrize(
    ("number", "width", "line"),
    [
        (4, 44, "1:1  1:11  1:21  1:31"),  # just fits
        (4, 43, "1:1  1:11  … 2 more"),
        (5, 40, "1:1  … 4 more"),
        (1, 40, "1:1"),
    ],
)
def test_places_take_one_line(number: int, width: int, line: str) -> None:
    reports = [FileReport(document("x" * 99), (), places(0, number, "y"))]
    assert report("text", reports, command="find", width=width).splitlines()[4].strip() == line


FOUND_COLOURED = """\
\x1b[1ma.de.txt\x1b[0m (de)

  \x1b[1mdân vận khéo\x1b[0m \x1b[2m(dan-van-kheo)\x1b[0m
    \x1b[1;33mvariant     \x1b[0m    1  <U+001B>x
                       \x1b[2m1:1\x1b[0m

\x1b[1m1 occurrence\x1b[0m of 1 concept in 1 file
"""


def test_colours_of_find() -> None:
    reports = [FileReport(document("x"), (), [occurrence(0, 1, "\x1bx", "variant")])]
    assert report("text", reports, command="find", colour=True) == FOUND_COLOURED


@pytest.mark.parametrize(("files", "line"), [(1, "No known terms in 1 file."), (2, "No known terms in 2 files.")])
def test_nothing_found(files: int, line: str) -> None:
    assert report("text", [FileReport(document(""))] * files, command="find") == line + "\n"
