"""A German article of our own making, with wrong renderings in it as machine translation leaves them.

The same size and seed give the same text on every machine and Python, so that figures can be compared.
`python bench/article.py > article.de.txt` writes it out.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence

SIZE = 26_000
"""Bytes of the usual article: as long as a long news report."""

# Half of the prose has none of the terms, and of the terms every second one is right: about as in real articles, where
# a wrong rendering stands every 300 to 400 characters.
_PLAIN = (
    "Am frühen Morgen sammelten sich {number} Helfer vor dem Schulhaus von {place} und räumten den Graben.",
    "Der Weg am Kanal war im Regen kaum zu gehen; nun liegt dort eine helle Straße mit Laternen und Bäumen.",
    "Frau {name} erzählt, sie habe zuerst nicht geglaubt, dass aus den Plänen etwas würde.",
    "Im vergangenen Jahr wurden {number} Häuser neu gedeckt, ohne dass jemand dafür Geld leihen musste.",
    "Wer mitmacht, bekommt keinen Lohn, wohl aber einen Teller Suppe und ein freundliches Wort.",
    "Die Schule von {place} hat seither eine Bibliothek, und die Kinder bleiben bis zum Abend.",
    "Herr {name} stellte {number} Quadratmeter Garten zur Verfügung, damit die Straße breiter werden konnte.",
    "Man ging von Tür zu Tür, hörte zu, schrieb auf und kam nach einer Woche mit Antworten zurück.",
    "Nicht alles gelang: Zwei Brunnen blieben trocken, und die Brücke wurde erst im Herbst fertig.",
    "Am Ende des Berichts stehen {number} Vorschläge, von denen die meisten wenig kosten.",
    "Auf dem Markt von {place} wird seit dem Frühjahr getrennt, was früher auf einen Haufen kam.",
    "Die Alten erinnern sich, wie hier vor dreißig Jahren nur Reis stand, so weit das Auge reichte.",
    "{name} lacht, wenn man sie nach den Zahlen fragt, und zeigt lieber die neuen Beete hinter dem Haus.",
    "Im {month} kamen Gäste aus {place}, um sich die Sache anzusehen, und blieben drei Tage.",
    "Ein Teil des Geldes stammt aus Spenden, ein anderer aus dem Verkauf von Obst und Blumen.",
)
_RIGHT = (
    "Die geschickte Massenmobilisierung beginnt damit, dass man zuhört, sagt {name}.",
    "Mit der Massenmobilisierungsarbeit sind in {place} {number} Kader und Parteimitglieder befasst.",
    "Das Volkskomitee der Gemeinde {place} legte im {month} die Rechnung offen.",
    "Der Volksrat beriet darüber in zwei Sitzungen und stimmte am Ende zu.",
    "Die Vietnamesische Vaterländische Front sammelte für {number} Familien Decken und Reis.",
    "Seit {number} Monaten läuft die Wettbewerbsbewegung, und sie hat Freunde gefunden.",
    "Für den Aufbau neuer ländlicher Gebiete gab das Provinzparteikomitee einen Rahmen vor.",
    "Die Demokratie an der Basis lebt davon, dass jeder die Abrechnung lesen kann.",
    "{name} ist Mitglied des Ständigen Ausschusses und kommt selbst aus {place}.",
    "Das ganze politische System soll dazu beitragen, vom Stadtparteikomitee bis zum Weiler.",
)
_WRONG = (
    "Im Rahmen der „Fachkundigen Massenmobilisierung“ entstanden in {place} {number} Gärten.",
    "Die Nachahmungsbewegung „Qualifizierte Massenmobilisierung“ erreichte im {month} auch {place}.",
    "Ein Heft über die Mobilisierung qualifizierter Massen wurde {number} Mal gedruckt.",
    "Mit intelligenter Massenmobilisierung, meint {name}, ließe sich noch mehr erreichen.",
    "Das Modell eines geschickten öffentlichen Dienstes wurde in {place} vorgestellt.",
    "Der Abteilung für Massenmobilisierung von {place} fehlten zuerst die Leute.",
    "Die Beamten des Massenmobilisierungskomitees fuhren im {month} nach {place}.",
    "{name} gehört dem Büro für Massenmobilisierung seit {number} Jahren an.",
    "Die Vaterlandsfront von Vietnam und ihre Verbände luden {number} Gäste ein.",
    "Den Vertretern der Vaterlandsfront Vietnams dankte {name} mit einem Lied.",
    "Der Vorsitzende des Volksausschusses übergab {number} Bücher an die Schule.",
    "Die Präsidenten der Volkskomitees von {place} und der Nachbarn trafen sich im {month}.",
    "Für das Provinzkomitee der Partei schrieb {name} einen Bericht von {number} Seiten.",
    "Die Mitglieder des Ständigen Komitees besuchten {place} und lobten die Straße.",
    "Die Graswurzeldemokratie zeige sich hier im Kleinen, schreibt {name}.",
    "In der Emulationsbewegung der Stadt bekam {place} den zweiten Preis.",
    "Zivile Angelegenheiten seien das nicht, sagt {name}, sondern Arbeit im Bereich der zivilen Angelegenheiten.",
    "Von den Funktionären und Parteimitgliedern kam jeder Dritte mit dem Rad.",
    "Die Parteikomitees und Verwaltungen von {place} zahlten {number} Säcke Zement.",
    "Im Bezirksparteiausschuss von {place} wurde darüber lange gestritten.",
)
_HEADINGS = (
    "Ein Weg am Wasser", "Was die Nachbarn sagen", "Zahlen und Leute", "Ein Jahr danach", "Vom Reden zum Tun",
    "Kleine Schritte", "Wer zahlt?", "Ein Abend in {place}",
)  # fmt: skip
_SLOTS = {
    "place": ("Hoa Lam", "An Phu", "Tan Thinh", "Long Son", "Binh Minh", "Dong Xuan", "Phu Loc", "Thanh Ha"),
    "name": ("Nguyen Thi Lan", "Tran Van Binh", "Le Thi Hoa", "Pham Quang Minh", "Vu Thi Mai", "Do Van Son"),
    "month": ("Januar", "März", "April", "Mai", "Juni", "August", "Oktober", "November"),
    "number": ("12", "27", "40", "63", "85", "110", "148", "230", "315", "520"),
}


def german_article(size: int = SIZE, seed: int = 2026) -> str:
    """An article of at least `size` bytes of UTF-8 and at most one paragraph more."""
    draw = _Draw(seed)
    paragraphs: list[str] = []
    length = 0
    while length < size:
        paragraph = draw.filled(draw.one(_HEADINGS)) if len(paragraphs) % 6 == 0 else draw.paragraph()
        paragraphs.append(paragraph)
        length += len(paragraph.encode()) + 2
    return "\n\n".join(paragraphs) + "\n"


class _Draw:
    """Choices that depend on the seed alone: only Random.random() is promised to stay the same between Pythons."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed).random

    def one(self, options: Sequence[str]) -> str:
        return options[int(self._random() * len(options))]

    def filled(self, sentence: str) -> str:
        return sentence.format_map({slot: self.one(options) for slot, options in _SLOTS.items()})

    def paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(3 + int(self._random() * 4)))

    def _sentence(self) -> str:
        kind = self._random()
        return self.filled(self.one(_PLAIN if kind < 0.5 else _RIGHT if kind < 0.75 else _WRONG))


if __name__ == "__main__":
    sys.stdout.buffer.write(german_article().encode())
