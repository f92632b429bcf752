"""Over a thousand damaged and hostile files of boxes, each imported, and what was imported exported again.

    python tests/bench/hostile_annotations.py [COUNT] [--seed N] [--verbose]

Prints how many opened, were refused with a sentence, crashed, took over 5 s of the processor or waited for 30 s, or
took over 2 GB of private memory; every one of the last three by name.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from eyebox.formats import MODULES, format_named, load_annotations
from eyebox.formats.export import SessionExport
from eyebox.session.types import PictureContent, PictureRecord, SessionInfo
from eyebox_models.protocol.errors import EyeboxError

ROOT = Path(__file__).resolve().parent.parent.parent
HANG_SECONDS = 5.0
WAIT_SECONDS = 30
LIMIT = 2_000_000_000


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", nargs="?", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="also tells what was said of each")
    given = parser.parse_args()
    sys.path.append(str(ROOT / "tests" / "helpers"))
    from bad_annotations import hostile_annotations

    signal.signal(signal.SIGALRM, _wake)
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        for kind, path in hostile_annotations(Path(name), given.count, given.seed):
            Path("/proc/self/clear_refs").write_text("5")  # the peak is counted anew
            before, began = _status("RssAnon"), time.process_time()
            signal.alarm(WAIT_SECONDS)
            try:
                outcome, said = open_one(path)
            except Waited:
                outcome, said = "hung", "it waited"
            except Exception as error:
                outcome, said = "crashed", repr(error)
            signal.alarm(0)
            took = time.process_time() - began
            memory = _status("VmHWM") - _status("RssFile") - min(before, _status("RssAnon"))
            bad = [*(["hung"] if took > HANG_SECONDS else []), *(["over 2 GB"] if memory > LIMIT else [])]
            counts.update(bad or [outcome])
            if given.verbose or bad or outcome in ("crashed", "hung"):
                print(
                    f"{', '.join(bad) or outcome}: {kind}, {took:.1f} s, {memory / 1e6:.0f} MB: {said[:300]}"
                )
            if path.is_file() and not path.is_symlink():
                path.unlink()
    print(
        f"{given.count} files of boxes: {counts['opened']} opened, {counts['refused']} refused with a sentence, "
        f"{counts['crashed']} crashed, {counts['hung']} hung over 5 s, {counts['over 2 GB']} over 2 GB"
    )


class Waited(BaseException):
    """A file that was waited for."""


def _wake(_number: int, _frame: object) -> None:
    raise Waited


def open_one(path: Path) -> tuple[str, str]:
    """Imports a file, and exports a picture of a few boxes to every format."""
    from sinks import MemorySink

    try:
        imported = list(load_annotations(path))
    except EyeboxError as error:
        if "\n" in str(error) or not str(error).endswith("."):
            raise AssertionError(f"no sentence: {error}") from error
        return "refused", str(error)
    for picture in imported[:1]:
        if len(picture.boxes) < 100:
            record = PictureRecord("p", "s", picture.path, picture.name)
            one = PictureContent(record, picture.boxes, extras=picture.extras)
            for name in MODULES:
                format_named(name).dump(SessionExport(SessionInfo("s", "name", 0, 0), (one,)), MemorySink())
    return "opened", f"{len(imported)} pictures"


def _status(name: str) -> int:
    """A figure of this process's memory, in bytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    return 0


if __name__ == "__main__":
    main()
