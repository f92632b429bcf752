"""The memory that a process of a model takes, watched from outside. Linux only.

Anonymous memory can be taken by nobody else. Of a checkpoint that is mapped, the system can drop what is not read any more:
only the pages that the model still reads once it is loaded have to stay.
"""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

SECONDS = 0.02
"""Between two looks at anonymous memory."""


def own_memory(process: int) -> int:
    """Bytes that a process holds now and shares with nobody: pages of files are left out."""
    return _bytes(Path(f"/proc/{process}/status"), "RssAnon:", "RssShmem:")


class Watched:
    """Watches a process while inside: `peaks` are the most anonymous bytes by phase, in the order of the phases."""

    def __init__(self, pid: int) -> None:
        self._place = Path(f"/proc/{pid}")
        self.peaks: dict[str, int] = {}
        self._resident = 0
        self._end = Event()
        self._thread = Thread(target=self._watch)
        self.phase("loading")

    def __enter__(self) -> Watched:
        self._thread.start()
        return self

    def __exit__(self, *_more: object) -> None:
        self._end.set()
        self._thread.join()

    def phase(self, name: str) -> None:
        """From now on it is in this phase."""
        self.peaks.setdefault(name, self.now)
        self._phase = name

    @property
    def anonymous(self) -> int:
        """The most anonymous bytes until now."""
        return max(self.peaks.values())

    def forget_read(self) -> None:
        """Whatever was read of mapped files until now does not count as read."""
        (self._place / "clear_refs").write_text("1")

    def read_of(self, suffix: str) -> int:
        """Bytes of mapped files with such names that were read since `forget_read`."""
        total, counts = 0, False
        for line in (self._place / "smaps").read_text().splitlines():
            first, *more = line.split()
            if not first.endswith(":"):
                counts = line.endswith(suffix)
            elif counts and first == "Referenced:":
                total += int(more[0]) * 1024
            elif counts and first == "Anonymous:":
                total -= int(more[0]) * 1024
        return total

    @property
    def resident(self) -> int:
        """The most bytes of any kind that were in memory at once until now; the process may have reset its own peak."""
        self._resident = max(self._resident, _bytes(self._place / "status", "VmHWM:"))
        return self._resident

    @property
    def now(self) -> int:
        """Anonymous bytes at the moment."""
        return _bytes(self._place / "status", "RssAnon:", "RssShmem:")

    def _watch(self) -> None:
        while not self._end.wait(SECONDS):
            phase = self._phase
            self.peaks[phase] = max(self.peaks[phase], self.now)
            _ = self.resident


def _bytes(status: Path, *names: str) -> int:
    lines = status.read_text().splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(names))
