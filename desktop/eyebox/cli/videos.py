"""Videos on the command line: which of their frames a command is about."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from eyebox.cli.terminal import complain, number
from eyebox_models.engine.decoding import PictureEngine
from eyebox_models.files.atomic_write import shown
from eyebox_models.files.document_page import Moment, frame_path, moment_of
from eyebox_models.picture.video import seems_video
from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.picture_requests import LookIntoVideo
from eyebox_models.protocol.video import MOST_FRAMES, VideoFacts

USUAL_FRAMES = argparse.Namespace(frames=None, fps=None, times=(), scenes=None)
"""What `add_frame_options` finds where none of them is given."""


def add_frame_options(parser: argparse.ArgumentParser) -> None:
    """Adds `--frames`, `--fps`, `--times` and `--scenes`, of which one can be given."""
    group = parser.add_mutually_exclusive_group()
    count = number(int, f"a whole number from 1 to {MOST_FRAMES}", lambda value: 1 <= value <= MOST_FRAMES)
    group.add_argument(
        "--frames",
        type=count,
        metavar="N",
        help="of a video, N frames spread over it (else 2 a second, 4 to 16)",
    )
    rate = number(float, "a number above 0", lambda value: 0 < value <= 1000)
    group.add_argument("--fps", type=rate, metavar="F", help="of a video, F frames a second")
    group.add_argument(
        "--times",
        type=_times,
        default=(),
        metavar="1,2.5,4",
        help="of a video, the frames seen at these seconds",
    )
    group.add_argument(
        "--scenes", type=count, metavar="N", help="of a video, N frames where the picture changes most"
    )


def is_whole_video(path: str) -> bool:
    """Whether a path leads to a video, not to one of its frames."""
    return moment_of(path) is None and seems_video(path)


def look_into(path: str, options: argparse.Namespace, pictures: PictureEngine) -> VideoFacts:
    """A video with the frames that the options choose; says where it is cut off. Raises EyeboxError."""
    scenes: int | None = options.scenes
    known = pictures.look_into_video(
        LookIntoVideo(path, scenes or options.frames, options.fps, options.times, scenes=bool(scenes))
    )
    if known.is_cut:
        complain(f"{Path(path).name} is cut off: what can be seen of it ends at {Moment(known.seconds)} s.")
    return known


class PassedOver:
    """Counts videos that work on many pictures passes over, and says so once."""

    def __init__(self) -> None:
        self._count = 0
        self._first = ""

    def add(self, path: str) -> None:
        """One more."""
        self._first = self._first or path
        self._count += 1

    def say(self) -> None:
        """Nothing where there was none."""
        if self._count:
            complain(
                f"Videos that were passed over: {self._count:,} (the first is {shown(self._first)}); ask about one with "
                "eyebox ask --video FILE, read its frames with eyebox read FILE."
            )


def shown_parts(
    images: Sequence[str], videos: Sequence[str], options: argparse.Namespace, pictures: PictureEngine
) -> Iterator[tuple[Picture, ...]]:
    """What a question is about: each picture by itself, the frames of a video together. Raises EyeboxError."""
    for path in (*images, *videos):
        if path in videos or is_whole_video(path):
            times = look_into(path, options, pictures).times
            yield tuple(Picture(frame_path(path, time), in_video=True) for time in times)
        else:
            yield (Picture(path),)


def _times(text: str) -> tuple[float, ...]:
    try:
        times = tuple(float(part) for part in text.split(","))
    except ValueError:
        times = ()
    if not times or not all(0 <= time < 1e7 for time in times):
        raise argparse.ArgumentTypeError(f"{text!r} is no list of seconds like 1,2.5,4")
    if len(times) > MOST_FRAMES:
        raise argparse.ArgumentTypeError(f"at most {MOST_FRAMES} frames can be given")
    return times
