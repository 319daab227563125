"""Conditions of a rendering: context, letter case, files, exact forms, and the guards for names left untranslated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossaries import concept, found_rigid, glossary, plain, rigid
from viterm.compile import compile_glossary
from viterm.find import Finder
from viterm.findings import Occurrence
from viterm.glossary import Concept, Rendering


def english(rendering: Rendering) -> Concept:
    return concept("dân vận", {"en": {rendering.status: [rendering]}})


def found(text: str, rendering: Rendering, path: str = "text.txt") -> list[str]:
    return [one.found for one in found_rigid(text, "en", english(rendering), path=path)]


NEAR = Rendering("public service", "forbidden", near=("movement", "skillful model"))
BEFORE = Rendering("public service", "forbidden", before=("movement",))
AFTER = Rendering("public service", "forbidden", after=("movement",))
SEVEN = "one two three four five six seven"


@pytest.mark.parametrize(
    ("text", "near", "before", "after"),
    [
        # near: on either side; before, after: where the term stands from the word's point of view
        ("the public service movement", True, True, False),
        ("a movement for public service", True, False, True),
        ("the Public Service MOVEMENT", True, True, False),
        ("public service (movement)", True, True, False),
        ("public service, movement-like", True, True, False),
        ("movement: public service movement", True, True, True),
        ("public service", False, False, False),
        ("public service movements", False, False, False),
        # a context of several words stands there as they are
        ("a skillful model of public service", True, False, False),
        ("public service, the skillful\nmodel", True, False, False),
        ("the skillful public service", False, False, False),
        ("a public service model", False, False, False),
        ("a model, skillful in public service", False, False, False),
        # eight words to each side
        (f"public service {SEVEN} movement", True, True, False),
        (f"public service {SEVEN} eight movement", False, False, False),
        (f"movement {SEVEN} public service", True, False, True),
        (f"movement zero {SEVEN} public service", False, False, False),
        # a line end is no end, a paragraph's is, however lines end
        ("public service\nmovement", True, True, False),
        ("public service\r\nmovement", True, True, False),
        ("public service\rmovement", True, True, False),
        ("movement\r\npublic service", True, False, True),
        ("movement\rpublic service", True, False, True),
        ("public service\n\nmovement", False, False, False),
        ("public service\r\n\r\nmovement", False, False, False),
        ("public service\r\rmovement", False, False, False),
        ("public service\n \t\nmovement", False, False, False),
        ("movement\n\npublic service", False, False, False),
        ("movement\r\n\r\npublic service", False, False, False),
        ("x\n\nmovement public service x\n\ny", True, False, True),
        # within the words' reach, but far away
        ("public service " + "x" * 200 + " movement", False, False, False),
    ],
)
def test_context(text: str, near: bool, before: bool, after: bool) -> None:
    lower = text.lower()
    assert [bool(found(lower, rendering)) for rendering in (NEAR, BEFORE, AFTER)] == [near, before, after]
    assert bool(found(text, NEAR)) is near


ABOUT = Rendering("public service", "forbidden", about=("mass movement", "Party"))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("public service and the Party", True),
        ("Public service." + " x" * 500 + "\n\nThe mass MOVEMENT.", True),
        ("the mass of public service, a movement", False),
        ("the masses of public service", False),
        ("public service, partying", False),
        ("public service", False),
    ],
)
def test_a_rendering_may_count_only_in_texts_about_a_subject(text: str, counts: bool) -> None:
    assert bool(found(text, ABOUT)) is counts


@pytest.mark.parametrize(("text", "is_name"), [("social work and the Party", True), ("social work", False)])
def test_an_approved_rendering_is_found_anywhere_but_is_a_name_in_texts_about_the_subject(
    text: str, is_name: bool
) -> None:
    rendering = Rendering("social work", "approved", about=("Party",))
    [occurrence] = found_rigid(text, "en", concept("dân vận", {"en": {"approved": ["mass mobilization", rendering]}}))
    assert occurrence.is_name is is_name


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("群众工作。" + "很" * 50 + "政党", True),
        ("群众工作", False),
        ("群众工作，越 南", True),
        ("群众工作，南越", False),
    ],
)
def test_a_subject_in_a_script_without_blanks(text: str, counts: bool) -> None:
    rendering = Rendering("群众工作", "forbidden", about=("政党", "越 南"))
    assert bool(found_rigid(text, "zh", concept("dân vận", {"zh": {"forbidden": [rendering]}}))) is counts


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("fr", "Le mass mobilization au Vietnam", True),
        ("fr", "Le mass mobilization, mouvement vietnamien", True),
        ("fr", "Le mass mobilization au Canada", False),
        ("ru", "Mass mobilization во Вьетнаме", True),
        ("ru", "Mass mobilization в Китае", False),
        ("zh", "越南的mass mobilization", True),
        ("zh", "中国的mass mobilization", False),
        ("de", "Mass mobilization in Vietnam", True),  # no words of its own
        ("de", "Mass mobilization in Hanoi", False),
        ("fr", "Le public service, mouvement vietnamien", False),  # asks for words, not for the subject
    ],
)
def test_what_is_left_in_english_counts_in_texts_that_name_the_subject_in_their_own_language(
    language: str, text: str, counts: bool
) -> None:
    words = {"en": ("Vietnam",), "fr": ("vietnamien",), "ru": ("во Вьетнаме",), "zh": ("越南",)}
    renderings = [
        Rendering("mass mobilization", "approved", about=words["en"], subject="vietnam"),
        Rendering("public service", "approved", about=words["en"]),
    ]
    one = concept("dân vận", {"en": {"approved": renderings}})
    compiled = compile_glossary(replace(glossary(one), subjects={"vietnam": words}), language, rigid)
    assert [found.status for found in Finder(compiled).find(plain(text, language))] == ["untranslated"] * counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("群众工作运动", True),
        ("运动中的群众工作", True),
        ("群众工作\n运动", True),
        ("群众工作", False),
        ("群众工作\n\n运动", False),
        ("群众工作" + "很" * 30 + "运动", False),
    ],
)
def test_context_in_a_script_without_blanks(text: str, counts: bool) -> None:
    rendering = Rendering("群众工作", "forbidden", near=("运动",))
    assert bool(found_rigid(text, "zh", concept("dân vận", {"zh": {"forbidden": [rendering]}}))) is counts


@pytest.mark.parametrize(
    ("rendering", "text", "counts"),
    [
        (Rendering("New Front", "approved", case_sensitive=True), "the New Front", True),
        (Rendering("New Front", "approved", case_sensitive=True), "the new front", False),
        (Rendering("New Front", "approved", case_sensitive=True), "the NEW FRONT", False),
        (Rendering("New Front", "approved"), "the new front", True),
        (Rendering("front", "approved", case_sensitive=True), "Front", False),
        # listed forms count as they are written, and not for other places
        (Rendering("front", "approved", forms=("fronten",)), "the fronten", True),
        (Rendering("front", "approved", forms=("fronten",)), "the front", True),
        (Rendering("front", "approved", forms=("fronten",)), "the frontens", False),
        (Rendering("front", "approved", forms=("united  front",)), "the united\nfront", True),
        # forms taken out
        (Rendering("new front", "approved", not_forms=("New Front",)), "the new front", False),
        (Rendering("new front", "approved", not_forms=("new front",)), "the new\nfront", False),
        (Rendering("new front", "approved", not_forms=("front",)), "the new front", True),
        # files
        (Rendering("front", "approved", files=("news/",)), "front", False),
        # punctuation that belongs to the term
        (Rendering("agencies, units", "approved"), "agencies, units", True),
        (Rendering("agencies, units", "approved"), "agencies ,\nunits", True),
        (Rendering("agencies, units", "approved"), "agencies units", False),
        (Rendering("agencies, units", "approved"), "agencies; units", False),
        (Rendering("front (old)", "approved"), "front (old)", True),
        (Rendering("fund “Poor”", "approved"), "the fund “Poor”", True),
        (Rendering("front (old)", "approved"), "front old", False),
    ],
)
def test_conditions_of_a_rendering(rendering: Rendering, text: str, counts: bool) -> None:
    assert bool(found(text, rendering)) is counts


@pytest.mark.parametrize(
    ("path", "counts"),
    [("news/a.txt", True), ("site/news/en/a.txt", True), ("a.news", False), ("old/a.txt", False), ("old/b.md", True)],
)
def test_files_in_which_alone_a_rendering_counts(path: str, counts: bool) -> None:
    rendering = Rendering("front", "forbidden", files=("news/", "/old/*", "!*.txt"))
    assert bool(found("front", rendering, path)) is counts


def de(text: str, *concepts: Concept) -> list[Occurrence]:
    return [one for one in found_rigid(text, "de", *concepts) if one.status == "untranslated"]


CTDV = concept("công tác dân vận", {"de": {"approved": ["Massenarbeit"]}}, also=["CTDV", "BDVTW", "TU"])
FRONT = concept(
    "Mặt trận Tổ quốc",
    {"de": {"approved": ["Vaterländische Front", "Front"]}, "en": {"approved": ["Fatherland Front", "front", "VFF"]}},
    also=["MTTQ", "Đảng ủy xã"],
)
DAN_VAN = concept("Dân vận", {"de": {"approved": ["Massenarbeit"]}})


@pytest.mark.parametrize(
    "text",
    [
        "die CTDV der Stadt",
        "(CTDV)",
        "CTDV, BDVTW",
        "„BDVTW“",
        "CTDV-Arbeit",
        "Arbeit der CTDV.",
        "2025 der CTDV",
        "1/2 Stadt-CTDV",
    ],
)
def test_an_abbreviation_left_in(text: str) -> None:
    assert de(text, CTDV)


@pytest.mark.parametrize(
    "text",
    [
        "Plan Nr. 70-KH/BDVTW",
        "Bericht 44/BC-BDVTW-BTT",
        "Bericht 44/BC-BDVTW",
        "Richtlinie 12-CT/BDVTW",
        "Richtlinie 12-CTDV/TU",
        "12CTDV",
        "CTDV/2023",
        "CTDV-15",
        "CTDV2",
        "die Ctdv und die ctdv",  # letter case tells an abbreviation from a word
        "TU",  # two letters stand in too many codes
        "XCTDV",
    ],
)
def test_an_abbreviation_in_a_document_code_or_another_word(text: str) -> None:
    assert not de(text, CTDV)


@pytest.mark.parametrize(
    ("text", "left_in"),
    [
        # Vietnamese names
        ("die Mặt trận Tổ quốc hier", ["Mặt trận Tổ quốc"]),
        ("die MẶT TRẬN TỔ QUỐC hier", ["MẶT TRẬN TỔ QUỐC"]),
        ("die Mat tran To quoc hier", ["Mat tran To quoc"]),
        ("die Mat trận To quoc hier", []),
        ("im Đảng ủy xã hier", ["Đảng ủy xã"]),
        ("im Dang uy xa hier", ["Dang uy xa"]),
        ("im Đang uy xa hier", []),
        # English: two words or an abbreviation, never a single word
        ("die Fatherland Front hier", ["Fatherland Front"]),
        ("die VFF hier", ["VFF"]),
        ("die Front hier", []),
        # a gloss in brackets right behind the translation
        ("die Vaterländische Front (Mặt trận Tổ quốc)", []),
        ("die „Vaterländische Front“ (MTTQ)", []),
        ("die Vaterländische Front [Fatherland Front]", []),
        ("die Vaterländische\u00a0Front\u00a0(\u00a0MTTQ )", []),
        ("die Vaterländische Front\n> („MTTQ“)", []),
        ("die **Vaterländische Front** (*MTTQ*)", []),
        ("die Vaterländische Front（MTTQ）", []),
        ("die Vaterländische Front (vietnamesisch: Mặt trận Tổ quốc)", []),
        ("die Vaterländische Front (auf Vietnamesisch : MTTQ)", []),
        # no gloss: something between, another concept, no bracket
        ("die Vaterländische Front (gegründet 1955: MTTQ)", ["MTTQ"]),
        ("die Vaterländische Front der Stadt (MTTQ)", ["MTTQ"]),
        ("die Partei (MTTQ)", ["MTTQ"]),
        ("(MTTQ)", ["MTTQ"]),
        ("die Vaterländische Front MTTQ", ["MTTQ"]),
        ("die Vaterländische Front, MTTQ", ["MTTQ"]),
        ("die Vaterländische Front (die MTTQ)", ["MTTQ"]),
        ("Mặt trận Tổ quốc (MTTQ)", ["Mặt trận Tổ quốc"]),
        # a Vietnamese passage
        ("das Buch „Những điển hình Mặt trận Tổ quốc của Thủ đô“", []),
        ("Một số vấn đề về Mặt trận Tổ quốc", []),
        ("die Zeitung Đại Đoàn Kết der Mặt trận Tổ quốc", ["Mặt trận Tổ quốc"]),
    ],
)
def test_names_left_in(text: str, left_in: list[str]) -> None:
    assert [one.found for one in de(text, FRONT)] == left_in


@pytest.mark.parametrize(("text", "left_in"), [("die Dân vận", ["Dân vận"]), ("Herr Dan Van", [])])
def test_a_short_name_counts_with_its_diacritics_only(text: str, left_in: list[str]) -> None:
    assert [one.found for one in de(text, DAN_VAN)] == left_in


@pytest.mark.parametrize(
    ("language", "term", "text", "counts"),
    [
        ("th", "กา", "กา", True),
        ("th", "กา", "ก่า", False),
        ("th", "กา", "กา่", False),
        ("th", "ระ", "ระบบ", True),
        ("ja", "デモ", "デモの", True),
        ("ja", "デモ", "デモー", False),
        ("ja", "デモ", "エデモ", False),
        ("zh", "B计划", "AB计划", False),
        ("zh", "B计划", "的B计划", True),
        ("zh", "计划9", "计划95", False),
        ("zh", "计划9", "计划9", True),
    ],
)
def test_a_term_without_blanks_around_it_cuts_no_cluster_and_no_run(
    language: str, term: str, text: str, counts: bool
) -> None:
    assert bool(found_rigid(text, language, concept("x", {language: {"approved": [term]}}))) is counts


@pytest.mark.parametrize(("propose", "written"), [(True, ["gute Arbeit"]), (False, [])])
def test_what_to_write_instead_is_left_out_where_nobody_asks_for_it(propose: bool, written: list[str]) -> None:
    work = concept("dân vận", {"de": {"approved": ["gute Arbeit"], "forbidden": ["dumme Arbeit"]}})
    compiled = compile_glossary(glossary(work), "de", rigid)
    [occurrence] = Finder(compiled, propose=propose).find(plain("dumme Arbeit", "de"))
    assert [one.rendering for one in occurrence.proposals] == written


@pytest.mark.parametrize(
    ("language", "form", "text", "expected"),
    [
        ("ko", "당 서기장", "당 서기장은", "당 서기장은"),
        ("ko", "당 서기장", "당서기장에게", "당서기장에게"),
        ("ko", "당 서기장", "당 서기장실에서", None),
        ("ar", "حركة محاكاة", "وحركة محاكاة", "وحركة محاكاة"),
        ("ar", "حركة محاكاة", "حركات محاكاة", None),  # another form of the word
        ("nb", "folkefronten", "folkefrontens", "folkefrontens"),
        ("nb", "folkefronten", "folkefronter", None),
        ("en", "the fronten", "the frontens", None),
    ],
)
def test_what_a_language_writes_onto_any_word_may_stand_at_a_listed_form(
    language: str, form: str, text: str, expected: str | None
) -> None:
    inflected, exact = (
        Rendering("x", "approved", forms=(form,)),
        Rendering("x", "approved", match="exact", forms=(form,)),
    )
    occurrences = [
        found_rigid(text, language, concept("một", {language: {"approved": [one]}})) for one in (inflected, exact)
    ]
    assert [[one.found for one in row] for row in occurrences] == [[expected] if expected else [], []]
