"""One job of a lane, and its handle: what was asked for, where it stands, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.requests import Request

if TYPE_CHECKING:
    from eyebox.jobs.lane import Lane

State = Literal["waiting", "running", "stopping", "ended"]


class Priority(IntEnum):
    """Who goes first of those that wait; the order of `NOW` is the latest first, that of the others first come first."""

    BATCH = 0
    """One of many that nobody waits for by itself."""
    NEXT = 1
    """Asked for, in its turn."""
    NOW = 2
    """Somebody looks at the place where its result will be."""


class JobHandle(QObject):
    """A job that was submitted to a lane. Its lane alone keeps it until it has ended; nobody else has to.

    `title` is what the queue shows; `quiet` ones (thumbnails) are not shown. `patience` is how long it may take to stop before
    its engine is killed, in milliseconds. Don't connect its signals to what refers
    to the handle itself, unless that is taken back at the end.

    Signals:
        happened: an event of the job; neighbouring pieces of text come as one.
        ended: its End, exactly once, and never before the event loop has had its turn since the job was submitted or
            stopped (but when the lane closes and blocks).
    """

    happened = Signal(object)
    ended = Signal(object)

    def __init__(
        self, lane: Lane, request: Request, title: str, *, quiet: bool, priority: Priority, patience: int
    ) -> None:
        super().__init__()
        self.lane = lane
        self.id = new_id()
        self.request = request
        self.title = title
        self.quiet = quiet
        self.priority = priority
        self.patience = patience
        self.state: State = "waiting"

    def stop(self) -> None:
        """Stops the job: one that waits ends soon, a running one when its engine has heard of it.

        An engine that does not stop in time is killed. A job that has ended stays as it is.
        """
        if self.state in ("waiting", "running"):
            self.lane.stop(self)


def is_wanted(jobs: Mapping[str, JobHandle], of: str, job_id: str) -> bool:
    """Whether this is the job that `of` waits for, and not an earlier one (of the session that was shown before)."""
    job = jobs.get(of)
    return job is not None and job.id == job_id


def fraction_of(progress: Progress) -> float:
    """How far something is, 0..1, -1 when that is not known."""
    return -1.0 if progress.fraction is None else progress.fraction
