"""`eyebox doctor`: what this machine can run, what is broken and how to fix it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from eyebox.cli.terminal import Output, Parser, ProgressLine
from eyebox.doctor.check import Check, Sentence
from eyebox.doctor.report import as_data, check_lines, heading
from eyebox.folders import Folders

MARKS = {"pass": "ok  ", "warn": "warn", "fail": "FAIL"}
_COLUMN, _INDENT = 28, 8


def doctor(arguments: Sequence[str]) -> int:
    """Runs the command; exit status 1 when something is broken."""
    from eyebox.doctor.examine import examine

    parser = Parser("doctor", "Looks at what this machine can run, and says how to fix what is broken.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    output, group = Output("-"), ""
    if not options.json:
        output.write(f"{heading()}\n")
    with ProgressLine("Looking …") as line:

        def report(check: Check) -> None:
            nonlocal group
            if not options.json:
                line.hide()
                row = f"  {MARKS[check.state]}  {check.title!s:<{_COLUMN}} {check.found}"
                output.write("".join(f"{one}\n" for one in check_lines(check, group, row, _INDENT)))
                group = str(check.group)

        def report_progress(done: int, steps: int, what: Sentence) -> None:
            line.update(f"{what} ({done + 1} of {steps})")

        checks = examine(Folders.of_user(), report, report_progress=report_progress)
    if options.json:
        from eyebox.doctor.look import look_at_eyebox

        data = {**as_data(checks), "edition": look_at_eyebox().edition}
        output.write(json.dumps(data, ensure_ascii=False) + "\n")
    else:
        output.write(f"\n{_sum(checks)}\n")
    return 1 if any(check.state == "fail" for check in checks) else 0


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
