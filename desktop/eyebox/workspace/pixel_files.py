"""Decoded pixels at hand: files in the cache, of which only a few are kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from math import inf
from pathlib import Path

from eyebox_models.files.atomic_write import make_private
from eyebox_models.protocol.pixels import Pixels

KEPT = 4


class PixelFiles(Mapping[str, Pixels]):
    """By the ids of their pictures, the ones used last at the end; `room` is for how many. They lie in the folder `cache`."""

    def __init__(self, cache: Path) -> None:
        self._folder = cache / "pixels"
        self._pixels: OrderedDict[str, Pixels] = OrderedDict()
        self.room = KEPT

    @property
    def folder(self) -> str:
        """Where decoded pixels go; it is there and private."""
        make_private(self._folder)
        return str(self._folder)

    def __getitem__(self, picture: str) -> Pixels:
        return self._pixels[picture]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pixels)

    def __len__(self) -> int:
        return len(self._pixels)

    def use(self, picture: str) -> Pixels | None:
        """A picture's pixels, if they are at hand; they are kept longest now."""
        if picture in self._pixels:
            self._pixels.move_to_end(picture)
        return self._pixels.get(picture)

    def keep(self, picture: str, pixels: Pixels, *, shown: str | None) -> None:
        """Keeps a picture's pixels, and removes those used longest ago, but not those of the one that is shown."""
        self.remove(picture)
        self._pixels[picture] = pixels
        for other in list(self._pixels):
            if len(self._pixels) > self.room and other not in (shown, picture):
                self.remove(other)

    def remove(self, *pictures: str) -> None:
        """Deletes the pixels of pictures, where they are at hand."""
        for picture in pictures:
            delete_pixels(self._pixels.pop(picture, None))

    def delete_all(self) -> None:
        """Removes whatever decoding left on disk; for when the program ends."""
        self._pixels.clear()
        self.delete_older(inf)

    def delete_older(self, before: float) -> None:
        """Removes what decoding left on disk `before` a time (`time.time`), from any thread: large files take a while."""
        if self._folder.is_dir():
            for file in self._folder.iterdir():
                with suppress(OSError):
                    if file.stat().st_mtime < before:
                        file.unlink()


def delete_pixels(result: object) -> None:
    """Deletes the file of what a job brought, if that is decoded pixels."""
    if isinstance(result, Pixels):
        with suppress(OSError):
            Path(result.file).unlink()
