"""Results with everything that makes reports go wrong: for the goldens and the schemas of all formats."""

from __future__ import annotations

from reports import document, finding
from viterm.findings import Finding, Severity
from viterm.report import FileReport

ODD_PATH = "site/100% a, b#c&d:ü.de.md"


def file(path: str, text: str, *findings: Finding) -> FileReport:
    """The report of one file."""
    return FileReport(document(text, path=path), sorted(findings))


def _samples() -> tuple[FileReport, ...]:
    emoji = "🙂🙂 Die MTTQ, die MTTQ tagt.\n"
    over_lines = "Erste Zeile\r\nIm Rahmen der „Mobilisierung qualifizierter\r\nMassen“ 🙂 half die MTTQ.\r\n"
    old_mac = "Eins\rZwei Đảng MTTQ\rDrei"
    comment = "<!-- viterm: ignore -->\n"
    names = "kluge Massenmobilisierung"
    return (
        file(
            ODD_PATH,
            emoji,
            finding(emoji, "MTTQ", "“MTTQ” is left in.", ["Front", "Vaterländische Front"]),
            finding(emoji, "MTTQ", "“MTTQ” is left in.", ["Front", "Vaterländische Front"], nth=2),
        ),
        file(
            "lines.de.md",
            over_lines,
            finding(over_lines, "Mobilisierung qualifizierter\r\nMassen", suggestions=["a", "b", "c", "never shown"]),
            finding(over_lines, "MTTQ", "variant", severity=Severity.WARNING, rule="variant-term"),
        ),
        file("clean.de.txt", "Nichts.\n"),
        file(
            "old-mac.de.txt",
            old_mac,
            finding(old_mac, "MTTQ", "A \"quote\", <tag> & 'more':\n100 %, ]]> \x1b[0m \x00 \uffff \u202e"),
        ),
        file(
            "nothing-to-ignore.de.md",
            comment,
            finding(
                comment,
                comment.strip(),
                "nothing here needs `viterm: ignore`; remove it",
                rule="unused-ignore",
                severity=Severity.WARNING,
                concept="",
                name="",
            ),
        ),
        file("info.de.txt", names, finding(names, names, "two names", rule="mixed-renderings", severity=Severity.INFO)),
        file("<stdin>", "MTTQ", finding("MTTQ", "MTTQ", "“MTTQ” is left in.", rule="untranslated-term")),
        # A file name that is no UTF-8, as Python gives it.
        file("caf\udce9.de.txt", "MTTQ", finding("MTTQ", "MTTQ", "“MTTQ” is left in.", rule="untranslated-term")),
    )


SAMPLES = _samples()
