"""Polish forms by Morfeusz 2, whose dictionary is SGJP."""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from typing import NamedTuple

from morfeusz2 import Morfeusz

from viterm.fold import fold_word

_NOMINAL = frozenset({"subst", "depr", "adj", "ger", "pact", "ppas"})
_NOUN = frozenset({"subst", "depr"})  # depr: a plural that looks down on men (profesory)
_KINDS_OF_FORMS = frozenset({"pos", "com", "sup", "aff", "neg"})
_SURNAME = "nazwisko"


class _Reading(NamedTuple):
    """One reading of a form: the full name of its lemma, its tag and what it is a name of."""

    lemma: str
    tag: str
    names: list[str]

    @property
    def written(self) -> str:
        """The lemma without what tells it from its namesakes (pracujący:S)."""
        return self.lemma.partition(":")[0]

    @property
    def kind(self) -> tuple[str, frozenset[str]]:
        """Part of speech, and whether it is compared or negated, which makes another word."""
        part, *features = self.tag.split(":")
        return "subst" if part in _NOUN else part, _KINDS_OF_FORMS.intersection(features)


def forms(word: str) -> Set[str]:
    """The folded forms of a word's own noun, adjective, verbal noun or participle; none for an unknown word.

    A word that is a base form has the forms of that one, and not of others that share a form with it; nor has a common
    noun those of a surname (straż: no Strażem).
    """
    analyser = _analyser()
    readings = [_Reading(*reading[1:4]) for _, _, reading in analyser.analyse(word)]
    nominal = [one for one in readings if one.tag.partition(":")[0] in _NOMINAL]
    common = [one for one in nominal if _SURNAME not in one.names] or nominal
    own = [one for one in common if one.written.lower() == word.lower()] or common
    return {
        fold_word(form)
        for lemma in {one.lemma for one in own}
        for form, *rest in analyser.generate(lemma)
        if any(_Reading(*rest[:3]).kind == one.kind for one in own if one.lemma == lemma)
    }


@cache
def _analyser() -> Morfeusz:
    """Loading the dictionary takes half a second."""
    return Morfeusz()
