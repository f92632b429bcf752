"""Pictures inside a clipboard or a drag: files and picture data. A remote address is never fetched."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as BadBase64
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

_FORMATS = (
    "image/png",
    "image/jpeg",
    "image/webp",
    "image/gif",
    "image/bmp",
    "image/tiff",
    "image/avif",
)
_REMOTE = ("http", "https", "ftp")
_DATA_ADDRESS = re.compile(r"data:image/[\w.+-]+(?:;[\w=.-]+)*?(;base64)?,", re.IGNORECASE)
_IN_HTML = re.compile(r"""<img\b[^>]*?\bsrc\s*=\s*["']?(data:image/[^"'>\s]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dropped:
    """What came in. `files` may hold folders; `images` are encoded pictures, or else pixels.

    `refused_remote`: nothing but an address on another machine came, which is not fetched.
    """

    files: tuple[str, ...] = ()
    images: tuple[bytes | QImage, ...] = ()
    refused_remote: bool = False

    def __bool__(self) -> bool:
        return bool(self.files or self.images)


def may_hold_pictures(mime: QMimeData) -> bool:
    """Whether `pictures_from_mime` is worth asking; quick, as a drag needs it: it fetches no data."""
    return mime.hasImage() or mime.hasUrls() or any(mime.hasFormat(name) for name in _FORMATS)


def is_only_address(mime: QMimeData) -> bool:
    """Whether a drag brings nothing but addresses on other machines, which are not fetched; as quick as `may_hold_pictures`."""
    if mime.hasImage() or mime.hasHtml() or any(mime.hasFormat(name) for name in _FORMATS):
        return False
    return mime.hasUrls() and all(url.scheme() in _REMOTE for url in mime.urls())


def pictures_from_mime(mime: QMimeData) -> Dropped:
    """The pictures of a clipboard or a drag: local files first, then picture data, as it was encoded."""
    urls = mime.urls() if mime.hasUrls() else []
    files = tuple(dict.fromkeys(url.toLocalFile() for url in urls if url.isLocalFile()))
    if files:
        return Dropped(files=files)
    data = _encoded(mime) or _from_addresses(urls) or _from_html(mime)
    if data:
        return Dropped(images=(data,))
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Dropped(images=(image,))
    remote = any(url.scheme() in _REMOTE for url in urls)
    return Dropped(refused_remote=remote)


def _encoded(mime: QMimeData) -> bytes:
    for name in _FORMATS:
        if mime.hasFormat(name):
            data = bytes(mime.data(name).data())
            if data:
                return data
    return b""


def _from_addresses(urls: list[QUrl]) -> bytes:
    return next((data for data in (_from_data_address(url.toString()) for url in urls) if data), b"")


def _from_html(mime: QMimeData) -> bytes:
    found = _IN_HTML.search(mime.html()) if mime.hasHtml() else None
    return _from_data_address(found[1]) if found else b""


def _from_data_address(address: str) -> bytes:
    head = _DATA_ADDRESS.match(address)
    if head is None:
        return b""
    body = address[head.end() :]
    try:
        return b64decode(unquote_to_bytes(body)) if head[1] else unquote_to_bytes(body)
    except (BadBase64, ValueError):
        return b""
