"""Any picture opens upright and right, or says in one sentence why not."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import threading
import zlib
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageDraw, ImageOps
from PIL.PngImagePlugin import PngInfo

from drawing import font, gradient, save
from eyebox_models import picture
from eyebox_models.files.picture_header import read_header
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.pixels import Level, Pixels
from eyebox_models.vision import pictures as vision
from memory import forget_peak_memory, peak_memory


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def decode(path: Path, emit: list[object] | None = None) -> Pixels:
    return picture.decode(
        path, path.parent, emit.append if emit is not None else lambda _: None, threading.Event()
    )


def size_of(path: Path) -> tuple[int, int]:
    facts = picture.measure(path, threading.Event())
    assert facts.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    return facts.width, facts.height


def level(pixels: Pixels, at: Level) -> NDArray[np.uint8]:
    data = np.fromfile(pixels.file, np.uint8, at.stride * at.height, offset=at.offset)
    return data.reshape(at.height, at.width, 4)


def rgb(pixels: Pixels) -> NDArray[np.uint8]:
    return level(pixels, pixels.levels[0])[..., 2::-1]


def assert_same(pixels: Pixels, expected: Image.Image, tolerance: int = 0) -> None:
    assert (pixels.width, pixels.height) == expected.size
    difference = np.abs(rgb(pixels).astype(int) - np.asarray(expected.convert("RGB")).astype(int))
    assert difference.max() <= tolerance


def test_pixels_are_blue_green_red_and_opaque(tmp_path: Path) -> None:
    file = save(Image.new("RGB", (3, 2), (10, 20, 30)), tmp_path / "a.png")
    pixels = decode(file)
    assert level(pixels, pixels.levels[0]).tolist() == [[[30, 20, 10, 255]] * 3] * 2
    assert pixels.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert not pixels.transparent and not pixels.preview


@pytest.mark.parametrize("size", [(1, 1), (7, 1), (1, 9), (8, 8), (1403, 1001), (9000, 10)])
def test_levels_are_means(tmp_path: Path, size: tuple[int, int]) -> None:
    image = gradient(*size)
    pixels = decode(save(image, tmp_path / "a.png"))
    assert [at.factor for at in pixels.levels] == [1, 2, 4, 8]
    for at in pixels.levels:
        assert (at.width, at.height) == (-(-size[0] // at.factor), -(-size[1] // at.factor))
        assert at.offset % 4096 == 0 and at.stride == 4 * at.width
        whole = image.crop((0, 0, size[0] // at.factor * at.factor, size[1] // at.factor * at.factor))
        if 0 in whole.size:
            continue
        expected = np.asarray(whole.reduce(at.factor)).astype(int)
        height, width = expected.shape[:2]
        assert np.abs(level(pixels, at)[:height, :width, 2::-1].astype(int) - expected).max() <= 2
    assert Path(pixels.file).stat().st_size == pixels.levels[-1].offset + pixels.levels[-1].stride * at.height


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["png", "jpg", "tif"])
def test_upright(tmp_path: Path, orientation: int, suffix: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = save(gradient(301, 203), tmp_path / f"turned.{suffix}", exif=exif)
    with Image.open(file) as stored:
        expected = ImageOps.exif_transpose(stored)
    assert_same(decode(file), expected)
    assert size_of(file) == expected.size
    made = picture.thumbnail(file, tmp_path / "small.png", 64)
    assert (made.width, made.height) == expected.size
    with Image.open(made.file) as small:
        expected.thumbnail((64, 64))
        assert small.size == expected.size
        assert np.abs(np.asarray(small).astype(int) - np.asarray(expected).astype(int)).max() < 24


@pytest.mark.parametrize("kind", ["behind.png", "text.png", "xmp.png", "xmp.jpg", "exif.webp"])
def test_the_window_and_models_see_a_picture_turned_in_the_same_way(tmp_path: Path, kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf tiff:Orientation="6"/></x:xmpmeta>'
    told: dict[str, Any] = {
        "behind.png": {"exif": exif},
        "text.png": {"pnginfo": PngInfo()},
        "xmp.png": {"pnginfo": PngInfo()},
        "xmp.jpg": {"xmp": xmp},
        "exif.webp": {"exif": exif, "lossless": True},
    }[kind]
    if kind == "text.png":
        told["pnginfo"].add_text("Raw profile type exif", f"\nexif\n 0\n{exif.tobytes().hex()}\n", zip=True)
    elif kind == "xmp.png":
        told["pnginfo"].add_itxt("XML:com.adobe.xmp", xmp.decode())
    image = gradient(301, 203)
    file = save(image, tmp_path / kind, **told)
    if kind == "behind.png":
        data = file.read_bytes()
        at = data.index(b"eXIf") - 4
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        file.write_bytes(data[:at] + data[end:-12] + data[at:end] + data[-12:])
    turned = kind in ("behind.png", "exif.webp")
    if turned:
        image = image.transpose(Image.Transpose.ROTATE_270)
    if kind != "xmp.jpg":
        assert_same(decode(file), image)
        assert np.array_equal(np.asarray(vision.rgb(str(file))), np.asarray(image))
    assert size_of(file) == vision.rgb(str(file)).size == image.size == read_header(file).size
    assert read_header(file).orientation == (6 if turned else 1)


def test_sixteen_bits(tmp_path: Path) -> None:
    grey = Image.fromarray(np.arange(0, 65536, 16, np.uint16).reshape(64, 64))
    expected = Image.fromarray((np.arange(0, 65536, 16) >> 8).astype(np.uint8).reshape(64, 64))
    assert_same(decode(save(grey, tmp_path / "grey.png")), expected, 1)
    assert_same(decode(save(grey, tmp_path / "grey.tif")), expected, 1)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
@pytest.mark.parametrize("suffix", ["png", "gif", "bmp", "tif", "webp", "ico"])
def test_modes_and_formats(tmp_path: Path, mode: str, suffix: str) -> None:
    image = gradient(64, 48).convert(mode)
    options = {"lossless": True} if suffix == "webp" else {"sizes": [(64, 48)]} if suffix == "ico" else {}
    file = save(image, tmp_path / f"a.{suffix}", **options)
    with Image.open(file) as stored:
        assert_same(decode(file), stored, 1)


def opaque(file: Path) -> NDArray[np.uint8]:
    """A picture as readers and models see it: red, green, blue."""
    array = picture.open_array(file)
    return array.crop(0, 0, array.width, array.height)[..., ::-1]


def test_transparent_parts_are_white(tmp_path: Path) -> None:
    image = Image.new("RGBA", (4, 1), (255, 0, 0, 255))
    image.putpixel((1, 0), (0, 0, 0, 0))
    image.putpixel((2, 0), (0, 0, 0, 128))
    pixels = decode(save(image, tmp_path / "a.png"))
    assert pixels.transparent and not pixels.dark_ground
    assert opaque(tmp_path / "a.png")[0].tolist() == [[255, 0, 0], [255] * 3, [127] * 3, [255, 0, 0]]
    assert not decode(save(Image.new("RGBA", (4, 1), "red"), tmp_path / "b.png")).transparent
    grey = Image.new("LA", (2, 1), (0, 0))
    assert opaque(save(grey, tmp_path / "c.png")).min() == 255
    palette = Image.new("P", (2, 1), 0)
    assert decode(save(palette, tmp_path / "d.gif", transparency=0)).transparent


def test_colours_are_kept_under_what_is_transparent(tmp_path: Path) -> None:
    image = Image.new("RGBA", (17, 9), (10, 20, 30, 0))
    image.putpixel((16, 8), (200, 100, 50, 128))
    pixels = decode(save(image, tmp_path / "a.png"))
    stored = level(pixels, pixels.levels[0])
    assert stored[0, 0].tolist() == [30, 20, 10, 0] and stored[8, 16].tolist() == [50, 100, 200, 128]
    smaller = level(pixels, pixels.levels[1])
    assert smaller[-1, -1].tolist() == [50, 100, 200, 128], "an empty neighbour gives no colour"


def on_nothing(ink: str, size: tuple[int, int] = (300, 60)) -> Image.Image:
    """Text of a colour on a transparent ground."""
    image = Image.new("RGBA", size, (255, 255, 255, 0) if ink != "white" else (0, 0, 0, 0))
    ImageDraw.Draw(image).text((10, 10), "Invoice 4711", fill=ink, font=font("sans", 32))
    return image


@pytest.mark.parametrize(
    ("ink", "dark"), [("black", False), ("white", True), ("#f2c14e", True), ("#7a7a7a", False)]
)
def test_a_transparent_picture_stands_on_what_it_stands_out_from(
    tmp_path: Path, ink: str, dark: bool
) -> None:
    file = save(on_nothing(ink), tmp_path / "a.png")
    pixels = decode(file)
    assert pixels.transparent and pixels.dark_ground is dark
    ground = 0 if dark else 255
    assert opaque(file)[0, 0].tolist() == [ground] * 3
    with Image.open(picture.thumbnail(file, tmp_path / "small.png", 64).file) as small:
        assert small.mode == "RGB" and small.getpixel((0, 0)) == (ground,) * 3
    assert (picture.decoded_array(pixels).crop(0, 0, 300, 60)[..., ::-1] == opaque(file)).all()


def test_a_light_page_with_a_dark_border_of_its_own_stays_on_white(tmp_path: Path) -> None:
    image = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((21, 11, 178, 88), 9, fill="white", outline="black", width=6)
    assert not decode(save(image, tmp_path / "a.png")).dark_ground


def test_cmyk(tmp_path: Path) -> None:
    image = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    red = rgb(decode(save(image, tmp_path / "a.jpg", quality=95)))[8, 8]
    assert red[0] > 180 and red[1] < 90 and red[2] < 90


def test_profile_that_does_not_fit_is_left_out(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    file = save(gradient(32, 32), tmp_path / "a.png", icc_profile=profile)
    assert_same(decode(file), gradient(32, 32))


def test_first_frame_of_an_animation(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("red", "lime", "blue")]
    for suffix in ("gif", "webp", "png"):
        file = tmp_path / f"a.{suffix}"
        frames[0].save(file, save_all=True, append_images=frames[1:], lossless=True)
        pixels = decode(file)
        assert (pixels.width, pixels.height) == (20, 10)
        assert rgb(pixels)[5, 5].tolist() == [255, 0, 0]


def test_content_counts_not_the_name(tmp_path: Path) -> None:
    for suffix in ("png", "jpg", "bmp"):
        file = save(gradient(20, 10), tmp_path / f"a.{suffix}").rename(tmp_path / f"{suffix}.txt")
        assert decode(file).width == 20


@pytest.mark.parametrize("name", ["line\nbreak.png", "emoji 🍣.png", "[page=2].png", "x" * 246 + ".png"])
def test_names(tmp_path: Path, name: str) -> None:
    file = save(gradient(20, 10), tmp_path / name)
    pixels = decode(file)
    assert pixels.source == str(file) and pixels.width == 20
    picture.thumbnail(file, tmp_path / "small.png", 8)
    file.write_bytes(file.read_bytes()[:40])
    with pytest.raises(EyeboxError) as refused:
        decode(file)
    assert "\n" not in str(refused.value) and len(str(refused.value)) < 220


def test_name_that_is_no_text(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.png"))
    save(gradient(20, 10), tmp_path / "a.png").rename(file)
    assert decode(file).width == 20


def bomb(file: Path, side: int) -> Path:
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    return file


def broken(tmp_path: Path) -> dict[str, tuple[Path, str]]:
    noise = Image.effect_noise((400, 300), 80)
    jpeg = save(noise, tmp_path / "cut.jpg").read_bytes()
    png = save(noise, tmp_path / "cut.png").read_bytes()
    files = {
        "half a JPEG": (tmp_path / "cut.jpg", jpeg[: len(jpeg) // 2], "cut off"),
        "half a PNG": (tmp_path / "cut.png", png[: len(png) // 2], "cut off"),
        "a PNG without its end": (tmp_path / "end.png", png[:-200], "cut off"),
        "only a beginning": (tmp_path / "start.jpg", jpeg[:10], "cut off"),
        "nothing": (tmp_path / "empty.png", b"", "empty"),
        "a text": (tmp_path / "text.png", b"Hello, this is no picture at all", "not a picture"),
        "HEIC": (tmp_path / "phone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 99, "HEIC"),
        "an SVG": (tmp_path / "drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture"),
    }
    for path, data, _ in files.values():
        path.write_bytes(data)
    (tmp_path / "folder.png").mkdir()
    os.mkfifo(tmp_path / "pipe.png")
    return {name: (path, words) for name, (path, _, words) in files.items()} | {
        "a folder": (tmp_path / "folder.png", "folder"),
        "a pipe": (tmp_path / "pipe.png", "not a file"),
        "nowhere": (tmp_path / "missing.png", "does not exist"),
        "a bomb": (bomb(tmp_path / "bomb.png", 60_000), "60,000 × 60,000"),
    }


def test_refusals_are_one_sentence_and_leave_nothing(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    for what, (path, words) in broken(tmp_path).items():
        for attempt in (
            lambda path=path: picture.decode(path, target, lambda _: None, threading.Event()),
            lambda path=path: picture.thumbnail(path, target / "small.png", 64),
            lambda path=path: picture.open_array(path).crop(0, 0, 1, 1),
        ):
            with pytest.raises(EyeboxError) as refused:
                attempt()
            sentence = str(refused.value)
            assert words in sentence and path.name in sentence, what
            assert sentence.endswith(".") and "\n" not in sentence
        assert not list(target.iterdir()), what


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission(tmp_path: Path) -> None:
    file = save(gradient(20, 10), tmp_path / "secret.png")
    file.chmod(0)
    with pytest.raises(EyeboxError, match="may not read"):
        decode(file)


def test_no_permission_as_told_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = save(gradient(20, 10), tmp_path / "secret.png")

    def refuse(*_arguments: object, **_options: object) -> io.BytesIO:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(EyeboxError, match=r"may not read “secret\.png”"):
        decode(file)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = save(gradient(200, 100), tmp_path / "a.png")
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: Usage(1, 1, 1000))
    with pytest.raises(EyeboxError, match=r"disk is too full to open “a\.png”; make 1 MB free in "):
        decode(file)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: Usage(1, 1, 10**12))

    def full(*_arguments: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "pwrite", full)
    with pytest.raises(EyeboxError, match="disk is too full"):
        decode(file)
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    file = save(gradient(20, 10), tmp_path / "a.png")
    with pytest.raises(EyeboxError, match="cannot be written to"):
        picture.decode(file, tmp_path / "nowhere", lambda _: None, threading.Event())
    with pytest.raises(EyeboxError, match="cannot be written to"):
        picture.thumbnail(file, tmp_path / "nowhere" / "small.png", 64)


def test_large_jpeg_is_shown_early_in_the_same_file(tmp_path: Path) -> None:
    file = save(gradient(3001, 2101), tmp_path / "a.jpg")
    said: list[object] = []
    pixels = decode(file, said)
    early = next(event for event in said if isinstance(event, Pixels))
    assert early.preview and early.file == pixels.file
    assert early.levels == pixels.levels[1:2] and early.width == 3001  # sharp in a window
    assert not any(isinstance(event, Pixels) for event in said[said.index(early) + 1 :])
    unasked: list[object] = []
    picture.decode(file, tmp_path, unasked.append, threading.Event(), preview=False)
    assert not any(isinstance(event, Pixels) for event in unasked)


def test_stop_between_strips(tmp_path: Path) -> None:
    file = save(gradient(3001, 2101), tmp_path / "a.jpg")
    stop = threading.Event()
    with pytest.raises(Stopped):
        picture.decode(file, tmp_path, lambda event: stop.set(), stop)
    assert [path.name for path in tmp_path.iterdir()] == ["a.jpg"]
    with pytest.raises(Stopped):
        picture.open_array(file, stop)


def test_progress_of_slow_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eyebox_models.picture.pixel_file._PROGRESS_SECONDS", -1)
    said: list[object] = []
    decode(save(gradient(2000, 2000), tmp_path / "a.png"), said)
    fractions = [event.fraction for event in said if isinstance(event, Progress)]
    assert fractions == sorted(fractions) and fractions[0] > 0 and fractions[-1] == 1
    assert {event.stage for event in said if isinstance(event, Progress)} == {"opening"}


def test_thumbnail_never_grows_and_replaces_whole(tmp_path: Path) -> None:
    file = save(gradient(20, 10), tmp_path / "a.png")
    target = tmp_path / "small.png"
    target.write_text("old")
    made = picture.thumbnail(file, target, 64)
    with Image.open(made.file) as small:
        assert small.size == (20, 10) and small.format == "PNG"
    with Image.open(picture.thumbnail(save(gradient(3000, 7), tmp_path / "b.jpg"), target, 64).file) as small:
        assert small.size == (64, 1)


def test_array_crops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    image = gradient(50, 40)
    file = save(image, tmp_path / "a.png")
    expected = np.asarray(image)[..., ::-1]
    for most in (20_000_000, 10):
        monkeypatch.setattr("eyebox_models.picture.array._IN_MEMORY_PIXELS", most)
        array = picture.open_array(file)
        assert (array.width, array.height) == (50, 40)
        assert (array.crop(5, 6, 7, 8) == expected[6:14, 5:12]).all()
        assert (array.crop(-5, 30, 10, 99) == expected[30:, :5]).all()
        assert array.crop(60, 0, 5, 5).size == 0 and array.crop(5, 6, 7, 8).flags["C_CONTIGUOUS"]


def test_array_shrinks_by_means(tmp_path: Path) -> None:
    image = gradient(83, 57)
    small = picture.open_array(save(image, tmp_path / "a.png")).shrunk(8)
    expected = np.asarray(image.crop((0, 0, 80, 56)).reduce(8))[..., ::-1].astype(int)
    assert (small.width, small.height) == (10, 7)
    assert np.abs(small.crop(0, 0, 10, 7).astype(int) - expected).max() <= 1


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="needs Linux")
def test_two_hundred_megapixels_open_in_bounded_memory(tmp_path: Path) -> None:
    file = save(Image.new("1", (20_000, 10_000), 1), tmp_path / "huge.png")
    before = forget_peak_memory()
    pixels = decode(file)
    assert peak_memory() - before < 150_000_000
    assert (pixels.width, pixels.height) == (20_000, 10_000)
    assert level(pixels, pixels.levels[3]).min() == 255
    Path(pixels.file).unlink()


def test_a_decoded_picture_is_read_from_its_pixels(tmp_path: Path) -> None:
    path = tmp_path / "noise.png"
    Image.effect_noise((701, 307), 80).convert("RGB").save(path)
    pixels = picture.decode(str(path), str(tmp_path), lambda _event: None, threading.Event())
    fresh, again = picture.open_array(path), picture.decoded_array(pixels)
    assert (again.width, again.height) == (701, 307)
    for part in ((0, 0, 701, 307), (650, 300, 200, 50), (-5, 100, 20, 20)):
        assert (fresh.crop(*part) == again.crop(*part)).all()
    Path(pixels.file).unlink()
    with pytest.raises(OSError):
        picture.decoded_array(pixels)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("turns", [1, 2, 3])
def test_turned_by_quarters_once_upright(tmp_path: Path, orientation: int, turns: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = save(gradient(301, 203), tmp_path / "turned.png", exif=exif)
    with Image.open(file) as stored:
        expected = ImageOps.exif_transpose(stored).rotate(-90 * turns, expand=True)
    pixels = picture.decode(file, tmp_path, lambda _: None, threading.Event(), turns=turns)
    assert_same(pixels, expected)
    made = picture.thumbnail(file, tmp_path / "small.png", 64, turns)
    assert (made.width, made.height) == expected.size


def test_a_turned_picture_on_its_way_to_a_model_is_another_one(tmp_path: Path) -> None:
    file = save(gradient(301, 203), tmp_path / "a.png")
    known, turned = vision.facts(str(file)), vision.facts(str(file), 3)
    assert (turned.width, turned.height) == (203, 301) and turned.sha256 != known.sha256
    expected = np.rot90(np.asarray(vision.upright(str(file))))
    assert np.array_equal(np.asarray(vision.upright(str(file), 3)), expected)
    assert np.array_equal(np.asarray(vision.rgb(str(file), 3)), expected)
