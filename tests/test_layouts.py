"""The layout of a text has no say in its findings."""

from __future__ import annotations

import unicodedata

import pytest

from layouts import LAYOUTS, Layout, laid_out, misplaced, paragraphs, rows

TEXT = """\
Der Volksausschuss der Provinz und die Vaterländische Front haben den Wettbewerb „Fachkundige Massenmobilisierung“
eröffnet. Die Bewegung der „geschickten Massenmobilisierung“ gibt es seit 2009, und in den Dörfern sind viele Modelle
der „qualifizierten Massenmobilisierung“ entstanden; manche Zeitung schreibt auch von der „Mobilisierung qualifizierter
Massen“ oder von der „intelligenten Massenmobilisierung“.

Die Nachahmerbewegung – Wirtschaft, Kultur, Umwelt – wird vom Komitee für Massenmobilisierung geleitet. In der
patriotischen Nachahmungsbewegung wurden 10.000 Modelle gezählt, die „Skilled Mass Mobilization“ heißen. Nach dem Plan
Nr. 70-KH/BDVTW und der Richtlinie 12-CT/TU prüft die MTTQ, wie die Kader arbeiten, und die Vaterländische Front
Vietnams (Mặt trận Tổ quốc Việt Nam) hilft den Mitgliedern.

Der Aufbau neuer ländlicher Gebiete (NTM) kommt voran: Der ländliche Neubau hat Straßen gebracht, und die Menschen in
den neuen ländlichen Zonen loben den ländlichen Neubau. Auch die Fatherland Front, der Provinzvolksrat und die
Volkskomitees der Gemeinden, Bezirke und Städte unterstützen die Wettbewerbe der „klugen Massenmobilisierung“ und die
Demokratie auf der Basisebene.

Im Büro hängt ein Bild mit den Worten „Die Meinung der Partei, das Herz des Volkes“, und alle – Kader, Mitglieder,
Jugend – kennen die „kompetente Massenmobilisierung“; über die „fachgerechte Massenmobilisierung“ lächelt man. Die
Massenmobilisierungskommission des Parteikomitees der Provinz lobt die Dân vận khéo ebenso wie die smarten Modelle der
smarten Massenmobilisierung, und am Ende stehen wieder gekonnte Massenmobilisierung und feinfühlige Massenmobilisierung.
"""

PLAIN = LAYOUTS[0]


def test_the_text_has_findings_of_many_kinds() -> None:
    _, findings = laid_out(PLAIN, paragraphs(TEXT), "de")
    assert len(findings) >= 15
    assert {finding.rule for finding in findings} >= {"forbidden-term", "variant-term", "untranslated-term"}
    assert {finding.via.label for finding in findings} >= {"exact", "inflected"}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_each_layout_gives_the_same_findings_in_their_places(layout: Layout) -> None:
    text = paragraphs(TEXT)
    document, findings = laid_out(layout, text, "de")
    assert rows(findings) == rows(laid_out(PLAIN, text, "de")[1])
    assert list(misplaced(document, findings)) == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_layout_says_the_same_in_another_way(layout: Layout) -> None:
    """No layout proves anything that loses a part of the text or leaves it as it is."""
    document, _ = laid_out(layout, paragraphs(TEXT), "de")
    seen = "\n".join(segment.text for segment in document.segments).replace("\u00ad", "")
    assert unicodedata.normalize("NFC", seen).split() == TEXT.split()
    written = [one.write(paragraphs(TEXT)) for one in LAYOUTS if one.path == layout.path]
    assert written.count(layout.write(paragraphs(TEXT))) == 1


def test_soft_hyphens_stand_inside_words_but_not_in_addresses() -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == "soft hyphens")
    text = layout.write(["„Massenmobilisierung“, https://example.org/massenmobilisierung kurz"]).decode()
    assert text == "„Mass\u00adenmo\u00adbili\u00adsier\u00adung“, https://example.org/massenmobilisierung kurz\n"
