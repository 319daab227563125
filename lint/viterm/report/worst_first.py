"""Results in the order of their weight, for programs that cut a long report, without keeping them in memory."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from viterm.findings import Severity
from viterm.report.spool import spool

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def worst_first(rows: Iterable[tuple[Severity, str]]) -> Iterator[str]:
    """Pass on the rows of one line each: errors as they come, then the warnings, then the infos.

    Within a severity the order stays. What is no error waits in a temporary file for each severity.
    """
    worst, *others = Severity
    with ExitStack() as stack:
        waiting = {severity: stack.enter_context(spool()) for severity in others}
        for severity, row in rows:
            if severity is worst:
                yield row
            else:
                waiting[severity].add(row)
        for rest in waiting.values():
            yield from rest.lines()
