"""`eyebox doctor`: what this machine can run, what is broken and how to fix it."""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from typing import TYPE_CHECKING

from eyebox.cli.terminal import Output, Parser, ProgressLine
from eyebox.folders import Folders

if TYPE_CHECKING:
    from eyebox.doctor.check import Check, Sentence

MARKS = {"pass": "ok  ", "warn": "warn", "fail": "FAIL"}
_COLUMN = 28


def version() -> str:
    """The version of Eyebox."""
    try:
        return version_of("eyebox")
    except PackageNotFoundError:
        return "unknown"


def doctor(arguments: Sequence[str]) -> int:
    """Runs the command; exit status 1 when something is broken."""
    from eyebox.doctor.examine import examine

    parser = Parser("doctor", "Looks at what this machine can run, and says how to fix what is broken.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options: argparse.Namespace = parser.parse_args(arguments)
    output = Output("-")
    printed = _Printed(output)
    if not options.json:
        output.write(f"Eyebox {version()}, Python {platform.python_version()}, {platform.platform()}\n")
    with ProgressLine("Looking …") as line:

        def report(check: Check) -> None:
            if not options.json:
                line.hide()
                printed.add(check)

        def report_progress(done: int, steps: int, what: Sentence) -> None:
            line.update(f"{what} ({done + 1} of {steps})")

        checks = examine(Folders.of_user(), report, report_progress=report_progress)
    if options.json:
        output.write(json.dumps(_report(checks), ensure_ascii=False) + "\n")
    else:
        output.write(f"\n{_sum(checks)}\n")
    return 1 if any(check.state == "fail" for check in checks) else 0


class _Printed:
    """Checks as lines, with a heading where a group begins."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._group = ""

    def add(self, check: Check) -> None:
        """Prints a check; what it means, what to do and the command below it when it did not pass."""
        lines = []
        if str(check.group) != self._group:
            self._group = str(check.group)
            lines += ["", self._group]
        lines.append(f"  {MARKS[check.state]}  {check.title!s:<{_COLUMN}} {check.found}")
        if check.state != "pass":
            lines += [f"        {text}" for text in (check.meaning, check.advice) if text]
            lines += [f"        $ {check.fix}"] if check.fix else []
        self._output.write("".join(f"{line}\n" for line in lines))


def _sum(checks: Sequence[Check]) -> str:
    def count(state: str, one: str, many: str) -> str:
        number = sum(check.state == state for check in checks)
        return f"{number} {one if number == 1 else many}"

    return ", ".join(
        (
            count("pass", "ok", "ok"),
            count("warn", "warning", "warnings"),
            count("fail", "failure", "failures"),
        )
    )


def _report(checks: Sequence[Check]) -> dict[str, object]:
    from eyebox.doctor.look import look_at_eyebox
    from eyebox.doctor.report import as_data

    return {**as_data(checks), "edition": look_at_eyebox().edition}
