"""A decoded picture in a file of raw pixels, mapped into memory and looked at without copying."""

from __future__ import annotations

import math
import mmap
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.page import Rect
from eyebox_models.protocol.pixels import Level, Pixels

BYTES_A_PIXEL = 4
TOLERANCE = 0.98
"""A level is fine enough with this share of the wanted pixels (odd sizes are rounded down)."""


def blacked_out(image: QImage, rects: Iterable[Rect]) -> QImage:
    """An image with regions `(x1, y1, x2, y2)` of its pixels black, grown to whole ones. May run in any thread."""
    rects = [*rects]
    if not rects or image.isNull():
        return image
    image = image.copy()
    painter = QPainter(image)
    for x1, y1, x2, y2 in rects:
        left, top = math.floor(x1), math.floor(y1)
        painter.fillRect(left, top, math.ceil(x2) - left, math.ceil(y2) - top, QColor(0, 0, 0))
    painter.end()
    return image


class PixelMap:
    """The levels of one decoded picture as images that share the file's memory.

    Images handed out are read-only views: paint with them at once, and copy what has to outlive this map.
    Reading a mapped file that was cut short would end the program, so its size is asked before each view.
    Raises EyeboxError when the file is missing, cut short or not laid out as `pixels` says.
    """

    def __init__(self, pixels: Pixels, delete_on_close: bool = False) -> None:
        self.pixels = pixels
        self._delete_on_close = delete_on_close
        self._map: mmap.mmap | None = None
        self._levels = sorted(pixels.levels, key=lambda level: level.width, reverse=True)
        self._needed = max((_end(level) for level in self._levels), default=0)
        if not self._levels or pixels.width < 1 or pixels.height < 1 or not all(map(_is_sound, self._levels)):
            raise _unreadable(f"levels {pixels.levels} of {pixels.file}")
        try:
            with Path(pixels.file).open("rb") as file:
                size = file.seek(0, 2)
                if size < self._needed:
                    raise _unreadable(f"{pixels.file}: {size} of {self._needed} bytes")
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise _unreadable(f"{pixels.file}: {error}") from error
        self._bytes = memoryview(self._map)

    @property
    def size(self) -> QSize:
        """The size of the upright original, also for a preview."""
        return QSize(self.pixels.width, self.pixels.height)

    @property
    def levels(self) -> tuple[Level, ...]:
        """The stored sizes, finest first."""
        return tuple(self._levels)

    @property
    def is_open(self) -> bool:
        return self._map is not None

    def level_for(self, scale: float) -> Level:
        """The coarsest level that is fine enough for `scale` (device pixels per original pixel)."""
        wanted = min(scale, 1.0) * TOLERANCE
        fine = [level for level in self._levels if level.width / self.pixels.width >= wanted]
        return fine[-1] if fine else self._levels[0]

    def image(self, level: Level, part: QRect | None = None) -> QImage:
        """A view of a level, or of the `part` (in the level's pixels) that lies inside it; nothing is copied.

        Raises EyeboxError when the map is closed or its file was cut short since.
        """
        if self._map is None:
            raise _unreadable("the map is closed")
        if self._map.size() < self._needed:
            raise _unreadable(f"{self.pixels.file} was cut short")
        whole = QRect(0, 0, level.width, level.height)
        part = whole if part is None else part.intersected(whole)
        if part.isEmpty():
            return QImage()
        start = level.offset + part.y() * level.stride + part.x() * BYTES_A_PIXEL
        stop = start + (part.height() - 1) * level.stride + part.width() * BYTES_A_PIXEL
        form = QImage.Format.Format_ARGB32 if self.pixels.transparent else QImage.Format.Format_RGB32
        return QImage(self._bytes[start:stop], part.width(), part.height(), level.stride, form)

    def crop(self, rect: QRect) -> QImage:
        """A copy of a part of the picture, `rect` in original pixels; empty when it lies outside."""
        rect = rect.intersected(QRect(0, 0, self.pixels.width, self.pixels.height))
        if rect.isEmpty():
            return QImage()
        level = self._levels[0]
        across, down = level.width / self.pixels.width, level.height / self.pixels.height
        left, top = math.floor(rect.x() * across), math.floor(rect.y() * down)
        right = max(math.ceil((rect.x() + rect.width()) * across), left + 1)
        bottom = max(math.ceil((rect.y() + rect.height()) * down), top + 1)
        image = self.image(level, QRect(left, top, right - left, bottom - top)).copy()
        if image.size() == rect.size():
            return image
        ratio, mode = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        return image.scaled(rect.size(), ratio, mode)

    def close(self) -> None:
        """Closes the file, and deletes it when asked to; a second call does nothing.

        The memory itself is given back when the last view of it is gone.
        """
        if self._map is None:
            return
        self._map = None
        self._bytes = memoryview(b"")
        if self._delete_on_close:
            try:
                Path(self.pixels.file).unlink(missing_ok=True)
            except OSError:
                pass


def encoded_png(image: QImage) -> bytes:
    """An image as a PNG file, packed lightly to take little time. Raises OSError when it cannot be packed."""
    return encoded(image, "PNG", 80)


def encoded(image: QImage, form: str, quality: int = -1) -> bytes:
    """An image as a file of this form, as Qt calls it ("png", "jpg"). Raises OSError where Qt does not write such."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, form, quality):  # type: ignore[call-overload]
        raise OSError("the picture could not be encoded")
    return bytes(buffer.data().data())


def _end(level: Level) -> int:
    return level.offset + (level.height - 1) * level.stride + level.width * BYTES_A_PIXEL


def _is_sound(level: Level) -> bool:
    fits = level.offset >= 0 and level.stride >= level.width * BYTES_A_PIXEL
    return level.width > 0 and level.height > 0 and fits


def _unreadable(detail: str) -> EyeboxError:
    return EyeboxError(
        "decoded-picture-gone",
        "The decoded picture is gone or damaged: open the picture again.",
        detail=detail,
    )
