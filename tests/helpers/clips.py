"""Small videos made by OpenCV, whose frames are told apart by their pixels."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

CODECS = {".mp4": "mp4v", ".avi": "MJPG", ".webm": "VP80", ".mkv": "mp4v"}


def frame(number: int, width: int = 160, height: int = 120) -> NDArray[Any]:
    """A frame that is as bright as its number says, with a square that wanders."""
    import numpy as np

    made = np.full((height, width, 3), (number * 4) % 256, np.uint8)
    x = (number * 7) % (width - 30)
    made[20:50, x : x + 30] = (40, 60, 230)
    return made


def write_clip(
    path: Path,
    frames: int | Iterable[NDArray[Any]] = 24,
    rate: float = 10.0,
    size: tuple[int, int] = (160, 120),
) -> str:
    """A video of so many frames of `frame`, or of these, by its ending."""
    import cv2

    made = (frame(number, *size) for number in range(frames)) if isinstance(frames, int) else frames
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*CODECS[path.suffix]), rate, size)
    assert writer.isOpened()
    for one in made:
        writer.write(one)
    writer.release()
    return str(path)


def decoded(path: str) -> list[NDArray[Any]]:
    """All frames from front to back: red, green, blue."""
    import cv2

    capture = cv2.VideoCapture(path, cv2.CAP_FFMPEG)
    frames = []
    while True:
        there, pixels = capture.read()
        if not there:
            capture.release()
            return frames
        frames.append(pixels[..., ::-1].copy())


def write_matroska(
    path: Path,
    frames: Iterable[tuple[int, NDArray[Any]]],
    *,
    size: tuple[int, int] = (160, 120),
    duration: float | None = None,
) -> str:
    """Frames (milliseconds, pixels of any size) as JPEG in Matroska; `size` and `duration` (ms) are what the header says."""
    import io
    import struct

    from PIL import Image

    def element(name: int, content: bytes) -> bytes:
        return name.to_bytes((name.bit_length() + 7) // 8) + (len(content) | 1 << 56).to_bytes(8) + content

    def number(name: int, value: int) -> bytes:
        return element(name, value.to_bytes(max(1, (value.bit_length() + 7) // 8)))

    head = element(0x1A45DFA3, element(0x4282, b"matroska") + number(0x4287, 4) + number(0x4285, 2))
    info = number(0x2AD7B1, 1_000_000)
    if duration is not None:
        info += element(0x4489, struct.pack(">d", duration))
    video = element(0xE0, number(0xB0, size[0]) + number(0xBA, size[1]))
    track = number(0xD7, 1) + number(0x73C5, 1) + number(0x83, 1) + element(0x86, b"V_MJPEG") + video
    clusters = b""
    for time, pixels in frames:
        jpeg = io.BytesIO()
        Image.fromarray(pixels).save(jpeg, "JPEG")
        block = b"\x81\0\0\x80" + jpeg.getvalue()
        clusters += element(0x1F43B675, number(0xE7, time) + element(0xA3, block))
    whole = element(0x1549A966, info) + element(0x1654AE6B, element(0xAE, track)) + clusters
    path.write_bytes(head + element(0x18538067, whole))
    return str(path)
