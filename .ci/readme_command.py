"""Print the README's nth set-up command: the nth ```sh block under "Set up"."""

from __future__ import annotations

import re
import sys
from pathlib import Path

text = Path(__file__).resolve().parent.parent.joinpath("README.md").read_text(encoding="utf-8")
setup = text.partition("\n## Set up\n")[2].partition("\n## ")[0]
commands = re.findall(r"^```sh\n(.*?)^```", setup, re.MULTILINE | re.DOTALL)
if len(commands) != 2:
    sys.exit(f"README.md has {len(commands)} set-up commands instead of 2")
sys.stdout.write(commands[int(sys.argv[1]) - 1])
