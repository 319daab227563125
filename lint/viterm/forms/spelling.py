"""Other spellings of a folded word form, by language, and of a term as it is written."""

from __future__ import annotations

from itertools import product

import regex

from viterm.forms.orthographies import respelled

_HALF_SPACE = "\u200c"

# Japanese: the ending of a verb's stem within a noun is often left out (取り組み, 取組み, 取組).
# に, へ and て are particles.
_STEM_ENDING = regex.compile(r"(?<=\p{Han})[いきしちみりぎじびえけせねめれげべ](?=\p{Han})")
_LAST_STEM_ENDING = regex.compile(r"(?<=\p{Han})[いきしちみりぎじびえけせねめれげべ]$")
# The long vowel at the end of a loan word comes and goes (コミュニティ, コミュニティー).
_LONG_VOWEL = regex.compile(r"(?<=[ァ-ヺー]{3}[ァ-ヺ])ー$")
_NO_LONG_VOWEL = regex.compile(r"(?<=[ァ-ヺー]{3}[ァ-ヺ])$")


def spellings(form: str, tag: str) -> set[str]:
    """The other spellings of a folded form: German ß as ss, French œ as oe, Japanese 取り組み as 取組み and 取組."""
    if tag == "ja":
        return _japanese(form) - {form}
    return respelled(form, tag)


def half_spaces(term: str) -> list[str]:
    """A term with each of its half-spaces left out or written as a blank: in Persian all three are usual."""
    first, *others = term.split(_HALF_SPACE)
    return [
        first + "".join(gap + other for gap, other in zip(gaps, others, strict=True))
        for gaps in product(("", " "), repeat=len(others))
    ]


def _japanese(form: str) -> set[str]:
    first, *others = _STEM_ENDING.split(form.replace("・", ""))
    endings = [(ending, "") for ending in _STEM_ENDING.findall(form)]
    shapes = {
        first + "".join(ending + other for ending, other in zip(chosen, others, strict=True))
        for chosen in product(*endings)
    }
    if endings:
        shapes.add(_LAST_STEM_ENDING.sub("", "".join([first, *others])))
    return shapes | {_LONG_VOWEL.sub("", one) for one in shapes} | {_NO_LONG_VOWEL.sub("ー", one) for one in shapes}
