"""Picture files that are damaged, or made to do harm: always the same ones for a seed."""

from __future__ import annotations

import io
import os
import random
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image, ImageDraw

FORMATS = (
    "PNG",
    "JPEG",
    "WEBP",
    "GIF",
    "TIFF",
    "BMP",
    "ICO",
    "PPM",
    "TGA",
    "PCX",
    "JPEG2000",
    "AVIF",
    "SGI",
    "DDS",
)


def hostile_pictures(folder: Path, count: int, seed: int = 1) -> Iterator[tuple[str, Path]]:
    """Makes `count` files in a folder and gives what was done to each, with its path. FIFOs have no writer."""
    rng = random.Random(seed)
    good = _good_files()
    made = list(_attacks())
    for number in range(count):
        if number < len(made):
            kind, suffix, write = made[number]
            path = folder / f"{number:05d}{suffix}"
            write(path)
        else:
            kind, suffix, data = rng.choice(good)
            how, spoil = rng.choice(_SPOILED)
            kind = f"{how}: {kind}"
            path = folder / f"{number:05d}{suffix}"
            path.write_bytes(spoil(bytearray(data), rng))
        yield kind, path


def _picture(mode: str = "RGB") -> Image.Image:
    picture = Image.new("RGB", (96, 64), "white")
    draw = ImageDraw.Draw(picture)
    draw.text((4, 4), "Total 12.50", fill="black")
    draw.rectangle((10, 30, 80, 55), outline="red", fill="#88aaff")
    return picture.convert(mode)


def _good_files() -> list[tuple[str, str, bytes]]:
    files = []
    for name in FORMATS:
        for mode in ("RGB", "L", "RGBA", "P", "1", "CMYK", "I;16"):
            for options in ({}, {"progressive": True}, {"lossless": True}, {"compression": "tiff_lzw"}):
                if (
                    options
                    and name
                    not in {"progressive": "JPEG", "lossless": "WEBP", "compression": "TIFF"}[
                        next(iter(options))
                    ]
                ):
                    continue
                buffer = io.BytesIO()
                try:
                    _picture(mode).save(buffer, name, **options)
                except (OSError, KeyError, ValueError):
                    continue
                suffix = {"JPEG": ".jpg", "JPEG2000": ".jp2", "TIFF": ".tif"}.get(name, f".{name.lower()}")
                files.append((f"{name} {mode}", suffix, buffer.getvalue()))
    frames = [_picture("P") for _ in range(3)]
    buffer = io.BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])
    files.append(("GIF of three frames", ".gif", buffer.getvalue()))
    return files


def _flip(data: bytearray, rng: random.Random) -> bytes:
    for _ in range(rng.choice((1, 2, 8, 64))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


def _flip_head(data: bytearray, rng: random.Random) -> bytes:
    for _ in range(rng.choice((1, 2, 4))):
        data[rng.randrange(min(len(data), 64))] = rng.choice((0, 1, 0x7F, 0x80, 0xFF, rng.randrange(256)))
    return bytes(data)


def _cut(data: bytearray, rng: random.Random) -> bytes:
    return bytes(data[: rng.randrange(len(data))])


def _lie(data: bytearray, rng: random.Random) -> bytes:
    """Both bytes orders of a large number over one place of the header; a PNG's checksum is made to fit."""
    value = rng.choice((0, 0xFFFF, 0x7FFF, 30_000, 60_000))
    at = rng.randrange(4, min(len(data) - 4, 60))
    data[at : at + 2] = struct.pack(rng.choice("<>") + "H", value)
    if data.startswith(b"\x89PNG"):
        data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


def _swell(data: bytearray, rng: random.Random) -> bytes:
    """A piece of the file stands in it many times."""
    at = rng.randrange(len(data))
    return bytes(data[:at] + data[at : at + 64] * rng.choice((100, 10_000)) + data[at:])


_SPOILED: tuple[tuple[str, Callable[[bytearray, random.Random], bytes]], ...] = (
    ("bits flipped", _flip),
    ("bytes of the head changed", _flip_head),
    ("cut", _cut),
    ("size that is a lie", _lie),
    ("swollen", _swell),
)


def png(width: int, height: int, rows: bytes, colour: int = 2, interlaced: bool = False) -> bytes:
    """A PNG whose header says what it is told, with `rows` as its unpacked data."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, int(interlaced))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def tiff(width: int, height: int, bands: int, data: bytes = b"") -> bytes:
    """A TIFF with so many bands, its one strip packed by deflate."""
    packed = zlib.compress(
        data or bytes(width * height * bands if width * height * bands < 1 << 28 else 1 << 20), 9
    )
    bits = struct.pack("<H", 8) * bands
    entries = [
        (256, 4, 1, width), (257, 4, 1, height), (259, 3, 1, 8), (262, 3, 1, 1), (277, 3, 1, bands), (278, 4, 1, height),
        (279, 4, 1, len(packed)), (284, 3, 1, 1),
    ]  # fmt: skip
    after = 8 + 2 + 12 * (len(entries) + 2) + 4
    entries += [(258, 3, bands, after if bands > 2 else 8), (273, 4, 1, after + len(bits))]
    directory = b"".join(struct.pack("<HHII", *entry) for entry in sorted(entries))
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + directory + bytes(4) + bits + packed


def jp2(width: int, height: int) -> bytes:
    """The header of a JPEG 2000 picture of this size, and nothing behind it."""
    buffer = io.BytesIO()
    _picture().save(buffer, "JPEG2000")
    data = bytearray(buffer.getvalue())
    at = data.index(b"ihdr") + 4
    data[at : at + 8] = struct.pack(">II", height, width)
    at = data.index(b"\xff\x4f\xff\x51") + 8
    data[at : at + 8] = struct.pack(">II", width, height)
    data[at + 16 : at + 24] = struct.pack(">II", width, height)
    return bytes(data)


EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n{} loop\n%%EOF\n"


def _attacks() -> Iterator[tuple[str, str, Callable[[Path], object]]]:
    def write(data: bytes) -> Callable[[Path], object]:
        return lambda path: path.write_bytes(data)

    for suffix in (".eps", ".png", ".jpg", ".tif", ""):
        yield f"EPS named {suffix or 'without an ending'}", suffix, write(EPS)
        yield (
            f"EPS with a preview named {suffix}",
            suffix,
            write(struct.pack("<IIIIIIIH", 0xC6D3D0C5, 32, len(EPS), 0, 0, 0, 0, 0xFFFF) + bytes(2) + EPS),
        )
        yield f"WMF named {suffix}", suffix, write(b"\xd7\xcd\xc6\x9a" + bytes(300))
        yield f"PDF named {suffix}", suffix, write(b"%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF\n")
        yield (
            f"SVG named {suffix}",
            suffix,
            write(
                b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
            ),
        )
        yield f"FIFO named {suffix}", suffix, os.mkfifo
        yield f"link to /dev/zero named {suffix}", suffix, lambda path: path.symlink_to("/dev/zero")
        yield f"folder named {suffix}", suffix, lambda path: path.mkdir()
        yield f"link to itself named {suffix}", suffix, lambda path: path.symlink_to(path)
        yield f"empty file named {suffix}", suffix, write(b"")
    for bands in (3, 300, 3000, 5000, 65535):
        yield f"TIFF of {bands} bands", ".tif", write(tiff(300, 300, bands))
    for side in (3_000, 15_000, 22_000, 60_000):
        yield f"JP2 that says {side}²", ".jp2", write(jp2(side, side))
        for interlaced in (False, True):
            yield f"PNG that says {side}²", ".png", write(png(side, side, b"", interlaced=interlaced))
            yield (
                f"PNG of zeros, {side}²",
                ".png",
                write(png(side, side, bytes(30_000_000), interlaced=interlaced)),
            )
    for suffix, head in (
        (".gif", b"GIF89a"),
        (".bmp", b"BM"),
        (".webp", b"RIFF\xff\xff\xff\xffWEBPVP8L"),
        (".jpg", b"\xff\xd8\xff\xe0"),
    ):
        yield f"{suffix} of 0xFF", suffix, write(head + b"\xff" * 5000)
        yield f"{suffix} of zeros", suffix, write(head + bytes(5000))
