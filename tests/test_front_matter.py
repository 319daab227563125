"""Front matter: what is taken off the start of a Markdown file, and the language it declares."""

from __future__ import annotations

import pytest

from viterm.formats.front_matter import front_matter
from viterm.formats.markdown import read


@pytest.mark.parametrize(
    "block",
    [
        "---\ntitle: x\n---\n",
        "---\ntitle: x\n...\n",
        "---  \ntitle: x\n--- \n",
        "---\n# comment\n\ntitle: x\n\nlist:\n  - y\n---\n",
        "---\r\ntitle: x\r\n---\r\n",
        "---\rtitle: x\r---\r",
        '---\n"title": x\n---\n',
        "+++\ntitle = 'x'\n+++\n",
        "+++\n# comment\n[params]\nx = 'y'\n+++\n",
    ],
)
def test_front_matter_is_not_prose(block: str) -> None:
    assert front_matter(block + "a").end == len(block)
    (segment,) = read(block + "a").segments
    assert (segment.text, segment.source(0, 1)) == ("a", (len(block), len(block) + 1))


def test_a_file_may_end_with_its_front_matter() -> None:
    assert read("---\nlang: de\n---").segments == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: x\n",
        "---\n\ntitle: x\n\n---\n",  # two rules
        "---\nEin Satz zwischen zwei Linien.\n---\n",
        "---\ntitle: x\n",
        "---\ntitle: x ---\n",
        "---\ntitle: x\n+++\n",
        "----\ntitle: x\n----\n",
        "\n---\ntitle: x\n---\n",
        " ---\ntitle: x\n---\n",
        "+++\nEin Satz.\n+++\n",
        "+++\ntitle: x\n+++\n",
    ],
)
def test_other_starts_are_not_front_matter(text: str) -> None:
    assert front_matter(text) == (0, None)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("lang: de", "de"),
        ("language: pt-BR", "pt-BR"),
        ("lang: pt_BR", "pt_BR"),
        ("lang:de", "de"),
        ('lang: "de"', "de"),
        ("lang: 'zh-Hans'  # simplified", "zh-Hans"),
        ("lang: no", "no"),
        ("lang : de", "de"),
        ("language: en\nlang: de", "de"),
        ("lang: de\nlanguage: en", "de"),
        # no language, or not one tag
        ("title: lang", None),
        ("  lang: de", None),  # a key inside another
        ("langs: de", None),
        ("xlang: de", None),
        ("lang:", None),
        ("lang: [de, en]", None),
        ("lang: de en", None),
        ("lang: 'de", None),
        ("lang: German language", None),
        ("# lang: de", None),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_language_in_yaml(line: str, language: str | None, end: str) -> None:
    text = f"---\ntitle: x\n{line}\n---\n".replace("\n", end)
    assert read(text).language == language


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        ('lang = "de"', "de"),
        ("language='pt-BR' # x", "pt-BR"),
        ('title = "x"\nlang = "de"', "de"),
        ('[params]\nlang = "de"', None),
        ('title = "x"\n[params]\nlang = "de"', None),
        ('title = "[x]"\nlang = "de"', "de"),
    ],
)
def test_language_in_toml(lines: str, language: str | None) -> None:
    assert read(f"+++\n{lines}\n+++\n").language == language


def test_text_after_the_front_matter_declares_nothing() -> None:
    assert read("---\ntitle: x\n---\n\nlang: de\n").language is None
