"""Hundreds of hostile settings files, each read, written again and read again; some of them by the whole window.

    python tests/bench/hostile_settings.py [COUNT] [--seed N] [--windows N] [--verbose]

Prints how many were used, how many gave the defaults with a sentence, crashed, took over 5 s, or took over 2 GB of
memory; every one of the last three by name.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from eyebox.settings.store import SettingsStore
from eyebox_models.protocol.errors import EyeboxError

ROOT = Path(__file__).resolve().parent.parent.parent
HANG_SECONDS = 5.0
LIMIT = 2_000_000_000


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", nargs="?", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--windows", type=int, default=9, help="how many are also opened by the whole window")
    parser.add_argument("--verbose", action="store_true", help="also tells what was said of each")
    given = parser.parse_args()
    sys.path.append(str(ROOT / "tests" / "helpers"))
    from bad_settings import hostile_settings

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        files = list(hostile_settings(Path(name), given.count, given.seed))
        step = max(1, given.count // max(1, given.windows))
        shown = range(0, given.count, step | 1) if given.windows else ()
        for number, (kind, path) in enumerate(files):
            began = time.monotonic()
            Path("/proc/self/clear_refs").write_text("5")  # the peak is counted anew
            try:
                outcome, said = open_in_window(path) if number in shown else open_and_write(path)
            except Exception as error:
                outcome, said = "crashed", repr(error)
            if time.monotonic() - began > HANG_SECONDS:
                outcome = "hung"
            if peak() > LIMIT:
                outcome = "over 2 GB"
            counts[outcome] += 1
            if given.verbose or outcome in ("crashed", "hung", "over 2 GB"):
                print(f"{outcome}: {kind} ({path.parent.name}): {said}")
    print(
        f"{given.count} settings files ({len(shown)} through the window): {counts['opened']} opened, "
        f"{counts['defaults']} gave the defaults with a sentence, {counts['crashed']} crashed, {counts['hung']} hung over 5 s, "
        f"{counts['over 2 GB']} over 2 GB"
    )


def peak() -> int:
    """The most memory of this process since it was last counted anew, in bytes; shared pages count too."""
    status = Path("/proc/self/status").read_text()
    return next(int(row.split()[1]) * 1024 for row in status.splitlines() if row.startswith("VmHWM"))


def open_and_write(path: Path) -> tuple[str, str]:
    """Reads the file; what was read is what is read again after it was written."""
    store = SettingsStore(path)
    settings = store.load()
    said = store.problem
    try:
        store.save(settings)
    except EyeboxError as error:  # a folder is in its place
        return "defaults", f"{said} {error}"
    if SettingsStore(path).load() != settings:
        raise AssertionError("other settings came back")
    return ("defaults" if said else "opened"), said


def open_in_window(path: Path) -> tuple[str, str]:
    """The same by the whole program, which shows the sentence."""
    from PySide6.QtWidgets import QApplication

    from eyebox.app import build
    from eyebox.folders import Folders

    QApplication.instance() or QApplication([])
    home = path.parent
    program = build(Folders(home / "data", home, home / "cache", home / "log"))
    program.window.show()
    QApplication.processEvents()
    said = program.window.program.settings_store.problem
    if said and program.window.notice.text.text() != said:
        raise AssertionError("the sentence is not shown")
    program.close()
    return ("defaults" if said else "opened"), said


if __name__ == "__main__":
    main()
