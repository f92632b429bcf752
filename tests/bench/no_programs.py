"""What programs `eyebox read` starts for pictures that are made to have some started: nothing but its own engines.

    python tests/bench/no_programs.py [COUNT]

Needs strace. Prints every program that was started and is no engine, and how many engines were. Exit code 1 if there is one.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
COMMAND = [sys.executable, "-P", "-m", "eyebox", "read"]
STARTED = re.compile(r'execve\("([^"]*)", \[(.*?)\](?!.* = -1 )')
ENGINE = '"-m", "eyebox_models.engine"'
AT_ONCE = 200


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    if shutil.which("strace") is None:
        raise SystemExit("install strace first")
    sys.path.append(str(ROOT / "tests" / "helpers"))
    from bad_pictures import hostile_pictures

    engines, others, said = 0, [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "files").mkdir()
        files = [str(path) for _kind, path in hostile_pictures(folder / "files", count)]
        for start in range(0, len(files), AT_ONCE):
            trace = folder / "trace"
            made = subprocess.run(
                [
                    "strace",
                    "-f",
                    "-qq",
                    "-e",
                    "trace=execve",
                    "-o",
                    str(trace),
                    *COMMAND,
                    *files[start : start + AT_ONCE],
                ],
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
            )
            said += [line for line in made.stderr.splitlines() if line.startswith("eyebox: ")]
            started = [
                match.groups() for match in map(STARTED.search, trace.read_text().splitlines()) if match
            ]
            own = started[1:]  # the first one is the command itself
            engines += sum(ENGINE in arguments for _program, arguments in own)
            others += [f"{program} [{arguments}]" for program, arguments in own if ENGINE not in arguments]
    print(
        f"{len(files)} pictures, {len(said)} refused with a sentence, {engines} engines started, {len(others)} others"
    )
    print("\n".join(others))
    return 1 if others else 0


if __name__ == "__main__":
    raise SystemExit(main())
