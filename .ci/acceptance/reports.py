"""Let validators of other people judge real reports: python .ci/acceptance/reports.py --viterm VITERM TEXT [TEXT…].

Two npm packages do it: Microsoft's SARIF multitool, with the rules of GitHub Advanced Security, and a validator of
reviewdog's format. Where npm is missing, or can't get them, this says so and exits with 0. Exits with 1 for a fault.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

_SARIF, _SARIF_VERSION = "@microsoft/sarif-multitool-linux", "5.7.0"
_RDFORMAT, _RDFORMAT_VERSION = "@umbrelladocs/rdformat-validator", "1.0.1"
# Until `viterm.about` has the project's address, there is none to give.
_KNOWN = {"SARIF2005"}


def main() -> int:
    """Validate a report of each format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--viterm", required=True)
    parser.add_argument("texts", nargs="+")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        if reason := _install(scratch):
            print(f"reports: not validated: {reason}")
            return 0
        faults: list[str] = []
        for name, validate in (("sarif", sarif_faults), ("rdjson", rdjson_faults)):
            report = scratch / f"report.{name}"
            _lint(arguments.viterm, arguments.texts, name, report)
            found = validate(scratch, report)
            print(f"{name}: {report.stat().st_size:,} bytes, {len(found)} faults")
            faults += found
    print("\n".join(faults))
    return 1 if faults else 0


def _install(folder: Path) -> str:
    """Install both validators; return why that can't be, or nothing."""
    npm = shutil.which("npm")
    if not npm or not sys.platform.startswith("linux"):
        return "needs npm on Linux"
    packages = [f"{_SARIF}@{_SARIF_VERSION}", f"{_RDFORMAT}@{_RDFORMAT_VERSION}"]
    # The packages' scripts are not wanted: the only one makes a file executable.
    command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(folder), *packages]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        return f"npm could not install them: {done.stderr.strip()[-300:]}"
    return ""


def _lint(viterm: str, texts: Sequence[str], name: str, output: Path) -> None:
    command = [viterm, "lint", *texts, "--format", name, "--output", str(output)]
    code = subprocess.run(command, check=False).returncode
    if code != 1:  # a report without findings proves nothing
        sys.exit(f"{' '.join(command)}: exit {code} instead of 1")


def sarif_faults(folder: Path, report: Path) -> list[str]:
    """The errors and warnings of the multitool, by SARIF's own rules and GitHub's."""
    tool, verdict = folder / "node_modules" / _SARIF / "Sarif.Multitool", folder / "verdict.sarif"
    tool.chmod(0o755)
    rules = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"]
    # Its exit code is 0 whatever it finds: what counts is in its own report.
    subprocess.run(
        [str(tool), "validate", str(report), *rules, "--output", str(verdict)], capture_output=True, check=True
    )
    (run,) = json.loads(verdict.read_text(encoding="utf-8-sig"))["runs"]
    return [f"{row['ruleId']}: {row['message']}" for row in run["results"] if row["ruleId"] not in _KNOWN]


def rdjson_faults(folder: Path, report: Path) -> list[str]:
    """What the validator of reviewdog's format says, if it isn't content."""
    script = folder / "node_modules" / _RDFORMAT / "bin" / "rdformat-validator.js"
    done = subprocess.run(["node", str(script), str(report)], capture_output=True, text=True, check=False)
    return [done.stdout + done.stderr] if done.returncode else []


if __name__ == "__main__":
    sys.exit(main())
