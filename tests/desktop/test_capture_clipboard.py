"""Pictures out of a clipboard or a drag: files, data, and never an address."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from eyebox.capture.clipboard import Dropped, may_hold_pictures, pictures_from_mime
from eyebox.picture_map import encoded_png

pytestmark = pytest.mark.usefixtures("qapp")


def encoded(kind: str = "PNG") -> bytes:
    data = BytesIO()
    Image.new("RGB", (3, 2), "red").save(data, kind)
    return data.getvalue()


def mime(**formats: bytes) -> QMimeData:
    data = QMimeData()
    for name, value in formats.items():
        data.setData(name.replace("_", "/"), value)
    return data


def test_local_files_and_folders_are_named_once() -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in ("/a b/é.png", "/folder", "/a b/é.png")])
    assert pictures_from_mime(data) == Dropped(files=("/a b/é.png", "/folder"))


def test_encoded_data_is_kept_as_it_is() -> None:
    jpeg = encoded("JPEG")
    data = mime(image_jpeg=jpeg)
    data.setUrls([QUrl("https://example.org/cat.jpg")])
    assert pictures_from_mime(data) == Dropped(images=(jpeg,))


def test_plain_pixels_are_taken_where_there_is_no_more() -> None:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(0xFF112233)
    data = QMimeData()
    data.setImageData(image)
    (taken,) = pictures_from_mime(data).images
    assert isinstance(taken, QImage)
    assert taken.size() == image.size()


@pytest.mark.parametrize("place", ["url", "html"])
def test_a_picture_inside_an_address_is_data(place: str) -> None:
    png = encoded()
    address = "data:image/png;base64," + b64encode(png).decode()
    data = QMimeData()
    if place == "url":
        data.setUrls([QUrl(address)])
    else:
        data.setHtml(f'<meta charset="utf-8"><p><img class="x" src="{address}" alt="a"></p>')
    assert pictures_from_mime(data) == Dropped(images=(png,))


@pytest.mark.parametrize(
    "broken", ["data:image/png;base64,%%%", "data:text/html,<b>", "data:image/png;base64,a"]
)
def test_a_broken_address_is_nothing(broken: str) -> None:
    data = QMimeData()
    data.setHtml(f"<img src='{broken}'>")
    assert not pictures_from_mime(data)


def test_a_remote_address_is_refused_and_said_so() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/cat.jpg")])
    data.setHtml('<img src="https://example.org/cat.jpg">')
    assert pictures_from_mime(data) == Dropped(refused_remote=True)


def test_text_alone_is_nothing() -> None:
    data = QMimeData()
    data.setText("hello")
    assert not may_hold_pictures(data)
    assert pictures_from_mime(data) == Dropped()
    assert pictures_from_mime(QMimeData()) == Dropped()


def test_pixels_become_a_png() -> None:
    image = QImage(5, 4, QImage.Format.Format_RGB32)
    image.fill(0xFF204060)
    with Image.open(BytesIO(encoded_png(image))) as saved:
        assert saved.size == (5, 4)
        assert saved.convert("RGB").getpixel((2, 2)) == (0x20, 0x40, 0x60)


def test_pixels_of_nothing_are_an_error() -> None:
    with pytest.raises(OSError, match="could not be encoded"):
        encoded_png(QImage())
