"""Frames of a video on their way to a model: which of them it sees as one, and the times that it is told.

A model is given whole pictures and their times, never a file to choose frames from: what its processor would choose of a few
frames is fewer still, and the times that it would make up are wrong.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eyebox_models.files.document_page import file_of, moment_of, name_of
from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.video import VideoFacts
from eyebox_models.vision.pictures import facts, facts_of_video, upright
from eyebox_models.vision.prompt import VideoStep

if TYPE_CHECKING:
    import torch

ROUNDED = 0.0006
"""Seconds by which the name of a frame may differ from its time."""


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of a video in a message: their upright size, their times, and the steps that they are seen in."""

    width: int
    height: int
    times: tuple[float, ...]
    steps: tuple[VideoStep, ...]


def frames_of(pictures: Sequence[Picture], number: int, at_once: int = 1) -> Frames:
    """The frames of the video with this `number` in the chat, of which a model sees so many as one. Raises EyeboxError.

    The last step has fewer where they do not come out even.
    """
    known = [facts(one.path, one.turns, one.part) for one in pictures]
    if len({(one.width, one.height) for one in known}) > 1:
        raise EyeboxError(
            "video-changes-size",
            "{name} changes its size: choose frames of one size.",
            name=name_of(file_of(pictures[0].path)),
        )
    video = facts_of_video(pictures[0].path)
    times = tuple(exact(float(moment_of(one.path) or 0.0), video) for one in pictures)
    seconds = at_once * spacing(times, video)
    steps = []
    for start in range(0, len(pictures), at_once):
        own = slice(start, start + at_once)
        ends = times[own][0], times[own][-1]
        steps.append(
            VideoStep(
                number,
                tuple(one.path for one in pictures[own]),
                tuple(one.sha256 for one in known[own]),
                sum(ends) / 2,
                seconds,
            )
        )
    return Frames(known[0].width, known[0].height, times, tuple(steps))


def exact(time: float, video: VideoFacts) -> float:
    """The time of a frame as its number says it, where its name is that one rounded."""
    counted = round(time * video.rate) / video.rate
    return counted if abs(counted - time) <= ROUNDED else time


def spacing(times: Sequence[float], video: VideoFacts) -> float:
    """Seconds from one frame to the next, on average: of frames spread over all of a video its length over their number."""
    spread = video.frames / video.rate / len(times)
    if len(times) < 2:
        return 1 / video.rate
    mean = (times[-1] - times[0]) / (len(times) - 1)
    return spread if abs(spread - mean) <= 1 / video.rate else mean


def key_of(step: VideoStep) -> str:
    """What stands for the frames of a step, as the SHA-256 of a file does for a picture."""
    return hashlib.sha256("+".join(step.sums).encode()).hexdigest()


def pixels_of(step: VideoStep, turns: int, part: tuple[int, int, int, int] | None) -> torch.Tensor:
    """The frames of a step, [frames, 3, height, width] in 8 bit. Raises EyeboxError."""
    import numpy as np
    import torch

    frames = [np.asarray(upright(path, turns, part)) for path in step.frames]
    return torch.from_numpy(np.stack(frames)).permute(0, 3, 1, 2).contiguous()
