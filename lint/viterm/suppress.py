"""Silencing findings by ignore comments, and finding the comments that nothing needs.

`ignore` holds for findings that start on the comment's own line or lines, `ignore-next-line` for those on the next
line that isn't blank, `off` for those from its line to the line of the next `on` with the same name, or to the end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from viterm.directives import Directive, DirectiveError, read_directive, unknown_name
from viterm.findings import Finding, Via
from viterm.rules import unused_ignore

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from viterm.document import Comment, Document, LineTable


class _Silencer(NamedTuple):
    """One name of a comment, or everything, and the lines (both included) that it holds for."""

    comment: Comment
    directive: Directive
    name: str | None
    first: int
    last: int

    def silences(self, finding: Finding) -> bool:
        """Tell whether a finding on one of the lines is meant."""
        return self.name is None or self.name in (finding.rule, finding.concept)


def apply(document: Document, findings: Iterable[Finding], known_names: Collection[str]) -> list[Finding]:
    """Leave out the findings that ignore comments silence, and add one for each of their names that silences nothing.

    `findings` have to be those of all rules; where a user wants only some rules, the others go afterwards, or else
    comments for them would look unused. `known_names` are the names of all rules and the ids of all concepts: a
    comment with another name, and one that can't be understood, is reported too. Two comments that silence the same
    finding are both of use. The result is sorted.
    """
    in_order = sorted(findings)
    if not document.comments:
        return in_order
    reader = _Reader(document.lines, known_names)
    for comment in document.comments:
        reader.take(comment)
    reader.end()
    kept, used = _silence(document.lines, in_order, reader.silencers)
    unused = (_unused(silencer) for silencer in reader.silencers if silencer not in used)
    return sorted([*kept, *reader.faults, *unused])


class _Reader:
    """Reads a document's comments in their order into silencers, and into findings where they are wrong."""

    def __init__(self, lines: LineTable, known_names: Collection[str]) -> None:
        self.silencers: list[_Silencer] = []
        self.faults: list[Finding] = []
        self._lines = lines
        self._known_names = known_names
        self._off: list[_Silencer] = []  # those that no `on` has ended yet

    def take(self, comment: Comment) -> None:
        """Read the next comment; one that is not for viterm is passed over."""
        try:
            directive = read_directive(comment.text)
        except DirectiveError as error:
            self.faults.append(_fault(comment, str(error)))
            return
        if directive is None:
            return
        for name in directive.names or (None,):
            if name is not None and name not in self._known_names:
                self.faults.append(_fault(comment, unknown_name(name, self._known_names)))
            elif directive.action == "on":
                self._switch_on(comment, directive, name)
            else:
                self._hold(comment, directive, name)

    def end(self) -> None:
        """Let what is still off be off to the last line."""
        self.silencers += self._off

    def _hold(self, comment: Comment, directive: Directive, name: str | None) -> None:
        first, _ = self._lines.position(comment.start)
        last, _ = self._lines.position(comment.end)
        match directive.action:
            case "ignore":
                self.silencers.append(_Silencer(comment, directive, name, first, last))
            case "ignore-next-line":
                following = self._next_line(last)
                self.silencers.append(_Silencer(comment, directive, name, following, following))
            case _:
                self._off.append(_Silencer(comment, directive, name, first, len(self._lines)))

    def _next_line(self, line: int) -> int:
        """Return the next line that isn't blank, or one after the last."""
        line += 1
        while line <= len(self._lines) and not self._lines.line(line).strip():
            line += 1
        return line

    def _switch_on(self, comment: Comment, directive: Directive, name: str | None) -> None:
        """End what is off under a name; a plain `on` ends everything that is off."""
        ended = [silencer for silencer in self._off if name is None or silencer.name == name]
        if not ended:
            opening = directive._replace(action="off").written(name)
            self.faults.append(_fault(comment, f"nothing to switch on: there is no `viterm: {opening}` above"))
        line, _ = self._lines.position(comment.end)
        self.silencers += [silencer._replace(last=line) for silencer in ended]
        self._off = [silencer for silencer in self._off if silencer not in ended]


def _silence(
    lines: LineTable, findings: list[Finding], silencers: list[_Silencer]
) -> tuple[list[Finding], set[_Silencer]]:
    """Return those of the sorted findings that are left, and the silencers that silenced something."""
    line_of = [lines.position(finding.start)[0] for finding in findings]
    silenced: set[int] = set()
    used: set[_Silencer] = set()
    for silencer in silencers:
        in_range = range(bisect_left(line_of, silencer.first), bisect_right(line_of, silencer.last))
        hits = [i for i in in_range if silencer.silences(findings[i])]
        if hits:
            silenced.update(hits)
            used.add(silencer)
    return [finding for i, finding in enumerate(findings) if i not in silenced], used


def _unused(silencer: _Silencer) -> Finding:
    written = silencer.directive.written(silencer.name)
    return _fault(silencer.comment, f"nothing here needs `viterm: {written}`; remove it")


def _fault(comment: Comment, message: str) -> Finding:
    return Finding(
        comment.start,
        comment.end,
        unused_ignore.SEVERITY,
        unused_ignore.NAME,
        concept="",
        name="",
        found=comment.text,
        rendering="",
        via=Via.EXACT,
        suggestions=(),
        message=message,
    )
