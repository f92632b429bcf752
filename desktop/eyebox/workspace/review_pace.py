"""How long decisions of a review take."""

from __future__ import annotations

import time
from collections import deque

BREAK = 60.0
"""Seconds after which somebody did something else meanwhile."""
PACE = 50
"""So many of the latest decisions say how fast it goes."""


class ReviewPace:
    """Measures from when a box is looked at until something is decided."""

    def __init__(self) -> None:
        self._shown = 0.0
        self._seconds: deque[float] = deque(maxlen=PACE)
        self.clear = self._seconds.clear  # what was measured counts no more

    def look(self) -> None:
        """Another box is looked at from now on."""
        self._shown = time.monotonic()

    def add(self, seconds: float, boxes: int) -> None:
        """So many boxes took so many seconds each."""
        self._seconds.extend([seconds] * boxes)

    @property
    def seconds(self) -> float | None:
        """How long a decision took lately, on average."""
        return sum(self._seconds) / len(self._seconds) if self._seconds else None

    def elapsed(self, boxes: int = 1) -> float | None:
        """Seconds for each of so many boxes since the last of them; None after a break."""
        seconds = time.monotonic() - self._shown
        return seconds / boxes if seconds <= BREAK else None
