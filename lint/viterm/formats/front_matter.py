"""Front matter: the block of metadata at the very start of a Markdown file, in YAML (`---`) or TOML (`+++`)."""

from __future__ import annotations

import re
from typing import NamedTuple

_END = r"(?:\r\n|\n|\r)"
_COMMENTS = rf"(?:[ \t]*\#[^\r\n]*{_END}(?:[ \t]*{_END})*+)*+"
# A first line that can't be metadata tells front matter from a text between two rules.
_YAML = rf"---[ \t]*{_END}(?P<yaml>{_COMMENTS}[\w\"'][^\r\n:]*:.*?(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:{_END}|\Z)"
_TOML = rf"\+\+\+[ \t]*{_END}(?P<toml>{_COMMENTS}(?:\[|[\w\"'.-]+[ \t]*=).*?(?<=[\r\n]))\+\+\+[ \t]*(?:{_END}|\Z)"
_BLOCK = re.compile(rf"{_YAML}|{_TOML}", re.DOTALL)
_TABLE = re.compile(r"(?:\A|(?<=[\r\n]))\[")
_KEY = re.compile(
    r"(?:\A|(?<=[\r\n]))(?P<key>lang|language)[ \t]*[:=][ \t]*"
    r"(?P<quote>[\"']?)(?P<tag>[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*)(?P=quote)[ \t]*(?:\#[^\r\n]*)?(?=[\r\n])"
)


class FrontMatter(NamedTuple):
    """Where the body begins, in code points, and the language that the front matter declares (`lang`, `language`)."""

    end: int
    language: str | None


def front_matter(text: str) -> FrontMatter:
    """Read the front matter of a text; a text without any has a body that begins at 0.

    Only top-level keys count. Where both keys are present, `lang` wins.
    """
    block = _BLOCK.match(text)
    if block is None:
        return FrontMatter(0, None)
    inside = block["yaml"]
    if inside is None:
        inside = _TABLE.split(block["toml"], maxsplit=1)[0]
    declared = {match["key"]: match["tag"] for match in _KEY.finditer(inside)}
    return FrontMatter(block.end(), declared.get("lang", declared.get("language")))
