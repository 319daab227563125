"""BCP 47 language tags: their canonical spelling, and which renderings a document is checked against.

A tag is `language[-Script][-REGION]` and, seldom, variants, extensions or private parts: `de`, `pt-BR`, `zh-Hans`,
`sl-rozaj`. Wherever a tag is taken, a POSIX locale's underscore (`pt_BR`) does as well as a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from viterm.errors import UserError
from viterm.language_codes import LANGUAGE_NAMES, SCRIPT_NAMES

ALIASES = {"no": "nb", "iw": "he", "in": "id", "ji": "yi", "mo": "ro", "cmn": "zh"}
"""Codes of the same language under another name → the code used here. Norwegian without a word more is Bokmål."""

# What is written by mistake more often than by intent: the country's code for the language's.
_COUNTRY_SLIPS = {"cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "ua": "uk", "vn": "vi"}

# Chinese is written in two scripts, and its tags often name the region only.
_SCRIPT_OF_REGION = {
    "zh": {"CN": "Hans", "SG": "Hans", "MY": "Hans", "TW": "Hant", "HK": "Hant", "MO": "Hant"},
}

_REST = (
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    r"(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z0-9]{1,8})+)?"  # private use
)
_SYNTAX = re.compile(rf"([a-z]{{2,3}}|[a-z]{{5,8}})(?:-([a-z]{{4}}))?(?:-([a-z]{{2}}|[0-9]{{3}}))?({_REST})")

CASED_PATTERN = (
    f"(?:{'|'.join([*LANGUAGE_NAMES, *ALIASES])})(?:-(?:{'|'.join(SCRIPT_NAMES)}))?"
    rf"(?:-(?:[A-Z]{{2}}|[0-9]{{3}}))?{_REST}"
)
"""A regular expression, good for a JSON schema too, of the tags that `cased` leaves as they are."""


class Tag(NamedTuple):
    """A tag in its parts, each in canonical casing; a part that is not there is empty. `rest` has its hyphens."""

    language: str
    script: str = ""
    region: str = ""
    rest: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, self[:3])) + self.rest

    def extends(self, other: Tag) -> bool:
        """Whether this tag says all that the other says (`pt-BR` extends `pt`, and itself)."""
        return all(theirs in ("", ours) for ours, theirs in zip(self, other, strict=True))


@lru_cache(maxsize=1024)
def canonical(tag: str) -> str:
    """The tag as viterm writes it: `PT-br` → `pt-BR`, `ZH_hans` → `zh-Hans`, `no` → `nb`.

    Raises:
        UserError: it is no language tag; the message names the nearest one.
    """
    parts = _parse(tag)
    return str(parts._replace(language=ALIASES.get(parts.language, parts.language)))


def cased(tag: str) -> str:
    """The tag in canonical casing, an alias left as it is: `NO` → `no`. Raises as `canonical` does."""
    return str(_parse(tag))


@lru_cache(maxsize=1024)
def fallbacks(tag: str) -> tuple[str, ...]:
    """The tag and the ever more general ones to fall back on, most specific first.

    `pt-BR` → `pt-BR`, `pt`; `zh-TW` → `zh-TW`, `zh-Hant-TW`, `zh-Hant`, `zh`. Raises as `canonical` does.
    """
    tag = canonical(tag)
    parts = _parse(tag)
    language, script, region, _ = _with_script(parts)
    chain = [
        tag,
        str(parts._replace(rest="")),
        str(Tag(language, script, region)),
        str(Tag(language, script)),
        language,
    ]
    return tuple(dict.fromkeys(chain))


def matches(document_tag: str, rendering_tag: str) -> bool:
    """Whether a document in one tag is checked against renderings in another.

    Each part of the rendering's tag must be the document's, so `pt` renderings hold for a `pt-BR` document and not the
    other way round. A document that leaves its script open is checked against every script: `zh` against `zh-Hans` and
    `zh-Hant`. The region of a Chinese tag tells the script: `zh-CN` matches `zh-Hans` alone. Raises as `canonical`
    does.
    """
    document, rendering = (_with_script(_parse(canonical(tag))) for tag in (document_tag, rendering_tag))
    if not document.script:
        document = document._replace(script=rendering.script)
    return document.extends(rendering)


def applicable(document_tag: str, rendering_tags: Iterable[str]) -> tuple[str, ...]:
    """Those of the rendering tags that a document is checked against, in their order.

    A tag gives way to a more specific one: of `pt` and `pt-BR`, a `pt-BR` document is checked against `pt-BR`. Raises
    as `canonical` does.
    """
    return _applicable(document_tag, tuple(rendering_tags))


@lru_cache(maxsize=8192)
def _applicable(document_tag: str, rendering_tags: tuple[str, ...]) -> tuple[str, ...]:
    found = {tag: _with_script(_parse(canonical(tag))) for tag in rendering_tags if matches(document_tag, tag)}
    return tuple(
        tag
        for tag, parts in found.items()
        if not any(other != parts and other.extends(parts) for other in found.values())
    )


@lru_cache(maxsize=1024)
def _parse(tag: str) -> Tag:
    match = _SYNTAX.fullmatch(tag.replace("_", "-").lower()) if tag.isascii() else None
    if match is None or match[1] not in LANGUAGE_NAMES.keys() | ALIASES.keys():
        shown = repr(tag)[1:-1]  # one line, whatever is in it
        raise UserError(f"`{shown}` is not a language tag; {_nearest_language(tag)}")
    language, script, region, rest = match.groups(default="")
    script = script.title()
    if script and script not in SCRIPT_NAMES:
        nearest = max(SCRIPT_NAMES, key=lambda code: _likeness(code, script))
        raise UserError(f"`{tag}` names no known script; nearest: `{language}-{nearest}` ({SCRIPT_NAMES[nearest]})")
    return Tag(language, script, region.upper(), rest)


def _with_script(tag: Tag) -> Tag:
    """The tag with the script that its region implies, where it has no script of its own."""
    implied = _SCRIPT_OF_REGION.get(tag.language, {}).get(tag.region, "")
    return tag._replace(script=tag.script or implied)


def _nearest_language(tag: str) -> str:
    """What was most likely meant: a code with a faulty rest, a country's code, a name or a code that begins alike."""
    word = re.split(r"[-_]", tag.lower())[0]
    code = _COUNTRY_SLIPS.get(word, ALIASES.get(word, word))
    if code not in LANGUAGE_NAMES:
        named = [code for code, name in LANGUAGE_NAMES.items() if len(word) > 2 and name.lower().startswith(word)]
        code = named[0] if named else max(LANGUAGE_NAMES, key=lambda code: _likeness(code, word))
        if not named and code[:1] != word[:1]:
            return "tags look like `de`, `pt-BR` or `zh-Hans`"
    code = ALIASES.get(code, code)
    return f"nearest: `{code}` ({LANGUAGE_NAMES[code]})"


def _likeness(code: str, word: str) -> tuple[int, float]:
    """How like a code is to a word: by the letters they begin with, then by those they share."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(code, word, strict=False))
    return len(list(alike)), SequenceMatcher(None, code, word).ratio()
