"""The bytes of a config file → the values of its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from viterm.config_keys import KEYS
from viterm.config_values import is_missing, pairs, unknown
from viterm.yaml_reader import decode, parse

if TYPE_CHECKING:
    from viterm.config_values import Reading


def read(data: bytes, reading: Reading) -> dict[str, Any]:
    """The values by field of `Config`. A key that has none keeps its default; faults are noted, never raised."""
    text = decode(data, reading.faults)
    root = parse(text, reading.faults) if text is not None else None
    if root is None:
        return {}
    known = {key.name: key for key in KEYS}
    found = {}
    for name, node in pairs(root, "the config", reading):
        if name.text not in known:
            reading.faults.add(name, unknown("key", name.text, known))
        elif not is_missing(node):
            key = known[name.text]
            found[key.field] = key.read(node, f"`{key.name}`", reading)
    return found
