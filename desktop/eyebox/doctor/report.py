"""What the doctor found as a report that can be sent to somebody: JSON as `eyebox doctor --json` prints it, or text. No Qt."""

from __future__ import annotations

import json
import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from typing import Any

from eyebox.doctor.check import Check, State

WORDS: dict[State, str] = {"pass": "ok", "warn": "WARN", "fail": "BAD"}


def version() -> str:
    """The version of Eyebox."""
    try:
        return version_of("eyebox")
    except PackageNotFoundError:
        return "unknown"


def heading() -> str:
    """What a report is of: Eyebox, Python and the system."""
    return f"Eyebox {version()}, Python {platform.python_version()}, {platform.platform()}"


def as_data(checks: Sequence[Check]) -> dict[str, Any]:
    """All of it as plain JSON data, in English. `ok`: nothing is broken."""
    return {
        "version": version(),
        "python": platform.python_version(),
        "platform": platform.platform(),
        "ok": all(check.state != "fail" for check in checks),
        "checks": [check.as_json() for check in checks],
    }


def as_json(checks: Sequence[Check]) -> str:
    return json.dumps(as_data(checks), ensure_ascii=False)


def as_text(checks: Sequence[Check]) -> str:
    """All of it as lines to read, in English."""
    lines, group = [heading()], ""
    for check in checks:
        lines += check_lines(check, group, f"  {WORDS[check.state]:<4} {check.title}: {check.found}", 7)
        group = str(check.group)
    return "\n".join(lines) + "\n"


def check_lines(check: Check, group: str, row: str, indent: int) -> list[str]:
    """A check as lines in English: its group where that is not `group`, its `row`, and what to do if it did not pass."""
    lines = ["", str(check.group), row] if str(check.group) != group else [row]
    if check.state != "pass":
        more = (str(check.meaning), str(check.advice), f"$ {check.fix}" if check.fix else "")
        lines += [" " * indent + text for text in more if text]
    return lines
