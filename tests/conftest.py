"""Options of the test run."""

from __future__ import annotations

import pytest
from hypothesis import settings

# A busy machine is no fault of the code: no test depends on time.
settings.register_profile("viterm", deadline=None)
settings.load_profile("viterm")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write what comes out now in the place of what was expected, for review"
    )
