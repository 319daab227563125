"""The rules: functions from a document's occurrences to findings. Rules never search text; `find` did.

To add a rule, write one file beside this one and name it in the table.
"""

from __future__ import annotations

from viterm.rules import forbidden_term, mixed_renderings, untranslated_term, unused_ignore, variant_term
from viterm.rules.rule import Rule

RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule.of(forbidden_term),
        Rule.of(variant_term),
        Rule.of(untranslated_term),
        Rule.of(mixed_renderings),
        Rule.of(unused_ignore),
    )
}
"""Rule name → rule, in the order of the documentation."""

__all__ = ["RULES", "Rule"]
