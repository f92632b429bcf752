"""The reader reads pictures as a person would, and meets the traps of the networks' own pipeline."""

from __future__ import annotations

import importlib.util
import logging
import math
import socket
import sys
import threading
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from drawing import Text, gradient, page, save, screenshot_4k, sentence
from eyebox_models.ocr import networks
from eyebox_models.ocr.reader import read_page
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.page import Line, Page


def read(image: Image.Image, folder: Path) -> Page:
    file = save(image, folder / "page.png")
    return read_page(file, lambda _: None, lambda _: None, threading.Event())


def texts(read: Page) -> list[str]:
    return [line.text for line in read.lines]


@pytest.mark.thorough
@pytest.mark.slow
def test_screenshot_full_of_small_text_reads_exactly(tmp_path: Path) -> None:
    image, expected = screenshot_4k()
    found = texts(read(image, tmp_path))
    assert sum(text in found for text in expected) >= 120
    assert found == sorted(found), "columns come one after the other"


def test_words_of_mixed_lines(tmp_path: Path) -> None:
    image = page(760, 120, [Text(30, 40, "订单 Order 12345 已发货，请于 Friday 前付款", 26, "chinese")])
    (line,) = read(image, tmp_path).lines
    assert line.text.replace(" ", "") == "订单Order12345已发货，请于Friday前付款"
    assert [word.text for word in line.words] == [
        "订单",
        "Order",
        "12345",
        "已发货，请于",
        "Friday",
        "前付款",
    ]
    for before, after in zip(line.words, line.words[1:], strict=False):
        assert line.box[0] <= before.box[0] < before.box[2] <= after.box[0] + 1 < line.box[2]


def test_chinese_has_no_spaces_and_latin_has(tmp_path: Path) -> None:
    lines = ["今天天气很好我们去公园散步", "Meat Lover's Pizza and a glass of water", "naïve café, 12.50 EUR"]
    image = page(900, 260, [Text(40, 40 + 60 * i, text, 28, "chinese") for i, text in enumerate(lines)])
    found = texts(read(image, tmp_path))
    assert found == lines
    assert all(unicodedata.is_normalized("NFC", text) for text in found)


@pytest.mark.parametrize("angle", [-12, pytest.param(4, marks=pytest.mark.thorough), 30])
def test_quads_lean_with_the_text(tmp_path: Path, angle: float) -> None:
    upright = page(1000, 700, [Text(150, 250 + 60 * row, sentence(row, 6), 28) for row in range(3)])
    leaning = upright.rotate(-angle, Image.Resampling.BICUBIC, fillcolor="white")
    found = read(leaning, tmp_path)
    assert texts(found) == [sentence(row, 6) for row in range(3)]
    for line in found.lines:
        (x0, y0), (x1, y1), _, (x3, y3) = line.quad
        assert math.degrees(math.atan2(y1 - y0, x1 - x0)) == pytest.approx(angle, abs=2)
        assert 30 < math.hypot(x3 - x0, y3 - y0) < 60
        xs, ys = zip(*line.quad, strict=True)
        assert line.box == (min(xs), min(ys), max(xs), max(ys))


def test_upside_down(tmp_path: Path) -> None:
    expected = [sentence(row, 6) for row in range(3)]
    upright = page(900, 300, [Text(60, 60 + 60 * row, text, 28) for row, text in enumerate(expected)])
    found = read(upright.rotate(180), tmp_path)
    assert texts(found) == expected
    for line in found.lines:
        assert line.quad[0][0] > line.quad[1][0], "the quad begins where the text does"


def test_text_that_runs_downwards(tmp_path: Path) -> None:
    expected = sentence(3, 6)
    found = read(page(800, 120, [Text(60, 40, expected, 28)]).rotate(-90, expand=True), tmp_path)
    assert texts(found) == [expected]
    (x0, y0), (x1, y1), _, _ = found.lines[0].quad
    assert y1 - y0 > 300 and abs(x1 - x0) < 10


def test_very_large_letters_and_a_small_note(tmp_path: Path) -> None:
    image = page(
        3000, 1000, [Text(100, 250, "Large words", 400), Text(100, 60, "a small note beside it", 22)]
    )
    assert texts(read(image, tmp_path)) == ["a small note beside it", "Large words"]


@pytest.mark.parametrize(("width", "height"), [(200, 40), (90, 26), (400, 20)])
def test_small_cut_outs(tmp_path: Path, width: int, height: int) -> None:
    image = page(width, height, [Text(4, (height - 15) / 2 - 2, "Save file", 15)])
    assert texts(read(image, tmp_path)) == ["Save file"]


@pytest.mark.parametrize(
    "image",
    [
        Image.new("RGB", (1, 1)),
        Image.new("RGB", (3, 900), "red"),
        Image.new("L", (640, 480), 255),
        gradient(500, 400),
        Image.effect_noise((300, 200), 60),
    ],
    ids=["1x1", "sliver", "white", "gradient", "noise"],
)
def test_without_text(tmp_path: Path, image: Image.Image) -> None:
    found = read(image, tmp_path)
    assert (found.lines, found.blocks) == ((), ())
    assert (found.width, found.height) == image.size


def test_faint_patches_do_not_shift_the_others(tmp_path: Path) -> None:
    """A place that looks like text but reads as nothing leaves the lines after it with their own boxes."""
    image = page(700, 300, [Text(60, 40 + 80 * row, sentence(row, 5), 28) for row in (0, 2)])
    image.paste(page(200, 30, [Text(0, 0, "~ . _ ' -", 20)], ink="#e8e8e8"), (60, 120))
    found = read(image, tmp_path)
    for row in (0, 2):
        (line,) = [line for line in found.lines if line.text == sentence(row, 5)]
        assert abs(line.box[1] - (40 + 80 * row)) < 14


def test_transparent_and_turned_pictures(tmp_path: Path) -> None:
    drawn = page(500, 100, [Text(40, 30, sentence(1, 4), 28)])
    ink = drawn.convert("L").point(lambda value: 255 - value)
    clear = Image.new("RGBA", drawn.size, (20, 20, 20, 0))
    clear.putalpha(ink)
    assert texts(read(clear, tmp_path)) == [sentence(1, 4)]
    exif = Image.Exif()
    exif[0x0112] = 6
    file = save(drawn.rotate(90, expand=True), tmp_path / "turned.jpg", exif=exif, quality=95)
    found = read_page(file, lambda _: None, lambda _: None, threading.Event())
    assert texts(found) == [sentence(1, 4)] and (found.width, found.height) == (500, 100)


def test_lines_are_reported_as_they_come_and_progress_grows(tmp_path: Path) -> None:
    image = page(900, 1400, [Text(60, 40 + 160 * row, sentence(row, 6), 28) for row in range(8)])
    file = save(image, tmp_path / "page.png")
    said: list[Line] = []
    fractions: list[float] = []
    found = read_page(file, said.extend, fractions.append, threading.Event())
    assert sorted(line.text for line in said) == sorted(texts(found)) == sorted(map(str.strip, texts(found)))
    assert fractions == sorted(fractions) and fractions[-1] == 1 and len(fractions) > 2


def test_stop(tmp_path: Path) -> None:
    image = page(900, 1400, [Text(60, 40 + 160 * row, sentence(row, 6), 28) for row in range(8)])
    file = save(image, tmp_path / "page.png")
    stop = threading.Event()
    fractions: list[float] = []

    def halt(fraction: float) -> None:
        fractions.append(fraction)
        stop.set()

    with pytest.raises(Stopped):
        read_page(file, lambda _: None, halt, stop)
    assert len(fractions) == 1


def test_offline_quiet_and_by_itself(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The networks' own pipeline would log, import much, and download what fails its checksum."""

    before = set(sys.modules)

    def refuse(*_arguments: object) -> None:
        raise AssertionError("the reader reached out")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with caplog.at_level(logging.DEBUG):
        assert texts(read(page(400, 80, [Text(20, 20, "Save file", 28)]), tmp_path)) == ["Save file"]
    assert capfd.readouterr() == ("", "")
    assert not [
        record
        for record in caplog.records
        if record.name != "PIL" and not record.name.startswith(("PIL.", "pyvips"))
    ]
    assert not {"rapidocr", "requests", "omegaconf"} & (set(sys.modules) - before)


@pytest.mark.parametrize("address", ["https://example.org/page.png", "http:page.png"])
def test_an_address_is_a_missing_file(address: str) -> None:
    with pytest.raises(EyeboxError, match="does not exist"):
        read_page(address, lambda _: None, lambda _: None, threading.Event())


def test_missing_models_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(networks, "find_spec", lambda _name: None)
    networks.detector.cache_clear()
    with pytest.raises(EyeboxError, match="install the package rapidocr again"):
        networks.detector()


def test_models_are_loaded_once_and_lines_read_on_one_core_each() -> None:
    assert networks.detector() is networks.detector()
    assert networks.recogniser().get_session_options().intra_op_num_threads == 1
    assert networks.detector().get_session_options().intra_op_num_threads == networks.cores()
    assert importlib.util.find_spec("rapidocr")
