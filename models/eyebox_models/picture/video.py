"""Videos by OpenCV's FFmpeg, in picture engines alone: what is known of one, which frames to take, and a frame as a picture.

A frame is the one that is seen at a time. Nothing is read from front to back: what lies far in is sought, and what can't be
sought within LOOK_SECONDS ends the process, which holds nothing else. Only files that begin like one of the known containers
are opened, by the demuxer of that and none that follows addresses.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from eyebox_models.files.document_page import Moment, split_page
from eyebox_models.files.regular_file import open_regular
from eyebox_models.picture import refusal
from eyebox_models.picture.document import within
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.video import FRAME_TOO_SLOW, MOST_FRAMES, VideoFacts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LOADER = "video"
LOOK_SECONDS = 30.0
"""So long a video may take to be opened and a frame to be found."""
FEWEST, MOST, A_SECOND = 4, 16, 2.0
"""Frames that are chosen where nobody says how many: so many a second within these."""
_CONTAINERS = (b"ftyp", b"moov", b"mdat", b"wide")
_PICTURES = (b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
"""Brands of pictures in the container of MP4."""
_OPTIONS = "format_whitelist;mov,mp4,matroska,webm,avi|protocol_whitelist;file"
_HELD = 30
"""Bytes a pixel that decoding holds: the frames that others are told from, and the one that is given out."""
_LOOKED_AT, _LOOK_AT_SCENES = 300, 15.0
"""So many frames are compared to find where the picture changes, and so many seconds long."""
HELD_SECONDS = 1.0
"""So long after it began the last frame of a video is seen at least, or two frames long."""
_SMALL = (32, 32)
_EARLIER = 0.6
"""Milliseconds that a name of a frame may be before it, by rounding."""


def is_video(path: str | os.PathLike[str]) -> bool:
    """Whether a file, or that of a frame, begins like a video that can be opened. Raises OSError."""
    with open_regular(split_page(path)[0]) as file:
        head = file.read(12)
    if head.startswith(b"\x1aE\xdf\xa3") or (head[:4] == b"RIFF" and head[8:12] == b"AVI "):
        return True
    return head[4:8] in _CONTAINERS and head[8:12] not in _PICTURES


def seems_video(path: str | os.PathLike[str]) -> bool:
    """Whether a file is there and begins like a video."""
    try:
        return is_video(path)
    except (OSError, ValueError):
        return False


def video_facts(
    path: str | os.PathLike[str],
    stop: Event,
    count: int | None = None,
    rate: float | None = None,
    times: Sequence[float] = (),
    scenes: bool = False,
) -> VideoFacts:
    """What is known of a video and its chosen frames; see `picture_requests.LookIntoVideo`. Raises EyeboxError, Stopped."""
    file = split_page(path)[0]
    refusal.check_file(Path(file))
    if not is_video(file):
        raise EyeboxError(
            "video-unknown",
            "{path} is not a video that can be opened; save it as MP4, WebM, MKV, MOV or AVI.",
            path=refusal.shown(Path(file)),
        )
    with opened(file) as video:
        known = video.facts(stop)
        if times:
            chosen = tuple(dict.fromkeys(float(Moment(one)) for one in sorted(times)))
            for one in chosen:
                if one > known.seconds:
                    raise _no_frame(Path(file), one, known.seconds)
        elif scenes:
            chosen = video.changes(known, min(count or _usual(known), MOST_FRAMES), stop)
        else:
            wanted = known.seconds * rate if rate else count or _usual(known)
            chosen = spread(known, min(max(1, math.floor(wanted + 1e-6)), MOST_FRAMES), rate)
    return VideoFacts(
        known.source, known.width, known.height, known.rate, known.frames, known.seconds, known.is_cut, chosen
    )


def spread(known: VideoFacts, count: int, rate: float | None = None) -> tuple[float, ...]:
    """The times of `count` frames: `rate` a second from the first on, else as far apart as the video is long."""
    step = known.rate / rate if rate else known.frames / count
    numbers = dict.fromkeys(min(math.floor(n * step + 1e-6), known.frames - 1) for n in range(count))
    return tuple(float(Moment(number / known.rate)) for number in numbers)


def _usual(known: VideoFacts) -> int:
    return min(max(FEWEST, round(known.seconds * A_SECOND)), MOST)


class FrameRows:
    """A frame of a video, decoded. Raises EyeboxError."""

    orientation = 1

    def __init__(self, path: Path) -> None:
        file, part = split_page(path)
        with opened(file) as video:
            self._pixels = video.frame(part if isinstance(part, Moment) else Moment(0))
        self.height, self.width = self._pixels.shape[:2]
        self.held = _HELD * self.width * self.height

    def rows(self, top: int, count: int, left: int, width: int) -> NDArray[np.uint8]:
        return self._pixels[top : top + count, left : left + width, ::-1]


class Video:
    """An opened video."""

    def __init__(self, file: Path, capture: Any) -> None:
        import cv2

        self._cv2 = cv2
        self._file = file
        self._capture = capture
        width, height = (
            int(capture.get(side)) for side in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT)
        )
        if min(width, height) <= 0:
            raise _without_frames(file)
        refusal.check_size(file, width, height)
        refusal.check_memory(file, _HELD * width * height)
        rate, frames = (float(capture.get(one)) for one in (cv2.CAP_PROP_FPS, cv2.CAP_PROP_FRAME_COUNT))
        self._rate = rate if math.isfinite(rate) and 1e-4 <= rate <= 1000 else 25.0
        self._frames = int(frames) if math.isfinite(frames) and 1 <= frames < 1e9 else 0

    def facts(self, stop: Event) -> VideoFacts:
        """What is known, without chosen frames: the header's word, and where the last frame that can be decoded is."""
        first, _at = self._found(Moment(0))
        said = self._frames / self._rate
        if self._frames:
            _last, at = self._found(Moment(max(0.0, said - 1 / self._rate)))
        else:
            at = self._read_through(stop)
        seconds = at + 1 / self._rate
        is_cut = bool(self._frames) and seconds < said - max(2 / self._rate, 0.1 * said)
        if not is_cut:
            seconds = max(seconds, said)
        height, width = first.shape[:2]
        frames = max(1, round(seconds * self._rate))
        return VideoFacts(str(self._file), width, height, self._rate, frames, round(seconds, 3), is_cut)

    def frame(self, moment: Moment) -> NDArray[np.uint8]:
        """The frame that is seen at a time: height x width x 3, blue, green, red. Raises EyeboxError for none."""
        pixels, at = self._found(moment)
        if self._is_over and moment > at + max(2 / self._rate, HELD_SECONDS):
            raise _no_frame(self._file, moment, at + 1 / self._rate)
        return pixels

    def changes(self, known: VideoFacts, count: int, stop: Event) -> tuple[float, ...]:
        """The times of the first frame and of those before which the picture changes most, in order."""
        import numpy as np

        numbers = np.unique(np.linspace(0, known.frames - 1, min(known.frames, _LOOKED_AT)).astype(int))
        times, steps, before, begun = [], [], None, time.monotonic()
        for number in numbers.tolist():
            if stop.is_set():
                raise Stopped
            if time.monotonic() - begun > _LOOK_AT_SCENES:
                break
            moment = Moment(number / known.rate)
            pixels, _at = self._found(moment)
            small = self._cv2.resize(pixels, _SMALL, interpolation=self._cv2.INTER_AREA).astype(np.int16)
            steps.append(0.0 if before is None else float(np.abs(small - before).mean()))
            times.append(float(moment))
            before = small
        apart = known.seconds / (4 * count)
        chosen = [times[0]]
        for at in sorted(range(1, len(times)), key=lambda n: (-steps[n], n)):
            if len(chosen) < count and all(abs(times[at] - one) >= apart for one in chosen):
                chosen.append(times[at])
        return tuple(sorted(chosen))

    def _found(self, moment: Moment) -> tuple[NDArray[np.uint8], float]:
        """The last frame that is not later than a time, and its own time; the first where all are later.

        Where seeking leads too far, as in videos whose rate varies, it begins earlier.
        """
        self._is_over = False
        latest = float(moment) * 1000 + _EARLIER
        start, step = float(moment), max(1 / self._rate, 0.1)
        with within(LOOK_SECONDS, FRAME_TOO_SLOW):
            while True:
                self._capture.set(self._cv2.CAP_PROP_POS_MSEC, start * 1000)
                there = self._capture.grab()
                if there and (self._at() <= latest or start <= 0):
                    break
                if start <= 0:
                    if not self._begins_anew():
                        raise _without_frames(self._file)
                    break
                start, step = max(0.0, start - step), 2 * step
            while True:
                at = self._at()
                taken, pixels = self._capture.retrieve()
                if not taken or pixels is None or pixels.ndim != 3:
                    raise _without_frames(self._file)
                if not self._capture.grab():
                    self._is_over = True
                    break
                if self._at() > latest:
                    break
        return pixels, at / 1000

    def _begins_anew(self) -> bool:
        """Opens the file again and goes to its first frame: OpenCV does not seek in a video of one frame."""
        options = [self._cv2.CAP_PROP_N_THREADS, 2]
        opened = self._capture.open(str(self._file), self._cv2.CAP_FFMPEG, options)
        return bool(opened and self._capture.grab())

    def _at(self) -> float:
        return float(self._capture.get(self._cv2.CAP_PROP_POS_MSEC))

    def _read_through(self, stop: Event) -> float:
        """When the last frame is seen of a video whose header does not say how long it is; of a long one as far as it is read
        within half of LOOK_SECONDS."""
        self._capture.set(self._cv2.CAP_PROP_POS_MSEC, 0)
        at, begun = 0.0, time.monotonic()
        with within(LOOK_SECONDS, FRAME_TOO_SLOW):
            while self._capture.grab() and time.monotonic() - begun < LOOK_SECONDS / 2:
                if stop.is_set():
                    raise Stopped
                at = self._at()
        return at / 1000


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[Video]:
    """A video until the end of the block. Raises EyeboxError."""
    try:
        import cv2
    except ImportError as error:
        raise EyeboxError(
            "video-no-opencv", "Videos need OpenCV, which is not installed here.", detail=str(error)
        ) from error
    file = Path(path).absolute()
    os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = _OPTIONS
    with within(LOOK_SECONDS, FRAME_TOO_SLOW):
        capture = cv2.VideoCapture(str(file), cv2.CAP_FFMPEG, [cv2.CAP_PROP_N_THREADS, 2])
    try:
        if not capture.isOpened():
            raise EyeboxError(
                "video-unopened", "{path} holds no video that can be opened: it is cut off, damaged, or sound alone.",
                path=refusal.shown(file),
            )  # fmt: skip
        yield Video(file, capture)
    except cv2.error as error:
        raise refusal.undecodable(file, error) from error
    finally:
        capture.release()


def _without_frames(file: Path) -> EyeboxError:
    return EyeboxError(
        "video-no-frames",
        "{path} has no frames that can be decoded; save it in another program as MP4 (H.264) first.",
        path=refusal.shown(file),
    )


def _no_frame(file: Path, seconds: float, end: float) -> EyeboxError:
    return EyeboxError(
        "video-no-frame-then",
        "{path} has no frame at {seconds} s; it ends at {end} s.",
        path=refusal.shown(file),
        seconds=str(Moment(seconds)),
        end=str(Moment(end)),
    )
