"""The size of a picture by its header alone is the one that Pillow finds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from eyebox.formats.picture_size import picture_size

KINDS = {
    "png": {},
    "jpg": {},
    "gif": {},
    "bmp": {},
    "webp": {},
    "lossless.webp": {"lossless": True},
    "tif": {},
    "big.jpg": {"progressive": True},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_sizes_are_those_of_the_upright_picture(kind, orientation, tmp_path):
    exif = Image.Exif()
    exif[0x112] = orientation
    path = tmp_path / f"a.{kind}"
    more = {"exif": exif} if not kind.endswith(("gif", "bmp")) else {}
    Image.new("RGB", (301, 203), "white").save(path, **KINDS[kind], **more)
    with Image.open(path) as image:
        assert picture_size(path) == ImageOps.exif_transpose(image).size


def test_a_transparent_webp(tmp_path):
    Image.new("RGBA", (77, 33), (1, 2, 3, 4)).save(tmp_path / "a.webp")
    assert picture_size(tmp_path / "a.webp") == (77, 33)


def test_what_is_no_picture_has_no_size(tmp_path):
    for n, data in enumerate(
        (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0\xff\xff\xff\xff", b"RIFFxxxxWAVE", b"BM")
    ):
        (tmp_path / f"{n}").write_bytes(data)
        assert picture_size(tmp_path / f"{n}") == (0, 0)
    assert picture_size(tmp_path) == picture_size(tmp_path / "nothing") == picture_size("a\0b") == (0, 0)


@given(
    start=st.sampled_from(
        [b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"RIFF", b"BM", b"GIF8", b"\x89PNG\r\n\x1a\n"]
    ),
    rest=st.binary(max_size=200),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_bytes_raise_anything(start, rest, tmp_path):
    (tmp_path / "a").write_bytes(start + rest)
    width, height = picture_size(tmp_path / "a")
    assert width >= 0 and height >= 0
