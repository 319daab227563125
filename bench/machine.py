"""What a measurement was made on."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def machine() -> str:
    """CPU model, number of processors, load, Python: one line for the head of a report."""
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    parts = [_cpu_model(), f"{os.cpu_count()} processors", load, f"Python {platform.python_version()}"]
    return ", ".join(part for part in parts if part)


def _cpu_model() -> str:
    # platform.processor() is empty or a bare "x86_64" on Linux.
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").split("\n")
    except OSError:
        return platform.processor() or platform.machine()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()
