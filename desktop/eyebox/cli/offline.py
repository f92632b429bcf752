"""`eyebox offline`: what keeps Eyebox from reaching out on this system, and everything that was tried."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from eyebox.cli.terminal import Output, Parser
from eyebox_models.offline import seccomp
from eyebox_models.offline.attempts import Attempt, attempts
from eyebox_models.offline.promise import promises


def offline(arguments: Sequence[str]) -> int:
    """Runs the command."""
    parser = Parser("offline", "What was tried to be reached, by which process, allowed or refused.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    found = attempts()
    connections = sum(one.is_connection for one in found)
    refused = sum(not one.allowed for one in found)
    said = promises()
    if options.json:
        data = {
            "guard": "seccomp" if seccomp.available() else "python",
            "promises": [str(one) for one in said],
            "connections": connections,
            "refused": refused,
            "attempts": [one.as_json() for one in found],
        }
        Output("-").write(json.dumps(data, ensure_ascii=False) + "\n")
        return 0
    lines = [*said, "", f"{_count(connections, 'connection')}, {refused} refused", *map(_line, found)]
    Output("-").write("".join(f"{line}\n" for line in lines))
    return 0


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _line(one: Attempt) -> str:
    when = datetime.fromtimestamp(one.time).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    result = "allowed" if one.allowed else "refused"
    return f"{when}  {one.process:<10}  {result}  {one.kind:<7}  {one.target or '-'}  {one.reason}"
