"""When reports are coloured, and how."""

from __future__ import annotations

import pytest

from viterm.findings import Severity, Status
from viterm.report.colour import SEVERITY_STYLE, STATUS_STYLE, Style, When, painter, wanted

ALL_NO = {"NO_COLOR": "1", "TERM": "dumb"}


@pytest.mark.parametrize(
    ("when", "environ", "isatty", "colour"),
    [
        # --color decides before everything else
        ("always", ALL_NO, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        # then NO_COLOR, with any value but an empty one
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": "0"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        # then FORCE_COLOR
        ("auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, True, False),
        ("auto", {"FORCE_COLOR": "False"}, True, False),
        ("auto", {"FORCE_COLOR": ""}, False, False),
        # then TERM
        ("auto", {"TERM": "dumb"}, True, False),
        # then the stream
        ("auto", {"TERM": "xterm"}, True, True),
        ("auto", {}, True, True),
        ("auto", {}, False, False),
    ],
)
def test_order_of_decision(when: When, environ: dict[str, str], *, isatty: bool, colour: bool) -> None:
    assert wanted(when, environ, isatty=isatty) is colour


def test_painter_with_colour() -> None:
    paint = painter(colour=True)
    assert paint("error", Style.ERROR) == "\x1b[1;31merror\x1b[0m"
    assert paint("", Style.ERROR) == ""


def test_painter_without_colour() -> None:
    assert painter(colour=False)("error", Style.ERROR) == "error"


def test_every_severity_and_status_has_a_style() -> None:
    statuses: set[Status] = {"approved", "variant", "forbidden", "untranslated"}
    assert set(SEVERITY_STYLE) == set(Severity)
    assert set(STATUS_STYLE) == statuses
