"""Other spellings of a folded word form, by language."""

from __future__ import annotations

_REPLACEMENTS: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (("ß", "ss"),),
    "nb": (("é", "e"),),  # komité, komite
    "nn": (("é", "e"),),
    "da": (("é", "e"),),
    "fr": (("œ", "oe"), ("æ", "ae")),
}


def spellings(form: str, tag: str) -> set[str]:
    """The other spellings of a folded form: German ß as ss, French œ as oe."""
    return {form.replace(old, new) for old, new in _REPLACEMENTS.get(tag, ()) if old in form}
