"""`viterm explain`: the page of a rule or a concept."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from viterm.commands.console import pages, print_lines
from viterm.commands.exit_codes import CLEAN
from viterm.commands.options import add_command, add_glossary_options, concepts_named, config_of, store_of

if TYPE_CHECKING:
    from viterm.commands.options import Commands


def add(commands: Commands) -> None:
    """Add the command."""
    explain = add_command(commands, "explain", "explain a rule or a concept")
    explain.add_argument("name", metavar="RULE|CONCEPT")
    add_glossary_options(explain)
    explain.set_defaults(run=_explain)


def _explain(arguments: argparse.Namespace) -> int:
    from viterm.desk.show import concept_page
    from viterm.rules import RULES

    if rule := RULES.get(arguments.name):
        print_lines([f"{rule.name} ({rule.severity.label})", "", *rule.page.split("\n")])
        return CLEAN
    store = store_of(arguments, config_of(arguments))
    print_lines(pages(map(concept_page, concepts_named(store, [arguments.name], "rule or concept", RULES))))
    return CLEAN
