"""How a batch stands, and what the window keeps of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from eyebox.language import translated
from eyebox_models.protocol import wire
from eyebox_models.protocol.dataclass import dataclass

if TYPE_CHECKING:
    from eyebox.batches.job import BatchJob
    from eyebox.batches.queue import Queue
    from eyebox.batches.queue_file import State

PAUSED, OWN, COMMAND, PROBLEM, VIDEOS = "paused", "window", "command", "problem", "videos"
"""Facts of a batch: somebody paused it, it was begun in a window, what is started when it has ended, why it waits, how many
videos were passed over."""
Standing = Literal["preparing", "running", "writing", "paused", "ended", "elsewhere"]


@dataclass(frozen=True, slots=True)
class BatchInfo:
    """How a batch stands. `seconds_left` is None where that is not known; `problem` says why it waits; `videos` were passed
    over."""

    name: str
    job: BatchJob
    standing: Standing
    counts: Mapping[State, int]
    per_minute: float = 0.0
    seconds_left: float | None = None
    problem: str = ""
    command: str = ""
    videos: int = 0

    @property
    def pages(self) -> int:
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        """Pages that have ended, however."""
        return self.pages - self.counts["waiting"] - self.counts["running"]


def info_of(
    queue: Queue, standing: Standing, counts: Mapping[State, int], per_minute: float = 0.0, seconds_left: float | None = None
) -> BatchInfo:  # fmt: skip
    """How the batch of a queue stands, why it waits in the language of now."""
    kept = queue.fact(PROBLEM, "")
    problem = translated(wire.unpack(kept) if isinstance(kept, dict) else str(kept))
    return BatchInfo(
        queue.name, queue.job, standing, counts, per_minute, seconds_left, problem,
        queue.fact(COMMAND, ""), queue.fact(VIDEOS, 0),
    )  # fmt: skip
