"""The language of a file: who tells it, on the left, and what it is then, on the right; or why it can't be told."""

from __future__ import annotations

from pathlib import Path

import pytest

from viterm.config import Config
from viterm.errors import UserError
from viterm.language import language_of, language_option

KNOWN = {"de", "en", "fr", "nb", "pt", "zh-Hans"}


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, which is also the config's root; it lies in folders that are called like languages."""
    folder = tmp_path / "fr" / "project"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def language(
    path: str | None,
    declared: str | None = None,
    *,
    option: str | None = None,
    languages: tuple[tuple[str, str], ...] = (),
    root: Path | None = None,
) -> str:
    config = Config(root or Path.cwd(), languages=languages)
    return language_of(Path(path) if path else None, config=config, known=KNOWN, option=option, declared=declared)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("article.de.md", "de"),
        ("article.draft.de.md", "de"),
        ("README.pt-BR.md", "pt-BR"),
        ("README.pt_br.md", "pt-BR"),
        ("a.no.txt", "nb"),
        ("a.zh-CN.md", "zh-CN"),
        ("a.zh.md", "zh"),
        (".de.md", "de"),
        ("de/article.md", "de"),
        ("de/2024/article.md", "de"),
        ("content/fr/de/article.md", "de"),
        ("de/fr/article.md", "fr"),
        ("fr/article.de.md", "de"),
        ("site/pt_BR/article.md", "pt-BR"),
        ("no/article.md", "nb"),
        ("../other/de/article.md", "de"),
        ("de/../fr/article.md", "fr"),
    ],
)
def test_a_path_tells_the_language(path: str, expected: str) -> None:
    assert language(path) == expected


@pytest.mark.parametrize(
    "path",
    [
        "article.md",
        "de.md",
        "article_de.md",
        "article-de.md",
        "article.de",
        "dede/article.md",
        "de-archive/article.md",
        "it-support/de-files/article.md",
        "DE/article.md",
        "article.DE.md",
        "it/article.md",
        "is/article.md",
        "in/article.md",
        "to/do/article.md",
        "../article.md",
        "../../article.md",
        "v1.0/article.md",
        "article.v1.md",
        "article.final.md",
        "article.in.md",
    ],
)
def test_a_path_that_only_looks_like_a_tag_does_not(path: str) -> None:
    with pytest.raises(UserError) as caught:
        language(path)
    assert str(caught.value) == (
        f"{path}: language unknown: use --lang, a name such as article.de.md, or `languages` in .viterm.yaml"
    )


def test_nameless_standard_input_has_no_path_to_tell_it() -> None:
    Path("de").mkdir()
    with pytest.raises(UserError, match=r"^<stdin>: language unknown: use --lang"):
        language(None, languages=(("**", "de"),))
    assert language(None, declared="fr") == "fr"
    assert language(None, option="de") == "de"


def test_folders_above_the_root_have_no_say(root: Path) -> None:
    with pytest.raises(UserError, match="language unknown"):
        language(str(root / "article.md"))
    assert language(str(root / "de" / "article.md")) == "de"
    assert language("article.md", root=root.parent.parent) == "fr"


@pytest.mark.parametrize(
    ("option", "pattern", "declared", "path", "expected"),
    [
        ("en", "de", "pt-BR", "nb/a.fr.md", "en"),
        (None, "de", "pt-BR", "nb/a.fr.md", "de"),
        (None, None, "pt-BR", "nb/a.fr.md", "pt-BR"),
        (None, None, None, "nb/a.fr.md", "fr"),
        (None, None, None, "nb/a.md", "nb"),
        (None, "de", None, "b.fr.md", "fr"),
        (None, None, "NO", "a.md", "nb"),
    ],
)
def test_the_first_who_tells_is_believed(
    option: str | None, pattern: str | None, declared: str | None, path: str, expected: str
) -> None:
    languages = (("nb/", pattern),) if pattern else ()
    assert language(path, declared, option=option, languages=languages) == expected


@pytest.mark.parametrize(
    ("path", "declared", "pattern", "error"),
    [
        ("a.md", "german", None, "a.md: `german` is not a language tag; nearest: `de` (German)"),
        ("a.de.md", "vi", None, "a.de.md: the glossary has no renderings in `vi`; its languages: "),
        ("fr/a.it.md", None, None, "fr/a.it.md: the glossary has no renderings in `it`; its languages: "),
        ("a.de.md", None, "it", "a.de.md: `languages` in the config: the glossary has no renderings in `it`; its "),
        ("a.md", "zh-TW", None, "a.md: the glossary has no renderings in `zh-TW`; its languages: "),
    ],
)
def test_what_is_told_must_be_a_language_of_the_glossary(
    path: str, declared: str | None, pattern: str | None, error: str
) -> None:
    with pytest.raises(UserError) as caught:
        language(path, declared, languages=(("a.*", pattern),) if pattern else ())
    assert str(caught.value).startswith(error)


@pytest.mark.parametrize(("tag", "expected"), [("de", "de"), ("DE_at", "de-AT"), ("no", "nb"), ("zh", "zh")])
def test_the_option_is_a_tag_with_renderings(tag: str, expected: str) -> None:
    assert language_option(tag, KNOWN) == expected


@pytest.mark.parametrize(
    ("tag", "known", "error"),
    [
        ("german", KNOWN, "--lang: `german` is not a language tag; nearest: `de` (German)"),
        (
            "it",
            KNOWN,
            "--lang: the glossary has no renderings in `it`; its languages: de, en, fr, nb, pt, zh-Hans",
        ),
        ("de", set(), "--lang: the glossary has no renderings in `de`; its languages: none at all"),
    ],
)
def test_an_option_of_another_kind_is_an_error(tag: str, known: set[str], error: str) -> None:
    with pytest.raises(UserError) as caught:
        language_option(tag, known)
    assert str(caught.value) == error
