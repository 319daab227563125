"""The list of renderings without a source."""

from __future__ import annotations

from dataclasses import replace

from glossaries import concept, glossary
from unsourced import unsourced


def test_preferred_renderings_without_a_source() -> None:
    without = concept("xã", {"de": {"approved": ["Gemeinde", "Kommune"]}, "fr": {"approved": ["commune"]}})
    sourced = concept("tỉnh", {"de": {"approved": ["Provinz"]}})
    entries = {tag: replace(entry, sources=("https://example.org",)) for tag, entry in sourced.entries.items()}
    both = glossary(without, replace(sourced, entries=entries))
    assert unsourced(both, "de") == ["xã: Gemeinde"]
    assert unsourced(both, "fr") == ["xã: commune"]
    assert unsourced(both, "es") == []
