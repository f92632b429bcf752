"""The picture formats that Eyebox opens, as desktops name them. A test holds this beside what the window takes from a folder."""

from __future__ import annotations

TYPES = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "image/webp": (".webp",),
    "image/avif": (".avif",),
    "image/gif": (".gif",),
    "image/tiff": (".tif", ".tiff"),
    "image/bmp": (".bmp", ".dib"),
    "image/vnd.microsoft.icon": (".ico",),
    "image/jp2": (".jp2",),
    "image/x-tga": (".tga",),
    "image/x-portable-anymap": (".pnm",),
    "image/x-portable-bitmap": (".pbm",),
    "image/x-portable-graymap": (".pgm",),
    "image/x-portable-pixmap": (".ppm",),
}
"""MIME type -> the suffixes of its files. All are registered by shared-mime-info; Eyebox has no file type of its own."""

REFUSED = (".heic", ".heif")
"""Taken from folders so that a sentence can say what to do with them; nothing that is carried along decodes them."""


def suffixes() -> list[str]:
    """All suffixes, as ".png"."""
    return [suffix for group in TYPES.values() for suffix in group]
