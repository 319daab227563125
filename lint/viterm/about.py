"""Where viterm comes from: what its texts and reports say about the project itself."""

from __future__ import annotations

REPOSITORY = "URL-OF-THIS-REPOSITORY"
"""The address to fetch viterm from. This line is the only place to fill in once the project has one."""


def address(page: str = "") -> str | None:
    """The web address of the project, or of a page in its repository; None until `REPOSITORY` is filled in."""
    if not REPOSITORY.startswith("https://"):
        return None
    return f"{REPOSITORY}/blob/HEAD/{page}" if page else REPOSITORY
