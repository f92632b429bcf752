"""What is known of videos, and which of their frames were chosen."""

from __future__ import annotations

from eyebox_models.protocol.dataclass import dataclass

MOST_FRAMES = 768
"""Of a video, so many frames are chosen at once at most."""
FRAME_TOO_SLOW = 76
"""How a picture engine exits that was given a video whose decoder does not come to an end."""


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """A video: the size of its upright frames in pixels, how many there are, and so many in a second (`rate`, on average).

    `seconds` is how long it can be seen; `is_cut`: its header says that it goes on, but the data does not. `times` are the
    seconds at which the frames are seen that were asked for, in order.
    """

    source: str
    width: int
    height: int
    rate: float
    frames: int
    seconds: float
    is_cut: bool = False
    times: tuple[float, ...] = ()
