"""Where viterm comes from: what its texts and reports say about the project itself."""

from __future__ import annotations

REPOSITORY = "URL-OF-THIS-REPOSITORY"
"""The address to fetch viterm from. This line is the only place to fill in once the project has one."""
