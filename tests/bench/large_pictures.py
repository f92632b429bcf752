"""Pictures of 200 megapixels through a picture engine: seconds, and the private memory at its peak.

    python tests/bench/large_pictures.py [MEGAPIXELS] [KIND ...]

The kinds are: jpeg, jpeg-progressive, jpeg-444, png, png-interlaced, tiff, tiff-16, bmp, gif, webp, tiff-bands.
Files of plain colours are packed tightly, as an attacker's would be, but for every row of 2,000 with noise in it.
"""

from __future__ import annotations

import argparse
import struct
import tempfile
import threading
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.picture_requests import Decode


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("megapixels", nargs="?", type=float, default=200)
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    given = parser.parse_args()
    width = 20_000
    height = max(1, round(given.megapixels * 1_000_000 / width))
    with tempfile.TemporaryDirectory() as name:
        for kind in given.kinds or KINDS:
            path = Path(name, kind)
            KINDS[kind](path, width, height)
            print(f"{kind:18}{path.stat().st_size / 1e6:9.1f} MB on disk  {tried(path)}", flush=True)
            path.unlink()


def tried(path: Path) -> str:
    """What became of a picture in a fresh engine."""
    engine = EngineProcess("picture", path.parent / "log")
    engine.start()
    most, ended = [0], threading.Event()

    def watch() -> None:
        while not ended.wait(0.01):
            most[0] = max(most[0], private(engine.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    began = time.monotonic()
    end = engine.run("1", Decode(str(path), str(path.parent)), lambda _event: None)
    seconds = time.monotonic() - began
    ended.set()
    watcher.join()
    engine.close()
    for file in path.parent.glob("*.pixels"):
        file.unlink()
    return f"{seconds:6.2f} s {most[0] / 1e6:7.0f} MB  {end.outcome} {end.message}"


def private(pid: int | None) -> int:
    """Bytes that a process holds for itself (mapped files are not among them)."""
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def pixels(width: int, height: int) -> Image.Image:
    """Colours in broad stripes, every so often with a row of noise."""
    array = np.empty((height, width, 3), np.uint8)
    array[:] = (np.arange(height)[:, None, None] // 64 * 5 + np.array([0, 80, 160])).astype(np.uint8)
    random = np.random.default_rng(1)
    array[::2000] = random.integers(0, 255, array[::2000].shape, np.uint8)
    return Image.fromarray(array)


def by_pillow(kind: str, mode: str = "RGB", **options: object) -> Callable[[Path, int, int], None]:
    def write(path: Path, width: int, height: int) -> None:
        pixels(width, height).convert(mode).save(path, kind, **options)

    return write


def interlaced(path: Path, width: int, height: int) -> None:
    """A PNG in Adam7's seven passes, of one colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    packer = zlib.compressobj(1)
    packed = []
    for left, top, across, down in (
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
    ):  # fmt: skip
        row = bytes(1 + 3 * -(-(width - left) // across))
        packed += [packer.compress(row) for _ in range(-(-(height - top) // down))]
    packed.append(packer.flush())
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 1)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"".join(packed)) + chunk(b"IEND", b"")
    )


def tiff(sample: str, bands: int, squeezed: int = 1) -> Callable[[Path, int, int], None]:
    """By libvips, line by line; with many bands of a picture that is so many times smaller."""

    def write(path: Path, width: int, height: int) -> None:
        import pyvips

        side = int((width * height / squeezed) ** 0.5)
        size = (width, height) if squeezed == 1 else (side, side)
        image = pyvips.Image.black(*size, bands=bands).cast(sample)
        image.tiffsave(str(path), compression="deflate")

    return write


def webp(path: Path, width: int, height: int) -> None:
    """At most as large as WebP can be."""
    import pyvips

    side = min(16_383, int((width * height) ** 0.5))
    pyvips.Image.black(side, side, bands=3).webpsave(str(path), lossless=True, effort=0)


KINDS: dict[str, Callable[[Path, int, int], None]] = {
    "jpeg": by_pillow("JPEG"),
    "jpeg-progressive": by_pillow("JPEG", progressive=True),
    "jpeg-444": by_pillow("JPEG", progressive=True, subsampling=0),
    "png": by_pillow("PNG", compress_level=1),
    "png-interlaced": interlaced,
    "tiff": tiff("uchar", 3),
    "tiff-16": tiff("ushort", 3),
    "bmp": by_pillow("BMP"),
    "gif": by_pillow("GIF", "P"),
    "webp": webp,
    "tiff-bands": tiff("uchar", 200, squeezed=200),
}


if __name__ == "__main__":
    main()
