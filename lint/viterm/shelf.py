"""What is kept between runs: texts by name and by the state of what they were made from, the last few of each name.

Where several processes make the same thing at once, each writes a file of its own and renames it into place. A damaged,
foreign or unwritable shelf costs time, never a run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from functools import cached_property
from pathlib import Path

from viterm import __version__
from viterm.files import write_atomically
from viterm.optional import installed

_KEY_LENGTH = 32
_DAY = 24 * 60 * 60
_LAST = 8
"""How many texts of a name are kept: enough for a few projects, or for going back and forth between branches."""


class Shelf:
    """A folder for what takes long to make; with None nothing is kept.

    What is kept holds for this state of viterm itself and of the optional packages beside it.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def keeps(self) -> bool:
        """Whether anything is kept."""
        return self._folder is not None

    def read(self, name: str, state: str) -> str | None:
        """The text that was made from a state, if it is there."""
        if self._folder is None:
            return None
        path = self._path(self._folder, name, state)
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return None
        # What is in use is the last to go. To say so once a day is enough.
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)
        return text

    def write(self, name: str, state: str, text: str) -> None:
        """Keep a text; what has not been used for longest goes."""
        if self._folder is None:
            return
        # A full disk or a read-only home is no reason to fail: the next run makes it again.
        with contextlib.suppress(OSError):
            write_atomically(self._path(self._folder, name, state), text)
            kept = self._folder.glob(f"{'?' * _KEY_LENGTH}-{name}.json")
            for path in sorted(kept, key=lambda path: path.stat().st_mtime_ns, reverse=True)[_LAST:]:
                path.unlink(missing_ok=True)

    def _path(self, folder: Path, name: str, state: str) -> Path:
        key = hashlib.sha256(f"{self._program}\0{state}".encode()).hexdigest()[:_KEY_LENGTH]
        return folder / f"{key}-{name}.json"

    @cached_property
    def _program(self) -> str:
        return f"{__version__} {_state_of_code()} {installed()}"


def shelf_folder() -> Path | None:
    """Where things are kept: `VITERM_CACHE_DIR`, else the system's place for caches.

    None for a user without a home, as in many containers.
    """
    if named := os.environ.get("VITERM_CACHE_DIR"):
        return Path(named)
    import platformdirs

    try:
        folder = Path(platformdirs.user_cache_dir("viterm", appauthor=False))
    except RuntimeError:
        return None
    # Older versions of platformdirs leave the `~` of `~/.cache`, which would become a folder of that name right here.
    return folder if folder.is_absolute() else None


def _state_of_code() -> str:
    """Changes whenever the code or its lists of endings do, as they do in a checkout without a new version."""
    files = (path.stat() for path in Path(__file__).parent.rglob("*") if path.suffix in (".py", ".txt"))
    return str(max(state.st_mtime_ns for state in files))
