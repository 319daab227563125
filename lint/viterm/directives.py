"""How an ignore comment is written: `viterm: ignore[forbidden-term, dan-van-kheo] -- a quotation`.

The word is `ignore`, `ignore-next-line`, `off` or `on`. The brackets hold rules and concept ids; without brackets,
everything is meant. A reason may follow `--`, or the dash that an editor made of it.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Collection

Action = Literal["ignore", "ignore-next-line", "off", "on"]

_OURS = re.compile(r"viterm\s*:\s*(?P<action>[a-z]*(?:-[a-z]+)*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_REST = re.compile(r"\s*(?:\[(?P<names>[^\[\]]*)\])?\s*(?:(?:--|–|—).*)?", re.DOTALL)
_ACTIONS: dict[str, Action] = {action: action for action in get_args(Action)}


class DirectiveError(ValueError):
    """A comment speaks to viterm but can't be understood. The message says what would have been right."""


class Directive(NamedTuple):
    """What a comment asks for: the names in its brackets, each once and as written, or None for everything."""

    action: Action
    names: tuple[str, ...] | None

    def written(self, name: str | None) -> str:
        """Return the directive for one of its names, or for everything, as a user writes it."""
        return self.action if name is None else f"{self.action}[{name}]"


def read_directive(comment: str) -> Directive | None:
    """Read a comment's inner text; None if it isn't addressed to viterm.

    Raises DirectiveError for one that is but can't be understood. Names are not checked.
    """
    ours = _OURS.match(comment)
    if ours is None:
        return None
    word = ours["action"].lower()
    if word not in _ACTIONS:
        wrong = f"'{word}' is no word for viterm" if word else "no word after 'viterm:'"
        raise DirectiveError(f"{wrong}; {_meant(word, _ACTIONS, 'write ' + ', '.join(_ACTIONS))}")
    action = _ACTIONS[word]
    rest = _REST.fullmatch(ours["rest"])
    if rest is None:
        raise DirectiveError(f"can't be understood after '{word}'; write `viterm: {word}[NAME, NAME] -- reason`")
    if rest["names"] is None:
        return Directive(action, None)
    names = tuple(dict.fromkeys(name.strip() for name in rest["names"].split(",")))
    if "" in names:
        raise DirectiveError(f"a name is missing in the brackets; for everything, write `viterm: {word}` without them")
    return Directive(action, names)


def unknown_name(name: str, known_names: Collection[str]) -> str:
    """Return the message for a name that is none of the known ones, with the nearest of them."""
    return f"no rule or concept is called '{name}'; {_meant(name, known_names, 'name a rule or the id of a concept')}"


def _meant(word: str, known: Collection[str], otherwise: str) -> str:
    near = get_close_matches(word, known, n=1)
    return f"did you mean '{near[0]}'?" if near else otherwise
