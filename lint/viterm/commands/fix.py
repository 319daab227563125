"""`viterm lint --fix` and `--diff`: what becomes of the files whose findings can be fixed."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from viterm.commands.console import print_lines, print_note
from viterm.errors import UserError
from viterm.report import FORMATS, FileReport

if TYPE_CHECKING:
    from viterm.baseline import Baseline
    from viterm.changed import Changes
    from viterm.discover import Found
    from viterm.document import Document
    from viterm.findings import Finding
    from viterm.session import Session

Keep = Callable[["Document", Sequence["Finding"]], Sequence["Finding"]]
"""Those of a document's findings that a run is about: no known ones, on changed lines only."""


def add_fix_options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--fix", action="store_true", help="write what is certain into the files, and report the rest")
    parser.add_argument("--diff", action="store_true", help="show what --fix would write, and write nothing")
    parser.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: the best suggestion even where it is none"
    )


def check_fix_options(arguments: argparse.Namespace) -> bool:
    """Whether files are to be fixed. Raises UserError for options that don't go together."""
    if arguments.unsafe_fixes and not (arguments.fix or arguments.diff):
        raise UserError("--unsafe-fixes: only with --fix or --diff")
    if not (arguments.fix or arguments.diff):
        return False
    option = "--diff" if arguments.diff else "--fix"
    if arguments.write_baseline:
        raise UserError(f"{option}: not with --write-baseline; drop one of the two")
    if arguments.fix and not arguments.diff and "-" in arguments.paths:
        raise UserError("--fix: standard input can't be written to; use --diff")
    return True


def keeper(baseline: Baseline | None, changes: Changes | None) -> Keep:
    """What a run is about, asked as often as needed: a baseline speaks for each of its findings once a document."""

    def keep(document: Document, findings: Sequence[Finding]) -> Sequence[Finding]:
        if baseline:
            from viterm.baseline import Known

            findings = Known(baseline).new(document, findings)
        return changes.within(document, findings) if changes else findings

    return keep


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file before and after its fixes; `after` is as before where there is nothing to fix."""

    before: FileReport
    after: FileReport

    @property
    def changed(self) -> bool:
        """Whether there is something to write."""
        return self.after.document.text != self.before.document.text


def fixed_file(report: FileReport, session: Session, keep: Keep, *, unsafe: bool) -> FixedFile:
    """A file with what can be fixed of its findings, and the findings that it has then; nothing is written."""
    from viterm.fix.settle import settled
    from viterm.reading import make_document, parse

    first: list[Sequence[Finding]] = [report.findings]

    def findings(document: Document) -> Sequence[Finding]:
        return keep(document, first.pop() if first else session.findings_in(document))

    def reread(document: Document, text: str) -> Document:
        return make_document(text, parse(text, document.path), shown=document.path, language=document.language)

    fixed = settled(report.document, findings, reread, unsafe=unsafe)
    if fixed.document is report.document:
        return FixedFile(report, report)
    return FixedFile(report, FileReport(fixed.document, findings=session.findings_in(fixed.document)))


def write_fixed(
    files: Iterable[FixedFile], paths: Sequence[Found], fail: Callable[[UserError], None]
) -> list[FixedFile]:
    """Write what is fixed; a file that can't be written is as before, and what is wrong with it given to `fail`."""
    path_of = {found.shown: found.path for found in paths if found.path}
    written: list[FixedFile] = []
    for file in files:
        shown = file.before.document.path
        if file.changed:
            try:
                _write(path_of[shown], shown, file.before.document.text, file.after.document.text)
            except UserError as error:
                fail(error)
                written.append(replace(file, after=file.before))
                continue
        written.append(file)
    return written


def _write(path: Path, shown: str, old: str, new: str) -> None:
    from viterm.files import ChangedError, replace_unchanged
    from viterm.reading import decode, encode

    try:
        data = path.read_bytes()
        if decode(data, shown) != old:
            raise UserError(f"{shown}: not fixed: it has changed meanwhile")
        replace_unchanged(path, data, encode(new, data))
    except ChangedError:
        raise UserError(f"{shown}: not fixed: it has changed meanwhile") from None
    except OSError as error:
        raise UserError(f"{shown}: not fixed: {(error.strerror or str(error)).lower()}") from None


def say_what_was_fixed(files: Sequence[FixedFile], keep: Keep, arguments: argparse.Namespace) -> None:
    """Say how many findings were fixed, and how many are left; nothing where there were none."""
    before = sum(len(keep(file.before.document, file.before.findings)) for file in files)
    left = [finding for file in files for finding in keep(file.after.document, file.after.findings)]
    if not before:
        return
    changed = sum(file.changed for file in files)
    number = max(0, before - len(left))
    findings = "finding" if before == 1 else "findings"
    where = f" in {changed} {'file' if changed == 1 else 'files'}" if changed else ""
    text = f"Fixed {number or 'none'} of {before} {findings}{where}"
    if left:
        text += f"; {len(left)} {'needs' if len(left) == 1 else 'need'} you"
        unsafe = sum(1 for finding in left if finding.proposal and finding.proposal.edit)
        if unsafe and not arguments.unsafe_fixes:
            text += f" (--unsafe-fixes would write {unsafe} of them)"
    if arguments.output is None and not FORMATS[arguments.format].machine:
        print_lines([f"{text}.", ""])
    else:
        print_note(text[:1].lower() + text[1:])


def print_diff(files: Iterable[FixedFile]) -> bool:
    """Print what would be written as one patch; whether there is any."""
    import sys

    from viterm.fix.diff import diff
    from viterm.report.stream import safe_stream

    found = False
    for file in files:
        if file.changed:
            found = True
            if sys.stdout is not None:
                stream = safe_stream(sys.stdout, machine=True)
                stream.write(diff(file.before.document.path, file.before.document.text, file.after.document.text))
    return found
