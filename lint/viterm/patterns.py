"""Path patterns as in `.gitignore`, read as git reads them.

One dialect for everything that names files by pattern: `.gitignore` files, `exclude` and `languages` in the config,
globs on the command line. A pattern speaks of an entry itself; whether a folder above it is matched is a question of
its own (`covers`). Libraries that fold the two let files through that git ignores: below the lines `drafts/`, `/*/`,
`!/content/` they take `content/drafts/` back too.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLASSES = {
    "alnum": "A-Za-z0-9",
    "alpha": "A-Za-z",
    "digit": "0-9",
    "lower": "a-z",
    "punct": re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
    "space": r"\s",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}

_TOKEN = re.compile(
    r"""
      (?P<folders> (?<![^/]) \*\*+ / )      # a whole part of two stars or more: any number of folders
    | (?P<rest> (?<![^/]) \*\*+ $ )         # the same at the end: everything below
    | (?P<star> \*+ )
    | (?P<one> \? )
    | \[ (?P<not> [!^]?+ ) (?P<set> (?> \[:[a-z]*:\] | \\. | . ) (?> \[:[a-z]*:\] | \\. | [^\]\\] )* ) \]
    | (?P<char> \\. | [^\\\[] )
    """,
    re.DOTALL | re.VERBOSE,
)
_SET_ITEM = re.compile(r"\[:(?P<name>[a-z]*):\]|(?P<low>\\.|.)(?:-(?P<high>\\.|[^\\]))?", re.DOTALL)


class Rule(NamedTuple):
    """One line of patterns.

    `regex` is for a whole relative path without a slash at its end, `folders_only` comes from a slash at the line's
    end, and `matches` is False where the line begins with `!` and so takes entries back.
    """

    regex: str
    folders_only: bool
    matches: bool


class Patterns:
    """A list of patterns, of which the last that matches decides. Paths are relative, with `/` between parts."""

    def __init__(self, lines: Iterable[str]) -> None:
        rules = [rule for line in lines if (rule := read_rule(line))]
        self._folders = _Alternatives(rules)
        self._files = _Alternatives([rule for rule in rules if not rule.folders_only])

    def verdict(self, path: str, *, folder: bool = False) -> bool | None:
        """Whether the entry itself is matched: False where a `!` line takes it back, None where no line speaks of it.

        The empty path, which is the folder that the patterns belong to, is never matched.
        """
        return (self._folders if folder else self._files).verdict(path)

    def covers(self, path: str, *, folder: bool = False) -> bool:
        """Whether the entry or a folder above it is matched; below a matched folder nothing can be taken back."""
        above = (path[: slash.start()] for slash in re.finditer("/", path))
        return any(self.verdict(parent, folder=True) for parent in above) or bool(self.verdict(path, folder=folder))


@cache
def patterns(*lines: str) -> Patterns:
    """The patterns of some lines, read once for the same lines."""
    return Patterns(lines)


def read_rule(line: str) -> Rule | None:
    """The rule in a line (without its line end); None for an empty line, a comment, and what git throws away."""
    line = re.sub(r"(?<!\\) +$", "", line)
    body = line.removeprefix("!")
    glob = body.removesuffix("/")
    if not glob or line.startswith("#"):
        return None
    regex = _translate(glob.removeprefix("/"))
    if regex is None:
        return None
    anywhere = "" if "/" in glob else "(?:.*/)?"
    return Rule(anywhere + regex, folders_only=glob != body, matches=body == line)


class _Alternatives:
    """Rules as one regex, the last rule first, so that the group that takes part tells the rule that decides."""

    def __init__(self, rules: list[Rule]) -> None:
        self._verdicts = [rule.matches for rule in reversed(rules)]
        self._regex = re.compile("|".join(f"({rule.regex})" for rule in reversed(rules)) or "(?!)", re.DOTALL)

    def verdict(self, path: str) -> bool | None:
        match = self._regex.fullmatch(path)
        return self._verdicts[match.lastindex - 1] if path and match and match.lastindex else None


def _translate(glob: str) -> str | None:
    """The regex for a glob; None where a bracket or an escape is left open or a class is unknown."""
    out: list[str] = []
    at = 0
    while at < len(glob):
        token = _TOKEN.match(glob, at)
        if not token:
            return None
        piece = _piece(token)
        if piece is None:
            return None
        out.append(piece)
        at = token.end()
    return "".join(out)


def _piece(token: re.Match[str]) -> str | None:
    match token.lastgroup:
        case "folders":
            return "(?:.*/)?"
        case "rest":
            return ".+"
        case "star":
            return "[^/]*"
        case "one":
            return "[^/]"
        case "set":
            return _set(token["set"], negated=bool(token["not"]))
        case _:
            return re.escape(token["char"][-1])


def _set(body: str, *, negated: bool) -> str | None:
    """The regex for a bracket expression; a range that runs backwards holds its first character alone."""
    items: list[str] = []
    for item in _SET_ITEM.finditer(body):
        if item["name"] is None:
            low, high = item["low"][-1], (item["high"] or item["low"])[-1]
            items.append(f"{re.escape(low)}-{re.escape(max(low, high))}")
        elif item["name"] in _CLASSES:
            items.append(_CLASSES[item["name"]])
        else:
            return None
    return f"(?!/)[{'^' * negated}{''.join(items)}]"
