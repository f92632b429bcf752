"""Decoding a picture into a file of raw pixels with smaller levels, which a window maps into memory."""

from __future__ import annotations

import mmap
import os
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event as StopEvent
from typing import TYPE_CHECKING

from eyebox_models.files.document_page import split_page
from eyebox_models.files.regular_file import sha256_of, sum_of_page
from eyebox_models.picture import refusal
from eyebox_models.picture.levels import Ground, assembled, halved, levels_of, reserve
from eyebox_models.picture.source import Source, open_source
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.family import Emit
from eyebox_models.protocol.pixels import Level, PictureFacts, Pixels

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_sums: dict[tuple[str, int, int], str] = {}
"""The sum of the document whose pages are decoded one after the other, by its file, time and size."""
_PREVIEW_PIXELS = 6_000_000
"""A JPEG of more is shown before all of it is decoded, by a level of at least `_SHARP_PIXELS`, as many as a window shows."""
_SHARP_PIXELS = 1_000_000
_PROGRESS_SECONDS = 0.2
"""How often it is told how far a picture is; the window paints each time, on a processor that decodes as well."""


def decode(
    path: str | Path,
    folder: str | Path,
    emit: Emit,
    stop: StopEvent,
    smaller: bool = True,
    plain: bool = False,
    turns: int = 0,
    preview: bool = True,
) -> Pixels:
    """Decodes a picture into a new file in `folder`, which the caller owns from then on.

    With its `smaller` levels a large JPEG is shown early where a `preview` is wanted: emits Pixels with `preview` set, of the
    same file, with one level that is sharp in a usual window. `plain` and `turns`: see `open_source`. Emits
    Progress("opening") while it takes longer. Raises EyeboxError or Stopped, and leaves no file then.
    """
    path, folder = Path(path), Path(folder)
    source = open_source(path, plain=plain, turns=turns, stop=stop)
    levels = levels_of(source.width, source.height)[: None if smaller else 1]
    needed = levels[-1].offset + levels[-1].stride * levels[-1].height
    pixels = Pixels(str(path), str(folder / f"{new_id()}.pixels"), source.width, source.height, levels)
    try:
        if shutil.disk_usage(folder).free < needed:
            raise refusal.no_room(path, folder, needed)
        with ThreadPoolExecutor(1, "sha256") as aside, _PixelFile(pixels, needed, source.turned) as file:
            is_large = source.width * source.height > _PREVIEW_PIXELS
            if preview and smaller and source.loader == "jpegload" and is_large:
                _preview(file, pixels, turns, emit)
            digest = aside.submit(_sha256, path, stop)
            transparent, dark = _fill(file, source, levels, stop, emit)
            sha256 = digest.result()
            if stop.is_set():
                raise Stopped
            return replace(pixels, sha256=sha256, transparent=transparent, dark_ground=dark)
    except OSError as error:
        _remove(pixels.file)
        raise refusal.unwritable(path, folder, needed, error) from error
    except BaseException:
        _remove(pixels.file)
        raise


class _PixelFile:
    """The file being written: whole rows by write, the columns of a turned picture through a map."""

    def __init__(self, pixels: Pixels, size: int, mapped: bool) -> None:
        self._descriptor = os.open(pixels.file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        self._map: mmap.mmap | None = None
        try:
            if mapped:
                reserve(self._descriptor, size)
                self._map = mmap.mmap(self._descriptor, size)
            else:
                os.ftruncate(self._descriptor, size)
        except BaseException:
            os.close(self._descriptor)
            raise

    def put(self, level: Level, x: int, y: int, part: NDArray[np.uint32]) -> None:
        """Writes a part of a level at `(x, y)` of that level. Raises OSError when the disk is full."""
        import numpy as np

        if self._map is None:
            data = np.ascontiguousarray(part).data.cast("B")
            position = level.offset + y * level.stride
            while data:
                written = os.pwrite(self._descriptor, data, position)
                data, position = data[written:], position + written
        else:
            whole = np.ndarray((level.height, level.width), np.uint32, self._map, level.offset)
            whole[y : y + part.shape[0], x : x + part.shape[1]] = part

    def __enter__(self) -> _PixelFile:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._map is not None:
            self._map.close()
        os.close(self._descriptor)


def _preview(file: _PixelFile, pixels: Pixels, turns: int, emit: Emit) -> None:
    """Fills a level from a JPEG decoded small, and shows it."""
    import numpy as np

    level = next(one for one in reversed(pixels.levels) if one.width * one.height >= _SHARP_PIXELS)
    part = assembled(open_source(Path(pixels.source), shrink=level.factor, turns=turns))
    missing = ((0, level.height - part.shape[0]), (0, level.width - part.shape[1]))
    file.put(level, 0, 0, np.pad(part, missing, mode="edge"))
    emit(replace(pixels, levels=(level,), preview=True))


def _fill(
    file: _PixelFile, source: Source, levels: tuple[Level, ...], stop: StopEvent, emit: Emit
) -> tuple[bool, bool]:
    """Writes all of a source into `levels`, the first of which has its size.

    Returns whether it is transparent, and whether it is seen better on black then.
    """
    transparent, ground = False, Ground()
    said = time.monotonic()
    done, area = 0, source.width * source.height
    for strip in source.strips():
        if stop.is_set():
            raise Stopped
        transparent |= strip.transparent
        x, y, part = strip.x, strip.y, strip.pixels
        for level in levels:
            if level is not levels[0]:
                x, y, part = x // 2, y // 2, halved(part, strip.transparent)
            file.put(level, x, y, part)
        if strip.transparent:
            ground.add(part, len(levels) - 1)
        done += strip.pixels.size
        if (now := time.monotonic()) - said > _PROGRESS_SECONDS:
            said = now
            emit(Progress("opening", done / area))
    return transparent, ground.dark


def measure(path: str | Path, stop: StopEvent) -> PictureFacts:
    """What is known of a picture without decoding it. Raises EyeboxError or Stopped."""
    path = Path(path)
    source = open_source(path)
    return PictureFacts(source.width, source.height, _sha256(path, stop))


def _sha256(path: Path, stop: StopEvent) -> str:
    file, page = split_page(path)
    try:
        if page is None:
            return sha256_of(path, stop)
        status = Path(file).stat()
        state = file, status.st_mtime_ns, status.st_size
        if state not in _sums:
            _sums.clear()
            _sums[state] = sha256_of(file, stop)
        return sum_of_page(_sums[state], page)
    except OSError as error:
        raise refusal.unreadable(path, error) from error


def _remove(file: str) -> None:
    Path(file).unlink(missing_ok=True)
