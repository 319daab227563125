"""Text from files made harmless for a terminal: what would move the cursor or turn the reading order is spelt out."""

from __future__ import annotations

import re

_HARMFUL = re.compile(
    r"[\x00-\x1f\x7f-\x9f"  # C0 and C1 controls: ESC starts a terminal command, CR overwrites the line
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # marks that turn the reading order, so that text lies about itself
    r"\u2028\u2029"  # some terminals and viewers break the line here
    r"\xad"  # soft hyphen: no two terminals agree on its width
    r"\ud800-\udfff]"  # half a character, which no encoding can write
)
_TAB = "    "


def visible(text: str) -> str:
    """Return the text with harmful characters shown as `<U+202E>`, tabs as four spaces, soft hyphens dropped.

    Joiners stay: Hindi, Persian and emoji need them. The result has no control characters.
    """
    return _HARMFUL.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    match char := match[0]:
        case "\t":
            return _TAB
        case "\xad":
            return ""
    return f"<U+{ord(char):04X}>"
