"""Which of several overlapping occurrences count: the longest match wins."""

from __future__ import annotations

from collections.abc import Iterable

from viterm.findings import Occurrence, Status, Via

_WEIGHT: dict[Status, int] = {"approved": 0, "variant": 1, "untranslated": 2, "forbidden": 3}


def without_overlapped(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """Drop what a longer occurrence silences; the result is in order of place.

    Inside a longer occurrence a shorter one is silent, unless it is worse, stands there as whole words, and the longer
    one is not approved.
    Of two occurrences of one concept that cross, the longer stays, but an approved one that begins in a faulty one and
    reaches beyond it has what that lacks (it *segretario del* [*Comitato provinciale*] *del Partito*). On one and the
    same span all concepts stay, but a rendering of another language gives way to one of the document's own (en *Front*,
    de *Front*).
    """
    kept: list[Occurrence] = []
    open_ones: list[Occurrence] = []
    for new in sorted(occurrences, key=lambda occurrence: (occurrence.start, -occurrence.end, _rank(occurrence))):
        open_ones = [old for old in open_ones if old.end > new.start]
        if any(_silences(old, new) for old in open_ones):
            continue
        crossed = [old for old in open_ones if old.concept == new.concept and old.end < new.end]
        if not all(_gives_way(old, new) for old in crossed):
            continue
        for old in crossed:
            kept.remove(old)
            open_ones.remove(old)
        kept.append(new)
        open_ones.append(new)
    return kept


def _gives_way(old: Occurrence, new: Occurrence) -> bool:
    """Whether, of two occurrences of one concept that cross, the earlier one goes."""
    return new.status == "approved" != old.status or new.end - new.start > old.end - old.start


def _rank(occurrence: Occurrence) -> tuple[bool, int, bool, int, str, str]:
    return (
        occurrence.status == "untranslated",
        occurrence.via,
        # Of two spellings that a glossary lists (mobilization, mobilisation) the one that stands there.
        occurrence.found.lower() != occurrence.rendering.lower(),
        _WEIGHT[occurrence.status],
        occurrence.concept,
        occurrence.rendering,
    )


def _silences(old: Occurrence, new: Occurrence) -> bool:
    """Whether an earlier and at least as long occurrence leaves no room for a new one inside it."""
    if new.end > old.end:
        return False
    if (old.start, old.end) == (new.start, new.end):
        return old.concept == new.concept or (new.status == "untranslated" and old.status != "untranslated")
    # A part of a word does not speak against a term that is known to be made of that word.
    is_part = new.via is Via.COMPOUND and old.via is not Via.GUESSED
    return is_part or old.status == "approved" or _WEIGHT[new.status] <= _WEIGHT[old.status]
