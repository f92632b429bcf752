"""How much memory decoding a picture takes, estimated from its header, and how much of it there may be."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from eyebox_models.files.system_memory import memory, own_bytes

MOST = 2_000_000_000
"""Bytes that a decoder may hold, however much there is."""
_BESIDES = 256_000_000
"""What a decoding process takes besides the decoder: strips on their way, stacks of threads, libraries that load late."""
_SAMPLE = {"uchar": 1, "char": 1, "ushort": 2, "short": 2, "uint": 4, "int": 4, "float": 4, "complex": 8}
_ROWS = 512
"""Rows that libvips keeps of a picture that it decodes line by line, at most."""
_ROWS_OF_MANY_BANDS = 4000
_FOR_MANY_BANDS = 200_000_000
"""What libvips 8.18 was seen to hold beside them."""


def allowed() -> int:
    """How many bytes a decoder may hold now."""
    _total, available = memory()
    return min(MOST, available // 2) if available else MOST


def held_by_vips(
    loader: str, width: int, height: int, bands: int, sample: str, get: dict[str, object]
) -> int:
    """Bytes that libvips holds at once of a picture of so many `bands` of `sample` (its name of a format).

    `get` are facts of the header by which a format can be decoded line by line or not.
    """
    row = width * bands * _SAMPLE.get(sample, 8)
    pixels, whole = width * height, row * height
    match loader:
        case "jpegload" if get.get("jpeg-multiscan"):  # progressive: all coefficients, 16 bits each
            return 2 * pixels * bands // (2 if get.get("jpeg-chroma-subsample") == "4:2:0" else 1)
        case "pngload" if get.get("interlaced"):
            return whole
        case "gifload" | "webpload":
            return 8 * pixels
        case "heifload":
            return 3 * whole
        case "tiffload" if bands > 4:
            return min(2 * whole, row * _ROWS_OF_MANY_BANDS) + _FOR_MANY_BANDS
    return min(whole, row * _ROWS)


def held_by_pillow(kind: str, mode: str, width: int, height: int, progressive: bool) -> int:
    """Bytes that Pillow holds at once of a picture in its `kind` of format; it always decodes the whole."""
    pixel = 1 if mode in ("1", "L", "P") else 2 if mode.startswith("I;16") else 4
    match kind:
        case "JPEG2000":  # OpenJPEG computes in 32 bits, with a copy
            pixel += 8 * {"L": 1, "I;16": 1, "LA": 2, "RGBA": 4, "CMYK": 4}.get(mode, 3)
        case "HEIF" | "AVIF" | "WEBP":
            pixel *= 3
        case "JPEG" | "MPO" if progressive:
            pixel += 2 * {"L": 1, "CMYK": 4}.get(mode, 3)
    return width * height * pixel


def limit_this_process() -> None:
    """From now on this process gets so much more memory at most, on Linux; to be called again for each picture.

    Private memory alone is counted (not mapped files), and what libraries loaded before.
    """
    if sys.platform != "linux":
        return
    import resource

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # nothing here multiplies matrices
    import_module("numpy")  # which asks for much at once
    _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = own_bytes("VmData") + allowed() + _BESIDES
    resource.setrlimit(
        resource.RLIMIT_DATA, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard)
    )


def few_threads() -> None:
    """Has libvips use four threads at most, since each has lines of its own; before pyvips is imported."""
    os.environ.setdefault("VIPS_CONCURRENCY", str(min(4, os.cpu_count() or 1)))
